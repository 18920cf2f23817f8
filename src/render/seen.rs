//! What many pages ask for alike, made once.

use std::hash::Hash;
use std::sync::RwLock;

use rustc_hash::FxHashMap;

/// What was made, by what it was made from. So many are kept: those that come first are those that many pages share, and
/// names and addresses would fill memory.
pub(super) struct Seen<K, V>(RwLock<FxHashMap<K, V>>);

const MOST_SEEN: usize = 10_000;

/// Why a lock is never found broken.
pub(super) const WHOLE: &str = "no thread fails while it holds what pages share";

impl<K, V> Default for Seen<K, V> {
    fn default() -> Seen<K, V> {
        Seen(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> Seen<K, V> {
    /// What is made of `of`, unless that has been done. Where two threads ask at once, both make the same.
    ///
    /// # Errors
    /// Those of `make`, each time.
    pub fn get<E>(&self, of: K, make: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        if let Some(known) = self.0.read().expect(WHOLE).get(&of) {
            return Ok(known.clone());
        }
        let made = make()?;
        let mut seen = self.0.write().expect(WHOLE);
        if seen.len() < MOST_SEEN {
            seen.insert(of, made.clone());
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
        let seen: Seen<String, &str> = Seen::default();
        let key = "x".to_owned();
        assert_eq!(seen.get(key.clone(), || Err(1)).err(), Some(1));
        assert_eq!(seen.get(key.clone(), || Err(2)).err(), Some(2));
        assert_eq!(seen.get::<()>(key.clone(), || Ok("a")), Ok("a"));
        assert_eq!(seen.get::<()>(key.clone(), || Ok("b")), Ok("a"));
    }

    #[test]
    fn what_comes_when_many_are_kept_is_made_each_time() {
        let seen: Seen<usize, usize> = Seen::default();
        let get = |of, made| seen.get::<Infallible>(of, || Ok(made)).unwrap_or_else(|never| match never {});
        (0..MOST_SEEN + 1).for_each(|of| assert_eq!(get(of, of), of));
        assert_eq!((get(0, 7), get(MOST_SEEN, 7)), (0, 7));
    }
}
