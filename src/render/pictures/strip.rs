//! PNG, GIF and WebP files, piece by piece.
//!
//! In: the bytes of a file. Out: what is known of the picture, or the bytes without words, places and dates. Always: pixels
//! and moves are not touched; what is not known to be a part of the picture is left out.

use super::{Format, Shape};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The chunks that say what is seen (PNG, third edition, 11).
const PNG_KEPT: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD",
    b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The chunks of a PNG: name, and all of the bytes. `None` where it breaks off before its end.
fn png_chunks(bytes: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut chunks = Vec::new();
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?);
        let name: [u8; 4] = *rest.get(4..)?.first_chunk()?;
        let (chunk, after) = rest.split_at_checked(usize::try_from(length).ok()?.checked_add(12)?)?;
        chunks.push((name, chunk));
        if &name == b"IEND" {
            return Some(chunks);
        }
        rest = after;
    }
}

pub(super) fn png_shape(bytes: &[u8]) -> Option<Shape> {
    let chunks = png_chunks(bytes)?;
    let (b"IHDR", header) = chunks.first().map(|(name, chunk)| (name, *chunk))? else { return None };
    let number = |at: usize| Some(u32::from_be_bytes(*header.get(at..)?.first_chunk()?));
    let (width, height) = (number(8)?, number(12)?);
    let (depth, colours) = (*header.get(16)?, *header.get(17)?);
    if width == 0 || height == 0 {
        return None;
    }
    let shape = Shape::plain(Format::Png, (width, height));
    // What has few colours is small, and would grow by those between them; what moves would stand still.
    let few = depth < 8 || colours == 3;
    let moves = chunks.iter().any(|(name, _)| name == b"acTL");
    Some(if few || moves { shape } else { shape.in_sizes() })
}

pub(super) fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = PNG.to_vec();
    out.reserve(bytes.len());
    for (_, chunk) in png_chunks(bytes)?.into_iter().filter(|(name, _)| PNG_KEPT.contains(&name)) {
        out.extend(chunk);
    }
    Some(out)
}

pub(super) fn gif_shape(bytes: &[u8]) -> Option<Shape> {
    gif(bytes)?;
    let side = |at: usize| u32::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let (width, height) = (side(6), side(8));
    (width > 0 && height > 0).then(|| Shape::plain(Format::Gif, (width, height)))
}

/// GIF 89a, sections 15 to 27.
pub(super) fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"GIF87a") && !bytes.starts_with(b"GIF89a") {
        return None;
    }
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let kept = match *bytes.get(at)? {
            0x3b => {
                out.push(0x3b);
                return Some(out);
            }
            0x2c => {
                at += 10 + table(*bytes.get(at + 9)?) + 1;
                true
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                at += 2;
                let loops =
                    bytes.get(at + 1..at + 12).is_some_and(|name| name == b"NETSCAPE2.0" || name == b"ANIMEXTS1.0");
                matches!(label, 0xf9 | 0x01) || (label == 0xff && loops)
            }
            _ => return None,
        };
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
        let block = bytes.get(start..at)?;
        if kept {
            out.extend(block);
        }
    }
}

/// The chunks of a WebP: name, and what they hold. `None` where it breaks off.
fn webp_chunks(bytes: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let size = usize::try_from(u32::from_le_bytes(*bytes.strip_prefix(b"RIFF")?.first_chunk()?)).ok()?;
    let mut rest = bytes.get(8..8usize.checked_add(size)?)?.strip_prefix(b"WEBP")?;
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let name: [u8; 4] = *rest.first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
        let end = length.checked_add(8)?;
        chunks.push((name, rest.get(8..end)?));
        // A chunk of an odd length is followed by one byte of nothing.
        rest = rest.get(end + length % 2..).unwrap_or_default();
    }
    Some(chunks)
}

const HAS_ALPHA: u8 = 0x10;
const MOVES: u8 = 0x02;
const HAS_WORDS: u8 = 0x08 | 0x04;

pub(super) fn webp_shape(bytes: &[u8]) -> Option<Shape> {
    let chunks = webp_chunks(bytes)?;
    let size = imagesize::blob_size(bytes).ok()?;
    let sides = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    if sides.0 == 0 || sides.1 == 0 {
        return None;
    }
    let has = |name: &[u8; 4]| chunks.iter().any(|(other, _)| other == name);
    let flags =
        chunks.iter().find(|(name, _)| name == b"VP8X").and_then(|(_, held)| held.first()).copied().unwrap_or(0);
    let shape = Shape { photo: has(b"VP8 ") && flags & HAS_ALPHA == 0, ..Shape::plain(Format::WebP, sides) };
    Some(if flags & MOVES == 0 { shape.in_sizes() } else { shape })
}

pub(super) fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut inner = b"WEBP".to_vec();
    let kept: [&[u8; 4]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"];
    for (name, held) in webp_chunks(bytes)?.into_iter().filter(|(name, _)| kept.contains(&name)) {
        inner.extend(name);
        inner.extend(u32::try_from(held.len()).ok()?.to_le_bytes());
        let begins = inner.len();
        inner.extend(held);
        if &name == b"VP8X" && !held.is_empty() {
            inner[begins] &= !HAS_WORDS;
        }
        if held.len() % 2 == 1 {
            inner.push(0);
        }
    }
    let mut out = b"RIFF".to_vec();
    out.extend(u32::try_from(inner.len()).ok()?.to_le_bytes());
    out.extend(inner);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{gif as a_gif, png as a_png, webp as a_webp};
    use super::*;

    /// A way to look at a file, one to strip it, and a file.
    type Way = (fn(&[u8]) -> Option<Shape>, fn(&[u8]) -> Option<Vec<u8>>, Vec<u8>);

    fn ways() -> [Way; 3] {
        [(png_shape, png, a_png((7, 5))), (gif_shape, gif, a_gif((7, 5))), (webp_shape, webp, a_webp((7, 5)))]
    }

    #[test]
    fn words_go_and_the_picture_stays() {
        for (shape, strip, bytes) in ways() {
            assert!(memchr::memmem::find(&bytes, b"Camera of Ana").is_some());
            let published = strip(&bytes).expect("a picture");
            assert!(memchr::memmem::find(&published, b"Camera of Ana").is_none());
            let found = shape(&published).expect("a picture");
            assert_eq!((found.width, found.height), (7, 5));
            assert_eq!(shape(&bytes), Some(found));
            assert_eq!(strip(&published), Some(published.clone()));
            image::load_from_memory(&published).expect("it can be shown");
        }
    }

    #[test]
    fn what_breaks_off_is_no_picture_and_nothing_panics() {
        for (shape, strip, bytes) in ways() {
            for end in 0..bytes.len() {
                assert!(shape(&bytes[..end]).is_none() && strip(&bytes[..end]).is_none(), "{end} of {}", bytes.len());
            }
            for at in 0..bytes.len() {
                let mut damaged = bytes.clone();
                damaged[at] ^= 0xff;
                let _ = (shape(&damaged), strip(&damaged));
            }
        }
    }
}
