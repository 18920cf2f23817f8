//! Pictures: what is known of one without decoding it, which sizes of it are made, and what of it is published.
//!
//! In: a file beside a document or below static/. Out: its [`Shape`], its bytes without what a camera or an editor wrote
//! into them (`strip.rs`, `drawing.rs`), and smaller pictures of it (`shrink.rs`). Always: a shape is told by the first
//! bytes alone, so that addresses are known before anything is decoded; nothing that is published says where, when or by
//! whom a picture was taken; no picture makes the program ask for more memory than [`MOST_PIXELS`] take.

mod drawing;
mod jpeg;
mod shelf;
mod shrink;
mod strip;

use serde::{Deserialize, Serialize};

use crate::foundation::{Fingerprint, push_encoded};
use crate::memo::Memo;
use crate::source::File;

pub use shelf::{Shelf, Sizes};
pub use shrink::sizes;

/// What a picture may have: those of today's phones have up to fifty million.
const MOST_PIXELS: u64 = 64_000_000;

/// The widths that are made, in pixels: a phone's, a column's on a plain and on a fine screen, and twice that.
const WIDTHS: [u32; 4] = [480, 960, 1440, 1920];
/// A size is worth a file where it is at most this part of the picture's own width, in percent.
const WORTH_IT: u64 = 85;

/// What is seen in a column of text, for `sizes`: the measure of the default theme.
pub const COLUMN: &str = "(min-width: 43rem) 40rem, 100vw";

/// How a picture is written down.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Format {
    Jpeg,
    Png,
    Gif,
    WebP,
    Svg,
}

/// What is known of a picture.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Shape {
    /// In pixels, upright.
    pub width: u32,
    pub height: u32,
    pub format: Format,
    /// The smaller widths that are made of it.
    pub widths: Vec<u32>,
    /// What has to be done to its pixels for it to stand upright: 1 to 8, as Exif counts (tag 274).
    pub turn: u8,
    /// Whether its sizes are JPEG, else PNG.
    pub photo: bool,
}

impl Shape {
    /// One that is published as it is.
    fn plain(format: Format, (width, height): (u32, u32)) -> Shape {
        Shape { width, height, format, widths: Vec::new(), turn: 1, photo: false }
    }

    /// With the sizes that are worth making.
    fn in_sizes(self) -> Shape {
        let width = u64::from(self.width);
        let widths = WIDTHS.into_iter().filter(|size| u64::from(*size) * 100 <= width * WORTH_IT).collect();
        Shape { widths, ..self }
    }

    /// Whether it is offered itself, beside its sizes: one that is much wider than all of them only costs time.
    fn is_offered(&self) -> bool {
        self.widths.last() != WIDTHS.last() || self.width <= WIDTHS[WIDTHS.len() - 1]
    }
}

/// What a file turned out to be.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Look {
    Picture(Shape),
    /// A picture that cannot be shown: why, and what to do.
    Unusable {
        code: Code,
        message: String,
        help: String,
    },
}

/// Why a picture cannot be shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Code {
    Broken,
    TooLarge,
    ForPrint,
}

impl Code {
    /// As findings have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Broken => "broken-picture",
            Code::TooLarge => "picture-too-large",
            Code::ForPrint => "picture-for-print",
        }
    }
}

/// Looks at pictures, by their formats and contents.
pub type Looks = Memo<Look>;

/// The format that a name promises; `None` where it is not that of a picture.
pub fn format_of(name: &str) -> Option<Format> {
    let ending = name.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    match ending.as_str() {
        "jpg" | "jpeg" => Some(Format::Jpeg),
        "png" => Some(Format::Png),
        "gif" => Some(Format::Gif),
        "webp" => Some(Format::WebP),
        "svg" => Some(Format::Svg),
        _ => None,
    }
}

/// What a file is whose name promises a picture; read only where it is not known yet.
pub fn look(format: Format, file: &File, looks: &Looks) -> Look {
    let key = Fingerprint::of(&("picture", format, file.fingerprint()));
    match looks.get(key) {
        Some(known) => (*known).clone(),
        None => (*looks.put(key, look_at(format, file.bytes()))).clone(),
    }
}

