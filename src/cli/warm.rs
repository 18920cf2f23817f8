//! A build that begins where the last one ended.
//!
//! Sources that look as they did are not read, what was made of them is not made again, and what is published already is
//! not written. `build --verify` proves that none of that shows.

use std::path::Path;
use std::sync::{Once, OnceLock};

use crate::cache::{Cache, Last, Page, Pages, Summary};
use crate::diag::{Diagnostic, Diagnostics, Warned};
use crate::foundation::Fingerprint;
use crate::io::{self, Applied, ApplyError, Found, IoProblem, Looked, Output, Remembered, Sources, Stamps, Target};
use crate::pipeline::{self, Built, Options};
use crate::source::Snapshot;

use super::progress::Progress;
use super::timings::Timings;

/// What is built, and where to.
pub(super) struct Warm<'a> {
    pub root: &'a Path,
    pub output: &'a Output,
    pub options: &'a Options,
    pub timings: &'a Timings,
    pub progress: Progress,
}

/// What came of it.
pub(super) struct Done {
    /// The texts that findings point into.
    pub sources: Snapshot,
    pub findings: Diagnostics,
    /// `None` where errors kept it from being published.
    pub done: Option<(Summary, Applied)>,
}

/// What is not taken apart before the program ends: that takes as long as to put it together.
type Kept<T> = std::mem::ManuallyDrop<T>;

fn done(sources: &Sources, findings: Diagnostics, done: Option<(Summary, Applied)>) -> Done {
    // Where nothing was found, nothing points into the sources.
    let sources = if findings.is_empty() { Snapshot::default() } else { sources.snapshot.clone() };
    Done { sources, findings, done }
}

/// How often a build begins anew because somebody saved a file meanwhile.
const TRIES: usize = 4;

