//! A picture for sharing: a background that is drawn once, words over it, and a PNG with a palette.
//!
//! In: a design, and words. Out: the bytes of a PNG. Always: the same words give the same bytes on any machine.
//!
//! Nearly all of the time would go into pixels that every card has: so the background is kept as the numbers of colours,
//! words only touch their boxes, and each colour of words has a few steps to its ground, which stand in the palette, too.

use resvg::tiny_skia::{FillRule, Mask, PathBuilder, Pixmap, Transform};
use resvg::usvg;
use rustc_hash::FxHashMap;

use super::face::{Face, LEADING, Set};
use super::{Box, Card, HEIGHT, WIDTH};

/// What is around the words.
pub struct Background {
    /// The number of a colour for each pixel.
    pixels: Vec<u8>,
    palette: Vec<[u8; 3]>,
}

/// Between the ground and the colour of words: from one to [`STEPS`].
const STEPS: u8 = 15;
/// Words come in up to four boxes; the rest of the 256 is the background's.
const MOST_COLOURS: usize = 192;

impl Background {
    /// # Errors
    /// Why the drawing cannot be drawn.
    pub fn of(svg: &str) -> Result<Background, String> {
        let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(|error| error.to_string())?;
        let mut pixmap = Pixmap::new(WIDTH, HEIGHT).expect("neither side is 0");
        pixmap.fill(resvg::tiny_skia::Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        let colours: Vec<[u8; 3]> = pixmap.data().chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Ok(Background::in_palette(&colours))
    }

    /// The colours that most pixels have; each other pixel has the nearest of them.
    fn in_palette(colours: &[[u8; 3]]) -> Background {
        let mut counts: FxHashMap<[u8; 3], usize> = FxHashMap::default();
        colours.iter().for_each(|colour| *counts.entry(*colour).or_default() += 1);
        let mut counts: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        let palette: Vec<[u8; 3]> = counts.iter().take(MOST_COLOURS).map(|(colour, _)| *colour).collect();
        let number = |colour: &[u8; 3]| {
            let nearest = (0..palette.len()).min_by_key(|number| distance(palette[*number], *colour));
            nearest.and_then(|number| u8::try_from(number).ok()).unwrap_or(0)
        };
        let numbers: FxHashMap<[u8; 3], u8> = counts.iter().map(|(colour, _)| (*colour, number(colour))).collect();
        Background { pixels: colours.iter().map(|colour| numbers[colour]).collect(), palette }
    }

    /// The colour that most pixels in a box have.
    fn ground(&self, of: &Box) -> [u8; 3] {
        let mut counts = [0_usize; 256];
        for y in of.rows() {
            self.pixels[of.row(y)].iter().for_each(|number| counts[usize::from(*number)] += 1);
        }
        let most = (0..self.palette.len()).max_by_key(|number| (counts[*number], usize::MAX - number));
        most.map_or([255; 3], |number| self.palette[number])
    }
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// Draws a card.
pub fn draw(background: &Background, face: &Face<'_>, boxes: &[Box], card: &Card) -> Vec<u8> {
    let mut pixels = background.pixels.clone();
    let mut palette = background.palette.clone();
    for of in boxes {
        let words = card.words_of(of.name);
        if words.is_empty() {
            continue;
        }
        let first = palette.len();
        let ground = background.ground(of);
        palette.extend((1..=STEPS).map(|step| mixed(ground, of.colour, step)));
        let Some(mask) = mask(face, of, (words, card.rtl)) else { continue };
        let width = usize::try_from(mask.width()).expect("a card is small");
        for (covered, y) in mask.data().chunks_exact(width).zip(of.rows()) {
            for (pixel, covered) in pixels[of.row(y)].iter_mut().zip(covered) {
                let step = (u32::from(*covered) * u32::from(STEPS) + 127) / 255;
                if step > 0 {
                    *pixel = u8::try_from(first + step as usize - 1).expect("the palette has room for all boxes");
                }
            }
        }
    }
    png(&pixels, &palette)
}

/// How much of each pixel of a box its words cover.
fn mask(face: &Face<'_>, of: &Box, (words, rtl): (&str, bool)) -> Option<Mask> {
    let mut mask = Mask::new(of.width, of.height)?;
    let (width, height) = (of.width as f32, of.height as f32);
    let Set { lines, size } = face.set(words, of.size, (width, height));
    let top = ((height - lines.len() as f32 * LEADING * size) / 2.0).max(0.0);
    let mut path = PathBuilder::new();
    for (number, line) in lines.iter().enumerate() {
        let x = if rtl { width - face.width(line, size) } else { 0.0 };
        let y = top + number as f32 * LEADING * size + face.baseline(size);
        face.draw(&mut path, line, size, (x, y));
    }
    mask.fill_path(&path.finish()?, FillRule::Winding, true, Transform::identity());
    Some(mask)
}

fn mixed(ground: [u8; 3], colour: [u8; 3], step: u8) -> [u8; 3] {
    let (step, steps) = (u32::from(step), u32::from(STEPS));
    std::array::from_fn(|at| {
        let (ground, colour) = (u32::from(ground[at]), u32::from(colour[at]));
        u8::try_from((ground * (steps - step) + colour * step + steps / 2) / steps).unwrap_or(u8::MAX)
    })
}

/// Each row as its difference from the one above: most are the same.
fn png(pixels: &[u8], palette: &[[u8; 3]]) -> Vec<u8> {
    const TO_MEMORY: &str = "a picture of known size is written to memory";
    let mut out = Vec::with_capacity(32 * 1024);
    let mut encoder = png::Encoder::new(&mut out, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header().expect(TO_MEMORY);
    writer.write_image_data(pixels).expect(TO_MEMORY);
    writer.finish().expect(TO_MEMORY);
    out
}
