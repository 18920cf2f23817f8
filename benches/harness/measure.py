"""Timing commands against each other."""

import json
import os
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from . import Failed

Argv = list[str]


@dataclass(frozen=True)
class Command:
    """What is timed, and what is run before each time without being timed."""

    name: str
    argv: Argv
    prepare: Argv | None = None


@dataclass
class Times:
    """Seconds of each run."""

    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def mean(self) -> float:
        return statistics.fmean(self.seconds)


def race(commands: list[Command], runs: int, hyperfine: str | None) -> list[Times]:
    """Times all commands in one go, after one run of each that does not count."""
    if hyperfine:
        return _with_hyperfine(commands, runs, hyperfine)
    times = [Times() for _ in commands]
    for run in range(runs + 1):
        # One of each in turn, so that what disturbs the machine for a while disturbs all of them.
        for command, found in zip(commands, times):
            if command.prepare:
                _run(command.prepare)
            seconds, _ = _run(command.argv)
            if run:
                found.seconds.append(seconds)
    return times


def once(command: Command) -> tuple[float, int]:
    """Seconds of one run, and the most memory that the program itself had at one time, in bytes."""
    if command.prepare:
        _run(command.prepare)
    # A process that is started counts the memory of the one that started it, until it becomes its program: a small Python
    # in between, since this one may have more than what is measured.
    said = _run([sys.executable, "-I", "-S", "-c", _ONCE, *command.argv])[1]
    seconds, peak = said.splitlines()[-1].split()
    # Linux counts in KiB, macOS in bytes.
    return float(seconds), int(peak) * (1 if sys.platform == "darwin" else 1024)


_ONCE = """
import os, sys, time
begin = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
print("\\n", time.perf_counter() - begin, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def _run(argv: Argv) -> tuple[float, str]:
    """Seconds, and what it said. Whatever happens, nothing of it goes on running."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        # A group of its own, so that what it started ends with it.
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
        try:
            process.wait()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        seconds = time.perf_counter() - begin
        output.seek(0)
        said = output.read().decode(errors="replace")
        if process.returncode:
            raise Failed(f"{shlex.join(argv)}\nended with {process.returncode}:\n{said[-4000:]}")
    return seconds, said


def _with_hyperfine(commands: list[Command], runs: int, hyperfine: str) -> list[Times]:
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "times.json"
        argv = [hyperfine, "--shell", "none", "--style", "basic", "--warmup", "1", "--runs", str(runs), "--export-json", str(export)]
        for command in commands:
            # Either none has one or each has its own: where one has nothing to prepare, that is `true`.
            argv += ["--prepare", shlex.join(command.prepare or ["true"]), "--command-name", command.name, shlex.join(command.argv)]
        try:
            _run(argv)
        except Failed:
            # Shows what the command itself says, which hyperfine does not.
            for command in commands:
                _run(command.prepare or ["true"])
                _run(command.argv)
            raise
        return [Times(result["times"]) for result in json.loads(export.read_text())["results"]]
