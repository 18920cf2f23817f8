//! A small file as the address of a link (RFC 2397), so that it costs no file of its own.

use crate::foundation::push_encoded;
use crate::render::views::Ready;

/// By byte, whether it stands as it is: looked up, since a case has a thousand of them.
const PLAIN: [bool; 128] = {
    let mut plain = [false; 128];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    let signs = b"-._~!$()*+,;:@/=?";
    let mut at = 0;
    while at < signs.len() {
        plain[signs[at] as usize] = true;
        at += 1;
    }
    plain
};

/// The address of a text. What it says is safe in an attribute: of ASCII only what an address may hold stands as it is.
pub fn encode(media: &str, text: &str) -> Ready {
    let mut out = String::with_capacity(media.len() + 24 + text.len() * 3 / 2);
    ["data:", media, ","].iter().for_each(|part| out.push_str(part));
    push_encoded(&mut out, text, |_, byte| PLAIN[usize::from(byte)]);
    Ready(out)
}
