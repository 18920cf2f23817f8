//! The proof that the cache does not show: `build --verify`.
//!
//! In: a site with its cache and its output. Out: what differs between the site that is made with the cache and the one
//! that is made without; where nothing does, the site is published as by any other build. Always: all sources are read,
//! and both sites are made of what was read; of both each file is compared byte for byte, and what is said of them word
//! for word; what the output is taken to hold is compared with what it holds; nothing of the
//! site is written before that.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::cache::{Cache, Page, Summary};
use crate::diag::{Diagnostic, Diagnostics, Warned};
use crate::foundation::{Fingerprint, OutPath};
use crate::io::{IoProblem, Remembered, Sources, Stamps, Target};
use crate::pipeline::{self, Built};
use crate::release::{Artifacts, Made, MadeFrom, Previous, Rendered, told_once};

use super::warm::{Begun, Done, Warm};

/// What came of it.
pub(super) struct Verified {
    pub done: Done,
    /// How many files were compared.
    pub files: usize,
}

impl Warm<'_> {
    /// Builds as [`Warm::build`] does, once it is proved that the cache does not show; where it does, that is an error.
    pub fn verify(&self) -> Result<Verified, IoProblem> {
        let mut remembered = Remembered::open(self.root);
        remembered.tidy();
        let known = remembered.stamps();
        let time = remembered.disk_time();
        let sources = Sources::look(self.root, &Stamps::default(), time)?;
        let begun = self.begin(&mut remembered, &known, || sources)?;
        let cache = remembered.cache();
        (self.ended)("cache");
        let Warned { value: files, mut findings } = self.compare(&begun, &cache);
        (self.ended)("compare");
        if findings.is_empty() {
            let done = self.finish(begun, &mut remembered, &cache)?.expect("all sources have been read");
            return Ok(Verified { done, files });
        }
        findings.append(remembered.findings);
        let sources = begun.sources.snapshot.clone();
        Ok(Verified { done: Done { sources, findings, done: None }, files })
    }

    /// How many files were compared, and what is wrong with the cache or the output.
    fn compare(&self, begun: &Begun<'_>, cache: &Cache) -> Warned<usize> {
        let snapshot = &begun.sources.snapshot;
        let warm = pipeline::build(snapshot, self.options, cache);
        let clean = pipeline::build(snapshot, self.options, &Cache::default());
        let pages = self.compare_pages(begun, &warm.value, &clean.value);
        let (warm, clean) = (Said::of(&warm, pages.with), Said::of(&clean, pages.without));
        let mut said = warm.unlike(&clean);
        if begun.is_the_last(self.options) {
            let last = Said { summary: begun.last.summary.clone(), findings: begun.last.findings.clone() };
            said.extend(last.unlike(&clean));
        }
        let misjudged = begun.sources.misjudged(begun.known);
        let mut altered = begun.target.misjudged();
        // The list of what was written is mostly read from the cache.
        altered.retain(|path| !pages.differing.contains(path));
        let findings = [
            differs("it takes sources for what they no longer are", &misjudged),
            differs("with it, files of the site are not what they are without it", &pages.differing),
            differs("with it, something else is said of the site than without it", &said),
            self.output_differs(&altered),
        ];
        Warned { value: pages.files, findings: findings.into_iter().flatten().collect() }
    }

    fn compare_pages<'a>(&self, begun: &'a Begun<'_>, warm: &'a Built, clean: &'a Built) -> Compared<'a> {
        let mut paths: BTreeSet<&OutPath> = [warm, clean].into_iter().flat_map(paths).collect();
        if begun.is_the_last(self.options) {
            paths.extend(begun.last.pages.keys());
        }
        let compared: Vec<_> = paths
            .into_par_iter()
            .map(|path| {
                let known = begun.last.pages.get(path);
                let with = match known {
                    Some(page) => render_beside(warm, path, page, &begun.target),
                    None => render(warm, path),
                };
                let without = render(clean, path);
                // What is published already is not made again where it is known by what it was made from.
                let is_kept = begun.is_the_last(self.options) || known.is_some_and(|page| keeps(warm, path, page));
                let is_right = known.map(|page| page.content) == without.as_ref().map(content);
                let same = bytes(&with) == bytes(&without) && (is_right || !is_kept);
                (path, same, found(with), found(without))
            })
            .collect();
        let mut pages = Compared { files: compared.len(), ..Compared::default() };
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (path, same, found_with, found_without) in compared {
            pages.differing.extend((!same).then_some(path));
            with.push((path, found_with));
            without.push((path, found_without));
        }
        (pages.with, pages.without) = (told_once(with), told_once(without));
        pages
    }

    fn output_differs(&self, altered: &[&OutPath]) -> Option<Diagnostic> {
        let folder = self.output.folder.file_name().unwrap_or_default().to_string_lossy();
        let few = few(altered);
        (!altered.is_empty()).then(|| {
            let message = format!(
                "files in {folder}/ are no longer what was written there, though they look as they were: {few}"
            );
            Diagnostic::error("output-differs", message).help("delete these files, and build again")
        })
    }
}

