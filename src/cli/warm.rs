//! A build that begins where the last one ended.
//!
//! Sources that look as they did are not read, what was made of them is not made again, and what is published already is
//! not written. `build --verify` (`verify.rs`) proves that none of that shows.

use std::path::Path;
use std::sync::{Once, OnceLock};

use crate::cache::{Cache, Last, Pages, Summary};
use crate::diag::Diagnostics;
use crate::foundation::Fingerprint;
use crate::io::{Applied, ApplyError, IoProblem, Looked, Names, Output, Remembered, Sources, Stamps, Target};
use crate::pipeline::{self, Built, Options};
use crate::source::Snapshot;

use super::progress::Progress;

/// What is built, and where to.
pub(super) struct Warm<'a> {
    pub root: &'a Path,
    pub output: &'a Output,
    pub options: &'a Options,
    /// Is told when a stage has ended.
    pub ended: &'a (dyn Fn(&'static str) + Sync),
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
pub(super) type Kept<T> = std::mem::ManuallyDrop<T>;

fn done(sources: &Sources, findings: Diagnostics, done: Option<(Summary, Applied)>) -> Done {
    // Where nothing was found, nothing points into the sources.
    let sources = if findings.is_empty() { Snapshot::default() } else { sources.snapshot.clone() };
    Done { sources, findings, done }
}

/// How often a build begins anew because somebody saved a file meanwhile.
const TRIES: usize = 4;

/// What a build begins with: the sources, what the cache has of the output, and the output itself.
pub(super) struct Begun<'a> {
    pub sources: Kept<Sources>,
    /// How they were when they were last read.
    pub known: &'a Stamps,
    /// Of all that the site is made from, once somebody has asked.
    inputs: OnceLock<Fingerprint>,
    pub last: Kept<Last>,
    pub target: Kept<Target<'a>>,
}

impl Begun<'_> {
    /// What nobody has built yet is compared with nothing: then it is made when one core has nothing else to do.
    fn inputs(&self, options: &Options) -> Fingerprint {
        *self.inputs.get_or_init(|| pipeline::inputs(&self.sources.snapshot, options))
    }

    /// Whether the cache has all of this site, since nothing has changed from which it is made.
    pub fn is_the_last(&self, options: &Options) -> bool {
        !self.last.pages.is_empty() && self.last.inputs == self.inputs(options)
    }
}

impl Warm<'_> {
    pub fn build(&self) -> Result<Done, IoProblem> {
        let mut remembered = Remembered::open(self.root);
        remembered.tidy();
        let mut known = Kept::new(None);
        let mut cache = Kept::new(None);
        for _ in 0..TRIES {
            if let Some(done) = self.attempt(&mut remembered, &mut known, &mut cache)? {
                return Ok(done);
            }
            // It may hold what was made of a file that was already another: of nothing, under the key of what it was.
            cache = Kept::new(None);
            // Where a file was not what it looked like, looks are not trusted.
            known = Kept::new(Some(Stamps::default()));
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
        let time = remembered.disk_time();
        let (names, known) =
            rayon::join(|| Names::find(self.root), || &*known.get_or_insert_with(|| remembered.stamps()));
        let names = names?;
        let begun = self.begin(remembered, known, || names.look(known, time))?;
        if begun.is_the_last(self.options) && begun.target.is_finished() && begun.target.holds(&begun.last.pages) {
            (self.ended)("look");
            return Ok(Some(unchanged(begun, remembered)));
        }
        let cache = cache.get_or_insert_with(|| remembered.cache());
        (self.ended)("cache");
        self.finish(begun, remembered, cache)
    }

    /// Looks at the sources, and at what there is of the output.
    pub(super) fn begin<'a>(
        &'a self,
        remembered: &mut Remembered,
        known: &'a Stamps,
        look: impl FnOnce() -> Sources + Send,
    ) -> Result<Begun<'a>, IoProblem> {
        let (sources, (last, target)) = rayon::join(look, || {
            let last = remembered.last(self.output);
            let target = Target::open(self.output, &last);
            (last, target)
        });
        let (sources, last, target) = (Kept::new(sources), Kept::new(last), Kept::new(target?));
        (self.ended)("scan");
        Ok(Begun { sources, known, inputs: OnceLock::new(), last, target })
    }

    /// Makes the site and publishes it: `None` where a source changed meanwhile.
    pub(super) fn finish(
        &self,
        begun: Begun<'_>,
        remembered: &mut Remembered,
        cache: &Cache,
    ) -> Result<Option<Done>, IoProblem> {
        let sources = &begun.sources;
        let build = || pipeline::build_watched(&sources.snapshot, self.options, cache, self.ended);
        // The output is looked at while one core has nothing else to do.
        let (built, looked) = rayon::join(build, || begun.target.look());
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
                            begun.inputs(self.options);
                        });
                    });
                }
                current
            };
            self.publish((&begun.target, &looked), &built, &begun.last.pages, &current, &mut findings)
        });
        let Some(mut applied) = published? else { return Ok(None) };
        (self.ended)("pages");
        let last = applied.as_mut().map(|applied| Last {
            inputs: begun.inputs(self.options),
            summary: built.summary.clone(),
            findings: findings.clone().sorted(),
            pages: std::mem::take(&mut applied.pages),
            record: applied.record,
        });
        let last = Kept::new(last);
        rayon::join(
            || remembered.save_stamps(begun.known, &sources.stamps),
            || last.iter().for_each(|last| remembered.save_last(self.output, last)),
        );
        (self.ended)("keep");
        findings.append(std::mem::take(&mut remembered.findings));
        Ok(Some(done(sources, findings, applied.map(|applied| (built.summary.clone(), applied)))))
    }
}

/// Nothing has changed, and nothing is done.
fn unchanged(begun: Begun<'_>, remembered: &mut Remembered) -> Done {
    let Begun { sources, known, mut last, .. } = begun;
    remembered.save_stamps(known, &sources.stamps);
    let found = std::mem::take(&mut last.findings).into_iter();
    let findings = found.chain(std::mem::take(&mut remembered.findings).sorted()).collect();
    let unchanged = last.pages.len();
    let applied = Applied { unchanged, reused: unchanged, ..Applied::default() };
    done(&sources, findings, Some((last.summary.clone(), applied)))
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

#[cfg(test)]
mod tests;
