//! `serve`: the site as it is being written, in a browser.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use clap::Args;

use crate::config;
use crate::diag::{Diagnostic, Diagnostics};
use crate::foundation::Day;
use crate::io::serve::{Handle, ServeOptions, bind};
use crate::io::{self, Changed, IoProblem, Watch, WatchOptions};
use crate::model::Drafts;
use crate::pipeline;

use super::build::{parse_day, parse_mirror};
use super::kitchen::{Kitchen, News, Order};
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
    /// The port to listen on; the next free one, where it is in use; 0 for any that is free
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
    /// With the documents that are marked as drafts, and those that are to be published later
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
    if let Some(finding) = args.mirror.as_deref().and_then(|name| unknown_mirror(root, name)) {
        return Ok(Report { findings: Diagnostics::from_iter([finding]), ..Report::default() });
    }
    let server = bind(&ServeOptions { host: args.host, port: args.port, names: args.name.clone() })?;
    if let Some(first) = server.taken().first() {
        console.say(&format!("Port {first} is in use by another program."));
    }
    let url = server.url();
    let shown = Arc::new(Shown::default());
    let (teller, told) = channel();
    let watching = watch(root, &args, teller.clone());
    let open = args.open;
    let order = Order {
        mirror: args.mirror.clone(),
        drafts: if args.drafts { Drafts::Shown } else { Drafts::Hidden },
        as_of: args.as_of,
    };
    let mut kitchen = Kitchen::new(root, order, console, shown.clone(), server.handle());
    let handle = server.handle();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let _end = EndsWithUs(handle);
            let started = Instant::now();
            let remembered = kitchen.first();
            console.say(&format!("Serving {url} after {}. Ctrl-C ends it.", machine::duration(started.elapsed())));
            if open {
                open_beside(url, *console);
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

/// What is wrong with the name of a mirror: it would be wrong until somebody ends the program. What else is wrong with
/// mensi.yaml may be mended while it runs.
fn unknown_mirror(root: &Path, name: &str) -> Option<Diagnostic> {
    let text = std::fs::read_to_string(root.join(config::FILE)).ok()?;
    let config = config::read(&text, &mut Diagnostics::new())?;
    pipeline::mirror(&config, name).err().map(|finding| *finding)
}

/// Opens the browser while the site is made. Nobody waits for it: it may run as long as the browser does.
fn open_beside(url: String, console: Console) {
    std::thread::spawn(move || {
        if !machine::open(&url) {
            console.say(&format!("No browser could be opened here: open {url} in one yourself."));
        }
    });
}

/// Ends the server when the thread that makes the site has failed: it would show the same site for ever.
struct EndsWithUs(Handle);

impl Drop for EndsWithUs {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

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
