//! What the values of front matter can be.

use super::{fixture, refused};

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
