//! What a user got wrong, as data.
//!
//! In: nothing. Out: [`Diagnostic`], collected by every stage in [`Diagnostics`] and drawn in one place, [`emit`].
//! Always: a diagnostic names its file where it has one; collections are shown sorted and without repeats, so that the
//! order of work never shows.

mod emit;
mod locate;
mod suggest;

pub use emit::{Format, Sources, emit, emit_summary};
pub use suggest::did_you_mean;

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::foundation::{OutPath, SourcePath};

/// How much a diagnostic weighs: an error stops publishing, a warning does not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Severity {
    Error,
    Warning,
}

impl Severity {
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A place in a source file: a range of bytes of the file as it was read. An empty range is a point.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Span {
    pub file: SourcePath,
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(file: &SourcePath, range: std::ops::Range<usize>) -> Span {
        Span { file: file.clone(), start: range.start, end: range.end }
    }

    /// The file as a whole: its first line.
    pub fn file(file: &SourcePath) -> Span {
        Span::new(file, 0..0)
    }
}

/// A second place that explains the first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One finding. `code` is stable and kebab-case (`unknown-field`); `message` says what is wrong, `help` what to do.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Diagnostic {
    pub span: Option<Span>,
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    pub labels: Vec<Label>,
    pub help: Option<String>,
    /// The page in whose making it was met, where it is not of that page: a fault of a template is met on many.
    pub met_on: Option<OutPath>,
}

/// A finding as it was written down.
#[derive(Deserialize)]
struct Written {
    span: Option<Span>,
    severity: Severity,
    code: String,
    message: String,
    labels: Vec<Label>,
    help: Option<String>,
    met_on: Option<OutPath>,
}

impl<'de> Deserialize<'de> for Diagnostic {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Diagnostic, D::Error> {
        let Written { span, severity, code, message, labels, help, met_on } = Written::deserialize(deserializer)?;
        // Those of the last build are read once a run: what their codes take is never much.
        Ok(Diagnostic { span, severity, code: code.leak(), message, labels, help, met_on })
    }
}

impl Diagnostic {
    pub fn error(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            span: None,
            severity: Severity::Error,
            code,
            message: message.into(),
            labels: Vec::new(),
            help: None,
            met_on: None,
        }
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic { span: Some(span), ..self }
    }

    pub fn met_on(self, page: &OutPath) -> Diagnostic {
        Diagnostic { met_on: Some(page.clone()), ..self }
    }

    /// What is wrong, and where that was met.
    pub fn said(&self) -> Cow<'_, str> {
        match &self.met_on {
            Some(page) => format!("{} (met on /{page})", self.message).into(),
            None => self.message.as_str().into(),
        }
    }

    pub fn help(self, help: impl Into<String>) -> Diagnostic {
        Diagnostic { help: Some(help.into()), ..self }
    }

    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }
}

/// Findings in the order in which they were made; [`Diagnostics::sorted`] gives the order in which they are shown.
#[derive(Clone, Default, Debug)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    pub fn append(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    pub fn any(&self, is: impl Fn(&Diagnostic) -> bool) -> bool {
        self.0.iter().any(is)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// By file, place, severity, code and message; each finding once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Diagnostics {
        Diagnostics(iter.into_iter().collect())
    }
}

/// A value together with what was found on the way to it. The value is whole although there were errors, so that later
/// stages can find theirs too; whoever publishes asks `findings.has_errors()` first.
#[derive(Debug)]
pub struct Warned<T> {
    pub value: T,
    pub findings: Diagnostics,
}
