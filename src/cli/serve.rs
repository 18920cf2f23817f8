//! `serve`: the site as it is being written, in a browser.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::time::{Duration, Instant};

use clap::Args;
use rayon::prelude::*;

use crate::cache::Cache;
use crate::diag::{Diagnostics, Format, Warned, emit, emit_summary};
use crate::foundation::{Day, Fingerprint, OutPath};
use crate::io::serve::{Handle, ServeOptions, bind};
use crate::io::{self, Changed, IoProblem, Remembered, Sources, Stamps, Watch, WatchOptions};
use crate::model::Drafts;
use crate::pipeline::{self, Built, LinkStyle, Options};
use crate::release::{Artifacts, Made, MadeFrom, told_once};
use crate::render::Plan;

use super::build::{parse_day, parse_mirror};
use super::machine;
use super::preview::Shown;
use super::report::{Console, Report};

const HELP: &str = "\
Examples:
  mensi-site serve                     http://127.0.0.1:8000/, for this computer alone
  mensi-site serve --open              and open it in the browser
  mensi-site serve --drafts --as-of 2026-12-01    what is to come

Every save is on the screen at once; a page that is open is loaded again when what it shows has changed. What is wrong is \
shown over the last good page, and here. Nothing is written but the cache. Ctrl-C ends it.";

/// Show the site while you write it
///
/// Makes the site in memory and serves it to browsers on this computer; watches content/, i18n/, themes/, static/ and
/// mensi.yaml.
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(super) struct ServeArgs {
    /// The port to listen on; the next free one, where it is in use
    #[arg(long, value_name = "N", default_value_t = 8000)]
    port: u16,
    /// The address to listen on: 0.0.0.0 lets other computers of the network look
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,
    /// Another name that this computer has in the network, to answer for
    #[arg(long, value_name = "NAME")]
    name: Vec<String>,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Make the mirror of this name, as mensi.yaml describes it
    #[arg(long, value_name = "NAME", value_parser = parse_mirror)]
    mirror: Option<String>,
    /// With the documents that are marked as drafts
    #[arg(long)]
    drafts: bool,
    /// The day for which the site is made, such as 2026-03-31 [default: SOURCE_DATE_EPOCH, else today, UTC]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// Look at all files every so many seconds, for a network disk that does not tell what changes
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=3600))]
    poll: Option<u16>,
}

pub(super) fn serve(root: &Path, args: ServeArgs, console: &Console) -> Result<Report, IoProblem> {
    io::find_site(root)?;
    machine::as_of(args.as_of)?;
    let server = bind(&ServeOptions { host: args.host, port: args.port, names: args.name.clone() })?;
    if let Some(first) = server.taken().first() {
        console.say(&format!("Port {first} is in use by another program."));
    }
    let url = server.url();
    let shown = Arc::new(Shown::default());
    let (teller, told) = channel();
    let watching = watch(root, &args, teller.clone());
    let open = args.open;
    let mut kitchen = Kitchen {
        root: root.to_owned(),
        args: &args,
        console,
        shown: shown.clone(),
        handle: server.handle(),
        cache: Cache::default(),
        now: None,
        checked: Checked::default(),
    };
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let started = Instant::now();
            let remembered = kitchen.first();
            console.say(&format!("Serving {url} after {}. Ctrl-C ends it.", machine::duration(started.elapsed())));
            if open && !machine::open(&url) {
                console.say("No browser could be opened.");
            }
            kitchen.serve(&told, remembered);
        });
        let served = io::serve::serve(server, shown);
        drop(watching);
        // The kitchen closes when nobody tells it anything any more.
        drop(teller);
        served
    })?;
    Ok(Report::done(""))
}

/// What wakes the kitchen.
type News = Result<Changed, IoProblem>;

/// Begins to watch, beside the first build: what changes until then is seen by the look that follows.
fn watch(root: &Path, args: &ServeArgs, teller: Sender<News>) -> std::thread::JoinHandle<Option<Watch>> {
    let root = root.to_owned();
    let options = WatchOptions { poll: args.poll.map(|seconds| Duration::from_secs(seconds.into())) };
    std::thread::spawn(move || {
        let news = teller.clone();
        let watch = io::watch(&root, &options, move |changed| drop(news.send(changed)));
        match watch {
            Ok(watch) => {
                let _ = teller.send(Ok(Changed::Everything));
                Some(watch)
            }
            Err(problem) => {
                let _ = teller.send(Err(problem));
                None
            }
        }
    })
}

/// Where the site is made, again and again.
struct Kitchen<'a> {
    root: PathBuf,
    args: &'a ServeArgs,
    console: &'a Console,
    shown: Arc<Shown>,
    handle: Handle,
    cache: Cache,
    /// The sources that were built last, and all that they were built with.
    now: Option<(Sources, Fingerprint)>,
    checked: Checked,
}

/// Pages that have been made without an error, by what they were made from.
type Checked = std::collections::HashMap<OutPath, MadeFrom>;

