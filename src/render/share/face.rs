//! The face of the words on pictures for sharing: how wide words are, and their outlines.
//!
//! In: a TrueType or OpenType font. Out: lines that fit, and paths. Always: the same font gives the same outlines on every
//! machine; a letter that the font lacks takes no room.

use resvg::tiny_skia::PathBuilder;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face as Font, GlyphId, OutlineBuilder, Tag};

/// A font, and how it is measured.
pub struct Face<'a> {
    font: Font<'a>,
    /// The lookups that bring pairs of letters nearer.
    kerning: Vec<u16>,
}

/// Lines of words at one size, in pixels.
pub struct Set {
    pub lines: Vec<String>,
    pub size: f32,
}

/// From one baseline to the next, in sizes.
pub const LEADING: f32 = 1.12;
/// How much smaller words get before they are cut.
const SMALLEST: f32 = 0.5;
/// How much each try takes away.
const STEP: f32 = 0.94;
/// More are not read in passing.
pub const MOST_LINES: usize = 3;

impl<'a> Face<'a> {
    /// `None` where the bytes are no font.
    pub fn of(bytes: &'a [u8]) -> Option<Face<'a>> {
        let font = Font::parse(bytes, 0).ok()?;
        let features = font.tables().gpos.map(|gpos| gpos.features);
        let kern = features.into_iter().flatten().filter(|feature| feature.tag == Tag::from_bytes(b"kern"));
        let mut kerning: Vec<u16> = kern.flat_map(|feature| feature.lookup_indices.into_iter()).collect();
        kerning.sort_unstable();
        kerning.dedup();
        Some(Face { font, kerning })
    }

    fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.font.glyph_index(if letter.is_whitespace() { ' ' } else { letter })
    }

    /// Whether every letter can be drawn.
    pub fn has(&self, text: &str) -> bool {
        text.chars().all(|letter| self.glyph(letter).is_some())
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.font.units_per_em())
    }

    /// How far below the top of a line its baseline is, where small letters stand in the middle of it.
    pub fn baseline(&self, size: f32) -> f32 {
        let capital = self.font.capital_height().map_or(0.7 * size, |height| f32::from(height) * self.scale(size));
        (LEADING * size + capital) / 2.0
    }

    /// Each glyph with where it begins, in units of the font; and where the text ends.
    fn placed(&self, text: &str) -> (Vec<(GlyphId, i32)>, i32) {
        let mut placed: Vec<(GlyphId, i32)> = Vec::with_capacity(text.len());
        let mut at = 0;
        for glyph in text.chars().filter_map(|letter| self.glyph(letter)) {
            if let Some((before, _)) = placed.last() {
                at += self.kern(*before, glyph);
            }
            placed.push((glyph, at));
            at += i32::from(self.font.glyph_hor_advance(glyph).unwrap_or(0));
        }
        (placed, at)
    }

    /// By how much a pair stands nearer (less than 0) or farther apart.
    fn kern(&self, left: GlyphId, right: GlyphId) -> i32 {
        let Some(gpos) = self.font.tables().gpos else { return 0 };
        let in_lookup = |index: &u16| {
            let lookup = gpos.lookups.get(*index)?;
            lookup.subtables.into_iter::<PositioningSubtable>().find_map(|subtable| pair(&subtable, left, right))
        };
        self.kerning.iter().filter_map(in_lookup).sum()
    }

    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.placed(text).1 as f32 * self.scale(size)
    }

    /// The words in the largest size, at most `size`, in which they fit into a box; cut where they do not fit in the
    /// smallest.
    pub fn set(&self, words: &str, size: f32, (width, height): (f32, f32)) -> Set {
        let measured: Vec<(&str, f32)> = split(words).map(|word| (word, self.width(word, 1.0))).collect();
        let mut now = size;
        while now >= size * SMALLEST {
            let room = ((height / (LEADING * now)) as usize).clamp(1, MOST_LINES);
            if let Some(lines) = self.broken(&measured, width / now).filter(|lines| lines.len() <= room) {
                return Set { lines, size: now };
            }
            now *= STEP;
        }
        let size = size * SMALLEST;
        let room = ((height / (LEADING * size)) as usize).clamp(1, MOST_LINES);
        Set { lines: self.cut(words, (size, width), room), size }
    }

    /// Words, each with its width, broken between them; `None` where one is wider than a line. To measure pair by pair takes
    /// as long as to draw: each word is measured once, and sizes are tried by arithmetic.
    fn broken(&self, words: &[(&str, f32)], width: f32) -> Option<Vec<String>> {
        let space = self.width(" ", 1.0);
        let mut lines: Vec<(String, f32)> = Vec::new();
        for (word, wide) in words {
            match lines.last_mut().filter(|(_, line)| line + space + wide <= width) {
                Some((line, so_far)) => {
                    line.push(' ');
                    line.push_str(word);
                    *so_far += space + wide;
                }
                None if *wide <= width => lines.push(((*word).to_owned(), *wide)),
                None => return None,
            }
        }
        Some(lines.into_iter().map(|(line, _)| line).collect())
    }

    /// Broken between words, within words that are wider than a line, and ended with `…` after the last line that fits.
    fn cut(&self, words: &str, (size, width): (f32, f32), room: usize) -> Vec<String> {
        let mut pieces: Vec<String> = Vec::new();
        for word in split(words) {
            let mut piece = String::new();
            for letter in word.chars() {
                piece.push(letter);
                if self.width(&piece, size) > width && piece.chars().count() > 1 {
                    piece.pop();
                    pieces.push(std::mem::replace(&mut piece, letter.to_string()));
                }
            }
            pieces.push(piece);
        }
        let measured: Vec<(&str, f32)> = pieces.iter().map(|piece| (&**piece, self.width(piece, 1.0))).collect();
        let mut lines = self.broken(&measured, width / size).unwrap_or_default();
        if lines.len() > room {
            lines.truncate(room);
            let last = lines.last_mut().expect("there is room for one");
            while !last.is_empty() && self.width(&format!("{last}…"), size) > width {
                last.pop();
            }
            *last = format!("{}…", last.trim_end_matches([' ', ',', '.', ':', ';', '–']));
        }
        lines
    }

    /// Adds the outlines of a line to a path; it begins at a point on its baseline.
    pub fn draw(&self, path: &mut PathBuilder, line: &str, size: f32, (x, y): (f32, f32)) {
        let scale = self.scale(size);
        for (glyph, at) in self.placed(line).0 {
            let mut pen = Pen { path, scale, x: x + at as f32 * scale, y };
            self.font.outline_glyph(glyph, &mut pen);
        }
    }
}

