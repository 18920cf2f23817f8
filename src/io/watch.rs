//! Says what has changed on the disk.
//!
//! In: the site's root. Out: a report for each save, a few milliseconds after it; one for many files that are saved
//! together. Always: after a change that a scan could see, a report comes that names it or says that anything may have
//! changed; what a build reads or writes is no change; folders may come, go and come again, at the top too.
//!
//! Own coalescing rather than a debouncer's: a debouncer waits a fixed time, and what is waited for here is on somebody's
//! screen.

mod batch;
mod poll;
mod tree;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::foundation::SourcePath;

use super::IoProblem;
use batch::Batch;
use tree::Tree;

/// A report is made when nothing has happened for so long. An editor's save is several events, all within a millisecond.
const QUIET: Duration = Duration::from_millis(2);
/// A report is made after so long even if things go on happening.
const LONGEST: Duration = Duration::from_millis(40);
/// How soon watching is tried again after it failed.
const RETRY: Duration = Duration::from_millis(500);

/// What has changed since the last report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Changed {
    /// These files were written, came or went, and nothing else. Some may be what they were.
    Files(BTreeSet<SourcePath>),
    /// Anything may have changed: a folder or a link came or went, a file that a link leads to was written, or the system
    /// lost count.
    Everything,
}

#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct WatchOptions {
    /// Look at all files again and again, with this pause in between: for disks whose changes the system does not tell
    /// (network disks). `None` to be told.
    pub poll: Option<Duration>,
}

/// Watching goes on until this is dropped.
#[derive(Debug)]
pub struct Watch(Sender<Told>);

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.send(Told::Stop);
    }
}

#[derive(Debug)]
enum Told {
    Event(notify::Result<Event>),
    Stop,
}

/// Watches the site below `root` and calls `on_change`, on a thread of its own. What happens while it runs comes together
/// in the next report. It is called with a problem when watching fails after it began; watching is then tried again, and
/// `Everything` is reported when it works. What happens after `watch` has returned is reported: scan after it.
///
/// # Errors
/// The root cannot be read; the system's limit of watches is reached.
pub fn watch(
    root: &Path,
    options: &WatchOptions,
    on_change: impl FnMut(Result<Changed, IoProblem>) + Send + 'static,
) -> Result<Watch, IoProblem> {
    let root = root.canonicalize().map_err(|error| IoProblem::system("watch", root, &error))?;
    let (teller, told) = channel();
    let watch = Watch(teller.clone());
    if let Some(pause) = options.poll {
        let first = poll::look(&root);
        thread::spawn(move || poll::poll(first, pause, &told, on_change));
        return Ok(watch);
    }
    let handler = move |event: notify::Result<Event>| {
        if !event.as_ref().is_ok_and(is_reading) {
            // Nobody listens any more when the watch has been dropped.
            let _ = teller.send(Told::Event(event));
        }
    };
    // Links are followed by `Tree`, which knows where to stop.
    let config = Config::default().with_follow_symlinks(false);
    let watcher = RecommendedWatcher::new(handler, config).map_err(|error| refused(&root, &error))?;
    let mut watched = Watched { watcher, tree: Tree::at(&root) };
    watched.arm()?;
    thread::spawn(move || follow(watched, &told, on_change));
    Ok(watch)
}

/// What a build does to the files that it reads. The end of writing is said to be an access too.
fn is_reading(event: &Event) -> bool {
    matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write))
}

struct Watched<W> {
    watcher: W,
    tree: Tree,
}

impl<W: Watcher> Watched<W> {
    /// Looks where folders and links are, and watches them. After this every change is told.
    ///
    /// All is watched anew, since the system watches folders and not their names: what was renamed is watched under the
    /// name that it had, and what was made again is not watched.
    fn arm(&mut self) -> Result<(), IoProblem> {
        const TRIES: u32 = 5;
        let root = self.tree.root.clone();
        let mut tries = 0;
        loop {
            for top in self.tree.deep.iter().chain(&self.tree.flat) {
                // It may be gone, and with it the watch.
                let _ = self.watcher.unwatch(top);
            }
            self.tree = Tree::look(&root, &mut |_| {});
            let deep = self.tree.deep.iter().map(|folder| (folder, RecursiveMode::Recursive));
            let flat = self.tree.flat.iter().map(|folder| (folder, RecursiveMode::NonRecursive));
            let failed = flat.chain(deep).find_map(|(folder, mode)| self.watcher.watch(folder, mode).err());
            tries += 1;
            match failed {
                None => return Ok(()),
                // A folder that went while it was looked at: the next look does not find it.
                Some(error) if tries < TRIES && is_gone(&error) => {}
                Some(error) => return Err(refused(&root, &error)),
            }
        }
    }
}

fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn follow<W: Watcher>(
    mut watched: Watched<W>,
    told: &Receiver<Told>,
    mut on_change: impl FnMut(Result<Changed, IoProblem>),
) {
    // What watching failed of, as it was reported.
    let mut failed: Option<IoProblem> = None;
    loop {
        let mut batch = Batch::default();
        let first = match failed {
            None => told.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => told.recv_timeout(RETRY),
        };
        match first {
            Ok(Told::Event(event)) => batch.add(&watched.tree, event),
            Err(RecvTimeoutError::Timeout) => batch.lost(),
            Ok(Told::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        }
        if batch.is_empty() {
            continue;
        }
        if !gather(&mut batch, &watched.tree, told) {
            return;
        }
        if batch.folders() {
            match watched.arm() {
                Ok(()) => failed = None,
                Err(problem) if failed.as_ref() == Some(&problem) => continue,
                Err(problem) => {
                    failed = Some(problem.clone());
                    on_change(Err(problem));
                    continue;
                }
            }
        }
        on_change(Ok(batch.changed()));
    }
}

/// Adds what comes until it is quiet, or has been long enough. False where watching is to end.
fn gather(batch: &mut Batch, tree: &Tree, told: &Receiver<Told>) -> bool {
    let end = Instant::now() + LONGEST;
    let mut quiet = Instant::now() + QUIET;
    loop {
        let wait = quiet.min(end).saturating_duration_since(Instant::now());
        if wait.is_zero() {
            return true;
        }
        match told.recv_timeout(wait) {
            Ok(Told::Event(event)) => {
                let before = batch.events();
                batch.add(tree, event);
                // What does not matter must not hold up what does.
                if batch.events() != before {
                    quiet = Instant::now() + QUIET;
                }
            }
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(Told::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

fn refused(root: &Path, error: &notify::Error) -> IoProblem {
    // EMFILE: of all that a program can have too many of, here it is inotify's own queues, 128 for a user.
    let full = matches!(&error.kind, ErrorKind::Io(error) if error.raw_os_error() == Some(24));
    let watching = format!("cannot watch {} for changes", error.paths.first().map_or(root, |path| path).display());
    match &error.kind {
        ErrorKind::MaxFilesWatch => IoProblem::new(
            "watch-limit",
            format!("{watching}: this computer watches as many folders as it may"),
            "close programs that watch many files, or raise the limit: `sudo sysctl fs.inotify.max_user_watches=524288`",
        ),
        _ if full => IoProblem::new(
            "watch-limit",
            format!("{watching}: too many programs do so already"),
            "close some of them, or raise the limit: `sudo sysctl fs.inotify.max_user_instances=512`",
        ),
        ErrorKind::Io(cause) => IoProblem::system("watch", error.paths.first().map_or(root, |path| path), cause),
        _ => {
            IoProblem::new("machine", format!("{watching}: {error}"), "check that the folder is there and can be read")
        }
    }
}

#[cfg(test)]
mod tests;
