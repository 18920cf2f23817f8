//! The theme's static files, published under names that carry their fingerprint, so that they can be cached for ever.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Fingerprint, Hash, OutPath, SourcePath};
use crate::source::{File, Snapshot};

use super::theme::Theme;

/// Static files by the names that templates use.
#[derive(Default, Debug, Clone)]
pub struct Assets {
    /// `site.css` → `assets/site.1a2b3c4d.css`.
    names: BTreeMap<String, String>,
    pub files: Vec<(OutPath, File)>,
}

impl Assets {
    /// Where a static file is published, from the root of the site.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.names.get(name).map(String::as_str)
    }

    /// Of all names: what a page that refers to them depends on.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.names)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }
}

/// All static files of a theme and its parents; the theme's own win. Stylesheets come last, since they name the others.
pub fn assets(snapshot: &Snapshot, theme: &Theme, findings: &mut Diagnostics) -> Assets {
    let files: BTreeMap<String, (&SourcePath, &File)> = theme.files(snapshot, "static").collect();
    let mut assets = Assets::default();
    let (styles, others): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name.ends_with(".css"));
    for (name, (_, file)) in others {
        assets.publish(name, (*file).clone());
    }
    for (name, (path, file)) in styles {
        match file.text() {
            Some(text) => {
                let text = rewrite(text, name, path, &assets, findings);
                assets.publish(name, File::from(text.into_bytes()));
            }
            None => findings.push(
                Diagnostic::error("not-utf8", "this stylesheet is not UTF-8")
                    .at(Span::file(path))
                    .help("save it as UTF-8"),
            ),
        }
    }
    assets
}

impl Assets {
    fn publish(&mut self, name: &str, file: File) {
        let print = Hash::of(file.bytes()).short(8);
        let out = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("assets/{stem}.{print}.{ending}"),
            None => format!("assets/{name}.{print}"),
        };
        let Some(path) = OutPath::new(&out) else { return };
        self.names.insert(name.to_owned(), out);
        self.files.push((path, file));
    }
}

/// Points every `url(…)` of a stylesheet to the published name; addresses elsewhere and data are an error and left alone,
/// respectively.
fn rewrite(css: &str, name: &str, path: &SourcePath, assets: &Assets, findings: &mut Diagnostics) -> String {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut out = String::with_capacity(css.len() + 256);
    for (at, import) in css.match_indices("@import") {
        findings.push(
            Diagnostic::error("stylesheet-import", "a stylesheet must not import another")
                .at(Span::new(path, at..at + import.len()))
                .help("write the rules into this file: a stylesheet from elsewhere is not loaded"),
        );
    }
    let mut at = 0;
    while let Some(found) = css[at..].find("url(") {
        let open = at + found + "url(".len();
        let Some(length) = css[open..].find(')') else { break };
        let written = css[open..open + length].trim().trim_matches(['"', '\'']);
        out.push_str(&css[at..open]);
        at = open + length;
        if written.starts_with("data:") || written.starts_with('#') {
            out.push_str(&css[open..at]);
            continue;
        }
        let wanted = if folder.is_empty() { written.to_owned() } else { format!("{folder}/{written}") };
        match assets.find(&wanted) {
            // Both stand below assets/, so the way from one to the other is the way between their folders.
            Some(target) => {
                let up = "../".repeat(folder.split('/').filter(|segment| !segment.is_empty()).count());
                out.push_str(&format!("\"{up}{}\"", target.trim_start_matches("assets/")));
            }
            None => {
                findings.push(
                    Diagnostic::error(
                        "missing-file",
                        format!("this stylesheet names `{written}`, which the theme does not have"),
                    )
                    .at(Span::new(path, open..at))
                    .help("put the file into the theme's static/ folder; files from elsewhere are not loaded"),
                );
                out.push_str(&css[open..at]);
            }
        }
    }
    out.push_str(&css[at..]);
    out
}
