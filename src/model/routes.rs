//! Where everything stands: one address a page, in every language (design section 3, Addresses).

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Id, Lang};
use crate::i18n::Interfaces;
use crate::source::{Document, ENUMERATIONS, Kind, SECTIONS};
use crate::yaml::Step;

use super::state::State;
use super::{DocIx, Documents};

/// The address of a page, from the root of the site: `cs/skoly/hr-1/`. Ends with a slash; the root itself is empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Route(String);

impl Route {
    pub fn new(path: String) -> Route {
        debug_assert!(path.is_empty() || path.ends_with('/'));
        Route(path)
    }

    /// The home page of a language.
    pub fn home(lang: Lang) -> Route {
        Route([lang.as_str(), "/"].concat())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many folders it is below the root.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'/').count()
    }

    /// A page below this one.
    pub fn join(&self, segment: &str) -> Route {
        Route([&self.0, segment, "/"].concat())
    }

    /// The file that servers show there.
    pub fn index_file(&self) -> String {
        [&self.0, "index.html"].concat()
    }

    /// Page `number` of a list: the list itself for the first, else `…/page/n/`.
    pub fn page(&self, number: usize) -> Route {
        if number == 1 { self.clone() } else { Route([&self.0, "page/", &number.to_string(), "/"].concat()) }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a section holds: the documents of a kind, or the terms of an enumeration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SectionKey {
    Kind(Kind),
    Enumeration(&'static str),
}

impl SectionKey {
    /// The folder below content/ or content/terms/, which is also the section's name in messages and Views.
    pub fn folder(self) -> &'static str {
        match self {
            SectionKey::Kind(kind) => kind.folder().expect("a section's kind has a folder"),
            SectionKey::Enumeration(name) => name,
        }
    }

    /// The section that a document is listed in.
    pub fn of(document: &Document) -> Option<SectionKey> {
        match document.kind {
            Kind::Term => {
                let enumeration = document.id.as_str().split('/').next()?;
                ENUMERATIONS.iter().copied().find(|name| *name == enumeration).map(SectionKey::Enumeration)
            }
            kind => kind.folder().map(|_| SectionKey::Kind(kind)),
        }
    }
}

/// A section: its list's address and title in each language.
#[derive(Clone, Debug)]
pub struct Section {
    pub key: SectionKey,
    /// `content/<section>/index.md`, where there is one.
    pub index: Option<DocIx>,
    pub routes: Vec<Route>,
    /// Title and the language that it is in.
    pub titles: Vec<(String, Lang)>,
}

/// The sections that have documents, in the order of the menu, enumerations last.
pub fn sections(
    documents: &Documents,
    find: impl Fn(Kind, &Id) -> Option<DocIx> + Sync,
    states: &[Vec<State>],
    config: &Config,
    interfaces: &Interfaces,
) -> Vec<Section> {
    let keys = SECTIONS
        .iter()
        .map(|kind| SectionKey::Kind(*kind))
        .chain(ENUMERATIONS.iter().map(|name| SectionKey::Enumeration(name)));
    let used: BTreeSet<SectionKey> = documents.values().filter_map(|document| SectionKey::of(document)).collect();
    let keys: Vec<SectionKey> = keys.filter(|key| used.contains(key)).collect();
    keys.into_par_iter()
        .map(|key| {
            let folder = key.folder();
            let id = Id::new(folder).expect("a folder's name is an id");
            let index = find(Kind::Section, &id);
            let message = format!("section-{folder}");
            let name = |lang: Lang| {
                let name = interfaces.get(lang).message(&message, &[]).ok();
                (name.map_or_else(|| folder.to_owned(), |name| name.into_owned()), lang)
            };
            let of = |number: usize, lang: Lang| {
                let own = index.and_then(|_| documents.get(&(Kind::Section, id.clone()))).and_then(|document| {
                    let shown = match states[index.expect("it is there").0 as usize][number] {
                        State::Fallback { shows } => shows,
                        State::Absent => return None,
                        _ => lang,
                    };
                    Some((&document.texts[&shown], shown))
                });
                let title = own.map(|(text, shown)| (text.words.title.clone(), shown));
                let slug = own
                    .filter(|(_, shown)| *shown == lang)
                    .and_then(|(text, _)| text.words.slug.clone())
                    .map(|slug| slug.0);
                let slug = slug.or_else(|| interfaces.get(lang).slug(&message)).unwrap_or_else(|| folder.to_owned());
                (title.unwrap_or_else(|| name(lang)), slug)
            };
            let each: Vec<((String, Lang), String)> =
                config.languages.iter().enumerate().map(|(number, lang)| of(number, *lang)).collect();
            let routes: Vec<Route> = config
                .languages
                .iter()
                .zip(&each)
                .map(|(lang, (_, slug))| Route::new(format!("{lang}/{slug}/")))
                .collect();
            Section { key, index, routes, titles: each.into_iter().map(|(title, _)| title).collect() }
        })
        .collect()
}

/// The address of every document in every language.
pub fn routes(
    documents: &Documents,
    states: &[Vec<State>],
    sections: &[Section],
    config: &Config,
) -> Vec<Vec<Option<Route>>> {
    let by_key: BTreeMap<SectionKey, &Section> = sections.iter().map(|section| (section.key, section)).collect();
    let all: Vec<&Document> = documents.values().map(|document| &**document).collect();
    all.into_par_iter()
        .zip(states)
        .map(|(document, states)| {
            if document.kind == Kind::Section {
                return vec![None; config.languages.len()];
            }
            config
                .languages
                .iter()
                .zip(states)
                .enumerate()
                .map(|(number, (lang, state))| {
                    if *state == State::Absent {
                        return None;
                    }
                    Some(match SectionKey::of(document) {
                        Some(key) => by_key[&key].routes[number].join(segment(document, *lang)),
                        None => page(document, documents, *lang),
                    })
                })
                .collect()
        })
        .collect()
}

/// The last part of the address: the slug of the text in that very language, else the id.
fn segment(document: &Document, lang: Lang) -> &str {
    let own = document.texts.get(&lang).and_then(|text| text.words.slug.as_ref());
    own.map_or_else(|| document.id.as_str().rsplit('/').next().unwrap_or_default(), |slug| slug.0.as_str())
}

fn page(document: &Document, documents: &Documents, lang: Lang) -> Route {
    let mut route = Route::home(lang);
    let id = document.id.as_str();
    if id == "index" {
        return route;
    }
    for (end, _) in id.match_indices('/') {
        let above = Id::new(&id[..end]).expect("a part of an id is one");
        route = match documents.get(&(Kind::Page, above)) {
            Some(above) => route.join(segment(above, lang)),
            None => route.join(id[..end].rsplit('/').next().unwrap_or_default()),
        };
    }
    route.join(segment(document, lang))
}

/// Two pages for one address, and slugs that addresses of lists need, are findings.
pub fn check(
    documents: &Documents,
    routes: &[Vec<Option<Route>>],
    sections: &[Section],
    config: &Config,
    findings: &mut Diagnostics,
) {
    enum Owner<'a> {
        Document(&'a Document),
        Section(&'a Section),
    }
    let mut owners: FxHashMap<&str, Owner<'_>> = FxHashMap::default();
    owners.reserve(routes.len() * config.languages.len());
    for section in sections {
        for route in &section.routes {
            owners.insert(route.as_str(), Owner::Section(section));
        }
    }
    for (document, routes) in documents.values().zip(routes) {
        for (lang, route) in config.languages.iter().zip(routes) {
            let Some(route) = route else { continue };
            // Looked for where it is told: a build that reads few files would read all of them for this.
            let span = || address_span(document, *lang);
            if route.as_str().ends_with("/page/") {
                findings.push(
                    Diagnostic::error("reserved-id", "`page` is part of the addresses of lists")
                        .at(span())
                        .help("give the page another slug"),
                );
                continue;
            }
            match owners.entry(route.as_str()) {
                Entry::Vacant(free) => _ = free.insert(Owner::Document(document)),
                Entry::Occupied(other) => {
                    let finding = same_address(route.as_str()).at(span()).help("give one of the two another `slug`");
                    findings.push(match other.get() {
                        Owner::Document(other) => finding.label(address_span(other, *lang), "this is the other one"),
                        Owner::Section(section) => Diagnostic {
                            help: Some(format!(
                                "it is the address of the list of {}: give the page another slug or id",
                                section.key.folder()
                            )),
                            ..finding
                        },
                    });
                }
            }
        }
    }
}

/// Of two pages for one address, before it is said which.
pub fn same_address(address: &str) -> Diagnostic {
    Diagnostic::error("same-address", format!("two pages would have the address /{address}"))
}

/// The place that decides the address of a document in a language: its slug, else its file.
pub fn address_span(document: &Document, lang: Lang) -> Span {
    let text = document.texts.get(&lang).unwrap_or_else(|| document.source());

    match text.words.slug {
        Some(_) => text.file.front_matter().span(&[Step::field("slug")]),
        None => Span::file(&text.file.path),
    }
}
