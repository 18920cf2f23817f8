//! What front matter can have.

use super::{fixture, refused};

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
