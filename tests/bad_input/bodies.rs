//! What a body can say, and where pages can be.

use super::{fixture, refused};

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
