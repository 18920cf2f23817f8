//! What a build refuses to write over, in words that somebody can act on.

use std::path::Path;

use crate::diag::{Diagnostic, Span};
use crate::foundation::{OutPath, SourcePath};
use crate::io::IoProblem;
use crate::io::record::Record;
use crate::io::standing::InTheWay;

use super::ApplyError;
use super::stage::conflict;

/// A file of the site that stands where its own folder must.
pub(super) fn path_conflict(paths: &[&OutPath]) -> Option<IoProblem> {
    conflict(paths).map(|folder| {
        IoProblem::new(
            "path-conflict",
            format!("the site has both a file and a folder at {folder}"),
            "rename the file in static/ that has the name of a folder of the site",
        )
    })
}

/// `before` is the record of what was written.
///
/// # Errors
/// Something that mensi-site did not write is in the way.
pub(super) fn refuse_foreign(out: &Path, way: &InTheWay, before: &Record) -> Result<(), ApplyError> {
    let shown = |path: &OutPath| format!("{}/{path}", out.file_name().unwrap_or_default().to_string_lossy());
    if !way.foreign.is_empty() {
        let help = match before.is_empty() {
            true => {
                "move it away; or, if nothing in that folder is yours, delete the whole folder: there is no record of \
                 what mensi-site wrote there"
            }
            false => "move it away or delete it, and build again; if it belongs to the site, put it into static/",
        };
        let finding = |path: &OutPath| {
            let message =
                format!("{} is in the way: mensi-site did not write it, and will not overwrite it", shown(path));
            let finding = Diagnostic::error("foreign-file", message).help(help);
            match SourcePath::new(&shown(path)) {
                Some(file) => finding.at(Span::file(&file)),
                None => finding,
            }
        };
        return Err(ApplyError::Foreign(way.foreign.iter().map(finding).collect()));
    }
    if !way.folders.is_empty() {
        let list: Vec<_> = way.folders.iter().map(shown).collect();
        return Err(ApplyError::Problem(IoProblem::new(
            "foreign-folder",
            format!("a folder stands where a file must go: {}", list.join(", ")),
            "move the folder away or delete it, and build again",
        )));
    }
    Ok(())
}
