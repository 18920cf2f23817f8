//! What may happen between two builds: edits of the sources, ways to save them, and harm to what a build left.

use proptest::prelude::*;

use crate::model::{Document, Knob, LANGUAGES, Model, Text};
use crate::tables::{BODIES, SLOTS, TEMPLATES, WHEN};

/// One change of the sources. Those of a document or a translation that is not there do nothing.
#[derive(Clone, Debug)]
pub enum Edit {
    Add {
        document: usize,
        facts: usize,
        body: usize,
    },
    Remove {
        document: usize,
    },
    Facts {
        document: usize,
        facts: usize,
    },
    When {
        document: usize,
        when: usize,
    },
    /// To a folder of its own, or back.
    Move {
        document: usize,
    },
    Picture {
        document: usize,
        picture: usize,
    },
    Translate {
        document: usize,
        lang: usize,
        title: usize,
        body: usize,
    },
    Untranslate {
        document: usize,
        lang: usize,
    },
    Title {
        document: usize,
        lang: usize,
        title: usize,
    },
    Summary {
        document: usize,
        lang: usize,
        summary: usize,
    },
    Slug {
        document: usize,
        lang: usize,
        slug: usize,
    },
    Origin {
        document: usize,
        lang: usize,
        origin: usize,
    },
    Body {
        document: usize,
        lang: usize,
        body: usize,
    },
    Language {
        lang: usize,
    },
    Turn {
        knob: Knob,
        to: usize,
    },
    /// The translations of a language count as new.
    Accept {
        lang: usize,
    },
    Forget {
        lang: usize,
    },
}

impl Model {
    pub fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Add { document, facts, body } => {
                let text = Text { body: *body, ..Text::default() };
                let new = Document { facts: *facts, texts: [(0, text)].into(), ..Document::default() };
                self.documents.entry(*document).or_insert(new);
            }
            Edit::Remove { document } => drop(self.documents.remove(document)),
            Edit::Facts { document, facts } => self.with(document, |document| document.facts = *facts),
            Edit::When { document, when } => self.with(document, |document| document.when = *when),
            Edit::Move { document } if SLOTS[*document].id == "index" => {}
            Edit::Move { document } => self.with(document, |document| document.folder = !document.folder),
            Edit::Picture { document, picture } => self.with(document, |document| document.picture = *picture),
            Edit::Translate { document, lang, title, body } => self.with(document, |document| {
                let text = Text { title: *title, body: *body, ..Text::default() };
                document.texts.entry(*lang).or_insert(text);
            }),
            Edit::Untranslate { document, lang } => {
                self.with(document, |document| document.texts.retain(|of, _| of != lang));
            }
            Edit::Title { document, lang, title } => self.words(document, lang, |text| text.title = *title),
            Edit::Summary { document, lang, summary } => self.words(document, lang, |text| text.summary = *summary),
            Edit::Slug { document, lang, slug } => self.words(document, lang, |text| text.slug = *slug),
            Edit::Origin { document, lang, origin } => self.words(document, lang, |text| text.origin = *origin),
            Edit::Body { document, lang, body } => self.words(document, lang, |text| text.body = *body),
            Edit::Language { lang } => {
                if !self.languages.remove(lang) {
                    self.languages.insert(*lang);
                }
            }
            Edit::Turn { knob, to } => drop(self.knobs.insert(*knob, *to)),
            Edit::Accept { lang } => drop(self.locks.insert(*lang, self.accepted(*lang))),
            Edit::Forget { lang } => drop(self.locks.remove(lang)),
        }
    }

    fn with(&mut self, document: &usize, change: impl FnOnce(&mut Document)) {
        if let Some(document) = self.documents.get_mut(document) {
            change(document);
        }
    }

    fn words(&mut self, document: &usize, lang: &usize, change: impl FnOnce(&mut Text)) {
        let text = self.documents.get_mut(document).and_then(|document| document.texts.get_mut(lang));
        if let Some(text) = text {
            change(text);
        }
    }
}

/// How a save reaches the disk.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Save {
    /// The file is written in place.
    Plain,
    /// A new file takes the place of the old one, with its time, as some editors and all archives do.
    Renamed,
    /// Written in place, and then given the time that an earlier save gave it: one that has not come yet. A stamp of such
    /// a file says nothing.
    Future,
    /// While a build runs, so many milliseconds after it was started.
    WhileBuilding(u64),
}

/// What is done to what a build has left; the numbers pick a file.
#[derive(Clone, Debug)]
pub enum Harm {
    DeletePage(usize),
    /// Other bytes, as many as before.
    ChangePage(usize),
    TouchPage(usize),
    /// Everything below public/, and the folder.
    DeletePublic,
    /// A file of the user's own.
    Own(usize),
    CutCache(usize),
    EmptyCache(usize),
    /// One bit of a file of the cache.
    FlipCache(usize),
    GarbageInCache(usize),
    DeleteOfCache(usize),
    DeleteCache,
    /// The cache of another site in the place of this one's.
    ForeignCache,
    /// The cache as it was some builds ago.
    OldCache,
}

impl Harm {
    /// Whether it may be said, as a warning, that the cache was not read.
    pub fn is_to_cache(&self) -> bool {
        !matches!(
            self,
            Harm::DeletePage(_) | Harm::ChangePage(_) | Harm::TouchPage(_) | Harm::DeletePublic | Harm::Own(_)
        )
    }
}

/// How the program is called.
#[derive(Clone, Debug)]
pub struct Call {
    pub day: &'static str,
    pub base_url: bool,
    pub links_to_files: bool,
    pub drafts: bool,
    pub mirror: bool,
    /// Into a folder that is not the one of the options.
    pub elsewhere: bool,
}

