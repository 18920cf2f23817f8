//! Values of a cache that are taken apart when somebody asks for them.
//!
//! In: a value. Out: its fingerprint, which costs nothing, and the value. Always: what was written is what is read: whoever
//! loads a cache has its sum to know that it is whole (`io/store.rs`), since what is found to be damaged later cannot be made anew.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, OnceLock};

use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::foundation::{Fingerprint, written};

/// See the module. Cheap to clone.
pub struct Late<T>(Arc<Inner<T>>);

struct Inner<T> {
    fingerprint: Fingerprint,
    /// Empty where the value was not read.
    written: Vec<u8>,
    value: OnceLock<T>,
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Late<T> {
        Late(self.0.clone())
    }
}

impl<T: Serialize + DeserializeOwned> Late<T> {
    pub fn of(value: T) -> Late<T> {
        let fingerprint = Fingerprint::of_written(&value);
        Late(Arc::new(Inner { fingerprint, written: Vec::new(), value: OnceLock::from(value) }))
    }

    /// Of the value as it is written down.
    pub fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprint
    }

    pub fn get(&self) -> &T {
        let Inner { written, value, .. } = &*self.0;
        value.get_or_init(|| postcard::from_bytes(written).expect("this program wrote it, and the cache is whole"))
    }
}

impl<T: Serialize> Serialize for Late<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.value.get() {
            Some(value) if self.0.written.is_empty() => serializer.serialize_bytes(&written(value)),
            _ => serializer.serialize_bytes(&self.0.written),
        }
    }
}

impl<'de, T> Deserialize<'de> for Late<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Late<T>, D::Error> {
        struct Bytes<T>(PhantomData<T>);
        impl<T> Visitor<'_> for Bytes<T> {
            type Value = Late<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value that is written down")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Late<T>, E> {
                let fingerprint = Fingerprint::of_bytes(bytes);
                Ok(Late(Arc::new(Inner { fingerprint, written: bytes.to_vec(), value: OnceLock::new() })))
            }
        }
        deserializer.deserialize_bytes(Bytes(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_what_it_was() {
        let late = Late::of(vec!["one".to_owned(), "two".to_owned()]);
        let bytes = postcard::to_allocvec(&late).expect("it can be written down");
        let read: Late<Vec<String>> = postcard::from_bytes(&bytes).expect("written just now");
        assert!(read.0.value.get().is_none());
        assert_eq!((read.get(), read.fingerprint()), (late.get(), late.fingerprint()));
        assert_ne!(late.fingerprint(), Late::of(Vec::<String>::new()).fingerprint());
    }
}
