//! A sorted list read side by side with sorted keys: one step an entry instead of a search.

use std::iter::Peekable;

/// See the module. Entries and keys come in the same order.
pub(super) struct Beside<I: Iterator>(Peekable<I>);

impl<'a, K: Ord + 'a, V, I: Iterator<Item = (&'a K, V)>> Beside<I> {
    pub fn new(entries: I) -> Self {
        Beside(entries.peekable())
    }

    /// The value of a key; the keys must come in order.
    pub fn of(&mut self, key: &K) -> Option<V> {
        while self.0.next_if(|(before, _)| *before < key).is_some() {}
        self.0.next_if(|(here, _)| *here == key).map(|(_, value)| value)
    }
}
