//! What a document may well say, and is mostly not meant to: warnings.
//!
//! In: a document. Out: findings, none of which stops a build. Always: each says what readers get as it is.

use crate::diag::{Diagnostic, Diagnostics};
use crate::source::facts::Image;
use crate::source::{Document, Kind};
use crate::yaml::Step;

use super::licence;

/// All of it.
pub(super) fn advise(document: &Document, findings: &mut Diagnostics) {
    let common = &document.common;
    // The front matter is only taken where there is something to say: a file that is not opened costs nothing.
    let file = &document.source().file;
    let mut told = |finding: Diagnostic, path: &[Step]| findings.push(finding.at(file.front_matter().span(path)));
    if let Some(finding) = common.licence.as_deref().and_then(licence::doubt) {
        told(finding, &[Step::field("licence")]);
    }
    if let Some(image) = &common.image {
        let path = [Step::field("image"), Step::field("licence")];
        if let Some(finding) = image.licence.as_deref().and_then(licence::doubt) {
            told(finding, &path);
        }
        if let Some(finding) = rights(image) {
            told(finding, &path[..1]);
        }
    }
    let has_feed = matches!(document.kind, Kind::News | Kind::PolicyPost);
    if has_feed && common.date.is_none() && common.updated.is_none() && !common.draft {
        let message = format!("{} without a `date` comes last in lists, and feeds leave it out", document.kind.what());
        told(Diagnostic::warning("missing-date", message).help("add the day that it is of: `date: 2026-05-14`"), &[]);
    }
}

/// What a picture lacks: who made it, and what others may do with it.
fn rights(image: &Image) -> Option<Diagnostic> {
    // All rights are reserved where that is said.
    let is_reserved = |credit: &String| credit.contains('©') || credit.contains("(c)");
    let licence = image.licence.is_some() || image.credit.as_ref().is_some_and(is_reserved);
    let (lacks, add) = match (image.credit.is_some(), licence) {
        (true, true) => return None,
        (false, true) => ("who made it", "`credit: …`, the name of who made it"),
        (true, false) => (
            "under which licence it is",
            "`licence: CC-BY-4.0`, or © before the name in `credit` where it is under none",
        ),
        (false, false) => (
            "who made it and under which licence it is",
            "`credit: …`, the name of who made it, and `licence: CC-BY-4.0`",
        ),
    };
    let finding = Diagnostic::warning("picture-rights", format!("this picture does not say {lacks}"));
    Some(finding.help(format!("write below `file`, indented alike: {add}")))
}
