//! Where `serve` makes the site, again and again.
//!
//! In: what was told to have changed. Out: the last good site in [`Shown`], and what is wrong with the newest sources, on
//! the screen and in the terminal. Always: sources with errors leave the site that is shown as it is, and a page that
//! cannot be made as it was; what is kept in memory is bounded by what the last builds used; no save is missed, since
//! everything is looked at once more when watching has begun.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::cache::Cache;
use crate::diag::{Diagnostic, Diagnostics, Format, Warned, emit, emit_summary};
use crate::foundation::{Day, Fingerprint, OutPath};
use crate::io::serve::Handle;
use crate::io::{self, Changed, IoProblem, Remembered, Sources, Stamps};
use crate::model::Drafts;
use crate::pipeline::{self, Built, LinkStyle, Options};
use crate::release::{Artifacts, Made, MadeFrom, Previous, told_once};
use crate::render::Plan;

use super::machine;
use super::preview::Shown;
use super::report::{Console, Report};

/// What wakes the kitchen.
pub(super) type News = Result<Changed, IoProblem>;

/// Where the site is made, again and again.
pub(super) struct Kitchen<'a> {
    root: PathBuf,
    order: Order,
    console: &'a Console,
    shown: Arc<Shown>,
    handle: Handle,
    cache: Cache,
    /// The sources that were built last, and all that they were built with.
    now: Option<(Sources, Fingerprint)>,
    /// Whether no error was found when they were built.
    is_good: bool,
    /// What was found, as long as it has not been told.
    wrong: Option<Diagnostics>,
    checked: Checked,
    /// Whether all pages of the site that is shown have been made.
    is_checked: bool,
    /// What was said last of a site without errors.
    said: Vec<Diagnostic>,
}

/// Pages that have been made without an error, by what they were made from.
type Checked = std::collections::HashMap<OutPath, MadeFrom>;

/// What is to be made.
pub(super) struct Order {
    pub mirror: Option<String>,
    pub drafts: Drafts,
    /// `None` for the day that it is.
    pub as_of: Option<Day>,
}

