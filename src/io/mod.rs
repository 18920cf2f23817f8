//! The two ends that touch the disk.
//!
//! In: a folder with a site; a [`Release`](crate::release::Release). Out: a [`Snapshot`](crate::source::Snapshot); files
//! in an output folder. Always: nothing is read outside the site's folders and nothing is written outside the output
//! folder and `.mensi/`; what a contributor got wrong is in the snapshot's `refused`, what the machine or the caller got
//! wrong is an [`IoProblem`], with a remedy. For the preview [`watch()`] tells what changed on the disk, and [`serve`] sends
//! pages from memory.

mod beside;
mod create;
mod folder;
mod layout;
mod lock;
mod output;
mod own;
mod record;
mod remember;
mod scan;
pub mod serve;
mod sources;
mod stamps;
mod standing;
mod store;
mod watch;
mod write;

pub use create::{CreateError, create};
pub use lock::{ANOTHER_BUILD, Lock, lock, try_lock};
pub use output::{Output, output};
pub use remember::Remembered;
pub use scan::find_site;
pub use sources::{Names, Sources, scan};
pub use stamps::Stamps;
#[cfg(test)]
pub use store::Store;
pub use watch::{Changed, Watch, WatchOptions, watch};
pub use write::{Applied, ApplyError, Looked, Target};

use std::fmt;
use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::diag::Diagnostic;

/// Something that has nothing to do with the content: the call was wrong, or the machine failed. Exit code 2.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IoProblem {
    /// As of a [`Diagnostic`]: stable, kebab-case.
    pub code: &'static str,
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl IoProblem {
    pub fn new(code: &'static str, message: impl Into<String>, help: impl Into<String>) -> IoProblem {
        IoProblem { code, message: message.into(), help: help.into() }
    }

    /// The operating system refused: `doing` completes "cannot …".
    pub(crate) fn system(doing: &str, path: &Path, error: &Error) -> IoProblem {
        let (reason, help) = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                ("there is no space left".to_owned(), "free some space on that disk, then run the same command again")
            }
            ErrorKind::PermissionDenied => {
                ("permission denied".to_owned(), "check who owns it and who may write there, or choose another folder")
            }
            ErrorKind::ReadOnlyFilesystem => {
                ("the disk can only be read".to_owned(), "choose a folder on another disk with --out")
            }
            ErrorKind::NotADirectory => {
                ("a part of the path is not a folder".to_owned(), "check the path, or choose another folder")
            }
            _ => (error.to_string(), "if the next run fails in the same way, ask whoever looks after this computer"),
        };
        IoProblem::new("machine", format!("cannot {doing} {}: {reason}", path.display()), help)
    }

    /// The same in the form in which findings are shown.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.code, self.message.as_str()).help(self.help.as_str())
    }
}

impl fmt::Display for IoProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.help)
    }
}

impl std::error::Error for IoProblem {}
