//! A theme: a folder, and the theme that it is built on.

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::foundation::SourcePath;
use crate::source::{File, Snapshot};
use crate::yaml::{At, Fields, LocalId, Record, Step, Yaml, record};

record! {
    /// theme.yaml.
    "a theme" ThemeFile {
        /// Name of the theme, which is that of its folder.
        name: LocalId,
        /// Name of the theme that it is built on: what it does not have comes from there.
        parent: Option<LocalId>,
    }
}

/// The folders of a theme, the last parent first, so that later ones win.
#[derive(Clone, Debug)]
pub struct Theme {
    folders: Vec<String>,
    whole: bool,
}

/// The theme that is always there.
const BUILT_IN: &str = "mensi";

impl Theme {
    /// Whether it and all its parents are there. Where one is not, another stands in for it, and what is found missing in
    /// the whole says nothing: the one finding about that theme has to be mended first.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Its folders, parents first.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().map(String::as_str)
    }

    /// How near a file is to the theme itself: greater for its own than for its parents'.
    pub fn rank(&self, path: &SourcePath) -> usize {
        let is_inside =
            |folder: &String| path.as_str().strip_prefix(folder.as_str()).is_some_and(|it| it.starts_with('/'));
        self.folders.iter().position(is_inside).unwrap_or(0)
    }

    /// The files of one subfolder (`templates`, `static`, `i18n`), by their names within it; later folders come later.
    pub fn files<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        subfolder: &'a str,
    ) -> impl Iterator<Item = (String, (&'a SourcePath, &'a File))> {
        self.folders.iter().flat_map(move |folder| {
            let prefix = format!("{folder}/{subfolder}");
            let inner = move |path: &SourcePath| path.as_str()[prefix.len() + 1..].to_owned();
            let files: Vec<(&SourcePath, &File)> = snapshot.below(&format!("{folder}/{subfolder}")).collect();
            files.into_iter().map(move |(path, file)| (inner(path), (path, file)))
        })
    }
}

/// The theme of a name, with its parents.
pub fn theme(snapshot: &Snapshot, config: &Config, findings: &mut Diagnostics) -> Theme {
    let mut folders: Vec<String> = Vec::new();
    let mut whole = true;
    let mut next = Some(config.theme.clone());
    // Who names the theme: mensi.yaml, then the theme.yaml of the theme that is built on it.
    let mut named_by = config.span(&[Step::field("theme")]);
    while let Some(name) = next.take() {
        let folder = folder_of(&name);
        if folders.contains(&folder) {
            whole = false;
            findings.push(ring(&folders, &name).at(named_by.clone()));
            break;
        }
        match snapshot.files.get_key_value(format!("{folder}/theme.yaml").as_str()) {
            Some((path, file)) => {
                let text = String::from_utf8_lossy(file.bytes());
                let read = read(path, &text, findings);
                whole &= read.is_some();
                let yaml = Yaml { file: path, text: &text, offset: 0 };
                if let Some(ThemeFile { name: written, parent }) = read {
                    if written.0 != name {
                        findings.push(other_name(&written.0, &name).at(yaml.span(&[Step::field("name")])));
                    }
                    next = parent.map(|parent| parent.0);
                }
                named_by = yaml.span(&[Step::field("parent")]);
                near_folders(snapshot, &folder, findings);
                folders.push(folder);
            }
            None => {
                whole = false;
                let known: Vec<&str> = snapshot
                    .below("themes")
                    .filter_map(|(path, _)| path.as_str().strip_suffix("/theme.yaml")?.strip_prefix("themes/"))
                    .collect();
                let meant = did_you_mean(&name, known.iter().copied());
                let help = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None if snapshot.get(&format!("{folder}/theme.yml")).is_some() => {
                        format!("rename {folder}/theme.yml to theme.yaml")
                    }
                    None if snapshot.below(&folder).next().is_some() => {
                        format!(
                            "{folder} has no theme.yaml: write it, with the lines `name: {name}` and `parent: {BUILT_IN}`"
                        )
                    }
                    None => format!("write {folder}/theme.yaml, or use one of: {}", known.join(", ")),
                };
                findings.push(
                    Diagnostic::error("unknown-theme", format!("there is no theme `{name}`"))
                        .at(named_by.clone())
                        .help(help),
                );
                next = meant.filter(|meant| !folders.contains(&folder_of(meant))).map(str::to_owned);
            }
        }
    }
    let built_in = folder_of(BUILT_IN);
    if !whole && !folders.contains(&built_in) {
        folders.push(built_in);
    }
    folders.reverse();
    Theme { folders, whole }
}

/// What a theme has in it; all else is nobody's.
const PARTS: [&str; 5] = ["templates", "static", "i18n", "root", "cards"];

/// A folder that is nearly called as a part of a theme is: nothing in it is read.
fn near_folders(snapshot: &Snapshot, theme: &str, findings: &mut Diagnostics) {
    let mut last = "";
    for (path, _) in snapshot.below(theme) {
        let inner = &path.as_str()[theme.len() + 1..];
        let Some((folder, _)) = inner.split_once('/').filter(|(folder, _)| *folder != last) else { continue };
        last = folder;
        if let Some(meant) = did_you_mean(folder, PARTS).filter(|meant| *meant != folder) {
            findings.push(
                Diagnostic::warning("unused-folder", format!("nothing reads {theme}/{folder}"))
                    .at(Span::file(path))
                    .help(format!("did you mean `{meant}`? Rename the folder")),
            );
        }
    }
}

fn folder_of(name: &str) -> String {
    format!("themes/{name}")
}

/// A theme that is built on itself, by way of others or not; `folders` are those from the one that mensi.yaml names on.
fn ring(folders: &[String], again: &str) -> Diagnostic {
    let ring = folders.iter().skip_while(|folder| **folder != folder_of(again));
    let names: Vec<String> = ring.map(|folder| format!("`{}`", folder.trim_start_matches("themes/"))).collect();
    let message = match names.as_slice() {
        [alone] => format!("the theme {alone} is its own parent"),
        several => format!("the themes {} are each built on the next, and the last on the first", several.join(", ")),
    };
    Diagnostic::error("theme-ring", message)
        .help("name the theme that this one is to be built on, mostly `parent: mensi`, or remove the line")
}

fn other_name(written: &str, folder: &str) -> Diagnostic {
    let message = format!("this theme is called `{written}`, and its folder `{folder}`");
    Diagnostic::warning("theme-name", message).help(format!(
        "mensi.yaml and other themes know it by its folder: write `name: {folder}`, or rename the folder"
    ))
}

fn read(path: &SourcePath, text: &str, findings: &mut Diagnostics) -> Option<ThemeFile> {
    let yaml = Yaml { file: path, text, offset: 0 };
    match yaml.parse() {
        Ok(entries) => {
            let mut at = At { yaml, path: Vec::new(), findings };
            let mut fields = Fields::new(&mut at, &entries);
            let file = ThemeFile::take(&mut fields);
            fields.finish(ThemeFile::WHAT);
            file
        }
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}
