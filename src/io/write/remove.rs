//! Files that a release does not have any more.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::foundation::OutPath;
use crate::io::IoProblem;
use crate::io::standing::{ancestors, look, parent};

/// Removes listed files and then the folders that held nothing else; how many files that were.
pub(super) fn remove(out: &Path, paths: &[OutPath]) -> Result<usize, IoProblem> {
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