impl<'a> Kitchen<'a> {
    pub fn new(root: &Path, order: Order, console: &'a Console, shown: Arc<Shown>, handle: Handle) -> Kitchen<'a> {
        Kitchen {
            root: root.to_owned(),
            order,
            console,
            shown,
            handle,
            cache: Cache::default(),
            now: None,
            is_good: false,
            wrong: None,
            checked: Checked::default(),
            is_checked: true,
            said: Vec::new(),
        }
    }

    fn options(&self) -> Result<Options, IoProblem> {
        Ok(Options {
            as_of: machine::as_of(self.order.as_of)?,
            base_url: None,
            mirror: self.order.mirror.clone(),
            links: LinkStyle::Pages,
            drafts: self.order.drafts,
        })
    }

    /// What the last run left. A build may hold the lock just now; what it writes is whole at every moment.
    fn remembered(&self) -> Result<Remembered, IoProblem> {
        match io::try_lock(&self.root) {
            Err(problem) if problem.code != io::ANOTHER_BUILD => Err(problem),
            _ => Ok(Remembered::open(&self.root)),
        }
    }

    /// Without it nothing would be known of the files that are looked at, the next time.
    fn disk_time(&self) -> Option<u64> {
        self.remembered().ok()?.disk_time()
    }

    /// The first build, from what the last run left.
    pub fn first(&mut self) -> Option<(Remembered, Stamps)> {
        let remembered = self.remembered();
        let mut remembered = remembered.inspect_err(|problem| self.report(problem)).ok();
        let known = remembered.as_mut().map(Remembered::stamps).unwrap_or_default();
        let time = remembered.as_ref().and_then(Remembered::disk_time);
        let (sources, cache) = rayon::join(
            || Sources::look(&self.root, &known, time),
            || remembered.as_mut().map(Remembered::cache).unwrap_or_default(),
        );
        self.cache = cache;
        if let Some(remembered) = &mut remembered {
            let findings = std::mem::take(&mut remembered.findings);
            self.console.show(Report { findings, ..Report::default() });
        }
        match sources {
            Ok(sources) => _ = self.make(sources),
            Err(problem) => self.report(&problem),
        }
        Some((remembered?, known))
    }

    /// Makes what is told of, until nothing can be told any more.
    pub fn serve(&mut self, told: &Receiver<News>, mut remembered: Option<(Remembered, Stamps)>) {
        let mut waiting = self.finish(told);
        loop {
            if waiting.is_none()
                && let Some((remembered, known)) = remembered.take()
            {
                self.keep(&remembered, &known);
            }
            let Some(news) = waiting.take().or_else(|| told.recv().ok()) else { return };
            let started = Instant::now();
            if self.take(news) {
                self.console.say(&format!("Made again in {}.", machine::duration(started.elapsed())));
            }
            waiting = self.finish(told);
        }
    }

    /// Leaves to the next run what was made, unless a build does so just now.
    fn keep(&self, remembered: &Remembered, known: &Stamps) {
        if let (Some((sources, _)), Ok(_lock)) = (&self.now, io::try_lock(&self.root)) {
            remembered.save_stamps(known, &sources.stamps);
            remembered.save_cache(&self.cache);
        }
    }

    /// Whether another site is shown now.
    fn take(&mut self, news: News) -> bool {
        let changed = match news {
            Ok(changed) => changed,
            Err(problem) => {
                self.report(&problem);
                return false;
            }
        };
        let now = self.now.as_ref().map(|(sources, _)| sources);
        let some = match (&changed, now) {
            (Changed::Files(paths), Some(sources)) => sources.after(paths),
            _ => None,
        };
        let none = Stamps::default();
        // Where a file was not what it looked like, looks are not trusted.
        let stamps = now.filter(|sources| sources.are_of_one_moment()).map_or(&none, |sources| &sources.stamps);
        match some.map_or_else(|| Sources::look(&self.root, stamps, self.disk_time()), Ok) {
            Ok(sources) => self.make(sources),
            Err(problem) => {
                self.report(&problem);
                false
            }
        }
    }

    /// Makes a site and shows it; where there are errors, notes those. Whether another site is shown now.
    fn make(&mut self, mut sources: Sources) -> bool {
        loop {
            let options = match self.options() {
                Ok(options) => options,
                Err(problem) => {
                    self.report(&problem);
                    return false;
                }
            };
            let inputs = pipeline::inputs(&sources.snapshot, &options);
            // A file that was looked at, changed before it was read, and changed back is not what was made of it.
            let same = |(sources, before): &(Sources, _)| *before == inputs && sources.are_of_one_moment();
            if self.now.as_ref().is_some_and(same) {
                return false;
            }
            let Warned { value, findings } = pipeline::build(&sources.snapshot, &options, &self.cache);
            if !sources.are_of_one_moment() {
                // It may hold what was made of a file that was already another: of nothing, under the key of what it was.
                self.cache = Cache::default();
                let Some(again) = self.look_again() else { return false };
                sources = again;
                continue;
            }
            // A build with errors counts as well: an author may save often before they are mended.
            self.cache.next_build();
            self.is_good = !findings.has_errors();
            let before = self.now.replace((sources, inputs));
            self.wrong = None;
            if !self.is_good {
                self.wrong = Some(findings);
                return false;
            }
            let replaced = self.shown.show(Arc::new(value));
            self.handle.changed();
            self.is_checked = false;
            let_go((before, replaced));
            self.tell(findings);
            if self.read() {
                return true;
            }
            let Some(again) = self.look_again() else { return true };
            sources = again;
        }
    }

    /// Everything, as it is now.
    fn look_again(&mut self) -> Option<Sources> {
        let sources = Sources::look(&self.root, &Stamps::default(), self.disk_time());
        sources.inspect_err(|problem| self.report(problem)).ok()
    }

    /// Reads the files that have only been looked at: they may be others when somebody asks for a page that is made of
    /// them, and the site that is shown is to stay whole if the next one has errors. False where one is another already.
    fn read(&self) -> bool {
        self.now.as_ref().is_none_or(|(sources, _)| {
            sources.snapshot.files.par_iter().for_each(|(_, file)| _ = file.bytes());
            sources.are_of_one_moment()
        })
    }

    /// Tells of errors, and looks for others, as long as nothing else is to be done. What was told meanwhile comes back.
    fn finish(&mut self, told: &Receiver<News>) -> Option<News> {
        // It may be half a save: an editor empties a file, and then writes it.
        const HALF_A_SAVE: Duration = Duration::from_millis(50);
        if self.wrong.is_some()
            && let Ok(news) = told.recv_timeout(HALF_A_SAVE)
        {
            return Some(news);
        }
        if let Some(findings) = self.wrong.take() {
            self.shown.complain(self.drawn(&findings));
            self.complain(findings);
        }
        self.check(told)
    }

    /// Makes all pages that are not known to be good: what is wrong with a template shows in a page that nobody is looking
    /// at, too.
    fn check(&mut self, told: &Receiver<News>) -> Option<News> {
        const AT_ONCE: usize = 128;
        // The page on the screen comes first: it is being asked for just now.
        const BREATH: Duration = Duration::from_millis(30);
        if self.is_checked {
            return None;
        }
        if let Ok(news) = told.recv_timeout(BREATH) {
            return Some(news);
        }
        let built = self.shown.newest()?;
        let Built { plan: Some(plan), .. } = &*built else { return None };
        let mut wrong: Vec<(&OutPath, Diagnostics)> = Vec::new();
        for some in plan.paths().chunks(AT_ONCE) {
            match told.try_recv() {
                Ok(news) => return Some(news),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => return None,
            }
            let made: Vec<_> = some.par_iter().map(|path| (*path, self.make_one(plan, path))).collect();
            for (path, made) in made {
                match made {
                    Made::New(_, rendered) if rendered.findings.has_errors() => wrong.push((path, rendered.findings)),
                    Made::Known(from) | Made::New(from, _) => match self.checked.get_mut(path) {
                        Some(before) => *before = from,
                        None => drop(self.checked.insert(path.clone(), from)),
                    },
                }
            }
        }
        self.is_checked = true;
        self.checked.retain(|path, _| plan.has(path));
        match wrong.is_empty() {
            true => let_go(self.shown.approve()),
            // What is wrong with newer sources has been said, and comes first.
            false if self.is_good => {
                let findings = told_once(wrong);
                self.shown.complain_of_pages(self.drawn(&findings));
                self.complain(findings);
            }
            false => {}
        }
        self.handle.changed();
        None
    }

    fn make_one(&self, plan: &Plan, path: &OutPath) -> Made {
        plan.make(path, self.checked.get(path).copied().map(Previous::gone))
    }

    /// Findings as they are shown on the screen.
    fn drawn(&self, findings: &Diagnostics) -> String {
        let sorted = findings.clone().sorted();
        let sources = self.now.as_ref().map(|(sources, _)| &sources.snapshot);
        let none = crate::source::Snapshot::default();
        let drawn = emit(&sorted, sources.unwrap_or(&none), Format::Human { color: false, width: 90 });
        format!("{drawn}{}", emit_summary(&sorted))
    }

    /// Tells of errors in the terminal, when they are on the screen.
    fn complain(&mut self, findings: Diagnostics) {
        self.handle.changed();
        self.said.clear();
        self.show(findings);
    }

    /// Tells of what is no error, unless it has just been told of: a portal may have dozens of warnings, and an author
    /// saves often.
    fn tell(&mut self, findings: Diagnostics) {
        let sorted = findings.clone().sorted();
        if sorted != self.said {
            self.said = sorted;
            self.show(findings);
        }
    }

    fn show(&self, findings: Diagnostics) {
        let sources = self.now.as_ref().map(|(sources, _)| sources.snapshot.clone()).unwrap_or_default();
        let on_error = match self.shown.newest() {
            Some(_) => ": the last good site stays",
            None => ": there will be a site when they are mended",
        };
        self.console.show(Report { findings, sources, on_error, ..Report::default() });
    }

    /// Of what is wrong with the machine. When it is mended the site is made anew, even if it is what it was before.
    fn report(&mut self, problem: &IoProblem) {
        self.now = None;
        self.is_good = false;
        self.wrong = None;
        self.shown.complain(problem.to_string());
        self.handle.changed();
        self.console.show(Report::problem(problem));
    }
}

/// Takes apart what is no longer needed while something else is done.
fn let_go(value: impl Send + 'static) {
    std::thread::spawn(move || drop(value));
}
