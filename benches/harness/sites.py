"""The two sites of one portal, on the disk where they are built: commands that build them, and files to edit."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from . import Failed, edits
from .measure import Argv, Command
from .tools import ROOT, Tools

_OWN_TEMPLATE = Path("themes/mensi/templates/document.html")


@dataclass(frozen=True)
class Site:
    """One of the two."""

    name: str
    root: Path
    out: Path
    build: Argv
    # What a cold build has not.
    caches: list[Path]
    # The template of a document, and files of one case study and one school in the language that they were written in.
    template: Path
    case: Path
    school: Path

    def cold(self, sync: bool) -> Command:
        """A build with neither cache nor output. On a disk, what was removed is done with before it."""
        return Command(self.name, self.build, removing([self.out, *self.caches], sync))

    def again(self) -> Command:
        """A build of what is built already."""
        return Command(self.name, self.build)

    def after(self, kind: str, file: Path) -> Command:
        """A build after an edit."""
        return Command(self.name, self.build, [sys.executable, "-B", edits.__file__, kind, str(file)])

    def pages(self) -> int:
        return sum(1 for _ in self.out.rglob("index.html"))

    def address(self, file: Path, lang: str) -> str:
        """Path of the page of a source file on a server: the page of its language whose folder has its name."""
        found = sorted(page for page in (self.out / lang).rglob("index.html") if page.parent.name == _id(file))
        if len(found) != 1:
            raise Failed(f"{self.name} made {len(found)} pages named {_id(file)} in {lang}: the address of {file} is not sure")
        return "/" + found[0].parent.relative_to(self.out).as_posix() + "/"


def removing(paths: list[Path], sync: bool) -> Argv:
    """Removes them; with `sync`, waits until the disk has written all that is to be written."""
    remove = ["rm", "-rf", *map(str, paths)]
    return ["sh", "-c", '"$@" && sync', "sh", *remove] if sync else remove


@dataclass(frozen=True)
class Portal:
    """Both sites."""

    mensi: Site
    hugo: Site
    default_language: str
    case_language: str


def _id(file: Path) -> str:
    return file.name.split(".")[0]


def portal(disk: Path, tools: Tools) -> Portal:
    """What stands in `disk/mensi` and `disk/hugo`."""
    mensi, hugo = disk / "mensi", disk / "hugo"
    default = re.search(r"^default_language:\s*([\w-]+)", (mensi / "mensi.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    if not default:
        raise Failed(f"{mensi / 'mensi.yaml'} has no default_language")
    case, case_language = _middle(mensi, "case-studies", default[1])
    school, school_language = _middle(mensi, "schools", default[1])
    templates = [hugo / "layouts" / name for name in ("page.html", "single.html", "_default/single.html", "_partials/document.html")]
    template = next((file for file in templates if file.is_file() and "<article" in file.read_text(encoding="utf-8")), None)
    if not template:
        raise Failed(f"{hugo / 'layouts'} has no template of a page with an <article>")
    mensi_out, hugo_out, cache = disk / "out-mensi", disk / "out-hugo", disk / "cache-hugo"
    return Portal(
        Site("mensi-site", mensi, mensi_out, [str(tools.mensi), "build", "--quiet", "--root", str(mensi), "--out", str(mensi_out)],
             [mensi / ".mensi"], mensi / _OWN_TEMPLATE, case, school),
        Site("hugo", hugo, hugo_out, [str(tools.hugo), "--quiet", "--noBuildLock", "--source", str(hugo),
             "--destination", str(hugo_out), "--cacheDir", str(cache)], [cache, hugo / "resources"], template,
             _twin(hugo, case, case_language), _twin(hugo, school, school_language)),
        default[1], case_language)


def _middle(root: Path, section: str, default: str) -> tuple[Path, str]:
    """The source file in the middle of a section, with the language that it is written in."""
    files = sorted(file for file in (root / "content" / section).glob("*.md") if file.name.count(".") == 1 and file.stem != "index")
    if not files:
        raise Failed(f"{root / 'content' / section} has no documents")
    file = files[len(files) // 2]
    front = file.read_text(encoding="utf-8").split("\n---", 1)[0]
    own = re.search(r"^language:\s*([\w-]+)", front, re.MULTILINE)
    return file, own[1] if own else default


def _twin(hugo: Path, file: Path, lang: str) -> Path:
    """The same document for Hugo."""
    folder = hugo / "content" / file.parent.name
    for twin in (folder / f"{_id(file)}.{lang}.md", folder / file.name):
        if twin.is_file():
            return twin
    raise Failed(f"{folder} has no {_id(file)}.{lang}.md: both sites must have the same documents")


def override_template(site: Site) -> None:
    """Puts a copy of the theme's template of a document into the site, to be edited there, if it has none of its own."""
    if site.template.exists():
        return
    site.template.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / _OWN_TEMPLATE, site.template)


def first_build(site: Site) -> None:
    """Builds once, before anything is measured, and tells what the tool finds wrong with the site."""
    done = subprocess.run(site.build, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise Failed(f"{site.name} could not build {site.root}:\n{said[-4000:]}")
    if said:
        print(f"{site.name} says of {site.root}:\n{said[:2000]}", file=sys.stderr)
