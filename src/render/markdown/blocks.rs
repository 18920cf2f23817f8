//! Blocks: lines of `::: name key="value"`, and `:::` at their end.
//!
//! In: the text of a body. Out: the same text, byte for byte as long, in which each such line is a thematic break, and
//! what stood there. The Markdown parser then ends lists and paragraphs where a block begins or ends, leaves lines in
//! code alone, and all ranges, footnotes and definitions of links hold for the body as a whole.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::Report;
use crate::diag::{Diagnostic, did_you_mean};

/// The blocks that there are, with their attributes.
const BLOCKS: &[(&str, &[Attribute])] = &[
    ("note", &[optional("title")]),
    ("tip", &[optional("title")]),
    ("warning", &[optional("title")]),
    ("quote", &[optional("role")]),
    ("figure", &[required("src"), required("alt"), optional("credit"), optional("licence")]),
    ("figures", &[required("from"), required("show"), optional("as")]),
];

#[derive(Clone, Copy)]
struct Attribute {
    name: &'static str,
    required: bool,
}

const fn required(name: &'static str) -> Attribute {
    Attribute { name, required: true }
}

const fn optional(name: &'static str) -> Attribute {
    Attribute { name, required: false }
}

/// A body whose block lines are thematic breaks.
pub(super) struct Masked<'a> {
    pub(super) text: Cow<'a, str>,
    /// The ranges of the lines, without their ends.
    pub(super) lines: Vec<Range<usize>>,
}

pub(super) fn mask(text: &str) -> Masked<'_> {
    // Most texts have none, and are looked through for it.
    static BEGIN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\n:::"));
    if !(text.starts_with(":::") || BEGIN.find(text.as_bytes()).is_some()) {
        return Masked { text: Cow::Borrowed(text), lines: Vec::new() };
    }
    let mut masked = String::with_capacity(text.len());
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        if content.starts_with(":::") {
            lines.push(masked.len()..masked.len() + content.len());
            masked.push_str("***");
            masked.extend(std::iter::repeat_n(' ', content.len() - 3));
            masked.push_str(&line[content.len()..]);
        } else {
            masked.push_str(line);
        }
    }
    Masked { text: Cow::Owned(masked), lines }
}

/// What a line of `:::` says.
pub(super) enum Line<'a> {
    Begin(Block<'a>),
    /// Of a block that is not shown as one, since its name is not known or an attribute is missing.
    BeginUnknown,
    End,
}

/// The beginning of a block that has every attribute that it needs.
pub(super) struct Block<'a> {
    pub(super) name: &'static str,
    attributes: Vec<(&'static str, &'a str, Range<usize>)>,
}

impl<'a> Block<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, ..)| *key == name).map(|(_, value, _)| *value)
    }

    /// Where the value of an attribute stands; nowhere for one that is not there.
    pub(super) fn range(&self, name: &str) -> Range<usize> {
        self.attributes.iter().find(|(key, ..)| *key == name).map_or(0..0, |(.., range)| range.clone())
    }
}

/// Reads a line, `at` bytes into the body.
pub(super) fn read<'a>(line: &'a str, at: usize, report: &mut Report) -> Line<'a> {
    let colons = line.len() - line.trim_start_matches(':').len();
    let rest = &line[colons..];
    if rest.trim().is_empty() {
        return Line::End;
    }
    let start = at + line.len() - rest.trim_start().len();
    let written = rest.trim_start().split(char::is_whitespace).next().unwrap_or_default();
    let Some((name, known)) = BLOCKS.iter().find(|(name, _)| *name == written) else {
        let names = BLOCKS.iter().map(|(name, _)| *name);
        let finding = Diagnostic::error("unknown-block", format!("there is no block `{written}`"));
        report.add(start..start + written.len(), finding.help(suggestion(written, names, "the blocks are")));
        return Line::BeginUnknown;
    };
    let rest = &line[start - at + written.len()..];
    let Some(attributes) = attributes(rest, start + written.len(), (name, known), report) else {
        // What is missing behind a mistake is not known to be missing.
        return Line::BeginUnknown;
    };
    let mut whole = true;
    for attribute in known.iter().filter(|attribute| attribute.required) {
        if !attributes.iter().any(|(key, ..)| *key == attribute.name) {
            whole = false;
            let message = format!("the block `{name}` needs {}=\"…\"", attribute.name);
            let help = if attribute.name == "alt" {
                "say in alt what is seen, for those who do not see it; alt=\"\" for a picture that only decorates"
                    .to_owned()
            } else {
                format!("add {}=\"…\" to this line", attribute.name)
            };
            report.add(at..at + line.len(), Diagnostic::error("missing-attribute", message).help(help));
        }
    }
    if whole { Line::Begin(Block { name, attributes }) } else { Line::BeginUnknown }
}

