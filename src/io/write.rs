//! From a release to files.
//!
//! In: an output folder, its record, the artifacts of a site and what is known of them. Out: the folder equal to the
//! release, apart from what is not ours. Always: a file is written beside its place, in `.mensi-tmp` of the output folder,
//! as soon as it is made, and its bytes are let go; nothing comes into place before everything is made and written, then
//! all by renames; so an error, a disk that fills up, or a kill leaves every file whole. The record lists a file before
//! the first rename, with what it listed before: whatever a killed build left behind is known to the next. Assets come
//! first, pages next, removals last, those of assets at the very end: no page refers to what is not there. A folder that
//! is new comes into place as one.
//!
//! Two applies to one folder must not run at once; see [`super::lock`].

mod in_place;
mod refuse;
mod remove;
mod stage;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::cache::{Last, Page, Pages};
use crate::diag::Diagnostics;
use crate::foundation::{Fingerprint, OutPath};
use crate::release::{Artifacts, Made, MadeFrom, Passage, Previous, told_once};

use super::IoProblem;
use super::beside::Beside;
use super::folder::Folder;
use super::output::Output;
use super::record::{Entry, Record, load};
use super::standing::{Standing, look, standing};
use refuse::path_conflict;
use stage::{Near, Stage, Waits};

/// How many files a thread makes before another may take over: left to itself, rayon hands out an eighth of a site, and one
/// thread makes the last of them alone.
const AT_ONCE: usize = 64;

/// What was done, in files.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Applied {
    pub written: usize,
    pub unchanged: usize,
    /// How many of the unchanged were not even made.
    pub reused: usize,
    pub removed: usize,
    /// What the files were made from, for the next time.
    pub pages: Pages,
    /// See [`Last::record`](crate::cache::Last::record).
    pub record: Fingerprint,
}

/// Why the output folder could not be made equal to the release.
#[derive(Debug)]
pub enum ApplyError {
    /// A file could not be made without errors. Nothing was changed.
    Content(Diagnostics),
    /// The sources changed while files were made of them. Nothing was changed.
    Moved,
    /// Files that mensi-site did not write stand in the way, each with the code `foreign-file` or `foreign-folder`. Nothing was changed.
    Foreign(Diagnostics),
    /// The machine failed. Nothing was changed unless it failed between two renames, and then the next build completes it.
    Problem(IoProblem),
}

impl From<IoProblem> for ApplyError {
    fn from(problem: IoProblem) -> ApplyError {
        ApplyError::Problem(problem)
    }
}

/// Which of the listed files are as they were written, in their order. An empty one knows nothing.
#[derive(Default)]
pub struct Looked(Vec<bool>);

/// An output folder with the list of what was written there.
pub struct Target<'a> {
    out: &'a Path,
    record: &'a Path,
    before: Record,
    /// How that is written down.
    fingerprint: Fingerprint,
}

