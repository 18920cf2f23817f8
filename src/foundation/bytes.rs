//! Looking through bytes.
//!
//! Most texts have nothing that must be escaped or set otherwise, and are looked through to their end. So all bytes of a
//! piece are looked at before the answer is asked for, which lets the compiler look at them at once; for that a question
//! must consist of comparisons joined with `|` and `&`: of a `matches!` with many values it makes a table.

/// As many bytes as the vectors of every processor that we build for.
const PIECE: usize = 16;

/// Whether any of the bytes is such a one.
pub(crate) fn any_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(0, |found, byte| found | u8::from(is(*byte))) != 0;
    match bytes.last_chunk::<PIECE>() {
        // The last piece overlaps the one before it: sooner looked at twice than byte by byte.
        Some(last) => any(last) || bytes.as_chunks::<PIECE>().0.iter().any(|piece| any(piece)),
        None => any(bytes),
    }
}

/// Whether any two neighbours among the bytes are such.
pub(crate) fn any_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> bool {
    let Some((_, next)) = bytes.split_first() else { return false };
    let bytes = &bytes[..next.len()];
    let any = |bytes: &[u8; PIECE], next: &[u8; PIECE]| {
        (0..PIECE).fold(0, |found, at| found | u8::from(is(bytes[at], next[at]))) != 0
    };
    match (bytes.last_chunk(), next.last_chunk()) {
        (Some(last), Some(after)) => {
            let mut pieces = bytes.as_chunks().0.iter().zip(next.as_chunks().0);
            any(last, after) || pieces.any(|(piece, after)| any(piece, after))
        }
        _ => bytes.iter().zip(next).any(|(byte, next)| is(*byte, *next)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_looked_at() {
        for length in 0..70 {
            let mut bytes = vec![b'a'; length];
            assert!(!any_byte(&bytes, |byte| byte == b'x') && !any_pair(&bytes, |one, two| one != two));
            for at in 0..length {
                bytes[at] = b'x';
                assert!(any_byte(&bytes, |byte| byte == b'x'), "{at} of {length}");
                assert_eq!(any_pair(&bytes, |_, two| two == b'x'), at > 0, "{at} of {length}");
                assert_eq!(any_pair(&bytes, |one, _| one == b'x'), at + 1 < length, "{at} of {length}");
                bytes[at] = b'a';
            }
        }
    }
}
