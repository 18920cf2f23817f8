//! The place where files are written before any of them comes into place.
//!
//! In: the output folder, files as they are made. Out: the files in `.mensi-tmp` of the output folder, then in place.
//! Always: a folder is made once, when the first file for it comes; nothing is moved before the caller says so; what a
//! killed build left is removed.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::foundation::OutPath;
use crate::io::IoProblem;
use crate::io::folder::Folder;
use crate::io::record::mtime_ns;
use crate::io::standing::{Fresh, ancestors, parent};

/// Where everything is written first. A name that no release has, since dot files of this kind are not read.
const STAGE: &str = ".mensi-tmp";

/// Over how many folders those files are spread that take the place of others.
const FOLDERS: usize = 64;

/// See the module.
pub(super) struct Stage {
    out: PathBuf,
    /// The output folder, made with the first file: a build that changes nothing makes nothing.
    made: OnceLock<Result<Folder, IoProblem>>,
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

/// Nearly every page is this file of a folder of its own, which nobody has made yet.
const INDEX: &str = "/index.html";

/// The folder that folders of pages were made in last: the next page is mostly beside the last one, and from there the way
/// to it is short.
#[derive(Default)]
pub(super) struct Near {
    /// As seen from the output folder.
    path: String,
    folder: Option<Folder>,
}

impl Near {
    /// Makes a folder with its index in it. The outer result is that of the folder, the inner one that of the file.
    fn make(&mut self, out: &Folder, path: &str) -> io::Result<io::Result<fs::File>> {
        let above = parent(path);
        let name = &path[above.len() + 1..];
        let folder = match self.folder.take().filter(|_| self.path == above) {
            Some(folder) => folder,
            None => {
                out.make(above)?;
                above.clone_into(&mut self.path);
                Folder::new(&out.at(above))
            }
        };
        let folder = self.folder.insert(folder);
        folder.make(name)?;
        Ok(folder.create_new(&[name, INDEX].concat()))
    }
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

    fn ready(&self) -> Result<&Folder, IoProblem> {
        let make = || {
            fs::create_dir_all(&self.out).map_err(|error| IoProblem::system("make the folder", &self.out, &error))?;
            let out = Folder::new(&self.out);
            let problem = |error| IoProblem::system("make the folder", &self.folder(), &error);
            out.make(&place_in_tree("")).map_err(problem)?;
            Ok(out)
        };
        self.made.get_or_init(make).as_ref().map_err(IoProblem::clone)
    }

    /// Writes a file that is to come into place; the time at which that was done, in nanoseconds since 1970.
    pub fn write(&self, near: &mut Near, path: &OutPath, waits: Waits, bytes: &[u8]) -> Result<u64, IoProblem> {
        let out = self.ready()?;
        let place = place(path, waits);
        let opened = match place.strip_suffix(INDEX).filter(|_| waits == Waits::InTree) {
            Some(folder) => {
                let made = near.make(out, folder);
                made.map_err(|error| IoProblem::system("make the folder", &self.out.join(folder), &error))?
            }
            None => match out.create_new(&place) {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    out.make(parent(&place)).and_then(|()| out.create_new(&place))
                }
                opened => opened,
            },
        };
        let written = opened.and_then(|mut file| {
            file.write_all(bytes)?;
            Ok(mtime_ns(&file.metadata()?))
        });
        written.map_err(|error| IoProblem::system("write", Path::new(path.as_str()), &error))
    }

    /// What brings everything into place, in this order: assets, then pages; each is a path of the output and where it
    /// waits. A folder that is not there comes as one.
    pub fn moves<'a>(
        &self,
        written: impl Iterator<Item = (&'a OutPath, Waits)>,
        fresh: &Fresh<'a>,
    ) -> [Vec<(&'a str, String)>; 2] {
        let tops = fresh.tops().map(|top| (top, place_in_tree(top)));
        let files = written
            .filter(|(path, _)| !fresh.has(parent(path.as_str())))
            .map(|(path, waits)| (path.as_str(), place(path, waits)));
        let (assets, pages) = tops.chain(files).partition(|(path, _)| is_asset(path));
        [assets, pages]
    }

    /// Does it.
    pub fn move_into_place(&self, moves: [Vec<(&str, String)>; 2]) -> Result<(), IoProblem> {
        let out = self.ready()?;
        for moves in moves {
            moves.into_par_iter().try_for_each(|(path, from)| {
                out.rename(&from, path)
                    .map_err(|error| IoProblem::system("put into place", &self.out.join(path), &error))
            })?;
        }
        Ok(())
    }

    /// A file that takes the place of another may turn out to wait in the tree as well: its folder is not there any more.
    pub fn move_to_tree(&self, path: &OutPath, waits: Waits) -> Result<(), IoProblem> {
        let out = self.ready()?;
        let to = place(path, Waits::InTree);
        let moved = out.make(parent(&to)).and_then(|()| out.rename(&place(path, waits), &to));
        moved.map_err(|error| IoProblem::system("put into place", &self.out.join(to), &error))
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

/// Where a file waits, as seen from the output folder.
fn place(path: &OutPath, waits: Waits) -> String {
    match waits {
        Waits::InTree => place_in_tree(path.as_str()),
        // In several folders: two threads cannot make files in one at the same time.
        Waits::Numbered(number) => format!("{STAGE}/{}/{number}", number % FOLDERS),
    }
}

fn place_in_tree(path: &str) -> String {
    [STAGE, "/tree/", path].concat()
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
