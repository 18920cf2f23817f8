//! What a build refuses to write over, in words that somebody can act on.

use std::path::Path;

use crate::diag::{Diagnostic, Diagnostics, Span};
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

/// So many files in the way are named one by one; more than these have one cause.
const MOST_NAMED: usize = 10;

fn many(foreign: &[OutPath], shown: &dyn Fn(&OutPath) -> String) -> String {
    const FEW: usize = 3;
    let first: Vec<String> = foreign.iter().take(FEW).map(shown).collect();
    format!(
        "{} files are in the way: mensi-site did not write them, as far as it knows, and will not overwrite them: {} and {} \
         more",
        foreign.len(),
        first.join(", "),
        foreign.len() - first.len()
    )
}

/// `before` is the record of what was written.
///
/// # Errors
/// Something that mensi-site did not write is in the way.
pub(super) fn refuse_foreign(out: &Path, way: &InTheWay<'_>, before: &Record) -> Result<(), ApplyError> {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let shown = |path: &OutPath| format!("{name}/{path}");
    if !way.foreign.is_empty() {
        let help = match before.is_empty() {
            true => format!(
                "there is no list of what mensi-site wrote into {name}, so it cannot tell its files from yours. If there are \
                 files of your own in it, move those to a safe place; then empty {name} and build again. To leave it as it \
                 is, build into another folder with --out"
            ),
            false if way.foreign.len() > MOST_NAMED => {
                "move them away, and build again; what belongs to the site goes into static/".to_owned()
            }
            false => {
                "move it away or delete it, and build again; if it belongs to the site, put it into static/".to_owned()
            }
        };
        let finding = |at: &str, message: String| at_place(Diagnostic::error("foreign-file", message).help(&help), at);
        if way.foreign.len() > MOST_NAMED {
            return Err(ApplyError::Foreign(Diagnostics::from_iter([finding(&name, many(&way.foreign, &shown))])));
        }
        let one = |path: &OutPath| {
            let message =
                format!("{} is in the way: mensi-site did not write it, and will not overwrite it", shown(path));
            finding(&shown(path), message)
        };
        return Err(ApplyError::Foreign(way.foreign.iter().map(one).collect()));
    }
    if !way.folders.is_empty() {
        let one = |path: &OutPath| {
            let message =
                format!("{} is a folder where a file must go, with files that mensi-site did not write", shown(path));
            let finding = Diagnostic::error("foreign-folder", message);
            at_place(finding.help("move the folder away or delete it, and build again"), &shown(path))
        };
        return Err(ApplyError::Foreign(way.folders.iter().map(one).collect()));
    }
    Ok(())
}

fn at_place(finding: Diagnostic, place: &str) -> Diagnostic {
    match SourcePath::new(place) {
        Some(file) => finding.at(Span::file(&file)),
        None => finding,
    }
}
