//! The search of a site: what can be found in each of its languages, and the files that the browser asks for.
//!
//! In: the site, what is remembered. Out: a [`Search`], every file below `search/`. Always: made when somebody asks for one of
//! its files, not before, so that a preview shows its first page without it; a language that nothing has changed in is known by
//! the fingerprint of its records, and of one that has, only the records that did are taken apart again. What a language only
//! borrows is not in its index (design section 2).

mod records;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::foundation::{FOLDED_LETTERS, Fingerprint, Lang, OutPath};
use crate::memo::Memo;
use crate::model::{DocIx, LangIx};
use crate::search::{self, Endings, Entry, Packed, Record, VERSION, Words, compressed};

use super::cx::{Cx, Here};
use super::generated::GeneratedPage;
use records::Records;

/// The folder of all files of the search, in the root of the site.
pub const FOLDER: &str = "search/";

/// What is remembered of searches.
#[derive(Default)]
pub struct SearchMemo {
    /// By record.
    pub entries: Memo<Entry>,
    /// By the records of a language.
    pub indexes: Memo<Known>,
}

/// Of the index of a language: the names of its files.
#[derive(Clone, Serialize, Deserialize)]
pub struct Known {
    /// Of the texts of the records, in their order.
    passages: Vec<String>,
    /// See [`Packed::name`].
    name: String,
    /// Of all others, by their paths below the folder.
    files: Vec<String>,
    /// Of the spellings, by first letter.
    spellings: BTreeMap<char, String>,
}

/// See the module.
pub struct Search {
    memo: Arc<SearchMemo>,
    made: OnceLock<Made>,
}

/// All files, by name.
struct Made {
    /// In order.
    paths: Vec<OutPath>,
    files: FxHashMap<OutPath, File>,
    languages: Vec<InLanguage>,
}

struct InLanguage {
    lang: LangIx,
    tag: Lang,
    documents: Vec<DocIx>,
    /// Of their records, in the same order.
    keys: Vec<Fingerprint>,
    known: Arc<Known>,
    /// The files themselves, where they have been made. Nothing that fills this cell uses the pool: a worker that waited for
    /// others could take up a file that asks for the same cell.
    packed: OnceLock<Contents>,
}

struct Contents {
    packed: Packed,
    spellings: BTreeMap<char, String>,
}

#[derive(Clone, Copy)]
enum File {
    /// One of pagefind's own.
    Runtime(&'static str),
    /// What pagefind's script asks for first.
    Entry,
    /// What our script asks for first, by language.
    Manifest(usize),
    /// The text of a record, by language and number.
    Passage(usize, usize),
    /// A part of the index, by language and number.
    Packed(usize, usize),
    Spelling(usize, char),
}

/// A file as it is asked for: what tells it from every other, and how it is made.
pub struct Asked<'s> {
    pub fingerprint: Fingerprint,
    pub make: Box<dyn FnOnce() -> Vec<u8> + 's>,
}

impl Search {
    pub fn of(memo: Arc<SearchMemo>) -> Search {
        Search { memo, made: OnceLock::new() }
    }

    /// The paths of all files, in order.
    pub fn paths(&self, cx: &Cx) -> &[OutPath] {
        &self.made(cx).paths
    }

    /// One of the files; `None` where there is none of that path.
    pub fn file<'s>(&'s self, cx: &'s Cx, path: &OutPath) -> Option<Asked<'s>> {
        let made = self.made(cx);
        Some(made.ask((cx, &self.memo), path, *made.files.get(path)?))
    }

    fn made(&self, cx: &Cx) -> &Made {
        if let Some(made) = self.made.get() {
            return made;
        }
        // Not within the cell: a worker that waits for other languages may take up a file that asks for it. Where two threads
        // meet here, both make the same.
        let made = Made::of(cx, &self.memo);
        self.made.get_or_init(|| made)
    }
}

