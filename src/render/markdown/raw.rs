//! Raw HTML of a contributor, tag by tag.
//!
//! In: a piece of HTML as it was written. Out: the same piece with the tags and attributes that are allowed, its
//! addresses resolved like those of Markdown, and a warning at each place where something went. Always: an end tag
//! stands only where its beginning is open, so that none closes our own markup; at most [`DEEPEST`] are open. The
//! result is not yet HTML that holds together: [`clean`](super::clean) parses the whole body afterwards.

use std::ops::Range;

use super::writer::Writer;
use super::{escape, headings};
use crate::diag::Diagnostic;

/// Tags that may be written, and their own attributes beside [`GENERIC`].
pub(super) const ALLOWED: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed", "type"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan", "headers"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "headers", "scope", "abbr"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

const GENERIC: &[&str] = &["class", "dir", "id", "lang", "title", "aria-label"];
const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];
/// Elements that end where the next of their kind begins.
const IMPLIED: &[&str] = &["li", "p", "td", "th", "tr", "dt", "dd"];
/// Elements whose content goes with them, up to their end tag.
const SWALLOWED: &[&str] =
    &["script", "style", "template", "iframe", "object", "noscript", "textarea", "select", "svg"];
const DEEPEST: usize = 100;

/// How many elements with literal text are open after a tag.
pub(super) fn literal_after(html: &str, open: usize) -> usize {
    let (end, name) = name_of(html);
    match (["code", "kbd", "samp", "pre", "var"].iter().any(|literal| name.eq_ignore_ascii_case(literal)), end) {
        (false, _) => open,
        (true, End::No) => open + 1,
        (true, End::Yes) => open.saturating_sub(1),
    }
}

/// Whether a tag is a line break.
pub(super) fn is_break(html: &str) -> bool {
    name_of(html).1.eq_ignore_ascii_case("br")
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Yes,
    No,
}

fn name_of(html: &str) -> (End, &str) {
    let html = html.strip_prefix('<').unwrap_or(html);
    let (end, html) = html.strip_prefix('/').map_or((End::No, html), |html| (End::Yes, html));
    (end, html.split(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).next().unwrap_or_default())
}

/// Where the bytes of a piece stand in the body: pieces of a block that is quoted, say, lie apart.
pub(super) struct Pieces(pub(super) Vec<(usize, usize)>);

impl Pieces {
    fn range(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let piece = self.0.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            self.0.get(piece).map_or(at, |(start, source)| source + (at - start))
        };
        place(range.start)..place(range.end.saturating_sub(1)) + 1
    }
}

/// Elements of raw HTML that are open, and whether there were any.
#[derive(Default)]
pub(super) struct Open {
    names: Vec<&'static str>,
    pub(super) seen: bool,
}

