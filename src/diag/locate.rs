//! From bytes to lines and columns.
//!
//! In: the text of a file and a range of bytes that somebody claims is in it. Out: a [`Place`] that is: clamped to the
//! text, on character boundaries, within one line. Always: total; no range makes it panic.

/// The longest stretch of a line that is underlined, in characters: more says nothing and fills the screen.
const LONGEST: usize = 80;

/// A part of one line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters; a byte order mark does not count.
    pub column: usize,
    /// Bytes of the file, within the line and on character boundaries; empty for a point.
    pub range: std::ops::Range<usize>,
    /// Bytes of the file: the line without its end.
    pub whole_line: std::ops::Range<usize>,
}

/// Where a range of bytes stands. What runs over the end of its first line, or over 80 characters, is cut there.
pub(super) fn locate(text: &str, range: std::ops::Range<usize>) -> Place {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = text.floor_char_boundary(range.start.clamp(mark, text.len()));
    let first = text[..start].rfind('\n').map_or(mark, |newline| newline + 1);
    let rest = &text[first..];
    let line = rest.split_once('\n').map_or(rest, |(line, _)| line).trim_end_matches('\r');
    let last = first + line.len();
    let start = start.min(last);
    let longest = text[start..last].char_indices().nth(LONGEST).map_or(last, |(at, _)| start + at);
    let end = text.ceil_char_boundary(range.end.clamp(start, longest));
    Place {
        line: text[..first].bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: text[first..start].chars().count() + 1,
        range: start..end,
        whole_line: first..last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, range: std::ops::Range<usize>) -> (usize, usize, &str) {
        let place = locate(text, range);
        (place.line, place.column, &text[place.range])
    }

    #[test]
    fn places_are_in_the_text_whatever_is_asked() {
        let text = "škola: 1\r\ndalší\n";
        assert_eq!(at(text, 0..6), (1, 1, "škola"));
        assert_eq!(at(text, 8..9), (1, 8, "1"));
        assert_eq!(at(text, 1..2), (1, 1, "š"), "inside a character");
        assert_eq!(at(text, 8..99), (1, 8, "1"), "over the end of the line");
        assert_eq!(at(text, 99..120), (3, 1, ""), "past the end");
        assert_eq!(at(text, usize::MAX..usize::MAX), (3, 1, ""));
        assert_eq!(at(text, std::ops::Range { start: 11, end: 2 }), (2, 1, ""), "backwards");
        assert_eq!(at("", 0..0), (1, 1, ""));
        assert_eq!(at("\u{feff}title", 3..8), (1, 1, "title"), "a byte order mark is no column");
        assert_eq!(at(&"x".repeat(500), 3..400).2.len(), 80);
    }
}