impl Made {
    fn of(cx: &Cx, memo: &SearchMemo) -> Made {
        let languages: Vec<InLanguage> =
            cx.addresses.hosted.par_iter().with_max_len(1).map(|lang| InLanguage::of(cx, *lang, memo)).collect();
        let mut all: Vec<(String, File)> = vec![
            ("pagefind.js".to_owned(), File::Runtime("pagefind.js")),
            ("pagefind-entry.json".to_owned(), File::Entry),
        ];
        for (number, InLanguage { tag, known, .. }) in languages.iter().enumerate() {
            let wasm = search::wasm(*tag).unwrap_or("unknown");
            let wasm = search::runtime_file_name(wasm);
            all.extend(wasm.map(|name| (name.to_owned(), File::Runtime(name))));
            all.push((format!("{tag}.json"), File::Manifest(number)));
            let passages = known.passages.iter().enumerate();
            all.extend(passages.map(|(at, name)| (format!("fragment/{name}.pf_fragment"), File::Passage(number, at))));
            all.extend(known.files.iter().enumerate().map(|(at, path)| (path.clone(), File::Packed(number, at))));
            all.extend(known.spellings.iter().map(|(letter, name)| (spelling(name), File::Spelling(number, *letter))));
        }
        let path = |name: &str| OutPath::new(&[FOLDER, name].concat()).expect("names of files are clean");
        let files: BTreeMap<OutPath, File> = all.into_iter().map(|(name, file)| (path(&name), file)).collect();
        Made { paths: files.keys().cloned().collect(), files: files.into_iter().collect(), languages }
    }

    fn ask<'s>(&'s self, (cx, memo): (&'s Cx, &'s SearchMemo), path: &OutPath, file: File) -> Asked<'s> {
        // A name has the hash of what is in its file.
        let by_name = || Fingerprint::of(path);
        let text = |text: String| Asked {
            fingerprint: Fingerprint::of_bytes(text.as_bytes()),
            make: Box::new(|| text.into_bytes()),
        };
        match file {
            File::Runtime(name) => {
                let bytes = search::runtime_file(name).unwrap_or_default();
                Asked { fingerprint: Fingerprint::of_bytes(bytes), make: Box::new(|| bytes.to_vec()) }
            }
            File::Entry => text(self.entry()),
            File::Manifest(language) => text(self.manifest(cx, &self.languages[language])),
            File::Passage(language, number) => {
                let of = &self.languages[language];
                let make = move || compressed(record(cx, of.lang, of.documents[number]).passage().as_bytes());
                Asked { fingerprint: by_name(), make: Box::new(make) }
            }
            File::Packed(language, number) => {
                let of = &self.languages[language];
                let make = move || of.known_file(cx, memo, number).map(compressed).unwrap_or_default();
                Asked { fingerprint: by_name(), make: Box::new(make) }
            }
            File::Spelling(language, letter) => {
                let of = &self.languages[language];
                let make =
                    move || of.contents(cx, memo).spellings.get(&letter).cloned().unwrap_or_default().into_bytes();
                Asked { fingerprint: by_name(), make: Box::new(make) }
            }
        }
    }

    /// Which index each language has.
    fn entry(&self) -> String {
        let languages = self.languages.iter().map(|of| {
            let index = json!({
                "hash": of.known.name,
                "wasm": search::wasm(of.tag),
                "page_count": of.documents.len(),
            });
            (of.tag.as_str().to_lowercase(), index)
        });
        let languages: serde_json::Map<_, _> = languages.collect();
        json!({ "version": VERSION, "languages": languages, "include_characters": [] }).to_string()
    }

    /// What the script of the page needs to know of a language: words, rules, and where the spellings are.
    fn manifest(&self, cx: &Cx, of: &InLanguage) -> String {
        let words = MESSAGES.map(|(name, id)| {
            // Filled in by the script.
            let holes = ["count", "other"].map(|hole| (hole, format!("{{{hole}}}").into()));
            (name, cx.t(of.lang, id, &holes))
        });
        let root = Here { lang: of.lang, root: String::new() };
        let index =
            |lang: LangIx| cx.generated.route(GeneratedPage::Index, lang).map(|route| cx.href(&root, route, lang));
        let others = self.languages.iter().filter(|other| other.lang != of.lang).filter_map(|other| {
            let name = cx.interface(other.lang).language_name(other.tag);
            Some(json!({ "lang": other.tag, "dir": other.tag.direction(), "name": name, "href": index(other.lang)? }))
        });
        let letters: BTreeMap<char, &str> = FOLDED_LETTERS.into_iter().collect();
        let spellings: BTreeMap<char, String> =
            of.known.spellings.iter().map(|(letter, name)| (*letter, spelling(name))).collect();
        json!({
            "words": BTreeMap::from(words),
            "index": index(of.lang),
            "languages": others.collect::<Vec<_>>(),
            "letters": letters,
            "endings": Endings::of(of.tag),
            "spellings": spellings,
        })
        .to_string()
    }
}

