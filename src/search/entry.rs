//! What one record is in the index.
//!
//! In: a record. Out: an [`Entry`], its words with their places, and the file of its passage. Always: made from the record
//! alone, so that it can be remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use crate::foundation::{Lang, fold};

use super::name_of;
use super::words::{Words, parts};

/// The fields that words are looked for in beside the text, in order: what they are called is pagefind's to know, which
/// gives a title five times the weight.
pub const FIELDS: [&str; 2] = ["place", "title"];

/// A page that can be found.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Below the folder of its language.
    pub url: String,
    /// Plain text, of which a passage is shown.
    pub text: String,
    /// Words of [`FIELDS`], in their order.
    pub fields: [String; 2],
    /// What is shown and not searched, by name.
    pub shown: BTreeMap<&'static str, String>,
    /// What the results can be narrowed by: values by the name of the filter.
    pub filters: BTreeMap<&'static str, Vec<String>>,
}

/// A record, as the index takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Of the file that has its text.
    pub name: String,
    /// How many words its text has.
    pub length: u32,
    /// By their stems.
    pub words: Vec<(String, Places)>,
    /// The words of its text, for who mistypes them.
    pub spellings: Vec<String>,
}

/// Where a stem is in a record, as the index has it: numbers below zero say what those after them are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// Weights, as -1 - weight, each before the words that have it; a word is how far it is from the one before.
    pub text: Vec<i32>,
    /// Fields, as -1 - field, and words of each in the same way.
    pub fields: Vec<i32>,
}

/// The weight of a word in pagefind's measure; parts of a word share it.
const WEIGHT: u8 = 24;
/// The weight that pagefind's script begins with, so that it is said of others alone.
const UNSAID: u8 = 25;

/// Only these are offered for what was mistyped.
const SPELLED_FROM: usize = 4;

#[derive(Default)]
struct Found {
    /// Weight and place.
    text: Vec<(u8, u32)>,
    /// Field and place.
    fields: Vec<(i32, u32)>,
}

impl Entry {
    pub fn of(record: &Record, words: &Words, lang: Lang) -> Entry {
        let mut found: BTreeMap<String, Found> = BTreeMap::new();
        let mut spellings = BTreeSet::new();
        let mut length = 0;
        for (place, piece) in record.text.split_whitespace().enumerate() {
            length = place as u32 + 1;
            for (word, weight) in weighted(piece) {
                found.entry(words.stem(&word).into_owned()).or_default().text.push((weight, place as u32));
                take_spelling(&mut spellings, word);
            }
        }
        for (field, text) in record.fields.iter().enumerate() {
            for (place, piece) in text.split_whitespace().enumerate() {
                for (word, _) in weighted(piece) {
                    found.entry(words.stem(&word).into_owned()).or_default().fields.push((field as i32, place as u32));
                    take_spelling(&mut spellings, word);
                }
            }
        }
        Entry {
            name: name_of(lang, record.passage().as_bytes()),
            length: length.max(1),
            words: found.into_iter().map(|(stem, found)| (stem, found.places())).collect(),
            spellings: spellings.into_iter().collect(),
        }
    }
}

/// The words of a piece of text, with their weights: the whole, and its parts.
fn weighted(piece: &str) -> impl Iterator<Item = (String, u8)> {
    let parts = parts(piece);
    let weight = (WEIGHT / u8::try_from(parts.len().max(1)).unwrap_or(u8::MAX)).max(1);
    let whole = (fold(piece), WEIGHT);
    std::iter::once(whole).chain(parts.into_iter().map(move |part| (part, weight))).filter(|(word, _)| !word.is_empty())
}

fn take_spelling(spellings: &mut BTreeSet<String>, word: String) {
    if word.len() >= SPELLED_FROM && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        spellings.insert(word);
    }
}

impl Found {
    fn places(mut self) -> Places {
        self.text.sort_by_key(|(weight, place)| (if *weight == UNSAID { 0 } else { *weight }, *place));
        let mut text = Vec::with_capacity(self.text.len() + 2);
        let (mut said, mut last) = (UNSAID, 0);
        for (weight, place) in self.text {
            if weight != said {
                text.push(-1 - i32::from(weight));
                (said, last) = (weight, 0);
            }
            text.push((place - last) as i32);
            last = place;
        }
        self.fields.sort_unstable();
        let mut fields = Vec::with_capacity(self.fields.len() + 2);
        let (mut said, mut last) = (None, 0);
        for (field, place) in self.fields {
            if said != Some(field) {
                fields.push(-1 - field);
                (said, last) = (Some(field), 0);
            }
            fields.push((place - last) as i32);
            last = place;
        }
        Places { text, fields }
    }
}

/// What the script reads of a result.
#[derive(Serialize)]
struct Passage<'r> {
    url: &'r str,
    content: String,
    word_count: usize,
    filters: &'r BTreeMap<&'static str, Vec<String>>,
    meta: BTreeMap<&'static str, &'r str>,
    anchors: [(); 0],
}

impl Record {
    /// The file of its text, as JSON.
    pub fn passage(&self) -> String {
        let pieces: Vec<&str> = self.text.split_whitespace().collect();
        let fields = FIELDS.into_iter().zip(self.fields.iter().map(String::as_str));
        let shown = self.shown.iter().map(|(name, value)| (*name, value.as_str()));
        let passage = Passage {
            url: &self.url,
            content: pieces.join(" "),
            word_count: pieces.len(),
            filters: &self.filters,
            meta: fields.chain(shown).filter(|(_, value)| !value.is_empty()).collect(),
            anchors: [],
        };
        serde_json::to_string(&passage).expect("texts are JSON")
    }
}

/// A file of the index as pagefind's script reads it: compressed, since hosts do not compress files of unknown types.
pub fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2 + 32), Compression::default());
    let done = encoder.write_all(b"pagefind_dcd").and_then(|()| encoder.write_all(bytes));
    done.and_then(|()| encoder.finish()).expect("memory takes all bytes")
}
