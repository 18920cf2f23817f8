//! A small file as the address of a link (RFC 2397), so that it costs no file of its own.

use crate::render::views::Ready;

/// The address of a text. What it says is safe in an attribute: of ASCII only what an address may hold stands as it is.
pub fn encode(media: &str, text: &str) -> Ready {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(media.len() + 24 + text.len() * 3 / 2);
    ["data:", media, ","].iter().for_each(|part| out.push_str(part));
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| !is_plain(*byte)) {
        out.push_str(&text[from..at]);
        let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
        out.push('%');
        out.extend(digits.map(char::from));
        from = at + 1;
    }
    out.push_str(&text[from..]);
    Ready(out)
}

/// Letters beyond ASCII stand as they are: a browser reads an address as UTF-8.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"-._~!$()*+,;:@/=?".contains(&byte)
}
