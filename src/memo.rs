//! Results of pure functions, remembered by everything that they depend on.
//!
//! In: a fingerprint of what goes into a function, and what came of it. Out: the same result, without the work; and all of
//! it as bytes, for the next run. Always: a result that cannot be read back is one that is not there; what nobody asked
//! for in [`KEPT`] runs is forgotten, so that what is kept is bounded by what is used: on disk, and in a run of many
//! builds in memory too.

mod late;
mod recent;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::foundation::Fingerprint;

pub use late::Late;
pub use recent::Recent;

/// For how many runs a result is kept that nobody asks for: builds of the origin and of mirrors take turns. In a preview
/// each build counts as one: what was undone is often done again.
const KEPT: u8 = 3;

/// The results of one function, from one run to the next.
pub struct Memo<V> {
    /// Of earlier runs, each read when it is asked for.
    stored: Stored,
    /// Of this run.
    recent: Recent<V>,
    /// Whether this run has more than one build.
    has_next: AtomicBool,
    /// Which of the earlier results have another in their place now.
    replaced: Mutex<FxHashSet<Fingerprint>>,
}

/// The result of a function that has one input at a time, in memory alone: for a run of many builds.
pub struct Latest<V>(Mutex<Option<(Fingerprint, Arc<V>)>>);

impl<V> Default for Latest<V> {
    fn default() -> Latest<V> {
        Latest(Mutex::default())
    }
}

impl<V> Latest<V> {
    /// The result for a key, made where the last one was for another.
    pub fn get_or(&self, key: Fingerprint, make: impl FnOnce() -> V) -> Arc<V> {
        const WHOLE: &str = "no thread fails while it holds a result";
        if let Some((known, value)) = &*self.0.lock().expect(WHOLE)
            && *known == key
        {
            return value.clone();
        }
        // Not made under the lock: what makes it may wait for threads that wait for it.
        let value = Arc::new(make());
        *self.0.lock().expect(WHOLE) = Some((key, value.clone()));
        value
    }
}

/// New results are kept once they are this part of those that are: keeping means to write all of them.
const WORTH_IT: usize = 100;

/// Results as bytes, by their keys.
#[derive(Default)]
struct Stored {
    bytes: Vec<u8>,
    /// In the order of the keys.
    entries: Vec<Entry>,
    /// Of each, whether this run has use for it and does not keep it in memory.
    used: Vec<AtomicBool>,
}

#[derive(Clone, Copy)]
struct Entry {
    key: Fingerprint,
    start: u32,
    length: u32,
    /// In how many runs nobody asked for it.
    idle: u8,
}

impl<V> Default for Memo<V> {
    fn default() -> Memo<V> {
        Memo {
            stored: Stored::default(),
            recent: Recent::default(),
            has_next: AtomicBool::new(false),
            replaced: Mutex::default(),
        }
    }
}

impl<V> Memo<V> {
    /// See [`Recent::put`].
    pub fn put(&self, key: Fingerprint, value: V) -> Arc<V> {
        if self.stored.get(key).is_some() {
            self.replaced.lock().expect("no thread fails while it notes a key").insert(key);
        }
        self.recent.put(key, value)
    }

    /// Keeps a result that is used by way of another memo.
    pub fn touch(&self, key: Fingerprint) {
        if self.recent.get(key).is_none() {
            self.stored.asked_for(key);
        }
    }

    /// See [`Recent::next_build`]. What is stored counts as used where one build of the run has used it.
    pub fn next_build(&self) {
        self.has_next.store(true, Ordering::Relaxed);
        self.recent.next_build();
    }
}

impl<V: DeserializeOwned> Memo<V> {
    /// The result that is remembered for a key.
    pub fn get(&self, key: Fingerprint) -> Option<Arc<V>> {
        if let Some(value) = self.recent.get(key) {
            return Some(value);
        }
        let value = postcard::from_bytes(self.stored.get(key)?).ok()?;
        Some(self.recent.put(key, value))
    }

    /// The same, for a result of which another memo keeps what is made: a program that runs for one build does not hold it in
    /// memory.
    pub fn get_once(&self, key: Fingerprint) -> Option<Arc<V>> {
        if self.has_next.load(Ordering::Relaxed) {
            return self.get(key);
        }
        if let Some(value) = self.recent.get(key) {
            return Some(value);
        }
        Some(Arc::new(postcard::from_bytes(self.stored.asked_for(key)?).ok()?))
    }

    /// What was remembered, from bytes of [`Memo::to_bytes`]; `None` where they are none.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Memo<V>> {
        Some(Memo { stored: Stored::of(bytes)?, ..Memo::default() })
    }
}