impl Warm<'_> {
    pub fn build(&self) -> Result<Done, IoProblem> {
        let store = io::Store::open(self.root)?;
        store.tidy();
        let mut remembered = Remembered::new(store);
        let mut known = Kept::new(None);
        let mut cache = Kept::new(None);
        for _ in 0..TRIES {
            if let Some(done) = self.attempt(&mut remembered, &mut known, &mut cache)? {
                return Ok(done);
            }
            // It may hold what was made of a file that was already another: of nothing, under the key of what it was.
            cache = Kept::new(None);
        }
        Err(IoProblem::new(
            "changing-sources",
            "the sources change all the time while the site is made of them",
            "wait until whatever writes them has finished, and build again",
        ))
    }

    /// `None` where a source changed while it was used.
    fn attempt(
        &self,
        remembered: &mut Remembered,
        known: &mut Option<Stamps>,
        cache: &mut Option<Cache>,
    ) -> Result<Option<Done>, IoProblem> {
        let ended = |stage| self.timings.end(stage);
        let time = remembered.disk_time();
        let (found, known) =
            rayon::join(|| Found::find(self.root), || &*known.get_or_insert_with(|| remembered.stamps()));
        let found = found?;
        let (sources, (last, target)) = rayon::join(
            || found.look(known, time),
            || {
                let last = remembered.last(self.output);
                let target = Target::open(self.output, &last);
                (last, target)
            },
        );
        let (sources, mut last, target) = (Kept::new(sources), Kept::new(last), Kept::new(target?));
        ended("scan");
        // What nobody has built yet is compared with nothing; its fingerprint is made when one core has nothing else to do.
        let inputs = OnceLock::new();
        let inputs = || *inputs.get_or_init(|| pipeline::inputs(&sources.snapshot, self.options));
        if !last.pages.is_empty() && last.inputs == inputs() && target.is_finished() && target.holds(&last.pages) {
            ended("look");
            remembered.save_stamps(known, &sources.stamps);
            let found = std::mem::take(&mut last.findings).into_iter();
            let findings = found.chain(std::mem::take(&mut remembered.findings).sorted()).collect();
            let unchanged = last.pages.len();
            let applied = Applied { unchanged, reused: unchanged, ..Applied::default() };
            return Ok(Some(done(&sources, findings, Some((last.summary.clone(), applied)))));
        }
        let cache = cache.get_or_insert_with(|| remembered.cache());
        ended("cache");
        // The output is looked at while one core has nothing else to do.
        let (built, looked) =
            rayon::join(|| pipeline::build_watched(&sources.snapshot, self.options, cache, &ended), || target.look());
        let (built, mut findings) = (Kept::new(built.value), built.findings);
        // What was made is written down while one core is busy with renames.
        let kept = Once::new();
        let published = rayon::scope(|scope| {
            let current = || {
                let current = sources.are_of_one_moment();
                if current {
                    kept.call_once(|| {
                        scope.spawn(|_| {
                            remembered.save_cache(cache);
                            inputs();
                        });
                    });
                }
                current
            };
            self.publish((&target, &looked), &built, &last.pages, &current, &mut findings)
        });
        let Some(mut applied) = published? else { return Ok(None) };
        ended("pages");
        let last = applied.as_mut().map(|applied| Last {
            inputs: inputs(),
            summary: built.summary.clone(),
            findings: findings.clone().sorted(),
            pages: std::mem::take(&mut applied.pages),
            record: applied.record,
        });
        let last = Kept::new(last);
        rayon::join(
            || remembered.save_stamps(known, &sources.stamps),
            || last.iter().for_each(|last| remembered.save_last(self.output, last)),
        );
        ended("keep");
        findings.append(std::mem::take(&mut remembered.findings));
        Ok(Some(done(&sources, findings, applied.map(|applied| (built.summary.clone(), applied)))))
    }

    /// Builds as [`Warm::build`] does, then once more from nothing, every file read and every page made; where the two
    /// differ, the cache is forgotten, and that is an error.
    pub fn verify(&self) -> Result<Done, IoProblem> {
        let warm = self.build()?;
        let mut remembered = Remembered::new(io::Store::open(self.root)?);
        let pages = remembered.last(self.output).pages;
        let sources = Sources::look(self.root, &Stamps::default(), None)?;
        let Warned { value: built, mut findings } = pipeline::build(&sources.snapshot, self.options, &Cache::default());
        let release = built.release();
        findings.append(release.findings);
        let differ = |differences: Vec<String>| {
            let few = differences.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ");
            let message = format!("{} files differ from those of a build without a cache: {few}", differences.len());
            Diagnostic::error("cache-differs", message).help(
                "the cache has been deleted: build again. This is a mistake of mensi-site; please report it with your sources",
            )
        };
        if findings.has_errors() || warm.done.is_none() {
            // Both found the same, or the cache hid it.
            let same = findings.clone().sorted() == warm.findings.clone().sorted();
            if !same {
                remembered.clear();
            }
            return Ok(Done { sources: sources.snapshot, findings, done: None });
        }
        let made: Pages = release
            .value
            .files
            .iter()
            .map(|(path, bytes)| (path.clone(), Page { content: Fingerprint::of_bytes(bytes), ..Page::default() }))
            .collect();
        let paths: std::collections::BTreeSet<_> = made.keys().chain(pages.keys()).collect();
        let content = |pages: &Pages, path| pages.get(path).map(|page: &Page| page.content);
        let differences: Vec<String> = paths
            .into_iter()
            .filter(|path| content(&made, *path) != content(&pages, *path))
            .map(ToString::to_string)
            .collect();
        if differences.is_empty() {
            return Ok(warm);
        }
        remembered.clear();
        findings.push(differ(differences));
        Ok(Done { sources: sources.snapshot, findings, done: None })
    }
}

impl Warm<'_> {
    /// Makes the output equal to the site; `current` says, when all is made, whether the sources are what they were. `None`
    /// where they are not, `Some(None)` where there are errors.
    fn publish(
        &self,
        (target, looked): (&Target<'_>, &Looked),
        built: &Built,
        known: &Pages,
        current: &dyn Fn() -> bool,
        findings: &mut Diagnostics,
    ) -> Result<Option<Option<Applied>>, IoProblem> {
        let plan = match &built.plan {
            Some(plan) if !findings.has_errors() => plan,
            _ => {
                findings.append(built.check());
                return Ok(current().then_some(None));
            }
        };
        match target.apply(&self.progress.count(plan), known, looked, current) {
            Ok((applied, found)) => {
                findings.append(found);
                Ok(Some(Some(applied)))
            }
            Err(ApplyError::Moved) => Ok(None),
            Err(ApplyError::Foreign(found) | ApplyError::Content(found)) => {
                findings.append(found);
                Ok(current().then_some(None))
            }
            Err(ApplyError::Problem(problem)) => Err(problem),
        }
    }
}
