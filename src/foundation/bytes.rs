//! Looking through bytes.

/// Whether any of the bytes is such a one. It does not stop at the first, so that the compiler can look at sixteen at a
/// time: most texts have none and are looked through to their end anyway.
pub(crate) fn any_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(0, |found, byte| found | u8::from(is(*byte))) != 0
}