impl Writer<'_> {
    /// Appends a piece of raw HTML.
    pub(super) fn raw(&mut self, html: &str, pieces: &Pieces) {
        let mut at = 0;
        while let Some(start) = html[at..].find('<').map(|found| at + found) {
            self.raw_text(&html[at..start]);
            let rest = &html[start..];
            let second = rest.as_bytes().get(1).copied().unwrap_or_default();
            at = start
                + if let Some(comment) = rest.strip_prefix("<!--") {
                    comment.find("-->").map_or_else(
                        || {
                            self.cleaned(
                                pieces.range(start..html.len()),
                                "a comment without an end",
                                "end it with -->",
                            );
                            rest.len()
                        },
                        |end| end + 7,
                    )
                } else if second == b'!' || second == b'?' {
                    let length = rest.find('>').map_or(rest.len(), |end| end + 1);
                    self.cleaned(pieces.range(start..start + length), "a declaration", "remove it");
                    length
                } else if second == b'/' || second.is_ascii_alphabetic() {
                    self.raw_tag(rest, start, pieces)
                } else {
                    self.raw_text("&lt;");
                    1
                };
        }
        self.raw_text(&html[at..]);
    }

    fn raw_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.open.seen |= !text.trim().is_empty();
            self.out.push_str(text);
        }
    }

    fn cleaned(&mut self, range: Range<usize>, what: &str, help: &str) {
        let finding = Diagnostic::warning("html-cleaned", format!("{what} was removed")).help(help);
        self.report.add(range, finding);
    }

    /// Appends the tag that `rest` begins with; returns its length, with what goes with it.
    fn raw_tag(&mut self, rest: &str, start: usize, pieces: &Pieces) -> usize {
        let (end, written) = name_of(rest);
        let name = written.to_ascii_lowercase();
        let head = 1 + usize::from(end == End::Yes) + written.len();
        let (attributes, length) = parse_attributes(rest, head);
        let range = pieces.range(start..start + length);
        let shown = if name == "h1" { "h2" } else { name.as_str() };
        let Some((tag, own)) = ALLOWED.iter().find(|(tag, _)| *tag == shown) else {
            if end == End::Yes {
                return length;
            }
            self.cleaned(range, &format!("<{name}>"), "write it in Markdown, or with one of the blocks (:::)");
            let swallowed = SWALLOWED.contains(&name.as_str());
            return length + if swallowed { find_end(&rest[length..], &name) } else { 0 };
        };
        self.open.seen = true;
        if end == End::Yes {
            match self.open.names.iter().rposition(|open| open == tag) {
                Some(at) => {
                    self.open.names.truncate(at);
                    self.out.push_str(&format!("</{tag}>"));
                }
                None => self.cleaned(range, &format!("</{name}>, which ends nothing,"), "remove it"),
            }
            return length;
        }
        if name == "h1" {
            let finding = Diagnostic::warning("html-cleaned", "<h1> is <h2> now: the title is the page's only <h1>");
            self.report.add(range.clone(), finding.help("write ## in its place"));
        }
        if !VOID.contains(tag) {
            if IMPLIED.contains(tag) && self.open.names.last() == Some(tag) {
                self.open.names.pop();
            }
            if self.open.names.len() == DEEPEST {
                self.cleaned(
                    range,
                    &format!("<{name}>, more than {DEEPEST} tags deep,"),
                    "end the tags that you began",
                );
                return length;
            }
            self.open.names.push(tag);
        }
        self.raw_attributes((tag, own), &attributes, pieces, start);
        length
    }

    fn raw_attributes(&mut self, (tag, own): (&str, &[&str]), written: &[Attribute], pieces: &Pieces, start: usize) {
        let mut kept = String::new();
        let mut names: Vec<&str> = Vec::new();
        let mut picture = None;
        for Attribute { name, value, range } in written {
            let range = pieces.range(start + range.start..start + range.end);
            let name = name.as_str();
            if names.contains(&name) || !(GENERIC.contains(&name) || own.contains(&name)) {
                let help = match name {
                    "style" => "how things look is the theme's business; a class can say what they are",
                    _ if name.starts_with("on") => "pages have no scripts of their own",
                    _ => "it is not needed here",
                };
                self.cleaned(range, &format!("the attribute {name} of <{tag}>"), help);
                continue;
            }
            let value = decode(value);
            match name {
                "id" if headings::slug(&value) != value || !self.names.taken.take(&value) => {
                    let help = "an id stands once in a text, and has lower-case letters, digits and - alone";
                    self.cleaned(range, &format!("the id {value}"), help);
                    continue;
                }
                "id" => self.ids.push(value.clone()),
                "href" => match self.address(&value, range) {
                    Some(target) => {
                        escape::attribute(&mut kept, "href", &target.href);
                        if let Some(lang) = target.hreflang.filter(|_| !written.iter().any(|a| a.name == "hreflang")) {
                            escape::attribute(&mut kept, "hreflang", lang.as_str());
                        }
                        continue;
                    }
                    None => continue,
                },
                "src" => match self.picture_address(&value, range) {
                    Some(found) => {
                        escape::attribute(&mut kept, "src", &found.href);
                        picture = Some(found);
                        continue;
                    }
                    // Without its picture, an img is nothing.
                    None => return,
                },
                _ => {}
            }
            names.push(name);
            escape::attribute(&mut kept, name, &value);
        }
        if tag == "img" && picture.is_none() {
            return;
        }
        if tag == "img" && !names.contains(&"alt") {
            self.missing_alt(pieces.range(start..start + 4));
            kept.push_str(" alt=\"\"");
        }
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push_str(&kept);
        match picture {
            Some(picture) => self.end_img(&picture),
            None => self.out.push('>'),
        }
    }
}

/// An attribute of a tag, and where it stands in the tag.
pub(super) struct Attribute<'a> {
    /// In lower case.
    pub(super) name: String,
    pub(super) value: &'a str,
    pub(super) range: Range<usize>,
}

/// The attributes of a tag from byte `at` on, and the length of the tag (HTML Standard, 13.2.5.32 and on).
pub(super) fn parse_attributes(tag: &str, mut at: usize) -> (Vec<Attribute<'_>>, usize) {
    let mut attributes = Vec::new();
    let skip = |at: usize, skipped: fn(char) -> bool| {
        tag[at..].find(|c: char| !skipped(c)).map_or(tag.len(), |found| at + found)
    };
    let space = |c: char| c.is_ascii_whitespace();
    loop {
        at = skip(at, |c| c.is_ascii_whitespace() || c == '/');
        if tag[at..].starts_with('>') || at == tag.len() {
            return (attributes, (at + 1).min(tag.len()));
        }
        let start = at;
        // A name may begin with `=`.
        at += tag[at..].chars().next().map_or(0, char::len_utf8);
        at = skip(at, |c| !c.is_ascii_whitespace() && !matches!(c, '=' | '/' | '>'));
        let name = tag[start..at].to_ascii_lowercase();
        let mut value = "";
        let equals = skip(at, space);
        if tag[equals..].starts_with('=') {
            at = skip(equals + 1, space);
            let quote = tag[at..].chars().next().filter(|c| matches!(c, '"' | '\''));
            let from = at + usize::from(quote.is_some());
            let to = match quote {
                Some(quote) => tag[from..].find(quote).map_or(tag.len(), |found| from + found),
                None => skip(from, |c| !c.is_ascii_whitespace() && c != '>'),
            };
            value = &tag[from..to];
            at = (to + usize::from(quote.is_some())).min(tag.len());
        }
        attributes.push(Attribute { name, value, range: start..at });
    }
}

/// Behind the end tag of an element, as a browser finds it; everything where there is none.
fn find_end(html: &str, name: &str) -> usize {
    let bytes = html.as_bytes();
    let begins = |at: &usize| {
        bytes[*at..].starts_with(b"</")
            && bytes.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = (0..bytes.len()).find(begins);
    end.and_then(|at| Some(at + html[at..].find('>')? + 1)).unwrap_or(html.len())
}

/// An attribute's value without the character references that our own values would have; others stay as they are.
fn decode(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let references = [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    references.iter().fold(value.to_owned(), |value, (reference, c)| value.replace(reference, c))
}
