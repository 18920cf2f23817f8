//! The index of one language: pagefind's files of the words of all records.
//!
//! In: the entries of all records, in their order, and what they can be narrowed by. Out: [`Packed`], files by name. Always:
//! the words are cut into files where a word's own hash says so, so that an edit changes the files of the
//! words whose places it moves (in a text those after it) and no other.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::foundation::Lang;

use super::cbor::Cbor;
use super::entry::{Entry, FIELDS, Places};
use super::{VERSION, name_of};

/// The files of an index by their paths below its folder, uncompressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The name of the index: `pagefind.<name>.pf_meta` lists all others.
    pub name: String,
    pub files: BTreeMap<String, Vec<u8>>,
}

/// A word with its places in records, by their numbers.
struct Postings<'e> {
    word: &'e str,
    pages: Vec<(u32, &'e Places)>,
}

/// How many places of words a file has: from about this many on it may end, …
const LEAST: usize = 2_000;
/// … after one word in so many, …
const ONE_IN: u64 = 16;
/// … and here it ends.
const MOST: usize = 12_000;

/// `values` are those of each filter, with the records that have them, by number.
pub fn pack(lang: Lang, entries: &[&Entry], filters: &BTreeMap<&str, BTreeMap<String, Vec<u32>>>) -> Packed {
    let postings = postings(entries);
    let chunks = cut(&postings);
    let mut files = BTreeMap::new();
    let mut names = Vec::with_capacity(chunks.len());
    for chunk in &chunks {
        let bytes = words(chunk);
        let name = name_of(lang, &bytes);
        files.insert(format!("index/{name}.pf_index"), bytes);
        names.push(name);
    }
    let mut filter_names = Vec::new();
    for (filter, values) in filters {
        let bytes = values_of(filter, values);
        let name = name_of(lang, &bytes);
        files.insert(format!("filter/{name}.pf_filter"), bytes);
        filter_names.push((*filter, name));
    }
    let meta = meta(entries, &ranges(&chunks, &names), &filter_names);
    let name = name_of(lang, &meta);
    files.insert(format!("pagefind.{name}.pf_meta"), meta);
    Packed { name, files }
}

/// All words in order, each with its records.
fn postings<'e>(entries: &[&'e Entry]) -> Vec<Postings<'e>> {
    let mut by_word: FxHashMap<&str, Vec<(u32, &Places)>> = FxHashMap::default();
    for (number, entry) in entries.iter().enumerate() {
        for (word, places) in &entry.words {
            by_word.entry(word).or_default().push((number as u32, places));
        }
    }
    let mut all: Vec<Postings> = by_word.into_iter().map(|(word, pages)| Postings { word, pages }).collect();
    all.sort_unstable_by_key(|postings| postings.word);
    all
}

fn cut<'p, 'e>(postings: &'p [Postings<'e>]) -> Vec<&'p [Postings<'e>]> {
    let mut chunks = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, Postings { word, pages }) in postings.iter().enumerate() {
        size += pages.iter().map(|(_, places)| places.text.len() + places.fields.len() + 1).sum::<usize>();
        let ends_here = size >= LEAST && xxh3_64(word.as_bytes()).is_multiple_of(ONE_IN);
        if ends_here || size >= MOST {
            chunks.push(&postings[start..=at]);
            (start, size) = (at + 1, 0);
        }
    }
    if start < postings.len() {
        chunks.push(&postings[start..]);
    }
    chunks
}

/// A file of words: `[[[word, [[record, text, fields], …], variants], …]]`, records counted from the one before.
fn words(chunk: &[Postings<'_>]) -> Vec<u8> {
    let mut cbor = Cbor::default();
    cbor.array(1);
    cbor.array(chunk.len());
    for Postings { word, pages } in chunk {
        cbor.array(3);
        cbor.text(word);
        cbor.array(pages.len());
        let mut last = 0;
        for (page, Places { text, fields }) in pages {
            cbor.array(3);
            cbor.number(page - last);
            cbor.all(text);
            cbor.all(fields);
            last = *page;
        }
        cbor.array(0);
    }
    cbor.0
}

/// A file of a filter: `[filter, [[value, [record, …]], …]]`.
fn values_of(filter: &str, values: &BTreeMap<String, Vec<u32>>) -> Vec<u8> {
    let mut cbor = Cbor::default();
    cbor.array(2);
    cbor.text(filter);
    cbor.array(values.len());
    for (value, pages) in values {
        cbor.array(2);
        cbor.text(value);
        cbor.array(pages.len());
        pages.iter().for_each(|page| cbor.number(*page));
    }
    cbor.0
}

/// From which to which word each file goes: as few letters as tell it from its neighbours.
fn ranges<'n>(chunks: &[&[Postings<'_>]], names: &'n [String]) -> Vec<(String, String, &'n str)> {
    let mut ranges: Vec<(String, String, &str)> = chunks
        .iter()
        .zip(names)
        .filter_map(|(chunk, name)| {
            Some((chunk.first()?.word.to_owned(), chunk.last()?.word.to_owned(), name.as_str()))
        })
        .collect();
    for at in 1..ranges.len() {
        let (before, after) = (ranges[at - 1].1.clone(), ranges[at].0.clone());
        let shared = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
        let short = |word: &str| word.chars().take(shared + 1).collect::<String>();
        // An end before its beginning would hide the file.
        if short(&before) >= ranges[at - 1].0 {
            ranges[at - 1].1 = short(&before);
        }
        ranges[at].0 = short(&after);
    }
    ranges
}

/// The file that lists all others: version, records, files of words, filters, no sorts, fields.
fn meta(entries: &[&Entry], ranges: &[(String, String, &str)], filters: &[(&str, String)]) -> Vec<u8> {
    let mut cbor = Cbor::default();
    cbor.array(6);
    cbor.text(VERSION);
    cbor.array(entries.len());
    for entry in entries {
        cbor.array(3);
        cbor.text(&entry.name);
        cbor.number(entry.length);
        // Its text stands in a file of its own, not with those of others.
        cbor.text("");
    }
    cbor.array(ranges.len());
    for (from, to, name) in ranges {
        cbor.array(3);
        [from, to, *name].into_iter().for_each(|text| cbor.text(text));
    }
    cbor.array(filters.len());
    for (filter, name) in filters {
        cbor.array(2);
        cbor.text(filter);
        cbor.text(name);
    }
    cbor.array(0);
    cbor.array(FIELDS.len());
    FIELDS.into_iter().for_each(|field| cbor.text(field));
    cbor.0
}
