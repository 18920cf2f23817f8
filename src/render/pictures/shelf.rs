//! Sizes that were made of a picture and have not been asked for yet.
//!
//! A picture is decoded once, whichever of its sizes is asked for first; the others wait here. In a preview they are asked
//! for again and again. Always: what lies here takes no more than [`ROOM`] and what was put last; it may be gone at any time.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use crate::foundation::Fingerprint;

/// The sizes of a picture by their widths.
pub type Sizes = BTreeMap<u32, Arc<[u8]>>;

/// In bytes.
const ROOM: usize = 64 << 20;

/// See the module.
#[derive(Default)]
pub struct Shelf(Mutex<VecDeque<(Fingerprint, Arc<Sizes>)>>);

impl Shelf {
    /// The sizes of a picture, made where they do not lie here.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn get_or<E>(&self, key: Fingerprint, make: impl FnOnce() -> Result<Sizes, E>) -> Result<Arc<Sizes>, E> {
        const WHOLE: &str = "no thread fails while it holds the shelf";
        if let Some((_, known)) = self.0.lock().expect(WHOLE).iter().find(|(other, _)| *other == key) {
            return Ok(known.clone());
        }
        // Not made under the lock: others have other pictures.
        let made = Arc::new(make()?);
        let mut shelf = self.0.lock().expect(WHOLE);
        shelf.push_back((key, made.clone()));
        let mut all: usize = shelf.iter().map(|(_, sizes)| bytes(sizes)).sum();
        while all > ROOM && shelf.len() > 1 {
            all -= shelf.pop_front().map_or(0, |(_, sizes)| bytes(&sizes));
        }
        Ok(made)
    }
}

fn bytes(sizes: &Sizes) -> usize {
    sizes.values().map(|size| size.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_is_made_once_and_room_is_bounded() {
        let shelf = Shelf::default();
        let big = || Ok::<Sizes, ()>(BTreeMap::from([(1, vec![0_u8; ROOM / 2 - 1].into())]));
        let there = |name: &str| shelf.get_or(Fingerprint::of(name), || Err(())).is_ok();
        for name in ["a", "b", "c"] {
            shelf.get_or(Fingerprint::of(name), big).expect("made");
            assert!(there(name));
        }
        assert!(!there("a") && there("b") && there("c"));
        assert_eq!(shelf.get_or(Fingerprint::of("d"), || Err("no")), Err("no"));
    }
}
