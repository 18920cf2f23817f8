//! From events to HTML.
//!
//! In: the events of a body and what the survey of them found. Out: [`Rendered`]. Always: iterative, whatever the depth
//! of the text; tags deeper than [`DEEPEST`] are left out, their text is not. A browser draws no more than 512.

mod containers;
mod elements;

use std::fmt::Write;
use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::blocks::{Block, Masked};
use super::footnotes::Notes;
use super::headings::Taken;
use super::quotes::{Mark, is_block, marks};
use super::raw::{Open, Pieces};
use super::survey::{Survey, key};
use super::text::{Words, is_bare, is_plain, set};
use super::{AnchorWanted, Heading, Input, Rendered, Report, Resolve, Spanned};
use super::{clean, escape, footnotes, raw};
use crate::diag::Diagnostic;

const DEEPEST: usize = 100;

/// What is written, as it was read.
pub(super) struct Body<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) site: &'a dyn Resolve,
    pub(super) events: &'a [Spanned<'a>],
    pub(super) masked: &'a Masked<'a>,
    pub(super) survey: &'a Survey,
}

/// The ids of a body.
#[derive(Default)]
pub(super) struct Names {
    /// Of the headings, in order.
    pub(super) ids: Vec<String>,
    pub(super) taken: Taken,
    pub(super) notes: Notes,
}

pub(super) struct Writer<'a> {
    pub(super) body: Body<'a>,
    pub(super) report: Report<'a>,
    pub(super) names: Names,
    pub(super) out: String,
    pub(super) open: Open,
    pub(super) ids: Vec<String>,
    pub(super) anchors: Vec<AnchorWanted>,
    headings: Vec<Heading>,
    /// How many headings of the survey were begun, and where the text of the one that is open begins.
    headings_begun: usize,
    heading_text: Option<usize>,
    heading_has_raw: bool,
    /// The words of an open heading or picture.
    plain: Option<String>,
    /// Where the words of a picture alone are wanted.
    in_picture: bool,
    depth: usize,
    /// The depth at which tags are left out, and everything in them.
    cut: Option<usize>,
    /// The end tags of links, and how many of them are addresses that stand for themselves.
    links: Vec<(&'static str, usize)>,
    /// Open footnotes, with what was written before each.
    notes: Vec<(String, String)>,
    alignments: &'a [Alignment],
    in_head: bool,
    /// The end tag of the cell that is open.
    cell: &'static str,
    column: usize,
    rows: usize,
    tables: usize,
    label_open: bool,
    /// Elements that are open whose text stays as it is.
    literal: usize,
    /// The run of inline events: its first, the one that ends it once it was read for marks, and these.
    run: (usize, usize, Vec<Mark>),
    block: Option<OpenBlock<'a>>,
    bare_paragraph: bool,
    lines_seen: usize,
    /// How many pictures of the page there have been.
    pub(super) pictures: usize,
}

/// The depth down to which a tag is written: what it must contain has to fit too.
fn deepest(tag: &Tag) -> usize {
    match tag {
        Tag::Table(_) => DEEPEST - 2,
        Tag::List(_) | Tag::DefinitionList => DEEPEST - 1,
        _ => DEEPEST,
    }
}

