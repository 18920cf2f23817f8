//! A small file as the address of a link (RFC 2397), so that it costs no file of its own.

use crate::render::views::Ready;

/// By byte, what stands for it in an address, and how many bytes of that: itself, or `%` and two hex digits (RFC 3986, 2.1).
/// Bytes of letters beyond ASCII stand as they are. Looked up, since a case has a thousand of them.
static WRITTEN: [([u8; 3], u8); 256] = {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
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
    let signs = b"-._~!$()*+,;:@/=?";
    let mut at = 0;
    while at < signs.len() {
        written[signs[at] as usize] = ([signs[at], 0, 0], 1);
        at += 1;
    }
    written
};

/// The address of a text. What it says is safe in an attribute: of ASCII only what an address may hold stands as it is.
pub fn encode(media: &str, text: &str) -> Ready {
    let mut address = Vec::with_capacity("data:,".len() + media.len() + 3 * text.len());
    ["data:", media, ","].iter().for_each(|part| address.extend_from_slice(part.as_bytes()));
    let mut end = address.len();
    // Three bytes are written for each, of which as many count as are meant: there is nothing to decide.
    address.resize(end + 3 * text.len(), 0);
    for byte in text.bytes() {
        let (written, length) = WRITTEN[usize::from(byte)];
        *address[end..].first_chunk_mut().expect("room for three bytes for each of those to come") = written;
        end += usize::from(length);
    }
    address.truncate(end);
    Ready(String::from_utf8(address).expect("the text is UTF-8, and nothing was put within a letter"))
}
