"""A portal of invented documents in seven languages, laid out for mensi-site and for Hugo."""

from pathlib import Path

from . import layout
from .documents import FEWEST, documents
from .words import LANGUAGES

__all__ = ["FEWEST", "LANGUAGES", "make"]


def make(out: Path, count: int, seed: int = 1) -> None:
    """Writes `out/mensi` and `out/hugo`: the same `count` documents for both, always the same for the same seed."""
    layout.mensi(out / "mensi", documents(count, seed))
    layout.hugo(out / "hugo", documents(count, seed))
