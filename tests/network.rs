//! The network as a whole, as a reader of a built site meets it: map, drawing, stars, timeline, charts.

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use common::{Entry, Files, attributes, fixture, options, over, pages, render, snapshot, tree};
use mensi_site::diag::{self, Format};

/// Two clusters in two countries, a result with figures, in the default theme.
const SITE: &str = "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
fallback: {cs: none}
//- content/index.md
---
title: Home
---
Text.
//- content/index.cs.md
---
title: Domů
---
Text.
//- content/schools/cz-mentor.md
---
title: ZŠ Lipová
language: cs
role: mentor
cluster: cz-1
country: CZ
town: Olomouc
location: {lat: 49.59, lon: 17.25}
---
//- content/schools/cz-mentee.md
---
title: ZŠ Horní
language: cs
role: mentee
cluster: cz-1
country: CZ
town: Zlín
location: {lat: 49.22, lon: 17.67}
---
//- content/schools/pt-mentor.md
---
title: Escola Exemplo
role: mentor
cluster: pt-1
country: PT
town: Faro
location: {lat: 37.02, lon: -7.93}
---
//- content/schools/pt-mentee.md
---
title: Escola sem lugar
role: mentee
cluster: pt-1
country: PT
---
//- content/results/d1-6.md
---
title: Final report
deliverable: D1.6
work_package: 1
date: 2023-02-28
figures:
  - {id: countries, value: 2}
  - {id: clusters, value: 6}
  - {id: mentor-schools, value: 6}
  - {id: mentee-schools, value: 18}
  - {id: took-part, value: 30, of: 40}
text: {countries: countries, clusters: clusters, mentor-schools: mentors, mentee-schools: mentees, took-part: took part}
---
Text.
//- content/events/forum.md
---
title: Forum
start: 2021-10
---
Come.
";

fn site() -> &'static Files {
    static SITE_: LazyLock<Files> = LazyLock::new(|| {
        let mut files = fixture(SITE);
        for (path, bytes) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/mensi")) {
            files.insert(format!("themes/mensi/{path}"), Entry::File(bytes));
        }
        files
    });
    &SITE_
}

fn built(changes: &str) -> BTreeMap<String, String> {
    pages(&over(site(), changes), &options())
}

/// What is said of the site with these changes.
fn said(changes: &str) -> String {
    let snapshot = snapshot(&over(site(), changes));
    let (_, findings) = render(&snapshot, &options());
    diag::emit(&findings.sorted(), &snapshot, Format::Short)
}

#[test]
fn the_map_is_a_page_of_each_language() {
    let site = built("");
    let map = &site["en/schools/map/index.html"];
    assert_eq!(map.matches("<path class=\"near\"").count(), 1);
    assert_eq!(attributes(map, &["class=\"dots mentors\""], "d")[0].matches("h0").count(), 2, "two mentors");
    assert_eq!(attributes(map, &["class=\"rays\""], "d")[0].matches('M').count(), 1, "one mentee has a place");
    assert!(map.contains(">Czechia</text>") || map.contains(">Czech Republic</text>"), "{map}");
    // The list has the school without a place, too.
    for school in ["ZŠ Lipová", "ZŠ Horní", "Escola Exemplo", "Escola sem lugar"] {
        assert!(map.contains(&format!("{school}</")), "{school}");
    }
    assert!(map.contains("hreflang=\"cs\" href=\"https://mensi.example.eu/cs/skoly/mapa/\""));
    assert!(site["sitemap-cs.xml"].contains("<loc>https://mensi.example.eu/cs/skoly/mapa/</loc>"));
    for (page, link) in [
        ("en/index.html", "schools/map/"),
        ("en/schools/index.html", "../../en/schools/map/"),
        ("en/clusters/index.html", "../../en/schools/map/"),
        ("en/countries/index.html", "../../en/schools/map/"),
        ("en/countries/cz/index.html", "../../../en/schools/map/"),
    ] {
        let found = attributes(&site[page], &[], "href").into_iter().any(|href| href.ends_with(link));
        assert!(found, "{page} does not lead to {link}");
    }
}

#[test]
fn a_country_has_its_own_map_with_towns_and_schools() {
    let page = &built("")["en/countries/cz/index.html"];
    assert!(page.contains(">Olomouc</text>") && page.contains(">Zlín</text>"), "{page}");
    assert!(!page.contains(">Faro</text>"));
    let links = attributes(page, &["aria-label=\"ZŠ Lipová\""], "href");
    assert_eq!(links, ["../../../en/schools/cz-mentor/"]);
}

/// It stands on the map and in no country's list; nothing falls over it.
#[test]
fn a_school_of_no_country_is_a_dot_without_a_name() {
    let school =
        "---\ntitle: Nowhere School\nrole: mentor\ncountry: international\nlocation: {lat: 50.1, lon: 14.4}\n---\n";
    let site = built(&format!("//- content/schools/none.md\n{school}"));
    let map = &site["en/schools/map/index.html"];
    assert_eq!(attributes(map, &["class=\"dots mentors\""], "d")[0].matches("h0").count(), 3, "three mentors");
}

#[test]
fn a_site_without_places_has_no_map() {
    let changes: String = ["cz-mentor", "cz-mentee", "pt-mentor", "pt-mentee"]
        .map(|id| format!("//- content/schools/{id}.md\n---\ntitle: {id}\nrole: mentor\ncountry: CZ\n---\n"))
        .concat();
    let site = built(&changes);
    assert!(!site.contains_key("en/schools/map/index.html"));
    let linked = |html: &String| attributes(html, &[], "href").iter().any(|href| href.contains("/map/"));
    assert_eq!(site.iter().filter(|(path, html)| path.ends_with(".html") && linked(html)).count(), 0);
    assert!(!site["en/index.html"].contains("class=\"map\""));
}

