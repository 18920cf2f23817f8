//! Watching by looking, where the system does not tell.
//!
//! In: the site's root and a pause. Out: the same reports, a pause later. Always: a file counts as changed when its size,
//! its time of modification (to the nanosecond, where the disk keeps it; notify's own poller sees seconds) or its place
//! on the disk is another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

use crate::io::IoProblem;

use super::tree::{Meaning, Tree};
use super::{Changed, Told};

#[derive(Debug)]
pub(super) struct Look {
    tree: Tree,
    files: BTreeMap<PathBuf, Stamp>,
}

#[derive(PartialEq, Eq, Debug)]
struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
    place: u64,
}

pub(super) fn look(root: &Path) -> Look {
    let mut files = BTreeMap::new();
    let tree = Tree::look(root, &mut |file| {
        if let Ok(data) = fs::metadata(file) {
            files.insert(
                file.to_owned(),
                Stamp { len: data.len(), modified: data.modified().ok(), place: place(&data) },
            );
        }
    });
    Look { tree, files }
}

#[cfg(unix)]
fn place(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn place(_: &fs::Metadata) -> u64 {
    0
}

pub(super) fn poll(
    mut last: Look,
    pause: Duration,
    told: &Receiver<Told>,
    mut on_change: impl FnMut(Result<Changed, IoProblem>),
) {
    while matches!(told.recv_timeout(pause), Err(RecvTimeoutError::Timeout)) {
        let next = look(&last.tree.root);
        if let Some(changed) = difference(&last, &next) {
            on_change(Ok(changed));
        }
        last = next;
    }
}

fn difference(last: &Look, next: &Look) -> Option<Changed> {
    if !last.tree.same_folders(&next.tree) {
        return Some(Changed::Everything);
    }
    let gone = last.files.keys().filter(|file| !next.files.contains_key(*file));
    let written = next.files.iter().filter(|(file, stamp)| last.files.get(*file) != Some(stamp)).map(|(file, _)| file);
    let mut files = BTreeSet::new();
    for path in gone.chain(written) {
        match next.tree.meaning(path) {
            Meaning::Nothing => {}
            Meaning::File(path) => _ = files.insert(path),
            _ => return Some(Changed::Everything),
        }
    }
    (!files.is_empty()).then_some(Changed::Files(files))
}
