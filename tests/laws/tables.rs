//! What the numbers of a model stand for.

/// A place for a document.
pub struct Slot {
    pub folder: &'static str,
    pub id: &'static str,
    /// Its facts, in [`FACTS`].
    pub facts: usize,
    /// The body that it begins with, in [`BODIES`].
    pub body: usize,
    pub at_start: bool,
}

const fn slot(folder: &'static str, id: &'static str, facts: usize, body: usize) -> Slot {
    Slot { folder, id, facts, body, at_start: true }
}

const fn later(folder: &'static str, id: &'static str, facts: usize) -> Slot {
    Slot { folder, id, facts, body: 0, at_start: false }
}

pub const SLOTS: [Slot; 18] = [
    slot("", "about", 0, 3),
    slot("schools/", "cz-a", 1, 4),
    slot("schools/", "cz-b", 1, 0),
    slot("case-studies/", "pairs", 2, 8),
    slot("results/", "d1", 3, 1),
    slot("organisations/", "eun", 4, 2),
    slot("events/", "forum", 5, 1),
    slot("news/", "first", 6, 2),
    slot("lessons/", "tips", 0, 4),
    later("policy-exchange/", "post", 7),
    later("clusters/", "cz-1", 8),
    later("countries/", "cz", 9),
    later("terms/challenges/", "small-rural-schools", 10),
    later("news/", "second", 6),
    later("news/", "third", 6),
    later("schools/", "hu-a", 1),
    later("schools/", "index", 10),
    later("case-studies/", "rounds", 2),
];

/// The facts of each kind. What names a document names one that is there at the start; some name others.
pub const FACTS: [&[&str]; 11] = [
    &["", "menu: {order: 1}\n", "menu: {order: 2}\n", "updated: 2022-02-02\n"],
    &[
        "role: mentor\ncluster: cz-1\ncountry: CZ\nlocation: {lat: 49.59, lon: 17.25}\n",
        "role: mentee\ncluster: cz-1\ncountry: HU\ntown: Eger\nlocation: {lat: 47.9, lon: 20.38}\n",
        "role: mentor\ncluster: cz-2\ncountry: CZ\nchallenges: [stem-robotics]\n",
        "role: mentor\ncluster: cz-1\ncountry: CZ\ntown: Olomouc\nlisted_until: 2026-04-05\nlocation: {lat: 45.0, lon: -8.0}\n",
        "role: learning-lab\ncountry: BE\nname_language: cs\n",
    ],
    &[
        "schools: [cz-a, cz-b]\ncountry: CZ\ndate: 2022-05\noutcome: mixed\nchallenges: [small-rural-schools]\n",
        "schools: [cz-a]\ncountry: HU\ndate: 2021-05\nresults: [d1]\noutcome: successful\napproach: blended\n",
        "schools: [cz-b]\ncountry: international\ndate: 2022-05-03\nchallenges: [stem-robotics, small-rural-schools]\n",
        "cluster: cz-1\ncountry: CZ\nquotes: [{id: head, role: head teacher}]\ntext: {head: We learnt.}\n",
        "schools: [hu-a]\noutcome: mixed\nenablers: [leadership, sharing]\nexample: true\n",
    ],
    &[
        "lead: eun\ndissemination: PU\nwork_package: 1\nfigures: [{id: schools, value: 24}]\ntext: {schools: schools}\n",
        "lead: eun\ndissemination: PU\nwork_package: 2\nfigures: [{id: schools, value: 25}]\ntext: {schools: schools}\n",
        "figures: [{id: schools, value: 0.5, unit: percent}]\nversions: [{version: \"1.0\", date: 2022-01}]\n",
        "figures: [{id: pupils, value: 9}]\ntext: {pupils: pupils}\n",
    ],
    &["", "acronym: EUN\nwebsite: https://eun.example/\n", "type: private\nmembership: partner\n", "type: school\n"],
    &[
        "start: 2022-06-01\nend: 2022-06-02\n",
        "start: 2026-04-05\n",
        "start: 2026-03-31\nend: 2026-04-08\nreport: pairs\n",
        "start: 2022-06-01\nonline: true\nstatus: cancelled\n",
    ],
    &["date: 2022-01-02\n", "date: 2022-01-03\n", "date: 2021-05-05\ncountry: CZ\n"],
    &[
        "organisation: eun\ncountries: [CZ]\ncases: [pairs]\nresults: [d1]\ndate: 2022-03-04\n",
        "organisation: eun\ncountries: [HU]\nmeeting: forum\ndate: 2022-03-04\n",
    ],
    &[
        "coordinator: eun\n",
        "diary: [{id: start, date: 2021-05, schools: [cz-a]}]\ntext: {start: We met.}\n",
        "theme: Robots\n",
    ],
    &["partner: eun\n", "priorities: [stem-robotics]\n", "coordinator: {name: A. Nováková}\n"],
    &["", "updated: 2022-02-02\n"],
];

