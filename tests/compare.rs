//! The comparison of cases: which pages there are, what they hold, and where their filters lead.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Files, attributes, good, options, over, pages};

/// Six cases, of which Czech has two.
fn site() -> Files {
    let cases = [
        ("a", "outcome: successful\ncountry: HR\nenablers: [leadership, sharing]\nchallenges: [stem-robotics]"),
        ("b", "outcome: successful\ncountry: HR\nenablers: [leadership]\nchallenges: [stem-robotics]"),
        ("c", "outcome: successful\ncountry: CZ\nenablers: [sharing]\nchallenges: [stem-robotics]"),
        ("d", "outcome: mixed\ncountry: HR\nenablers: [leadership]\nchallenges: [stem-robotics]"),
        ("e", "outcome: mixed\ncountry: HR\nchallenges: [stem-robotics]"),
        ("f", "country: PT\napproach: top-down\nchallenges: [stem-robotics]\nexample: true"),
    ];
    let written: String = cases
        .iter()
        .map(|(id, facts)| {
            let number = id.bytes().next().expect("a letter") - b'a' + 1;
            format!(
                "//- content/case-studies/{id}.md\n---\ntitle: Case {id}\ndate: 2022-0{number}\n{facts}\n---\nText.\n"
            )
        })
        .collect();
    let translated = "//- content/case-studies/a.cs.md\n---\ntitle: Případ a\nslug: pripad\n---\nText.\n\
        //- content/case-studies/f.cs.md\n---\ntitle: Případ f\n---\nText.\n";
    let rest = "//- mensi.yaml\ntitle: MenSI\nbase_url: https://mensi.example.eu/\n\
        default_language: en\nlanguages: [en, cs]\ntheme: plain\nfallback: {cs: none}\n";
    let mut files = over(good(), &format!("{written}{translated}{rest}"));
    files.remove("content/case-studies/pairs.md");
    files
}

const BASE: &str = "en/case-studies/compare/";

/// What follows [`BASE`] in the paths of the pages of English, with the ids of their rows.
fn compared(pages: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let below = pages.iter().filter_map(|(path, html)| {
        let place = path.strip_prefix(BASE)?.strip_suffix("index.html")?;
        Some((place.to_owned(), attributes(html, &["data-is"], "id").concat()))
    });
    below.collect()
}

#[test]
fn each_value_has_a_page_and_each_pair_with_an_outcome_that_says_more() {
    let pages = pages(&site(), &options());
    let found: Vec<String> = compared(&pages).into_iter().map(|(place, ids)| format!("{place}: {ids}")).collect();
    // Newest first. All cases are about robotics, so that it narrows nothing; Croatia's mixed cases are all mixed ones.
    let expected = [
        ": fedcba",
        "approach-top-down/: f",
        "country-cz/: c",
        "country-hr/: edba",
        "country-pt/: f",
        "enabler-leadership/: dba",
        "enabler-sharing/: ca",
        "outcome-mixed/: ed",
        "outcome-successful/: cba",
        "outcome-successful/country-hr/: ba",
        "outcome-successful/enabler-leadership/: ba",
    ];
    assert_eq!(found, expected);
    let czech: BTreeSet<&str> =
        pages.keys().filter_map(|path| path.strip_prefix("cs/pripadove-studie/srovnani/")).collect();
    let expected = [
        "approach-top-down/",
        "country-hr/",
        "country-pt/",
        "enabler-leadership/",
        "enabler-sharing/",
        "",
        "outcome-successful/",
    ];
    assert_eq!(
        czech,
        expected
            .iter()
            .map(|place| format!("{place}index.html"))
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .collect()
    );
}

/// The link and the count of a filter on a page.
fn filter<'p>(pages: &'p BTreeMap<String, String>, place: &str, value: &str) -> (&'p str, &'p str) {
    let html = &pages[&format!("{BASE}{place}index.html")];
    let mark = format!("data-filter=\"{value}\"");
    let one = |name| *attributes(html, &[&mark], name).first().expect(value);
    (one("href"), one("data-count"))
}

