"""`serve`: from the start to the first page, and from the save of a file to the new page.

Both servers run on 127.0.0.1 and are asked for one page over and over, about every millisecond (later less often, so that
asking does not take from the server what it needs: never longer apart than a hundredth of the time waited for). They are
always ended, whatever happens.
"""

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from . import Failed, edits
from .measure import Argv, Times
from .report import Report, Row
from .sites import Portal, Site, first_build
from .tools import Tools, has_serve

# The longest that is waited for a server to start, and for a saved file to show; seconds.
_START, _SAVE = 300.0, 120.0
# Between one save and the next, so that a server is done with what it does after it has answered.
_REST = 0.5


def measure(report: Report, portal: Portal, tools: Tools, disk: Path, starts: int, saves: int) -> None:
    """All rows of servers, into the report."""
    mensi, hugo = portal.mensi, portal.hugo
    with_mensi = has_serve(tools.mensi)
    if not with_mensi:
        report.notices.append("This mensi-site has no `serve` yet: only Hugo’s server was measured.")
    first_build(mensi)
    first_build(hugo)
    home = f"/{portal.default_language}/"
    pages = {site.name: site.address(site.case, portal.case_language) for site in (mensi, hugo)}

    def mensi_argv(port: int) -> Argv:
        return [str(tools.mensi), "serve", "--root", str(mensi.root), "--port", str(port)]

    def hugo_argv(port: int) -> Argv:
        return [str(tools.hugo), "server", "--bind", "127.0.0.1", "--port", str(port), "--renderToMemory", "--noBuildLock",
                "--source", str(hugo.root), "--cacheDir", str(disk / "cache-hugo")]

    cold: dict[str, Times] = {}
    saved: dict[str, Times] = {}
    for site, argv, there in ((mensi, mensi_argv, with_mensi), (hugo, hugo_argv, True)):
        if there:
            print(f"Measuring: {site.name}'s server …", file=sys.stderr, flush=True)
            cold[site.name] = Times([_start(argv, home, lambda: _forget(site)) for _ in range(starts)])
            saved[site.name] = Times(_saves(argv, home, pages[site.name], site, saves))
    report.rows.append(Row("`serve`: start to first page, no cache", cold.get(mensi.name), cold.get(hugo.name)))
    if with_mensi:
        first_build(mensi)
        warm = Times([_start(mensi_argv, home, lambda: None) for _ in range(starts)])
        report.rows.append(Row("`serve`: start to first page, with the cache of a build", warm, None))
    report.rows.append(Row("`serve`: save of a case study to its new page", saved.get(mensi.name), saved.get(hugo.name)))


def _forget(site: Site) -> None:
    for cache in site.caches:
        shutil.rmtree(cache, ignore_errors=True)


def _start(argv: Callable[[int], Argv], home: str, before: Callable[[], None]) -> float:
    """Seconds from starting the program to its home page."""
    before()
    with _server(argv) as server:
        return server.wait(home, "</html>", server.begin, _START)


def _saves(argv: Callable[[int], Argv], home: str, page: str, site: Site, count: int) -> list[float]:
    """Seconds from each save of the case study to the page with its new sentence; the first save does not count."""
    before = site.case.read_bytes()
    times = []
    try:
        with _server(argv) as server:
            server.wait(home, "</html>", server.begin, _START)
            server.wait(page, "</html>", time.perf_counter(), _SAVE)
            for _ in range(count + 1):
                time.sleep(_REST)
                sentence = edits.new_sentence()
                text = site.case.read_text(encoding="utf-8").rstrip() + f"\n\n{sentence}\n"
                begin = time.perf_counter()
                site.case.write_text(text, encoding="utf-8")
                times.append(server.wait(page, sentence, begin, _SAVE))
    finally:
        site.case.write_bytes(before)
    return times[1:]


class _Server:
    """A server that runs, and where it is."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, begin: float) -> None:
        self.process, self.port, self.begin = process, port, begin
        self.said = b""
        self.connection: http.client.HTTPConnection | None = None
        # Its output must be read, lest it wait; and it may say that it took another port.
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said = (self.said + line)[-20_000:]
            if found := re.search(rb"https?://(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)", line):
                self.port = int(found[1])

    def wait(self, path: str, text: str, begin: float, longest: float) -> float:
        """Asks for the page until it has the text; seconds since `begin`."""
        wanted = text.encode()
        while True:
            asked = time.perf_counter()
            if wanted in self._get(path):
                return time.perf_counter() - begin
            if self.process.poll() is not None:
                raise Failed(f"the server ended by itself:\n{self.said.decode(errors='replace')[-4000:]}")
            waited = time.perf_counter() - begin
            if waited > longest:
                raise Failed(f"{path} did not come with {text!r} in {longest:.0f} s; the server said:\n"
                             f"{self.said.decode(errors='replace')[-4000:]}")
            time.sleep(max(0.0, max(0.001, waited / 100) - (time.perf_counter() - asked)))

    def _get(self, path: str) -> bytes:
        """The page, or nothing where there is none yet. One connection is kept while the server keeps it."""
        if self.connection is None or self.connection.port != self.port:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            self.connection.request("GET", path, headers={"Accept": "text/html"})
            answer = self.connection.getresponse()
            content = answer.read()
            return content if answer.status == 200 else b""
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            return b""


@contextlib.contextmanager
def _server(argv: Callable[[int], Argv]) -> Iterator[_Server]:
    """Starts the program on a free port, in a group of its own; ends the group."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begin = time.perf_counter()
    process = subprocess.Popen(argv(port), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               start_new_session=True)
    server = _Server(process, port, begin)
    try:
        yield server
    finally:
        if server.connection:
            server.connection.close()
        for how in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, how)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
                break
        server.reader.join(5)
