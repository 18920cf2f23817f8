//! Values that many templates ask for alike.

use std::hash::Hash;
use std::sync::RwLock;

use rustc_hash::FxHashMap;
use tera::Value;

/// What templates are given, by what it is made of. So many are kept: those that come first are those that many pages
/// share, such as the grant; dates and names would fill memory.
pub(super) struct Seen<T>(RwLock<FxHashMap<T, Value>>);

const MOST_SEEN: usize = 2000;

/// Why a lock is never found broken.
pub(super) const WHOLE: &str = "no thread fails while it holds what pages share";

impl<T> Default for Seen<T> {
    fn default() -> Seen<T> {
        Seen(RwLock::default())
    }
}

impl<T: Clone + Eq + Hash> Seen<T> {
    /// The value, made where this is the first to ask for it.
    ///
    /// # Errors
    /// Those of `make`, each time.
    pub fn value<E>(&self, of: &T, make: impl FnOnce() -> Result<Value, E>) -> Result<Value, E> {
        if let Some(known) = self.0.read().expect(WHOLE).get(of) {
            return Ok(known.clone());
        }
        let value = make()?;
        let mut seen = self.0.write().expect(WHOLE);
        if seen.len() < MOST_SEEN {
            seen.insert(of.clone(), value.clone());
        }
        Ok(value)
    }
}
