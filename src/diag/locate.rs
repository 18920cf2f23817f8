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

/// A text with an index of its lines, made once, so that each place costs no more than its own line.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where the lines begin; never empty.
    starts: Vec<usize>,
    /// The place last asked for and its column: sorted questions about one long line go on from there.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Lines<'a> {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(mark).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { text, starts, last: (mark, 1) }
    }

    /// Where a range of bytes stands. What runs over the end of its first line, or over 80 characters, is cut there.
    pub fn locate(&mut self, range: std::ops::Range<usize>) -> Place {
        let text = self.text;
        let start = text.floor_char_boundary(range.start.clamp(self.starts[0], text.len()));
        let line = self.starts.partition_point(|first| *first <= start);
        let first = self.starts[line - 1];
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        let last = first + text[first..end].trim_end_matches('\r').len();
        let start = start.min(last);
        let longest = text[start..last].char_indices().nth(LONGEST).map_or(last, |(at, _)| start + at);
        let end = text.ceil_char_boundary(range.end.clamp(start, longest));
        let (from, column) = if (first..=start).contains(&self.last.0) { self.last } else { (first, 1) };
        let column = column + text[from..start].chars().count();
        self.last = (start, column);
        Place { line, column, range: start..end, whole_line: first..last }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, range: std::ops::Range<usize>) -> (usize, usize, &str) {
        let place = Lines::of(text).locate(range);
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

    #[test]
    fn many_places_in_one_file_take_one_look_at_it() {
        let start = std::time::Instant::now();
        for (text, expected) in [("š\n".repeat(60_000), (60_000, 1)), ("š".repeat(60_000), (1, 60_000))] {
            let mut lines = Lines::of(&text);
            let step = text.len() / 60_000;
            let places: Vec<Place> = (0..60_000).map(|n| lines.locate(n * step..n * step + 1)).collect();
            assert_eq!(places.last().map(|place| (place.line, place.column)), Some(expected));
            assert_eq!(lines.locate(0..1).column, 1, "backwards");
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(5), "{:?}", start.elapsed());
    }
}
