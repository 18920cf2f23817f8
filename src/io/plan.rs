//! What has to be done to make an output folder equal to a release.
//!
//! In: the folder as it is, its record, the release. Out: a [`Plan`], without having changed anything. Always: what the
//! record does not list is in no plan to overwrite or remove; no path of a plan leads through a link; a file in a folder
//! that is not there yet costs no look at the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::foundation::OutPath;
use crate::release::Release;

use super::IoProblem;
use super::record::{Entry, Record, mtime_ns};

/// Everything that is to be done, and what is in the way.
#[derive(Default)]
pub(super) struct Plan<'a> {
    /// Folders that are not there, in the order of their paths, and the topmost of them that each is in.
    pub fresh: BTreeMap<&'a str, &'a str>,
    pub write: Vec<Write<'a>>,
    pub unchanged: Vec<(&'a OutPath, Entry)>,
    /// Listed files that stand where a folder must go, or in a folder that stands where a file must go.
    pub remove_first: Vec<OutPath>,
    /// Listed files that the release does not have any more.
    pub remove_last: Vec<OutPath>,
    /// Files that the record does not list, where other files must go.
    pub foreign: Vec<OutPath>,
    /// Folders with files that the record does not list, where files must go.
    pub folders: Vec<OutPath>,
}

/// A file that is to be written.
pub(super) struct Write<'a> {
    pub path: &'a OutPath,
    pub bytes: &'a [u8],
    /// Without a time, since it is not written yet.
    pub entry: Entry,
    /// The topmost folder that is not there yet, `None` where the file goes into one that is.
    pub fresh: Option<&'a str>,
}

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

/// Looks at the output folder, which may be absent.
pub(super) fn plan<'a>(out: &Path, record: &Record, release: &'a Release) -> Result<Plan<'a>, IoProblem> {
    let mut plan = Plan::default();
    let empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(IoProblem::system("open the folder", out, &error)),
    };
    plan.look_at_folders(if empty { None } else { Some(out) }, record, release)?;
    let fresh = &plan.fresh;
    let states: Vec<(&OutPath, State)> = release
        .files
        .par_iter()
        .map(|(path, bytes)| {
            let folder = parent(path.as_str());
            let state = match fresh.get(folder) {
                Some(top) => Ok(State::Write(write(path, bytes, Some(*top)))),
                None if empty => Ok(State::Write(write(path, bytes, None))),
                None => compare(&out.join(path.as_str()), record.get(path.as_str()), write(path, bytes, None)),
            };
            state.map(|state| (path, state))
        })
        .collect::<Result<_, IoProblem>>()?;
    for (path, state) in states {
        match state {
            State::Write(write) => plan.write.push(write),
            State::Unchanged(entry) => plan.unchanged.push((path, entry)),
            State::Foreign => plan.foreign.push(path.clone()),
            State::Folder(write) => match listed_below(out, path, record) {
                Some(listed) => {
                    plan.remove_first.extend(listed);
                    plan.write.push(write);
                }
                None => plan.folders.push(path.clone()),
            },
        }
    }
    let first: BTreeSet<&OutPath> = plan.remove_first.iter().collect();
    let stale = |path: &&OutPath| !release.files.contains_key(*path) && !first.contains(*path);
    plan.remove_last = record.keys().filter(stale).cloned().collect();
    Ok(plan)
}

impl<'a> Plan<'a> {
    /// `out` is `None` where nothing is in it.
    fn look_at_folders(&mut self, out: Option<&Path>, record: &Record, release: &'a Release) -> Result<(), IoProblem> {
        let mut folders = BTreeSet::new();
        for path in release.files.keys() {
            // Neighbours share their folders: where the innermost is known, all are.
            for folder in ancestors(path.as_str()) {
                if !folders.insert(folder) {
                    break;
                }
            }
        }
        for folder in folders {
            if release.files.contains_key(folder) {
                return Err(IoProblem::new(
                    "path-conflict",
                    format!("the site has both a file and a folder at {folder}"),
                    "rename the file in static/ that has the name of a folder of the site",
                ));
            }
            // In the order of paths a folder comes after the one that it is in.
            let top = match (self.fresh.get(parent(folder)), out) {
                (Some(top), _) => Some(*top),
                (None, None) => Some(folder),
                (None, Some(out)) => match look(&out.join(folder))? {
                    Some(found) if found.is_dir() => None,
                    Some(_) => {
                        let path = OutPath::new(folder).expect("a folder of a clean path is a clean path");
                        let list = if record.contains_key(folder) { &mut self.remove_first } else { &mut self.foreign };
                        list.push(path);
                        Some(folder)
                    }
                    None => Some(folder),
                },
            };
            if let Some(top) = top {
                self.fresh.insert(folder, top);
            }
        }
        Ok(())
    }
}

enum State<'a> {
    Write(Write<'a>),
    Unchanged(Entry),
    Foreign,
    Folder(Write<'a>),
}

fn write<'a>(path: &'a OutPath, bytes: &'a [u8], fresh: Option<&'a str>) -> Write<'a> {
    Write { path, bytes, entry: Entry::of(bytes, 0), fresh }
}

/// A file that is as the record says is not read. What is not a plain file is never opened.
fn compare<'a>(file: &Path, listed: Option<&Entry>, write: Write<'a>) -> Result<State<'a>, IoProblem> {
    let Some(found) = look(file)? else {
        return Ok(State::Write(write));
    };
    if found.is_dir() {
        return Ok(State::Folder(write));
    }
    if !found.is_file() {
        return Ok(if listed.is_some() { State::Write(write) } else { State::Foreign });
    }
    let now = mtime_ns(&found);
    let same = match listed {
        Some(entry) if entry.mtime_ns == now && now != 0 && entry.size == found.len() => entry.hash == write.entry.hash,
        _ => found.len() == write.entry.size && fs::read(file).is_ok_and(|bytes| bytes == write.bytes),
    };
    Ok(match (same, listed) {
        (true, _) => State::Unchanged(Entry { mtime_ns: now, ..write.entry }),
        (false, Some(_)) => State::Write(write),
        (false, None) => State::Foreign,
    })
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
