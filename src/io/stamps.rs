//! How source files were when they were last read.
//!
//! In: what the disk says of a file. Out: whether it is still the file that was read. Always: with git's care for a file
//! that changed within the clock's tick: such a file is read again.

use std::fs::Metadata;

use serde::{Deserialize, Serialize};

use crate::foundation::{Fingerprint, SourcePath};

use super::beside::Beside;
use super::record::mtime_ns;

/// What the disk says of a file, and what it held when it said so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stamp {
    pub look: Look,
    pub fingerprint: Fingerprint,
}

/// What the disk says of a file without opening it. Times are in nanoseconds since 1970. A file that is replaced has
/// another inode; one that is changed and set back to its old time has another time of change, which nobody can set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Look {
    pub size: u64,
    pub mtime_ns: u64,
    pub ctime_ns: u64,
    pub device: u64,
    pub inode: u64,
}

impl Look {
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Look {
        use std::os::unix::fs::MetadataExt;
        let ctime = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
        Look {
            size: metadata.len(),
            mtime_ns: mtime_ns(metadata),
            ctime_ns: u64::try_from(ctime).unwrap_or(0),
            device: metadata.dev(),
            inode: metadata.ino(),
        }
    }

    #[cfg(not(unix))]
    pub fn of(metadata: &Metadata) -> Look {
        Look { size: metadata.len(), mtime_ns: mtime_ns(metadata), ctime_ns: 0, device: 0, inode: 0 }
    }

    /// Whether a change after `time` would show. Disks count in ticks, some of a hundredth of a second, old ones of two
    /// seconds: a file that changes twice in one looks the same.
    fn is_settled(&self, time: u64) -> bool {
        const SECOND: u64 = 1_000_000_000;
        let tick = if time.is_multiple_of(SECOND) { 2 * SECOND } else { SECOND / 50 };
        self.mtime_ns != 0 && self.mtime_ns.max(self.ctime_ns) + tick < time
    }
}

/// The stamps of all source files, in the order of their paths.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Stamps(Vec<(SourcePath, Stamp)>);

impl Stamps {
    /// The stamps of files that were looked at after `time`, as the disk counts; those that would not show a change are
    /// left out. They come in the order of their paths.
    pub fn settled(all: impl Iterator<Item = (SourcePath, Stamp)>, time: Option<u64>) -> Stamps {
        let Some(time) = time else { return Stamps::default() };
        Stamps(all.filter(|(_, stamp)| stamp.look.is_settled(time)).collect())
    }

    /// The stamp of each of these files, which come in the order of their paths.
    pub fn beside<'a>(&self, paths: impl Iterator<Item = &'a SourcePath>) -> Vec<Option<Stamp>> {
        let mut stamps = Beside::new(self.0.iter().map(|(path, stamp)| (path, *stamp)));
        paths.map(|path| stamps.of(path)).collect()
    }

    /// Forgets a file: it is read the next time.
    pub fn forget(&mut self, path: &SourcePath) {
        if let Ok(place) = self.0.binary_search_by(|(other, _)| other.cmp(path)) {
            self.0.remove(place);
        }
    }

    /// Of how many files there is one.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_just_changed_is_not_trusted() {
        let look = Look { size: 1, mtime_ns: 5_000_000_001, ctime_ns: 5_000_000_001, device: 0, inode: 0 };
        assert!(look.is_settled(5_500_000_001));
        assert!(!look.is_settled(5_005_000_001), "within a tick");
        assert!(!look.is_settled(4_000_000_001), "from the future");
        assert!(!look.is_settled(6_000_000_000), "a disk that counts in seconds");
        assert!(!Look { ctime_ns: 5_499_999_999, ..look }.is_settled(5_500_000_001), "set back");
        assert!(!Look { mtime_ns: 0, ..look }.is_settled(5_500_000_001), "a disk without times");
    }
}
