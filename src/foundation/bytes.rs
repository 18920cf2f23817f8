//! Looking through bytes.
//!
//! Most texts have nothing that must be escaped or set otherwise, and are looked through to their end. So all bytes of a
//! piece are looked at before the answer is asked for, which lets the compiler look at them at once; for that a question
//! must consist of comparisons joined with `|` and `&`: of a `matches!` with many values it makes a table.

/// As many bytes as the vectors of every processor that we build for.
const PIECE: usize = 16;

/// So many at once where there are many: to ask a vector whether any of it is true takes as long as to fill it.
const PIECES: usize = 4 * PIECE;

/// Whether any of the bytes is such a one.
pub(crate) fn any_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(0, |found, byte| found | u8::from(is(*byte))) != 0;
    let (wide, rest) = bytes.as_chunks::<PIECES>();
    if wide.iter().any(|piece| any(piece)) {
        return true;
    }
    match bytes.last_chunk::<PIECE>() {
        // The last piece overlaps the one before it: sooner looked at twice than byte by byte.
        Some(last) => any(last) || rest.as_chunks::<PIECE>().0.iter().any(|piece| any(piece)),
        None => any(bytes),
    }
}

/// Whether a text may have a control character (`char::is_control`): those beyond ASCII begin with 0xC2, as others do.
pub(crate) fn may_have_control(text: &str) -> bool {
    any_byte(text.as_bytes(), |byte| (byte < b' ') | (byte == 0x7f) | (byte == 0xc2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_looked_at() {
        for length in 0..150 {
            let mut bytes = vec![b'a'; length];
            assert!(!any_byte(&bytes, |byte| byte == b'x'));
            for at in 0..length {
                bytes[at] = b'x';
                assert!(any_byte(&bytes, |byte| byte == b'x'), "{at} of {length}");
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn no_control_character_is_missed() {
        for c in (0..=0x2100).filter_map(char::from_u32).filter(|c| c.is_control()) {
            assert!(may_have_control(&format!("a{c}b")), "{c:?}");
        }
        assert!(!may_have_control("„Škola“ – 1 €"));
    }
}
