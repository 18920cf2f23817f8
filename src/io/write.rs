//! From a release to files.
//!
//! In: an output folder, its record, a release. Out: the folder equal to the release, apart from what is not ours.
//! Always: everything is written beside its place, in `.mensi-tmp` of the output folder, before anything comes into place
//! by a rename; so a disk that fills up, or a kill, leaves every file whole. The record lists a file before the first
//! rename, with what it listed before: whatever a killed build left behind is known to the next. Assets come first, pages
//! next, removals last: no page refers to what is not there. A folder that is new comes into place as one.
//!
//! Two applies to one folder must not run at once; see [`super::lock`].

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{OutPath, SourcePath};
use crate::release::Release;

use super::IoProblem;
use super::plan::{Plan, Write, ancestors, look, parent, plan};
use super::record::{Record, load, mtime_ns, save};

/// What was done, in files.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Applied {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

/// Why the output folder could not be made equal to the release.
#[derive(Debug)]
pub enum ApplyError {
    /// Files that mensi-site did not write stand in the way, each with the code `foreign-file`. Nothing was changed.
    Foreign(Diagnostics),
    /// The machine failed. Nothing was changed unless it failed between two renames, and then the next build completes it.
    Problem(IoProblem),
}

impl From<IoProblem> for ApplyError {
    fn from(problem: IoProblem) -> ApplyError {
        ApplyError::Problem(problem)
    }
}

/// Where everything is written first. A name that no release has, since dot files of this kind are not read.
const STAGE: &str = ".mensi-tmp";

