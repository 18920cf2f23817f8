//! The words of a language, for who mistypes one.
//!
//! In: the entries of all records. Out: for each first letter a text, a word a line, those of most records first. Always:
//! the script loads the one text that it needs, and only where nothing was found.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::entry::Entry;

/// By first letter.
pub fn spellings(entries: &[&Entry]) -> BTreeMap<char, String> {
    let mut records: FxHashMap<&str, u32> = FxHashMap::default();
    for word in entries.iter().flat_map(|entry| &entry.spellings) {
        *records.entry(word).or_default() += 1;
    }
    let mut by_letter: BTreeMap<char, Vec<(Reverse<u32>, &str)>> = BTreeMap::new();
    for (word, count) in records {
        let Some(letter) = word.chars().next() else { continue };
        by_letter.entry(letter).or_default().push((Reverse(count), word));
    }
    let text = |mut words: Vec<(Reverse<u32>, &str)>| {
        words.sort_unstable();
        words.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join("\n")
    };
    by_letter.into_iter().map(|(letter, words)| (letter, text(words))).collect()
}
