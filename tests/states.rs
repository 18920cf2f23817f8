//! What a document is in each language, and that everything on its page and about it agrees (design, section 2).
//!
//! One golden for the whole of a small site: for each document and language what notice, `lang`, canonical, hreflang,
//! switcher, list, sitemap, feed and robots say.

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;

use common::{Files, attributes, fixture, options, pages, with_theme};
use mensi_site::foundation::Hash;

const LANGUAGES: [&str; 4] = ["en", "cs", "hr", "hu"];
const BASE: &str = "https://mensi.example.eu/";

const SITE: &str = "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs, hr, hu]
fallback: {hr: [cs, en], hu: none}
theme: plain
//- content/index.md
---
title: Home
---
//- content/news/full.md
---
title: Full
summary: In all languages
date: 2022-01-01
---
Source.
//- content/news/full.cs.md
---
title: Celé
---
Překlad.
//- content/news/full.hr.md
---
title: Cijelo
origin: machine
---
Stroj.
//- content/news/full.hu.md
---
title: Egész
origin: post-edited
slug: egesz
---
Utószerkesztett.
//- content/news/lock.md
---
title: Changed
summary: A summary
date: 2022-01-02
---
First   block,
on two lines.

- second
- block
//- content/news/lock.cs.md
---
title: Zastaralé
---
Starý překlad.
//- content/news/lock.hr.md
---
title: Svježe
origin: machine
---
Novi prijevod.
//- content/news/chain.md
---
title: Chain
date: 2022-01-03
---
English.
//- content/news/chain.cs.md
---
title: Řetěz
summary: Česky
---
Česky.
//- content/news/foreign.md
---
title: Magyarul
language: hu
date: 2022-01-04
---
Magyar szöveg.
//- content/schools/neutral.md
---
title: ZŠ Lipová
language: cs
role: mentor
cluster: c
country: CZ
updated: 2022-01-05
---
//- content/schools/named.md
---
title: OŠ Lipa
name_language: hr
role: mentee
cluster: c
country: HR
---
//- content/schools/spoken.md
---
title: A school with words
role: mentee
cluster: c
---
Words.
";

fn site() -> Files {
    let print = |text: &str| Hash::of(text.as_bytes()).short(8);
    // Title, summary, then the blocks, with their white space collapsed.
    let now = ["Changed", "A summary", "First block, on two lines.", "- second - block"].map(print);
    let before = [print("Changed"), print("A summary"), print("First block."), now[3].clone()];
    let lock = |prints: [String; 4]| format!("content/news/lock.md\n{}\n", prints.join(" "));
    let mut text = SITE.to_owned();
    text += &format!("//- i18n/cs/translated.lock\n{}", lock(before));
    text += &format!("//- i18n/hr/translated.lock\n{}", lock(now));
    with_theme(fixture(&text))
}

/// The page of a document in a language: its path, and its HTML.
fn find<'a>(pages: &'a BTreeMap<String, String>, lang: &str, names: &[&str]) -> Option<(&'a str, &'a str)> {
    let is_it = |path: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        matches!(parts[..], [first, _, name, "index.html"] if first == lang && names.contains(&name))
    };
    pages.iter().find(|(path, _)| is_it(path)).map(|(path, html)| (path.as_str(), html.as_str()))
}

fn first(found: Vec<&str>) -> &str {
    found.first().copied().unwrap_or("–")
}

/// The value of an attribute of the tag that begins so; `–` where there is none.
fn of_tag<'a>(html: &'a str, tag: &str, name: &str) -> &'a str {
    first(attributes(html, &[tag], name))
}

