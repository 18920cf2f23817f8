//! Which straight quotation mark opens, which closes, and which is an apostrophe.
//!
//! In: the inline events of one block. Out: a [`Mark`] for every straight `"` and `'` of its text. Always: marks pair
//! across inline markup, since only the characters on either side count; a mark that was escaped (`\"`, `&quot;`) or
//! stands in code has no entry and stays as it is. Linear in the length of the events.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Spanned, Typography, raw};

/// What becomes of one straight mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Glyph {
    Open(Pair),
    Close(Pair),
    Apostrophe,
    /// Nothing that it could pair with, as in `12" wide`.
    Straight,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pair {
    Double,
    Single,
}

impl Pair {
    fn other(self) -> Pair {
        match self {
            Pair::Double => Pair::Single,
            Pair::Single => Pair::Double,
        }
    }
}

/// The mark at a byte of the text of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) event: usize,
    pub(super) byte: usize,
    pub(super) glyph: Glyph,
}

/// Whether an event ends a run of inline text.
pub(super) fn is_block(event: &Event) -> bool {
    match event {
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::End(tag) => !matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Rule | Event::Html(_) => true,
        _ => false,
    }
}

/// Whether the first character of a text was escaped with a backslash or written as an entity.
pub(super) fn starts_escaped(source: &str, start: usize) -> bool {
    let bytes = source.as_bytes();
    bytes.get(start) == Some(&b'&') || (start > 0 && bytes.get(start - 1) == Some(&b'\\'))
}

struct Quote<'a> {
    event: usize,
    byte: usize,
    kind: char,
    before: Option<char>,
    after: Option<char>,
    rest: &'a str,
}

/// What was seen of a run.
#[derive(Default)]
struct Scan<'a> {
    quotes: Vec<Quote<'a>>,
    last: Option<char>,
    /// Whether the last character was a quote, which waits for the next.
    waiting: bool,
}

impl Scan<'_> {
    /// Sees a character; returns the one before.
    fn see(&mut self, c: char) -> Option<char> {
        if std::mem::take(&mut self.waiting) {
            self.quotes.last_mut().expect("a quote waits for what follows it").after = Some(c);
        }
        self.last.replace(c)
    }
}

/// The marks of the run that begins at event `from`, and the event that ends it.
pub(super) fn marks(events: &[Spanned], from: usize, source: &str, typography: &Typography) -> (Vec<Mark>, usize) {
    let mut scan = Scan::default();
    let mut literal = 0usize;
    let mut end = from;
    for (event, range) in events.iter().skip(from).take_while(|(event, _)| !is_block(event)) {
        match event {
            Event::Text(text) if literal == 0 => {
                for (byte, c) in text.char_indices() {
                    let before = scan.see(c);
                    if matches!(c, '"' | '\'') && !(byte == 0 && starts_escaped(source, range.start)) {
                        let rest = &text[byte + 1..];
                        scan.quotes.push(Quote { event: end, byte, kind: c, before, after: None, rest });
                        scan.waiting = true;
                    }
                }
            }
            Event::Text(_) | Event::Code(_) => {
                scan.see('x');
            }
            Event::SoftBreak | Event::HardBreak => {
                scan.see(' ');
            }
            Event::InlineHtml(html) => {
                literal = raw::literal_after(html, literal);
                if raw::is_break(html) {
                    scan.see(' ');
                }
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => literal += 1,
            Event::End(TagEnd::Link) if is_autolink(events, end) => literal = literal.saturating_sub(1),
            _ => {}
        }
        end += 1;
    }
    (pair(&scan.quotes, typography), end)
}

/// Whether the link that ends at an event is an address that stands for itself. It then holds one text.
fn is_autolink(events: &[Spanned], end: usize) -> bool {
    let start = end.checked_sub(2).and_then(|start| events.get(start));
    matches!(start, Some((Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }), _)))
}

/// Pairs the marks of a run. Doubles close over unmatched singles, which then were apostrophes; a single closes only
/// what was opened last, so that the apostrophe of `the "schools' plan"` closes nothing.
fn pair(quotes: &[Quote], typography: &Typography) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::with_capacity(quotes.len());
    let mut open: Vec<(usize, Pair)> = Vec::new();
    let mut open_doubles = 0;
    for (index, quote) in quotes.iter().enumerate() {
        let before_opens = match quote.before {
            Some('"' | '\'') if index > 0 => !matches!(marks[index - 1].glyph, Glyph::Close(_) | Glyph::Apostrophe),
            before => before.is_none_or(opens_after),
        };
        let after_is_text = quote.after.is_some_and(|c| !c.is_whitespace());
        let can_open = before_opens && after_is_text;
        let alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let natural = if quote.kind == '"' { Pair::Double } else { Pair::Single };
        let opened = match open.last() {
            Some((_, pair)) if *pair == natural => natural.other(),
            _ => natural,
        };
        let glyph = if quote.kind == '"' {
            if open_doubles > 0 && !can_open {
                loop {
                    let (at, pair) = open.pop().expect("a double is open");
                    if quotes[at].kind == '"' {
                        open_doubles -= 1;
                        break Glyph::Close(pair);
                    }
                    marks[at].glyph = Glyph::Apostrophe;
                }
            } else if can_open || alphanumeric(quote.after) || quote.before == Some('\'') && after_is_text {
                open_doubles += 1;
                open.push((index, opened));
                Glyph::Open(opened)
            } else if before_opens || quote.before.is_some_and(|c| c.is_ascii_digit()) {
                Glyph::Straight
            } else {
                Glyph::Close(Pair::Double)
            }
        } else if alphanumeric(quote.before) && alphanumeric(quote.after) {
            Glyph::Apostrophe
        } else if can_open && !is_elision(quote.rest, typography) {
            open.push((index, opened));
            Glyph::Open(opened)
        } else {
            match open.last() {
                Some((at, pair)) if quotes[*at].kind == '\'' && !can_open => {
                    let pair = *pair;
                    open.pop();
                    Glyph::Close(pair)
                }
                _ => Glyph::Apostrophe,
            }
        };
        marks.push(Mark { event: quote.event, byte: quote.byte, glyph });
    }
    for (at, _) in open {
        if quotes[at].kind == '\'' {
            marks[at].glyph = Glyph::Apostrophe;
        }
    }
    marks
}

fn opens_after(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | '[' | '{' | '<' | '¿' | '¡' | '–' | '—' | '-' | '/' | '=' | '„' | '“' | '‘' | '‚' | '«')
}

/// Whether what follows an apostrophe is a word that begins with one: `'90s`, `'s avonds`.
fn is_elision(rest: &str, typography: &Typography) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let bytes = word.as_bytes();
    let decade = bytes.len() >= 2
        && bytes[..2].iter().all(u8::is_ascii_digit)
        && !bytes.get(2).is_some_and(u8::is_ascii_digit)
        && !rest[word.len()..].starts_with('\'');
    decade || (word.len() <= 5 && typography.elisions.iter().any(|elision| word.eq_ignore_ascii_case(elision)))
}
