//! States at the edges: pages that are no document's own, and words that are no page's own.

mod common;

use std::collections::BTreeMap;

use common::{attributes, fixture, options, pages, render, snapshot, with_theme};

const CONFIG: &str = "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs, hr, hu]
fallback: {cs: [hr, en], hr: [cs, en], hu: none}
theme: plain
";

fn site(files: &str) -> BTreeMap<String, String> {
    pages(&with_theme(fixture(&format!("{CONFIG}{files}"))), &options())
}

fn head<'h>(html: &'h str, mark: &str) -> Option<&'h str> {
    attributes(html, &[mark], "href").first().copied()
}

#[test]
fn home_is_in_every_language_with_a_file_or_without() {
    let news = "//- content/news/a.md\n---\ntitle: A\ndate: 2022-01-01\n---\nText.\n";
    let without = site(news);
    let english = site(&format!("{news}//- content/index.md\n---\ntitle: Home\nsummary: Words\n---\nHello.\n"));
    for lang in ["en", "cs", "hr", "hu"] {
        assert!(without.contains_key(&format!("{lang}/index.html")), "{lang}: every page leads home");
        assert!(english.contains_key(&format!("{lang}/index.html")), "{lang}: every page leads home");
    }
}

#[test]
fn later_pages_of_a_fallback_are_a_fallback() {
    let mut files = String::from("//- content/countries/hr.md\n---\ntitle: Croatia\nsummary: Words\n---\nText.\n");
    for number in 0..25 {
        files += &format!("//- content/schools/s{number}.md\n---\ntitle: S{number}\nrole: mentee\ncountry: HR\n---\n");
    }
    let site = site(&files);
    let of = |start: &str| {
        let found = site.iter().filter(|(path, _)| path.starts_with(start) && path.contains("/hr/"));
        found.map(|(path, html)| (path.clone(), html.clone())).collect::<Vec<_>>()
    };
    let czech = of("cs/");
    assert_eq!(czech.len(), 2, "25 schools are two pages");
    for (path, html) in &czech {
        assert!(html.contains("noindex"), "{path}");
        assert!(
            head(html, "rel=\"canonical\"").is_some_and(|href| href.contains("/en/")),
            "{path}: names what it shows"
        );
        let address = format!("https://mensi.example.eu/{}", path.trim_end_matches("index.html"));
        assert!(!site["sitemap-cs.xml"].contains(&format!("<loc>{address}</loc>")), "{path}");
    }
    for (path, html) in of("en/") {
        assert!(!html.contains("noindex"), "{path}");
    }
}

#[test]
fn an_introduction_that_a_language_lacks_is_not_shown_in_it() {
    let site = site(
        "//- content/news/index.md\n---\ntitle: Our news\nsummary: Foreign summary\n---\nForeign words.\n\
         //- content/news/a.md\n---\ntitle: A\ndate: 2022-01-01\n---\nText.\n\
         //- content/news/a.hu.md\n---\ntitle: A\n---\nSzöveg.\n",
    );
    let (path, hungarian) = site
        .iter()
        .find(|(path, html)| path.starts_with("hu/") && path.matches('/').count() == 2 && html.contains("<h1"))
        .expect("a list");
    assert!(!hungarian.contains("Foreign"), "{path}");
}

#[test]
fn a_text_in_any_language_keeps_a_document_from_being_neutral() {
    let site = site(
        "//- content/schools/s.md\n---\ntitle: School\nrole: mentee\n---\n\
         //- content/schools/s.hr.md\n---\ntitle: Škola\n---\nHrvatski tekst.\n",
    );
    let (path, czech) = site.iter().find(|(path, _)| path.starts_with("cs/") && path.contains("/s/")).expect("a page");
    assert!(czech.contains("Hrvatski tekst."), "{path} shows the next of the chain");
    assert!(czech.contains("noindex") && czech.contains("lang=\"hr\""), "{path} says so");
}

#[test]
fn words_that_the_site_adds_to_a_body_are_in_its_language() {
    let site =
        site("//- content/news/a.md\n---\ntitle: A\ndate: 2022-01-01\n---\n::: note\nText.[^1]\n:::\n\n[^1]: Note.\n");
    let (path, czech) = site.iter().find(|(path, _)| path.starts_with("cs/") && path.contains("/a/")).expect("a page");
    assert!(czech.contains("aria-label=\"Note\""), "{path}: {czech}");
    assert!(!czech.contains("Poznámka"), "{path}");
}

#[test]
fn files_come_and_go_with_their_document_and_pictures_with_the_consent_to_them() {
    let document = |id: &str, fact: &str| {
        format!(
            "//- content/news/{id}/index.md\n---\ntitle: {id}\ndate: 2022-01-01\n{fact}\n---\nText.\n//- content/news/{id}/{id}.txt\nA file.\n"
        )
    };
    let image = "{file: lapsed.txt, credit: Ana, licence: CC-BY-4.0, consent_until: 2001-01-01}";
    let snapshot = snapshot(&with_theme(fixture(
        &[
            CONFIG.to_owned(),
            document("shown", "updated: 2022-01-02"),
            document("draft", "draft: true"),
            document("early", "publish_on: 2999-01-01"),
            document("late", "expires_on: 2001-01-01"),
            document("lapsed", &format!("image_alt: A\nimage: {image}")),
        ]
        .concat(),
    )));
    let (site, findings) = render(&snapshot, &options());
    let files: Vec<&str> =
        site.files.keys().map(|path| path.as_str()).filter(|path| path.starts_with("files/")).collect();
    assert_eq!(files, ["files/news/shown/shown.txt"]);
    // Nobody has taken the picture out: it is told that it is gone.
    let told: Vec<_> =
        findings.sorted().into_iter().map(|it| (it.code, it.span.map(|span| span.file.to_string()))).collect();
    assert_eq!(told, [("consent-ended", Some("content/news/lapsed/index.md".to_owned()))]);
}