/// The files of two sites, one made with the cache and one without.
#[derive(Default)]
struct Compared<'a> {
    files: usize,
    differing: Vec<&'a OutPath>,
    /// What was found in making those with the cache, and those without.
    with: Diagnostics,
    without: Diagnostics,
}

fn paths(site: &Built) -> impl Iterator<Item = &OutPath> {
    site.plan.iter().flat_map(|plan| plan.paths())
}

/// `None` where the site has no such file.
fn render(site: &Built, path: &OutPath) -> Option<Rendered> {
    Some(site.plan.as_ref().filter(|plan| plan.has(path))?.render(path))
}

/// The same, made where only the text of what was published is of use.
fn render_beside(site: &Built, path: &OutPath, page: &Page, target: &Target<'_>) -> Option<Rendered> {
    let from = MadeFrom { text: page.from.text, ..MadeFrom::default() };
    let passage = |at| target.passage(path, page, at);
    match site.plan.as_ref().filter(|plan| plan.has(path))?.make(path, Some(Previous { from, passage: &passage })) {
        Made::New(_, rendered) => Some(rendered),
        Made::Known(_) => unreachable!("it was made from nothing"),
    }
}

/// Whether a build leaves a file that was made from this as it is.
fn keeps(site: &Built, path: &OutPath, page: &Page) -> bool {
    let plan = site.plan.as_ref().filter(|plan| plan.has(path));
    plan.is_some_and(|plan| matches!(plan.make(path, Some(Previous::gone(page.from))), Made::Known(_)))
}

fn bytes(made: &Option<Rendered>) -> Option<&[u8]> {
    made.as_ref().map(|made| &*made.bytes)
}

fn content(made: &Rendered) -> Fingerprint {
    Fingerprint::of_bytes(&made.bytes)
}

fn found(made: Option<Rendered>) -> Diagnostics {
    made.map(|made| made.findings).unwrap_or_default()
}

/// What is said of a site.
struct Said {
    summary: Summary,
    findings: Vec<Diagnostic>,
}

impl Said {
    fn of(built: &Warned<Built>, of_pages: Diagnostics) -> Said {
        let mut findings = built.findings.clone();
        findings.append(of_pages);
        Said { summary: built.value.summary.clone(), findings: findings.sorted() }
    }

    /// What only one of the two says.
    fn unlike(&self, other: &Said) -> Vec<String> {
        let only = |one: &Said, other: &Said| -> Vec<String> {
            let only = one.findings.iter().filter(|finding| !other.findings.contains(finding));
            only.map(|finding| format!("\u{201c}{}\u{201d}", finding.said())).collect()
        };
        let mut unlike = only(self, other);
        unlike.extend(only(other, self));
        if self.summary != other.summary {
            unlike.push("how many pages there are, or when the site changes by itself".to_owned());
        }
        unlike
    }
}

/// An error, where there is anything of which the cache makes something else.
fn differs<T: ToString>(what: &str, which: &[T]) -> Option<Diagnostic> {
    let message = format!("the cache is wrong; {what}: {}", few(which));
    let help = "delete the folder .mensi/cache, and build again. The mistake is mensi-site's, not yours: please report \
                it, with a copy of that folder made before";
    (!which.is_empty()).then(|| Diagnostic::error("cache-differs", message).help(help))
}

/// `a, b, c and 7 more`
fn few<T: ToString>(all: &[T]) -> String {
    const FEW: usize = 5;
    let named: Vec<String> = all.iter().take(FEW).map(ToString::to_string).collect();
    let more = all.len().saturating_sub(FEW);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", named.join(", "))
}