/// The words of the dialog, by the names that its script has for them.
const MESSAGES: [(&str, &str); 16] = [
    ("title", "search-title"),
    ("label", "search-label"),
    ("placeholder", "search-placeholder"),
    ("begin", "search-begin"),
    ("count", "search-count"),
    ("nothing", "search-nothing"),
    ("corrected", "search-corrected"),
    ("kind", "search-kind"),
    ("country", "search-country"),
    ("all", "search-all"),
    ("languages", "search-languages"),
    ("more", "search-more"),
    ("keys", "search-keys"),
    ("failed", "search-failed"),
    ("close", "close"),
    ("index", "section-index"),
];

/// Where the words of a letter are, below the folder.
fn spelling(name: &str) -> String {
    format!("words/{name}.txt")
}

impl InLanguage {
    fn of(cx: &Cx, lang: LangIx, memo: &SearchMemo) -> InLanguage {
        let tag = cx.site.lang(lang);
        let records = Records { cx, lang };
        let documents: Vec<DocIx> =
            cx.site.all().filter(|ix| cx.state(lang, *ix).is_own() && records.has(*ix)).collect();
        let keys: Vec<Fingerprint> = documents.iter().map(|ix| Fingerprint::of(&(tag, records.key(*ix)))).collect();
        let key = Fingerprint::of(&(tag, &keys));
        if let Some(known) = memo.indexes.get(key) {
            keys.iter().for_each(|key| memo.entries.touch(*key));
            return InLanguage { lang, tag, documents, keys, known, packed: OnceLock::new() };
        }
        let entries = entries(cx, memo, (lang, tag), documents.iter().zip(&keys));
        let contents = Contents::of(cx, (lang, tag), &documents, &entries);
        let known = Known {
            passages: entries.iter().map(|entry| entry.name.clone()).collect(),
            name: contents.packed.name.clone(),
            files: contents.packed.files.keys().cloned().collect(),
            spellings: contents
                .spellings
                .iter()
                .map(|(letter, text)| (*letter, search::name_of(tag, text.as_bytes())))
                .collect(),
        };
        let known = memo.indexes.put(key, known);
        InLanguage { lang, tag, documents, keys, known, packed: OnceLock::from(contents) }
    }

    /// File `number` of those that are known by name. It is not there if a source has changed since it was looked at: then
    /// all that is made of it is thrown away and made again (`io/sources.rs`).
    fn known_file(&self, cx: &Cx, memo: &SearchMemo, number: usize) -> Option<&[u8]> {
        self.contents(cx, memo).packed.files.get(&self.known.files[number]).map(Vec::as_slice)
    }

    /// The files of an index that is remembered by their names: made again where one of them is asked for.
    fn contents(&self, cx: &Cx, memo: &SearchMemo) -> &Contents {
        self.packed.get_or_init(|| {
            let entries = entries(cx, memo, (self.lang, self.tag), self.documents.iter().zip(&self.keys));
            Contents::of(cx, (self.lang, self.tag), &self.documents, &entries)
        })
    }
}

impl Contents {
    fn of(cx: &Cx, (lang, tag): (LangIx, Lang), documents: &[DocIx], entries: &[Arc<Entry>]) -> Contents {
        let records = Records { cx, lang };
        let mut filters: BTreeMap<&str, BTreeMap<String, Vec<u32>>> = BTreeMap::new();
        for (number, ix) in documents.iter().enumerate() {
            for (filter, values) in records.filters(*ix) {
                for value in values {
                    filters.entry(filter).or_default().entry(value).or_default().push(number as u32);
                }
            }
        }
        let entries: Vec<&Entry> = entries.iter().map(|entry| &**entry).collect();
        Contents { packed: search::pack(tag, &entries, &filters), spellings: search::spellings(&entries) }
    }
}

/// Records taken into words, as they are remembered or else made.
fn entries<'d>(
    cx: &Cx,
    memo: &SearchMemo,
    (lang, tag): (LangIx, Lang),
    documents: impl Iterator<Item = (&'d DocIx, &'d Fingerprint)>,
) -> Vec<Arc<Entry>> {
    let words = Words::of(tag);
    let make = |ix: DocIx| Entry::of(&record(cx, lang, ix), &words, tag);
    documents.map(|(ix, key)| memo.entries.get(*key).unwrap_or_else(|| memo.entries.put(*key, make(*ix)))).collect()
}

fn record(cx: &Cx, lang: LangIx, ix: DocIx) -> Record {
    Records { cx, lang }.record(ix)
}
