//! What the guide for theme authors promises: three files change the look of a site, and nothing else of it.

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{Entry, Files, Site, over};

const THEME: &str = "tests/fixtures/theme-evening";

/// A small site with the theme `mensi`, or with one of its own that is built on it.
fn site(theme: &str) -> BTreeMap<String, String> {
    let mut files: Files = over(
        &common::fixture(include_str!("fixtures/foreign.txt")),
        &format!(
            "//- mensi.yaml\ntitle: MenSI\nbase_url: https://mensi.example.eu/\ndefault_language: en\nlanguages: [en, cs]\nfallback: {{cs: [en]}}\ntheme: {theme}\n"
        ),
    );
    for (path, bytes) in common::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join(THEME)) {
        files.insert(format!("themes/evening/{path}"), Entry::File(bytes));
    }
    let site = Site::new(&files);
    let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
    let (release, findings) = common::render(&snapshot, &common::options());
    assert!(!findings.has_errors(), "{:?}", findings.sorted());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    release.files.iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

fn stylesheet(site: &BTreeMap<String, String>) -> &str {
    let (_, css) =
        site.iter().find(|(path, _)| path.starts_with("assets/site.") && path.ends_with(".css")).expect("a stylesheet");
    css
}

#[test]
fn three_files_change_the_look() {
    let files = common::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join(THEME));
    assert_eq!(files.len(), 3, "{:?}", files.keys());
    let (own, parent) = (site("evening"), site("mensi"));
    let pages = |site: &BTreeMap<String, String>| -> Vec<String> {
        site.keys().filter(|path| path.ends_with(".html")).cloned().collect()
    };
    assert_eq!(pages(&own), pages(&parent), "the same pages at the same addresses");

    // One chapter of the stylesheet is the theme's, the others are its parent's.
    let (css, parents) = (stylesheet(&own), stylesheet(&parent));
    assert!(css.contains("--paper: #10201f") && !css.contains("--paper: #fcfcfd"));
    let ground = "*, ::before, ::after{";
    let rest = parents.find(ground).map(|at| &parents[at..]).expect("the second chapter");
    assert!(css.ends_with(rest), "the other chapters are as they were");

    // The brand is the theme's on every page with a header; what surrounds it is as it was.
    let home = &own["cs/index.html"];
    let brand = home.split_once("class=\"brand\"").expect("a brand").1.split_once("</a>").expect("its end").0;
    assert!(brand.contains("<span>MenSI <small>") && !brand.contains("<svg"), "{brand}");
    assert!(home.contains("<footer class=\"site-footer\">"));
}

/// The good site with the embedded theme, some of its templates replaced.
fn with_templates(templates: &[(&str, &str)]) -> Files {
    let config = "//- mensi.yaml\ntitle: MenSI\nbase_url: https://mensi.example.eu/\ndefault_language: en\nlanguages: [en, cs]\n";
    let mut files = over(common::good(), config);
    for (name, text) in templates {
        files.insert(format!("themes/mensi/templates/{name}.html"), Entry::File(text.as_bytes().to_vec()));
    }
    files
}

/// The part of a list's page between parentheses, with these templates; or what is wrong with them.
fn list_with(templates: &[(&str, &str)], list: &str) -> Result<String, String> {
    let site = Site::new(&with_templates(templates));
    let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
    let (release, findings) = common::render(&snapshot, &common::options());
    let (_, page) = release.files.iter().find(|(path, _)| path.as_str() == list).expect("a list");
    let told = findings.sorted().into_iter().find(|finding| finding.code == "template-error");
    match told {
        Some(finding) => Err(finding.message),
        None => {
            let page = String::from_utf8_lossy(page);
            Ok(page.split_once('(').expect("a mark").1.rsplit_once(')').expect("its end").0.to_owned())
        }
    }
}

