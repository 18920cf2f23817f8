//! What many pages show alike: made once for a language and a depth, and shared by all pages of a build that have it.
//!
//! A key must hold all that the part is made from but the site itself, which is the same for a whole build.

use std::convert::Infallible;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use crate::foundation::Fingerprint;
use crate::model::{DocIx, LangIx, Site};

use super::cite;
use super::seen::Seen;
use super::views::{Alternates, DateView, Fact, LanguageLink, Link, Repeated, Text};

/// The parts that pages of a build share.
pub struct Repeats {
    /// The way home, and feeds.
    pub links: ByOrigin<Repeated<Link>>,
    /// Facts whose values come from a list: words of an enumeration, countries, other documents.
    pub facts: ByOrigin<Repeated<Fact>>,
    /// Words on cards.
    pub texts: ByOrigin<Repeated<Text>>,
    /// Which page of a list it is, as words.
    pub page_numbers: ByOrigin<Repeated<String>>,
    /// In structured data, the ways to sections.
    pub ways: ByOrigin<Arc<str>>,
    /// Dates as words.
    pub dates: ByOrigin<Repeated<DateView>>,
    /// References in the formats of reference managers, which stand on the page of a document and in its list.
    pub references: [ByLanguage<String>; cite::Format::ALL.len()],
    /// Titles and summaries of documents, which stand on their pages, on their cards and in links.
    pub titles: ByLanguage<Repeated<Text>>,
    pub summaries: ByLanguage<Repeated<Text>>,
    /// By document.
    alternates: Box<[OnceLock<Repeated<Alternates>>]>,
    /// By document, for pages of one depth: of most documents all pages are as deep.
    languages: Box<[OnceLock<Switcher>]>,
}

impl Repeats {
    pub fn of(site: &Site) -> Repeats {
        Repeats {
            links: ByOrigin::default(),
            facts: ByOrigin::default(),
            texts: ByOrigin::default(),
            page_numbers: ByOrigin::default(),
            ways: ByOrigin::default(),
            dates: ByOrigin::default(),
            references: cite::Format::ALL.map(|_| ByLanguage::of(site)),
            titles: ByLanguage::of(site),
            summaries: ByLanguage::of(site),
            alternates: site.all().map(|_| OnceLock::new()).collect(),
            languages: site.all().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The alternates of a document, which are absolute and so the same on all its pages.
    pub fn alternates(&self, of: DocIx, make: impl FnOnce() -> Alternates) -> Repeated<Alternates> {
        self.alternates[of.0 as usize].get_or_init(|| Repeated::shared(make())).clone()
    }

    /// The switcher of a document's pages from which `root` is the way to the root.
    pub fn languages(
        &self,
        of: DocIx,
        root: &str,
        make: impl Fn() -> Vec<LanguageLink>,
    ) -> Repeated<Vec<LanguageLink>> {
        let known = self.languages[of.0 as usize]
            .get_or_init(|| Switcher { root: root.to_owned(), links: Repeated::shared(make()) });
        if known.root == root { known.links.clone() } else { Repeated::shared(make()) }
    }
}

/// A document in all languages, as pages of one depth link to it.
struct Switcher {
    /// Their way to the root.
    root: String,
    links: Repeated<Vec<LanguageLink>>,
}

/// One part for each document and language.
pub struct ByLanguage<T> {
    documents: usize,
    parts: Box<[OnceLock<T>]>,
}

impl<T> ByLanguage<T> {
    fn of(site: &Site) -> ByLanguage<T> {
        let documents = site.all().count();
        let parts = (0..documents * site.languages().count()).map(|_| OnceLock::new()).collect();
        ByLanguage { documents, parts }
    }

    /// The part, made where this is the first page to ask for it.
    pub fn get(&self, lang: LangIx, of: DocIx, make: impl FnOnce() -> T) -> &T {
        self.parts[usize::from(lang.0) * self.documents + of.0 as usize].get_or_init(make)
    }
}

/// Parts by what they are made from: no more than the site has.
pub struct ByOrigin<T>(Seen<Fingerprint, T, { usize::MAX }>);

impl<T> Default for ByOrigin<T> {
    fn default() -> ByOrigin<T> {
        ByOrigin(Seen::default())
    }
}

impl<T: Clone> ByOrigin<T> {
    /// The part, made where this is the first page to ask for it.
    pub fn get(&self, from: impl Hash, make: impl FnOnce() -> T) -> T {
        let made = self.0.get(Fingerprint::of(&from), || Ok::<_, Infallible>(make()));
        made.unwrap_or_else(|never| match never {})
    }
}