impl<V: Serialize + Sync + Send> Memo<V> {
    /// Everything that is to be remembered; `None` where it is what was read.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        // Not held while others work: a thread that waits for them may take up work that notes a key.
        let replaced = self.replaced.lock().expect("no thread fails while it notes a key").clone();
        let is_fresh = |key: Fingerprint| replaced.contains(&key) || self.stored.get(key).is_none();
        let fresh: Vec<(Fingerprint, Arc<V>)> =
            self.recent.all().into_iter().filter(|(key, _)| is_fresh(*key)).collect();
        let entries = || self.stored.entries.iter().zip(&self.stored.used);
        let idle = |(entry, used): (&Entry, &AtomicBool)| !used.load(Ordering::Relaxed) && !self.recent.has(entry.key);
        // What takes less time to make than to keep is made again.
        let few = !fresh.is_empty() && fresh.len() * WORTH_IT < self.stored.entries.len();
        if few || fresh.is_empty() && !entries().any(|entry| idle(entry) || entry.0.idle > 0) {
            return None;
        }
        // Each written into the same place, and kept without room to grow.
        let encode = |room: &mut Vec<u8>, value: &V| {
            room.clear();
            let written = postcard::to_extend(value, std::mem::take(room)).ok()?;
            let bytes = written.as_slice().to_vec();
            *room = written;
            Some(bytes)
        };
        let mut encoded: Vec<(Fingerprint, Vec<u8>)> = fresh
            .into_par_iter()
            .map_init(Vec::new, |room, (key, value)| Some((key, encode(room, &value)?)))
            .flatten_iter()
            .collect();
        encoded.sort_by_key(|(key, _)| *key);
        let stays = entries().filter(|(entry, _)| !replaced.contains(&entry.key));
        let kept = stays.filter_map(|(entry, used)| {
            let idle = if idle((entry, used)) { entry.idle + 1 } else { 0 };
            (idle <= KEPT).then(|| (entry.key, idle, self.stored.slice(entry)))
        });
        let fresh = encoded.iter().map(|(key, bytes)| (*key, 0, bytes.as_slice()));
        Some(Stored::write(kept.chain(fresh)))
    }
}

/// The bytes of a number: how many entries there are, how many bytes each of the two parts has.
const NUMBER: usize = size_of::<u64>();
/// An entry: key, start, length, idle.
const ENTRY: usize = 16 + 4 + 4 + 1;

