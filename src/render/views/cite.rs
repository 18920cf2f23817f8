//! How a document is cited.

use serde::Serialize;

use super::Ready;

/// The parts of a reference in words, and files for reference managers. In words: `names (year). Title stop details address`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct CitationView {
    /// All authors as one text, each name in the language that it is in.
    pub names: Ready,
    /// Four digits, or that there is no date.
    pub year: String,
    /// The full stop after the title, unless the title ends a sentence itself.
    pub stop: &'static str,
    /// That it is an invented example, where it is.
    pub example: Option<String>,
    /// Number, version and publisher, each with its full stop and a space; may be empty.
    pub details: String,
    /// The DOI, else the page's own.
    pub address: String,
    /// For cases and results: the reference in each format, as a `data:` address that holds nothing which an attribute
    /// would have to escape; empty where there is none.
    pub bibtex: Ready,
    pub ris: Ready,
    pub csl: Ready,
    /// What a file of the reference is to be called, without its ending.
    pub file: String,
}
