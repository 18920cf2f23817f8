//! What a contributor can get wrong: each with its golden diagnostics, on a site that is already published and that must
//! stay as it is, byte for byte.
//!
//! A fixture is laid over the good site (fixtures/good.txt). The goldens are what a person reads, so read them as one:
//! file, line, column, the mark under the place, and what to do about it.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use common::{Entry, Files, Run, Site, fixture, good, tree};

/// The good site with its public/, as files that a case starts from.
fn published() -> &'static Files {
    static PUBLISHED: LazyLock<Files> = LazyLock::new(|| {
        let site = Site::new(good());
        site.build(&[]);
        tree(&site.root()).into_iter().map(|(path, bytes)| (path, Entry::File(bytes))).collect()
    });
    &PUBLISHED
}

/// Everything on disk but the cache, which remembers what was read whatever came of it.
fn kept(root: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(root).into_iter().filter(|(path, _)| !path.starts_with(".mensi/cache/")).collect()
}

/// Builds the published site with the files of a fixture over it: exit code, and that nothing has changed on disk.
fn refused(fixture_: Files, args: &[&str], code: i32) -> String {
    let site = Site::new(published());
    site.write(&fixture_);
    let before = kept(&site.root());
    let Run { code: exit, out, err } = site.run(&[&["build"], args].concat());
    assert_eq!(exit, code, "{out}{err}");
    assert!(before == kept(&site.root()), "a failed build has changed something:\n{err}");
    format!("{out}{err}")
}

/// Golden diagnostics of some cases, all with exit code 1.
macro_rules! golden {
    ($name:literal, $($case:literal: $fixture:expr,)*) => {{
        let mut text = String::new();
        $(text += &format!("#### {}\n{}\n", $case, refused(fixture(AsRef::<str>::as_ref(&$fixture)), &[], 1));)*
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($name, text.trim_end());
        });
    }};
}

#[test]
fn files_and_languages() {
    golden!(
        "files-and-languages",
        "a language that is not configured": "
//- content/about.hu.md
---
title: Rólunk
---
",
        "a language that is nearly one": "
//- content/schools/cz-mentor.cz.md
---
title: ZŠ Lipová
---
",
        "a source in a language that is not configured": "
//- content/news/extra.md
---
title: Obavijest
language: hr
---
",
        "two files for one language: the source and a translation": "
//- content/about.en.md
---
title: About us
---
",
        "two files for one language: a file and a folder": "
//- content/about/index.md
---
title: About us
---
",
        "a translation without a source": "
//- content/news/second.cs.md
---
title: Druhá zpráva
---
",
        "dots in a name": "
//- content/news/report-1.2.final.md
---
title: Report
---
",
        "a name that cannot be an address": "
//- content/news/Naše_škola.md
---
title: Škola
---
",
        "a kind that is not there": "
//- content/terms/enabler/leadership.md
---
title: Leadership
---
",
        "a file too deep in a section": "
//- content/schools/cz/olomouc/lipova.md
---
title: Lipová
---
",
        "folders that are nearly called as sections are, beside an error": "
//- content/nwes/first.md
---
title: First
---
//- content/nwes/second.md
---
title: Second
---
//- content/case-study/first.md
---
title: First
---
//- content/school.md
---
title: A school of our own
---
//- content/school/garden.md
---
title: Its garden
---
//- content/news/page.md
---
title: Page
---
",
        "texts whose names do not end in .md, beside an error": "
//- content/news/visit.MD
---
title: Visit
---
//- content/news/second.md.txt
---
title: Second
---
//- content/news/page.md
---
title: Page
---
",
        "a page with the name of a page of a list": "
//- content/news/page.md
---
title: Page
---
",
    );
}

