"""The portal itself: which documents there are, their facts, and their text in every language.

Nothing here knows of a generator: `for_mensi` and `for_hugo` lay the same documents out. The same number of documents and
the same seed always give the same portal.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from .prose import Link, body, plain
from .words import COUNTRIES, LANGUAGES, WORDS

# Below it some kinds would be missing.
FEWEST = 40

CHALLENGES = ("flexible-learning-spaces", "small-rural-schools", "personalised-learning", "stem-robotics",
              "social-disadvantage")
ENABLERS = ("leadership", "shared-vision", "digital-policy", "making-time", "mindset", "common-theme", "reachable-goal",
            "resourcing", "peer-learning", "tackling-resistance", "sharing", "executive-support",
            "distributed-leadership", "teacher-training")
BARRIERS = ("time-workload", "mentor-role", "expectations", "commitment", "workforce-profile", "workplace-culture")
INCENTIVES = ("time", "licences-equipment", "recognition", "career", "funding", "travel-catering",
              "professional-learning", "study-visits")
ACTIVITIES = ("observation-visit", "virtual-visit", "online-support", "peer-exchange", "workshop", "webinar",
              "self-assessment")
LEVELS = ("primary", "lower-secondary", "upper-secondary", "vocational")
SETTINGS = ("online", "face-to-face", "blended")


@dataclass
class Text:
    """What one language says of a document."""

    title: str
    summary: str
    body: str
    # Words for the entries of the facts, by their ids; and what else a kind has in every language: theme, goal, place.
    entries: dict[str, str] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)
    # A box at the top of the body: title and text.
    note: tuple[str, str] | None = None


@dataclass
class Document:
    """One subject, in every language."""

    section: str
    id: str
    source: str
    facts: dict[str, Any]
    text: dict[str, Text]


def documents(count: int, seed: int) -> Iterator[Document]:
    """Exactly `count` documents: half of them schools in clusters of five, the rest as a portal has them."""
    return _Portal(count, seed).documents()


class _Portal:
    """How many of each kind there are, so that documents can name each other before they are made."""

    def __init__(self, count: int, seed: int) -> None:
        if count < FEWEST:
            raise ValueError(f"a portal has {FEWEST} documents at least")
        self.rng = random.Random(seed)
        self.codes = list(COUNTRIES)
        self.clusters = count // 10
        rest = count - 6 * self.clusters - len(self.codes)
        self.organisations = max(2, rest // 12)
        self.posts, self.results = max(1, rest // 6), max(1, rest // 8)
        self.news, self.events = max(1, rest // 10), max(1, rest // 14)
        self.cases = rest - self.organisations - self.posts - self.results - self.news - self.events

    # Ids. Numbers start at 1.
    def country(self, number: int) -> str:
        return self.codes[number % len(self.codes)]

    def cluster_id(self, n: int) -> str:
        return f"{self.country(n).lower()}-cluster-{n}"

    def school_id(self, n: int, mentee: int) -> str:
        """Of a cluster; 0 is its mentor."""
        country = self.country(n).lower()
        return f"{country}-mentee-{n}-{mentee}" if mentee else f"{country}-mentor-{n}"

    def some(self, kind: str, total: int, most: int = 2) -> list[str]:
        """Ids of a few documents of a kind that is numbered from 1."""
        return [f"{kind}-{n}" for n in sorted(self.rng.sample(range(1, total + 1), min(most, total)))]

    def pick(self, values: tuple[str, ...], low: int, high: int) -> list[str]:
        chosen = self.rng.sample(values, self.rng.randint(low, high))
        return [value for value in values if value in chosen]

    def day(self) -> str:
        return (date(2021, 1, 4) + timedelta(days=self.rng.randrange(780))).isoformat()

    def text(self, kind: str, subject: str | None, chapters: int, links: list[Link], code: bool = False,
             entries: tuple[str, ...] = (), more: tuple[str, ...] = (), note: bool = False) -> dict[str, Text]:
        """The text in all languages; without a subject, each language takes a topic of its own words."""
        topic = self.rng.randrange(8)
        # The same chapters in every language, none twice, in the order in which they make sense.
        headings = sorted(self.rng.sample(range(8), chapters))
        made = {}
        for lang in LANGUAGES:
            words, rng = WORDS[lang], self.rng
            made[lang] = Text(
                title=words.names[kind].format(subject or words.topics[topic]),
                summary=plain(rng, lang) + " " + plain(rng, lang),
                body=body(rng, lang, headings, links, code),
                entries={entry: plain(rng, lang) for entry in entries},
                more={key: subject if key == "place" and subject else plain(rng, lang) for key in more},
                note=(words.names["note"], plain(rng, lang)) if note else None,
            )
        return made

    def documents(self) -> Iterator[Document]:
        for number in range(len(self.codes)):
            yield self.make_country(number)
        for n in range(1, self.organisations + 1):
            country = self.country(n)
            yield Document("organisations", f"organisation-{n}", "en", {
                "acronym": f"O{n}", "country": country, "type": "authority", "membership": "advisory",
                "website": f"https://organisation-{n}.example/",
            }, self.text("organisation", self.town(country), 1, []))
        for n in range(1, self.clusters + 1):
            yield self.make_cluster(n)
            for mentee in range(5):
                yield self.make_school(n, mentee)
        for n in range(1, self.cases + 1):
            yield self.make_case(n)
        for n in range(1, self.results + 1):
            yield self.make_result(n)
        for n in range(1, self.posts + 1):
            yield self.make_post(n)
        for n in range(1, self.events + 1):
            yield self.make_event(n)
        for n in range(1, self.news + 1):
            links = [("D", "results", self.some("result", self.results, 1)[0])]
            yield Document("news", f"news-{n}", "en", {"date": self.day(), "country": self.country(n)},
                           self.text("news", None, 1, links))

    def town(self, country: str) -> str:
        return self.rng.choice(COUNTRIES[country][1].split("|"))

    def make_country(self, number: int) -> Document:
        code = self.codes[number]
        facts = {
            "country": code, "partner": f"organisation-{1 + number % self.organisations}", "approach": "blended",
            "priorities": self.pick(CHALLENGES, 2, 5),
            "incentives": [{"to": "mentor", "type": "funding", "amount": 3000 + 500 * number, "currency": "EUR"},
                           {"to": "mentee", "type": "travel-catering"}],
        }
        return Document("countries", code.lower(), "en", facts, self.text("country", code, 2, []))

    def make_cluster(self, n: int) -> Document:
        code, entries = self.country(n), ("kick-off", "visit", "exchange", "review")
        diary = []
        for entry, activity in zip(entries, ("workshop", "observation-visit", "peer-exchange", "webinar")):
            present = [0, *sorted(self.rng.sample(range(1, 5), self.rng.randint(2, 4)))]
            diary.append({"id": entry, "date": self.day(), "activity": activity, "setting": self.rng.choice(SETTINGS),
                          "schools": [self.school_id(n, mentee) for mentee in present]})
        diary.sort(key=lambda entry: entry["date"])
        facts = {
            "example": True, "country": code, "challenges": self.pick(CHALLENGES, 1, 2),
            "coordinator": f"organisation-{1 + n % self.organisations}", "diary": diary,
        }
        text = self.text("cluster", self.town(code) + f" {n}", 1, [], entries=entries, more=("theme", "goal"))
        return Document("clusters", self.cluster_id(n), COUNTRIES[code][0], facts, text)

    def make_school(self, n: int, mentee: int) -> Document:
        code, rng = self.country(n), self.rng
        town = self.town(code)
        facts = {
            "example": True, "role": "mentee" if mentee else "mentor", "cluster": self.cluster_id(n), "country": code,
            "town": town, "region": f"{town} {n % 7}", "levels": self.pick(LEVELS, 1, 2), "pupils": rng.randint(60, 900),
            "location": {"lat": round(rng.uniform(40, 52), 2), "lon": round(rng.uniform(-8, 20), 2)},
            "challenges": self.pick(CHALLENGES, 1, 2), "tools": rng.sample(["SELFIE", "Scratch", "GeoGebra", "OpenBoard"], 2),
            "selfie": {"start": True, "end": rng.random() < 0.7}, "website": f"https://{self.school_id(n, mentee)}.example/",
        }
        links = [("cluster", "clusters", self.cluster_id(n))]
        text = self.text("school", f"{town} {n}-{mentee}" if mentee else f"{town} {n}", 1, links)
        return Document("schools", self.school_id(n, mentee), COUNTRIES[code][0], facts, text)

    def make_case(self, n: int) -> Document:
        rng, cluster = self.rng, self.rng.randint(1, self.clusters)
        code = self.country(cluster)
        schools = [self.school_id(cluster, mentee) for mentee in (0, *sorted(rng.sample(range(1, 5), 2)))]
        facts = {
            "example": True, "date": self.day(), "country": code, "challenges": self.pick(CHALLENGES, 1, 2),
            "cluster": self.cluster_id(cluster), "schools": schools,
            "approach": rng.choice(("top-down", "bottom-up", "blended")),
            "model": rng.choice(("advanced-less-advanced", "peer-to-peer")), "setting": rng.choice(SETTINGS),
            "activities": self.pick(ACTIVITIES, 1, 4), "outcome": rng.choice(("successful", "mixed", "unsuccessful")),
            "domains": self.pick(("whole-school", "teacher", "student", "mentoring"), 1, 3),
            "evidence": self.pick(("survey", "interview", "observation", "diary"), 1, 2),
            "incentives": self.pick(INCENTIVES, 1, 3), "enablers": self.pick(ENABLERS, 1, 4),
            "barriers": self.pick(BARRIERS, 1, 3), "results": self.some("result", self.results),
            "costs": [{"id": "cover", "amount": 40 * rng.randint(5, 40), "currency": "EUR", "hours": rng.randint(8, 60)},
                      {"id": "travel", "amount": 10 * rng.randint(5, 90), "currency": "EUR"}],
            "quotes": [{"id": "voice", "role": "teacher"}],
        }
        links = [("school", "schools", schools[1]), ("cluster", "clusters", self.cluster_id(cluster)),
                 ("report", "results", facts["results"][0])]
        text = self.text("case", self.town(code), rng.randint(4, 6), links, code=rng.random() < 0.1,
                         entries=("cover", "travel", "voice"), note=True)
        return Document("case-studies", f"case-{n}", COUNTRIES[code][0], facts, text)

    def make_result(self, n: int) -> Document:
        day, figures = self.day(), ("schools", "teachers", "answers")
        facts = {
            "deliverable": f"D{1 + n % 7}.{n}", "type": self.rng.choice(("report", "toolkit", "course", "instrument")),
            "work_package": 1 + n % 7, "nature": "R", "dissemination": "PU",
            "lead": f"organisation-{1 + n % self.organisations}", "authors": ["A. Example", "B. Example"], "date": day,
            "due": day, "versions": [{"version": "1", "status": "draft", "date": day},
                                     {"version": "2", "status": "final", "date": day}],
            "url": f"https://results.example/{n}",
            "figures": [{"id": name, "value": self.rng.randint(5, 900)} for name in figures],
        }
        return Document("results", f"result-{n}", "en", facts, self.text("result", None, 4, [], entries=figures))

    def make_post(self, n: int) -> Document:
        cases, results = self.some("case", self.cases), self.some("result", self.results, 1)
        facts = {
            "date": self.day(), "organisation": f"organisation-{1 + n % self.organisations}", "author": "C. Example",
            "countries": [self.country(n)], "country": self.country(n), "challenges": self.pick(CHALLENGES, 1, 2),
            "cases": cases, "results": results, "meeting": self.some("event", self.events, 1)[0],
        }
        links = [("case", "case-studies", cases[0]), ("report", "results", results[0])]
        return Document("policy-exchange", f"post-{n}", "en", facts,
                        self.text("post", None, 3, links, code=self.rng.random() < 0.05))

    def make_event(self, n: int) -> Document:
        start, code = date.fromisoformat(self.day()), self.country(n)
        facts = {
            "start": start.isoformat(), "end": (start + timedelta(days=1)).isoformat(), "country": code,
            "type": self.rng.choice(("workshop", "course", "meeting", "conference")), "status": "held",
            "online": self.rng.random() < 0.4, "report": self.some("result", self.results, 1)[0],
        }
        return Document("events", f"event-{n}", "en", facts, self.text("event", None, 1, [], more=("place",)))
