//! The kinds of documents by the names that a user types, and the folders that they are in.

use clap::builder::PossibleValuesParser;

/// Name and folder below content/. A page is in content/ itself.
pub(super) const KINDS: [(&str, &str); 11] = [
    ("school", "schools"),
    ("cluster", "clusters"),
    ("case-study", "case-studies"),
    ("result", "results"),
    ("policy-post", "policy-exchange"),
    ("country", "countries"),
    ("organisation", "organisations"),
    ("news", "news"),
    ("event", "events"),
    ("term", "terms"),
    ("page", ""),
];

/// Takes one of the names, and suggests the nearest where it is another.
pub(super) fn parser() -> PossibleValuesParser {
    PossibleValuesParser::new(KINDS.map(|(kind, _)| kind))
}
