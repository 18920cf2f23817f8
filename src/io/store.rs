//! Where the cache is kept: `.mensi/cache/` below the site's root.
//!
//! In: named bytes. Out: the same bytes, for the same program. Always: a file is replaced as a whole; one that is damaged
//! or was written by another version of the program is a warning, and as good as none.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::diag::Diagnostic;
use crate::foundation::Fingerprint;

use super::own::{self, real_folder};

/// The cache of a site.
pub struct Store {
    folder: PathBuf,
}

/// What every file of the cache begins with: which program wrote it.
const HEAD: &[u8] =
    concat!("mensi-site cache 1 ", env!("CARGO_PKG_VERSION"), " ", env!("MENSI_SOURCES"), "\n").as_bytes();

impl Store {
    /// The cache of the site at `root`, whose `.mensi/` is there (see [`super::lock()`]).
    ///
    /// # Errors
    /// Its folder cannot be made, or something else stands there: a warning, since the cache is never needed.
    pub fn open(root: &Path) -> Result<Store, Box<Diagnostic>> {
        let folder = root.join(".mensi/cache");
        let Err(problem) = real_folder(&folder) else { return Ok(Store { folder }) };
        let why = match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_symlink() => "it is a link, not a folder",
            Ok(_) => "it is not a folder",
            Err(_) => {
                let finding = Diagnostic::warning("cache", format!("there is no cache: {}", problem.message));
                return Err(Box::new(finding.help(problem.help)));
            }
        };
        let help =
            "delete .mensi/cache: mensi-site makes a folder there. The site is whole, but each build makes all of it";
        Err(Box::new(Diagnostic::warning("cache", format!("the cache .mensi/cache is not used: {why}")).help(help)))
    }

    /// Removes what a killed build may have left: half a file, where the next ones have nothing to save under its name.
    /// For who holds the lock (see [`super::lock()`]): another build may be writing such a file just now.
    pub fn tidy(&self) {
        self.remove_all(|name| name.ends_with(b".new"));
    }

    /// What was saved under a name; `None` where nothing was.
    ///
    /// # Errors
    /// What is there cannot be used: a warning, since the cache is never needed. It is removed, so that it is told once: a
    /// build with errors may have nothing to put in its place.
    pub fn load(&self, name: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        self.read(name).inspect_err(|_| remove(&self.folder.join(name)))
    }

    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        let path = self.folder.join(name);
        let shown = format!("the cache .mensi/cache/{name}");
        let bytes = match own::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(unusable(&shown, "it cannot be read")),
        };
        let Some(rest) = bytes.strip_prefix(HEAD) else {
            if bytes.starts_with(b"mensi-site cache ") {
                // Said once, of all that there is.
                return Err(unusable("the cache .mensi/cache", "it is from another version of mensi-site"));
            }
            return Err(unusable(&shown, "it is damaged"));
        };
        match rest.split_first_chunk::<16>() {
            Some((sum, payload)) if Fingerprint::of_bytes(payload).to_bytes() == *sum => {
                let start = bytes.len() - payload.len();
                let mut bytes = bytes;
                bytes.drain(..start);
                Ok(Some(bytes))
            }
            _ => Err(unusable(&shown, "it is damaged")),
        }
    }

    /// About how many bytes are kept under a name.
    pub fn size(&self, name: &str) -> usize {
        fs::symlink_metadata(self.folder.join(name)).map_or(0, |found| usize::try_from(found.len()).unwrap_or(0))
    }

    /// Keeps bytes under a name. A disk that is full keeps what was there; the cache is never needed.
    pub fn save(&self, name: &str, payload: &[u8]) {
        let path = self.folder.join(name);
        let temporary = self.folder.join(format!("{name}.new"));
        // Not written through, should somebody have put a link there.
        remove(&temporary);
        let written = fs::File::create_new(&temporary).and_then(|mut file| {
            file.write_all(HEAD)?;
            file.write_all(&Fingerprint::of_bytes(payload).to_bytes())?;
            file.write_all(payload)
        });
        let put = || {
            fs::rename(&temporary, &path).or_else(|_| {
                remove(&path);
                fs::rename(&temporary, &path)
            })
        };
        if written.and_then(|()| put()).is_err() {
            remove(&temporary);
        }
    }

    /// Removes all but the newest of the files whose names begin so.
    pub fn keep_newest(&self, prefix: &str, most: usize) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().filter_map(Result::ok);
        let ours = entries.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()));
        let time = |entry: &fs::DirEntry| entry.metadata().map(|found| super::record::mtime_ns(&found)).unwrap_or(0);
        let mut ours: Vec<(u64, PathBuf)> = ours.map(|entry| (time(&entry), entry.path())).collect();
        ours.sort_unstable();
        let old = ours.len().saturating_sub(most);
        ours[..old].iter().for_each(|(_, path)| remove(path));
    }

    fn remove_all(&self, wanted: impl Fn(&[u8]) -> bool) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().filter_map(Result::ok);
        let wanted = entries.filter(|entry| wanted(entry.file_name().as_encoded_bytes()));
        wanted.for_each(|entry| remove(&entry.path()));
    }

    /// The time that the disk gives to a file that is written now, in nanoseconds since 1970; `None` where it does not say.
    pub fn disk_time(&self) -> Option<u64> {
        let path = self.folder.join("tick");
        remove(&path);
        let mut file = fs::File::create_new(&path).ok()?;
        file.write_all(b".").ok()?;
        Some(super::record::mtime_ns(&file.metadata().ok()?)).filter(|time| *time != 0)
    }
}

