//! Results that are remembered in memory, as long as builds use them.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use rustc_hash::FxHashMap;

use crate::foundation::Fingerprint;

use super::KEPT;

/// The results of one function in this run.
pub struct Recent<V> {
    /// Several maps, so that threads seldom wait for each other.
    shards: [Mutex<Shard<V>>; SHARDS],
    /// Which build of this run it is.
    build: AtomicU32,
}

/// Results, and in which build each was asked for last.
type Shard<V> = FxHashMap<Fingerprint, (Arc<V>, u32)>;

const SHARDS: usize = 16;

impl<V> Default for Recent<V> {
    fn default() -> Recent<V> {
        Recent { shards: Default::default(), build: AtomicU32::new(0) }
    }
}

impl<V> Recent<V> {
    fn shard(&self, key: Fingerprint) -> MutexGuard<'_, Shard<V>> {
        self.shards[key.shard(SHARDS)].lock().expect("no thread fails while it holds results")
    }

    /// Whether there is a result, without asking for it.
    pub fn has(&self, key: Fingerprint) -> bool {
        self.shard(key).contains_key(&key)
    }

    /// The result that is remembered for a key.
    pub fn get(&self, key: Fingerprint) -> Option<Arc<V>> {
        let mut shard = self.shard(key);
        let (value, asked) = shard.get_mut(&key)?;
        *asked = self.build.load(Ordering::Relaxed);
        Some(value.clone())
    }

    /// Remembers a result, in place of an earlier one.
    pub fn put(&self, key: Fingerprint, value: V) -> Arc<V> {
        let value = Arc::new(value);
        self.shard(key).insert(key, (value.clone(), self.build.load(Ordering::Relaxed)));
        value
    }

    /// A build has ended that asked for all that it used: what the last ones did not use is forgotten. Not to be called
    /// while another one asks.
    pub fn next_build(&self) {
        let build = self.build.fetch_add(1, Ordering::Relaxed);
        for shard in &self.shards {
            let mut shard = shard.lock().expect("no thread fails while it holds results");
            shard.retain(|_, (_, asked)| build.wrapping_sub(*asked) < u32::from(KEPT));
        }
    }

    /// All that is remembered, in no order.
    pub fn all(&self) -> Vec<(Fingerprint, Arc<V>)> {
        let of = |shard: &Mutex<Shard<V>>| {
            let shard = shard.lock().expect("no thread fails while it holds results");
            shard.iter().map(|(key, (value, _))| (*key, value.clone())).collect::<Vec<_>>()
        };
        self.shards.iter().flat_map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundreds_of_builds_in_one_run_keep_what_the_last_ones_used() {
        let recent: Recent<String> = Recent::default();
        let key = |text: &str| Fingerprint::of(text);
        for build in 0..300 {
            for name in ["a", "b", &format!("edit {build}")] {
                let made = recent.get(key(name)).unwrap_or_else(|| recent.put(key(name), name.to_owned()));
                assert_eq!(*made, name);
            }
            // What was undone is there when it is done again.
            assert_eq!(recent.get(key(&format!("edit {}", build - 1))).is_some(), build > 0);
            recent.next_build();
            assert!(recent.all().len() <= 2 + 2 * usize::from(KEPT), "{}", recent.all().len());
        }
        assert!(recent.has(key("a")) && !recent.has(key("edit 0")));
    }
}
