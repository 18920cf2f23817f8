"""Text in any of the seven languages: sentences, summaries and Markdown bodies, from a seeded source of chance."""

import random

from .words import WORDS

# What a document may link to: words, section and id.
Link = tuple[str, str, str]

_CODE = """```python
def partners(cluster: dict[str, str]) -> list[str]:
    \"\"\"Schools that the mentor of a cluster works with.\"\"\"
    return sorted(name for name, role in cluster.items() if role == "mentee")  # never the mentor
```"""


def sentence(rng: random.Random, lang: str) -> str:
    """One sentence; now and then a part of it stands out."""
    words = WORDS[lang]
    subject, deed, when = rng.choice(words.subjects), rng.choice(words.deeds), rng.choice(words.circumstances)
    subject = subject[0].upper() + subject[1:]
    chance = rng.random()
    if chance < 0.1:
        deed = f"**{deed}**"
    elif chance < 0.2:
        when = f"*{when}*"
    return f"{subject} {deed} {when}."


def plain(rng: random.Random, lang: str) -> str:
    """One sentence without Markdown."""
    return sentence(rng, lang).replace("*", "")


def paragraph(rng: random.Random, lang: str, low: int = 3, high: int = 6) -> str:
    """Some sentences."""
    return " ".join(sentence(rng, lang) for _ in range(rng.randint(low, high)))


def _list(rng: random.Random, lang: str, mark: str) -> str:
    return "\n".join(f"{mark} {sentence(rng, lang)}" for _ in range(rng.randint(3, 5)))


def _table(rng: random.Random, lang: str) -> str:
    words = WORDS[lang]
    rows = [f"| {rng.choice(words.subjects)} | {rng.choice(words.deeds)} | {n * 4} |" for n in range(1, 5)]
    return "\n".join(["| A | B | C |", "| :--- | :--- | ---: |", *rows])


def _extra(rng: random.Random, lang: str) -> list[str]:
    """What a chapter has besides paragraphs: often nothing."""
    match rng.randrange(8):
        case 0:
            return [_list(rng, lang, "-")]
        case 1:
            return [_list(rng, lang, "1.")]
        case 2:
            return [f"> {sentence(rng, lang)} {sentence(rng, lang)}"]
        case 3:
            return [_table(rng, lang)]
        case _:
            return []


def body(rng: random.Random, lang: str, headings: list[int], links: list[Link], code: bool = False) -> str:
    """Markdown: an opening, then a chapter for each heading (by number); the first paragraphs hold the links."""
    words = WORDS[lang]
    waiting = list(links)

    def chapter_paragraph() -> str:
        text = paragraph(rng, lang)
        if waiting:
            label, section, target = waiting.pop(0)
            text += f" {rng.choice(words.subjects).capitalize()} {rng.choice(words.deeds)}: [{label}](/{section}/{target}.md)."
        return text

    parts = [chapter_paragraph()]
    for number in headings:
        parts += [f"## {words.headings[number]}", chapter_paragraph(), *_extra(rng, lang)]
        if rng.random() < 0.6:
            parts.append(paragraph(rng, lang))
    parts += [chapter_paragraph() for _ in range(len(waiting))]
    if code:
        parts.append(_CODE)
    return "\n\n".join(parts) + "\n"