/// Words as they may be broken: a space that does not break is a part of its word.
fn split(words: &str) -> impl Iterator<Item = &str> {
    let breaks = |letter: char| letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}');
    words.split(breaks).filter(|word| !word.is_empty())
}

fn pair(subtable: &PositioningSubtable<'_>, left: GlyphId, right: GlyphId) -> Option<i32> {
    let PositioningSubtable::Pair(pair) = subtable else { return None };
    let (first, _) = match pair {
        PairAdjustment::Format1 { coverage, sets } => sets.get(coverage.get(left)?)?.get(right)?,
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(first.x_advance.into())
}

/// Draws glyphs: fonts count upwards, pictures downwards.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] = include_bytes!("../../../themes/mensi/cards/piazzolla-700.ttf");

    #[test]
    fn the_face_has_every_letter_of_the_seven_languages() {
        let face = Face::of(FONT).expect("a font");
        for letters in ["Čďěňřšťůž", "đžćčš", "őűáéíóöú", "ijëïé", "àèéìòù", "ãõçâê", "„“”’–…·«»"]
        {
            assert!(face.has(letters), "{letters}");
        }
        assert!(!face.has("школа"));
        assert!(Face::of(b"no font").is_none());
        // It brings letters nearer.
        assert!(face.width("AV", 100.0) < face.width("A", 100.0) + face.width("V", 100.0));
    }

    #[test]
    fn words_fit_whatever_they_are() {
        let face = Face::of(FONT).expect("a font");
        for words in [
            "",
            "Škola",
            "Megszentségteleníthetetlenségeskedéseitekért és más hosszú szavak",
            &"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3),
            &"o a i ".repeat(100),
        ] {
            let Set { lines, size } = face.set(words, 90.0, (700.0, 300.0));
            assert!(lines.len() <= MOST_LINES && lines.len() as f32 * LEADING * size <= 300.5, "{lines:?}");
            assert!(lines.iter().all(|line| face.width(line, size) <= 701.0), "{lines:?}");
            assert!(lines.iter().all(|line| !line.ends_with('-')), "{lines:?}");
        }
        assert_eq!(face.set("One\u{a0}two three", 90.0, (330.0, 300.0)).lines, ["One\u{a0}two", "three"]);
    }
}
