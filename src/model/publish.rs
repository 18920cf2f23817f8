//! What is published on a date, and when that changes by itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics};
use crate::foundation::{Day, Id, SourcePath};
use crate::source::facts::{Facts, Image};
use crate::source::{Document, Kind};
use crate::yaml::Step;

use super::Documents;

/// The next date on which the same sources make another site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NextChange {
    pub day: Day,
    /// The source file and the field because of which.
    pub file: String,
    pub field: &'static str,
}

/// Takes out what is not published on a date. A picture that is gone is told: nobody has taken it out.
pub fn publish(documents: &mut Documents, as_of: Day, drafts: Drafts, findings: &mut Diagnostics) -> Published {
    let next = documents.values().flat_map(|document| changes(document, as_of, drafts)).min();
    let hidden: BTreeSet<(Kind, Id)> = documents
        .iter()
        .filter(|(_, document)| !is_published(document, as_of, drafts))
        .map(|(key, _)| key.clone())
        .collect();
    documents.retain(|key, _| !hidden.contains(key));
    let mut lapsed = BTreeSet::new();
    for document in documents.values_mut() {
        let gone = |image: &Image| image.consent_until.is_some_and(|until| until < as_of);
        if !document.common.image.as_ref().is_some_and(gone) {
            continue;
        }
        findings.push(consent_ended(document));
        if let Some(image) = Arc::make_mut(document).common.image.take() {
            let beside = document.folder.as_ref().map(|folder| format!("{folder}/{}", image.file));
            let paths = beside.into_iter().chain([format!("static/{}", image.file)]);
            lapsed.extend(paths.filter_map(|path| SourcePath::new(&path)));
        }
    }
    Published { hidden, lapsed, next }
}

fn consent_ended(document: &Document) -> Diagnostic {
    let until = document.common.image.as_ref().and_then(|image| image.consent_until);
    let until = until.map(|until| until.to_string()).unwrap_or_default();
    let path = [Step::field("image"), Step::field("consent_until")];
    Diagnostic::warning(
        "consent-ended",
        format!("the consent to show this picture ended on {until}: it is shown no more"),
    )
    .at(document.source().file.front_matter().span(&path))
    .help("renew `consent_until` if those who are seen agree again; else remove `image` and the file")
}

/// What publishing leaves out.
pub struct Published {
    pub hidden: BTreeSet<(Kind, Id)>,
    /// Pictures whose consent has ended, wherever they may lie.
    pub lapsed: BTreeSet<SourcePath>,
    pub next: Option<NextChange>,
}

/// Whether drafts are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Drafts {
    Hidden,
    Shown,
}

fn is_published(document: &Document, as_of: Day, drafts: Drafts) -> bool {
    let common = &document.common;
    let drafted = common.draft && drafts == Drafts::Hidden;
    let too_early = common.publish_on.is_some_and(|from| as_of < from) && drafts == Drafts::Hidden;
    let too_late = common.expires_on.is_some_and(|until| until <= as_of);
    let unlisted =
        matches!(&document.facts, Facts::School(school) if school.listed_until.is_some_and(|until| until < as_of));
    !(drafted || too_early || too_late || unlisted)
}

/// The days after `as_of` on which the document changes by itself.
fn changes(document: &Document, as_of: Day, drafts: Drafts) -> Vec<NextChange> {
    let common = &document.common;
    // What is hidden changes nothing but the day on which it comes.
    if !is_published(document, as_of, drafts) {
        let comes = common.publish_on.filter(|day| *day > as_of && !common.draft);
        let file = document.source().file.path.to_string();
        return comes.map(|day| NextChange { day, file, field: "publish_on" }).into_iter().collect();
    }
    let mut days: Vec<(Option<Day>, &'static str)> = vec![
        (common.publish_on, "publish_on"),
        (common.expires_on, "expires_on"),
        (common.image.as_ref().and_then(|image| image.consent_until).map(Day::next), "consent_until"),
    ];
    match &document.facts {
        Facts::School(school) => days.push((school.listed_until.map(Day::next), "listed_until")),
        Facts::Event(event) => days.push((Some(event.end.unwrap_or(event.start).last_day().next()), "end")),
        _ => {}
    }
    days.into_iter()
        .filter_map(|(day, field)| Some((day?, field)))
        .filter(|(day, _)| *day > as_of)
        .map(|(day, field)| NextChange { day, file: document.source().file.path.to_string(), field })
        .collect()
}