/// Removes what stands in the place of a file of the cache, be it a folder. Links are not followed.
fn remove(path: &Path) {
    if fs::remove_file(path).is_err() {
        // Mostly there was nothing.
        let _ = fs::remove_dir_all(path);
    }
}

fn unusable(what: &str, why: &str) -> Box<Diagnostic> {
    let finding = Diagnostic::warning("cache", format!("{what} is not used: {why}"))
        .help("nothing is wrong with the site: what it held is made anew, and the next build is fast again");
    Box::new(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(root: &Path) -> Store {
        fs::create_dir_all(root.join(".mensi")).expect("a folder");
        Store::open(root).expect("a cache")
    }

    #[test]
    fn what_a_killed_build_left_is_removed() {
        let root = tempfile::tempdir().expect("a temporary folder");
        store(root.path()).save("bodies", b"kept");
        let half = root.path().join(".mensi/cache/bodies.new");
        fs::write(&half, "half").expect("a file");
        let store = store(root.path());
        assert!(half.exists(), "another build may be writing it");
        store.tidy();
        assert!(!half.exists());
        assert_eq!(store.load("bodies").expect("whole").as_deref(), Some(&b"kept"[..]));
    }

    #[test]
    fn of_many_outputs_the_latest_are_remembered() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let store = store(root.path());
        let saved = |name: &str| store.load(name).expect("whole").is_some();
        for number in 0..5 {
            store.save(&format!("pages-{number}"), b"x");
            let file = fs::File::options().write(true).open(root.path().join(format!(".mensi/cache/pages-{number}")));
            let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1000 - number);
            file.and_then(|file| file.set_modified(time)).expect("our own file");
        }
        store.save("bodies", b"x");
        store.keep_newest("pages-", 2);
        let left: Vec<bool> = (0..5).map(|number| saved(&format!("pages-{number}"))).collect();
        assert_eq!((left, saved("bodies")), (vec![true, true, false, false, false], true));
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let store = store(root.path());
        assert_eq!(store.load("x"), Ok(None));
        store.save("x", b"one");
        store.save("x", b"two");
        assert_eq!(store.load("x"), Ok(Some(b"two".to_vec())));
    }

    #[test]
    fn what_is_no_folder_is_no_cache() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(root.path().join(".mensi")).expect("a folder");
        let place = root.path().join(".mensi/cache");
        let refused = || *Store::open(root.path()).err().expect("no folder");
        fs::write(&place, "mine").expect("a file");
        assert!(refused().message.ends_with("it is not a folder"), "{:?}", refused());
        #[cfg(unix)]
        for target in ["nowhere", ".."] {
            fs::remove_file(&place).expect("a file");
            std::os::unix::fs::symlink(target, &place).expect("a link");
            assert!(refused().message.ends_with("it is a link, not a folder"), "{:?}", refused());
        }
    }

    #[test]
    fn a_folder_in_the_place_of_a_file_makes_way() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let store = store(root.path());
        for name in ["x", "x.new", "tick"] {
            let inner = root.path().join(".mensi/cache").join(name).join("deep");
            fs::create_dir_all(&inner).expect("a folder");
            fs::write(inner.join("file"), "").expect("a file");
        }
        assert_eq!(store.load("x").expect_err("no file").code, "cache");
        assert!(store.disk_time().is_some());
        store.save("x", b"one");
        assert_eq!(store.load("x"), Ok(Some(b"one".to_vec())));
        fs::create_dir(root.path().join(".mensi/cache/y.new")).expect("a folder");
        store.tidy();
        assert!(!root.path().join(".mensi/cache/y.new").exists());
    }

    #[test]
    fn damage_and_other_versions_are_warnings() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let store = store(root.path());
        store.save("x", b"payload");
        let path = root.path().join(".mensi/cache/x");
        let good = fs::read(&path).expect("a file");
        for end in 0..good.len() {
            fs::write(&path, &good[..end]).expect("a file");
            assert!(store.load("x").is_err(), "cut after {end}");
        }
        for at in 0..good.len() {
            let mut damaged = good.clone();
            damaged[at] ^= 1;
            fs::write(&path, damaged).expect("a file");
            let warning = store.load("x").expect_err("damaged");
            assert_eq!(store.load("x"), Ok(None), "it is told once");
            assert_eq!((warning.severity, warning.code), (crate::diag::Severity::Warning, "cache"), "byte {at}");
        }
    }
}
