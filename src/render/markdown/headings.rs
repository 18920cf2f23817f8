//! Ids of headings.
//!
//! In: the headings of a body and, for a translation, those of its source. Out: an id for each. Always: an id is unique
//! in its body, and is made of letters, digits and `-`. Ids of a translation are the source's wherever its headings can
//! be told to be the same, so that an address with `#id` works in every language.

use std::collections::BTreeMap;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::survey::Draft;
use super::{Heading, Report};
use crate::diag::Diagnostic;

/// Ids that are in use.
#[derive(Default, Debug)]
pub(super) struct Taken(BTreeMap<String, usize>);

impl Taken {
    /// Takes an id if it is free.
    pub(super) fn take(&mut self, id: &str) -> bool {
        let free = !self.0.contains_key(id);
        if free {
            self.0.insert(id.to_owned(), 1);
        }
        free
    }

    /// The id, or the first of `id-2`, `id-3` and so on that is free.
    fn unique(&mut self, id: String) -> String {
        if self.take(&id) {
            return id;
        }
        loop {
            let count = self.0.get_mut(&id).expect("an id that is not free is there");
            *count += 1;
            let numbered = format!("{id}-{count}");
            if self.take(&numbered) {
                return numbered;
            }
        }
    }
}

/// The text as an id: lower case, Latin letters without their diacritics, spaces as `-`, punctuation left out.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if matches!(c, '-' | '–' | '—') || c.is_whitespace() => {
                let gap = if slug.is_empty() || slug.ends_with('-') { "" } else { "-" };
                slug.push_str(gap);
            }
            _ if c.is_ascii() => {}
            'ß' => slug.push_str("ss"),
            'æ' => slug.push_str("ae"),
            'œ' => slug.push_str("oe"),
            'ø' => slug.push('o'),
            'đ' | 'ð' => slug.push('d'),
            'ł' => slug.push('l'),
            'þ' => slug.push_str("th"),
            'ı' => slug.push('i'),
            // Of a Latin letter it goes; of another script it stays.
            _ if is_combining_mark(c) && slug.ends_with(|last: char| last.is_alphabetic() && !last.is_ascii()) => {
                slug.push(c);
            }
            _ if is_combining_mark(c) => {}
            _ if c.is_alphanumeric() => {
                let mut base = None;
                decompose_canonical(c, |part| {
                    base.get_or_insert(part);
                });
                slug.push(base.filter(char::is_ascii).unwrap_or(c));
            }
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The level at which a heading is shown.
pub(super) fn shown_level(written: u8) -> u8 {
    written.max(2)
}

/// An id for each heading; finds headings of level 1, levels that are left out, and translations that differ.
pub(super) fn ids(drafts: &[Draft], source: Option<&[Heading]>, taken: &mut Taken, report: &mut Report) -> Vec<String> {
    let levels: Vec<u8> = drafts.iter().map(|draft| shown_level(draft.level)).collect();
    let source_levels: Vec<u8> = source.unwrap_or_default().iter().map(|heading| heading.level).collect();
    check_levels(drafts, source.is_some() && levels == source_levels, report);
    let matches = align(&levels, &source_levels);
    for heading in source.unwrap_or_default() {
        taken.take(&heading.id);
    }
    if source.is_some() && levels != source_levels {
        let first = matches.iter().position(Option::is_none).or(drafts.len().checked_sub(1));
        let range = first.map_or(0..0, |at| drafts[at].range.clone());
        let message = format!(
            "the headings of this translation are not those of its source: {} here, {} there, or other levels",
            levels.len(),
            source_levels.len()
        );
        let finding = Diagnostic::warning("heading-mismatch", message).help(
            "give the translation the same headings (##, ###) in the same order, so that links to a heading work",
        );
        report.add(range, finding);
    }
    let ids = drafts.iter().zip(&matches).map(|(draft, matched)| {
        if let (Some(at), Some(source)) = (matched, source) {
            return source[*at].id.clone();
        }
        let wanted = draft.id.as_deref().unwrap_or(&draft.text);
        let mut id = slug(wanted);
        if id.is_empty() {
            id.push_str("section");
        }
        let id = taken.unique(id);
        if draft.id.as_ref().is_some_and(|wanted| *wanted != id) {
            let message = format!("the heading's id `{wanted}` cannot be used; it is `{id}` now");
            let finding = Diagnostic::warning("heading-id", message)
                .help("an id stands once in a text and has lower-case letters, digits and - alone");
            report.add(draft.range.clone(), finding);
        }
        id
    });
    ids.collect()
}

