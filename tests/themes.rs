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

/// A list has its cards as HTML where its template reads `groups`, else one by one.
#[test]
fn lists_have_their_cards_as_html_or_one_by_one() {
    let list = |groups: &str| -> Result<String, String> {
        let template = format!(
            "{{% extends \"base.html\" %}}{{% block content %}}({groups}){{% if list.groups | length > 0 %}}some{{% endif %}}{{% endblock %}}"
        );
        let site = Site::new(&with_templates(&[("list", &template)]));
        let snapshot = mensi_site::io::scan(&site.root()).expect("a site");
        let (release, findings) = common::render(&snapshot, &common::options());
        let (path, page) = release
            .files
            .iter()
            .find(|(path, _)| path.as_str().ends_with("/schools/index.html"))
            .expect("a list of schools");
        let told: Vec<String> =
            findings.sorted().into_iter().filter(|it| it.code == "template-error").map(|it| it.message).collect();
        match told.first() {
            Some(message) => Err(message.clone()),
            None => Ok(String::from_utf8_lossy(page).split_once('(').unwrap_or_else(|| panic!("{path}")).1.to_owned()),
        }
    };
    let as_html = list("{% for group in groups %}{{ group.html }}{% endfor %}").expect("cards");
    let one_by_one = list(
        "{% for group in list.groups %}{% for card in group.cards %}{{ card.html }}{% if not loop.last %}\n{% endif %}{% endfor %}{% endfor %}",
    );
    assert!(as_html.contains("<li class=\"card card-school\">") && as_html.contains(")some"), "{as_html}");
    assert_eq!(Ok(as_html), one_by_one);
    let mixed = list("{{ groups | length }}{% for group in list.groups %}{{ group.cards }}{% endfor %}");
    assert_eq!(mixed, Err("`group` has no field `cards`".to_owned()));
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
