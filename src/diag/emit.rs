//! The one place where diagnostics become text.

use crate::foundation::SourcePath;

use super::Diagnostic;

/// Where the emitter finds the lines that it draws.
pub trait Sources {
    /// The text of a file, `None` where there is none or it is not UTF-8.
    fn text(&self, file: &SourcePath) -> Option<&str>;
}

/// How findings are shown: drawn for people, a line each, or a JSON object a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Human { color: bool, width: usize },
    Short,
    Json,
}

/// The findings as text, in the order given; see [`super::Diagnostics::sorted`].
pub fn emit(_findings: &[Diagnostic], _sources: &dyn Sources, _format: Format) -> String {
    String::new()
}

/// The last line of a run: how many errors and warnings there were; empty where there were none.
pub fn emit_summary(_findings: &[Diagnostic]) -> String {
    String::new()
}
