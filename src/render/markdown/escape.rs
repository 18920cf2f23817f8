//! Text as HTML text, attribute values and addresses.

use crate::foundation::{any_byte, push_encoded};

/// Appends `text` so that it is HTML text and, in double quotes, an attribute's value. Control characters, which HTML
/// forbids (HTML Standard, 13.2.5 and 3.2.5), are left out.
pub(super) fn push(out: &mut String, text: &str) {
    // Most texts have nothing to escape.
    if !any_byte(text.as_bytes(), is_special) {
        return out.push_str(text);
    }
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| is_special(*byte)) {
        out.push_str(&text[done..at]);
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "",
        });
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Whether a byte is not written as it is.
#[inline]
fn is_special(byte: u8) -> bool {
    let control = ((byte < b' ') & (byte != b'\t') & (byte != b'\n')) | (byte == 127);
    (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | control
}

/// Appends ` name="value"`.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push(out, value);
    out.push('"');
}

/// The address with everything percent-encoded that is no URL code point (URL Standard, 4.3), and a `%` that encodes
/// nothing. Letters of any script stay as they are.
pub(super) fn address(address: &str) -> String {
    let bytes = address.as_bytes();
    let host_end = address.find("://").map_or(0, |at| {
        let host = at + 3;
        address[host..].find(['/', '?', '#']).map_or(address.len(), |end| host + end)
    });
    let mut out = String::with_capacity(address.len());
    push_encoded(&mut out, address, |at, byte| match byte {
        b'\0'..=b' ' | b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' | b'\x7f' => false,
        b'[' | b']' => at < host_end,
        b'%' => matches!(bytes.get(at + 1..at + 3), Some(two) if two.iter().all(u8::is_ascii_hexdigit)),
        _ => true,
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        let mut out = String::new();
        attribute(&mut out, "alt", "a \"<b>\" & \u{1}c");
        assert_eq!(out, r#" alt="a &quot;&lt;b&gt;&quot; &amp; c""#);
    }

    #[test]
    fn addresses_are_valid() {
        assert_eq!(address("https://[::1]/a b[1]?q={x}%zz%20č"), "https://[::1]/a%20b%5B1%5D?q=%7Bx%7D%25zz%20č");
    }
}
