//! Text as HTML text, attribute values and addresses.

use crate::foundation::any_byte;

/// Appends `text` so that it is HTML text and, in double quotes, an attribute's value. Control characters, which HTML
/// forbids (HTML Standard, 13.2.5 and 3.2.5), are left out.
pub(super) fn push(out: &mut String, text: &str) {
    /// So many bytes are looked at together: most have nothing to escape.
    const TOGETHER: usize = 64;
    let special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | 0..=8 | 11..=31 | 127);
    let mut done = 0;
    for (number, bytes) in text.as_bytes().chunks(TOGETHER).enumerate() {
        if !any_byte(bytes, special) {
            continue;
        }
        for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| special(**byte)) {
            let at = number * TOGETHER + at;
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
    }
    out.push_str(&text[done..]);
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
    for (at, c) in address.char_indices() {
        let encode = match c {
            '\0'..=' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\u{7f}' => true,
            '[' | ']' => at >= host_end,
            '%' => !matches!(bytes.get(at + 1..at + 3), Some(two) if two.iter().all(u8::is_ascii_hexdigit)),
            _ => false,
        };
        if encode {
            out.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// The text with `%XX` decoded; as it was where that is not UTF-8.
pub(super) fn percent_decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16)).map(|d| d as u8);
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high * 16 + low);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
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
        assert_eq!(percent_decode("%C4%8Das%"), "čas%");
    }
}
