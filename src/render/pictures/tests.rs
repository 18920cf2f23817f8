//! Pictures that are made for a test, with the words of a camera in them; and what becomes of them.

use super::*;

/// Four quarters, so that one sees how a picture stands.
fn pixels((width, height): (u32, u32)) -> image::RgbImage {
    image::RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => image::Rgb([250, 0, 0]),
        (false, true) => image::Rgb([0, 250, 0]),
        (true, false) => image::Rgb([0, 0, 250]),
        (false, false) => image::Rgb([250, 250, 250]),
    })
}

/// Its pixels, and what a camera wrote: where, by whom, and how it was held.
pub(super) fn jpeg(sides: (u32, u32), turn: Option<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, 90);
    if let Some(turn) = turn {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend([turn, 0, 0, 0, 0, 0, 0, 0]);
        exif.extend(b"GPS: 50.08 N, Camera of Ana");
        encoder.add_app_segment(1, &exif).expect("it fits");
    }
    encoder
        .encode(&pixels(sides), sides.0 as u16, sides.1 as u16, jpeg_encoder::ColorType::Rgb)
        .expect("it can be written");
    out
}

pub(super) fn png(sides: (u32, u32)) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, sides.0, sides.1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.add_text_chunk("Author".to_owned(), "Camera of Ana".to_owned()).expect("it fits");
    let mut writer = encoder.write_header().expect("it can be written");
    writer.write_image_data(&pixels(sides)).expect("it can be written");
    writer.finish().expect("it can be written");
    out
}

pub(super) fn gif((width, height): (u16, u16)) -> Vec<u8> {
    let mut out = Vec::new();
    let picture = pixels((width.into(), height.into()));
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut out);
    encoder.encode(&picture, width.into(), height.into(), image::ExtendedColorType::Rgb8).expect("it can be written");
    drop(encoder);
    let end = out.pop();
    assert_eq!(end, Some(0x3b));
    out.extend(b"\x21\xfe\x0dCamera of Ana\0\x3b");
    out
}

pub(super) fn webp(sides: (u32, u32)) -> Vec<u8> {
    let mut out = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut out)
        .encode(&pixels(sides), sides.0, sides.1, image::ExtendedColorType::Rgb8)
        .expect("it can be written");
    out.extend(b"EXIF\x0d\0\0\0Camera of Ana\0");
    let size = u32::try_from(out.len() - 8).expect("small");
    out[4..8].copy_from_slice(&size.to_le_bytes());
    out
}

fn shape(format: Format, bytes: &[u8]) -> Shape {
    match look_at(format, bytes) {
        Look::Picture(shape) => shape,
        Look::Unusable { message, .. } => panic!("{message}"),
    }
}

#[test]
fn sizes_stand_upright_and_say_nothing_else() {
    for turn in 1..=8 {
        let bytes = jpeg((600, 600), Some(turn));
        let shape = shape(Format::Jpeg, &bytes);
        assert_eq!((shape.width, shape.height), (600, 600));
        let made = sizes(&bytes, &shape).expect("it can be decoded");
        assert_eq!(made.keys().copied().collect::<Vec<_>>(), shape.widths);
        let small = image::load_from_memory(&made[&480]).expect("a picture").into_rgb8();
        let (width, height) = small.dimensions();
        assert_eq!((width, height), (480, 480));
        // Where the red quarter is: as Exif counts, TIFF 6.0, section 8.
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)];
        let red = corners.iter().position(|(right, down)| {
            let at = small.get_pixel(width / 4 + right * width / 2, height / 4 + down * height / 2);
            at[0] > 200 && at[1] < 60 && at[2] < 60
        });
        let expected = [0, 1, 2, 3, 0, 1, 2, 3][usize::from(turn) - 1];
        assert_eq!(red, Some(expected), "turn {turn}");
        assert!(memchr::memmem::find(&made[&480], b"Ana").is_none());
    }
}

#[test]
fn a_picture_that_lies_on_its_side_keeps_its_form() {
    let bytes = jpeg((300, 600), Some(8));
    let shape = shape(Format::Jpeg, &bytes);
    assert_eq!((shape.width, shape.height, &shape.widths[..]), (600, 300, &[480][..]));
    let small = &sizes(&bytes, &shape).expect("it can be decoded")[&480];
    let small = image::load_from_memory(small).expect("a picture");
    assert_eq!((small.width(), small.height()), (480, 240));
}

#[test]
fn sizes_are_never_larger_than_the_picture() {
    let widths = |width| shape(Format::Png, &png((width, 10))).widths;
    assert_eq!(widths(480), Vec::<u32>::new());
    assert_eq!(widths(570), [480]);
    assert_eq!(widths(1000), [480]);
    assert_eq!(widths(1200), [480, 960]);
    assert_eq!(widths(4000), WIDTHS);
    let wide = shape(Format::Png, &png((4000, 10)));
    let made = sizes(&png((4000, 10)), &wide).expect("it can be decoded");
    assert!(made.iter().all(|(width, bytes)| image::load_from_memory(bytes).expect("a picture").width() == *width));
    let Sources { src, srcset } = sources("files/news/a,b/c.png", &wide, |path| format!("../{path}"));
    assert_eq!(src, "../pictures/news/a,b/c-png-960.png");
    let srcset = srcset.expect("it has sizes");
    assert!(srcset.starts_with("../pictures/news/a%2Cb/c-png-480.png 480w, "), "{srcset}");
    assert!(srcset.ends_with("c-png-1920.png 1920w"), "four thousand pixels are offered to nobody: {srcset}");
}

#[test]
fn what_cannot_be_shown_is_told() {
    let told = |format, bytes: &[u8]| match look_at(format, bytes) {
        Look::Unusable { code, .. } => code.as_str(),
        Look::Picture(_) => "fine",
    };
    let mut bomb = png((8, 8));
    bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    assert_eq!(told(Format::Png, &bomb), "picture-too-large");
    let mut four = jpeg((8, 8), None);
    let frame = memchr::memmem::find(&four, b"\xff\xc0").expect("a frame");
    four[frame + 9] = 4;
    assert_eq!(told(Format::Jpeg, &four), "picture-for-print");
    assert_eq!(told(Format::Jpeg, &png((8, 8))), "broken-picture");
    // Its head is whole and the rest is not.
    let mut broken = png((900, 900));
    let data = memchr::memmem::find(&broken, b"IDAT").expect("data") + 10;
    broken[data..data + 40].fill(0x5a);
    let shape = shape(Format::Png, &broken);
    assert!(sizes(&broken, &shape).is_err());
}

#[test]
fn names_say_what_is_a_picture() {
    for (name, format) in
        [("a/b.JPG", Some(Format::Jpeg)), ("a.svg", Some(Format::Svg)), ("png", None), ("a.pdf", None)]
    {
        assert_eq!(format_of(name), format);
    }
}
