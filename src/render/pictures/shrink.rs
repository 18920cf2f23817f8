//! Smaller pictures of a picture.
//!
//! In: the bytes of a picture, and its shape. Out: each of its sizes, upright, with its colours and nothing else that was
//! written into it. Always: it is decoded once; a file that lies about itself is an error, not a crash.

use std::io::Cursor;

use fast_image_resize::Resizer;
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{Format, MOST_PIXELS, Shape, Sizes};

/// Of JPEG, from 1 to 100: below it faces begin to show blocks.
const QUALITY: u8 = 80;
/// Four bytes a pixel, twice: as it is decoded, and as it is turned into colours.
const MOST_MEMORY: u64 = MOST_PIXELS * 8;

/// All sizes of a picture. Where there are none, it is decoded all the same: what cannot be is not to be published.
///
/// # Errors
/// Why it cannot be decoded.
pub fn sizes(bytes: &[u8], shape: &Shape) -> Result<Sizes, String> {
    let (picture, profile) = decode(bytes, shape)?;
    let turn = Orientation::from_exif(shape.turn).unwrap_or(Orientation::NoTransforms);
    let lies = shape.turn >= 5;
    let mut resizer = Resizer::new();
    let one = |width: &u32| {
        let height =
            (u64::from(*width) * u64::from(shape.height) + u64::from(shape.width) / 2) / u64::from(shape.width);
        let sides = (*width, u32::try_from(height).unwrap_or(u32::MAX).clamp(1, 65_535));
        let (across, down) = if lies { (sides.1, sides.0) } else { sides };
        let mut small = DynamicImage::new(across, down, picture.color());
        resizer.resize(&picture, &mut small, None).map_err(|error| error.to_string())?;
        small.apply_orientation(turn);
        let encoded = if shape.photo { jpeg(&small, profile.as_deref()) } else { png(&small, profile.as_deref()) };
        Ok((*width, encoded?.into()))
    };
    shape.widths.iter().map(one).collect()
}

/// The pixels as they lie in the file, eight bits a colour, with the colour profile where that is not the usual one.
fn decode(bytes: &[u8], shape: &Shape) -> Result<(DynamicImage, Option<Vec<u8>>), String> {
    let format = match shape.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::WebP => ImageFormat::WebP,
        Format::Svg => return Err("a drawing has no pixels".to_owned()),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let told = |error: image::ImageError| error.to_string();
    let mut decoder = reader.into_decoder().map_err(told)?;
    let usual = |profile: &Vec<u8>| memchr::memmem::find(profile, b"sRGB").is_some();
    let profile = decoder.icc_profile().map_err(told)?.filter(|profile| !usual(profile));
    let picture = DynamicImage::from_decoder(decoder).map_err(told)?;
    let plain = match (picture.color(), shape.photo) {
        (ColorType::L8 | ColorType::L16, _) => DynamicImage::ImageLuma8(picture.into_luma8()),
        (color, false) if color.has_alpha() => DynamicImage::ImageRgba8(picture.into_rgba8()),
        _ => DynamicImage::ImageRgb8(picture.into_rgb8()),
    };
    Ok((plain, profile))
}

fn jpeg(picture: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, QUALITY);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).map_err(|error| error.to_string())?;
    }
    let color = match picture.color() {
        ColorType::L8 => jpeg_encoder::ColorType::Luma,
        _ => jpeg_encoder::ColorType::Rgb,
    };
    let side = |side: u32| u16::try_from(side).map_err(|_| "it is too long for a JPEG".to_owned());
    let sides = (side(picture.width())?, side(picture.height())?);
    encoder.encode(picture.as_bytes(), sides.0, sides.1, color).map_err(|error| error.to_string())?;
    Ok(out)
}

fn png(picture: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, String> {
    let mut info = png::Info::with_size(picture.width(), picture.height());
    info.color_type = match picture.color() {
        ColorType::L8 => png::ColorType::Grayscale,
        ColorType::Rgba8 => png::ColorType::Rgba,
        _ => png::ColorType::Rgb,
    };
    info.bit_depth = png::BitDepth::Eight;
    info.icc_profile = profile.map(|profile| profile.to_vec().into());
    let mut out = Vec::new();
    let told = |error: png::EncodingError| error.to_string();
    let mut encoder = png::Encoder::with_info(&mut out, info).map_err(told)?;
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().map_err(told)?;
    writer.write_image_data(picture.as_bytes()).map_err(told)?;
    writer.finish().map_err(told)?;
    Ok(out)
}
