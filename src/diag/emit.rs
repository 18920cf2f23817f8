//! The one place where diagnostics become text.
//!
//! In: findings in the order in which they are to be shown, and the texts that they point into. Out: text, each finding
//! ending in a newline. Always: every finding is shown whole, with the file it is in, whether or not there is a text to
//! draw; nothing that a contributor wrote reaches a terminal as a control character.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::foundation::SourcePath;

use super::locate::{Lines, Place};
use super::{Diagnostic, Severity, Span};

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
///
/// `Short` is `file:line:column: severity[code]: message`, without the place where there is none. `Json` is one object a
/// line {code, severity, file, line, column, message, help}, null where there is nothing to say. A file without a text
/// counts as line 1, column 1.
pub fn emit(findings: &[Diagnostic], sources: &dyn Sources, format: Format) -> String {
    let mut out = String::new();
    let mut texts = Texts { sources, files: BTreeMap::new() };
    // Thousands of one sort in one file are one mistake; to draw each of them in a long line would take minutes.
    let mut alike: BTreeMap<(Option<&SourcePath>, &str), usize> = BTreeMap::new();
    for finding in findings {
        match format {
            Format::Human { color, width } => {
                let seen = alike.entry((finding.span.as_ref().map(|span| &span.file), finding.code)).or_default();
                *seen += 1;
                if *seen > MOST_ALIKE {
                    continue;
                }
                out.push_str(&human(finding, &mut texts, &renderer(color, width)));
                out.push_str("\n\n");
            }
            Format::Short => {
                out.push_str(&short(finding, &mut texts));
                out.push('\n');
            }
            Format::Json => {
                out.push_str(&json(finding, &mut texts));
                out.push('\n');
            }
        }
    }
    for ((file, code), seen) in alike.into_iter().filter(|(_, seen)| *seen > MOST_ALIKE) {
        let file = file.map(|file| format!(" in {file}")).unwrap_or_default();
        out.push_str(&format!("note: {} more of {code}{file} are not drawn\n\n", seen - MOST_ALIKE));
    }
    out
}

/// The files that findings point into, each read and its lines counted once.
struct Texts<'a> {
    sources: &'a dyn Sources,
    files: BTreeMap<&'a SourcePath, (Option<&'a str>, Lines<'a>)>,
}

impl<'a> Texts<'a> {
    /// The place of a span and the text that it is in, `None` where there is nothing to draw.
    fn place(&mut self, span: &'a Span) -> (Option<&'a str>, Place) {
        let sources = self.sources;
        let (text, lines) = self.files.entry(&span.file).or_insert_with(|| {
            let text = sources.text(&span.file).filter(|text| !text.is_empty());
            (text, Lines::of(text.unwrap_or_default()))
        });
        (*text, lines.locate(span.start..span.end))
    }
}

/// How many findings of one code in one file are drawn; a line each and JSON have all of them.
const MOST_ALIKE: usize = 100;

/// The last line of a run: how many errors and warnings there were; empty where there were none.
pub fn emit_summary(findings: &[Diagnostic]) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    [(errors, "error"), (findings.len() - errors, "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Narrower than this, snippets are unreadable; wider, lines are.
fn renderer(color: bool, width: usize) -> Renderer {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(width.clamp(40, 160))
}

fn human<'a>(finding: &'a Diagnostic, texts: &mut Texts<'a>, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(finding.said()).id(finding.code));
    for snippet in snippets(finding, texts) {
        group = snippet.add_to(group);
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    renderer.render(&[group])
}

/// Marks that are drawn together: those of one file whose columns fit on one screen.
struct Drawing<'a> {
    file: &'a SourcePath,
    text: Option<&'a str>,
    marks: Vec<(AnnotationKind, Place, Option<&'a str>)>,
}

/// How many bytes of a line may lie between two marks that are drawn together.
const APART: usize = 100;

fn snippets<'a>(finding: &'a Diagnostic, texts: &mut Texts<'a>) -> Vec<Drawing<'a>> {
    let primary = finding.span.iter().map(|span| (AnnotationKind::Primary, span, None));
    let labels = finding.labels.iter().map(|label| (AnnotationKind::Context, &label.span, Some(label.text.as_str())));
    let mut drawings: Vec<Drawing<'a>> = Vec::new();
    for (kind, span, label) in primary.chain(labels) {
        let (text, place) = texts.place(span);
        match drawings.iter_mut().find(|drawing| drawing.takes(span, &place)) {
            Some(drawing) => drawing.marks.push((kind, place, label)),
            None => drawings.push(Drawing { file: &span.file, text, marks: vec![(kind, place, label)] }),
        }
    }
    drawings
}

impl<'a> Drawing<'a> {
    fn takes(&self, span: &Span, place: &Place) -> bool {
        let offset = |place: &Place| place.range.start - place.whole_line.start;
        *self.file == span.file
            && self.text.is_some()
            && self.marks.iter().all(|(_, other, _)| offset(other).abs_diff(offset(place)) <= APART)
    }

    /// Only the lines from the first to the last mark are handed over: drawing costs by the length of the text.
    fn add_to(self, group: Group<'a>) -> Group<'a> {
        let places = || self.marks.iter().map(|(_, place, _)| place);
        let first = places().min_by_key(|place| place.line).expect("a drawing is made with a mark");
        let last = places().map(|place| place.whole_line.end).max().expect("a drawing is made with a mark");
        let Some(text) = self.text else {
            let group = group.element(Origin::path(self.file.as_str()));
            let labels = self.marks.iter().filter_map(|(_, _, label)| *label);
            return labels.fold(group, |group, label| group.element(Level::NOTE.message(label)));
        };
        let (from, line) = (first.whole_line.start, first.line);
        let marks = self
            .marks
            .into_iter()
            .map(|(kind, place, label)| kind.span(place.range.start - from..place.range.end - from).label(label));
        let snippet = Snippet::source(&text[from..last]).line_start(line).path(self.file.as_str());
        group.element(snippet.annotations(marks))
    }
}

/// File, line and column; a file without a text is named by its beginning.
fn place<'a>(finding: &'a Diagnostic, texts: &mut Texts<'a>) -> Option<(&'a SourcePath, usize, usize)> {
    let span = finding.span.as_ref()?;
    let (_, place) = texts.place(span);
    Some((&span.file, place.line, place.column))
}

fn short<'a>(finding: &'a Diagnostic, texts: &mut Texts<'a>) -> String {
    let place = place(finding, texts).map(|(file, line, column)| format!("{file}:{line}:{column}: "));
    let message = format!("{}[{}]: {}", finding.severity.as_str(), finding.code, finding.said());
    format!("{}{message}", place.unwrap_or_default()).replace(char::is_control, " ")
}

fn json<'a>(finding: &'a Diagnostic, texts: &mut Texts<'a>) -> String {
    /// The order of the fields is the order of the keys.
    #[derive(Serialize)]
    struct Object<'a> {
        code: &'a str,
        severity: &'a str,
        file: Option<&'a str>,
        line: Option<usize>,
        column: Option<usize>,
        message: &'a str,
        help: Option<&'a str>,
    }
    let place = place(finding, texts);
    let object = Object {
        code: finding.code,
        severity: finding.severity.as_str(),
        file: place.map(|(file, ..)| file.as_str()),
        line: place.map(|(_, line, _)| line),
        column: place.map(|(.., column)| column),
        message: &finding.said(),
        help: finding.help.as_deref(),
    };
    serde_json::to_string(&object).expect("text and numbers are always JSON")
}

#[cfg(test)]
mod tests;
