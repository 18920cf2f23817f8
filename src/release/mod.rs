//! The set of all files of a site.
//!
//! In: a site that has been planned. Out: its artifacts, by their paths, each made when it is asked for. Always: what one
//! artifact holds is a pure function of the plan, whatever else has been made, in whatever order, by whichever thread.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics};
use crate::foundation::{Fingerprint, OutPath};
use crate::source::File;

/// All files of a site.
pub trait Artifacts: Sync {
    /// Their paths, in order.
    fn paths(&self) -> Vec<&OutPath>;

    /// One of them, unless it is known to be what it was when it was made last. `path` is one of [`Self::paths`].
    fn make(&self, path: &OutPath, last: Option<Previous<'_>>) -> Made;

    /// The same, come what may.
    fn render(&self, path: &OutPath) -> Rendered {
        match self.make(path, None) {
            Made::New(_, rendered) => rendered,
            Made::Known(_) => unreachable!("nothing is known"),
        }
    }
}

/// What an artifact was made from.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct MadeFrom {
    /// Of everything that could show in it, known without making it: where this is the same, so is the artifact.
    pub inputs: Fingerprint,
    /// Of what does show in it: where this is the same, so is the artifact, whatever became of the inputs.
    pub shown: Fingerprint,
    /// Where in it the HTML of its text stands; empty where it has none. The next page of the same text takes it from there.
    pub text: Passage,
}

/// A part of an artifact: from which byte on, and to which.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Passage {
    pub start: u32,
    pub end: u32,
}

/// An artifact as it was made last.
#[derive(Clone, Copy)]
pub struct Previous<'a> {
    pub from: MadeFrom,
    /// What it held, where that is still at hand: nobody has to take its word for it.
    pub passage: &'a dyn Fn(Passage) -> Option<Vec<u8>>,
}

impl Previous<'_> {
    /// One of which nothing is left but what it was made from.
    pub fn gone(from: MadeFrom) -> Previous<'static> {
        Previous { from, passage: &|_| None }
    }
}

/// What became of an artifact.
pub enum Made {
    /// It is what it was, made from this now.
    Known(MadeFrom),
    /// What it is made from now, and what it holds.
    New(MadeFrom, Rendered),
}

/// The bytes of an artifact. Where there are errors they are not to be published.
pub struct Rendered {
    pub bytes: Bytes,
    pub findings: Diagnostics,
}

/// The bytes of an artifact, and who else has them.
pub enum Bytes {
    Own(Vec<u8>),
    /// Made, and kept by whoever made them.
    Shared(Arc<[u8]>),
    /// A file of the sources as it is. It may only be read now, and be another by then.
    Source(File),
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::Own(bytes) => bytes,
            Bytes::Shared(bytes) => bytes,
            Bytes::Source(file) => file.bytes(),
        }
    }
}

impl From<Bytes> for Arc<[u8]> {
    fn from(bytes: Bytes) -> Arc<[u8]> {
        match bytes {
            Bytes::Own(bytes) => bytes.into(),
            Bytes::Shared(bytes) => bytes,
            Bytes::Source(file) => file.shared(),
        }
    }
}

/// All files of the output, rendered and held at once.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Release {
    pub files: BTreeMap<OutPath, Arc<[u8]>>,
}

impl Artifacts for Release {
    fn paths(&self) -> Vec<&OutPath> {
        self.files.keys().collect()
    }

    fn make(&self, path: &OutPath, last: Option<Previous<'_>>) -> Made {
        let bytes = &self.files[path];
        let fingerprint = Fingerprint::of_bytes(bytes);
        let from = MadeFrom { inputs: fingerprint, shown: fingerprint, text: Passage::default() };
        if last.is_some_and(|last| last.from == from) {
            return Made::Known(from);
        }
        Made::New(from, Rendered { bytes: Bytes::Shared(bytes.clone()), findings: Diagnostics::new() })
    }
}

/// A fault that many pages meet is told once, with the first of them: in the order of paths, whoever met it first. What
/// helps may differ by the page, since it says what there is.
pub fn told_once(findings: Vec<(&OutPath, Diagnostics)>) -> Diagnostics {
    let mut findings = findings;
    findings.sort_by_key(|(path, _)| *path);
    let mut told = BTreeSet::new();
    let all = findings.into_iter().flat_map(|(_, found)| found.sorted());
    let bare = |finding: &Diagnostic| match finding.met_on {
        Some(_) => Diagnostic { met_on: None, help: None, ..finding.clone() },
        None => finding.clone(),
    };
    all.filter(|finding| told.insert(bare(finding))).collect()
}