/// The attributes of a line; `None` where it cannot be read to its end.
fn attributes<'a>(
    mut rest: &'a str,
    mut at: usize,
    (block, known): (&str, &[Attribute]),
    report: &mut Report,
) -> Option<Vec<(&'static str, &'a str, Range<usize>)>> {
    let mut attributes: Vec<(&'static str, &str, Range<usize>)> = Vec::new();
    loop {
        at += rest.len() - rest.trim_start().len();
        rest = rest.trim_start();
        if rest.is_empty() {
            return Some(attributes);
        }
        let name_end = rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        let value = after.strip_prefix("=\"").and_then(|value| Some(&value[..value.find('"')?]));
        let (false, Some(value)) = (name.is_empty(), value) else {
            report.add(at..at + rest.trim_end().len(), unreadable(name, after));
            return None;
        };
        let value_at = at + name_end + 2;
        match known.iter().find(|attribute| attribute.name == name) {
            Some(attribute) if attributes.iter().any(|(key, ..)| *key == attribute.name) => {
                let finding = Diagnostic::error("repeated-attribute", format!("`{name}` stands twice"));
                report.add(at..at + name_end, finding.help("keep one of them"));
            }
            Some(attribute) => attributes.push((attribute.name, value, value_at..value_at + value.len())),
            None => {
                let message = format!("the block `{block}` has no attribute `{name}`");
                let names = known.iter().map(|attribute| attribute.name);
                let finding = Diagnostic::error("unknown-attribute", message);
                report.add(at..at + name_end, finding.help(suggestion(name, names, "it has")));
            }
        }
        let length = name_end + 2 + value.len() + 1;
        (rest, at) = (&rest[length..], at + length);
    }
}

/// What is wrong where `name="value"` was expected.
fn unreadable(name: &str, after: &str) -> Diagnostic {
    let finding = |message: String| Diagnostic::error("bad-attribute", message);
    let Some(value) = after.trim_start().strip_prefix('=').filter(|_| !name.is_empty()) else {
        return finding("this is not an attribute".to_owned())
            .help("write name=\"value\", with straight quotation marks and no spaces around =");
    };
    let bare = value.trim_start();
    if bare.starts_with('"') && value != bare || !after.starts_with('=') {
        return finding(format!("there are spaces around the = of `{name}`")).help(format!("write {name}=\"…\""));
    }
    if bare.starts_with('"') {
        return finding(format!("the quotation mark of `{name}` is not closed")).help(format!("write {name}=\"…\""));
    }
    // As far as the next attribute goes.
    let end = bare.find('=').map_or(bare.len(), |next| bare[..next].rfind(char::is_whitespace).unwrap_or(next));
    let marks = |c: char| "“”„‟«»‘’'\"".contains(c);
    let meant = bare[..end].trim().trim_matches(marks);
    finding(format!("the value of `{name}` does not stand between straight quotation marks"))
        .help(format!("write {name}=\"{meant}\""))
}

fn suggestion(written: &str, names: impl Iterator<Item = &'static str> + Clone, all: &str) -> String {
    match did_you_mean(written, names.clone()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("{all} {}", names.collect::<Vec<_>>().join(", ")),
    }
}
