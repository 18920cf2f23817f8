//! Languages, as BCP 47 tags.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

const LONGEST: usize = 15;

/// A language of the site by its BCP 47 tag (`en`, `pt`, `sr-Latn`): letters, digits and `-`, at most 15 bytes. Copied
/// freely, since every page names a dozen of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Lang {
    /// The tag, zeros up to [`LONGEST`], then its length: maps ask for the order of these all the time, and sixteen bytes
    /// are compared as one number.
    bytes: [u8; LONGEST + 1],
}

/// All at once: a list of bytes would be taken in as its length and its bytes.
impl Hash for Lang {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u128(u128::from_be_bytes(self.bytes));
    }
}

impl Ord for Lang {
    fn cmp(&self, other: &Lang) -> Ordering {
        u128::from_be_bytes(self.bytes).cmp(&u128::from_be_bytes(other.bytes))
    }
}

impl PartialOrd for Lang {
    fn partial_cmp(&self, other: &Lang) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Lang {
    /// `None` where the text cannot be a BCP 47 tag: a first subtag of 2 or 3 lower-case letters, then subtags of 1 to 8
    /// letters or digits (RFC 5646, section 2.1, without grandfathered tags).
    pub fn new(text: &str) -> Option<Lang> {
        let mut subtags = text.split('-');
        let first = subtags.next()?;
        let shape = matches!(first.len(), 2 | 3)
            && first.bytes().all(|b| b.is_ascii_lowercase())
            && subtags.all(|tag| matches!(tag.len(), 1..=8) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !shape || text.len() > LONGEST {
            return None;
        }
        let mut bytes = [0; LONGEST + 1];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        bytes[LONGEST] = text.len() as u8;
        Some(Lang { bytes })
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.bytes[LONGEST])]).expect("a tag is ASCII")
    }

    /// `rtl` for languages that are written from right to left, else `ltr`.
    pub fn direction(&self) -> &'static str {
        let mut subtags = self.as_str().split('-');
        match (subtags.next().unwrap_or_default(), subtags.next().unwrap_or_default()) {
            (_, "Arab" | "Hebr" | "Thaa" | "Syrc") => "rtl",
            (_, "Latn" | "Cyrl") => "ltr",
            ("ar" | "he" | "fa" | "ur" | "yi" | "ps" | "dv" | "syr" | "ckb", _) => "rtl",
            _ => "ltr",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        assert_eq!(Lang::new("sr-Latn").expect("a tag").as_str(), "sr-Latn");
        for bad in ["", "e", "EN", "../x", "en_GB", "en-", "english-language-x"] {
            assert!(Lang::new(bad).is_none(), "{bad}");
        }
        assert_eq!(Lang::new("ar").expect("a tag").direction(), "rtl");
        assert_eq!(Lang::new("ar-Latn").expect("a tag").direction(), "ltr");
    }
}
