//! What every page must keep, and where its links lead.

use std::collections::{BTreeMap, BTreeSet};

use crate::html::{Page, Role};
use crate::served::{Problems, Served, Target, is_not_found};

/// Each page by itself: its structure, its ids, its structured data, and nothing that a strict policy forbids.
pub fn check_structure(site: &Served, problems: &mut Problems) {
    for (path, page) in &site.pages {
        page.faults.iter().for_each(|fault| problems.add("forbidden in a page", format!("{path}: {fault}")));
        problems.require(!page.lang.is_empty(), "no lang on the root element", || path.clone());
        problems.require(!page.title.trim().is_empty(), "no title", || path.clone());
        problems.require(page.h1 == 1, "not exactly one h1", || format!("{path}: {}", page.h1));
        problems.require(page.mains == 1, "not exactly one main", || format!("{path}: {}", page.mains));
        check_ids(path, page, problems);
        for json in &page.json_ld {
            check_json_ld(site, path, json, problems);
        }
    }
}

fn check_ids(path: &str, page: &Page, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for id in &page.ids {
        problems.require(seen.insert(id.as_str()), "an id stands twice", || format!("{path}: {id}"));
    }
    for (attribute, id) in &page.id_references {
        problems.require(seen.contains(id.as_str()), "no such id", || format!("{path}: {attribute}={id}"));
    }
}

fn check_json_ld(site: &Served, path: &str, json: &str, problems: &mut Problems) {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(json) else {
        problems.add("JSON-LD does not parse", format!("{path}: {json}"));
        return;
    };
    let is_typed = |node: &serde_json::Value| node.get("@type").is_some();
    let nodes = value.get("@graph").and_then(|graph| graph.as_array());
    let has_types = nodes.map_or_else(|| is_typed(&value), |nodes| !nodes.is_empty() && nodes.iter().all(is_typed));
    let is_schema = value.get("@context").and_then(|context| context.as_str()) == Some("https://schema.org");
    problems.require(has_types && is_schema, "JSON-LD lacks its context or a type", || format!("{path}: {json}"));
    let mut strings = Vec::new();
    collect_strings(&value, &mut strings);
    for address in strings.into_iter().filter(|text| text.starts_with(site.base.as_str())) {
        let rule = "JSON-LD names a page that is not there";
        problems.require(site.serves(address), rule, || format!("{path}: {address}"));
    }
}

fn collect_strings<'v>(value: &'v serde_json::Value, strings: &mut Vec<&'v str>) {
    match value {
        serde_json::Value::String(text) => strings.push(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_strings(item, strings)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| collect_strings(field, strings)),
        _ => {}
    }
}

/// Every address of every page, by role; `origin` is the site that a mirror may send its readers to.
pub fn check_links(site: &Served, origin: Option<&Served>, problems: &mut Problems) {
    for (path, page) in &site.pages {
        for reference in &page.references {
            let told = || format!("{path}: <{} {}>", reference.element, reference.href);
            match site.target(path, &reference.href) {
                Err(why) => problems.add("broken link", format!("{}: {why}", told())),
                Ok(Target::File(target, Some(fragment))) => {
                    problems.require(site.has_fragment(&target, &fragment), "broken anchor", told);
                }
                Ok(Target::File(..)) => {}
                Ok(Target::Elsewhere(_)) if reference.role == Role::Resource => {
                    problems.add("loaded from another host", told());
                }
                Ok(Target::Elsewhere(url)) => {
                    let Some(origin) = origin.filter(|origin| url.as_str().starts_with(origin.base.as_str())) else {
                        continue;
                    };
                    match origin.page_at(url.as_str()) {
                        None => problems.add("broken link to the origin", told()),
                        Some((_, there)) => {
                            let is_needed = !site.languages().contains(there.lang.as_str()) || reference.is_in_footer;
                            problems.require(is_needed, "a link to the origin for what the mirror has", told);
                        }
                    }
                }
            }
        }
    }
}

/// From `/`, by links alone, every page is reached; the 404 pages and the redirects stand for addresses without one.
pub fn check_reachable(site: &Served, problems: &mut Problems) {
    let mut reached: BTreeSet<String> = BTreeSet::from(["index.html".to_owned()]);
    let mut queue: Vec<String> = reached.iter().cloned().collect();
    while let Some(path) = queue.pop() {
        let Some(page) = site.pages.get(&path) else { continue };
        for link in page.references.iter().filter(|reference| reference.role == Role::Link) {
            if let Ok(Target::File(target, _)) = site.target(&path, &link.href)
                && reached.insert(target.clone())
            {
                queue.push(target);
            }
        }
    }
    let pages = site.pages.iter().filter(|(path, page)| !is_not_found(path) && !page.is_redirect);
    let by_link = |path: &&String| path.ends_with(".ics") || path.ends_with("feed.xml");
    for path in pages.map(|(path, _)| path).chain(site.files.keys().filter(by_link)) {
        problems.require(reached.contains(path), "no way leads there", || path.clone());
    }
}

/// A mirror's pages say what the origin's say, head and main alike, and their links mean the same places. The chooser and
/// the 404 pages are the mirror's own.
pub fn check_same_as_origin(mirror: &Served, origin: &Served, problems: &mut Problems) {
    let compared = |path: &str| path != "index.html" && !is_not_found(path);
    for (path, page) in mirror.pages.iter().filter(|(path, _)| compared(path)) {
        let Some(there) = origin.pages.get(path) else {
            problems.add("a page that the origin lacks", path.clone());
            continue;
        };
        let place = |site: &Served, href: &str| match site.target(path, href) {
            Ok(Target::File(file, fragment)) => Ok((file, fragment)),
            Ok(Target::Elsewhere(url)) => {
                origin.target(path, url.as_str()).map_err(|_| url.to_string()).and_then(|target| match target {
                    Target::File(file, fragment) => Ok((file, fragment)),
                    Target::Elsewhere(url) => Err(url.to_string()),
                })
            }
            Err(why) => Err(why),
        };
        use crate::html::Piece;
        let same = page.pieces.len() == there.pieces.len()
            && page.pieces.iter().zip(&there.pieces).all(|pieces| match pieces {
                (Piece::Address(here), Piece::Address(there)) => place(mirror, here) == place(origin, there),
                (here, there) => here == there,
            });
        if !same {
            let first = page.pieces.iter().zip(&there.pieces).find(|(here, there)| here != there);
            problems.add("differs from the origin", format!("{path}: {first:?}"));
        }
    }
    let ours: BTreeMap<&str, usize> = count_by_language(mirror);
    let theirs: BTreeMap<&str, usize> = count_by_language(origin);
    for (lang, count) in ours {
        problems.require(theirs.get(lang) == Some(&count), "lacks pages of the origin", || lang.to_owned());
    }
}

fn count_by_language(site: &Served) -> BTreeMap<&str, usize> {
    let mut count = BTreeMap::new();
    for path in site.pages.keys() {
        if let Some((lang, _)) = path.split_once('/') {
            *count.entry(lang).or_default() += 1;
        }
    }
    count
}
