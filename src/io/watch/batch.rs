//! What happened since the last report.
//!
//! In: events of the system. Out: one [`Changed`]. Always: when in doubt, everything has changed.

use std::collections::BTreeSet;

use notify::event::{CreateKind, RemoveKind};
use notify::{Event, EventKind};

use crate::foundation::SourcePath;

use super::Changed;
use super::tree::{Meaning, Tree};

#[derive(Default, Debug)]
pub(super) struct Batch {
    files: BTreeSet<SourcePath>,
    everything: bool,
    folders: bool,
    events: usize,
}

impl Batch {
    pub(super) fn add(&mut self, tree: &Tree, event: notify::Result<Event>) {
        // An error is an event that was lost: of which folder, is not always said.
        let Some(event) = event.ok().filter(|event| !event.need_rescan()) else { return self.lost() };
        let folder =
            matches!(event.kind, EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder));
        for path in &event.paths {
            match tree.meaning(path) {
                Meaning::Nothing => continue,
                Meaning::Folders => self.folders = true,
                // It was a folder, and is gone again.
                _ if folder => self.folders = true,
                Meaning::Files => self.everything = true,
                Meaning::File(path) => _ = self.files.insert(path),
            }
            self.events += 1;
        }
    }

    /// Anything may have happened.
    pub(super) fn lost(&mut self) {
        self.folders = true;
        self.events += 1;
    }

    /// How many events mattered.
    pub(super) fn events(&self) -> usize {
        self.events
    }

    pub(super) fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// Whether there may be other folders to watch now.
    pub(super) fn folders(&self) -> bool {
        self.folders
    }

    pub(super) fn changed(self) -> Changed {
        if self.everything || self.folders { Changed::Everything } else { Changed::Files(self.files) }
    }
}