impl<'a> Target<'a> {
    /// `last` is what the cache has of this output.
    ///
    /// # Errors
    /// The list cannot be read; what stands there is no folder.
    pub fn open(output: &'a Output, last: &Last) -> Result<Target<'a>, IoProblem> {
        let out = output.folder.as_path();
        if look(out)?.is_some_and(|found| !found.is_dir()) {
            return Err(IoProblem::new(
                "bad-output",
                format!("{} is not a folder", out.display()),
                "move it away, or choose another folder with --out",
            ));
        }
        let (before, fingerprint) = load(output, last)?;
        Ok(Target { out, record: &output.record, before, fingerprint })
    }

    /// Whether no killed build has left files that wait for their place, which the next one that applies anything removes.
    pub fn is_finished(&self) -> bool {
        !Stage::is_left(self.out)
    }

    /// Whether the folder holds these files as they were written, and no other that was.
    pub fn holds(&self, pages: &Pages) -> bool {
        let listed = pages.len() == self.before.len() && !pages.is_empty();
        let entries: Vec<_> = pages.iter().zip(&self.before).collect();
        let folder = Folder::new(self.out);
        let holds = |((path, page), (listed, entry)): &((&OutPath, &Page), (&OutPath, &Entry))| {
            path == listed && page.content == entry.content && entry.is_seen(&folder, path)
        };
        listed && entries.par_iter().all(holds)
    }

    /// Looks at all files that are listed: which of them are as they were written.
    pub fn look(&self) -> Looked {
        let entries: Vec<_> = self.before.iter().collect();
        let folder = Folder::new(self.out);
        Looked(entries.par_iter().map(|(path, entry)| entry.is_seen(&folder, path)).collect())
    }

    /// The listed files that look as they were written and hold something else, so that a look takes them for what they no
    /// longer are.
    pub fn misjudged(&self) -> Vec<&OutPath> {
        let entries: Vec<_> = self.before.iter().collect();
        let folder = Folder::new(self.out);
        let is_misjudged = |(path, entry): &(&OutPath, &Entry)| {
            let holds = || {
                fs::read(self.out.join(path.as_str())).is_ok_and(|bytes| Fingerprint::of_bytes(&bytes) == entry.content)
            };
            entry.is_seen(&folder, path) && !holds()
        };
        entries.into_par_iter().filter(is_misjudged).map(|(path, _)| path).collect()
    }

    /// A part of a file that was published.
    pub fn passage(&self, path: &OutPath, page: &Page, at: Passage) -> Option<Vec<u8>> {
        passage(&Folder::new(self.out), path, page.size, at)
    }

    /// Makes the folder equal to the release. `current` is asked when everything is made: whether what it was made from
    /// still holds.
    ///
    /// # Errors
    /// See [`ApplyError`].
    pub fn apply(
        &self,
        artifacts: &dyn Artifacts,
        known: &Pages,
        looked: &Looked,
        current: &dyn Fn() -> bool,
    ) -> Result<(Applied, Diagnostics), ApplyError> {
        let stage = Stage::new(self.out)?;
        let done = self
            .staged(&stage, artifacts, known, looked)
            .and_then(|staged| if current() { Ok(staged) } else { Err(ApplyError::Moved) })
            .and_then(|staged| self.in_place(&stage, staged));
        stage.clear();
        done
    }
}

/// One file of the release, after it was looked at and, where it must be, written into the stage.
struct Staged<'a> {
    path: &'a OutPath,
    from: MadeFrom,
    entry: Entry,
    outcome: Outcome,
    /// What was found in making it.
    findings: Diagnostics,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It is there, and was not made again.
    Reused,
    /// It is there.
    Unchanged,
    Written(Waits),
    /// Written, and a folder stands in its place.
    OverFolder(Waits),
    /// A file that is not ours stands in its place.
    Foreign,
}

/// What one file is made with.
struct Task<'a> {
    number: usize,
    path: &'a OutPath,
    /// What the record has of it, and whether it has been seen to be just that.
    listed: Option<(&'a Entry, bool)>,
    known: Option<&'a Page>,
}