#[test]
fn filters_lead_to_the_page_that_shows_what_they_count() {
    let pages = pages(&site(), &options());
    let root = "../../../../";
    let at = |place: &str| format!("{root}{BASE}{place}");
    let on = |value| filter(&pages, "outcome-successful/", value);
    assert_eq!(on("country:hr"), (at("outcome-successful/country-hr/").as_str(), "2"));
    assert_eq!(on("outcome:mixed"), (at("outcome-mixed/").as_str(), "2"));
    assert_eq!(on("outcome:successful"), (at("").as_str(), "3"), "one that is chosen leads to those without it");
    assert_eq!(on("country:pt"), ("", "0"));
    assert_eq!(on("challenge:stem-robotics"), ("", "3"), "what all have narrows nothing");
    assert_eq!(on("country:cz"), (at("country-cz/").as_str(), "1"), "the page of the value holds the same");
    assert_eq!(on("enabler:sharing"), (at("enabler-sharing/").as_str(), "2"));
    let on = |value| filter(&pages, "enabler-leadership/", value);
    assert_eq!(on("outcome:mixed"), (format!("{}#d", at("outcome-mixed/")).as_str(), "1"), "a single case is a line");
    assert_eq!(filter(&pages, "", "challenge:stem-robotics"), ("", "6"));
}

#[test]
fn what_narrows_is_not_for_search_engines_and_names_the_whole() {
    let pages = pages(&site(), &options());
    let canonical = |path: &str| attributes(&pages[path], &["rel=\"canonical\""], "href").concat();
    let whole = format!("https://mensi.example.eu/{BASE}");
    for place in compared(&pages).into_keys() {
        let path = format!("{BASE}{place}index.html");
        assert_eq!(canonical(&path), whole, "{place}");
        assert_eq!(pages[&path].contains("noindex"), !place.is_empty(), "{place}");
        assert_eq!(attributes(&pages[&path], &["hreflang=\"cs\"", "alternate"], "href").is_empty(), !place.is_empty());
        assert_eq!(
            pages["sitemap-en.xml"].contains(&format!("<loc>{whole}{place}</loc>")),
            place.is_empty(),
            "{place}"
        );
    }
    // The switcher keeps the filter where the language has its page.
    let switch = |place: &str| {
        attributes(&pages[&format!("{BASE}{place}index.html")], &["lang=\"cs\"", "class="], "href").concat()
    };
    assert!(switch("country-hr/").ends_with("cs/pripadove-studie/srovnani/country-hr/"), "{}", switch("country-hr/"));
    assert!(switch("country-cz/").ends_with("cs/pripadove-studie/srovnani/"), "{}", switch("country-cz/"));
}

#[test]
fn what_cases_of_an_outcome_share_is_counted_without_examples() {
    let pages = pages(&site(), &options());
    let html = &pages[&format!("{BASE}outcome-successful/index.html")];
    let lines: Vec<&str> =
        html.split("<p class=\"common\">").skip(1).filter_map(|rest| rest.split("</p>").next()).collect();
    let expected = [
        "STEM and robotics: 3 of 3 (100) 2 of 2 (100)",
        "Leadership: 2 of 3 (66) 1 of 2 (50)",
        "Sharing: 2 of 3 (66) 0 of 2 (0)",
    ];
    assert_eq!(lines, expected);
    assert!(html.contains("Examples among these cases: 1."), "it says what it leaves out");
}

#[test]
fn a_case_cannot_stand_where_cases_are_compared() {
    let slug = "//- content/case-studies/b.cs.md\n---\ntitle: B\nslug: srovnani\n---\n";
    let site = common::Site::new(&over(&site(), slug));
    let said = site.run(&["build", "--format", "short"]);
    assert_eq!(said.code, 1);
    let expected = "content/case-studies/b.cs.md:3:7: error[same-address]: two pages would have the address /cs/pripadove-studie/srovnani/";
    assert!(said.err.contains(expected) || said.out.contains(expected), "{}{}", said.out, said.err);
}

#[test]
fn a_case_leads_on_to_what_is_like_it() {
    let pages = pages(&site(), &options());
    let next = attributes(&pages["en/case-studies/b/index.html"], &["class=\"next\""], "href");
    let root = "../../../";
    assert_eq!(next[0], format!("{root}{BASE}outcome-successful/"));
    assert_eq!(next[1], format!("{root}{BASE}?cases=b,a,d,e"));
}

#[test]
fn a_list_has_its_references_in_one_file() {
    let pages = pages(&site(), &options());
    let bib = &pages["en/case-studies/references.bib"];
    assert_eq!(bib.matches("@misc{").count(), 6);
    assert!(bib.contains("title={{Case a}}") && bib.contains("url={https://mensi.example.eu/en/case-studies/a/}"));
    assert!(bib.contains("note={Example}"));
    assert_eq!(pages["cs/pripadove-studie/references.ris"].matches("\r\nER  - \r\n").count(), 2);
}