/// When a document is shown.
pub const WHEN: [&str; 5] =
    ["", "draft: true\n", "publish_on: 2026-04-05\n", "expires_on: 2026-04-05\n", "publish_on: 2022-04-05\n"];

/// Bodies; the first two with words have one size.
pub const BODIES: [&str; 14] = [
    "",
    "Plain text, one.\n",
    "Plain text, two.\n",
    "See [a school](/schools/cz-a.md) and [how](/schools/cz-a.md#how-we-work).\n",
    "Before.\n\n## How we work\n\nIn pairs.\n\n## And so on\n\nMore.\n",
    "Before.\n\n## How they work\n\nIn pairs.\n",
    "![A picture](picture.png)\n",
    "![A wide picture](/wide.png) and [a file](/download.txt).\n",
    "::: figures from=\"d1\" show=\"schools\"\n:::\n\n[Tips](/lessons/tips.md#how-we-work)[^1].\n\n[^1]: A note.\n",
    "A [case](/case-studies/pairs.md), [an event](/events/forum.md) and [news](/news/second.md).\n",
    "| A | B |\n|---|---|\n| 1 | 2 |\n\n```rust\nfn main() {}\n```\n\n::: note\nMind \"this\".\n:::\n",
    "Raw <b onclick=\"x()\">HTML</b> <script>x</script>\n",
    "[A country](/countries/cz.md), [a cluster](/clusters/cz-1.md) and [all schools](/schools/index.md).\n",
    "[Nowhere](/nowhere.md)\n",
];

/// Messages of a language, `@` being its tag: enough, others of the same size, none, more, and broken ones.
pub const WORDS: [&str; 5] = [
    "skip-link = Skip @\nnav-main = Menu\nnav-language = Languages\nextra = Extra\n",
    "skip-link = Jump @\nnav-main = Menu\nnav-language = Languages\nextra = Other\n",
    "",
    "skip-link = To the text\nnav-main = Menu @\nnav-language = Languages\nsection-news = Aktuality\nextra = More\n",
    "skip-link = Skip { $\nnav-main = Menu\n",
];

/// Templates of the theme `own` by their names; nothing stands for none, `@base` for that of the theme below.
pub const TEMPLATES: [(&str, &[&str]); 5] = [
    (
        "base.html",
        &[
            "",
            "@base<link href=\"{{ site.root }}{{ asset(path=\"site.css\") }}\">",
            "@base<!-- one -->",
            "@base<!-- two -->",
            "@base{{ t(id=\"extra\") }}",
            "@base{% if %}",
            "@base{{ t(id=\"nobody-wrote-this\") }}",
        ],
    ),
    (
        "school.html",
        &[
            "",
            "{% extends \"document.html\" %}",
            "{% extends \"base.html\" %}{% block main %}<h1>{{ document.title.text }}</h1>{% endblock main %}",
            "{% extends \"base.html\" %}{% block main %}<h2>{{ document.title.text }}</h2>{% endblock main %}",
            "{% extends \"gone.html\" %}",
        ],
    ),
    (
        "list.html",
        &["", "{% extends \"base.html\" %}{% block main %}{{ list.count }}{% endblock main %}", "{{ list.nothing.x }}"],
    ),
    (
        "map.html",
        &[
            "{% extends \"base.html\" %}{% block main %}{{ network.map.mentors }}{% for l in network.map.labels %}{{ l.text.text }}\
             {% endfor %}{% for c in network.countries %}{{ c.title }}{% for k in c.clusters %}{% for s in k.schools %}\
             <a href=\"{{ s.href }}\">{{ s.title.text }}</a>{% endfor %}{% endfor %}{% endfor %}{% endblock main %}",
            "",
            "{% extends \"base.html\" %}{% block main %}{{ network.map.land }}{% endblock main %}",
        ],
    ),
    (
        "timeline.html",
        &[
            "{% extends \"base.html\" %}{% block main %}{% for e in timeline.entries %}<a href=\"{{ e.href }}\">{{ e.title.text }}\
             </a>{{ e.date.text }}{% endfor %}{% for l in timeline.lanes %}{{ l.title.text }}{% for m in l.marks %}{{ m.x }}\
             {{ m.text.text }}{% endfor %}{% endfor %}{% endblock main %}",
            "",
        ],
    ),
];
