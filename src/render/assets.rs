//! The theme's static files, published under names that carry their fingerprint, so that they can be cached for ever.

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::foundation::{Fingerprint, Hash, OutPath};
use crate::source::{File, Snapshot};

use super::stylesheet::{Part, Stylesheet};
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
/// What stands in `root/` is published under its own name at the root of the site: a service worker must not change its own.
pub fn assets(snapshot: &Snapshot, theme: &Theme, findings: &mut Diagnostics) -> Assets {
    let mut files: BTreeMap<String, &File> = BTreeMap::new();
    let mut sheets: BTreeMap<String, Stylesheet> = BTreeMap::new();
    for (name, (path, file)) in theme.files(snapshot, "static") {
        match Part::of(&name) {
            Some(part) => sheets.entry(part.sheet.to_owned()).or_default().take(part, path, file),
            None => _ = files.insert(name, file),
        }
    }
    let mut assets = Assets::default();
    for (name, file) in files {
        assets.publish(&name, file.clone());
    }
    let at_root: BTreeMap<String, &File> =
        theme.files(snapshot, "root").map(|(name, (_, file))| (name, file)).collect();
    assets.files.extend(at_root.into_iter().filter_map(|(name, file)| Some((OutPath::new(&name)?, file.clone()))));
    for (name, sheet) in sheets {
        let text = sheet.text(&name, &assets, findings);
        assets.publish(&name, File::from(text.into_bytes()));
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
