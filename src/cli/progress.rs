//! How far a build is, on a terminal, when it takes longer than a moment.

use std::io::IsTerminal;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::foundation::OutPath;
use crate::release::{Artifacts, Made, Previous};

/// What takes no longer needs no word.
const MOMENT: Duration = Duration::from_millis(500);

/// A line that says how many files have been made; gone when it is dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    began: Instant,
    shown: Once,
    wanted: bool,
}

impl Progress {
    /// `wanted`: unless the user asked for silence.
    pub fn new(wanted: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files").expect("a good template");
        let wanted = wanted && std::io::stderr().is_terminal();
        Progress { bar: bar.with_style(style), began: Instant::now(), shown: Once::new(), wanted }
    }

    /// The artifacts, counted as they are made.
    pub fn count<'a>(&'a self, artifacts: &'a dyn Artifacts) -> Counted<'a> {
        self.bar.set_length(artifacts.paths().len() as u64);
        Counted { artifacts, progress: self, made: AtomicUsize::new(0) }
    }

    fn at(&self, made: usize) {
        if self.wanted && self.began.elapsed() > MOMENT {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
            self.bar.set_position(made as u64);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// See [`Progress::count`].
pub(super) struct Counted<'a> {
    artifacts: &'a dyn Artifacts,
    progress: &'a Progress,
    made: AtomicUsize,
}

impl Artifacts for Counted<'_> {
    fn paths(&self) -> Vec<&OutPath> {
        self.artifacts.paths()
    }

    fn make(&self, path: &OutPath, last: Option<Previous<'_>>) -> Made {
        // Not for each: to draw takes longer than to make.
        const STEP: usize = 64;
        let made = self.made.fetch_add(1, Ordering::Relaxed);
        if made.is_multiple_of(STEP) {
            self.progress.at(made);
        }
        self.artifacts.make(path, last)
    }
}
