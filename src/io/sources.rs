//! The sources of a site as they are now, read as far as that is needed.
//!
//! In: the site's folder, and how its files were when they were last read. Out: a snapshot in which a file that looks as it
//! did has not been opened. Always: a file that is opened later, because its bytes are asked for after all, is the file
//! that was looked at; where it is not, [`Sources::are_of_one_moment`] says so, and nothing made of them is to be used.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::foundation::{Fingerprint, SourcePath};
use crate::source::{File as SourceFile, Reader, Snapshot};

use super::IoProblem;
use super::folder::Folder;
use super::layout::{CONFIG, is_source};
use super::scan::{embedded, find_files, find_site, stand_in, unreadable};
use super::stamps::{Look, Stamp, Stamps};

/// How many files a thread looks at before another may take over.
const AT_ONCE: usize = 64;

/// See the module.
#[derive(Clone)]
pub struct Sources {
    pub snapshot: Snapshot,
    /// The stamps for the next time.
    pub stamps: Stamps,
    later: Arc<Later>,
}

/// Reads the whole site below `root`, with the embedded theme below its own.
///
/// # Errors
/// There is no mensi.yaml in `root`. A file that cannot be read is no error but a finding in `refused`.
pub fn scan(root: &Path) -> Result<Snapshot, IoProblem> {
    Ok(Sources::look(root, &Stamps::default(), None)?.snapshot)
}

impl Sources {
    /// Looks at all files, and reads those that do not look as `known` has them. `time` is the disk's time before any of
    /// them is looked at.
    ///
    /// # Errors
    /// As those of [`scan`].
    pub fn look(root: &Path, known: &Stamps, time: Option<u64>) -> Result<Sources, IoProblem> {
        Ok(Names::find(root)?.look(known, time))
    }

    /// The same sources after some files have changed; `None` where only a new look at everything tells what they are.
    pub fn after(&self, changed: &BTreeSet<SourcePath>) -> Option<Sources> {
        let mut sources = self.clone();
        for path in changed {
            let place = self.later.tree.join(path.as_str());
            match fs::symlink_metadata(&place) {
                Ok(found) if found.is_file() && is_source(path) => {
                    let (bytes, _) = File::open(&place).and_then(read).ok()?;
                    sources.snapshot.files.insert(path.clone(), bytes.into());
                }
                // Without a configuration there is no site.
                Err(error) if error.kind() == io::ErrorKind::NotFound && path.as_str() != CONFIG => {
                    sources.snapshot.files.remove(path);
                    sources.snapshot.files.extend(stand_in(path).map(|file| (path.clone(), file)));
                }
                _ => return None,
            }
            sources.stamps.forget(path);
        }
        // What was refused may be what changed.
        sources.snapshot.refused.is_empty().then_some(sources)
    }

    /// The files that look as `known` has them and hold something else, so that a look takes them for what they no longer
    /// are. For sources that have all been read.
    pub fn misjudged(&self, known: &Stamps) -> Vec<&SourcePath> {
        let known = known.beside(self.snapshot.files.keys());
        let files: Vec<_> = self.snapshot.files.iter().zip(known).collect();
        let is_misjudged = |((path, file), known): &((&SourcePath, &SourceFile), Option<Stamp>)| {
            known.is_some_and(|stamp| {
                let looks_the_same =
                    || self.later.folder.look_behind(path.as_str()).is_ok_and(|seen| seen.look == stamp.look);
                stamp.fingerprint != file.fingerprint() && looks_the_same()
            })
        };
        files.into_par_iter().filter(is_misjudged).map(|((path, _), _)| path).collect()
    }

    /// Whether every file that was read later still was the one that had been looked at. Asked when all is made.
    pub fn are_of_one_moment(&self) -> bool {
        !self.later.changed.load(Ordering::Acquire)
    }
}

/// The names of all files that a build may read.
pub struct Names {
    tree: PathBuf,
    files: Vec<SourcePath>,
    refused: Diagnostics,
}

