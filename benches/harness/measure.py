"""Timing commands against each other."""

import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from . import Failed
from .tools import hyperfine_times

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
    if hyperfine and runs >= 2:
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


def peak(command: Command) -> int:
    """The most memory that the program itself had at one time, in bytes."""
    if command.prepare:
        _run(command.prepare)
    return _run(command.argv)[1]


def _run(argv: Argv) -> tuple[float, int]:
    """Seconds and bytes. Output is shown only if the command fails."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise Failed(f"{shlex.join(argv)}\nended with {process.returncode}:\n{output.read().decode(errors='replace')[-4000:]}")
    # Linux counts in KiB, macOS in bytes.
    return seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _with_hyperfine(commands: list[Command], runs: int, hyperfine: str) -> list[Times]:
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "times.json"
        argv = [hyperfine, "--shell", "none", "--style", "none", "--warmup", "1", "--runs", str(runs), "--export-json", str(export)]
        for command in commands:
            # Either none has one or each has its own: where one has nothing to prepare, that is `true`.
            argv += ["--prepare", shlex.join(command.prepare or ["true"]), "--command-name", command.name, shlex.join(command.argv)]
        done = subprocess.run(argv, capture_output=True, text=True)
        if done.returncode:
            for command in commands:
                # Shows what the command itself says, which hyperfine does not.
                if command.prepare:
                    _run(command.prepare)
                _run(command.argv)
            raise Failed(f"hyperfine ended with {done.returncode}:\n{done.stderr[-4000:]}")
        return [Times(seconds) for seconds in hyperfine_times(export)]