/// A list has its cards as HTML and one by one, whichever its templates read.
#[test]
fn lists_have_their_cards_as_html_and_one_by_one() {
    let list = |groups: &str| {
        let template = format!("{{% extends \"base.html\" %}}{{% block content %}}({groups}){{% endblock %}}");
        list_with(&[("list", &template)], "en/schools/index.html").expect("sound")
    };
    let as_html = list("{% for group in groups %}{{ group.html }}{% endfor %}");
    assert!(as_html.contains("<li class=\"card card-school\">"), "{as_html}");
    let cards = "{% for group in list.groups %}{% for card in group.cards %}{{ card.html }}{% if not loop.last %}\n{% endif %}{% endfor %}{% endfor %}";
    assert_eq!(list(cards), as_html);
    let of_both = list(
        "{% for group in groups %}{{ group.html }}{% endfor %}|{% for group in list[\"groups\"] %}{{ group.cards | length }}{% endfor %}",
    );
    let (html, count) = of_both.split_once('|').expect("both");
    assert_eq!((html, count), (as_html.as_str(), as_html.matches("<li class=\"card ").count().to_string().as_str()));
}

/// What is gone through and not there is named as what is written and not there is.
#[test]
fn what_is_gone_through_and_not_there_is_named() {
    let error = |body: &str| {
        let template = format!("{{% extends \"base.html\" %}}{{% block content %}}{body}{{% endblock %}}");
        list_with(&[("list", &template)], "en/schools/index.html").expect_err("wrong")
    };
    let cards = "{% for group in groups %}{% for card in group.cards %}x{% endfor %}{% endfor %}";
    assert_eq!(error(cards), "`group` has no field `cards`");
    assert_eq!(error("{% for group in list.grups -%} x{% endfor %}"), "`list` has no field `grups`");
    assert_eq!(error("{% for group in grups %}x{% endfor %}"), "there is nothing with the name `grups` here");
    for filter in ["safe", "upper", "length", "trim | upper"] {
        assert_eq!(error(&format!("{{{{ list.titel | {filter} }}}}")), "`list` has no field `titel`", "{filter}");
    }
    assert_eq!(
        error("{{ list . groups | length }}{% for g in groups %}{{ g.cards }}{% endfor %}"),
        "`g` has no field `cards`"
    );
}

/// A theme without a `card.html` has no HTML of cards.
#[test]
fn without_a_template_for_cards_there_are_no_groups() {
    let list =
        "{% extends \"base.html\" %}{% block content %}({% for g in groups %}{{ g.html }}{% endfor %}){% endblock %}";
    let mut files = with_templates(&[("list", list), ("school", "{% extends \"document.html\" %}")]);
    files.insert("themes/own/theme.yaml".to_owned(), Entry::File(b"name: own\n".to_vec()));
    let theirs = common::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/mensi"));
    for (path, bytes) in theirs.into_iter().filter(|(path, _)| path != "templates/card.html" && path != "theme.yaml") {
        files.entry(format!("themes/own/{path}")).or_insert(Entry::File(bytes));
    }
    files.insert("themes/own/templates/list.html".to_owned(), Entry::File(list.as_bytes().to_vec()));
    let config = "//- mensi.yaml\ntitle: MenSI\nbase_url: https://mensi.example.eu/\ndefault_language: en\nlanguages: [en, cs]\ntheme: own\n";
    let site = Site::new(&over(&files, config));
    let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
    let (_, findings) = common::render(&snapshot, &common::options());
    let told: Vec<String> = findings.sorted().into_iter().map(|finding| finding.message).collect();
    assert!(told.iter().any(|message| message == "there is nothing with the name `groups` here"), "{told:?}");
}

/// A table of contents is HTML, made by `heading.html`, and headings one by one, whichever its templates read.
#[test]
fn a_text_has_its_contents_as_html_and_one_by_one() {
    let shown = |template: &str| {
        let own = format!("{{% extends \"base.html\" %}}{{% block content %}}({template}){{% endblock %}}");
        let mut files = with_templates(&[
            ("event", &own),
            ("heading", "<{{ heading.level }} {{ heading.id }} {{ heading.html }}>"),
        ]);
        let event = "---\ntitle: Days\nstart: 2022-05-01\n---\n## One & *1*\n\ntext\n\n### Two\n\n## Three\n";
        files.insert("content/events/days.md".to_owned(), Entry::File(event.as_bytes().to_vec()));
        let site = Site::new(&files);
        let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
        let (release, findings) = common::render(&snapshot, &common::options());
        assert!(!findings.has_errors(), "{:?}", findings.sorted());
        let page = release.files.iter().find(|(path, _)| path.as_str() == "en/events/days/index.html").expect("a page");
        let page = String::from_utf8_lossy(page.1).into_owned();
        page.split_once('(').expect("a mark").1.rsplit_once(')').expect("its end").0.to_owned()
    };
    let contents = "<2 one-1 One &amp; <em>1</em>>\n<3 two Two>\n<2 three Three>";
    assert_eq!(shown("{{ toc }}"), contents);
    let one_by_one = "{% for h in document.body.contents %}<{{ h.level }} {{ h.id }} {{ h.html }}>{% if not loop.last %}\n{% endif %}{% endfor %}";
    assert_eq!(shown(one_by_one), contents);
    assert_eq!(shown("{{ toc }}|{{ document[\"body\"][\"contents\"] | length }}"), format!("{contents}|3"));
}

