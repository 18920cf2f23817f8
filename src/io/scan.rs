//! What a build may read.
//!
//! In: the folder that holds mensi.yaml. Out: the path of every file that a build may read, and a finding for everything
//! that it may not. Always: a link never leads out of the tree, no name can be mistaken for another path, no device or
//! pipe is opened, and the order in which the disk lists its files does not show.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::SourcePath;
use crate::source::File as SourceFile;

use super::IoProblem;
use super::layout::{CONFIG, FOLDERS, is_leftover, may_be_linked, means_nothing};

static THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/mensi");
const THEME_FOLDER: &str = "themes/mensi";

/// The canonical path of a folder that holds a mensi.yaml.
///
/// # Errors
/// It holds none.
pub fn find_site(root: &Path) -> Result<PathBuf, IoProblem> {
    let config = root.join(CONFIG);
    let found = fs::symlink_metadata(&config).is_ok();
    if found && config.is_dir() {
        return Err(IoProblem::new(
            "no-config",
            format!("{} is not a file", config.display()),
            "give the folder another name: mensi.yaml is the site's configuration",
        ));
    }
    root.canonicalize().ok().filter(|_| found).ok_or_else(|| no_config(root))
}

fn no_config(root: &Path) -> IoProblem {
    let shown = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    IoProblem::new(
        "no-config",
        format!("there is no mensi.yaml in {}", shown.display()),
        "start a site there with `mensi-site init`, or name the folder of your site with `--root FOLDER`",
    )
}

/// What stands in where the site has no file of this path: one of the embedded theme.
pub(super) fn stand_in(path: &SourcePath) -> Option<SourceFile> {
    let inner = path.as_str().strip_prefix(THEME_FOLDER)?.strip_prefix('/')?;
    let file = THEME.get_file(inner).filter(|_| !is_leftover(path.file_name().as_bytes()));
    file.map(|file| file.contents().into())
}

/// The files of the embedded theme.
pub(super) fn embedded() -> Vec<(SourcePath, SourceFile)> {
    let mut files = Vec::new();
    add_theme(&THEME, &mut files);
    files
}

fn add_theme(folder: &Dir<'static>, files: &mut Vec<(SourcePath, SourceFile)>) {
    for file in folder.files() {
        let path = file.path().to_str().and_then(|path| SourcePath::new(&format!("{THEME_FOLDER}/{path}")));
        let path = path.expect("the embedded theme has clean names");
        if !is_leftover(path.file_name().as_bytes()) {
            files.push((path, file.contents().into()));
        }
    }
    folder.dirs().for_each(|folder| add_theme(folder, files));
}

/// All files that a build may read, by their paths. Folders of content/ are walked side by side.
pub(super) fn find_files(tree: &Path) -> (Vec<SourcePath>, Diagnostics) {
    let starts: Vec<(PathBuf, Depth)> = FOLDERS
        .into_iter()
        .chain([CONFIG])
        .map(|top| tree.join(top))
        .flat_map(|top| {
            // What is behind a link is walked from the link, which may lead nowhere good.
            if fs::symlink_metadata(&top).is_ok_and(|found| found.is_symlink()) {
                return vec![(top, Depth::All)];
            }
            let inside = fs::read_dir(&top).into_iter().flatten().filter_map(Result::ok);
            let folders = inside.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
            let folders: Vec<_> = folders.map(|entry| (entry.path(), Depth::All)).collect();
            [(top, Depth::Top)].into_iter().chain(folders).collect()
        })
        .collect();
    let walked: Vec<Walk<'_>> = starts
        .into_par_iter()
        .map(|(start, depth)| {
            let mut found = Walk { tree, files: Vec::new(), refused: Diagnostics::new() };
            found.walk(&start, depth);
            found
        })
        .collect();
    let mut all = Walk { tree, files: Vec::new(), refused: Diagnostics::new() };
    for found in walked {
        all.files.extend(found.files);
        all.refused.append(found.refused);
    }
    all.files.par_sort();
    (all.files, all.refused)
}

/// How far a walk goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// The start, which is no link, its files, and what is behind its links; its real folders are walked by themselves.
    Top,
    All,
}

struct Walk<'a> {
    /// The canonical root.
    tree: &'a Path,
    files: Vec<SourcePath>,
    refused: Diagnostics,
}

