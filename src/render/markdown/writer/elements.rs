//! Headings, tables, links, pictures, code and blocks of raw HTML.

use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, TagEnd};

use super::super::raw::Pieces;
use super::super::{Heading, Picture, code, escape, headings};
use super::Writer;
use crate::diag::Diagnostic;
use crate::render::pictures::COLUMN;

impl<'a> Writer<'a> {
    pub(super) fn begin_heading(&mut self, at: usize) {
        let survey = self.body.survey;
        while survey.headings.get(self.headings_begun).is_some_and(|draft| draft.event < at) {
            self.headings_begun += 1;
        }
        let Some(draft) = survey.headings.get(self.headings_begun).filter(|draft| draft.event == at) else {
            let finding = Diagnostic::warning("heading-empty", "this heading has no words; it is left out");
            self.report.add(self.body.events[at].1.clone(), finding.help("write its words, or remove the line"));
            return;
        };
        let level = headings::shown_level(draft.level);
        let id = self.names.ids.get(self.headings_begun).cloned().unwrap_or_default();
        self.out.push_str(["<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(level.clamp(2, 6) - 2)]);
        escape::attribute(&mut self.out, "id", &id);
        self.out.push('>');
        self.heading_text = Some(self.out.len());
        self.heading_has_raw = false;
        self.plain = Some(String::new());
        self.headings.push(Heading { level, id, text: String::new(), html: String::new() });
    }

    pub(super) fn end_heading(&mut self) {
        let Some(start) = self.heading_text.take() else { return };
        let Some(heading) = self.headings.last_mut() else { return };
        heading.text = take(&mut self.plain).unwrap_or_default().trim().to_owned();
        if self.heading_has_raw {
            // It is not clean yet, and may not be whole.
            escape::push(&mut heading.html, &heading.text);
        } else {
            heading.html = for_contents(&self.out[start..]);
            // A picture is seen in the text alone: here stands what it says.
            if heading.html.trim().is_empty() {
                escape::push(&mut heading.html, &heading.text);
            }
        }
        self.out.push_str(
            ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(heading.level.clamp(2, 6) - 2)],
        );
    }

    /// A table in a region of its own, which scrolls where it is wide and is then reached by keyboard (WCAG 2.1.1).
    pub(super) fn begin_table(&mut self, alignments: &'a [Alignment]) {
        self.tables += 1;
        let mut label = self.body.site.word("table-region");
        // Regions are told apart by their names.
        if self.body.survey.tables > 1 {
            label.push_str(&format!(" {}", self.tables));
        }
        self.out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        escape::attribute(&mut self.out, "aria-label", &label);
        self.out.push_str("><table>\n");
        self.alignments = alignments;
        self.rows = 0;
    }

    pub(super) fn begin_cell(&mut self, at: usize) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        self.column += 1;
        // A header without words heads nothing.
        let is_empty = matches!(self.body.events.get(at + 1), Some((Event::End(_), _)));
        let (begin, end) = if self.in_head && !is_empty { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        self.cell = end;
        self.out.push_str(begin);
        self.out.push_str(class);
        self.out.push('>');
    }

    pub(super) fn begin_link(&mut self, (link_type, destination): (LinkType, &str), title: &str, at: usize) {
        let (next, range) = (self.body.events.get(at + 1), self.body.events[at].1.clone());
        let target = match link_type {
            LinkType::Email => self.address(&format!("mailto:{destination}"), range.clone()),
            _ => self.address(destination, range.clone()),
        };
        let Some(target) = target else {
            self.links.push(("", 0));
            return;
        };
        self.out.push_str("<a");
        escape::attribute(&mut self.out, "href", &target.href);
        if let Some(lang) = target.hreflang {
            escape::attribute(&mut self.out, "hreflang", lang.as_str());
        }
        if !title.is_empty() {
            let title = self.set_alone(title);
            escape::attribute(&mut self.out, "title", &title);
        }
        self.out.push('>');
        let literal = usize::from(matches!(link_type, LinkType::Autolink | LinkType::Email));
        self.links.push(("</a>", literal));
        self.literal += literal;
        if matches!(next, Some((Event::End(_), _))) {
            let finding = Diagnostic::warning("link-without-text", "this link has no words")
                .help("write between the square brackets where it leads");
            self.report.add(range, finding);
            self.plain(destination);
        }
    }

    pub(super) fn end_link(&mut self) {
        let (end, literal) = self.links.pop().unwrap_or_default();
        self.out.push_str(end);
        self.literal = self.literal.saturating_sub(literal);
    }

    /// Writes the picture that begins at an event; returns the event behind it.
    pub(super) fn picture(&mut self, (src, title): (&str, &str), at: usize) -> usize {
        let events = self.body.events;
        let range = events[at].1.clone();
        let before = self.plain.replace(String::new());
        self.in_picture = true;
        let (mut next, mut depth) = (at + 1, 1);
        while depth > 0 {
            match &events[next].0 {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {
                    self.event(next);
                }
            }
            next += 1;
        }
        self.in_picture = false;
        self.depth -= 1;
        let alt = std::mem::replace(&mut self.plain, before).unwrap_or_default();
        if alt.trim().is_empty() {
            self.missing_alt(range.clone());
        }
        let Some(picture) = self.picture_address(src, range) else {
            self.plain(&alt);
            return next;
        };
        let title = self.set_alone(title);
        self.img(&picture, &alt, &title);
        next
    }

    pub(super) fn img(&mut self, picture: &Picture, alt: &str, title: &str) {
        let mut tag = String::from("<img");
        escape::attribute(&mut tag, "src", &picture.href);
        escape::attribute(&mut tag, "alt", alt);
        for (name, size) in [("width", picture.width), ("height", picture.height)] {
            if let Some(size) = size {
                escape::attribute(&mut tag, name, &size.to_string());
            }
        }
        if !title.is_empty() {
            escape::attribute(&mut tag, "title", title);
        }
        self.out.push_str(&tag);
        self.end_img(picture);
    }

    /// The end of an element of a picture: its sizes, and when it is loaded. The first on a page is loaded at once.
    pub(in super::super) fn end_img(&mut self, picture: &Picture) {
        if let Some(srcset) = &picture.srcset {
            escape::attribute(&mut self.out, "srcset", srcset);
            escape::attribute(&mut self.out, "sizes", COLUMN);
        }
        self.out.push_str(if self.pictures == 0 {
            " decoding=\"async\">"
        } else {
            " loading=\"lazy\" decoding=\"async\">"
        });
        self.pictures += 1;
    }

    /// Writes the code block that begins at an event; returns the event behind it.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind, at: usize) -> usize {
        let range = self.body.events[at].1.clone();
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '\t']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let (mut code, mut next) = (String::new(), at + 1);
        while let Some((Event::Text(text), range)) = self.body.events.get(next) {
            code.push_str(self.as_written(text, range));
            next += 1;
        }
        self.out.push_str("<pre tabindex=\"0\"><code");
        if info.is_empty() {
            self.out.push('>');
            escape::push(&mut self.out, &code);
        } else {
            escape::attribute(&mut self.out, "class", &format!("language-{}", info.to_lowercase()));
            self.out.push('>');
            match code::language(info) {
                Ok(language) => code::push(&mut self.out, &code, &language),
                Err(meant) => {
                    let line = self.body.input.text[range.start..].lines().next().map_or(0, str::len);
                    let message = format!("there is no highlighting for `{info}`");
                    let help = match meant {
                        Some(meant) => format!("did you mean `{}`?", meant.to_lowercase()),
                        None => "write `text` for what is no programming language".to_owned(),
                    };
                    let finding = Diagnostic::warning("unknown-code-language", message).help(help);
                    self.report.add(range.start..range.start + line, finding);
                    escape::push(&mut self.out, &code);
                }
            }
        }
        self.out.push_str("</code></pre>\n");
        self.depth -= 1;
        self.behind(next, TagEnd::CodeBlock)
    }

    /// Writes the block of raw HTML that begins at an event; returns the event behind it.
    pub(super) fn html_block(&mut self, at: usize) -> usize {
        let (mut html, mut pieces, mut next) = (String::new(), Vec::new(), at + 1);
        while let Some((Event::Html(text) | Event::Text(text), range)) = self.body.events.get(next) {
            pieces.push((html.len(), range.start));
            html.push_str(self.as_written(text, range));
            next += 1;
        }
        let range = &self.body.events[at].1;
        if let Some(line) = self.body.masked.lines.iter().find(|line| range.contains(&line.start)) {
            let finding = Diagnostic::error("block-in-html", "a block cannot stand in raw HTML")
                .help("put an empty line before ::: and end the HTML first");
            self.report.add(line.clone(), finding);
        }
        self.raw(&html, &Pieces(pieces));
        self.depth -= 1;
        self.behind(next, TagEnd::HtmlBlock)
    }

    /// Behind the end of a block whose content was taken.
    fn behind(&mut self, mut at: usize, end: TagEnd) -> usize {
        while self.body.events.get(at).is_some_and(|(event, _)| *event != Event::End(end)) {
            at += 1;
        }
        self.run = (at + 1, 0, take(&mut self.run.2));
        at + 1
    }

    /// The text of an event before block lines were masked.
    fn as_written<'t>(&self, text: &'t CowStr<'t>, range: &Range<usize>) -> &'t str
    where
        'a: 't,
    {
        let masked = !self.body.masked.lines.is_empty() && text.len() == range.len();
        let input: &'a str = self.body.input.text;
        if masked { &input[range.clone()] } else { text }
    }
}

/// A heading's HTML without links, pictures and footnotes.
fn for_contents(html: &str) -> String {
    let html = html.trim();
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        let left_out = if tag.starts_with("sup class=\"footnote-ref\"") {
            Some("</sup>")
        } else if tag.starts_with("a ") || tag.starts_with("/a>") || tag.starts_with("img ") || tag.starts_with("br>") {
            Some(">")
        } else {
            out.push('<');
            None
        };
        rest = left_out.and_then(|end| tag.split_once(end)).map_or(tag, |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
