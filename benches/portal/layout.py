"""Writing a portal for each generator: files with YAML front matter, and the site around them."""

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .documents import Document, Text
from .words import LANGUAGES

HERE = Path(__file__).resolve().parent
# Messages and templates that a site of our own would use: the default theme of this repository.
THEME = HERE.parent.parent / "themes" / "mensi"
# What Hugo groups documents by, and the fact that says so.
TAXONOMIES = {"countries": "country", "challenges": "challenges", "clusters": "cluster"}

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def yaml(value: Any) -> str:
    """A value in YAML's flow style; a word that needs no quotes has none."""
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ", ".join(map(yaml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {yaml(inner)}" for key, inner in value.items()) + "}"
    return json.dumps(value)


def _front(facts: dict[str, Any]) -> str:
    return "---\n" + "".join(f"{key}: {yaml(value)}\n" for key, value in facts.items()) + "---\n\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _home(lang: str) -> str:
    return _front({"title": "MenSI", "summary": f"Mentoring for School Improvement ({lang})"}) + "MenSI.\n"


def mensi(out: Path, docs: Iterable[Document]) -> None:
    """A site for mensi-site: facts in the source file, text alone in the translations."""
    _write(out / "mensi.yaml", "title: MenSI\nbase_url: https://portal.example/\ndefault_language: en\n"
           f"languages: {yaml(list(LANGUAGES))}\nsearch: false\ncards: false\n")
    for lang in LANGUAGES:
        _write(out / "content" / ("index.md" if lang == "en" else f"index.{lang}.md"), _home(lang))
    for doc in docs:
        for lang, text in doc.text.items():
            head: dict[str, Any] = {"title": text.title, "summary": text.summary, **text.more}
            if text.entries:
                head["text"] = text.entries
            name = f"{doc.id}.{lang}.md"
            if lang == doc.source:
                name = f"{doc.id}.md"
                head |= doc.facts if lang == "en" else {"language": lang, **doc.facts}
            note = f'::: note title="{text.note[0]}"\n{text.note[1]}\n:::\n\n' if text.note else ""
            _write(out / "content" / doc.section / name, _front(head) + note + text.body)


def _hugo_front(doc: Document, text: Text) -> str:
    facts = dict(doc.facts)
    head: dict[str, Any] = {"title": text.title, "summary": text.summary}
    if day := facts.pop("date", None) or facts.get("start"):
        head["date"] = day
    for taxonomy, fact in TAXONOMIES.items():
        value = facts.pop(fact, None)
        if value and doc.section != taxonomy:
            values = value if isinstance(value, list) else [value]
            head[taxonomy] = [one.lower() for one in values]
    # Below `params`, where no name means something else to Hugo.
    head["params"] = {"facts": facts, "entries": text.entries, "more": text.more}
    return _front(head)


def hugo(out: Path, docs: Iterable[Document]) -> None:
    """A site for Hugo, with the templates of `hugo/` and every message of our theme that is plain words."""
    shutil.copytree(HERE / "hugo", out, dirs_exist_ok=True)
    for lang in LANGUAGES:
        messages: dict[str, str] = {}
        for file in sorted((THEME / "i18n" / lang).glob("*.ftl")):
            for key, value in re.findall(r"^([a-z][\w-]*) = ([^{}\n]+)$", file.read_text(encoding="utf-8"), re.MULTILINE):
                messages[key] = value
        _write(out / "i18n" / f"{lang}.yaml", "".join(f"{key}: {yaml(value)}\n" for key, value in messages.items()))
        _write(out / "content" / f"_index.{lang}.md", _home(lang))
    for doc in docs:
        for lang, text in doc.text.items():
            # Documents of a taxonomy are its terms: a folder with a page of its own.
            name = f"{doc.id}/_index.{lang}.md" if doc.section in TAXONOMIES else f"{doc.id}.{lang}.md"
            note = f"> [!note] {text.note[0]}\n> {text.note[1]}\n\n" if text.note else ""
            _write(out / "content" / doc.section / name, _hugo_front(doc, text) + note + text.body)
