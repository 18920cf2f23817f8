//! A mirror: some languages of the site, for another host and under a path of its own. It is built and looked at as that
//! host would serve it.

mod common;

use std::collections::BTreeMap;

use common::{Files, attributes, fixture, options, pages, with_theme};
use mensi_site::pipeline::Options;

const ORIGIN: &str = "https://mensi.example.eu/portal/";
const MIRROR: &str = "https://skoly.example.cz/mensi/";

const SITE: &str = "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/portal
default_language: en
languages: [en, cs, hu]
theme: plain
project: {acronym: MenSI, coordinator: eun}
legal: {privacy: privacy}
mirrors:
  - {name: cz, base_url: https://skoly.example.cz/mensi, languages: [cs, en], host: DZS, contact: mensi@example.cz}
//- content/index.md
---
title: Home
---
Read [about us](/about.md), in [Hungarian](/news/magyar.md).
//- content/index.cs.md
---
title: Domů
---
Čtěte [o nás](/about.md).
//- content/index.hu.md
---
title: Kezdőlap
---
//- content/about.md
---
title: About
aliases: [/en/old-about/]
---
## What we do

See [what we do](#what-we-do) and ![a picture](/picture.png).
//- content/about.cs.md
---
title: O nás
slug: o-nas
---
## Co děláme

Viz [co děláme](#what-we-do).
//- content/privacy.md
---
title: Privacy
---
None.
//- content/news/magyar.md
---
title: Csak magyarul
language: hu
date: 2022-01-01
---
Magyar szöveg. [Rólunk](/about.md)
//- content/news/both.md
---
title: In two languages
summary: A summary
date: 2022-01-02
---
English.
//- content/news/both.hu.md
---
title: Két nyelven
---
Magyarul.
//- content/schools/lipova.md
---
title: ZŠ Lipová
role: mentor
cluster: cz-1
country: CZ
---
//- content/organisations/eun.md
---
title: European Schoolnet
---
//- content/events/forum.md
---
title: Forum
start: 2022-06-01
---
Come.
//- static/picture.png png
PNG
";

type Pages = BTreeMap<String, String>;

fn site() -> Files {
    with_theme(fixture(SITE))
}

fn origin() -> Pages {
    pages(&site(), &options())
}

fn mirror() -> Pages {
    pages(&site(), &Options { mirror: Some("cz".to_owned()), ..options() })
}

/// The address that a link on a page leads to.
fn absolute(base: &str, page: &str, link: &str) -> String {
    let host: String = base.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    if link.contains("://") || link.starts_with("mailto:") {
        return link.to_owned();
    }
    if let Some(path) = link.strip_prefix('/') {
        return format!("{host}/{path}");
    }
    let here = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    if link.starts_with('#') || link.is_empty() {
        return format!("{base}{page}{link}");
    }
    let mut parts: Vec<&str> = here.split('/').filter(|part| !part.is_empty()).collect();
    let (path, end) = link.split_at(link.find(['#', '?']).unwrap_or(link.len()));
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {link} leads out of the site"),
            part => parts.push(part),
        }
    }
    format!("{base}{}{end}", parts.join("/"))
}

/// Every link of a page, and every picture.
fn links(html: &str) -> impl Iterator<Item = &str> {
    attributes(html, &[], "href").into_iter().chain(attributes(html, &[], "src"))
}

fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

#[test]
fn a_mirror_has_its_languages_and_no_other() {
    let (origin, mirror) = (origin(), mirror());
    assert!(mirror.keys().all(|path| !path.starts_with("hu/") && path != "sitemap-hu.xml"), "{:?}", mirror.keys());
    let expected: Vec<&String> =
        origin.keys().filter(|path| !path.starts_with("hu/") && *path != "sitemap-hu.xml").collect();
    assert_eq!(mirror.keys().collect::<Vec<_>>(), expected);
    // Its first language comes first: in the chooser, and where no language is known.
    assert_eq!(attributes(&mirror["index.html"], &["a lang="], "lang"), ["cs", "en"]);
    assert!(mirror["404.html"].contains("<html lang=\"cs\""), "{}", mirror["404.html"]);
    assert!(origin["404.html"].contains("<html lang=\"en\""));
}

#[test]
fn no_link_is_broken_and_what_is_not_hosted_is_at_the_origin() {
    let (origin, mirror) = (origin(), mirror());
    let mut to_origin = 0;
    for (site, base) in [(&origin, ORIGIN), (&mirror, MIRROR)] {
        for (page, html) in site.iter().filter(|(path, _)| is_html(path)) {
            for link in links(html) {
                let address = absolute(base, page, link);
                let address = address.split('#').next().expect("split gives at least one part");
                let path = match (address.strip_prefix(base), address.strip_prefix(ORIGIN)) {
                    (Some(path), _) => Some((site, path)),
                    (None, Some(path)) => Some((&origin, path)),
                    (None, None) => panic!("{page}: {link} leads elsewhere"),
                };
                let (there, path) = path.expect("one of the two");
                let file =
                    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
                assert!(there.contains_key(&file), "{page}: {link} leads to {address}, where nothing is");
                if base == MIRROR
                    && link.starts_with(ORIGIN)
                    && html.contains(&format!("<a hreflang=\"hu\" href=\"{link}"))
                {
                    to_origin += 1;
                }
                if base == MIRROR && path.starts_with("hu/") {
                    assert!(link.starts_with(ORIGIN), "{page}: {link} leads to a language that is not here");
                }
            }
        }
    }
    assert!(to_origin > 0, "a body links to Hungarian, and a notice does");
}

#[test]
fn canonical_and_hreflang_name_the_origin() {
    let (origin, mirror) = (origin(), mirror());
    for (path, html) in mirror.iter().filter(|(path, _)| is_html(path)) {
        let of = |html: &str| {
            let canonical: Vec<String> =
                attributes(html, &["rel=\"canonical\""], "href").into_iter().map(str::to_owned).collect();
            let alternates =
                attributes(html, &["rel=\"alternate\"", "hreflang="], "href").into_iter().map(str::to_owned);
            (canonical, alternates.collect::<Vec<_>>())
        };
        assert_eq!(of(html), of(&origin[path]), "{path}");
        let (canonical, alternates) = of(html);
        assert!(canonical.iter().chain(&alternates).all(|address| address.starts_with(ORIGIN)), "{path}");
        assert!(canonical.len() == 1 || path.ends_with("404.html"), "{path}");
    }
    // Hungarian readers are led to the origin by search engines too.
    assert!(attributes(&mirror["en/news/both/index.html"], &["rel=\"alternate\""], "hreflang").contains(&"hu"));
}

#[test]
fn its_own_addresses_are_its_own() {
    let mirror = mirror();
    for path in ["robots.txt", "sitemap.xml", "sitemap-cs.xml", "sitemap-en.xml"] {
        assert!(mirror[path].contains(MIRROR), "{path}: {}", mirror[path]);
    }
    for entry in mirror["sitemap-en.xml"].split("<loc>").skip(1) {
        assert!(entry.starts_with(MIRROR), "{entry}");
    }
    let feed = &mirror["en/news/feed.xml"];
    assert!(
        feed.contains(&format!("rel=\"self\" type=\"application/atom+xml\" href=\"{MIRROR}en/news/feed.xml\"")),
        "{feed}"
    );
    // An entry is the same entry wherever it is read.
    assert!(feed.contains(&format!("<id>{ORIGIN}en/news/both/</id>")), "{feed}");
    // Pages that are shown at any depth use the path of the mirror, not that of the origin.
    for path in ["404.html", "cs/404.html", "en/404.html"] {
        let relative: Vec<&str> =
            links(&mirror[path]).filter(|link| !link.contains("://") && !link.starts_with('#')).collect();
        assert!(
            !relative.is_empty() && relative.iter().all(|link| link.starts_with("/mensi/")),
            "{path}: {relative:?}"
        );
    }
}

#[test]
fn the_footer_says_whose_mirror_it_is() {
    let (origin, mirror) = (origin(), mirror());
    let page = &mirror["cs/o-nas/index.html"];
    assert!(page.contains(&format!("<p class=\"mirror\">DZS <a href=\"{ORIGIN}\">")), "{page}");
    assert!(!origin["cs/o-nas/index.html"].contains("class=\"mirror\""));
    let switcher =
        page.split("class=\"switcher\"").nth(1).and_then(|rest| rest.split("</nav>").next()).expect("a switcher");
    assert_eq!(attributes(switcher, &["a class"], "lang"), ["en", "cs", "hu"], "all languages, in the site's order");
    assert_eq!(attributes(switcher, &["rel=\"external\""], "lang"), ["hu"], "those that are elsewhere say so");
}

/// Beyond what design section 3 names, nothing of a page differs: its links lead to the same pages (those of the mirror
/// where it has them), and all else is the same to the byte.
#[test]
fn a_page_is_otherwise_that_of_the_origin() {
    let (origin, mirror) = (origin(), mirror());
    let without = |html: &str, from: &str, to: &str| match html.split_once(from) {
        Some((before, rest)) => format!("{before}{}", rest.split_once(to).map_or("", |(_, after)| after)),
        None => html.to_owned(),
    };
    let normal = |base: &str, page: &str, html: &str| {
        let html = without(html, "<nav class=\"switcher\"", "</nav>");
        let html = without(&html, "<p class=\"mirror\">", "</p>");
        let mut out = String::new();
        for (number, part) in html.split("href=\"").enumerate() {
            match part.split_once('"').filter(|_| number > 0) {
                Some((link, rest)) => {
                    let address = absolute(base, page, link);
                    out += &format!("href=\"{}\"{rest}", address.replacen(MIRROR, ORIGIN, 1));
                }
                None => out += part,
            }
        }
        // Its own absolute addresses, as in structured data.
        out.replace(MIRROR, ORIGIN)
    };
    let mut compared = 0;
    for (path, html) in mirror.iter().filter(|(path, _)| is_html(path)) {
        if path == "index.html" || path.ends_with("404.html") {
            continue;
        }
        let (ours, theirs) = (normal(MIRROR, path, html), normal(ORIGIN, path, &origin[path]));
        similar(path, &ours, &theirs);
        compared += 1;
    }
    assert!(compared > 30, "{compared}");
    for path in ["picture.png", "en/events/forum/event.ics"] {
        assert!(mirror.contains_key(path), "{path}");
    }
    assert_eq!(mirror["picture.png"], origin["picture.png"]);
}

fn similar(path: &str, ours: &str, theirs: &str) {
    for (ours, theirs) in ours.lines().zip(theirs.lines()) {
        assert_eq!(ours, theirs, "{path}");
    }
    assert_eq!(ours.len(), theirs.len(), "{path}");
}

/// The same through the program: into public-cz, beside public, and neither touches the other.
#[test]
fn a_mirror_has_a_folder_and_a_record_of_its_own() {
    let site = common::Site::new(&site());
    site.build(&[]);
    let public = site.public();
    let said = site.build(&["--mirror", "cz"]);
    assert!(said.contains("public-cz") && said.contains("in 2 languages"), "{said}");
    assert!(site.public() == public);
    let built = common::tree(&site.root().join("public-cz"));
    let built: Pages =
        built.iter().map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into())).collect();
    assert!(built == mirror());
}
