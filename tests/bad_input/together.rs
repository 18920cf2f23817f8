//! Many mistakes in one site; what is none; and what stops no build, and is told.

use super::common::{Run, Site, good};
use super::{fixture, published, refused};

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