fn check_levels(drafts: &[Draft], as_in_source: Checked, report: &mut Report) {
    let mut last = 1;
    for draft in drafts {
        if draft.level == 1 {
            let finding =
                Diagnostic::error("heading-level-one", "a heading of the first level: that is the page's title")
                    .help("write ## for the headings of a text (and no line of === below one)");
            report.add(draft.range.clone(), finding);
        }
        let level = shown_level(draft.level);
        if level > last + 1 && !as_in_source {
            let marks = |level: u8| "#".repeat(usize::from(level));
            let message = format!("a heading {} follows one of level {last}", marks(level));
            let finding = Diagnostic::warning("heading-skipped", message)
                .help(format!("write {}: people who listen to a page find their way by its levels", marks(last + 1)));
            report.add(draft.range.clone(), finding);
        }
        last = level;
    }
}

/// Whether the source has the same levels, and with them the same findings.
type Checked = bool;

/// For each heading the heading of the source that it translates: a longest common subsequence of their levels, the
/// earliest where there are several.
fn align(levels: &[u8], source: &[u8]) -> Vec<Option<usize>> {
    /// More cells than this are not worth their time: the middle then stays without matches.
    const MOST_CELLS: usize = 250_000;
    let start = levels.iter().zip(source).take_while(|(a, b)| a == b).count();
    let (rest, source_rest) = (&levels[start..], &source[start..]);
    let end = rest.iter().rev().zip(source_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle, source_middle) = (&rest[..rest.len() - end], &source_rest[..source_rest.len() - end]);
    let mut matches: Vec<Option<usize>> = (0..start).map(Some).collect();
    matches.resize(start + middle.len(), None);
    let width = source_middle.len() + 1;
    if (middle.len() + 1) * width <= MOST_CELLS {
        let mut longest = vec![0u32; (middle.len() + 1) * width];
        for i in (0..middle.len()).rev() {
            for j in (0..source_middle.len()).rev() {
                longest[i * width + j] = if middle[i] == source_middle[j] {
                    longest[(i + 1) * width + j + 1] + 1
                } else {
                    longest[(i + 1) * width + j].max(longest[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < middle.len() && j < source_middle.len() {
            if middle[i] == source_middle[j] {
                matches[start + i] = Some(start + j);
                (i, j) = (i + 1, j + 1);
            } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
    matches.extend((0..end).map(|at| Some(source.len() - end + at)));
    matches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (text, id) in [
            ("What  the “Schools” did: 1/2", "what-the-schools-did-12"),
            ("Škola či Český Łódź Straße Ærø İ", "skola-ci-cesky-lodz-strasse-aero-i"),
            ("c\u{30c}as a -- b", "cas-a-b"),
            ("Школа й ά 日本 – x", "школа-й-ά-日本-x"),
            ("!?_", ""),
        ] {
            assert_eq!(slug(text), id);
        }
    }

    #[test]
    fn ids_are_unique_whatever_they_are() {
        let mut taken = Taken::default();
        let ids = ["a", "a-2", "a", "a", "a-2"].map(|id| taken.unique(id.to_owned()));
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4", "a-2-2"]);
    }

    #[test]
    fn headings_are_told_by_their_levels() {
        assert_eq!(align(&[2, 3, 2], &[2, 3, 2]), [Some(0), Some(1), Some(2)]);
        assert_eq!(align(&[2, 3, 3, 2], &[2, 3, 2]), [Some(0), Some(1), None, Some(2)]);
        assert_eq!(align(&[2, 2], &[2, 3, 2]), [Some(0), Some(2)]);
        assert_eq!(align(&[3, 2, 4, 3], &[2, 3, 3]), [None, Some(0), None, Some(2)]);
        assert_eq!(align(&[], &[2]), []);
    }
}