fn report(pages: &BTreeMap<String, String>, names: &[&str]) -> String {
    let mut out = format!("## {}\n", names[0]);
    for lang in LANGUAGES {
        let Some((path, html)) = find(pages, lang, names) else {
            let _ = writeln!(out, "\n{lang}: absent");
            continue;
        };
        let route = path.trim_end_matches("index.html");
        let address = format!("{BASE}{route}");
        let list = route.split('/').take(2).collect::<Vec<_>>().join("/");
        let state = format!("{}/", route.split('/').nth(2).expect("a document of a section"));
        let state = first(attributes(
            &pages[&format!("{list}/index.html")],
            &[&format!("href=\"../../{list}/{state}\"")],
            "class",
        ));
        let short = |address: &str| address.strip_prefix(BASE).map_or(address.to_owned(), |path| format!("/{path}"));
        let alternates: Vec<String> = attributes(html, &["rel=\"alternate\"", "hreflang="], "hreflang")
            .into_iter()
            .zip(attributes(html, &["rel=\"alternate\"", "hreflang="], "href"))
            .map(|(lang, href)| format!("{lang} {}", short(href)))
            .collect();
        let nav =
            html.split("class=\"switcher\"").nth(1).and_then(|rest| rest.split("</nav>").next()).expect("a switcher");
        let links: Vec<String> = nav
            .split("<a ")
            .skip(1)
            .map(|tag| format!("<a {tag}"))
            .map(|tag| {
                format!("{} {} {}", of_tag(&tag, "a ", "lang"), of_tag(&tag, "a ", "class"), of_tag(&tag, "a ", "href"))
            })
            .collect();
        let notices: Vec<&str> =
            html.split("<p class=\"notice ").skip(1).filter_map(|rest| rest.split("</p>").next()).collect();
        let in_sitemap = pages[&format!("sitemap-{lang}.xml")].contains(&format!("<loc>{address}</loc>"));
        let feed = pages.get(&format!("{list}/feed.xml"));
        let in_feed = feed.is_some_and(|feed| feed.contains(&format!("<id>{address}</id>")));
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        let _ = writeln!(out, "\n{lang}: {state} at /{route}");
        let _ = writeln!(
            out,
            "  lang: page {}, heading {}, body {}",
            of_tag(html, "html ", "lang"),
            of_tag(html, "h1", "lang"),
            of_tag(html, "div class=\"body\"", "lang"),
        );
        let _ = writeln!(out, "  canonical: {}", short(of_tag(html, "rel=\"canonical\"", "href")));
        let _ = writeln!(out, "  hreflang: {}", alternates.join(", "));
        let _ = writeln!(out, "  switcher: {}", links.join(", "));
        for notice in notices {
            let _ = writeln!(out, "  notice: {}", notice.replacen("\">", ": ", 1));
        }
        let noindex = html.contains("content=\"noindex\"");
        let _ = writeln!(out, "  sitemap: {}, feed: {}, noindex: {}", yes(in_sitemap), yes(in_feed), yes(noindex));
    }
    out
}

#[test]
fn every_state_everywhere() {
    let pages = pages(&site(), &options());
    let all = [&["full", "egesz"][..], &["lock"], &["chain"], &["foreign"], &["neutral"], &["named"], &["spoken"]];
    let report: Vec<String> = all.iter().map(|names| report(&pages, names)).collect();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("states", report.join("\n"));
    });
}

/// What is older, and than what: by the date of the original, where it has one, no more precise than it was written.
#[test]
fn the_notice_of_an_outdated_page_says_when_its_original_was_updated() {
    let mut files = site();
    let notice = |files: &Files| {
        let pages = pages(files, &options());
        let (_, html) = find(&pages, "cs", &["lock"]).expect("a page");
        let after = html.split_once("class=\"notice outdated\">").expect("a notice").1;
        after.split_once("</p>").expect("its end").0.to_owned()
    };
    let without = notice(&files);
    assert!(without.contains("se od jejího překladu změnil"), "{without}");
    let path = "content/news/lock.md";
    let Some(common::Entry::File(bytes)) = files.get(path) else { panic!("the fixture has {path}") };
    let dated =
        String::from_utf8_lossy(bytes).replacen("date: 2022-01-02\n", "date: 2022-01-02\nupdated: 2022-05\n", 1);
    files.insert(path.to_owned(), common::Entry::File(dated.into()));
    let with = notice(&files);
    assert!(with.contains("starší než originál") && with.contains("květen 2022"), "{with}");
    assert!(with.contains("hreflang=\"en\""), "the original is offered: {with}");
}

/// The sitemap says the same of its pages as they do.
#[test]
fn the_sitemap_agrees_with_the_pages() {
    let pages = pages(&site(), &options());
    let mut entries = 0;
    for lang in LANGUAGES {
        for entry in pages[&format!("sitemap-{lang}.xml")].split("<url>").skip(1) {
            let address = entry.split("<loc>").nth(1).and_then(|rest| rest.split("</loc>").next()).expect("an address");
            let path = address.strip_prefix(BASE).expect("an address of the site");
            let html = &pages[&format!("{path}index.html")];
            let of = |text: &str, mark: &str| {
                let marks = [mark, "hreflang="];
                attributes(text, &marks, "hreflang")
                    .into_iter()
                    .map(str::to_owned)
                    .zip(attributes(text, &marks, "href").into_iter().map(str::to_owned))
                    .collect::<Vec<_>>()
            };
            assert_eq!(of(entry, "xhtml:link"), of(html, "rel=\"alternate\""), "{path}");
            assert_eq!(of_tag(html, "rel=\"canonical\"", "href"), address, "{path}");
            assert!(!html.contains("content=\"noindex\""), "{path}");
            entries += 1;
        }
    }
    assert!(entries > 20, "{entries}");
}

/// hreflang holds both ways, or search engines take no notice of it.
#[test]
fn hreflang_is_mutual() {
    let pages = pages(&site(), &options());
    let alternates = |html: &str| {
        attributes(html, &["rel=\"alternate\"", "hreflang="], "href")
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<String>>()
    };
    for (path, html) in pages.iter().filter(|(path, html)| path.ends_with("/index.html") && !html.contains("noindex")) {
        let own = format!("{BASE}{}", path.trim_end_matches("index.html"));
        for other in alternates(html).iter().filter(|other| *other != BASE) {
            let there = &pages[&format!("{}index.html", other.strip_prefix(BASE).expect("an address of the site"))];
            assert!(alternates(there).contains(&own), "{other} does not name {own}");
        }
    }
}