impl Kitchen<'_> {
    fn options(&self) -> Result<Options, IoProblem> {
        Ok(Options {
            as_of: machine::as_of(self.args.as_of)?,
            base_url: None,
            mirror: self.args.mirror.clone(),
            links: LinkStyle::Pages,
            drafts: if self.args.drafts { Drafts::Shown } else { Drafts::Hidden },
        })
    }

    /// The first build, from what the last run left.
    fn first(&mut self) -> Option<(Remembered, Stamps)> {
        let mut remembered = io::lock(&self.root)
            .and_then(|_lock| io::Store::open(&self.root))
            .map(Remembered::new)
            .inspect_err(|problem| self.report(problem))
            .ok();
        let known = remembered.as_mut().map(Remembered::stamps).unwrap_or_default();
        let time = remembered.as_ref().and_then(Remembered::disk_time);
        let (sources, cache) = rayon::join(
            || Sources::look(&self.root, &known, time),
            || remembered.as_mut().map(Remembered::cache).unwrap_or_default(),
        );
        self.cache = cache;
        match sources {
            Ok(sources) => self.make(sources),
            Err(problem) => self.report(&problem),
        }
        Some((remembered?, known))
    }

    /// Makes what is told of, until nothing can be told any more.
    fn serve(&mut self, told: &Receiver<News>, remembered: Option<(Remembered, Stamps)>) {
        let mut waiting = self.check(told);
        if let (Some((remembered, known)), Some((sources, _))) = (remembered, &self.now) {
            remembered.save_stamps(&known, &sources.stamps);
            remembered.save_cache(&self.cache);
        }
        while let Some(news) = waiting.take().or_else(|| told.recv().ok()) {
            let started = Instant::now();
            let before = self.now.as_ref().map(|(_, inputs)| *inputs);
            self.take(news);
            if before != self.now.as_ref().map(|(_, inputs)| *inputs) {
                self.console.say(&format!("Made again in {}.", machine::duration(started.elapsed())));
            }
            waiting = self.check(told);
        }
    }

    fn take(&mut self, news: News) {
        let changed = match news {
            Ok(changed) => changed,
            Err(problem) => return self.report(&problem),
        };
        let some = match (&changed, &self.now) {
            (Changed::Files(paths), Some((sources, _))) => sources.after(paths),
            _ => None,
        };
        let stamps = self.now.as_ref().map(|(sources, _)| sources.stamps.clone()).unwrap_or_default();
        match some.map_or_else(|| Sources::look(&self.root, &stamps, None), Ok) {
            Ok(sources) => self.make(sources),
            Err(problem) => self.report(&problem),
        }
    }

    /// Makes a site and shows it; where there are errors, shows those.
    fn make(&mut self, mut sources: Sources) {
        loop {
            let options = match self.options() {
                Ok(options) => options,
                Err(problem) => return self.report(&problem),
            };
            let inputs = pipeline::inputs(&sources.snapshot, &options);
            if self.now.as_ref().is_some_and(|(_, before)| *before == inputs) {
                return;
            }
            let Warned { value, findings } = pipeline::build(&sources.snapshot, &options, &self.cache);
            if !sources.are_of_one_moment() {
                match Sources::look(&self.root, &Stamps::default(), None) {
                    Ok(again) => sources = again,
                    Err(problem) => return self.report(&problem),
                }
                continue;
            }
            let wrong = findings.has_errors();
            self.now = Some((sources, inputs));
            if wrong {
                return self.complain(findings);
            }
            self.shown.show(Arc::new(value));
            self.handle.changed();
            return self.tell(findings);
        }
    }

    /// Makes all pages that are not known to be good, as long as nothing else is to be done: what is wrong with a template
    /// shows in a page that nobody is looking at, too. What was told meanwhile comes back.
    fn check(&mut self, told: &Receiver<News>) -> Option<News> {
        const AT_ONCE: usize = 128;
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
                    Made::Known(from) => drop(self.checked.insert(path.clone(), from)),
                    Made::New(_, rendered) if rendered.findings.has_errors() => wrong.push((path, rendered.findings)),
                    Made::New(from, _) => drop(self.checked.insert(path.clone(), from)),
                }
            }
        }
        if wrong.is_empty() {
            self.shown.approve();
        } else {
            self.complain(told_once(wrong));
        }
        None
    }

    fn make_one(&self, plan: &Plan, path: &OutPath) -> Made {
        plan.make(path, self.checked.get(path).copied())
    }

    fn complain(&mut self, findings: Diagnostics) {
        let sorted = findings.clone().sorted();
        let sources = self.now.as_ref().map(|(sources, _)| &sources.snapshot);
        let none = crate::source::Snapshot::default();
        let drawn = emit(&sorted, sources.unwrap_or(&none), Format::Human { color: false, width: 90 });
        self.shown.complain(format!("{drawn}{}", emit_summary(&sorted)));
        self.handle.changed();
        self.tell(findings);
    }

    fn tell(&self, findings: Diagnostics) {
        let sources = self.now.as_ref().map(|(sources, _)| sources.snapshot.clone()).unwrap_or_default();
        let on_error = ": the last good site stays";
        self.console.show(Report { findings, sources, on_error, ..Report::default() });
    }

    fn report(&self, problem: &IoProblem) {
        self.shown.complain(problem.to_string());
        self.handle.changed();
        self.console.show(Report::problem(problem));
    }
}
