//! One file of the snapshot.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::foundation::{Fingerprint, SourcePath};

/// A file as the scan found it. What it holds is known by its fingerprint; it is read when somebody asks for the bytes,
/// so that a build that finds a file unchanged since the last one need not open it. Cheap to clone.
#[derive(Clone)]
pub struct File(Arc<Inner>);

struct Inner {
    fingerprint: Fingerprint,
    size: u64,
    contents: OnceLock<Contents>,
    reader: Option<(SourcePath, Arc<dyn Reader>)>,
}

/// UTF-8 is found once: texts are asked for again and again.
enum Contents {
    Text(Arc<str>),
    Bytes(Arc<[u8]>),
}

/// Reads files that the scan has only looked at.
pub trait Reader: Send + Sync {
    /// The bytes of the file; `None` where it cannot be read or no longer has that fingerprint. Then the reader knows that
    /// the snapshot is of no one moment, and whoever made it asks for another.
    fn read(&self, path: &SourcePath, fingerprint: Fingerprint) -> Option<Vec<u8>>;
}

impl File {
    /// A file that has not been read: only what is known of it since it last was.
    pub fn unread(fingerprint: Fingerprint, size: u64, path: SourcePath, reader: Arc<dyn Reader>) -> File {
        File(Arc::new(Inner { fingerprint, size, contents: OnceLock::new(), reader: Some((path, reader)) }))
    }

    /// Whether it is this very file, of the same look at the disk: a file that is not read yet is read by whoever looked.
    pub fn is(&self, other: &File) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprint
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.0.size
    }

    pub fn bytes(&self) -> &[u8] {
        match self.contents() {
            Contents::Text(text) => text.as_bytes(),
            Contents::Bytes(bytes) => bytes,
        }
    }

    /// Whether it was another, or gone, when it came to be read: then it holds nothing.
    pub fn is_misread(&self) -> bool {
        Fingerprint::of_bytes(self.bytes()) != self.fingerprint()
    }

    /// `None` where it is not UTF-8.
    pub fn text(&self) -> Option<&str> {
        match self.contents() {
            Contents::Text(text) => Some(text),
            Contents::Bytes(_) => None,
        }
    }

    /// The bytes to keep.
    pub fn shared(&self) -> Arc<[u8]> {
        match self.contents() {
            Contents::Text(text) => text.clone().into(),
            Contents::Bytes(bytes) => bytes.clone(),
        }
    }

    fn contents(&self) -> &Contents {
        self.0.contents.get_or_init(|| {
            let read = self.0.reader.as_ref().and_then(|(path, reader)| reader.read(path, self.0.fingerprint));
            Contents::of(read.unwrap_or_default())
        })
    }
}

impl Contents {
    fn of(bytes: Vec<u8>) -> Contents {
        match simdutf8::basic::from_utf8(&bytes) {
            Ok(text) => Contents::Text(text.into()),
            Err(_) => Contents::Bytes(bytes.into()),
        }
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> File {
        File(Arc::new(Inner {
            fingerprint: Fingerprint::of_bytes(&bytes),
            size: bytes.len() as u64,
            contents: OnceLock::from(Contents::of(bytes)),
            reader: None,
        }))
    }
}

impl From<&[u8]> for File {
    fn from(bytes: &[u8]) -> File {
        File::from(bytes.to_vec())
    }
}

impl PartialEq for File {
    fn eq(&self, other: &File) -> bool {
        self.0.fingerprint == other.0.fingerprint
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({} bytes, {:?})", self.0.size, self.0.fingerprint)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    struct Once(AtomicUsize);

    impl Reader for Once {
        fn read(&self, path: &SourcePath, _: Fingerprint) -> Option<Vec<u8>> {
            self.0.fetch_add(1, Ordering::Relaxed);
            Some(path.as_str().as_bytes().to_vec())
        }
    }

    #[test]
    fn a_file_is_read_when_it_is_asked_for_and_once() {
        let reader = Arc::new(Once(AtomicUsize::new(0)));
        let path = SourcePath::new("content/a.md").expect("clean");
        let file = File::unread(Fingerprint::of_bytes(b"content/a.md"), 12, path, reader.clone());
        assert_eq!(reader.0.load(Ordering::Relaxed), 0);
        assert_eq!(file.text(), Some("content/a.md"));
        assert_eq!(file.clone().bytes(), b"content/a.md");
        assert_eq!(reader.0.load(Ordering::Relaxed), 1);
        assert_eq!(file, File::from(&b"content/a.md"[..]));
    }

    #[test]
    fn a_file_that_is_another_when_it_is_read_holds_nothing() {
        struct Gone;
        impl Reader for Gone {
            fn read(&self, _: &SourcePath, _: Fingerprint) -> Option<Vec<u8>> {
                None
            }
        }
        let path = SourcePath::new("content/a.md").expect("clean");
        let gone = File::unread(Fingerprint::of_bytes(b"a"), 1, path, Arc::new(Gone));
        assert!(gone.is_misread() && gone.bytes().is_empty());
        assert!(!File::from(&b"a"[..]).is_misread() && !File::from(&b""[..]).is_misread());
    }

    #[test]
    fn bytes_that_are_no_text_are_bytes() {
        let file = File::from(&b"\xff"[..]);
        assert_eq!((file.text(), file.bytes(), &*file.shared()), (None, &b"\xff"[..], &b"\xff"[..]));
    }
}