impl Stored {
    /// The layout: the number of entries, the entries in the order of their keys, the results one after the other.
    fn write<'a>(results: impl Iterator<Item = (Fingerprint, u8, &'a [u8])>) -> Vec<u8> {
        let mut results: Vec<(Fingerprint, u8, &[u8])> = results.collect();
        results.sort_by_key(|(key, ..)| *key);
        // What would not fit is made again.
        let mut room = u32::MAX as usize;
        results.retain(|(.., bytes)| {
            let fits = bytes.len() <= room;
            room -= if fits { bytes.len() } else { 0 };
            fits
        });
        let size: usize = results.iter().map(|(.., bytes)| bytes.len() + ENTRY).sum();
        let mut out = Vec::with_capacity(NUMBER + size);
        out.extend((results.len() as u64).to_le_bytes());
        let mut start = 0;
        for (key, idle, bytes) in &results {
            out.extend(key.to_bytes());
            out.extend((start as u32).to_le_bytes());
            out.extend((bytes.len() as u32).to_le_bytes());
            out.push(*idle);
            start += bytes.len();
        }
        results.iter().for_each(|(.., bytes)| out.extend_from_slice(bytes));
        out
    }

    fn of(bytes: Vec<u8>) -> Option<Stored> {
        let count = usize::try_from(u64::from_le_bytes(bytes.first_chunk::<NUMBER>().copied()?)).ok()?;
        let end = count.checked_mul(ENTRY)?.checked_add(NUMBER)?;
        let head = bytes.get(NUMBER..end)?;
        let results = bytes.len() - end;
        // `collect` would not know how many there will be, and make room again and again.
        let mut entries = Vec::with_capacity(count);
        for entry in head.chunks_exact(ENTRY) {
            let (key, rest) = entry.split_first_chunk::<16>()?;
            let (start, rest) = rest.split_first_chunk::<4>()?;
            let (length, rest) = rest.split_first_chunk::<4>()?;
            let (start, length) = (u32::from_le_bytes(*start), u32::from_le_bytes(*length));
            let inside = (start as usize).checked_add(length as usize)? <= results;
            let key = Fingerprint::from_bytes(*key);
            entries.push(inside.then_some(Entry { key, start, length, idle: *rest.first()? })?);
        }
        entries.is_sorted_by(|one, other| one.key < other.key).then(|| {
            let used = entries.iter().map(|_| AtomicBool::new(false)).collect();
            Stored { bytes, entries, used }
        })
    }

    fn find(&self, key: Fingerprint) -> Option<usize> {
        self.entries.binary_search_by_key(&key, |entry| entry.key).ok()
    }

    fn get(&self, key: Fingerprint) -> Option<&[u8]> {
        Some(self.slice(&self.entries[self.find(key)?]))
    }

    /// The result of a key, of which it is noted that this run has use for it.
    fn asked_for(&self, key: Fingerprint) -> Option<&[u8]> {
        let found = self.find(key)?;
        self.used[found].store(true, Ordering::Relaxed);
        Some(self.slice(&self.entries[found]))
    }

    fn slice(&self, entry: &Entry) -> &[u8] {
        let results = &self.bytes[NUMBER + self.entries.len() * ENTRY..];
        &results[entry.start as usize..][..entry.length as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Fingerprint {
        Fingerprint::of(text)
    }

    /// A run that asks for some keys, and what it hands on.
    fn run(before: Vec<u8>, asked: &[&str]) -> (Vec<u8>, Vec<bool>) {
        let memo: Memo<String> = Memo::from_bytes(before.clone()).unwrap_or_default();
        let found = asked.iter().map(|name| {
            let found = memo.get(key(name));
            assert!(found.as_deref().is_none_or(|value| value == &name.repeat(3)));
            if found.is_none() {
                memo.put(key(name), name.repeat(3));
            }
            found.is_some()
        });
        let found = found.collect();
        (memo.to_bytes().unwrap_or(before), found)
    }

    #[test]
    fn what_is_asked_for_is_kept_and_the_rest_forgotten() {
        let (bytes, found) = run(Vec::new(), &["a", "b", "c"]);
        assert_eq!(found, [false; 3]);
        let (mut bytes, found) = run(bytes, &["a", "b", "c"]);
        assert_eq!(found, [true; 3]);
        for _ in 0..=KEPT {
            bytes = run(bytes, &["a"]).0;
        }
        let (_, found) = run(bytes, &["a", "b", "c"]);
        assert_eq!(found, [true, false, false]);
    }

    #[test]
    fn what_is_used_once_is_kept_and_not_held() {
        let (mut bytes, _) = run(Vec::new(), &["a", "b", "c"]);
        for _ in 0..=KEPT {
            let memo: Memo<String> = Memo::from_bytes(bytes.clone()).expect("written just now");
            assert_eq!(memo.get_once(key("a")).as_deref().map(String::as_str), Some("aaa"));
            memo.touch(key("b"));
            assert!(memo.recent.all().is_empty());
            bytes = memo.to_bytes().unwrap_or(bytes);
        }
        assert_eq!(run(bytes, &["a", "b", "c"]).1, [true, true, false]);
    }

    #[test]
    fn a_run_of_many_builds_forgets_nothing_that_it_used() {
        let (bytes, _) = run(Vec::new(), &["a", "b"]);
        let memo: Memo<String> = Memo::from_bytes(bytes).expect("written just now");
        assert!(memo.get_once(key("a")).is_some());
        memo.touch(key("b"));
        (0..=KEPT).for_each(|_| memo.next_build());
        assert!(memo.to_bytes().is_none());
        // The builds that follow ask again and again, and have it at hand.
        assert!(memo.get_once(key("a")).is_some() && memo.recent.has(key("a")));
    }

    #[test]
    fn the_latest_is_remembered_and_no_other() {
        let latest = Latest::default();
        assert_eq!(*latest.get_or(key("a"), || 1), 1);
        assert_eq!(*latest.get_or(key("a"), || 2), 1);
        assert_eq!(*latest.get_or(key("b"), || 3), 3);
        assert_eq!(*latest.get_or(key("a"), || 4), 4);
    }

    #[test]
    fn what_replaces_an_earlier_result_is_kept_in_its_place() {
        let (bytes, _) = run(Vec::new(), &["a", "b"]);
        let memo: Memo<String> = Memo::from_bytes(bytes).expect("written just now");
        assert_eq!(memo.get(key("b")).as_deref().map(String::as_str), Some("bbb"));
        memo.put(key("a"), "other".to_owned());
        let memo: Memo<String> = Memo::from_bytes(memo.to_bytes().expect("something new")).expect("written just now");
        assert_eq!(memo.get(key("a")).as_deref().map(String::as_str), Some("other"));
        assert_eq!(memo.get(key("b")).as_deref().map(String::as_str), Some("bbb"));
    }

    #[test]
    fn nothing_new_is_nothing_to_write() {
        let (bytes, _) = run(Vec::new(), &["a", "b"]);
        let memo: Memo<String> = Memo::from_bytes(bytes).expect("written just now");
        assert!(memo.get(key("a")).is_some() && memo.get(key("b")).is_some());
        assert!(memo.to_bytes().is_none());
    }

    #[test]
    fn damage_is_found_or_harmless() {
        let (bytes, _) = run(Vec::new(), &["a", "b", "c"]);
        for end in 0..bytes.len() {
            if let Some(memo) = Memo::<String>::from_bytes(bytes[..end].to_vec()) {
                let _ = memo.get(key("a"));
            }
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            if let Some(memo) = Memo::<String>::from_bytes(damaged) {
                let _ = (memo.get(key("a")), memo.get(key("b")), memo.get(key("c")));
            }
        }
    }
}
