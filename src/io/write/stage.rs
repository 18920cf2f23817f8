//! The place where files are written before any of them comes into place.
//!
//! In: the output folder, files as they are made. Out: the files in `.mensi-tmp` of the output folder, then in place.
//! Always: a folder is made once, when the first file for it comes; nothing is moved before the caller says so; what a
//! killed build left is removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::foundation::OutPath;
use crate::io::IoProblem;
use crate::io::record::mtime_ns;
use crate::io::standing::{ancestors, parent};

/// Where everything is written first. A name that no release has, since dot files of this kind are not read.
const STAGE: &str = ".mensi-tmp";

/// Over how many folders those files are spread that take the place of others.
const FOLDERS: usize = 64;

/// See the module.
pub(super) struct Stage {
    out: PathBuf,
    /// Made with the first file: a build that changes nothing makes nothing.
    made: OnceLock<Result<(), IoProblem>>,
    out_was_there: bool,
}

/// Where in the stage a file waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Waits {
    /// In folders like those that it will be in: nothing stands in its place.
    InTree,
    /// Under a number: it takes the place of another.
    Numbered(usize),
}

impl Stage {
    pub fn new(out: &Path) -> Result<Stage, IoProblem> {
        let stage = Stage { out: out.to_owned(), made: OnceLock::new(), out_was_there: out.exists() };
        let folder = stage.folder();
        discard(&folder).map_err(|error| IoProblem::system("clear", &folder, &error))?;
        Ok(stage)
    }

    /// Whether a killed build has left one.
    pub fn is_left(out: &Path) -> bool {
        fs::symlink_metadata(out.join(STAGE)).is_ok()
    }

    fn folder(&self) -> PathBuf {
        self.out.join(STAGE)
    }

    fn place(&self, path: &OutPath, waits: Waits) -> PathBuf {
        match waits {
            Waits::InTree => self.folder().join("tree").join(path.as_str()),
            // In several folders: two threads cannot make files in one at the same time.
            Waits::Numbered(number) => self.folder().join((number % FOLDERS).to_string()).join(number.to_string()),
        }
    }

    fn ready(&self) -> Result<(), IoProblem> {
        let make = || {
            fs::create_dir_all(&self.out).map_err(|error| IoProblem::system("make the folder", &self.out, &error))?;
            for folder in [self.folder(), self.folder().join("tree")] {
                fs::create_dir(&folder).map_err(|error| IoProblem::system("make the folder", &folder, &error))?;
            }
            Ok(())
        };
        self.made.get_or_init(make).clone()
    }

    /// Writes a file that is to come into place; the time at which that was done, in nanoseconds since 1970.
    pub fn write(&self, path: &OutPath, waits: Waits, bytes: &[u8]) -> Result<u64, IoProblem> {
        self.ready()?;
        let place = self.place(path, waits);
        // Nearly every page has a folder of its own, which nobody has made yet.
        if waits == Waits::InTree && place.ends_with("index.html") {
            let folder = place.parent().expect("a place in the stage has a folder");
            make_folder(folder).map_err(|error| IoProblem::system("make the folder", folder, &error))?;
        }
        let opened = match File::create_new(&place) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let folder = place.parent().expect("a place in the stage has a folder");
                make_folder(folder).and_then(|()| File::create_new(&place))
            }
            opened => opened,
        };
        let written = opened.and_then(|mut file| {
            file.write_all(bytes)?;
            Ok(mtime_ns(&file.metadata()?))
        });
        written.map_err(|error| IoProblem::system("write", Path::new(path.as_str()), &error))
    }

    /// What brings everything into place, in this order: assets, then pages; each is a path of the output and where it
    /// waits. A folder of `fresh`, which is not there, comes as one; `fresh` names the topmost such folder of each.
    pub fn moves<'a>(
        &self,
        written: impl Iterator<Item = (&'a OutPath, Waits)>,
        fresh: &'a BTreeMap<String, String>,
    ) -> [Vec<(&'a str, PathBuf)>; 2] {
        let tops: BTreeSet<&str> = fresh.values().map(String::as_str).collect();
        let tops = tops.into_iter().map(|top| (top, self.folder().join("tree").join(top)));
        let files = written
            .filter(|(path, _)| !fresh.contains_key(parent(path.as_str())))
            .map(|(path, waits)| (path.as_str(), self.place(path, waits)));
        let (assets, pages) = tops.chain(files).partition(|(path, _)| is_asset(path));
        [assets, pages]
    }

    /// Does it.
    pub fn move_into_place(&self, moves: [Vec<(&str, PathBuf)>; 2]) -> Result<(), IoProblem> {
        for moves in moves {
            moves.into_par_iter().try_for_each(|(path, from)| {
                let to = self.out.join(path);
                fs::rename(from, &to).map_err(|error| IoProblem::system("put into place", &to, &error))
            })?;
        }
        Ok(())
    }

    /// A file that takes the place of another may turn out to wait in the tree as well: its folder is not there any more.
    pub fn move_to_tree(&self, path: &OutPath, waits: Waits) -> Result<(), IoProblem> {
        let to = self.place(path, Waits::InTree);
        let moved = make_folder(to.parent().expect("a place in the stage has a folder"))
            .and_then(|()| fs::rename(self.place(path, waits), &to));
        moved.map_err(|error| IoProblem::system("put into place", &to, &error))
    }

    /// Leaves nothing behind; an output folder that was made for this and has nothing in it goes too.
    pub fn clear(&self) {
        if self.made.get().is_some() {
            let _ = discard(&self.folder());
            if !self.out_was_there {
                let _ = fs::remove_dir(&self.out);
            }
        }
    }
}

/// Makes a folder that is most likely missing alone. Two threads may make the same.
fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(folder),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// Removes what a killed build may have left. Links are not followed.
fn discard(stage: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(stage) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(stage),
        Ok(_) => fs::remove_file(stage),
        Err(_) => Ok(()),
    };
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Whether a path comes into place before the pages that refer to it.
pub(super) fn is_asset(path: &str) -> bool {
    ["assets", "files"]
        .into_iter()
        .any(|top| path.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// A path that is a file of the release and a folder of another.
pub(super) fn conflict<'a>(paths: &[&'a OutPath]) -> Option<&'a str> {
    let is_file = |folder: &&str| paths.binary_search_by(|path| path.as_str().cmp(folder)).is_ok();
    paths.iter().flat_map(|path| ancestors(path.as_str())).find(is_file)
}