/// What happens up to and with one build.
#[derive(Clone, Debug)]
pub struct Step {
    /// If the build before failed: back to what was there before it.
    pub mend: bool,
    pub edits: Vec<Edit>,
    pub save: Save,
    pub harm: Vec<Harm>,
    pub call: Call,
    /// A second build, of which nothing has changed.
    pub again: bool,
}

pub fn step() -> impl Strategy<Value = Step> {
    let edits = prop_oneof![1 => Just(Vec::new()), 9 => prop::collection::vec(edit(), 1..4)];
    let save = prop_oneof![
        4 => Just(Save::Plain),
        3 => Just(Save::Renamed),
        2 => Just(Save::Future),
        1 => (0..80u64).prop_map(Save::WhileBuilding),
    ];
    let harm = prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(harm(), 1..3)];
    (prop::bool::weighted(0.8), edits, save, harm, call(), prop::bool::weighted(0.25))
        .prop_map(|(mend, edits, save, harm, call, again)| Step { mend, edits, save, harm, call, again })
}

fn call() -> impl Strategy<Value = Call> {
    let day =
        prop_oneof![6 => Just("2026-03-31"), 1 => Just("2026-04-05"), 1 => Just("2026-04-06"), 1 => Just("2022-01-01")];
    let option = || prop::bool::weighted(0.12);
    (day, option(), option(), option(), option(), option()).prop_map(
        |(day, base_url, links_to_files, drafts, mirror, elsewhere)| Call {
            day,
            base_url,
            links_to_files,
            drafts,
            mirror,
            elsewhere,
        },
    )
}

fn harm() -> impl Strategy<Value = Harm> {
    let n = 0..1000usize;
    prop_oneof![
        2 => n.clone().prop_map(Harm::DeletePage),
        2 => n.clone().prop_map(Harm::ChangePage),
        2 => n.clone().prop_map(Harm::TouchPage),
        1 => Just(Harm::DeletePublic),
        1 => (0..3usize).prop_map(Harm::Own),
        1 => n.clone().prop_map(Harm::CutCache),
        1 => n.clone().prop_map(Harm::EmptyCache),
        1 => n.clone().prop_map(Harm::FlipCache),
        1 => n.clone().prop_map(Harm::GarbageInCache),
        1 => n.prop_map(Harm::DeleteOfCache),
        1 => Just(Harm::DeleteCache),
        1 => Just(Harm::ForeignCache),
        2 => Just(Harm::OldCache),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    // A document whose absence is felt is removed less often than one that nobody names.
    let (document, extra) = (0..SLOTS.len(), 5..SLOTS.len());
    let (lang, body) = (0..LANGUAGES.len(), 0..BODIES.len() - 1);
    let other = 1..LANGUAGES.len();
    let text = (document.clone(), lang.clone(), 0..4usize);
    prop_oneof![
        6 => (extra.clone(), 0..5usize, body.clone()).prop_map(|(document, facts, body)| Edit::Add { document, facts, body }),
        1 => document.clone().prop_map(|document| Edit::Remove { document }),
        2 => extra.prop_map(|document| Edit::Remove { document }),
        4 => (document.clone(), 0..5usize).prop_map(|(document, facts)| Edit::Facts { document, facts }),
        2 => (document.clone(), 0..WHEN.len()).prop_map(|(document, when)| Edit::When { document, when }),
        2 => document.clone().prop_map(|document| Edit::Move { document }),
        1 => (document.clone(), 0..4usize).prop_map(|(document, picture)| Edit::Picture { document, picture }),
        4 => (document.clone(), other.clone(), 0..4usize, body.clone())
            .prop_map(|(document, lang, title, body)| Edit::Translate { document, lang, title, body }),
        1 => (document.clone(), other.clone()).prop_map(|(document, lang)| Edit::Untranslate { document, lang }),
        4 => text.clone().prop_map(|(document, lang, title)| Edit::Title { document, lang, title }),
        2 => text.clone().prop_map(|(document, lang, summary)| Edit::Summary { document, lang, summary }),
        3 => text.clone().prop_map(|(document, lang, slug)| Edit::Slug { document, lang, slug }),
        1 => text.prop_map(|(document, lang, origin)| Edit::Origin { document, lang, origin }),
        6 => (document.clone(), lang.clone(), body).prop_map(|(document, lang, body)| Edit::Body { document, lang, body }),
        // The last body has a link that leads nowhere.
        1 => (document, lang).prop_map(|(document, lang)| Edit::Body { document, lang, body: BODIES.len() - 1 }),
        2 => other.clone().prop_map(|lang| Edit::Language { lang }),
        8 => (knob(), 0..7usize).prop_map(|(knob, to)| Edit::Turn { knob, to }),
        2 => other.clone().prop_map(|lang| Edit::Accept { lang }),
        1 => other.prop_map(|lang| Edit::Forget { lang }),
    ]
}

fn knob() -> impl Strategy<Value = Knob> {
    prop_oneof![
        4 => prop::sample::select(vec![
            Knob::Title, Knob::Address, Knob::Fallback, Knob::Order, Knob::Theme, Knob::Mirror, Knob::Project, Knob::Legal,
        ]),
        3 => (0..TEMPLATES.len()).prop_map(Knob::Template),
        2 => (0..LANGUAGES.len()).prop_map(Knob::Words),
        3 => prop::sample::select(vec![
            Knob::ParentList, Knob::ThemeWords, Knob::Stylesheet, Knob::Download, Knob::Picture,
        ]),
    ]
}
