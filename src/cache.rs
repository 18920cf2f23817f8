//! What is remembered from one build to the next, beside what was written.
//!
//! In: results of pure functions, by what went into them. Out: the same results, without the work. Always: never needed;
//! a result is found by everything that it depends on, so that a build with a cache equals one without.
//!
//! The functions are those of design section 4 that take time, and the outermost of them all, a whole build: [`Last`] has
//! its inputs as one fingerprint, so that a build in which nothing has changed does nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics};
use crate::foundation::{Day, Fingerprint, OutPath};
use crate::i18n::Interfaces;
use crate::memo::{Latest, Memo};
use crate::release::MadeFrom;
use crate::render::{Assets, BodiesMemo, BodyMemo, Design, Looks, SearchMemo, Shelf, Templates};
use crate::source::{GroupsMemo, Parses};

/// The caches of the functions that take time: `parse` (kind, contents) and `markdown` (a body and the answers of the
/// site). What pages were made from is remembered with the output that they are in, see [`Pages`].
#[derive(Default)]
pub struct Cache {
    pub parses: Parses,
    pub bodies: BodyMemo,
    /// What pictures are, by what their files hold.
    pub looks: Looks,
    /// Messages, and templates with their assets, in which nothing was found: they are not checked again.
    pub(crate) sound: Memo<()>,
    /// Shared with the plan of a site: its search is made when somebody asks for it.
    pub search: Arc<SearchMemo>,
    /// In memory alone, as what follows: a program that runs for one build asks once for a document, and for its bodies.
    pub groups: GroupsMemo,
    pub documents: BodiesMemo,
    /// A program that runs for one build loads each once.
    pub interfaces: Latest<(Arc<Interfaces>, Diagnostics)>,
    /// The same, with the theme's static files, whose names templates ask for.
    pub templates: Latest<(Arc<Templates>, Arc<Assets>, Diagnostics)>,
    /// How cards for sharing look.
    pub design: Latest<(Option<Arc<Design>>, Diagnostics)>,
    /// Sizes of pictures that were made and wait to be asked for.
    pub shelf: Arc<Shelf>,
}

impl Cache {
    /// Whether messages or templates with this key were checked, and nothing was found.
    pub fn is_sound(&self, key: Fingerprint) -> bool {
        self.sound.get(key).is_some()
    }

    /// Remembers what was checked, where nothing was found.
    pub fn note_sound(&self, key: Fingerprint, found: &Diagnostics) {
        if found.is_empty() {
            self.sound.put(key, ());
        }
    }

    /// See [`Memo::next_build`](crate::memo::Memo::next_build): for a run of many builds.
    pub fn next_build(&self) {
        self.parses.next_build();
        self.bodies.next_build();
        self.looks.next_build();
        self.sound.next_build();
        self.search.entries.next_build();
        self.search.indexes.next_build();
        self.groups.next_build();
        self.documents.next_build();
    }
}

/// The files of one output as they were made last: what each was made from, and what came of it.
pub type Pages = BTreeMap<OutPath, Page>;

/// See [`Pages`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Page {
    pub from: MadeFrom,
    pub content: Fingerprint,
    /// In bytes.
    pub size: u64,
    /// When the file was written, in nanoseconds since 1970.
    pub mtime_ns: u64,
}

/// What an output holds since it was last made equal to a site.
#[derive(Default, Serialize, Deserialize)]
pub struct Last {
    /// Of all that the site was made from: where nothing of it has changed, nothing is to be done.
    pub inputs: Fingerprint,
    pub summary: Summary,
    /// What was found then, none of it an error.
    pub findings: Vec<Diagnostic>,
    pub pages: Pages,
    /// Of the list of what was written, as it was saved with these pages: where it is the same, the list is theirs, and
    /// need not be taken apart.
    pub record: Fingerprint,
}

/// What there is to say about a site.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Summary {
    /// How many pages show a document or a list.
    pub pages: usize,
    pub languages: usize,
    /// When the same sources make another site, and the file and field because of which.
    pub next_change: Option<(Day, String)>,
}
