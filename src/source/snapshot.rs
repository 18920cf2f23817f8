//! The outside world as a value.

use std::collections::BTreeMap;

use crate::diag::{Diagnostics, Sources};
use crate::foundation::SourcePath;

use super::file::File;

/// Everything that a build may read: mensi.yaml, content/, i18n/, static/, and the theme with the embedded one below it.
/// Nothing else reaches the build.
#[derive(Clone, Default, Debug)]
pub struct Snapshot {
    pub files: BTreeMap<SourcePath, File>,
    /// What the scan refused to read: a link that leaves the tree, a name that is not UTF-8, a file that cannot be opened.
    pub refused: Diagnostics,
}

impl Snapshot {
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// The files below a folder (given without a slash at the end), in the order of their paths.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (&SourcePath, &File)> + use<'_> {
        let from = format!("{folder}/");
        let start = SourcePath::new(&format!("{folder}/\u{1}")).expect("a folder's name is a clean path");
        self.files.range(start..).take_while(move |(path, _)| path.as_str().starts_with(&from))
    }
}

impl Sources for Snapshot {
    fn text(&self, file: &SourcePath) -> Option<&str> {
        self.files.get(file)?.text()
    }
}
