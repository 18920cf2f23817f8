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

/// What stands for each byte of a text, where that does not depend on its place: itself, or `%` and two hex digits (RFC 3986,
/// 2.1). Looked up, for texts in which few plain bytes stand together.
pub(crate) struct Encoding([([u8; 3], u8); 256]);

impl Encoding {
    /// Letters, digits, these signs of ASCII, and whatever is beyond it stand as they are.
    pub const fn keeping(signs: &[u8]) -> Encoding {
        let mut written = [([0; 3], 1); 256];
        let mut byte = 0;
        while byte < 256 {
            let of = byte as u8;
            written[byte] = if of.is_ascii_alphanumeric() || !of.is_ascii() {
                ([of, 0, 0], 1)
            } else {
                ([b'%', HEX[byte >> 4], HEX[byte & 15]], 3)
            };
            byte += 1;
        }
        let mut at = 0;
        while at < signs.len() {
            written[signs[at] as usize] = ([signs[at], 0, 0], 1);
            at += 1;
        }
        Encoding(written)
    }

    /// The text in this encoding, after a beginning that stands as it is.
    pub fn encoded(&self, begin: &[&str], text: &str) -> String {
        let mut out = begin.concat().into_bytes();
        let mut end = out.len();
        // Three bytes are written for each, of which as many count as are meant: there is nothing to decide.
        out.resize(end + 3 * text.len(), 0);
        for byte in text.bytes() {
            let (written, length) = self.0[usize::from(byte)];
            *out[end..].first_chunk_mut().expect("room for three bytes for each of those to come") = written;
            end += usize::from(length);
        }
        out.truncate(end);
        String::from_utf8(out).expect("the text is UTF-8, and nothing was put within a letter")
    }
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
    fn by_table_and_by_question_are_the_same() {
        static ENCODING: Encoding = Encoding::keeping(b"-~");
        let text = "a b%č/~-\n\u{1}Z9";
        let mut asked = String::from("x:");
        push_encoded(&mut asked, text, |_, byte| byte.is_ascii_alphanumeric() || b"-~".contains(&byte));
        assert_eq!(ENCODING.encoded(&["x", ":"], text), asked);
        assert_eq!(ENCODING.encoded(&[], ""), "");
    }

    #[test]
    fn what_encodes_nothing_stays() {
        assert_eq!(decoded("%C4%8Das%"), "čas%");
        assert_eq!(decoded("%FF%zz"), "%FF%zz");
    }
}