struct OpenBlock<'a> {
    /// `None` for one that could not be read.
    block: Option<Block<'a>>,
    line: Range<usize>,
    /// Where its content begins in the output.
    content: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(body: Body<'a>, report: Report<'a>) -> Writer<'a> {
        let out = String::with_capacity(body.input.text.len() * 5 / 4 + 64);
        let pictures = body.input.pictures_above;
        Writer {
            body,
            report,
            out,
            names: Names::default(),
            open: Open::default(),
            ids: Vec::new(),
            anchors: Vec::new(),
            headings: Vec::new(),
            headings_begun: 0,
            heading_text: None,
            heading_has_raw: false,
            plain: None,
            in_picture: false,
            depth: 0,
            cut: None,
            links: Vec::new(),
            notes: Vec::new(),
            alignments: &[],
            in_head: false,
            cell: "",
            column: 0,
            rows: 0,
            tables: 0,
            label_open: false,
            literal: 0,
            run: (0, 0, Vec::new()),
            block: None,
            bare_paragraph: false,
            lines_seen: 0,
            pictures,
        }
    }

    pub(super) fn write(mut self, names: Names) -> Rendered {
        self.names = names;
        footnotes::check(self.body.survey, &self.names.notes, &mut self.report);
        let mut at = 0;
        while at < self.body.events.len() {
            at = self.event(at);
        }
        self.end_of_blocks();
        let notes = take(&mut self.names.notes);
        notes.section(self.body.site, &mut self.out);
        if self.open.seen {
            self.out = clean::clean(&self.out);
        }
        Rendered {
            html: self.out,
            headings: self.headings,
            ids: self.ids,
            anchors: self.anchors,
            findings: self.report.findings,
        }
    }

    /// Writes an event; returns the next that is to be written.
    fn event(&mut self, at: usize) -> usize {
        let events = self.body.events;
        let (event, range) = &events[at];
        if is_block(event) {
            self.run = (at + 1, 0, take(&mut self.run.2));
            self.literal = 0;
            if take(&mut self.label_open) {
                self.out.push_str("</label>");
            }
        }
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.cut.is_none() && self.depth > deepest(tag) {
                    self.too_deep(range.clone());
                }
                if self.cut.is_none() {
                    return self.start(tag, at);
                }
                // Words stay apart.
                self.plain(if is_block(event) { "\n" } else { "" });
            }
            Event::End(tag) => {
                match self.cut {
                    None => self.end(tag),
                    Some(cut) if cut == self.depth => self.cut = None,
                    Some(_) => {}
                }
                self.depth -= 1;
            }
            Event::Text(text) => self.text(text, at, range),
            Event::Code(code) => {
                self.tag("<code>");
                self.plain(code);
                self.tag("</code>");
            }
            Event::SoftBreak => self.plain("\n"),
            Event::HardBreak => {
                self.tag("<br>");
                self.plain("\n");
            }
            Event::Rule => self.rule(range.clone()),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.literal = raw::literal_after(html, self.literal);
                self.heading_has_raw = true;
                if !self.in_picture {
                    self.raw(html, &Pieces(vec![(0, range.start)]));
                }
            }
            Event::FootnoteReference(label) if !self.in_picture => self.names.notes.refer(label, &mut self.out),
            Event::TaskListMarker(done) => {
                let checked = if *done { " checked" } else { "" };
                write!(self.out, "<label class=\"task\"><input type=\"checkbox\" disabled{checked}> ")
                    .expect("a String takes everything");
                self.label_open = true;
            }
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    fn too_deep(&mut self, range: Range<usize>) {
        self.cut = Some(self.depth);
        let message = format!("text is nested more than {DEEPEST} levels deep");
        let finding = Diagnostic::error("too-deep", message).help("a sign such as > or * may be there too often");
        self.report.add(range, finding);
    }

    /// Markup, where it is wanted.
    fn tag(&mut self, tag: &str) {
        if !self.in_picture {
            self.out.push_str(tag);
        }
    }

    /// Text as it is.
    fn plain(&mut self, text: &str) {
        if !self.in_picture {
            escape::push(&mut self.out, text);
        }
        self.note_plain(text);
    }

    /// Text that needs no escaping.
    fn bare(&mut self, text: &str) {
        self.tag(text);
        self.note_plain(text);
    }

    fn note_plain(&mut self, text: &str) {
        if let Some(plain) = &mut self.plain {
            plain.push_str(if text == "\n" { " " } else { text });
        }
    }

    fn text(&mut self, text: &str, at: usize, range: &Range<usize>) {
        let events = self.body.events;
        // But for these two, which are looked into below.
        if !text.starts_with(['[', ':']) && is_bare(text) {
            return self.bare(text);
        }
        if text == "[" {
            self.check_reference(at);
        }
        if text.starts_with(":::") && self.run.0 == at {
            let finding = Diagnostic::warning("block-indented", "this looks like a block, but does not begin its line")
                .help("write ::: at the beginning of a line, outside lists and quotations");
            self.report.add(range.clone(), finding);
        }
        if self.literal > 0 || is_plain(text) {
            return self.plain(text);
        }
        if self.run.1 <= at {
            let (found, end) = marks(events, self.run.0, self.body.input.text, self.body.input.typography);
            self.run = (self.run.0, end, found);
        }
        let from = self.run.2.partition_point(|mark| mark.event < at);
        let run = take(&mut self.run.2);
        let words = Words { text, event: at, marks: &run[from..], typography: self.body.input.typography };
        set(&words, |piece| self.plain(piece));
        self.run.2 = run;
    }

    /// Finds `[^x]` without a footnote x, which the parser leaves as text.
    fn check_reference(&mut self, at: usize) {
        if let [(_, begin), (Event::Text(label), _), (Event::Text(bracket), end), ..] = &self.body.events[at..]
            && label.starts_with('^')
            && **bracket == *"]"
        {
            let finding = Diagnostic::warning("footnote-missing", format!("there is no footnote [{label}]"))
                .help(format!("add a line [{label}]: with its text, after an empty line"));
            self.report.add(begin.start..end.end, finding);
        }
    }

    fn start(&mut self, tag: &'a Tag<'a>, at: usize) -> usize {
        match tag {
            Tag::Paragraph => {
                let caption = self.block.as_ref().filter(|open| open.name() == "figure" && self.depth == 1);
                self.bare_paragraph = caption.is_some_and(|open| open.content == self.out.len());
                if !self.bare_paragraph {
                    self.out.push_str("<p>");
                }
            }
            Tag::Heading { .. } => self.begin_heading(at),
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => return self.code_block(kind, at),
            Tag::HtmlBlock => return self.html_block(at),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(start)) => {
                writeln!(self.out, "<ol start=\"{start}\">").expect("a String takes everything");
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::Item => self.out.push_str("<li>"),
            Tag::FootnoteDefinition(label) => self.notes.push((key(label), take(&mut self.out))),
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.out.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.out.push_str("<dd>"),
            Tag::Table(alignments) => self.begin_table(alignments),
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.out.push_str(if self.rows == 0 { "<tbody>\n<tr>" } else { "<tr>" });
                self.rows += 1;
                self.column = 0;
            }
            Tag::TableCell => self.begin_cell(at),
            Tag::Emphasis => self.tag("<em>"),
            Tag::Strong => self.tag("<strong>"),
            Tag::Strikethrough => self.tag("<del>"),
            Tag::Superscript => self.tag("<sup>"),
            Tag::Subscript => self.tag("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => self.begin_link((*link_type, dest_url), title, at),
            Tag::Image { dest_url, title, .. } => return self.picture((dest_url, title), at),
            Tag::MetadataBlock(_) => {}
        }
        at + 1
    }

    fn end(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                let end = if take(&mut self.bare_paragraph) { "" } else { "</p>\n" };
                self.out.push_str(end);
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::FootnoteDefinition => {
                if let Some((key, before)) = self.notes.pop() {
                    let html = std::mem::replace(&mut self.out, before);
                    self.names.notes.define(&key, html);
                }
            }
            TagEnd::DefinitionList => self.out.push_str("</dl>\n"),
            TagEnd::DefinitionListTitle => self.out.push_str("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.out.push_str("</dd>\n"),
            TagEnd::Table => {
                self.out.push_str(if self.rows > 0 { "</tbody>\n</table></div>\n" } else { "</table></div>\n" });
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.out.push_str("</tr></thead>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.out.push_str(self.cell),
            TagEnd::Emphasis => self.tag("</em>"),
            TagEnd::Strong => self.tag("</strong>"),
            TagEnd::Strikethrough => self.tag("</del>"),
            TagEnd::Superscript => self.tag("</sup>"),
            TagEnd::Subscript => self.tag("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {}
        }
    }
}
