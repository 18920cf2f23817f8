"""Builds: cold, unchanged, and after one edit."""

import sys
from pathlib import Path

from .measure import Command, Times, once, race
from .report import Report, Row, bytes_text
from .sites import Portal, override_template, removing


def measure(report: Report, portal: Portal, disk: Path, runs: int, hyperfine: str | None, sync: bool) -> None:
    """All rows of builds, into the report."""
    mensi, hugo = portal.mensi, portal.hugo
    override_template(mensi)
    # In the order in which each leaves what the next one begins with. Hugo has no cache of pages: its builds are cold ones
    # over again.
    rows = [
        ("cold build: no cache, no output", mensi.cold(sync), hugo.cold(sync)),
        ("nothing changed", mensi.again(), hugo.again()),
        ("a sentence more in one case study", mensi.after("body", mensi.case), hugo.after("body", hugo.case)),
        ("another title for one school", mensi.after("title", mensi.school), hugo.after("title", hugo.school)),
        ("the template of documents changed", mensi.after("template", mensi.template), hugo.after("template", hugo.template)),
    ]
    _say("builds, cold and after edits")
    labels, ours, theirs = zip(*rows)
    floor, *found = race([_floor(portal, disk, sync), *ours, *theirs], runs, hyperfine, before=[mensi.again()])
    of_mensi, of_hugo = found[:len(rows)], found[len(rows):]

    report.cold_mensi, report.cold_hugo = of_mensi[0], of_hugo[0]
    report.pages = (mensi.pages(), hugo.pages())
    report.rows += [Row(label, *pair) for label, *pair in zip(labels, of_mensi, of_hugo)]
    report.rows.insert(1, Row("the floor: `cat` of its sources, `cp -r` of its site", floor, None, of_floor=True))

    _say("peak memory")
    report.peaks = (once(mensi.cold(sync))[1], once(hugo.cold(sync))[1])


def _floor(portal: Portal, disk: Path, sync: bool) -> Command:
    """Reading all that mensi-site reads, and copying all that it writes; what `find` costs is not in it."""
    sources = disk / "sources"
    files = sorted(file for file in portal.mensi.root.rglob("*") if file.is_file() and ".mensi" not in file.parts)
    sources.write_bytes(b"".join(str(file).encode() + b"\0" for file in files))
    copy = disk / "copy"
    script = 'xargs -0 cat < "$1" > /dev/null && cp -r "$2" "$3"'
    return Command("floor", ["sh", "-c", script, "sh", str(sources), str(portal.mensi.out), str(copy)], removing([copy], sync))


def growth(report: Report, small: Portal, large: Portal, documents: tuple[int, int], runs: int, sync: bool) -> None:
    """Time and memory of a portal, and of one that is five times as large, cold."""
    for pair, count in (((small.mensi, large.mensi), min(runs, 3)), ((small.hugo, large.hugo), 1)):
        times, memory = [], []
        for site, number in zip(pair, documents):
            _say(f"growth: {site.name}, {number} documents")
            found = [once(site.cold(sync)) for _ in range(count)]
            times.append(Times([seconds for seconds, _ in found]).median)
            memory.append(max(most for _, most in found))
        report.growth.append(
            f"{pair[0].name}, {documents[1]} documents in place of {documents[0]}, cold: "
            f"{times[1] / times[0]:.2f} times the time ({times[0]:.2f} s, {times[1]:.2f} s), "
            f"{memory[1] / memory[0]:.2f} times the memory ({bytes_text(memory[0])}, {bytes_text(memory[1])})")


def _say(what: str) -> None:
    print(f"Measuring: {what} …", file=sys.stderr, flush=True)
