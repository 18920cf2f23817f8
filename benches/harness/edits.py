#!/usr/bin/env python3
"""One more edit of a file, as an author makes it: `edits.py body|title|template FILE`.

Each call changes the file anew, so that it can be run before each of many builds.
"""

import re
import sys
import time
from pathlib import Path


def new_sentence() -> str:
    """A sentence that was never there before."""
    return f"Sentence {time.time_ns()} was written just now."


def body(text: str) -> str:
    """A sentence more at the end."""
    return f"{text.rstrip()}\n\n{new_sentence()}\n"


def title(text: str) -> str:
    """Another title: the first one, with a number behind it."""
    def renamed(line: re.Match[str]) -> str:
        words = re.sub(r" · \d+$", "", line[1].strip().strip('"'))
        return f'title: "{words} · {time.time_ns()}"'

    return _once(r"^title:(.*)$", renamed, text)


def template(text: str) -> str:
    """Another attribute on the element of the document, so that every page of one changes."""
    return _once(r'<article(?: data-edit="\d+")?', lambda _: f'<article data-edit="{time.time_ns()}"', text)


def _once(pattern: str, by, text: str) -> str:
    text, count = re.subn(pattern, by, text, count=1, flags=re.MULTILINE)
    if not count:
        raise ValueError(f"nothing to change: no {pattern}")
    return text


EDITS = {"body": body, "title": title, "template": template}


def edit(kind: str, file: Path) -> None:
    """Reads the file, changes it, and writes it where it was."""
    file.write_text(EDITS[kind](file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    edit(sys.argv[1], Path(sys.argv[2]))
