//! Our index of some records against the one that pagefind's library makes of them (`build/pagefind.rs`).

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::GzDecoder;

use super::entry::{Entry, Record};
use super::pack::{Packed, pack};
use super::runtime::sample;
use super::words::Words;
use crate::foundation::Lang;

/// The records of a language, as `build/pagefind.rs` reads them.
fn records(lang: &str) -> Vec<Record> {
    let lines = include_str!("sample.txt").lines().filter(|line| !line.starts_with('#'));
    let of = |line: &str| {
        let mut parts = line.split('|').map(|part| part.trim().to_owned());
        let [of, url, text, place, title] = [(); 5].map(|()| parts.next().expect("five parts"));
        let filters = BTreeMap::from([("kind", vec![of.clone()])]);
        (of == lang).then(|| Record { url, text, fields: [place, title], shown: BTreeMap::new(), filters })
    };
    lines.filter_map(of).collect()
}

fn packed(lang: &str) -> (Vec<Entry>, Packed) {
    let lang = Lang::new(lang).expect("a language");
    let words = Words::of(lang);
    let entries: Vec<Entry> = records(lang.as_str()).iter().map(|record| Entry::of(record, &words, lang)).collect();
    let all: Vec<&Entry> = entries.iter().collect();
    let pages = (0..all.len() as u32).collect();
    let filters = BTreeMap::from([("kind", BTreeMap::from([(lang.to_string(), pages)]))]);
    let packed = pack(lang, &all, &filters);
    (entries, packed)
}

/// The library's files of a language with an ending, as they are before they are compressed.
fn theirs(lang: &str, ending: &str) -> Vec<Vec<u8>> {
    let read = |bytes: &[u8]| {
        let mut plain = Vec::new();
        GzDecoder::new(bytes).read_to_end(&mut plain).expect("gzip");
        plain.strip_prefix(b"pagefind_dcd").expect("a file of pagefind").to_vec()
    };
    let is_of = |name: &str| {
        let stem = name.rsplit('/').next().unwrap_or_default();
        stem.trim_start_matches("pagefind.").starts_with(&format!("{lang}_")) && name.ends_with(ending)
    };
    sample().iter().filter(|(name, _)| is_of(name)).map(|(_, bytes)| read(bytes)).collect()
}

fn ours(packed: &Packed, ending: &str) -> Vec<Vec<u8>> {
    packed.files.iter().filter(|(name, _)| name.ends_with(ending)).map(|(_, bytes)| bytes.clone()).collect()
}

/// Without the names of files, which are other hashes: whatever stands between `en_` and the next sign of CBOR.
fn nameless(bytes: &[u8], lang: &str) -> Vec<u8> {
    let mark = format!("{lang}_");
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at + 1..].starts_with(mark.as_bytes()) {
            // The sign before it says how long it is.
            at += 1 + usize::from(bytes[at] & 31);
            out.push(b'_');
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

#[test]
fn our_index_is_pagefinds() {
    for lang in ["en", "hu"] {
        let (_, packed) = packed(lang);
        for ending in [".pf_index", ".pf_filter"] {
            let theirs = theirs(lang, ending);
            assert_eq!(theirs.len(), 1, "{lang} {ending}");
            assert_eq!(ours(&packed, ending), theirs, "{lang} {ending}");
        }
        let nameless = |files: Vec<Vec<u8>>| files.iter().map(|file| nameless(file, lang)).collect::<Vec<_>>();
        assert_eq!(nameless(ours(&packed, ".pf_meta")), nameless(theirs(lang, ".pf_meta")), "{lang}");
    }
}

#[test]
fn our_passages_are_pagefinds() {
    let mut ours: Vec<serde_json::Value> =
        records("en").iter().map(|record| serde_json::from_str(&record.passage()).expect("JSON")).collect();
    let mut theirs: Vec<serde_json::Value> =
        theirs("en", ".pf_fragment").iter().map(|file| serde_json::from_slice(file).expect("JSON")).collect();
    // A field that is empty is left out.
    theirs.iter_mut().for_each(|it| it["meta"].as_object_mut().expect("a map").retain(|_, value| value != ""));
    let by_url = |it: &serde_json::Value| it["url"].as_str().map(str::to_owned);
    ours.sort_by_key(by_url);
    theirs.sort_by_key(by_url);
    assert_eq!(ours, theirs);
}

#[test]
fn a_word_at_the_end_of_a_text_changes_few_files() {
    let lang = Lang::new("en").expect("a language");
    let words = Words::of(lang);
    let text = |seed: u32| {
        let words = (0..150u32).map(|at| format!("w{}", (seed * 31 + at * at * 7) % 2000));
        words.collect::<Vec<_>>().join(" ")
    };
    let entry = |text: String, number: u32| {
        let record = Record { url: format!("{number}/"), text, ..Record::default() };
        Entry::of(&record, &words, lang)
    };
    let mut entries: Vec<Entry> = (0..300).map(|number| entry(text(number), number)).collect();
    let pack = |entries: &[Entry]| pack(lang, &entries.iter().collect::<Vec<_>>(), &BTreeMap::new());
    let before = pack(&entries);
    entries[7] = entry(format!("{} word", text(7)), 7);
    let after = pack(&entries);
    let new = after.files.keys().filter(|name| !before.files.contains_key(*name)).count();
    assert!(before.files.len() > 5, "{}", before.files.len());
    assert!(new <= 3, "{new} of {} files are new", after.files.len());
}
