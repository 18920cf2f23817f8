//! Documents that need no file: a cluster that exactly one mentor names, a country or a challenge that documents carry,
//! the home page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::foundation::{Id, Lang, SourcePath};
use crate::i18n::{Arg, Interface, Interfaces};
use crate::source::facts::{Cluster, Common, Country, Facts, Page};
use crate::source::values::Role;
use crate::source::{Document, Kind, Text};
use crate::yaml::{CountryCode, Free};

use super::Documents;

/// Adds what is implied to what is written. `known` keeps a file that could not be read from being implied anew.
pub fn add_implied(documents: &mut Documents, known: &BTreeSet<(Kind, Id)>, config: &Config, interfaces: &Interfaces) {
    let mut implied = clusters(documents, config, interfaces);
    implied.extend(countries(documents, config, interfaces));
    implied.extend(challenges(documents, config, interfaces));
    implied.push(home(config, interfaces));
    for document in implied {
        let key = (document.kind, document.id.clone());
        if !known.contains(&key) {
            documents.entry(key).or_insert_with(|| Arc::new(document));
        }
    }
}

fn clusters(documents: &Documents, config: &Config, interfaces: &Interfaces) -> Vec<Document> {
    let mut mentors: BTreeMap<&Id, Vec<&Document>> = BTreeMap::new();
    for document in documents.values() {
        if let Facts::School(school) = &document.facts
            && school.role == Role::Mentor
            && let Some(cluster) = &school.cluster
        {
            mentors.entry(cluster).or_default().push(document);
        }
    }
    let only_one = mentors.into_iter().filter_map(|(id, mentors)| match mentors[..] {
        [mentor] => Some((id, mentor)),
        _ => None,
    });
    only_one
        .map(|(id, mentor)| {
            let name = &mentor.source().words.title;
            let title =
                |interface: &Interface| words(interface, "cluster-title", &[("school", Arg::from(name.as_str()))]);
            let mut document = implied(Kind::Cluster, id.clone(), config, interfaces, title);
            document.facts = Facts::Cluster(Cluster { coordinator: None, diary: Vec::new() });
            document.common.country = mentor.common.country.clone();
            document.common.example = mentor.common.example;
            document
        })
        .collect()
}

/// A country where something happened: what is merely written about one, or comes from one, makes no page of it.
fn countries(documents: &Documents, config: &Config, interfaces: &Interfaces) -> Vec<Document> {
    let codes: BTreeSet<CountryCode> = documents
        .values()
        .filter(|document| matches!(document.kind, Kind::School | Kind::Cluster | Kind::CaseStudy))
        .flat_map(|document| countries_of(document))
        .collect();
    codes
        .into_iter()
        .map(|code| {
            let id = Id::new(&code.slug()).expect("two small letters");
            let title = |interface: &Interface| interface.region(code.as_str()).unwrap_or(code.as_str()).to_owned();
            let mut document = implied(Kind::Country, id, config, interfaces, title);
            document.common.country.codes.push(code);
            document.facts = Facts::Country(Box::new(Country {
                partner: None,
                coordinator: None,
                priorities: Vec::new(),
                approach: None,
                incentives: Vec::new(),
                community: Vec::new(),
                enforcement: None,
            }));
            document
        })
        .collect()
}

/// A site without content/index.md has a home page all the same, with its title and what is newest: every page leads there.
fn home(config: &Config, interfaces: &Interfaces) -> Document {
    let title = |interface: &Interface| config.title.get(interface.lang(), &config.after(interface.lang())).to_owned();
    let mut document = implied(Kind::Page, Id::new("index").expect("a plain word"), config, interfaces, title);
    document.facts = Facts::Page(Page { menu: None });
    document
}

fn challenges(documents: &Documents, config: &Config, interfaces: &Interfaces) -> Vec<Document> {
    let values: BTreeSet<&'static str> = documents
        .values()
        .flat_map(|document| terms_of(document))
        .filter(|(enumeration, _)| *enumeration == "challenges")
        .map(|(_, value)| value)
        .collect();
    values
        .into_iter()
        .map(|value| {
            let id = Id::new(&format!("challenges/{value}")).expect("values are slugs");
            let title = |interface: &Interface| words(interface, &format!("challenge-{value}"), &[]);
            implied(Kind::Term, id, config, interfaces, title)
        })
        .collect()
}

/// A message, or its id where even the last of the chain has none: the catalogue's own findings have said so already.
pub fn words(interface: &Interface, id: &str, args: &[(&str, Arg)]) -> String {
    interface.message(id, args).map_or_else(|_| id.to_owned(), |text| text.into_owned())
}

fn implied(
    kind: Kind,
    id: Id,
    config: &Config,
    interfaces: &Interfaces,
    title: impl Fn(&Interface) -> String,
) -> Document {
    let texts: BTreeMap<Lang, Text> =
        config.languages.iter().map(|lang| (*lang, text_of(title(interfaces.get(*lang))))).collect();
    Document { kind, id, language: config.default_language, common: nothing(), facts: Facts::None, texts, folder: None }
}

fn text_of(title: String) -> Text {
    // What is implied by other documents has no file of its own; the configuration stands for it.
    Text::of_title(title, SourcePath::new(crate::config::FILE).expect("a constant path"))
}

fn nothing() -> Common {
    Common {
        date: None,
        updated: None,
        draft: false,
        publish_on: None,
        expires_on: None,
        language: None,
        country: Default::default(),
        challenges: Vec::new(),
        image: None,
        licence: None,
        example: false,
        extra: Free::default(),
    }
}

/// The countries that a document is about.
pub fn countries_of(document: &Document) -> Vec<CountryCode> {
    let mut codes = document.common.country.codes.clone();
    if let Facts::PolicyPost(post) = &document.facts {
        codes.extend(&post.countries);
    }
    codes.sort();
    codes.dedup();
    codes
}

/// The terms that a document carries: enumeration and value.
pub fn terms_of(document: &Document) -> Vec<(&'static str, &'static str)> {
    let mut terms: Vec<(&'static str, &'static str)> = Vec::new();
    terms.extend(document.common.challenges.iter().map(|value| ("challenges", value.as_str())));
    match &document.facts {
        Facts::School(school) => terms.extend(school.levels.iter().map(|value| ("levels", value.as_str()))),
        Facts::CaseStudy(case) => {
            terms.extend(case.enablers.iter().map(|value| ("enablers", value.as_str())));
            terms.extend(case.incentives.iter().map(|value| ("incentives", value.as_str())));
            terms.extend(case.barriers.iter().map(|value| ("barriers", value.as_str())));
            terms.extend(case.activities.iter().map(|value| ("activities", value.as_str())));
        }
        Facts::Result(result) => {
            terms.extend(result.work_package.and_then(work_package).map(|value| ("work-packages", value)))
        }
        Facts::Country(country) => {
            terms.extend(country.priorities.iter().map(|value| ("challenges", value.as_str())));
            terms.extend(country.incentives.iter().map(|entry| ("incentives", entry.r#type.as_str())));
        }
        _ => {}
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The work package of a number, 1 to 7 (grant agreement).
pub fn work_package(number: u32) -> Option<&'static str> {
    ["1", "2", "3", "4", "5", "6", "7"].get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}
