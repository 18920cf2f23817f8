//! What must be known of a body before its first line is written: its headings, its footnotes, its tables.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Spanned;

/// A heading as it was written.
#[derive(Debug)]
pub(super) struct Draft {
    /// 1 to 6, as written.
    pub(super) level: u8,
    /// Text and code, without markup and as written.
    pub(super) text: String,
    /// What `{#id}` says.
    pub(super) id: Option<String>,
    pub(super) range: Range<usize>,
    /// The event that begins it.
    pub(super) event: usize,
}

/// A reference to a footnote, and the definition that it stands in.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) key: String,
    pub(super) within: Option<String>,
}

#[derive(Default, Debug)]
pub(super) struct Survey {
    /// Headings that have something to say, in order.
    pub(super) headings: Vec<Draft>,
    pub(super) references: Vec<Reference>,
    pub(super) definitions: Vec<(String, Range<usize>)>,
    pub(super) tables: usize,
}

/// Footnotes are the same where their labels differ in case and white space alone (GitHub, footnotes).
pub(super) fn key(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

pub(super) fn survey(events: &[Spanned]) -> Survey {
    let mut survey = Survey::default();
    let mut within: Vec<String> = Vec::new();
    let mut in_heading = false;
    for (index, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, id, .. })
                if !matches!(events.get(index + 1), Some((Event::End(_), _))) =>
            {
                in_heading = true;
                survey.headings.push(Draft {
                    level: *level as u8,
                    text: String::new(),
                    id: id.as_ref().map(ToString::to_string),
                    range: range.clone(),
                    event: index,
                });
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) | Event::Code(text) if in_heading => {
                if let Some(heading) = survey.headings.last_mut() {
                    heading.text.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak if in_heading => {
                if let Some(heading) = survey.headings.last_mut() {
                    heading.text.push(' ');
                }
            }
            Event::Start(Tag::Table(_)) => survey.tables += 1,
            Event::FootnoteReference(label) => {
                survey.references.push(Reference { key: key(label), within: within.last().cloned() });
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                within.push(key(label));
                survey.definitions.push((key(label), range.clone()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                within.pop();
            }
            _ => {}
        }
    }
    survey
}
