//! One body of Markdown, and what it becomes.
//!
//! In: the text of a body with its place in its file, and the site's answers to what it asks ([`Resolve`]). Out:
//! HTML, its headings, the anchors that it wants elsewhere and what was found wrong ([`Rendered`]).
//!
//! Always: a pure function of its input; no text makes it panic or loop; every tag is closed; an id stands once; every
//! address is http, https, mailto, tel or what the site answered; ranges of findings are bytes of the file. Ids of
//! headings hold letters, digits and `-` alone, so that an id with `_` can never be a heading's: `fn_1`, `fnref_1` and
//! `fn_title` are this module's, and a theme's own ids are safe with a `_` in them too.
//!
//! CommonMark with tables, footnotes, task lists, definition lists and strikethrough is read by pulldown-cmark; blocks
//! (`::: note`), typography, ids, addresses, raw HTML and highlighting are ours, a file each.

mod address;
mod blocks;
mod clean;
mod code;
mod escape;
mod footnotes;
mod headings;
mod plain;
mod quotes;
mod raw;
mod survey;
mod text;
mod typography;
mod writer;

#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser};
use serde::{Deserialize, Serialize};

use super::views::Bar;
use crate::diag::{Diagnostic, Diagnostics, Severity, Span};
use crate::foundation::{Lang, SourcePath};

pub use code::CLASSES as CODE_CLASSES;
pub use plain::plain_text;
pub use typography::Typography;

/// A body and where it stands.
pub struct Input<'a> {
    /// The body, without front matter.
    pub text: &'a str,
    pub file: &'a SourcePath,
    /// Where `text` begins in the file, in bytes.
    pub offset: usize,
    /// The language of `text`.
    pub lang: Lang,
    /// The headings of the source text where this is a translation of it: its ids are theirs.
    pub source_headings: Option<&'a [Heading]>,
    pub typography: &'a Typography,
    /// How many pictures stand above the body: but for the first of the page, all are loaded when they come into view.
    pub pictures_above: usize,
}

/// A heading of the body.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Heading {
    /// 2 to 6; the title of the page is the heading of level 1.
    pub level: u8,
    pub id: String,
    /// Without markup.
    pub text: String,
    /// Inline HTML without links, pictures and footnotes, for a table of contents.
    pub html: String,
}

/// A body as HTML.
#[derive(Debug)]
pub struct Rendered {
    pub html: String,
    pub headings: Vec<Heading>,
    /// Ids that raw HTML brought, which an address may name just as a heading's.
    pub ids: Vec<String>,
    pub anchors: Vec<AnchorWanted>,
    pub findings: Diagnostics,
}

/// A link with a fragment, to be checked once all bodies are known.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AnchorWanted {
    /// [`Link::document`] of where it leads; `None` for this body.
    pub document: Option<String>,
    /// Without `#`, percent-decoded.
    pub fragment: String,
    pub span: Span,
}

/// The answers of the site to a body. Each is a pure function.
pub trait Resolve {
    /// Where a link leads. Asked without `#fragment`, and never for http, https, mailto, tel or a fragment alone.
    fn link(&self, destination: &str) -> Result<Link, Problem>;
    /// A picture of the site.
    fn picture(&self, src: &str) -> Result<Picture, Problem>;
    /// The figures of a `::: figures` block: those of `from` that `show` names, in its order.
    fn figures(&self, from: &str, show: &[&str]) -> Result<Vec<Figure>, Problem>;
    /// An interface message, as plain text in the language of the page: `block-note`, `block-tip`, `block-warning`,
    /// `footnotes-title`, `table-region`.
    fn word(&self, id: &str) -> String;
    /// The name of the link that leads from a footnote, by its number, back to the text.
    fn way_back(&self, note: usize) -> String;
    /// Who made a picture and under which licence (SPDX), as words; empty where neither is known.
    fn credit(&self, credit: Option<&str>, licence: Option<&str>) -> String;
}

/// Where a link leads.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    pub href: String,
    /// Where it leads to a page in another language.
    pub hreflang: Option<Lang>,
    /// The key under which the document's anchors are found; `None` where it has none (a file).
    pub document: Option<String>,
}

/// A picture and its size in pixels, where it is known.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Picture {
    pub href: String,
    /// The same picture in several widths, for `srcset`.
    pub srcset: Option<String>,
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// A figure at a glance: its value as it is shown, and what it counts.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Figure {
    pub value: String,
    /// Of a part of a whole: how much of it, in percent, and as `value of whole`.
    pub share: Option<String>,
    pub part: Option<String>,
    /// As a bar among the others.
    pub bar: Option<Bar>,
    pub words: String,
    /// The language of the words, where it is another than the page's.
    pub lang: Option<Lang>,
}

/// Why the site has no answer: an error at the place that asked.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Problem {
    pub code: &'static str,
    pub message: String,
    pub help: Option<String>,
    /// A warning leaves the words without their link, or the picture out.
    pub severity: Severity,
}

/// One body as HTML. See the module for what always holds.
pub fn render(input: &Input, site: &dyn Resolve) -> Rendered {
    let masked = blocks::mask(input.text);
    let (events, unknown) = events(&masked.text);
    let survey = survey::survey(&events);
    let mut report = Report { file: input.file, offset: input.offset, findings: Diagnostics::new() };
    unknown.into_iter().for_each(|link| report.add(link.range, unknown_reference(&link.label)));
    let mut taken = headings::Taken::default();
    let ids = headings::ids(&survey.headings, input.source_headings, &mut taken, &mut report);
    let notes = footnotes::Notes::new(&survey);
    writer::Writer::new(writer::Body { input, site, events: &events, masked: &masked, survey: &survey }, report)
        .write(writer::Names { ids, taken, notes })
}

/// What pulldown-cmark reads; its own smart punctuation is English.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST);

/// An event of the parser with its range in the body.
type Spanned<'a> = (Event<'a>, Range<usize>);

/// `[words][label]` or `[label][]` without a line that says where the label leads: a reader sees the brackets.
struct UnknownReference {
    range: Range<usize>,
    label: String,
}

fn events(text: &str) -> (Vec<Spanned<'_>>, Vec<UnknownReference>) {
    let mut unknown: Vec<UnknownReference> = Vec::new();
    let mut events = Vec::with_capacity(text.len() / 12);
    // `[words]` alone is mostly meant as it is.
    let note = |link: BrokenLink<'_>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            unknown.push(UnknownReference { range: link.span, label: link.reference.into_string() });
        }
        None
    };
    events.extend(Parser::new_with_broken_link_callback(text, OPTIONS, Some(note)).into_offset_iter());
    (events, unknown)
}

fn unknown_reference(label: &str) -> Diagnostic {
    Diagnostic::warning("unknown-reference", format!("nothing says where `[{label}]` leads: readers see the brackets"))
        .help(format!("write the address behind the words, `[words](address)`, or add a line `[{label}]: address`"))
}

/// Findings about a body, whose ranges count from its beginning.
struct Report<'a> {
    file: &'a SourcePath,
    offset: usize,
    findings: Diagnostics,
}

impl Report<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }

    fn add(&mut self, range: Range<usize>, finding: Diagnostic) {
        let span = self.span(range);
        self.findings.push(finding.at(span));
    }
}
