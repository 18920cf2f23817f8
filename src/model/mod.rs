//! The site as a whole: what refers to what, what each language has, and where everything stands.
//!
//! In: [`Content`], the configuration, the interfaces, the locks of the translations and one date. Out: a [`Site`].
//! Always: made anew for each build, cheap, and complete: every reference leads to a document, every document has a state
//! in every language and, unless that is `absent`, an address that is its own.

mod advice;
mod assemble;
mod implied;
pub mod licence;
mod order;
mod publish;
mod references;
mod routes;
mod state;
mod titles;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

pub use assemble::{Inputs, assemble};
pub use implied::{countries_of, terms_of, words, work_package};
pub use order::{in_order, newest, sorted_part};
pub use publish::{Drafts, NextChange};
pub use references::{Reference, Via};
pub use routes::{Route, Section, SectionKey, address_span, same_address};
pub use state::State;
pub use titles::Titles;

use crate::config::Config;
use crate::foundation::{Day, Id, Lang, SourcePath};
use crate::source::{Content, Document, Kind, Text};

/// A document of the site, by its place in [`Site::documents`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DocIx(pub u32);

/// A language of the site, by its place in the configuration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LangIx(pub u8);

/// Everything that a build knows, related and addressed.
#[derive(Debug)]
pub struct Site {
    pub config: Config,
    /// The date that decides what is published and past.
    pub as_of: Day,
    /// By kind and id.
    pub documents: Vec<Arc<Document>>,
    index: BTreeMap<Kind, BTreeMap<Id, DocIx>>,
    /// By the path of the source file.
    sources: FxHashMap<SourcePath, DocIx>,
    /// For each document, its state in each language.
    states: Vec<Vec<State>>,
    /// For each document, its address in each language; `None` where it is absent.
    routes: Vec<Vec<Option<Route>>>,
    from: Vec<Vec<Reference>>,
    to: Vec<Vec<Reference>>,
    /// The sections and enumerations that have documents, in the order of the menu.
    pub sections: Vec<Section>,
    /// Files beside documents, and nothing else of content/.
    pub attachments: BTreeMap<SourcePath, crate::source::File>,
    /// Pictures whose consent has ended: neither they nor links to them are published.
    pub lapsed: std::collections::BTreeSet<SourcePath>,
    /// What is there but not published on this date; references to it are dropped without a word.
    unpublished: std::collections::BTreeSet<(Kind, Id)>,
    /// What has a file, although it may be too wrong to be used.
    known: std::collections::BTreeSet<(Kind, Id)>,
    pub next_change: Option<NextChange>,
}

impl Site {
    pub fn get(&self, ix: DocIx) -> &Document {
        &self.documents[ix.0 as usize]
    }

    /// The document of a source file.
    pub fn find_source(&self, path: &str) -> Option<DocIx> {
        self.sources.get(path).copied()
    }

    pub fn find(&self, kind: Kind, id: &str) -> Option<DocIx> {
        self.index.get(&kind)?.get(id).copied()
    }

    /// What a link is told of although no page of this date has it.
    pub fn hidden(&self) -> impl std::hash::Hash + '_ {
        (&self.unpublished, &self.known, &self.lapsed)
    }

    /// Whether there is such a document, although it is not published on this date.
    pub fn is_unpublished(&self, kind: Kind, id: &str) -> bool {
        Id::new(id).is_some_and(|id| self.unpublished.contains(&(kind, id)))
    }

    /// Whether there is such a document, although it is too wrong to be used: a link to it is not also wrong.
    pub fn is_unusable(&self, kind: Kind, id: &str) -> bool {
        let exists = Id::new(id).is_some_and(|id| self.known.contains(&(kind, id)));
        exists && self.find(kind, id).is_none() && !self.is_unpublished(kind, id)
    }

    pub fn all(&self) -> impl Iterator<Item = DocIx> + use<> {
        (0..self.documents.len() as u32).map(DocIx)
    }

    /// The documents of a kind, by id.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = DocIx> + '_ {
        let start = self.documents.partition_point(|document| document.kind < kind);
        let end = self.documents.partition_point(|document| document.kind <= kind);
        (start as u32..end as u32).map(DocIx)
    }

    pub fn languages(&self) -> impl Iterator<Item = (LangIx, Lang)> + '_ {
        self.config.languages.iter().enumerate().map(|(index, lang)| (LangIx(index as u8), *lang))
    }

    pub fn lang(&self, ix: LangIx) -> Lang {
        self.config.languages[usize::from(ix.0)]
    }

    pub fn lang_ix(&self, lang: Lang) -> LangIx {
        let index = self.config.languages.iter().position(|other| *other == lang);
        LangIx(index.expect("a language of the site") as u8)
    }

    pub fn state(&self, document: DocIx, lang: LangIx) -> State {
        self.states[document.0 as usize][usize::from(lang.0)]
    }

    /// The text that a reader of the language is shown, and its language.
    pub fn text(&self, document: DocIx, lang: LangIx) -> (&Text, Lang) {
        let document_ = self.get(document);
        let shown = match self.state(document, lang) {
            State::Fallback { shows } | State::Neutral { shows } => shows,
            State::Absent => document_.language,
            State::Source | State::Translated | State::Machine | State::Outdated => self.lang(lang),
        };
        (&document_.texts[&shown], shown)
    }

    /// Where the document stands in a language; `None` where it is absent.
    pub fn route(&self, document: DocIx, lang: LangIx) -> Option<&Route> {
        self.routes[document.0 as usize][usize::from(lang.0)].as_ref()
    }

    /// What the document refers to, in the order in which it does.
    pub fn references(&self, document: DocIx, via: Via) -> impl Iterator<Item = DocIx> + '_ {
        self.from[document.0 as usize]
            .iter()
            .filter(move |reference| reference.via == via)
            .map(|reference| reference.to)
    }

    /// What refers to the document, by kind and id.
    pub fn referrers(&self, document: DocIx, via: Via) -> impl Iterator<Item = DocIx> + '_ {
        self.to[document.0 as usize]
            .iter()
            .filter(move |reference| reference.via == via)
            .map(|reference| reference.from)
    }

    pub fn section(&self, key: SectionKey) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }
}

/// For the parts of `assemble`.
type Documents = BTreeMap<(Kind, Id), Arc<Document>>;

fn documents_of(content: &mut Content) -> Documents {
    let documents = std::mem::take(&mut content.documents);
    documents.into_iter().map(|document| ((document.kind, document.id.clone()), document)).collect()
}