/// The template that it is built on reads `groups`, in a block that is not its own any more.
#[test]
fn a_gathering_may_show_its_cards_in_a_way_of_its_own() {
    let own = "{% extends \"list.html\" %}{% block groups %}({% for group in list.groups %}{% for card in group.cards %}<{{ card.document.title.text }}>{% endfor %}{% endfor %}){% endblock %}";
    let shown = list_with(&[("gathering", own)], "en/countries/cz/index.html").expect("sound");
    assert!(shown.starts_with('<') && !shown.contains("<li"), "{shown}");
}

/// What is filled in page by page is not there yet when these are rendered.
#[test]
fn a_template_that_calculates_with_a_hole_is_told_so() {
    let told = |name: &str, text: &str| list_with(&[(name, text)], "en/schools/index.html").err();
    for (name, text) in [
        ("card", "<li>{{ card.href | upper }}</li>"),
        ("language", "<li><a href=\"{{ language.href | truncate(length=3) }}\">(x)</a></li>"),
    ] {
        let wanted = format!("{name}.html calculates with what is only filled in page by page");
        assert_eq!(told(name, text).as_deref(), Some(wanted.as_str()));
    }
    assert_eq!(told("card", "<li>({{ card.href }})</li>"), None);
}

/// Without `page.head`, search engines would show what they should leave alone.
#[test]
fn a_head_that_says_nothing_to_machines_is_told_of() {
    let told = |base: &str| {
        let site = Site::new(&with_templates(&[("base", base), ("machines", "{{ page.head }}")]));
        let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
        let (_, findings) = common::render(&snapshot, &common::options());
        findings.sorted().into_iter().filter(|finding| ["no-page-head", "retired-name"].contains(&finding.code)).count()
    };
    let page = |head: &str| {
        format!("<head>{head}</head>{{% block head %}}{{% endblock %}}{{% block content %}}{{% endblock %}}")
    };
    assert_eq!(told(&page("<title>{{ page.title }}</title>{% if page.noindex %}x{% endif %}")), 2);
    assert_eq!(told(&page("{{ page . head }}")), 0);
    assert_eq!(told(&page("{% include \"machines.html\" %}")), 0);
}

/// A theme that was made before pages of documents had parts includes none of them.
#[test]
fn parts_that_a_theme_does_not_include_are_nobodys_mistake() {
    let own = "{% extends \"base.html\" %}{% block content %}{{ document.body.html }}{% endblock %}";
    let components = "{% component cite(of, title) %}{{ title.html }}{% endcomponent cite %}";
    let mut files = with_templates(&[("document", own), ("components-document", components)]);
    let site = Site::new(&files);
    let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
    let (_, findings) = common::render(&snapshot, &common::options());
    let unused: Vec<_> = findings.sorted().into_iter().filter(|finding| finding.code == "unused-template").collect();
    assert!(unused.is_empty(), "{unused:?}");
    // One with a name of its own is told of, and what it may have been meant for.
    files.insert("themes/mensi/templates/parts/fact.html".to_owned(), Entry::File(b"x".to_vec()));
    let site = Site::new(&files);
    let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
    let (_, findings) = common::render(&snapshot, &common::options());
    let unused: Vec<_> = findings.sorted().into_iter().filter(|finding| finding.code == "unused-template").collect();
    assert!(
        unused.len() == 1 && unused[0].help.as_ref().is_some_and(|help| help.contains("parts/facts.html")),
        "{unused:?}"
    );
}