impl Walk<'_> {
    fn walk(&mut self, start: &Path, depth: Depth) {
        if fs::symlink_metadata(start).is_err() {
            return;
        }
        // A folder behind a link may hold links to folders that hold links: followed to the end, twenty folders are a
        // million paths. One link on the way to a file is enough.
        let mut linked: Option<PathBuf> = None;
        let mut entries = WalkDir::new(start).follow_links(true).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.refuse_error(&error);
                    continue;
                }
            };
            let kind = entry.file_type();
            if depth == Depth::Top && entry.depth() == 1 && kind.is_dir() && !entry.path_is_symlink() {
                entries.skip_current_dir();
                continue;
            }
            let wanted = self.wanted(entry.path()).filter(|path| {
                let second = linked.as_ref().is_some_and(|linked| entry.path().starts_with(linked));
                !entry.path_is_symlink() || self.may_follow(path, entry.path(), second && kind.is_dir())
            });
            let Some(path) = wanted else {
                if kind.is_dir() {
                    entries.skip_current_dir();
                }
                continue;
            };
            if kind.is_dir() {
                if entry.path_is_symlink() {
                    linked = Some(entry.into_path());
                }
            } else if !kind.is_file() {
                self.refused.push(unreadable(&path, &io::Error::other("it is a device or a pipe, not a file")));
            } else if entry.depth() == 0 && entry.file_name() != CONFIG {
                self.refused.push(unreadable(&path, &io::Error::other("a folder of this name is expected here")));
            } else {
                self.files.push(path);
            }
        }
    }

    /// The path of a file that a build may read; `None` for what is ignored, and for a name that is refused.
    fn wanted(&mut self, file: &Path) -> Option<SourcePath> {
        let name = file.file_name().unwrap_or_default();
        let inside = self.inside(file)?;
        if means_nothing(inside) {
            return None;
        }
        let clean = inside.to_str().filter(|path| !path.contains(|c: char| c.is_control() || c == '\\'));
        // On Windows the parts of a path are separated otherwise; a name itself has no backslash there.
        let path = clean.and_then(|path| match std::path::MAIN_SEPARATOR {
            '/' => SourcePath::new(path),
            separator => SourcePath::new(&path.replace(separator, "/")),
        });
        if path.is_none() {
            let finding = Diagnostic::error(
                "bad-file-name",
                format!("the name `{}` cannot be used", name.to_string_lossy().replace(char::is_control, "\u{fffd}")),
            )
            .help("rename it: letters of any script, digits, `-`, `_` and `.` are fine; control characters, backslashes and names that are not UTF-8 are not");
            self.refused.push(at_folder(finding, inside));
        }
        path
    }

    /// The part of a path below the tree.
    fn inside<'p>(&self, file: &'p Path) -> Option<&'p Path> {
        // Ten thousand paths begin with the same text: to take that off takes a tenth of the time of comparing parts.
        let text = file.to_str().zip(self.tree.to_str()).and_then(|(file, tree)| file.strip_prefix(tree));
        match text.and_then(|rest| rest.strip_prefix(std::path::MAIN_SEPARATOR)) {
            Some(inside) => Some(Path::new(inside)),
            None => file.strip_prefix(self.tree).ok(),
        }
    }

    /// Whether a link stays in the tree. `twice`: it leads to a folder, from a folder that is behind a link itself.
    fn may_follow(&mut self, path: &SourcePath, link: &Path, twice: bool) -> bool {
        let target = link.canonicalize();
        let finding = match target.as_deref().map(|target| target.strip_prefix(self.tree)) {
            Ok(Ok(inside)) if may_be_linked(inside) => twice.then(|| {
                Diagnostic::error("link-loop", format!("{path} is a link inside a folder that is behind a link"))
                    .help("put the files there instead of the link, or link to the folder from one place only")
            }),
            _ => Some(
                Diagnostic::error("link-outside", format!("{path} is a link that leads out of the site's folder"))
                    .help("replace the link by a copy of what it points to"),
            ),
        };
        let follow = finding.is_none();
        finding.into_iter().for_each(|finding| self.refused.push(finding.at(Span::file(path))));
        follow
    }

    fn refuse_error(&mut self, error: &walkdir::Error) {
        let Some(path) = error.path().map(Path::to_owned).and_then(|path| self.wanted(&path)) else {
            return;
        };
        let finding = match error.io_error() {
            _ if error.loop_ancestor().is_some() => {
                Diagnostic::warning("link-loop", format!("{path} is a link to a folder that it is in: not followed"))
                    .help("delete the link")
            }
            Some(cause) if self.tree.join(path.as_str()).is_symlink() => {
                Diagnostic::error("unreadable-file", format!("{path} is a link that leads nowhere: {}", reason(cause)))
                    .help("delete the link, or replace it by the file that it was meant to show")
            }
            Some(cause) => return self.refused.push(unreadable(&path, cause)),
            None => return self.refused.push(unreadable(&path, &io::Error::other("it cannot be read"))),
        };
        self.refused.push(finding.at(Span::file(&path)));
    }
}

pub(super) fn unreadable(path: &SourcePath, error: &io::Error) -> Diagnostic {
    Diagnostic::error("unreadable-file", format!("{path} cannot be read: {}", reason(error)))
        .at(Span::file(path))
        .help("check that it is an ordinary file that you may open, or delete it")
}

/// Without the number of the error, which tells a contributor nothing.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        _ => error.to_string(),
    }
}

/// At the nearest folder whose own name is clean.
fn at_folder(finding: Diagnostic, inside: &Path) -> Diagnostic {
    let folder = inside.parent().and_then(Path::to_str).and_then(SourcePath::new);
    match folder {
        Some(folder) => finding.at(Span::file(&folder)),
        None => finding,
    }
}

#[cfg(test)]
mod tests;