#[test]
fn front_matter() {
    golden!(
        "front-matter",
        "a fact in a translation": "
//- content/events/forum.cs.md
---
title: Fórum
start: 2022-06-01
place: Olomouc
country: CZ
---
",
        "a document that nobody ever sees": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
publish_on: 2022-02-01
expires_on: 2022-01-15
---
",
        "an unknown field, far from any and near one": "
//- content/schools/extra.md
---
title: Extra
role: mentor
telephone: 123
clustr: cz-1
---
",
        "a missing title": "
//- content/news/second.md
---
date: 2022-01-01
---
",
        "an empty title": "
//- content/news/second.md
---
title:
date: 2022-01-01
---
",
        "a title that is not filled in yet; a summary may be empty": "
//- content/about.cs.md
---
title: \"\"
summary: \"\"
---
",
        "required facts that are missing, and inside an entry": "
//- content/schools/extra.md
---
title: Extra
---
//- content/events/extra.md
---
title: Extra
---
//- content/clusters/extra.md
---
title: Extra
diary:
  - date: 2021-05
    activity: workshop
---
",
        "no front matter at all": "
//- content/news/second.md
# Second

We go on.
",
        "an empty file": "
//- content/news/second.md
",
        "front matter without an end": "
//- content/news/second.md
---
title: Second

We go on.
",
        "front matter over 64 KiB": format!("
//- content/news/second.md
---
title: Second
extra:
{}---
", (0..4000).map(|n| format!("  field-{n}: value\n")).collect::<String>()),
        "a field twice": "
//- content/about.md
---
title: About
summary: One
title: About us
---
## What we do
",
        "not YAML: a colon in a value": "
//- content/news/second.md
---
title: Second: we go on
---
",
        "not YAML: an open quotation mark": "
//- content/news/second.md
---
title: \"Second
date: 2022-01-01
---
",
        "not YAML: a tab": "
//- content/news/second.md
---
title: Second
image:
\tfile: a.png
date: 2022-01-01
---
",
        "not YAML: values that begin with a sign of YAML's": "
//- content/news/second.md
---
title: [Draft] Our school
---
//- content/news/third.md
---
title: @mensi says hello
---
//- content/news/fourth.md
---
title: \"Hello\" says the school
---
//- content/news/fifth.md
---
title: *New* tools
---
//- content/news/sixth.md
---
title: #mensi
---
//- content/news/seventh.md
---
title: Lists
challenges: [small-rural-schools
---
",
        "text where fields are wanted": "
//- content/news/second.md
---
We go on
---
",
        "a text that YAML takes for something else": "
//- content/news/second.md
---
title: no
summary: [a, b]
draft: maybe
---
",
        "numbers and dates as they are written at home": "
//- content/schools/lipova.md
---
title: School
role: mentor
location: {lat: 49,2, lon: 16,6}
---
//- content/news/second.md
---
title: Second
date: 14.5.2026
---
",
        "yes, no and numbers with a comma": "
//- content/case-studies/second.md
---
title: Second
anonymous: yes
draft: 'false'
costs: [{id: travel, amount: \"12,50\"}, {id: hall, amount: \"1,200\"}]
---
",
        "a location in other forms": "
//- content/schools/one.md
---
title: One
role: mentor
location: 49.59, 17.25
---
//- content/schools/two.md
---
title: Two
role: mentor
location: [49.59, 17.25]
---
",
        "fields by the names that they have elsewhere": "
//- content/schools/lipova.md
---
name: School
description: A school
role: mentor
coordinates: 49.59, 17.25
---
//- content/news/second/index.md
---
title: Second
image:
  file: class.png
  alt: A class
  caption: In spring
  photographer: Jana
date: 2022-01-01
---
//- content/news/second/class.png
x
",
        "a picture beside a document that has another mistake": "
//- content/news/second/index.md
---
titel: Second
---
//- content/news/second/plan.pdf
x
",
        "an alias bomb": "
//- content/news/second.md
---
title: Second
extra:
  a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
  f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
  g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
  h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]
  i: [*h, *h, *h, *h, *h, *h, *h, *h, *h, *h]
---
",
        "nested without end": format!("
//- content/news/second.md
---
title: Second
extra: {}
---
", "[".repeat(5000)),
        "not UTF-8": "
//- content/news/second.md latin1
---
title: Druhá
---
Škola bez kódování: é
".replace('Š', "S"),
    );
}

#[test]
fn values() {
    golden!(
        "values",
        "an unknown country": "
//- content/schools/extra.md
---
title: Extra
role: mentee
cluster: cz-1
country: [CZ, XX, Czechia]
---
",
        "an unknown challenge, and the one that was meant": "
//- content/news/second.md
---
title: Second
challenges: [small-rural-school, noise]
---
",
        "an unknown value of every sort": "
//- content/case-studies/second.md
---
title: Second
approach: botom-up
outcome: great
activities: [workshops]
costs: [{id: travel, amount: much}]
---
",
        "a currency that is none": "
//- content/case-studies/second.md
---
title: Second
costs: [{id: travel, amount: 10, currency: CZK}, {id: hall, amount: 10, currency: Euro}]
---
",
        "unknown references, near and far": "
//- content/case-studies/second.md
---
title: Second
cluster: cz-2
schools: [cz-mentro, hr-school]
---
//- content/schools/lonely.md
---
title: Lonely
role: mentee
cluster: nowhere
---
",
        "dates that do not exist": "
//- content/news/second.md
---
title: Second
date: 2021-02-30
updated: 14.5.2021
publish_on: 2021-05
---
",
        "an event that ends before it starts": "
//- content/events/forum.md
---
title: Forum
start: 2022-06-02
end: 2022-06-01
---
",
        "addresses": "
//- content/organisations/eun.md
---
title: European Schoolnet
website: javascript:alert(1)
---
//- content/organisations/other.md
---
title: Other
website: www.example.org
---
",
        "`..` and other things in a slug": "
//- content/about.md
---
title: About
slug: ../../etc
---
## What we do
//- content/about.cs.md
---
title: O nás
slug: O nás
---
",
        "`..` and other things in an alias": "
//- content/about.md
---
title: About
aliases: [/en/../../x/, en/old/, /en/fine/, 'https://example.org/']
---
## What we do
",
        "a picture beside a document without a folder": "
//- content/about.md
---
title: About
image: {file: team.jpg, credit: Jana, licence: CC-BY-4.0}
image_alt: The team
---
## What we do
",
        "a picture without rights, licences by other names, news without a date, beside an error": "
//- content/news/second.md
---
title: Second
licence: CC BY-SA
image: {file: /mark.svg, licence: cc-by-4}
image_alt: The mark
---
//- content/news/third.md
---
title: Third
date: 2022
licence: mine
image: {file: /mark.svg, credit: © Jana}
image_alt: The mark
---
//- content/policy-exchange/first.md
---
title: First
date: 2022
image: {file: /mark.svg}
image_alt: The mark
---
See [nothing](/nothing.md).

::: figure src=\"/mark.svg\" alt=\"The mark\" licence=\"CC BY\"
:::
//- static/mark.svg
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>
",
        "a picture whose consent has ended, beside an error": "
//- content/news/second.md
---
title: Second
date: 2022
image: {file: /mark.svg, credit: Jana, licence: CC-BY-4.0, consent_until: 2021-12-31}
image_alt: The mark
---
See [nothing](/nothing.md).
//- static/mark.svg
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>
",
        "`..` in the name of a picture": "
//- content/about.md
---
title: About
image: {file: ../../mensi.yaml}
---
## What we do
",
        "words for an entry that is not there": "
//- content/case-studies/pairs.cs.md
---
title: Dvojice
text: {haed: Naučili jsme se., tail: Nic.}
---
",
    );
}

#[test]
fn bodies() {
    golden!(
        "bodies",
        "broken links": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
[a](/abuot.md), [b](../nothing.md), [c](/about.cs.md), [d](notes), [e](/news/)
and [the file](report.pdf).
",
        "broken headings": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
[a](/about.md#what-we-did), [b](#start), [c](/organisations/eun.md#history)
",
        "`..` in a link and a picture": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
[a](../../../etc/passwd.md), [b](../../mensi.yaml)

![c](../../../etc/passwd)
",
        "pictures that are not there, or elsewhere": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
![a](class.png) ![b](https://example.org/b.png)
",
        "pictures that are empty, or others than their names say": "
//- content/news/start/index.md
---
title: We start
date: 2022-01-01
---
![a](empty.png) ![b](photo.png)
//- content/news/start.md removed
//- content/news/start/empty.png
//- content/news/start/photo.png
GIF89a
",
        "a figure of a result that is not there": "
//- content/results/survey.md
---
title: Survey
figures: [{id: schools, value: 24}, {id: pupils, value: 9}]
---
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
::: figures from=\"survey\" show=\"pupils, school\"
:::

::: figures from=\"servey\" show=\"pupils\"
:::
",
        "a figure without quotation marks": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
::: figure src=class.png alt=A class at work
In spring.
:::

::: figure src=“class.png” alt=\"A class\"
:::

::: figure src = \"class.png\" alt=\"A class\"
:::

::: figure src=\"class.png alt=A class
:::
",
        "addresses that are not safe": "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
[a](javascript:alert(1)) and [b](data:text/html,x)
",
    );
}

#[test]
fn one_address() {
    golden!(
        "one-address",
        "two slugs": "
//- content/news/start.md
---
title: We start
slug: news
date: 2022-01-01
---
//- content/news/second.md
---
title: Second
slug: news
date: 2022-01-01
---
",
        "a slug and an id, in one language": "
//- content/join.md
---
title: Join
---
//- content/join.cs.md
---
title: Přidejte se
slug: o-nas
---
",
        "a page and a section": "
//- content/join.md
---
title: Join
slug: schools
---
",
        "an alias and a page": "
//- content/news/start.md
---
title: We start
aliases: [/en/about/, /en/start/]
date: 2022-01-01
---
//- content/join.md
---
title: Join
aliases: [/en/start/]
---
",
        "an alias below a file, and in the place of one": "
//- content/join.md
---
title: Join
aliases: [/robots.txt/, /404.html, /sitemap.xml/x/]
---
",
        "a case in the place of the comparison": "
//- content/case-studies/compare.md
---
title: Compare
---
",
        "an alias in the place of what the site makes": "
//- content/join.md
---
title: Join
aliases: [/en/schools/, /en/countries/cz/, /en/case-studies/compare/, /404.html, /notes/]
---
//- static/notes/index.html
mine
",
        "a file of static/ and a page": "
//- static/en/about/index.html
<p>mine
",
        "a file of static/ and a folder": "
//- static/en
mine
",
        "a slug that is too long for a disk": format!("
//- content/join.md
---
title: Join
slug: {}
---
", "a".repeat(300)),
    );
}

#[test]
fn configuration() {
    golden!(
        "configuration",
        "all that can be wrong at once": "
//- mensi.yaml
titel: MenSI
base_url: mensi.example.eu
default_language: de
languages: [en, cs, cs]
theme: plian
fallback: {cs: [hu], xx: [en]}
",
        "languages and mirrors": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: de
languages: [en, cs, cs]
theme: plain
fallback: {cs: [hu], xx: [en]}
locales: {cs: '?'}
mirrors:
  - {name: cz, base_url: https://mensi.example.cz/, languages: [cs, sk]}
  - {name: cz, base_url: https://mensi.example.cz/, languages: []}
",
        "a theme that is nearly there": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plian
",
        "yes and no": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
search: yes
cards: no
",
        "not UTF-8": "
//- mensi.yaml latin1
title: MenSI é
",
        "a legal page that is not there": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
legal: {privacy: abuot, accessibility: about}
project: {coordinator: eum, email: a@example.org}
",
        "a project that ends before it starts, after a mark": "
//- mensi.yaml bom
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
project: {start: 2023-01, end: 2020-11}
",
    );
}

#[test]
fn theme() {
    golden!(
        "theme",
        "templates that do not parse, all of them": r#"
//- themes/plain/templates/document.html
{% extends "base.html" %}
{% block main %}
<h1>{{ document.title.text }</h1>
{% endblock main %}
//- themes/plain/templates/list.html
{% if list.pages %}
<p>
"#,
        "a template that extends nothing": r#"
//- themes/plain/templates/not-found.html
{% extends "bsae.html" %}
"#,
        "a template without its page": "
//- themes/plain/templates/list.html removed
",
        "a template that asks for what is not there": r#"
//- themes/plain/templates/not-found.html
<p>{{ page.tilte }}</p>
"#,
        "a theme that is its own parent": "
//- themes/plain/theme.yaml
name: plain
parent: plain
",
        "themes that are built on each other": "
//- themes/plain/theme.yaml
name: plain
parent: other
//- themes/other/theme.yaml
name: othr
parent: plain
",
        "a part of the frame that asks for what is not there": "
//- themes/plain/templates/frame/brand.html
<p>Welcome</p>
<b>{{ site.titel }}</b>
",
        "a folder of a theme that nothing reads, beside an error": "
//- themes/plain/template/frame/brand.html
<b>Mine</b>
//- themes/plain/templates/frame/brand.html
<b>{{ site.titel }}</b>
",
        "a theme without theme.yaml": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: ourselves
//- themes/ourselves/templates/frame/brand.html
<b>Mine</b>
",
        "a block that is not there, and one that is nearly": r#"
//- themes/plain/templates/school.html
{% extends "document.html" %}
{% block mian %}<p>Hello</p>{% endblock %}
//- themes/plain/templates/event.html
{# {% block none %} #}
{% extends "document.html" %}
{% block sidebar %}{% endblock %}
"#,
        "fields of what is not there": r#"
//- themes/plain/templates/not-found.html
<p>{{ paeg.title }}</p>
//- themes/plain/templates/chooser.html
<p>{{ page.card.title }}</p>
//- themes/plain/templates/document.html
<p>{{ document.titel.text }}</p>
"#,
        "components, templates, functions and filters that are not there": r#"
//- themes/plain/templates/not-found.html
{{ <notice of={page} /> }} {% include "bsae.html" %}
{{ page.title | shout }} {{ asett(path="x") }}
"#,
        "a document.html without the blocks that the parent theme fills": r#"
//- themes/plain/theme.yaml
name: plain
parent: mensi
//- themes/plain/templates/list.html
{% extends "base.html" %}{% block main %}{% block groups %}{% endblock %}{% endblock %}
//- themes/plain/templates/base.html
{% block head %}{% endblock %}{% block main %}{% endblock %}{% block content %}{% endblock %}{% block og_type %}{% endblock %}
"#,
        "a component that is there already": r#"
//- themes/plain/theme.yaml
name: plain
parent: mensi
//- themes/plain/templates/base.html
{% block head %}{% endblock %}{% block main %}{% endblock %}{% block content %}{% endblock %}{% block og_type %}{% endblock %}
//- themes/plain/templates/document.html removed
//- themes/plain/templates/mine.html
{% component notices(of) %}<p>{{ of }}</p>{% endcomponent notices %}
"#,
        "a template that extends itself": r#"
//- themes/plain/templates/not-found.html
{% extends "not-found.html" %}
"#,
        "templates that nothing uses, and what browsers pass over, beside an error": r#"
//- themes/plain/templates/dokument.html
<p>{{ document.title.text }}</p>
//- themes/plain/templates/part.html
<p>Included</p>
//- themes/plain/templates/extra.css
p { color: red }
//- themes/plain/templates/not-found.html
{% extends "base.html" %}
{% block main %}
{% include "part.html" %}
<style>p { color: red }</style>
<p style="color: red" onclick="go()">{{ page.tilte }}</p>
<script>go()</script>
{% endblock %}
"#,
        "a template that calls an unknown message": r#"
//- themes/plain/templates/document.html
{% extends "base.html" %}
{% block main %}<p>{{ t(id="read-mroe") }}</p>{% endblock main %}
"#,
        "a template that names an unknown file": r#"
//- themes/plain/static/site.css
p { color: black }
//- themes/plain/templates/not-found.html
<link rel="stylesheet" href="{{ site.root }}{{ asset(path="stie.css") }}">
"#,
        "a stylesheet that names an unknown file": "
//- themes/plain/static/site.css
p { background: url(paper.png) }
",
        "a theme that is built on one that is not there": "
//- themes/plain/theme.yaml
name: plain
parent: mensy
",
        "messages that do not parse": "
//- i18n/en/mine.ftl
fine = Fine
broken = { $count ->
another = Another
= nothing
",
        "a message of the site that fails where it is used": r#"
//- i18n/en/mine.ftl
skip-link = To the { $place }
"#,
        "messages that are not UTF-8": "
//- i18n/cs/mine.ftl latin1
skip-link = Pøejít
",
    );
}

#[cfg(unix)]
#[test]
fn links_on_disk() {
    golden!(
        "links-on-disk",
        "a link to a file out of the tree": "
//- content/news/passwd.md -> /etc/passwd
",
        "a link to a folder out of the tree": "
//- content/everything -> ../..
",
        "a link that leads nowhere": "
//- content/news/gone.md -> nothing.md
",
        "a link into the output": "
//- static/home.html -> ../public/en/index.html
",
    );
}

/// Many of them in one site are shown in one run.
#[test]
fn many_at_once() {
    golden!("many-at-once", "one site": MANY,);
}

const MANY: &str = r#"
//- content/about.md latin1
---
title: À propos
---
//- content/about.hu.md
---
title: Rólunk
---
//- content/schools/cz-mentor.md
---
title: ZŠ Lipová
title: ZŠ Lipová, Olomouc
role: mentr
cluster: cz-1
country: Czech Republic
---
## How we work
//- content/schools/cz-mentor.cs.md
---
title: ZŠ Lipová
role: mentor
---
//- content/case-studies/pairs.md
---
title: Pairs of teachers
cluster: cz-1
schools: [cz-mentor, cz-mente]
date: 2022-13
---
It [worked](/schools/cz-mentee.md#how).
//- content/events/forum.md
---
title: Forum
start: 2022-06-02
end: 2022-06-01
---
//- content/news/start.md
---
titel: We start
---
//- content/news/second.md
---
title: Second
slug: ../second
//- content/news/third.cs.md
---
title: Třetí
---
//- themes/plain/templates/list.html
{% for group in list.groups %}
//- i18n/cs/mine.ftl
skip-link = { $x ->
"#;

/// The same for editors: a line each, and an object each.
#[test]
fn other_formats() {
    let shown = |format: &str| refused(fixture(MANY), &["--format", format], 1);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("many-at-once-short", shown("short"));
        insta::assert_snapshot!("many-at-once-json", shown("json"));
    });
}

#[test]
fn accepted() {
    let site = Site::new(good());
    site.write(&fixture(
        "
//- mensi.yaml bom
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
//- content/news/bom.md bom
---
title: With a mark
date: 2022-01-01
---
Read [on](/about.md).
//- content/news/crlf.md crlf
---
title: With carriage returns
summary: |
  Two
  lines
date: 2022-01-01
---
Read [on](/about.md).

- one
- two
//- content/results/index.md
---
title: Results to come
---
//- static/static/notes.txt
Mine
//- i18n/cs/mine.ftl bom
skip-link = Na obsah
//- i18n/en/mine.ftl crlf
skip-link = To the text
",
    ));
    site.build(&[]);
    let public = site.public();
    let page = |path: &str| String::from_utf8(public[path].clone()).expect("UTF-8");
    assert!(page("en/news/bom/index.html").contains("<h1>With a mark</h1>"));
    let crlf = page("en/news/crlf/index.html");
    assert!(crlf.contains("<h1>With carriage returns</h1>") && crlf.contains("<li>one</li>"), "{crlf}");
    assert!(!crlf.contains('\r'));
    assert!(page("cs/index.html").contains("Na obsah</a>") && page("en/index.html").contains("To the text</a>"));
    assert_eq!(page("static/notes.txt"), "Mine\n");
    // A section without documents has neither page nor menu entry.
    assert!(!public.keys().any(|path| path.starts_with("en/results")));
    assert!(!page("en/index.html").contains("Results to come"));
}

/// What stops no build, and is told.
#[test]
fn warnings() {
    let cases = [
        (
            "messages that nobody reads",
            "
//- i18n/cz/site.ftl
home = Domů
//- i18n/cz/more.ftl
menu = Nabídka
//- i18n/site.ftl
home = Home
//- i18n/cs/site.flt
home = Domů
//- i18n/fr/site.ftl
home = Accueil
",
        ),
        (
            "links to nowhere",
            "
//- content/news/start.md
---
title: We start
date: 2022-01-01
---
See [the school][school], [about us][] and [this], or [the list][news].

[news]: /about.md
",
        ),
    ];
    let mut text = String::new();
    for (case, files) in cases {
        let site = Site::new(published());
        site.write(&fixture(files));
        let Run { code, out, err } = site.run(&["check"]);
        assert_eq!(code, 0, "{case}: {out}{err}");
        text += &format!("#### {case}\n{err}\n");
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("warnings", text.trim_end());
    });
}

/// The call was wrong or the machine failed: exit code 2, and what stands in the way is still there.
mod machine {
    use super::*;

    #[test]
    fn there_is_no_mensi_yaml() {
        let text = refused(fixture("//- mensi.yaml removed\n"), &[], 2);
        insta::assert_snapshot!(text, @r"
        error[no-config]: there is no mensi.yaml in [site]
         |
         = help: start a site there with `mensi-site init`, or name the folder of your site with `--root FOLDER`
        ");
    }

    #[test]
    fn there_is_no_such_mirror() {
        let text = refused(Files::new(), &["--mirror", "cz"], 2);
        insta::assert_snapshot!(text, @r"
        error[unknown-mirror]: mensi.yaml has no mirror `cz`
         |
         = help: mensi.yaml describes no mirror: add one under `mirrors`

        1 error: nothing was published
        ");
    }

    #[test]
    fn a_file_in_the_place_of_public() {
        let site = Site::new(good());
        fs::write(site.root().join("public"), "mine").expect("a file");
        let Run { code, out, err } = site.run(&["build"]);
        assert_eq!((code, out.as_str()), (2, ""));
        insta::assert_snapshot!(err, @r"
        error[bad-output]: cannot build into [site]/public: it is a file, not a folder; move it away
         |
         = help: name a folder of its own with --out, or leave --out away to build into public/
        ");
        assert_eq!(fs::read_to_string(site.root().join("public")).expect("a file"), "mine");
    }

    #[test]
    fn a_foreign_file_in_public() {
        let site = Site::new(good());
        site.build(&[]);
        site.write(&fixture("//- content/join.md\n---\ntitle: Join\n---\n//- public/en/join/index.html\nmine\n"));
        let before = site.public();
        let Run { code, out, err } = site.run(&["build"]);
        assert_eq!((code, out.as_str()), (1, ""));
        insta::assert_snapshot!(err, @r"
        error[foreign-file]: public/en/join/index.html is in the way: mensi-site did not write it, and will not overwrite it
        --> public/en/join/index.html
         = help: move it away or delete it, and build again; if it belongs to the site, put it into static/

        1 error: nothing was published
        ");
        assert_eq!(site.public(), before);
        // One that is in nobody's way stays.
        fs::remove_file(site.root().join("public/en/join/index.html")).expect("a file");
        fs::write(site.root().join("public/CNAME"), "mine").expect("a file");
        site.build(&[]);
        assert_eq!(site.public()["CNAME"], b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_is_read_only() {
        use std::os::unix::fs::PermissionsExt;
        let site = Site::new(published());
        site.write(&fixture("//- content/join.md\n---\ntitle: Join\n---\n"));
        let public = site.root().join("public");
        let mode = |mode| fs::set_permissions(&public, fs::Permissions::from_mode(mode)).expect("our own folder");
        mode(0o555);
        let writable = fs::write(public.join("probe"), "").is_ok();
        let before = site.public();
        let run = (!writable).then(|| site.run(&["build"]));
        mode(0o755);
        let Some(Run { code, out, err }) = run else {
            eprintln!("SKIPPED: this user may write into folders that are read-only (root)");
            return;
        };
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains("permission denied") && err.contains("who owns it"), "{err}");
        assert_eq!(site.public(), before);
    }

    /// On a file system of a few hundred KiB, where one can be mounted.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk() {
        use std::process::Command;
        let site = Site::new(good());
        site.build(&[]);
        let disk = site.root().join("disk");
        fs::create_dir(&disk).expect("a folder");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(&disk).output();
        if !mounted.is_ok_and(|mount| mount.status.success()) {
            eprintln!("SKIPPED: no file system can be mounted here, so that none can be full");
            return;
        }
        let out = disk.join("public").display().to_string();
        let small = site.run(&["build", "--out", &out]);
        let before = tree(&disk);
        site.write(&fixture(&format!("//- static/large.bin\n{}\n", "x".repeat(400_000))));
        let run = site.run(&["build", "--out", &out]);
        let after = tree(&disk);
        let _ = Command::new("umount").arg(&disk).output();
        assert_eq!(small.code, 0, "{}", small.err);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        insta::assert_snapshot!(run.err, @r"
        error[machine]: cannot write large.bin: there is no space left
         |
         = help: free some space on that disk, then run the same command again
        ");
        assert!(before == after, "the site on the full disk has changed");
    }
}