#[test]
fn a_school_that_no_map_can_show_is_told_of_and_left_out() {
    let at = |lat: f64, lon: f64| {
        let school = "---\ntitle: S\nrole: mentee\ncountry: CZ\ntown: Atlantis";
        said(&format!("//- content/schools/s.md\n{school}\nlocation: {{lat: {lat}, lon: {lon}}}\n---\n"))
    };
    assert_eq!(at(49.0, 16.0), "");
    let sea = at(45.0, -8.0);
    assert!(sea.starts_with("content/schools/s.md:6:1: warning[off-the-map]: this location is in the sea"), "{sea}");
    let turned = at(17.67, 49.22);
    assert!(turned.contains("not in Europe") && turned.lines().count() == 1, "{turned}");
}

#[test]
fn an_address_of_a_generated_page_is_not_for_documents() {
    let school = said("//- content/schools/x.md\n---\ntitle: X\nslug: map\nrole: mentee\n---\n");
    assert!(school.starts_with("content/schools/x.md") && school.contains("error[same-address]"), "{school}");
    let page = said("//- content/timeline.md\n---\ntitle: X\n---\n");
    assert!(page.starts_with("content/timeline.md") && page.contains("error[same-address]"), "{page}");
    let index = said("//- content/a-z.md\n---\ntitle: X\n---\n");
    assert!(
        index.starts_with("content/a-z.md") && index.contains("two pages would have the address /en/a-z/"),
        "{index}"
    );
}

#[test]
fn the_same_site_has_the_same_bytes() {
    assert_eq!(built(""), built(""));
}

#[test]
fn home_draws_what_the_figures_say() {
    let home = &built("")["en/index.html"];
    assert_eq!(home.matches("<g transform=\"translate(").count(), 6);
    let mentees: usize =
        attributes(home, &["class=\"dots mentees\""], "d").iter().map(|path| path.matches("h0").count()).sum();
    // The drawing's eighteen, the map's one, the key's one.
    assert_eq!(mentees, 20, "examples of schools are not counted");
    assert!(home.contains("3 mentee schools make a cluster; 6 clusters make the network"), "{home}");
    let without = over(site(), "//- content/results/d1-6.md removed\n");
    let home = &pages(&without, &options())["en/index.html"];
    assert!(!home.contains("class=\"network\""));
}

#[test]
fn the_timeline_shows_dates_and_invents_none() {
    let site =
        built("//- content/results/d2-1.md\n---\ntitle: Undated\ndeliverable: D2.1\nwork_package: 2\n---\nText.\n");
    let page = &site["en/timeline/index.html"];
    assert_eq!(page.matches("class=\"lane\"").count(), 2, "a work package and the events: none for what has no date");
    assert_eq!(attributes(page, &["class=\"mark event about\""], "d").len(), 1, "only its month is known");
    assert_eq!(attributes(page, &["time"], "datetime"), ["2021-10", "2023-02-28"]);
    assert!(page.contains("Without a date") && page.contains(">Undated</a>"));
    for list in ["en/results/index.html", "en/events/index.html"] {
        assert!(site[list].contains("../../en/timeline/"), "{list}");
    }
    // Two dates are needed for a line of time.
    let one = over(crate::site(), "//- content/events/forum.md removed\n");
    assert!(!pages(&one, &options()).contains_key("en/timeline/index.html"));
}

#[test]
fn a_cluster_is_a_star_of_its_mentees() {
    for mentees in 1..=9 {
        let schools: String = (1..=mentees)
            .map(|n| format!("//- content/schools/m{n}.md\n---\ntitle: M{n}\nrole: mentee\ncluster: star\n---\n"))
            .collect();
        let site =
            built(&format!("//- content/schools/m.md\n---\ntitle: M\nrole: mentor\ncluster: star\n---\n{schools}"));
        let page = &site["en/clusters/star/index.html"];
        let rays = attributes(page, &["class=\"rays\""], "d").first().map_or(0, |path| path.matches("M50 50").count());
        assert_eq!(rays, if mentees < 9 { mentees } else { 0 });
        assert_eq!(page.contains(&format!("cluster-star of-{mentees}\"")), mentees < 9);
        assert!((1..=mentees).all(|n| page.contains(&format!(">M{n}</a>"))), "{mentees}");
    }
}

#[test]
fn figures_are_bars_where_they_can_be_compared() {
    let site = built("");
    let page = &site["en/results/d1-6/index.html"];
    assert_eq!(page.matches("M0 0h750v10H0z").count(), 1, "30 of 40");
    assert!(page.contains("30 of 40") && page.contains("75%"), "{page}");
    let asked = |block: &str| format!("//- content/index.md\n---\ntitle: Home\n---\n{block}\n:::\n");
    let chart = r#"::: figures from="d1-6" show="clusters, mentee-schools, took-part" as="chart""#;
    let home = &built(&asked(chart))["en/index.html"];
    assert!(
        home.contains("M0 0h333v10H0z") && home.contains("M0 0h1000v10H0z\"/></svg></td><td class=\"align-right\">18")
    );
    let pie = said(&asked(&chart.replace("chart", "pie")));
    assert!(pie.contains("index.md:4:") && pie.contains("error[unknown-value]"), "{pie}");
}