fn look_at(format: Format, bytes: &[u8]) -> Look {
    let found = match format {
        Format::Svg => return drawing::look(bytes),
        Format::Jpeg => jpeg::shape(bytes),
        Format::Png => strip::png_shape(bytes),
        Format::Gif => strip::gif_shape(bytes),
        Format::WebP => strip::webp_shape(bytes),
    };
    let shape = match found {
        Some(shape) => shape,
        None if bytes.is_empty() => return broken("there is nothing in the file"),
        None => match other_format(format, bytes) {
            Some((is, ending)) => return misnamed(is, ending),
            None => return broken("its first bytes are not those of such a picture, or it is cut off"),
        },
    };
    if shape.turn == FOR_PRINT {
        return Look::Unusable {
            code: Code::ForPrint,
            message: "this picture has the four colours of a printing press (CMYK), which screens show wrongly"
                .to_owned(),
            help: "open it in a picture editor and save it as RGB (often called «for the web» or sRGB)".to_owned(),
        };
    }
    if u64::from(shape.width) * u64::from(shape.height) > MOST_PIXELS {
        return Look::Unusable {
            code: Code::TooLarge,
            message: format!("this picture is too large: {} × {} pixels", shape.width, shape.height),
            help: "make it smaller in a picture editor: more than 4000 pixels in width are never shown".to_owned(),
        };
    }
    Look::Picture(shape)
}

/// What [`Shape::turn`] is of a picture with four colours, until that has been told.
const FOR_PRINT: u8 = 0;

/// What a file is that is another picture than its name says, and the ending that it should have.
fn other_format(named: Format, bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let found = match bytes {
        [0xff, 0xd8, 0xff, ..] => (Format::Jpeg, "a JPEG", "jpg"),
        [0x89, b'P', b'N', b'G', ..] => (Format::Png, "a PNG", "png"),
        [b'G', b'I', b'F', b'8', ..] => (Format::Gif, "a GIF", "gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (Format::WebP, "a WebP", "webp"),
        _ => return None,
    };
    (found.0 != named).then_some((found.1, found.2))
}

fn misnamed(is: &str, ending: &str) -> Look {
    Look::Unusable {
        code: Code::Broken,
        message: format!("this file is {is} picture, and its name says that it is another"),
        help: format!(
            "let its name end in .{ending}, here and where documents name it; or save it anew in a picture editor"
        ),
    }
}

/// A finding about a picture that cannot be read.
pub fn broken(why: &str) -> Look {
    Look::Unusable {
        code: Code::Broken,
        message: format!("this picture cannot be read: {why}"),
        help:
            "open it in a picture editor and save it anew; if that fails, too, get it once more from where it is from"
                .to_owned(),
    }
}

/// The bytes that are published: the same picture, without what was written into it beside it; `None` where it is cut off.
pub fn published(shape: &Shape, bytes: &[u8]) -> Option<Vec<u8>> {
    match shape.format {
        Format::Jpeg => jpeg::strip(bytes, shape.turn),
        Format::Png => strip::png(bytes),
        Format::Gif => strip::gif(bytes),
        Format::WebP => strip::webp(bytes),
        Format::Svg => drawing::clean(bytes),
    }
}

/// Where a size of a picture is published, by where the picture is: below `pictures/`, since a file cannot have others in it.
pub fn size_path(out: &str, width: u32, shape: &Shape) -> String {
    let inner = out.strip_prefix("files/").unwrap_or(out);
    let (stem, ending) = inner.rsplit_once('.').unwrap_or((inner, ""));
    let own = if shape.photo { "jpg" } else { "png" };
    format!("pictures/{stem}-{ending}-{width}.{own}")
}

/// The addresses of a picture on a page: `src`, and `srcset` where there are sizes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Sources {
    pub src: String,
    pub srcset: Option<String>,
}

/// The addresses of the picture that is published at `out`; `href` gives the link to a path of the release.
pub fn sources(out: &str, shape: &Shape, href: impl Fn(&str) -> String) -> Sources {
    let of = |width: u32| href(&size_path(out, width, shape));
    let Some(src) = shape.widths.iter().copied().rfind(|width| *width <= WIDTHS[1]) else {
        return Sources { src: href(out), srcset: None };
    };
    let sizes = shape.widths.iter().map(|width| format!("{} {width}w", listed(&of(*width))));
    let own = shape.is_offered().then(|| format!("{} {}w", listed(&href(out)), shape.width));
    Sources { src: of(src), srcset: Some(sizes.chain(own).collect::<Vec<_>>().join(", ")) }
}

/// An address in a list of them, where a comma would end it, without what no address has (names have no spaces, see
/// [`Files`](super::files::Files)).
fn listed(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    push_encoded(&mut out, href, |_, byte| !b",{}|^[]".contains(&byte));
    out
}

#[cfg(test)]
mod tests;
