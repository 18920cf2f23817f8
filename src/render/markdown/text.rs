//! Words as they are printed: quotation marks, apostrophes, dashes and ellipses.
//!
//! In: text, and the marks that [`quotes`](super::quotes) decided. Out: pieces of text, in order. Always: an address
//! that stands in the text as it is keeps every character.

use std::ops::Range;

use memchr::{memchr_iter, memchr3_iter};

use crate::foundation::any_byte;

use super::quotes::{Glyph, Mark, Pair, marks};
use super::{Spanned, Typography};

/// The text of one event and what is known about it.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) event: usize,
    /// The marks of its run, from the first that can be in this event.
    pub(super) marks: &'a [Mark],
    pub(super) typography: &'a Typography,
}

/// Whether a text has anything that could be set otherwise; most have not.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or(0);
    let is_dash = |at: usize| next(at) == b'-' || next(at).is_ascii_digit();
    let has_mark = any_byte(bytes, |byte| (byte == b'"') | (byte == b'\'') | (byte == b'-'));
    (!has_mark || memchr3_iter(b'"', b'\'', b'-', bytes).all(|at| bytes[at] == b'-' && !is_dash(at)))
        && memchr_iter(b'.', bytes).all(|at| next(at) != b'.')
}

/// Whether a text stands in HTML as it is: it is plain, and nothing in it must be escaped. It is asked of every text, so that
/// `&` and `'`, `<` and `>`, which differ in one bit, are looked for as one; of control characters, which are rare, all are.
pub(super) fn is_bare(text: &str) -> bool {
    let bytes = text.as_bytes();
    let of_html = |byte| (byte | 1 == b'\'') | (byte | 2 == b'>') | (byte == b'"');
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or(0);
    !any_byte(bytes, |byte| of_html(byte) | (byte == b'-') | (byte < b' ') | (byte == 0x7f))
        && memchr_iter(b'.', bytes).all(|at| next(at) != b'.')
}

/// Hands the text to `push` piece by piece, as it is printed.
pub(super) fn set(words: &Words, mut push: impl FnMut(&str)) {
    let text = words.text;
    let bytes = text.as_bytes();
    let mut address = Addresses::new(text);
    let mut marks = words.marks.iter().skip_while(|mark| mark.event < words.event).peekable();
    let mut apostrophe = [0; 4];
    let apostrophe = &*words.typography.apostrophe.encode_utf8(&mut apostrophe);
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        let length = match bytes[at] {
            b'"' | b'\'' => 1,
            byte @ (b'-' | b'.') => bytes[at..].iter().take_while(|next| **next == byte).count(),
            _ => {
                at += 1;
                continue;
            }
        };
        let with = match (bytes[at], length) {
            _ if address.holds(at) => None,
            (b'"' | b'\'', _) => {
                while marks.next_if(|mark| mark.event == words.event && mark.byte < at).is_some() {}
                let mark = marks.next_if(|mark| mark.event == words.event && mark.byte == at);
                mark.and_then(|mark| match mark.glyph {
                    Glyph::Open(Pair::Double) => Some(words.typography.double.0.as_str()),
                    Glyph::Close(Pair::Double) => Some(words.typography.double.1.as_str()),
                    Glyph::Open(Pair::Single) => Some(words.typography.single.0.as_str()),
                    Glyph::Close(Pair::Single) => Some(words.typography.single.1.as_str()),
                    Glyph::Apostrophe => Some(apostrophe),
                    Glyph::Straight => None,
                })
            }
            (b'-', 1) => is_range(text, at).then_some("–"),
            (b'-', 2) => (!is_option(bytes, at)).then_some("–"),
            (b'-', 3) => Some("—"),
            (b'.', 3) => Some("…"),
            (b'.', 4) => Some("…."),
            _ => None,
        };
        if let Some(with) = with {
            push(&text[done..at]);
            push(with);
            done = at + length;
        }
        at += length;
    }
    push(&text[done..]);
}

/// A text of its own, such as a title, as it is printed.
pub(super) fn set_alone(text: &str, typography: &Typography) -> String {
    let event: [Spanned; 1] = [(pulldown_cmark::Event::Text(text.into()), 0..text.len())];
    // An ampersand at the beginning is no entity here.
    let (marks, _) = marks(&event, 0, if text.starts_with('&') { "" } else { text }, typography);
    let mut out = String::with_capacity(text.len() + 8);
    set(&Words { text, event: 0, marks: &marks, typography }, |piece| out.push_str(piece));
    out
}

/// ` --help`, unlike ` -- ` and `a--b`.
fn is_option(bytes: &[u8], at: usize) -> bool {
    let begins = at == 0 || bytes[at - 1].is_ascii_whitespace();
    begins && bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic)
}

/// `10-12`, but neither a part of `2021-05-14`, `D1-6`, `978-3-16`, nor the month `2021-05`.
fn is_range(text: &str, at: usize) -> bool {
    const LONGEST: usize = 24;
    let bytes = text.as_bytes();
    let number = |byte: &&u8| byte.is_ascii_digit() || matches!(**byte, b'.' | b',');
    let left = bytes[..at].iter().rev().take(LONGEST).take_while(number).count();
    let right = bytes[at + 1..].iter().take(LONGEST).take_while(number).count();
    let (left, right) = (&text[at - left..at], text[at + 1..at + 1 + right].trim_end_matches(['.', ',']));
    let is_number =
        |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) && part.ends_with(|c: char| c.is_ascii_digit());
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_' | ':' | '#' | '@' | '+' | '–');
    let month = left.len() == 4 && matches!(right, "10" | "11" | "12");
    is_number(left)
        && is_number(right)
        && !(right.len() > 1 && right.starts_with('0') && !right.contains(['.', ',']))
        && !month
        && !text[..at - left.len()].ends_with(joins)
        && !text[at + 1 + right.len()..].starts_with(joins)
}

