//! A small file as the address of a link (RFC 2397), so that it costs no file of its own.

use crate::foundation::push_encoded;
use crate::render::views::Ready;

/// The address of a text. What it says is safe in an attribute: of ASCII only what an address may hold stands as it is.
pub fn encode(media: &str, text: &str) -> Ready {
    let mut out = String::with_capacity(media.len() + 24 + text.len() * 3 / 2);
    ["data:", media, ","].iter().for_each(|part| out.push_str(part));
    push_encoded(&mut out, text, |_, byte| byte.is_ascii_alphanumeric() || b"-._~!$()*+,;:@/=?".contains(&byte));
    Ready(out)
}
