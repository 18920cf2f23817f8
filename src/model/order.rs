//! The order of lists: by date, by number, or by title as the language sorts.

use std::cmp::Reverse;

use crate::foundation::Day;
use crate::source::Kind;
use crate::source::facts::Facts;

use super::{DocIx, Site, Titles};

/// A title from its first letter or digit on: a quotation mark does not sort.
pub fn sorted_part(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// Sorts documents of one kind for a list in a language: news, posts and cases newest first, events by start, results by
/// number, all else by title; ties by id.
pub fn in_order(site: &Site, kind: Kind, titles: &Titles, mut documents: Vec<DocIx>) -> Vec<DocIx> {
    let title = |ix: &DocIx| titles.place(*ix);
    match kind {
        Kind::News | Kind::PolicyPost | Kind::CaseStudy => documents.sort_by_key(|ix| Reverse(newest(site, *ix))),
        Kind::Event => documents.sort_by_key(|ix| match &site.get(*ix).facts {
            Facts::Event(event) => Some((event.start.first_day(), event.start.last_day())),
            _ => None,
        }),
        Kind::Result => documents.sort_by_cached_key(|ix| (number(site, *ix), title(ix))),
        _ => documents.sort_by_key(title),
    }
    // `documents` came by id, and all sorts are stable: ties are by id.
    documents
}

/// The last day that the document's date covers; documents without a date come last.
pub fn newest(site: &Site, ix: DocIx) -> Option<Day> {
    let common = &site.get(ix).common;
    common.date.or(common.updated).map(|date| date.last_day())
}

/// `D5.2` as (0, [5, 2]); what has no number comes after what has one.
fn number(site: &Site, ix: DocIx) -> (u8, Vec<u32>) {
    match &site.get(ix).facts {
        Facts::Result(result) => match &result.deliverable {
            Some(deliverable) => {
                let numbers = deliverable.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
                (0, numbers.collect())
            }
            None => (1, Vec::new()),
        },
        _ => (1, Vec::new()),
    }
}
