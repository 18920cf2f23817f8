//! Percent-encoding (RFC 3986, 2.1).
//!
//! Letters beyond ASCII stand as they are, which the crate of that name does not do: browsers read an address as UTF-8, and
//! people read it, too.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends a text with `%XX` for each of its bytes in ASCII that is no plain one; `is_plain` is asked with its place.
pub(crate) fn push_encoded(out: &mut String, text: &str, is_plain: impl Fn(usize, u8) -> bool) {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 2);
    for (at, byte) in text.bytes().enumerate() {
        if !byte.is_ascii() || is_plain(at, byte) {
            bytes.push(byte);
        } else {
            bytes.extend([b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
    }
    out.push_str(std::str::from_utf8(&bytes).expect("the text is UTF-8, and nothing was put within a letter"));
}

/// The text with `%XX` decoded; as it was where that is not UTF-8.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded() {
        let mut out = String::from("x:");
        push_encoded(&mut out, "a b%č/~", |at, byte| at == 0 || byte.is_ascii_alphanumeric());
        assert_eq!(out, "x:a%20b%25č%2F%7E");
        assert_eq!(decoded(&out), "x:a b%č/~");
    }

    #[test]
    fn what_encodes_nothing_stays() {
        assert_eq!(decoded("%C4%8Das%"), "čas%");
        assert_eq!(decoded("%FF%zz"), "%FF%zz");
    }
}
