//! What one run leaves to the next, in the site's cache.
//!
//! In: the cache of the site. Out: how the sources were, what has been made of them, and what each output holds. Always:
//! what cannot be used is told once, as a warning, and is as good as nothing.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cache::{Cache, Last};
use crate::diag::{Diagnostic, Diagnostics};
use crate::memo::Memo;
use crate::render::SearchMemo;

use super::output::Output;
use super::stamps::Stamps;
use super::store::Store;

/// See the module.
pub struct Remembered {
    /// `None` where there can be none: then nothing is remembered.
    store: Option<Store>,
    /// What could not be used.
    pub findings: Diagnostics,
}

const STAMPS: &str = "stamps";
const PARSES: &str = "parses";
const BODIES: &str = "bodies";
const LOOKS: &str = "pictures";
const SOUND: &str = "sound";
const ENTRIES: &str = "search-entries";
const INDEXES: &str = "search-indexes";
const PAGES: &str = "pages-";

/// Of how many outputs it is remembered what they hold: some may be folders that live for one run.
const OUTPUTS: usize = 16;

/// By how much what is written down may grow from one run to the next before it is moved, in bytes.
const ROOM: usize = 64 * 1024;

impl Remembered {
    /// The cache of the site at `root`; see [`Store::open`].
    pub fn open(root: &Path) -> Remembered {
        match Store::open(root) {
            Ok(store) => Remembered { store: Some(store), findings: Diagnostics::new() },
            Err(finding) => Remembered { store: None, findings: Diagnostics::from_iter([*finding]) },
        }
    }

    /// See [`Store::tidy`]; outputs that nobody has built into for long are forgotten.
    pub fn tidy(&self) {
        if let Some(store) = &self.store {
            store.tidy();
            store.keep_newest(PAGES, OUTPUTS);
        }
    }

    /// The time of the disk that the site is on, now; `None` where it does not say.
    pub fn disk_time(&self) -> Option<u64> {
        self.store.as_ref()?.disk_time()
    }

    /// How the sources were.
    pub fn stamps(&mut self) -> Stamps {
        self.read(STAMPS).unwrap_or_default()
    }

    /// What has been made of the sources.
    pub fn cache(&mut self) -> Cache {
        let Some(store) = &self.store else { return Cache::default() };
        let ((parses, looks, sound), (bodies, (entries, indexes))) = rayon::join(
            || (memo(store, PARSES), memo(store, LOOKS), memo(store, SOUND)),
            || (memo(store, BODIES), (memo(store, ENTRIES), memo(store, INDEXES))),
        );
        let mut take = |found: Vec<Diagnostic>| found.into_iter().for_each(|finding| self.findings.push(finding));
        take(parses.1);
        take(bodies.1);
        take(looks.1);
        take(sound.1);
        take(entries.1);
        take(indexes.1);
        let search = Arc::new(SearchMemo { entries: entries.0, indexes: indexes.0 });
        Cache { parses: parses.0, bodies: bodies.0, looks: looks.0, sound: sound.0, search, ..Cache::default() }
    }

    /// What an output holds.
    pub fn last(&mut self, output: &Output) -> Last {
        self.read(&pages(output)).unwrap_or_default()
    }

    pub fn save_stamps(&self, before: &Stamps, now: &Stamps) {
        if before != now {
            self.write(STAMPS, now);
        }
    }

    pub fn save_cache(&self, cache: &Cache) {
        let Some(store) = &self.store else { return };
        let save = |name, bytes: Option<Vec<u8>>| bytes.into_iter().for_each(|bytes| store.save(name, &bytes));
        rayon::join(
            || {
                save(PARSES, cache.parses.to_bytes());
                save(LOOKS, cache.looks.to_bytes());
                save(SOUND, cache.sound.to_bytes());
            },
            || {
                save(BODIES, cache.bodies.to_bytes());
                save(ENTRIES, cache.search.entries.to_bytes());
                save(INDEXES, cache.search.indexes.to_bytes());
            },
        );
    }

    pub fn save_last(&self, output: &Output, last: &Last) {
        self.write(&pages(output), last);
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        match self.store.as_ref()?.load(name) {
            // A program reads what it wrote.
            Ok(bytes) => postcard::from_bytes(&bytes?).ok(),
            Err(finding) => {
                self.findings.push(*finding);
                None
            }
        }
    }

    fn write(&self, name: &str, value: &impl Serialize) {
        let Some(store) = &self.store else { return };
        // About as much as the last time: a list of tens of thousands would else be moved again and again as it grows.
        let room = Vec::with_capacity(store.size(name) + ROOM);
        if let Ok(bytes) = postcard::to_extend(value, room) {
            store.save(name, &bytes);
        }
    }
}

fn memo<V: DeserializeOwned>(store: &Store, name: &str) -> (Memo<V>, Vec<Diagnostic>) {
    match store.load(name) {
        Ok(bytes) => (bytes.and_then(Memo::from_bytes).unwrap_or_default(), Vec::new()),
        Err(finding) => (Memo::default(), vec![*finding]),
    }
}

/// The name under which an output is remembered: that of its record.
fn pages(output: &Output) -> String {
    let name = output.record.file_stem().unwrap_or_default().to_string_lossy();
    format!("{PAGES}{name}")
}
