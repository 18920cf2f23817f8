//! Files that are published as they are: beside documents, and below static/.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::OutPath;
use crate::model::Site;
use crate::source::{Document, File, Snapshot};

/// One published file.
#[derive(Clone, Debug)]
pub struct PublishedFile {
    /// Its path in the output.
    pub out: String,
    pub file: File,
    /// Width and height in pixels, of a picture.
    pub size: Option<(u32, u32)>,
}

/// All published files, by the path of their sources.
#[derive(Default, Debug)]
pub struct Files(BTreeMap<String, PublishedFile>);

impl Files {
    /// Files beside documents appear at `files/<section>/<id>/<name>`, those of static/ at the root.
    pub fn of(site: &Site, snapshot: &Snapshot, findings: &mut Diagnostics) -> Files {
        let beside = site.attachments.iter().map(|(path, file)| {
            let inner = path.as_str().strip_prefix("content/").expect("attachments are below content/");
            (path, format!("files/{inner}"), file)
        });
        let fixed = snapshot.below("static").map(|(path, file)| {
            let inner = path.as_str().strip_prefix("static/").expect("it is below static/");
            (path, inner.to_owned(), file)
        });
        let mut files = BTreeMap::new();
        for (path, out, file) in beside.chain(fixed).filter(|(path, ..)| !site.lapsed.contains(*path)) {
            let unsafe_in_address = |c: char| c.is_whitespace() || c.is_control() || "#?%\"<>\\`".contains(c);
            if OutPath::new(&out).is_none() || out.contains(unsafe_in_address) {
                findings.push(
                    Diagnostic::error("bad-file-name", "this file cannot be published under its name")
                        .at(Span::file(path))
                        .help("rename it: letters, digits, `-`, `_` and `.`"),
                );
                continue;
            }
            let size = picture_size(path.as_str(), file);
            files.insert(path.to_string(), PublishedFile { out, file: file.clone(), size });
        }
        Files(files)
    }

    /// The file that a document names: beside it, or below static/ where the name begins with `/`.
    pub fn find(&self, document: &Document, name: &str) -> Option<&PublishedFile> {
        match (name.strip_prefix('/'), &document.folder) {
            (Some(inner), _) => self.0.get(&format!("static/{inner}")),
            (None, Some(folder)) => self.0.get(&format!("{folder}/{name}")),
            (None, None) => None,
        }
    }

    /// The file of that number, in the order of the paths of their sources.
    pub fn nth(&self, number: usize) -> &PublishedFile {
        self.0.values().nth(number).expect("a number below that of the files")
    }

    /// All files with the paths of their sources.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &PublishedFile)> {
        self.0.iter().map(|(source, file)| (source.as_str(), file))
    }
}

/// Width and height of a picture, read from its first bytes; `None` for drawings and for what is no picture.
fn picture_size(path: &str, file: &File) -> Option<(u32, u32)> {
    let ending = path.rsplit('.').next()?.to_ascii_lowercase();
    if !matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif") {
        return None;
    }
    let size = imagesize::blob_size(file.bytes()).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}
