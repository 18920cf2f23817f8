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
from collections.abc import Sequence
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


def race(commands: list[Command], runs: int, hyperfine: str | None, before: Sequence[Command] = ()) -> list[Times]:
    """Times all commands, one of each in turn: what disturbs the machine for a while disturbs all of them. `before` is what
    has to be run once; the first turn does not count."""
    for command in before:
        _run(command.argv)
    times = [Times() for _ in commands]
    for turn in range(runs + 1):
        of_turn = _with_hyperfine(commands, hyperfine) if hyperfine else [_timed(command) for command in commands]
        for found, seconds in zip(times, of_turn if turn else []):
            found.seconds.append(seconds)
    return times


def _timed(command: Command) -> float:
    if command.prepare:
        _run(command.prepare)
    return _run(command.argv)[0]


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


def _with_hyperfine(commands: list[Command], hyperfine: str) -> list[float]:
    """Seconds of one run of each, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "times.json"
        argv = [hyperfine, "--shell", "none", "--style", "basic", "--runs", "1", "--export-json", str(export)]
        for command in commands:
            # Either none has one or each has its own: where one has nothing to prepare, that is `true`.
            argv += ["--prepare", shlex.join(command.prepare or ["true"]), "--command-name", command.name, shlex.join(command.argv)]
        try:
            _run(argv)
        except Failed:
            # Shows what the command itself says, which hyperfine does not.
            for command in commands:
                _timed(command)
            raise
        return [result["times"][0] for result in json.loads(export.read_text())["results"]]
