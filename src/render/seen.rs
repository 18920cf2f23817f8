//! What many pages ask for alike, made once.

use std::hash::Hash;
use std::sync::RwLock;

use rustc_hash::FxHashMap;

/// What was made, by what it was made from. No more than `MOST` are kept: those that come first are those that many pages
/// share, and where anything may be asked for, all of it would fill memory.
pub(super) struct Seen<K, V, const MOST: usize>(RwLock<FxHashMap<K, V>>);

/// Why a lock is never found broken.
pub(super) const WHOLE: &str = "no thread fails while it holds what pages share";

impl<K, V, const MOST: usize> Default for Seen<K, V, MOST> {
    fn default() -> Seen<K, V, MOST> {
        Seen(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone, const MOST: usize> Seen<K, V, MOST> {
    /// What is made of `of`, unless that has been done. Where two threads ask at once, both make the same.
    ///
    /// # Errors
    /// Those of `make`, each time.
    pub fn get<E>(&self, of: K, make: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        let seen = self.0.read().expect(WHOLE);
        if let Some(known) = seen.get(&of) {
            return Ok(known.clone());
        }
        // Nobody waits for one who has nothing to write.
        let is_full = seen.len() >= MOST;
        drop(seen);
        let made = make()?;
        if !is_full {
            let mut seen = self.0.write().expect(WHOLE);
            if seen.len() < MOST {
                seen.insert(of, made.clone());
            }
        }
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[test]
    fn an_error_is_told_each_time() {
        let seen: Seen<String, &str, 2> = Seen::default();
        let key = "x".to_owned();
        assert_eq!(seen.get(key.clone(), || Err(1)).err(), Some(1));
        assert_eq!(seen.get(key.clone(), || Err(2)).err(), Some(2));
        assert_eq!(seen.get::<()>(key.clone(), || Ok("a")), Ok("a"));
        assert_eq!(seen.get::<()>(key.clone(), || Ok("b")), Ok("a"));
    }

    #[test]
    fn what_comes_when_many_are_kept_is_made_each_time() {
        const MOST: usize = 3;
        let seen: Seen<usize, usize, MOST> = Seen::default();
        let get = |of, made| seen.get::<Infallible>(of, || Ok(made)).unwrap_or_else(|never| match never {});
        (0..MOST + 1).for_each(|of| assert_eq!(get(of, of), of));
        assert_eq!((get(0, 7), get(MOST, 7)), (0, 7));
    }
}
