//! Canonical and hreflang: what a page says of itself and of its other languages.

use std::collections::BTreeSet;

use crate::html::Page;
use crate::served::{Problems, Served, is_not_found};

/// The chooser: it stands for no language, and is the `x-default` of home.
const CHOOSER: &str = "index.html";

/// Checks `site`, whose canonical addresses are those of `origin` (itself, where it is no mirror).
pub fn check(site: &Served, origin: &Served, problems: &mut Problems) {
    for (path, page) in &site.pages {
        // What a reader keeps is on no other site.
        if is_not_found(path) || path.ends_with("/offline.html") {
            problems.require(page.is_noindex, "a page without content that is indexed", || path.clone());
            continue;
        }
        let at_origin = origin.address(path).to_string();
        check_canonical(path, page, &Case { origin, at_origin: &at_origin }, problems);
        if !page.is_redirect {
            check_alternates(path, page, &Case { origin, at_origin: &at_origin }, problems);
        }
        for address in &page.og_addresses {
            problems.require(origin.serves(address), "an og: address that is not the origin's", || {
                format!("{path}: {address}")
            });
        }
    }
}

/// A page's place at the origin.
struct Case<'a> {
    origin: &'a Served,
    at_origin: &'a str,
}

fn check_canonical(path: &str, page: &Page, case: &Case<'_>, problems: &mut Problems) {
    problems
        .require(page.canonical.len() == 1, "not exactly one canonical", || format!("{path}: {:?}", page.canonical));
    let Some(canonical) = page.canonical() else { return };
    let told = || format!("{path}: {canonical}");
    let shown = case.origin.page_at(canonical).map(|(_, page)| page);
    problems.require(shown.is_some_and(|shown| !shown.is_noindex), "canonical names no page to be found", told);
    let is_itself = canonical == case.at_origin;
    problems.require(is_itself != page.is_noindex, "canonical is itself if and only if indexed", told);
}

fn check_alternates(path: &str, page: &Page, case: &Case<'_>, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for (hreflang, href) in &page.alternates {
        let told = || format!("{path}: {hreflang} {href}");
        problems.require(seen.insert(hreflang), "an hreflang twice", told);
        let Some((there_path, there)) = case.origin.page_at(href) else {
            problems.add("hreflang names no page", told());
            continue;
        };
        problems.require(!there.is_noindex, "hreflang names a page that is not indexed", told);
        problems.require(there.alternates == page.alternates, "hreflang is not reciprocal", told);
        let is_language = hreflang == "x-default" || (there.lang == *hreflang && there_path != CHOOSER);
        problems.require(is_language, "hreflang names a page of another language", told);
    }
    if !page.alternates.is_empty() || !page.is_noindex {
        problems.require(seen.contains(&"x-default".to_owned()), "no x-default", || path.to_owned());
    }
    let own = if path == CHOOSER { "x-default" } else { page.lang.as_str() };
    let names_itself = page.alternates.iter().any(|(hreflang, href)| hreflang == own && href == case.at_origin);
    problems.require(names_itself != page.is_noindex, "hreflang names the page itself if and only if indexed", || {
        path.to_owned()
    });
}