/// Makes the folder `out` equal to the release; `record` is the list of what was written there, see [`super::output`].
///
/// # Errors
/// See [`ApplyError`].
pub fn apply(out: &Path, record: &Path, release: &Release) -> Result<Applied, ApplyError> {
    if look(out)?.is_some_and(|found| !found.is_dir()) {
        return Err(ApplyError::Problem(IoProblem::new(
            "bad-output",
            format!("{} is not a folder", out.display()),
            "move it away, or choose another folder with --out",
        )));
    }
    discard(&out.join(STAGE)).map_err(|error| IoProblem::system("clear", &out.join(STAGE), &error))?;
    let before = load(record)?;
    let plan = plan(out, &before, release)?;
    refuse_foreign(out, &plan, before.is_empty())?;
    let done = Applied { written: plan.write.len(), unchanged: plan.unchanged.len(), removed: 0 };
    let mut after: Record = plan.unchanged.iter().map(|(path, entry)| ((*path).clone(), entry.clone())).collect();
    let idle = plan.write.is_empty() && plan.remove_first.is_empty() && plan.remove_last.is_empty();
    let mut removed = 0;
    if !idle {
        let created = !out.exists();
        fs::create_dir_all(out).map_err(|error| IoProblem::system("make the folder", out, &error))?;
        let stage = out.join(STAGE);
        let staged = stage_files(&stage, &plan).and_then(|times| {
            save(record, &union(&before, &plan))?;
            Ok(times)
        });
        let times = match staged {
            Ok(times) => times,
            Err(problem) => {
                let _ = discard(&stage);
                if created {
                    let _ = fs::remove_dir(out);
                }
                return Err(ApplyError::Problem(problem));
            }
        };
        let moved = remove(out, &plan.remove_first).and_then(|first| {
            move_into_place(out, &plan)?;
            Ok(first + remove(out, &plan.remove_last)?)
        });
        let _ = discard(&stage);
        removed = moved?;
        for (write, mtime_ns) in plan.write.iter().zip(times) {
            let mut entry = write.entry.clone();
            entry.mtime_ns = mtime_ns;
            after.insert(write.path.clone(), entry);
        }
    }
    if after != before {
        save(record, &after)?;
    }
    Ok(Applied { removed, ..done })
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

fn refuse_foreign(out: &Path, plan: &Plan, unrecorded: bool) -> Result<(), ApplyError> {
    let shown = |path: &OutPath| format!("{}/{path}", out.file_name().unwrap_or_default().to_string_lossy());
    if !plan.foreign.is_empty() {
        let help = match unrecorded {
            true => {
                "move it away; or, if nothing in that folder is yours, delete the whole folder: there is no record of \
                 what mensi-site wrote there"
            }
            false => "move it away or delete it, and build again; if it belongs to the site, put it into static/",
        };
        return Err(ApplyError::Foreign(
            plan.foreign
                .iter()
                .map(|path| {
                    let message = format!(
                        "{} is in the way: mensi-site did not write it, and will not overwrite it",
                        shown(path)
                    );
                    let finding = Diagnostic::error("foreign-file", message).help(help);
                    match SourcePath::new(&shown(path)) {
                        Some(file) => finding.at(Span::file(&file)),
                        None => finding,
                    }
                })
                .collect(),
        ));
    }
    if !plan.folders.is_empty() {
        let list: Vec<_> = plan.folders.iter().map(shown).collect();
        return Err(ApplyError::Problem(IoProblem::new(
            "foreign-folder",
            format!("a folder stands where a file must go: {}", list.join(", ")),
            "move the folder away or delete it, and build again",
        )));
    }
    Ok(())
}

/// What may be found after a kill: the old files as they were listed, the new ones without a time, so that they are read.
fn union(before: &Record, plan: &Plan) -> Record {
    let mut union = before.clone();
    for (path, entry) in &plan.unchanged {
        union.insert((*path).clone(), entry.clone());
    }
    for write in &plan.write {
        union.entry(write.path.clone()).or_insert_with(|| write.entry.clone());
    }
    union
}

/// Writes every file beside its place; the times at which that was done, in the order of the plan.
fn stage_files(stage: &Path, plan: &Plan) -> Result<Vec<u64>, IoProblem> {
    let make =
        |folder: &Path| fs::create_dir(folder).map_err(|error| IoProblem::system("make the folder", folder, &error));
    make(stage)?;
    make(&stage.join("tree"))?;
    let mut folders: BTreeSet<(usize, &str)> = BTreeSet::new();
    for (folder, top) in &plan.fresh {
        // A topmost folder may itself be in one that is there: its place in the stage is made all the same.
        folders.insert((folder.split('/').count(), folder));
        if folder == top {
            folders.extend(ancestors(folder).map(|above| (above.split('/').count(), above)));
        }
    }
    let folders: Vec<_> = folders.into_iter().collect();
    for level in folders.chunk_by(|(one, _), (other, _)| one == other) {
        level.par_iter().try_for_each(|(_, folder)| make(&stage.join("tree").join(folder)))?;
    }
    let numbered: Vec<_> = plan.write.iter().enumerate().collect();
    numbered.into_par_iter().map(|(number, write)| write_file(&staged(stage, number, write), write)).collect()
}

fn staged(stage: &Path, number: usize, write: &Write) -> PathBuf {
    match write.fresh {
        Some(_) => stage.join("tree").join(write.path.as_str()),
        None => stage.join(number.to_string()),
    }
}

fn write_file(place: &Path, write: &Write) -> Result<u64, IoProblem> {
    let written = File::create_new(place).and_then(|mut file| {
        file.write_all(write.bytes)?;
        Ok(mtime_ns(&file.metadata()?))
    });
    written.map_err(|error| IoProblem::system("write", Path::new(write.path.as_str()), &error))
}

/// Whether a path comes into place before the pages that refer to it.
fn is_asset(path: &str) -> bool {
    ["assets", "files"]
        .into_iter()
        .any(|top| path.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

fn move_into_place(out: &Path, plan: &Plan) -> Result<(), IoProblem> {
    let stage = out.join(STAGE);
    let tops =
        plan.fresh.iter().filter(|(folder, top)| folder == top).map(|(top, _)| (*top, stage.join("tree").join(top)));
    let files = plan.write.iter().enumerate().filter(|(_, write)| write.fresh.is_none());
    let files = files.map(|(number, write)| (write.path.as_str(), staged(&stage, number, write)));
    let (assets, pages): (Vec<_>, Vec<_>) = tops.chain(files).partition(|(path, _)| is_asset(path));
    for moves in [assets, pages] {
        moves.into_par_iter().try_for_each(|(path, from)| {
            let to = out.join(path);
            fs::rename(from, &to).map_err(|error| IoProblem::system("put into place", &to, &error))
        })?;
    }
    Ok(())
}

/// Removes listed files and then the folders that held nothing else; how many files that were.
fn remove(out: &Path, paths: &[OutPath]) -> Result<usize, IoProblem> {
    let mut emptied = BTreeSet::new();
    let mut removed = 0;
    let mut known: Option<(&str, bool)> = None;
    for path in paths {
        let path = path.as_str();
        let folder = parent(path);
        let real = match known {
            Some((same, real)) if same == folder => real,
            _ => is_real(out, folder)?,
        };
        known = Some((folder, real));
        let place = out.join(path);
        // A folder that somebody replaced by a link leads out of the output: what is there is not ours.
        if !real || look(&place)?.is_none_or(|found| found.is_dir()) {
            continue;
        }
        match fs::remove_file(&place) {
            Ok(()) => removed += 1,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(IoProblem::system("remove", &place, &error)),
        }
        emptied.extend(ancestors(path));
    }
    // The innermost first. A folder that still holds something refuses, as it should.
    for folder in emptied.into_iter().rev() {
        let _ = fs::remove_dir(out.join(folder));
    }
    Ok(removed)
}

/// Whether a path below `out` is reached through folders only.
fn is_real(out: &Path, folder: &str) -> Result<bool, IoProblem> {
    for folder in ancestors(folder).chain((!folder.is_empty()).then_some(folder)) {
        if !look(&out.join(folder))?.is_some_and(|found| found.is_dir()) {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests;
