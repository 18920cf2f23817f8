//! Stand-in: what the command line asks of the pipeline.

use crate::diag::{Diagnostics, Warned};
use crate::foundation::{Day, Url};
use crate::release::Release;
use crate::source::Snapshot;

/// How a link to a page is written: its folder, or the file in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkStyle {
    Pages,
    Files,
}

/// All that a build knows besides the snapshot.
#[derive(Clone, Debug)]
pub struct Options {
    pub as_of: Day,
    pub base_url: Option<Url>,
    pub mirror: Option<String>,
    pub links: LinkStyle,
    pub drafts: bool,
}

/// A site, not yet rendered.
#[derive(Debug)]
pub struct Built {
    pub pages: usize,
    pub languages: usize,
    pub next_change: Option<(Day, String)>,
}

pub fn build(_snapshot: &Snapshot, _options: &Options) -> Warned<Built> {
    Warned { value: Built { pages: 0, languages: 0, next_change: None }, findings: Diagnostics::new() }
}

pub fn render(_built: &Built) -> Warned<Release> {
    Warned { value: Release::default(), findings: Diagnostics::new() }
}