/// The addresses that stand in a text.
struct Addresses<'a> {
    text: &'a str,
    any: bool,
    /// The word that was looked at last.
    word: Range<usize>,
    /// The address in it, without the marks around it.
    address: Range<usize>,
}

impl<'a> Addresses<'a> {
    fn new(text: &'a str) -> Addresses<'a> {
        Addresses { text, any: text.contains("://") || text.contains("www."), word: 0..0, address: 0..0 }
    }

    fn holds(&mut self, at: usize) -> bool {
        if !self.any {
            return false;
        }
        if !self.word.contains(&at) {
            let space = |c: char| c.is_ascii_whitespace();
            let start = self.text[..at].rfind(space).map_or(0, |space| space + 1);
            let end = self.text[at..].find(space).map_or(self.text.len(), |space| at + space);
            self.word = start..end;
            self.address =
                address_in(&self.text[start..end]).map_or(0..0, |found| start + found.start..start + found.end);
        }
        self.address.contains(&at)
    }
}

fn address_in(word: &str) -> Option<Range<usize>> {
    let start = match word.find("://") {
        Some(at) => at - word[..at].bytes().rev().take_while(u8::is_ascii_alphanumeric).count(),
        None => word.find("www.")?,
    };
    Some(start..word.trim_end_matches(['"', '\'', '.', ',', ';', ':', '!', '?', ')']).len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::foundation::Lang;

    fn set_in(lang: &str, text: &str) -> String {
        set_alone(text, &Typography::of(Lang::new(lang).expect("a tag")))
    }

    proptest! {
        #[test]
        fn a_bare_text_is_plain_and_needs_no_escaping(text in "([a-zč .]{0,20}[-.:\"'&<>\\x00-\x1f\x7f]?){0,4}") {
            let mut escaped = String::new();
            super::super::escape::push(&mut escaped, &text);
            if is_bare(&text) {
                prop_assert!(is_plain(&text));
                prop_assert_eq!(&escaped, &text);
            }
            let has_none = !text.contains(|c: char| c.is_control() || "\"'-&<>".contains(c)) && !text.contains("..");
            prop_assert_eq!(is_bare(&text), has_none);
        }
    }

    #[test]
    fn every_language_has_its_own_marks() {
        let text = r#""One 'two' it's," (he said) "three""#;
        for (lang, set) in [
            ("en", "“One ‘two’ it’s,” (he said) “three”"),
            ("nl", "“One ‘two’ it’s,” (he said) “three”"),
            ("hr", "„One ‚two’ it’s,” (he said) „three”"),
            ("cs", "„One ‚two‘ it’s,“ (he said) „three“"),
            ("hu", "„One »two« it’s,” (he said) „three”"),
            ("it", "«One “two” it’s,» (he said) «three»"),
            ("pt", "«One “two” it’s,» (he said) «three»"),
            ("xx", "“One ‘two’ it’s,” (he said) “three”"),
        ] {
            assert_eq!(set_in(lang, text), set, "{lang}");
        }
    }

    #[test]
    fn marks_pair() {
        for (written, set) in [
            (r#""a "b" c""#, "“a ‘b’ c”"),
            (r#"'a "b" c'"#, "‘a “b” c’"),
            (r#""'a' b""#, "“‘a’ b”"),
            (r#""the schools' plan""#, "“the schools’ plan”"),
            ("the '90s, rock 'n' roll, 'tis", "the ’90s, rock ’n’ roll, ’tis"),
            ("'90', '24'", "‘90’, ‘24’"),
            ("12\" wide", "12\" wide"),
            ("a \" b", "a \" b"),
            ("'unmatched and \"so on", "’unmatched and “so on"),
            ("(\"x\")-\"y\" – \"z\"?", "(“x”)-“y” – “z”?"),
            ("l'\"arte\"", "l’“arte”"),
        ] {
            assert_eq!(set_in("en", written), set, "{written}");
        }
        assert_eq!(set_in("nl", "'s avonds in 't dorp, zo'n 'dorp'"), "’s avonds in ’t dorp, zo’n ‘dorp’");
    }

    #[test]
    fn dashes_and_ranges() {
        for (written, set) in [
            ("10-12 and 3.5-4, 2021-22", "10–12 and 3.5–4, 2021–22"),
            (
                "2021-05-14 2021-05 2021-12 D1-6 COVID-19 978-3-16 1-a",
                "2021-05-14 2021-05 2021-12 D1-6 COVID-19 978-3-16 1-a",
            ),
            ("a -- b---c ---- d... e.... .....", "a – b—c ---- d… e…. ....."),
            ("--help", "--help"),
            (
                "see https://x.eu/a--b'c...d/10-12 -- and (\"www.x.eu/a--b\").",
                "see https://x.eu/a--b'c...d/10-12 – and (“www.x.eu/a--b”).",
            ),
        ] {
            assert_eq!(set_in("en", written), set);
        }
    }
}
