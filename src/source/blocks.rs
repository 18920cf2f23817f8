//! What a translation was made from: a fingerprint of each part of a source, and `translated.lock`, which keeps them.

use std::collections::BTreeMap;

use pulldown_cmark::{Options, Parser};
use unicode_normalization::UnicodeNormalization;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Hash, Lang, SourcePath};

use super::document::Text;
use super::snapshot::Snapshot;

/// The fingerprints of one source, in the order title, summary, texts, blocks.
pub type Fingerprints = Vec<String>;

/// What `i18n/<lang>/translated.lock` says: for each source path, what the translation was made from.
pub type Lock = BTreeMap<SourcePath, Fingerprints>;

/// The first eight hex digits of BLAKE3 of title, summary, texts and each block of the body (NFC, white space collapsed).
pub fn fingerprints(source: &Text) -> Fingerprints {
    let words = &source.words;
    let own = [&source.theme, &source.goal, &source.place];
    let facts = [&words.summary, &words.image_alt, &words.image_caption].into_iter().chain(own);
    std::iter::once(words.title.as_str())
        .chain(facts.flatten().map(String::as_str))
        .chain(words.text.values().map(String::as_str))
        .chain(blocks(source.body()))
        .map(fingerprint)
        .collect()
}

fn fingerprint(text: &str) -> String {
    let collapsed: String = text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
    Hash::of(collapsed.as_bytes()).short(8)
}

/// The top-level blocks of a body: paragraphs, headings, lists, tables, code.
pub fn blocks(body: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_DEFINITION_LIST)
        .into_offset_iter()
        .filter_map(move |(event, range)| match event {
            pulldown_cmark::Event::Start(_) => {
                depth += 1;
                (depth == 1).then_some(range)
            }
            pulldown_cmark::Event::End(_) => {
                depth -= 1;
                None
            }
            _ => (depth == 0).then_some(range),
        })
        .map(|range| &body[range])
}

/// The name of a language's lock, which lies beside its messages.
pub const LOCK_NAME: &str = "translated.lock";

/// Reads the lock of each language. A line that is none is a warning; its document counts as unrecorded.
pub fn locks(snapshot: &Snapshot, languages: &[Lang], findings: &mut Diagnostics) -> BTreeMap<Lang, Lock> {
    languages.iter().map(|lang| (*lang, lock(snapshot, *lang, findings))).collect()
}

fn lock(snapshot: &Snapshot, lang: Lang, findings: &mut Diagnostics) -> Lock {
    let name = format!("i18n/{lang}/{LOCK_NAME}");
    let Some((path, file)) = snapshot.files.get_key_value(name.as_str()) else { return Lock::new() };
    let text = String::from_utf8_lossy(file.bytes());
    let mut lock = Lock::new();
    let mut offset = 0;
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let at = offset;
        offset += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let prints = lines.next().unwrap_or_default();
        offset += prints.len();
        let words: Fingerprints = prints.split_ascii_whitespace().map(str::to_owned).collect();
        let is_print = |word: &String| word.len() == 8 && word.bytes().all(|b| b.is_ascii_hexdigit());
        match SourcePath::new(line.trim()) {
            Some(path) if !words.is_empty() && words.iter().all(is_print) => {
                lock.insert(path, words);
            }
            _ => findings.push(
                Diagnostic::warning("bad-lock", "these two lines are not a path and its fingerprints")
                    .at(Span::new(path, at..at + line.trim_end().len()))
                    .help(
                        "remove them: the translation then counts as one of which nobody knows what it was made from",
                    ),
            ),
        }
    }
    lock
}

/// The lock as text, in the order of source paths, two lines a document, so that git merges neighbours.
pub fn write_lock(lock: &Lock) -> String {
    lock.iter().map(|(path, prints)| format!("{path}\n{}\n", prints.join(" "))).collect()
}