impl Target<'_> {
    /// Makes every file that must be, and writes those that are to come into place.
    fn staged<'a>(
        &'a self,
        stage: &Stage,
        artifacts: &'a dyn Artifacts,
        known: &'a Pages,
        looked: &Looked,
    ) -> Result<(Vec<Staged<'a>>, Diagnostics), ApplyError> {
        let out = self.out;
        let empty = match fs::read_dir(out) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => return Err(IoProblem::system("open the folder", out, &error).into()),
        };
        let paths = artifacts.paths();
        let as_listed = looked.0.iter().copied().chain(std::iter::repeat(false));
        let before = self.before.iter().zip(as_listed);
        let mut listed = Beside::new(before.map(|((path, entry), as_listed)| (path, (entry, as_listed))));
        let mut remembered = Beside::new(known.iter());
        let tasks: Vec<Task<'_>> = paths
            .iter()
            .enumerate()
            .map(|(number, path)| Task { number, path, listed: listed.of(path), known: remembered.of(path) })
            .collect();
        let folder = Folder::new(out);
        let one = |near: &mut Near, task: &Task<'a>| {
            let standing = match task.listed {
                _ if empty => Standing::Nothing,
                Some((entry, true)) => Standing::Listed(entry),
                listed => standing(&out.join(task.path.as_str()), listed.map(|(entry, _)| entry))?,
            };
            stage_one(&folder, stage, near, artifacts, task, &standing)
        };
        // A disk that is full for one file is full for all: the rest is left alone.
        let failed = AtomicBool::new(false);
        let one_or_none = |near: &mut Near, task: &Task<'a>| {
            if failed.load(Ordering::Relaxed) {
                return Err(None);
            }
            one(near, task).map_err(|problem| {
                failed.store(true, Ordering::Relaxed);
                Some(problem)
            })
        };
        // Each has its place from the start: lists that grow are moved, and memory that is new is dear.
        let all: Vec<Result<Staged<'a>, Option<IoProblem>>> =
            tasks.par_iter().with_max_len(AT_ONCE).map_init(Near::default, one_or_none).collect();
        if failed.into_inner() {
            let problem = all.into_iter().find_map(|one| one.err().flatten()).expect("one file failed");
            return Err(path_conflict(&paths).unwrap_or(problem).into());
        }
        let mut staged: Vec<Staged<'a>> = all.into_iter().flatten().collect();
        let found = staged.iter_mut().filter(|one| !one.findings.is_empty());
        let findings = told_once(found.map(|one| (one.path, std::mem::take(&mut one.findings))).collect());
        if findings.has_errors() {
            return Err(ApplyError::Content(findings));
        }
        Ok((staged, findings))
    }
}

/// A part of a published file of this size.
fn passage(out: &Folder, path: &OutPath, size: u64, at: Passage) -> Option<Vec<u8>> {
    let length = at.end.checked_sub(at.start).filter(|length| *length > 0 && u64::from(at.end) <= size)?;
    out.read_part(path.as_str(), at.start.into(), length as usize).ok()
}

fn stage_one<'a>(
    out: &Folder,
    stage: &Stage,
    near: &mut Near,
    artifacts: &dyn Artifacts,
    task: &Task<'a>,
    standing: &Standing<'_>,
) -> Result<Staged<'a>, IoProblem> {
    let path = task.path;
    // What is known of a file counts as long as the file is there as it was written.
    let known = match (standing, task.known) {
        (Standing::Listed(entry), Some(page)) if entry.content == page.content => Some(((*entry).clone(), page.from)),
        _ => None,
    };
    let size = known.as_ref().map_or(0, |(entry, _)| entry.size);
    let passage = |at| passage(out, path, size, at);
    let made = artifacts.make(path, known.as_ref().map(|(_, from)| Previous { from: *from, passage: &passage }));
    let (from, rendered) = match (made, known) {
        (Made::Known(from), Some((entry, _))) => {
            return Ok(Staged { path, from, entry, outcome: Outcome::Reused, findings: Diagnostics::new() });
        }
        (Made::Known(_), None) => unreachable!("only what is known can be found to be so"),
        (Made::New(from, rendered), _) => (from, rendered),
    };
    let content = Fingerprint::of_bytes(&rendered.bytes);
    let entry = Entry { content, size: rendered.bytes.len() as u64, mtime_ns: 0 };
    let (entry, outcome) = if rendered.findings.has_errors() {
        (entry, Outcome::Unchanged)
    } else if let Some(entry) = standing.holds(&out.at(path.as_str()), &rendered.bytes, content) {
        (entry, Outcome::Unchanged)
    } else {
        let outcome = match standing {
            Standing::Nothing => Outcome::Written(Waits::InTree),
            Standing::Listed(_) | Standing::Other { listed: true, .. } => {
                Outcome::Written(Waits::Numbered(task.number))
            }
            Standing::Folder => Outcome::OverFolder(Waits::Numbered(task.number)),
            Standing::Other { listed: false, .. } => Outcome::Foreign,
        };
        let mtime_ns = match outcome {
            Outcome::Written(waits) | Outcome::OverFolder(waits) => stage.write(near, path, waits, &rendered.bytes)?,
            _ => 0,
        };
        (Entry { mtime_ns, ..entry }, outcome)
    };
    Ok(Staged { path, from, entry, outcome, findings: rendered.findings })
}

#[cfg(test)]
mod tests;
