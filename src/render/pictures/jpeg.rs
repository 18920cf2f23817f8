//! JPEG files, segment by segment (ITU-T T.81, annex B).
//!
//! In: the bytes of a file. Out: what is known of the picture, or the bytes without what a camera wrote into them. Always:
//! pixels are not touched; a file that breaks off is no picture.

use std::ops::Range;

use super::{FOR_PRINT, Format, Shape};

/// A segment: its marker, all of its bytes, and what it holds.
struct Segment {
    marker: u8,
    whole: Range<usize>,
    payload: Range<usize>,
}

const START: [u8; 2] = [0xff, 0xd8];
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const APP0: u8 = 0xe0;
const EXIF: u8 = 0xe1;
const PROFILE: u8 = 0xe2;
const ADOBE: u8 = 0xee;
const APP15: u8 = 0xef;
const COMMENT: u8 = 0xfe;

/// The segments of a file; a scan has its coded data with it. `None` where it breaks off before the picture ends.
fn segments(bytes: &[u8]) -> Option<Vec<Segment>> {
    let mut found = Vec::new();
    let mut at = if bytes.starts_with(&START) { START.len() } else { return None };
    loop {
        // Before a marker there may be any number of fill bytes.
        let start = at;
        while *bytes.get(at)? == 0xff && *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        if bytes[at] != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == END {
            found.push(Segment { marker, whole: start..at + 2, payload: at + 2..at + 2 });
            return Some(found);
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let payload = at + 4..at + 2 + length.max(2);
        bytes.get(payload.clone())?;
        let end = if marker == SCAN { scan_end(bytes, payload.end)? } else { payload.end };
        found.push(Segment { marker, whole: start..end, payload });
        at = end;
    }
}

/// Where the coded data of a scan ends: at a marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr::memchr(0xff, bytes.get(at..)?)?;
        match *bytes.get(at + 1)? {
            0 | 0xd0..=0xd7 => at += 2,
            _ => return Some(at),
        }
    }
}

/// Width, height and the number of colours.
fn frame(bytes: &[u8], segments: &[Segment]) -> Option<(u32, u32, u8)> {
    let is_frame = |marker: u8| matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
    let payload = &bytes[segments.iter().find(|segment| is_frame(segment.marker))?.payload.clone()];
    let [_, high, low, high2, low2, colours, ..] = *payload else { return None };
    Some((u16::from_be_bytes([high2, low2]).into(), u16::from_be_bytes([high, low]).into(), colours))
}

/// What is known of a picture.
pub(super) fn shape(bytes: &[u8]) -> Option<Shape> {
    let segments = segments(bytes)?;
    let (width, height, colours) = frame(bytes, &segments)?;
    if width == 0 || height == 0 {
        return None;
    }
    let exif = segments.iter().filter(|segment| segment.marker == EXIF);
    let turn = exif.filter_map(|segment| turn(&bytes[segment.payload.clone()])).next().unwrap_or(1);
    let (width, height) = if turn >= 5 { (height, width) } else { (width, height) };
    let shape = Shape { turn, photo: true, ..Shape::plain(Format::Jpeg, (width, height)) };
    Some(if colours == 4 { Shape { turn: FOR_PRINT, ..shape } } else { shape.in_sizes() })
}

/// The orientation that Exif tells: tag 274 of its first directory.
fn turn(payload: &[u8]) -> Option<u8> {
    let tiff = payload.strip_prefix(b"Exif\0\0")?;
    let big = tiff.starts_with(b"MM\0*");
    if !big && !tiff.starts_with(b"II*\0") {
        return None;
    }
    let two = |at: usize| {
        let two = [*tiff.get(at)?, *tiff.get(at + 1)?];
        Some(usize::from(if big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) }))
    };
    let four = |at: usize| Some(if big { two(at)? << 16 | two(at + 2)? } else { two(at + 2)? << 16 | two(at)? });
    let directory = four(4)?;
    let entry = (0..two(directory)?).map(|number| directory + 2 + 12 * number).find(|at| two(*at) == Some(274))?;
    u8::try_from(two(entry + 8)?).ok().filter(|turn| (1..=8).contains(turn))
}

/// The picture with its colours (JFIF, ICC, Adobe) and its orientation, and nothing else that is no part of it: not what
/// stands behind its end, either, where telephones put more.
pub(super) fn strip(bytes: &[u8], turn: u8) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(START);
    let segments = segments(bytes)?;
    let is_kept = |segment: &&Segment| {
        let payload = &bytes[segment.payload.clone()];
        match segment.marker {
            APP0 => payload.starts_with(b"JFIF\0"),
            PROFILE => payload.starts_with(b"ICC_PROFILE\0"),
            ADOBE => payload.starts_with(b"Adobe"),
            APP0..=APP15 | COMMENT => false,
            _ => true,
        }
    };
    let mut kept = segments.iter().filter(is_kept).peekable();
    // JFIF has to come first.
    if let Some(first) = kept.next_if(|segment| segment.marker == APP0) {
        out.extend(&bytes[first.whole.clone()]);
    }
    if turn != 1 {
        out.extend(b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
        out.extend([turn, 0, 0, 0, 0, 0, 0]);
    }
    kept.for_each(|segment| out.extend(&bytes[segment.whole.clone()]));
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_off_is_no_picture_and_nothing_panics() {
        let whole = super::super::tests::jpeg((40, 20), Some(6));
        assert!(shape(&whole).is_some());
        for end in 0..whole.len() {
            assert!(shape(&whole[..end]).is_none(), "{end}");
        }
        for at in 0..whole.len().min(800) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0xff;
            let _ = (shape(&damaged), strip(&damaged, 6));
        }
    }

    #[test]
    fn the_orientation_stays_and_nothing_else_does() {
        let mut bytes = super::super::tests::jpeg((40, 20), Some(6));
        bytes.extend(b"GPS: behind its end");
        let shape = shape(&bytes).expect("a picture");
        assert_eq!((shape.width, shape.height, shape.turn), (20, 40, 6));
        let published = strip(&bytes, shape.turn).expect("a picture");
        assert_eq!(super::shape(&published), Some(shape));
        for secret in [&b"GPS"[..], b"Camera of Ana"] {
            assert!(memchr::memmem::find(&bytes, secret).is_some());
            assert!(memchr::memmem::find(&published, secret).is_none());
        }
        assert_eq!(strip(&published, 6), Some(published));
    }
}
