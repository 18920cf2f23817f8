//! A small file as the address of a link (RFC 2397), so that it costs no file of its own.

use crate::foundation::Encoding;
use crate::render::views::Ready;

/// The signs that a path and what follows it may hold (RFC 3986, 3.3 and 3.4), but for `&` and `'`, which HTML escapes.
static ADDRESS: Encoding = Encoding::keeping(b"-._~!$()*+,;:@/=?");

/// The address of a text. What it says is safe in an attribute: of ASCII only what an address may hold stands as it is.
pub fn encode(media: &str, text: &str) -> Ready {
    Ready(ADDRESS.encoded(&["data:", media, ","], text))
}
