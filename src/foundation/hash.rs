//! Fingerprints.

use std::cell::Cell;
use std::fmt;
use std::hash::Hasher;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use xxhash_rust::xxh3;

/// A BLAKE3 hash of some bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(*blake3::hash(bytes).as_bytes())
    }

    /// The first `digits` hex digits, at most 64.
    pub fn short(&self, digits: usize) -> String {
        let mut text = self.to_string();
        text.truncate(digits);
        text
    }
}

/// Bytes as hex digits, two each.
fn hex<'t, const BYTES: usize, const LENGTH: usize>(bytes: &[u8; BYTES], text: &'t mut [u8; LENGTH]) -> &'t str {
    const { assert!(LENGTH == 2 * BYTES) };
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (pair, byte) in text.chunks_exact_mut(2).zip(bytes) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    std::str::from_utf8(text).expect("hex digits are ASCII")
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(hex(&self.0, &mut [0; 64]))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What tells two values apart within one machine's caches: 128 bits of XXH3, which takes a tenth of the time of BLAKE3 on
/// short values. Nobody gains by making two values collide; what is published or signed has a [`Hash`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Fingerprint(u128);

/// As 32 hex digits in text, as 16 bytes elsewhere: caches hold tens of thousands of them, and bytes are copied, where a number
/// is taken apart.
impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => serializer.serialize_bytes(&self.to_bytes()),
        }
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fingerprint, D::Error> {
        if !deserializer.is_human_readable() {
            return deserializer.deserialize_bytes(InBytes);
        }
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        let is_hex = text.len() == 32 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u128::from_str_radix(&text, 16).ok().filter(|_| is_hex);
        number.map(Fingerprint).ok_or_else(|| D::Error::custom("not a fingerprint in hex"))
    }
}

/// Reads a fingerprint that is written in bytes.
struct InBytes;

impl Visitor<'_> for InBytes {
    type Value = Fingerprint;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the 16 bytes of a fingerprint")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Fingerprint, E> {
        bytes.try_into().map(Fingerprint::from_bytes).map_err(|_| E::invalid_length(bytes.len(), &self))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.hex(&mut [0; 32]))
    }
}

impl Fingerprint {
    /// Of bytes as they are.
    pub fn of_bytes(bytes: &[u8]) -> Fingerprint {
        Fingerprint(xxh3::xxh3_128(bytes))
    }

    /// Of bytes that come in parts: that of all of them in one.
    pub fn of_parts<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Fingerprint {
        let mut hash = xxh3::Xxh3Default::new();
        parts.for_each(|part| hash.update(part));
        Fingerprint(hash.digest128())
    }

    /// As 32 hex digits, in a place for them.
    pub fn hex(self, text: &mut [u8; 32]) -> &str {
        hex(&self.0.to_be_bytes(), text)
    }

    pub fn to_bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }

    pub fn from_bytes(bytes: [u8; 16]) -> Fingerprint {
        Fingerprint(u128::from_le_bytes(bytes))
    }

    /// One of `count` parts, so that each gets about as many.
    pub fn shard(self, count: usize) -> usize {
        (self.0 as usize) % count
    }

    /// Of a value, by what its `Hash` writes: equal values have equal fingerprints in one build of the program.
    pub fn of(value: &(impl std::hash::Hash + ?Sized)) -> Fingerprint {
        thread_local! {
            /// Room that the last value needed: a build takes in some hundred thousand.
            static ROOM_OF_LAST: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
        }
        // Taken, not borrowed: a value may take the fingerprint of a part of it.
        let mut fingerprinter = Fingerprinter(ROOM_OF_LAST.take());
        value.hash(&mut fingerprinter);
        let fingerprint = fingerprinter.end();
        fingerprinter.0.clear();
        fingerprinter.0.shrink_to(MOST_ROOM);
        ROOM_OF_LAST.set(fingerprinter.0);
        fingerprint
    }

    /// Of a value, by what it is written down as.
    ///
    /// # Panics
    /// It cannot be written down: it has a map or a list that does not know its length.
    pub fn of_written(value: &impl Serialize) -> Fingerprint {
        Fingerprint::of_bytes(&written(value))
    }
}

/// What a value is written down as.
///
/// # Panics
/// See [`Fingerprint::of_written`].
pub(crate) fn written(value: &impl Serialize) -> Vec<u8> {
    postcard::to_extend(value, Vec::with_capacity(ROOM)).expect("a value in memory can be written down")
}

/// As much as most values have, in bytes: a list that grows is moved.
const ROOM: usize = 1024;
/// As much as a thread keeps for the next value.
const MOST_ROOM: usize = 64 * 1024;

/// Takes in values and becomes their [`Fingerprint`]. Values come in many small pieces, and are gathered: all at once they
/// are taken in faster.
#[derive(Default)]
pub struct Fingerprinter(Vec<u8>);

impl Fingerprinter {
    /// One that holds as much as most values have.
    pub fn with_room() -> Fingerprinter {
        Fingerprinter(Vec::with_capacity(ROOM))
    }

    pub fn end(&self) -> Fingerprint {
        Fingerprint::of_bytes(&self.0)
    }
}

impl Hasher for Fingerprinter {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        xxh3::xxh3_64(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_do_not_run_into_each_other() {
        assert_ne!(Fingerprint::of(&("ab", "c")), Fingerprint::of(&("a", "bc")));
        assert_eq!(Fingerprint::of(&vec![1, 2]), Fingerprint::of(&vec![1, 2]));
        assert_ne!(Fingerprint::of(&Some("")), Fingerprint::of(&None::<&str>));
        assert_eq!(Fingerprint::of_bytes(b"x"), Fingerprint::of_bytes(b"x"));
    }

    #[test]
    fn parts_are_what_they_are_together() {
        for whole in [vec![], vec![1; 7], (0..=255).cycle().take(5000).collect::<Vec<u8>>()] {
            for size in [1, 100, 4999] {
                assert_eq!(Fingerprint::of_parts(whole.chunks(size)), Fingerprint::of_bytes(&whole));
            }
        }
    }

    #[test]
    fn a_fingerprint_is_written_and_read() {
        for fingerprint in [Fingerprint::of_bytes(b"x"), Fingerprint(1)] {
            let text = serde_json::to_string(&fingerprint).expect("text is JSON");
            assert_eq!(text.len(), 34);
            assert_eq!(serde_json::from_str::<Fingerprint>(&text).expect("written just now"), fingerprint);
            let bytes = postcard::to_allocvec(&fingerprint).expect("a number");
            assert_eq!(postcard::from_bytes::<Fingerprint>(&bytes).expect("written just now"), fingerprint);
        }
        for bad in ["\"\"", "\"1\"", "\"+0000000000000000000000000000001\"", "1"] {
            assert!(serde_json::from_str::<Fingerprint>(bad).is_err(), "{bad}");
        }
    }
}
