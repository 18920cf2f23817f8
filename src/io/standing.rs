//! What stands in the output folder where the files of a release are to go.
//!
//! In: the folder as it is, its record. Out: what was found, without having changed anything. Always: what the record does
//! not list is never overwritten or removed; nothing is written or removed through a link; where nothing is to be
//! written, one look at the file is all.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use walkdir::WalkDir;

use crate::foundation::{Fingerprint, OutPath};

use super::IoProblem;
use super::folder::Folder;
use super::record::{Entry, Record, mtime_ns};

/// The folder of a path, empty at the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders that a path is in, the innermost first, without the top.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(parent(path)), |path| Some(parent(path))).take_while(|path| !path.is_empty())
}

/// What stands at a path, without following a link. `None` where nothing does.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>, IoProblem> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(IoProblem::system("look at", path, &error)),
    }
}

/// What stands where a file is to go.
pub(super) enum Standing<'r> {
    Nothing,
    /// The file that the record lists, as it lists it.
    Listed(&'r Entry),
    /// A file that is listed but was changed since, or one that is not listed.
    Other {
        listed: bool,
        size: u64,
        mtime_ns: u64,
        plain: bool,
    },
    Folder,
}

/// Looks at one place of the output.
pub(super) fn standing<'r>(place: &Path, listed: Option<&'r Entry>) -> Result<Standing<'r>, IoProblem> {
    let Some(found) = look(place)? else { return Ok(Standing::Nothing) };
    if found.is_dir() {
        return Ok(Standing::Folder);
    }
    let (now, size, plain) = (mtime_ns(&found), found.len(), found.is_file());
    Ok(match listed {
        Some(entry) if plain && entry.fits(size, now) => Standing::Listed(entry),
        _ => Standing::Other { listed: listed.is_some(), size, mtime_ns: now, plain },
    })
}

impl Standing<'_> {
    /// The entry of a file that already holds these bytes. What is not a plain file is never opened.
    pub fn holds(&self, place: &Path, bytes: &[u8], content: Fingerprint) -> Option<Entry> {
        match *self {
            Standing::Listed(entry) => (entry.content == content).then(|| entry.clone()),
            Standing::Other { size, mtime_ns, plain: true, .. } => {
                let same = size == bytes.len() as u64 && fs::read(place).is_ok_and(|found| found == bytes);
                same.then_some(Entry { content, size, mtime_ns })
            }
            Standing::Other { plain: false, .. } | Standing::Nothing | Standing::Folder => None,
        }
    }
}

/// What has to make way before files can come into place.
#[derive(Default)]
pub(super) struct InTheWay<'a> {
    pub fresh: Fresh<'a>,
    /// Listed files that stand where a folder must go, or in a folder that stands where a file must go.
    pub remove_first: Vec<OutPath>,
    /// Files that the record does not list, where other files must go.
    pub foreign: Vec<OutPath>,
    /// Folders with files that the record does not list, where files must go.
    pub folders: Vec<OutPath>,
}

/// The topmost folders that are not there: nothing is there of what they are to hold.
#[derive(Default)]
pub(super) struct Fresh<'a>(BTreeSet<&'a str>);

impl<'a> Fresh<'a> {
    /// Whether a folder is one of them, or in one.
    pub fn has(&self, folder: &str) -> bool {
        outermost_first(folder).any(|folder| self.0.contains(folder))
    }

    /// In the order of paths.
    pub fn tops(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().copied()
    }
}

/// A folder and those that it is in, the outermost first, without the top.
fn outermost_first(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(end, _)| end).chain([folder.len()]);
    ends.map(|end| &folder[..end]).filter(|folder| !folder.is_empty())
}

impl<'a> InTheWay<'a> {
    /// Looks at the folders that files are to come into.
    pub fn look_at_folders_of(
        &mut self,
        out: &Path,
        record: &Record,
        paths: impl Iterator<Item = &'a OutPath> + Clone,
    ) -> Result<(), IoProblem> {
        // Where much was written before, mostly all of them are there: they are looked at side by side.
        let mut known = if record.is_empty() { FxHashSet::default() } else { real_folders(out, paths.clone()) };
        for folder in paths.map(|path| parent(path.as_str())) {
            for folder in outermost_first(folder) {
                if self.fresh.0.contains(folder) {
                    break;
                }
                if !known.insert(folder) {
                    continue;
                }
                match look(&out.join(folder))? {
                    Some(found) if found.is_dir() => continue,
                    Some(_) => {
                        let path = OutPath::new(folder).expect("a folder of a clean path is a clean path");
                        let list = if record.contains_key(folder) { &mut self.remove_first } else { &mut self.foreign };
                        list.push(path);
                    }
                    None => {}
                }
                self.fresh.0.insert(folder);
                break;
            }
        }
        Ok(())
    }

    /// A folder that stands where a file must go: its files make way if nothing of it is the user's.
    pub fn folder_for_file(&mut self, out: &Path, path: &OutPath, record: &Record) {
        match listed_below(out, path, record) {
            Some(listed) => self.remove_first.extend(listed),
            None => self.folders.push(path.clone()),
        }
    }
}

/// Those of the folders of files that are there as such: neither links nor files, nor behind one.
fn real_folders<'a>(out: &Path, paths: impl Iterator<Item = &'a OutPath>) -> FxHashSet<&'a str> {
    let mut known = FxHashSet::default();
    let mut folders = Vec::new();
    for path in paths {
        // Neighbours share their folders: where the innermost is known, all are.
        folders.extend(ancestors(path.as_str()).take_while(|folder| known.insert(*folder)));
    }
    folders.sort_unstable();
    let out = Folder::new(out);
    let are_folders: Vec<bool> =
        folders.par_iter().map(|folder| out.look(folder).is_ok_and(|seen| seen.is_folder)).collect();
    let mut real = FxHashSet::default();
    // In the order of paths a folder comes after the one that it is in.
    for folder in folders.iter().zip(are_folders).filter_map(|(folder, is_folder)| is_folder.then_some(*folder)) {
        let above = parent(folder);
        if above.is_empty() || real.contains(above) {
            real.insert(folder);
        }
    }
    real
}

/// The files in a folder that stands where a file must go, if the record lists each of them and every folder in it has
/// one: then nothing of it is the user's.
fn listed_below(out: &Path, folder: &OutPath, record: &Record) -> Option<Vec<OutPath>> {
    let mut listed = Vec::new();
    let mut folders = BTreeSet::new();
    for entry in WalkDir::new(out.join(folder.as_str())) {
        let entry = entry.ok()?;
        let path = entry.path().strip_prefix(out).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        if entry.file_type().is_dir() {
            folders.insert(path);
        } else {
            listed.push(OutPath::new(&path).filter(|path| record.contains_key(path))?);
        }
    }
    for folder in listed.iter().flat_map(|path| ancestors(path.as_str())) {
        folders.remove(folder);
    }
    folders.is_empty().then_some(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_fresh_where_one_that_it_is_in_is() {
        let fresh = Fresh(["a/b", "c"].into());
        for (folder, is_fresh) in [
            ("a/b", true),
            ("a/b/c", true),
            ("c/d/e", true),
            ("a", false),
            ("a/b-c", false),
            ("a-b", false),
            ("", false),
        ] {
            assert_eq!(fresh.has(folder), is_fresh, "{folder}");
        }
        assert_eq!(outermost_first("a/b/c").collect::<Vec<_>>(), ["a", "a/b", "a/b/c"]);
        assert_eq!(outermost_first("").count(), 0);
    }
}
