//! Sizes that were made of a picture and have not been asked for yet.
//!
//! A picture is decoded once, whichever of its sizes is asked for first; the others wait here. In a preview they are asked
//! for again and again. Always: what lies here takes no more than [`ROOM`] and what was put last; it may be gone at any time.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::foundation::Fingerprint;

/// The sizes of a picture by their widths.
pub type Sizes = BTreeMap<u32, Arc<[u8]>>;

/// In bytes.
const ROOM: usize = 64 << 20;

/// See the module.
#[derive(Default)]
pub struct Shelf(Mutex<VecDeque<(Fingerprint, Arc<Slot>)>>);

/// Where the sizes of one picture lie as soon as they are made.
#[derive(Default)]
struct Slot {
    made: OnceLock<Arc<Sizes>>,
    /// Held by who makes them. Nothing in that uses the pool: a worker that waited there for others could take up a file that
    /// asks for the same picture.
    making: Mutex<()>,
}

impl Shelf {
    /// The sizes of a picture, made where they do not lie here. Who asks while they are made waits for them.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn get_or<E>(&self, key: Fingerprint, make: impl FnOnce() -> Result<Sizes, E>) -> Result<Arc<Sizes>, E> {
        let slot = self.slot(key);
        if let Some(known) = slot.made.get() {
            return Ok(known.clone());
        }
        // Not made under the lock of the shelf: others have other pictures.
        let making = slot.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = slot.made.get() {
            return Ok(known.clone());
        }
        let made = make().inspect_err(|_| self.slots().retain(|(other, _)| *other != key))?;
        let made = slot.made.get_or_init(|| Arc::new(made)).clone();
        drop(making);
        self.make_room();
        Ok(made)
    }

    fn slots(&self) -> MutexGuard<'_, VecDeque<(Fingerprint, Arc<Slot>)>> {
        self.0.lock().expect("no thread fails while it holds the shelf")
    }

    fn slot(&self, key: Fingerprint) -> Arc<Slot> {
        let mut slots = self.slots();
        if let Some((_, slot)) = slots.iter().find(|(other, _)| *other == key) {
            return slot.clone();
        }
        let slot = Arc::<Slot>::default();
        slots.push_back((key, slot.clone()));
        slot
    }

    fn make_room(&self) {
        let mut slots = self.slots();
        let taken = |(_, slot): &(Fingerprint, Arc<Slot>)| slot.made.get().map_or(0, |sizes| bytes(sizes));
        let mut all: usize = slots.iter().map(taken).sum();
        while all > ROOM && slots.len() > 1 {
            all -= slots.pop_front().map_or(0, |slot| taken(&slot));
        }
    }
}

fn bytes(sizes: &Sizes) -> usize {
    sizes.values().map(|size| size.len()).sum()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

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

    #[test]
    fn who_asks_while_sizes_are_made_waits_for_them() {
        let (shelf, made) = (Shelf::default(), AtomicUsize::new(0));
        let make = || {
            made.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(std::time::Duration::from_millis(20));
            Ok::<Sizes, ()>(Sizes::new())
        };
        std::thread::scope(|scope| {
            (0..4).for_each(|_| drop(scope.spawn(|| shelf.get_or(Fingerprint::of("a"), make))));
        });
        assert_eq!(made.into_inner(), 1);
    }
}