impl Names {
    /// # Errors
    /// There is no mensi.yaml in `root`.
    pub fn find(root: &Path) -> Result<Names, IoProblem> {
        let tree = find_site(root)?;
        let (files, refused) = find_files(&tree);
        Ok(Names { tree, files, refused })
    }

    /// See [`Sources::look`].
    pub fn look(self, known: &Stamps, time: Option<u64>) -> Sources {
        let Names { tree, files, mut refused } = self;
        let later = Arc::new(Later { folder: Folder::new(&tree), tree, changed: AtomicBool::new(false) });
        let known = known.beside(files.iter());
        let looked: Vec<_> = files
            .into_par_iter()
            .zip(known)
            .with_max_len(AT_ONCE)
            .map(|(path, known)| (look(&path, known, &later), path))
            .collect();
        let mut found = Vec::with_capacity(looked.len());
        let mut stamps = Vec::with_capacity(looked.len());
        for (looked, path) in looked {
            match looked {
                Ok((file, stamp)) => {
                    stamps.push((path.clone(), stamp));
                    found.push((path, file));
                }
                Err(error) => refused.push(unreadable(&path, &error)),
            }
        }
        let mut snapshot = Snapshot { files: found.into_iter().collect(), refused };
        for (path, file) in embedded() {
            snapshot.files.entry(path).or_insert(file);
        }
        Sources { snapshot, stamps: Stamps::settled(stamps.into_iter(), time), later }
    }
}

/// A file, read unless it looks as it did.
fn look(path: &SourcePath, known: Option<Stamp>, later: &Arc<Later>) -> io::Result<(SourceFile, Stamp)> {
    if let Some(stamp) = known
        && later.folder.look_behind(path.as_str())?.look == stamp.look
    {
        let file = SourceFile::unread(stamp.fingerprint, stamp.look.size, path.clone(), later.clone());
        return Ok((file, stamp));
    }
    let (bytes, look) = read(later.folder.open(path.as_str())?)?;
    let file = SourceFile::from(bytes);
    let stamp = Stamp { look, fingerprint: file.fingerprint() };
    Ok((file, stamp))
}

/// Larger files are refused: a file is held in memory.
const LARGEST: u64 = 512 * 1024 * 1024;

fn read(file: File) -> io::Result<(Vec<u8>, Look)> {
    let look = Look::of(&file.metadata()?);
    if look.size > LARGEST {
        return Err(io::Error::other("it is larger than 512 MB"));
    }
    let mut bytes = Vec::with_capacity(look.size as usize);
    // Not asked whether there is more: what was added after the look shows at the next one. A file that says that it is
    // empty may be none of the kind that have a size.
    let most = if look.size == 0 { LARGEST } else { look.size };
    file.take(most).read_to_end(&mut bytes)?;
    Ok((bytes, look))
}

/// Reads files that have only been looked at.
struct Later {
    /// The canonical root.
    tree: PathBuf,
    folder: Folder,
    /// Whether one of them had changed by then.
    changed: AtomicBool,
}

