//! A folder of which thousands of files are looked at, read or written.
//!
//! In: a folder, and paths below it, with `/` between their parts. Out: what the disk does for the whole path. Always: the
//! same as `std::fs` does; where the system can, the way to the folder is walked once and not for each file, which takes
//! half of the time of a look.

use std::fs;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

#[cfg(unix)]
use rustix::fs::{FileType, Mode, OFlags};

use super::stamps::Look;

/// See the module.
pub(super) struct Folder {
    path: PathBuf,
    #[cfg(unix)]
    open: Option<fs::File>,
}

/// What stands at a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Seen {
    pub look: Look,
    /// A plain file: no folder, link, device or pipe.
    pub is_file: bool,
    pub is_folder: bool,
}

impl Seen {
    fn of(found: &fs::Metadata) -> Seen {
        Seen { look: Look::of(found), is_file: found.is_file(), is_folder: found.is_dir() }
    }
}

impl Folder {
    /// A folder that need not be there: then nothing is in it.
    pub fn new(path: &Path) -> Folder {
        Folder {
            path: path.to_owned(),
            #[cfg(unix)]
            open: fs::File::open(path).ok(),
        }
    }

    /// What stands at a path below it, which may be a link: then that itself.
    pub fn look(&self, path: &str) -> io::Result<Seen> {
        #[cfg(unix)]
        if let Some(open) = &self.open {
            return beside(open, path, rustix::fs::AtFlags::SYMLINK_NOFOLLOW);
        }
        fs::symlink_metadata(self.path.join(path)).map(|found| Seen::of(&found))
    }

    /// Opens a file to read it.
    pub fn open(&self, path: &str) -> io::Result<fs::File> {
        #[cfg(unix)]
        if let Some(open) = &self.open {
            let flags = OFlags::RDONLY | OFlags::CLOEXEC;
            return Ok(rustix::fs::openat(open, path, flags, Mode::empty())?.into());
        }
        fs::File::open(self.path.join(path))
    }

    /// The whole path of what is below it.
    pub fn at(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    /// A part of a file: from this byte on, so many.
    pub fn read_part(&self, path: &str, start: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        let mut file = self.open(path)?;
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Makes a file that is not there, to write it.
    pub fn create_new(&self, path: &str) -> io::Result<fs::File> {
        #[cfg(unix)]
        if let Some(open) = &self.open {
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
            return Ok(rustix::fs::openat(open, path, flags, Mode::from_raw_mode(0o666))?.into());
        }
        fs::File::create_new(self.path.join(path))
    }

    /// Makes a folder; there may be one already. Most likely it is missing alone, without the one that it is in.
    pub fn make(&self, path: &str) -> io::Result<()> {
        #[cfg(unix)]
        let made = match &self.open {
            Some(open) => rustix::fs::mkdirat(open, path, Mode::from_raw_mode(0o777)).map_err(io::Error::from),
            None => fs::create_dir(self.path.join(path)),
        };
        #[cfg(not(unix))]
        let made = fs::create_dir(self.path.join(path));
        match made {
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(self.path.join(path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Moves what is at one path to another, over a file that is there.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(open) = &self.open {
            return Ok(rustix::fs::renameat(open, from, open, to)?);
        }
        fs::rename(self.path.join(from), self.path.join(to))
    }

    /// The same as [`Folder::look`], where a link stands for what it leads to.
    pub fn look_behind(&self, path: &str) -> io::Result<Seen> {
        #[cfg(unix)]
        if let Some(open) = &self.open {
            return beside(open, path, rustix::fs::AtFlags::empty());
        }
        fs::metadata(self.path.join(path)).map(|found| Seen::of(&found))
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_cast, reason = "systems count devices and nodes in numbers of several sizes")]
fn beside(folder: &fs::File, path: &str, flags: rustix::fs::AtFlags) -> io::Result<Seen> {
    let found = rustix::fs::statat(folder, path, flags)?;
    let ns = |seconds, ns| u64::try_from(i128::from(seconds) * 1_000_000_000 + i128::from(ns)).unwrap_or(0);
    let look = Look {
        size: u64::try_from(found.st_size).unwrap_or(0),
        mtime_ns: ns(found.st_mtime, found.st_mtime_nsec),
        ctime_ns: ns(found.st_ctime, found.st_ctime_nsec),
        device: found.st_dev as u64,
        inode: found.st_ino as u64,
    };
    let kind = FileType::from_raw_mode(found.st_mode);
    Ok(Seen { look, is_file: kind == FileType::RegularFile, is_folder: kind == FileType::Directory })
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;

    #[test]
    fn a_look_from_the_folder_is_that_of_the_whole_path() {
        let place = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(place.path().join("a")).expect("a folder");
        fs::write(place.path().join("a/b.txt"), "b").expect("a file");
        let folder = Folder::new(place.path());
        let mut paths = vec!["a", "a/b.txt"];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("b.txt", place.path().join("a/link")).expect("a link");
            paths.push("a/link");
        }
        for path in paths {
            let whole = place.path().join(path);
            let itself = Seen::of(&fs::symlink_metadata(&whole).expect("it is there"));
            let behind = Seen::of(&fs::metadata(&whole).expect("it is there"));
            assert_eq!(folder.look(path).expect("it is there"), itself, "{path}");
            assert_eq!(folder.look_behind(path).expect("it is there"), behind, "{path}");
        }
        assert_eq!(folder.look("c").expect_err("nothing").kind(), io::ErrorKind::NotFound);
        assert_eq!(folder.create_new("c/d/e").expect_err("no folder").kind(), io::ErrorKind::NotFound);
        folder.make("c/d").expect("two folders");
        folder.make("c/d").expect("there already");
        folder.create_new("c/d/e").and_then(|mut file| file.write_all(b"e")).expect("written");
        assert_eq!(folder.create_new("c/d/e").expect_err("there").kind(), io::ErrorKind::AlreadyExists);
        folder.rename("c/d/e", "a/b.txt").expect("moved");
        let mut text = String::new();
        folder.open("a/b.txt").and_then(|mut file| file.read_to_string(&mut text)).expect("read");
        assert_eq!(text, "e");
        let nowhere = Folder::new(&place.path().join("nowhere"));
        assert_eq!(nowhere.look("c").expect_err("nothing").kind(), io::ErrorKind::NotFound);
    }
}
