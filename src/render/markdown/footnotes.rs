//! Footnotes: numbers in the order in which a reader meets them, and the section at the end.
//!
//! Roles are those of DPUB-ARIA 1.1 (`doc-noteref`, `doc-endnotes`, `doc-backlink`).

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;

use super::survey::{Survey, key};
use super::{Report, Resolve, escape};
use crate::diag::Diagnostic;

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Notes {
    numbers: BTreeMap<String, usize>,
    /// By number, from 0.
    notes: Vec<Note>,
}

#[derive(Default)]
struct Note {
    html: Option<String>,
    references: usize,
}

impl Notes {
    /// Numbers those that are referred to, first by the text, then by other footnotes.
    pub(super) fn new(survey: &Survey) -> Notes {
        let mut within: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut queue = VecDeque::new();
        for reference in &survey.references {
            match &reference.within {
                Some(note) => within.entry(note).or_default().push(&reference.key),
                None => queue.push_back(reference.key.as_str()),
            }
        }
        let mut notes = Notes::default();
        while let Some(key) = queue.pop_front() {
            if !notes.numbers.contains_key(key) {
                notes.numbers.insert(key.to_owned(), notes.notes.len());
                notes.notes.push(Note::default());
                queue.extend(within.remove(key).unwrap_or_default());
            }
        }
        notes
    }

    /// Appends a reference.
    pub(super) fn refer(&mut self, label: &str, out: &mut String) {
        // A reference in a footnote that nothing refers to is not shown, and has no number.
        let Some(number) = self.numbers.get(&key(label)).copied() else { return };
        let note = &mut self.notes[number];
        note.references += 1;
        let (number, again) = (number + 1, Again(note.references));
        write!(
            out,
            "<sup class=\"footnote-ref\"><a href=\"#fn_{number}\" id=\"fnref_{number}{again}\" role=\"doc-noteref\">{number}</a></sup>"
        )
        .expect("a String takes everything");
    }

    /// Keeps the text of a footnote; only the first of a label counts.
    pub(super) fn define(&mut self, key: &str, html: String) {
        if let Some(note) = self.numbers.get(key).map(|number| &mut self.notes[*number]) {
            note.html.get_or_insert(html);
        }
    }

    /// The section at the end; nothing where there are no footnotes.
    pub(super) fn section(self, site: &dyn Resolve, out: &mut String) {
        if self.notes.is_empty() {
            return;
        }
        out.push_str(
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn_title\">\n<h2 id=\"fn_title\">",
        );
        escape::push(out, &site.word("footnotes-title"));
        out.push_str("</h2>\n<ol>\n");
        for (number, note) in self.notes.iter().enumerate() {
            let number = number + 1;
            writeln!(out, "<li id=\"fn_{number}\">").expect("a String takes everything");
            let html = note.html.as_deref().unwrap_or_default().trim_end();
            let (text, end) = html.strip_suffix("</p>").map_or((html, ""), |text| (text, "</p>"));
            out.push_str(text);
            for reference in 1..=note.references {
                let again = Again(reference);
                write!(out, " <a href=\"#fnref_{number}{again}\" class=\"footnote-back\" role=\"doc-backlink\"")
                    .expect("a String takes everything");
                escape::attribute(out, "aria-label", &format!("{}{again}", site.way_back(number)));
                out.push_str(">↩</a>");
            }
            out.push_str(end);
            out.push_str("\n</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
    }
}

/// `-2` for the second reference to a footnote.
#[derive(Clone, Copy)]
struct Again(usize);

impl std::fmt::Display for Again {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 > 1 { write!(f, "-{}", self.0) } else { Ok(()) }
    }
}

/// Finds definitions that nothing refers to, and labels that are defined twice.
pub(super) fn check(survey: &Survey, notes: &Notes, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for (key, range) in &survey.definitions {
        let finding = if !seen.insert(key) {
            Diagnostic::warning("footnote-twice", format!("the footnote [^{key}] is defined twice; the first is shown"))
                .help("give one of them another name")
        } else if !notes.numbers.contains_key(key) {
            Diagnostic::warning("footnote-unused", format!("nothing refers to the footnote [^{key}]; it is not shown"))
                .help(format!("write [^{key}] where it belongs, or remove it"))
        } else {
            continue;
        };
        report.add(range.clone(), finding);
    }
}
