//! A theme: a folder, and the theme that it is built on.

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, did_you_mean};
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
}

impl Theme {
    /// Its folders, parents first.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().map(String::as_str)
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
    let mut folders = Vec::new();
    let mut next = Some(config.theme.clone());
    // Who names the theme: mensi.yaml, then the theme.yaml of the theme that is built on it.
    let mut named_by = config.span(&[Step::field("theme")]);
    while let Some(name) = next.take() {
        let folder = format!("themes/{name}");
        if folders.contains(&folder) {
            break;
        }
        match snapshot.files.get_key_value(format!("{folder}/theme.yaml").as_str()) {
            Some((path, file)) => {
                let text = String::from_utf8_lossy(file.bytes());
                next = read(path, &text, findings).and_then(|file| file.parent).map(|parent| parent.0);
                named_by = Yaml { file: path, text: &text, offset: 0 }.span(&[Step::field("parent")]);
            }
            None => {
                let known: Vec<&str> = snapshot
                    .below("themes")
                    .filter_map(|(path, _)| path.as_str().strip_suffix("/theme.yaml")?.strip_prefix("themes/"))
                    .collect();
                let help = match did_you_mean(&name, known.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("write {folder}/theme.yaml, or use one of: {}", known.join(", ")),
                };
                findings.push(
                    Diagnostic::error("unknown-theme", format!("there is no theme `{name}`"))
                        .at(named_by.clone())
                        .help(help),
                );
            }
        }
        folders.push(folder);
    }
    folders.reverse();
    Theme { folders }
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