impl Reader for Later {
    fn read(&self, path: &SourcePath, fingerprint: Fingerprint) -> Option<Vec<u8>> {
        let bytes = self.folder.open(path.as_str()).and_then(read).ok().map(|(bytes, _)| bytes);
        let same = bytes.filter(|bytes| Fingerprint::of_bytes(bytes) == fingerprint);
        if same.is_none() {
            self.changed.store(true, Ordering::Release);
        }
        same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("mensi.yaml"), "title: x\n").expect("a file");
        fs::create_dir(folder.path().join("content")).expect("a folder");
        fs::write(folder.path().join("content/a.md"), "one").expect("a file");
        folder
    }

    fn later(root: &Path) -> Option<u64> {
        std::thread::sleep(std::time::Duration::from_millis(60));
        fs::write(root.join("tick"), ".").expect("a file");
        Some(super::super::record::mtime_ns(&fs::metadata(root.join("tick")).expect("a file")))
    }

    #[test]
    fn a_file_that_looks_the_same_is_not_opened() {
        let site = site();
        let root = site.path();
        let first = Sources::look(root, &Stamps::default(), later(root)).expect("a site");
        assert_eq!(first.stamps.count(), 2);
        let second = Sources::look(root, &first.stamps, later(root)).expect("a site");
        assert_eq!(second.snapshot.files, first.snapshot.files);
        // It is opened when it is asked for; by then it is another file.
        fs::write(root.join("content/a.md"), "two").expect("a file");
        assert!(second.are_of_one_moment());
        assert_eq!(second.snapshot.get("content/a.md").expect("a file").bytes(), b"");
        assert!(!second.are_of_one_moment());
        let third = Sources::look(root, &first.stamps, later(root)).expect("a site");
        assert_eq!(third.snapshot.get("content/a.md").expect("a file").bytes(), b"two");
    }

    #[test]
    fn size_and_time_put_back_do_not_hide_a_change() {
        let site = site();
        let root = site.path();
        let first = Sources::look(root, &Stamps::default(), later(root)).expect("a site");
        let place = root.join("content/a.md");
        let time = fs::metadata(&place).and_then(|found| found.modified()).expect("a time");
        for how in ["in place", "by rename"] {
            let new = if how == "in place" { place.clone() } else { root.join("new") };
            fs::write(&new, if how == "in place" { "two" } else { "six" }).expect("a file");
            File::options().write(true).open(&new).and_then(|file| file.set_modified(time)).expect("our own file");
            if how == "by rename" {
                fs::rename(&new, &place).expect("renamed");
            }
            let again = Sources::look(root, &first.stamps, later(root)).expect("a site");
            assert_ne!(again.snapshot.get("content/a.md").expect("a file").bytes(), b"one", "{how}");
        }
    }

    #[test]
    fn some_files_after_they_changed() {
        let site = site();
        let root = site.path();
        let first = Sources::look(root, &Stamps::default(), None).expect("a site");
        fs::write(root.join("content/a.md"), "two").expect("a file");
        fs::write(root.join("content/b.md"), "new").expect("a file");
        let paths = |names: &[&str]| names.iter().map(|name| SourcePath::new(name).expect("clean")).collect();
        let second = first.after(&paths(&["content/a.md", "content/b.md"])).expect("plain files");
        assert_eq!(second.snapshot.files, scan(root).expect("a site").files);
        fs::remove_file(root.join("content/a.md")).expect("a file");
        let third = second.after(&paths(&["content/a.md"])).expect("plain files");
        assert_eq!(third.snapshot.files, scan(root).expect("a site").files);
        fs::create_dir_all(root.join("themes/mensi")).expect("a folder");
        fs::write(root.join("themes/mensi/theme.yaml"), "own").expect("a file");
        let theme = paths(&["themes/mensi/theme.yaml"]);
        let own = third.after(&theme).expect("plain files");
        assert_eq!(own.snapshot.get("themes/mensi/theme.yaml").expect("a file").bytes(), b"own");
        fs::remove_file(root.join("themes/mensi/theme.yaml")).expect("a file");
        let embedded = own.after(&theme).expect("plain files");
        assert_eq!(embedded.snapshot.files, scan(root).expect("a site").files);
        fs::create_dir(root.join("content/a.md")).expect("a folder");
        assert!(third.after(&paths(&["content/a.md"])).is_none());
        fs::remove_file(root.join("mensi.yaml")).expect("a file");
        assert!(third.after(&paths(&["mensi.yaml"])).is_none());
    }

    #[test]
    fn files_of_any_size_are_read_whole() {
        let site = site();
        let root = site.path();
        let place = root.join("content/a.md");
        let held = |known: &Stamps| {
            let sources = Sources::look(root, known, later(root)).expect("a site");
            let held = sources.snapshot.get("content/a.md").expect("a file").bytes().to_vec();
            (held, sources.stamps)
        };
        let mut known = Stamps::default();
        for text in ["", "one", "one and more", ""] {
            fs::write(&place, text).expect("a file");
            let (bytes, stamps) = held(&known);
            assert_eq!(bytes, text.as_bytes());
            known = stamps;
        }
    }
}
