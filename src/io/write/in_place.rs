//! What was made and written beside its place, moved into it.
//!
//! In: the staged files of a release. Out: the folder with them and without what the release has no more, and the list of
//! what is there. Always: in the order that the module above tells.

use crate::cache::Page;
use crate::diag::Diagnostics;
use crate::foundation::OutPath;

use super::super::IoProblem;
use super::super::beside::Beside;
use super::super::record::{Entry, Record, save};
use super::super::standing::{InTheWay, parent};
use super::refuse::refuse_foreign;
use super::remove::remove;
use super::stage::{Stage, Waits, is_asset};
use super::{Applied, ApplyError, Outcome, Staged, Target};

impl Target<'_> {
    /// Moves what was staged into place, and removes what the release does not have any more.
    pub(super) fn in_place(
        &self,
        stage: &Stage,
        (staged, findings): (Vec<Staged<'_>>, Diagnostics),
    ) -> Result<(Applied, Diagnostics), ApplyError> {
        let Target { out, record, before, fingerprint } = self;
        let written: Vec<(&Staged<'_>, Waits)> = staged
            .iter()
            .filter_map(|one| match one.outcome {
                Outcome::Written(waits) | Outcome::OverFolder(waits) => Some((one, waits)),
                _ => None,
            })
            .collect();
        let mut way = InTheWay::default();
        way.look_at_folders_of(out, before, written.iter().map(|(one, _)| one.path))?;
        way.foreign.extend(staged.iter().filter(|one| one.outcome == Outcome::Foreign).map(|one| one.path.clone()));
        for (one, _) in written.iter().filter(|(one, _)| matches!(one.outcome, Outcome::OverFolder(_))) {
            way.folder_for_file(out, one.path, before);
        }
        refuse_foreign(out, &way, before)?;

        let first: std::collections::BTreeSet<&OutPath> = way.remove_first.iter().collect();
        let mut here = Beside::new(staged.iter().map(|one| (one.path, one)));
        let stale = |path: &&OutPath| here.of(path).is_none() && !first.contains(*path);
        let remove_last: Vec<OutPath> = before.keys().filter(stale).cloned().collect();
        let unchanged = staged.len() - written.len();
        let reused = staged.iter().filter(|one| one.outcome == Outcome::Reused).count();
        let mut done = Applied { written: written.len(), unchanged, reused, ..Applied::default() };
        let mut saved = None;
        let mut fingerprint = *fingerprint;
        if !(written.is_empty() && way.remove_first.is_empty() && remove_last.is_empty()) {
            // Mostly one of the two is all: on a first build it lists what comes, later what came.
            saved = union(before, &staged);
            if let Some(union) = &saved {
                fingerprint = save(record, union)?;
            }
            for (one, waits) in &written {
                let folder_is_new = way.fresh.has(parent(one.path.as_str()));
                if folder_is_new && *waits != Waits::InTree {
                    stage.move_to_tree(one.path, *waits)?;
                }
            }
            let removed = remove(out, &way.remove_first)?;
            let moves = stage.moves(written.iter().map(|(one, waits)| (one.path, *waits)), &way.fresh);
            stage.move_into_place(moves)?;
            // A page that goes must not outlive the stylesheet that it refers to.
            let (assets, pages): (Vec<OutPath>, Vec<OutPath>) =
                remove_last.into_iter().partition(|path| is_asset(path.as_str()));
            done.removed = removed + remove(out, &pages)? + remove(out, &assets)?;
        }
        // Both are in the order of paths.
        let after = || staged.iter().map(|one| (one.path, &one.entry));
        if !saved.as_ref().unwrap_or(before).iter().eq(after()) {
            let after: Record = after().map(|(path, entry)| (path.clone(), entry.clone())).collect();
            fingerprint = save(record, &after).map_err(published)?;
        }
        done.record = fingerprint;
        let page = |one: &Staged<'_>| {
            let Entry { content, size, mtime_ns } = one.entry;
            Page { from: one.from, content, size, mtime_ns }
        };
        done.pages = staged.iter().map(|one| (one.path.clone(), page(one))).collect();
        Ok((done, findings))
    }
}

/// Everything is in place, and could not be noted.
fn published(problem: IoProblem) -> IoProblem {
    let message = format!("the site was published, but the list of its files was not: {}", problem.message);
    IoProblem::new(
        problem.code,
        message,
        format!("{}; the site is whole, and the next build mends the list", problem.help),
    )
}

/// What may be found after a kill: the old files as they were listed, and the new ones. Where a file takes the place of
/// another, either may be there: the old entry stays, and a file that it does not fit is read and compared. `None` where that
/// is what is listed already.
pub(super) fn union(before: &Record, staged: &[Staged<'_>]) -> Option<Record> {
    let differs = |one: &&Staged<'_>| match one.outcome {
        // It is there as it was listed.
        Outcome::Reused => false,
        Outcome::Unchanged => before.get(one.path) != Some(&one.entry),
        Outcome::Written(_) | Outcome::OverFolder(_) | Outcome::Foreign => !before.contains_key(one.path),
    };
    let mut others = staged.iter().filter(differs).peekable();
    others.peek()?;
    let others = others.map(|one| (one.path.clone(), one.entry.clone()));
    // Made from a list in order, a map takes a third of the time.
    if before.is_empty() {
        return Some(others.collect());
    }
    let mut union = before.clone();
    union.extend(others);
    Some(union)
}
