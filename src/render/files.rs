//! Files that are published: beside documents, and below static/. All are as they are but pictures, see [`pictures`].

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{OutPath, SourcePath};
use crate::model::Site;
use crate::source::{Document, File, Snapshot};

use super::pictures::{self, Look, Looks, Shape};

/// One published file.
#[derive(Clone, Debug)]
pub struct PublishedFile {
    /// Its path in the output.
    pub out: String,
    pub file: File,
    /// Of what can be shown on a page.
    pub picture: Option<Picture>,
}

/// What is known of a picture.
#[derive(Clone, Debug)]
pub enum Picture {
    Usable(Shape),
    /// One that cannot be shown: that is told of the file, and not again where it is used.
    Unusable,
}

impl PublishedFile {
    /// What is known of it, where it is a picture that can be shown.
    pub fn shape(&self) -> Option<&Shape> {
        match &self.picture {
            Some(Picture::Usable(shape)) => Some(shape),
            Some(Picture::Unusable) | None => None,
        }
    }
}

/// All published files with the paths of their sources, in the order of those.
#[derive(Default, Debug)]
pub struct Files(Vec<(String, PublishedFile)>);

impl Files {
    /// Files beside documents appear at `files/<section>/<id>/<name>`, those of static/ at the root. `looks` are those that
    /// builds have taken at pictures: each is read once.
    pub fn of(site: &Site, snapshot: &Snapshot, looks: &Looks, findings: &mut Diagnostics) -> Files {
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
            files.insert(path.to_string(), PublishedFile { out, file: file.clone(), picture: None });
        }
        let mut files: Vec<(String, PublishedFile)> = files.into_iter().collect();
        let found: Vec<Option<Diagnostic>> =
            files.par_iter_mut().map(|(path, published)| find_picture(path, published, looks)).collect();
        found.into_iter().flatten().for_each(|finding| findings.push(finding));
        Files(files)
    }

    /// The file that a document names: beside it, or below static/ where the name begins with `/`.
    pub fn find(&self, document: &Document, name: &str) -> Option<&PublishedFile> {
        self.number(document, name).map(|number| self.nth(number))
    }

    /// The number of a file that a document names, see [`Files::nth`].
    pub fn number(&self, document: &Document, name: &str) -> Option<usize> {
        let source = match (name.strip_prefix('/'), &document.folder) {
            (Some(inner), _) => format!("static/{inner}"),
            (None, Some(folder)) => format!("{folder}/{name}"),
            (None, None) => return None,
        };
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(&source)).ok()
    }

    /// The file of that number, in the order of the paths of their sources.
    pub fn nth(&self, number: usize) -> &PublishedFile {
        &self.0[number].1
    }

    /// The path of its source.
    pub fn source(&self, number: usize) -> &str {
        &self.0[number].0
    }

    /// All files with the paths of their sources.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &PublishedFile)> {
        self.0.iter().map(|(source, file)| (source.as_str(), file))
    }
}

/// Notes what a file is whose name promises a picture; told where it cannot be shown.
fn find_picture(path: &str, published: &mut PublishedFile, looks: &Looks) -> Option<Diagnostic> {
    let (picture, finding) = match pictures::look(pictures::format_of(path)?, &published.file, looks) {
        Look::Picture(shape) => (Picture::Usable(shape), None),
        Look::Unusable { code, message, help } => {
            let span = SourcePath::new(path).map(|path| Span::file(&path));
            let finding = Diagnostic::error(code.as_str(), message).help(help);
            (Picture::Unusable, Some(Diagnostic { span, ..finding }))
        }
    };
    published.picture = Some(picture);
    finding
}
