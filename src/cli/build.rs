//! `build` and `check`: the same findings, and one of them publishes.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cache::{Cache, Summary};
use crate::config::is_site_address;
use crate::diag::Warned;
use crate::foundation::{Day, Id, Url};
use crate::io::{self, Applied, IoProblem};
use crate::model::Drafts;
use crate::pipeline::{self, LinkStyle};

use super::machine;
use super::progress::Progress;
use super::report::{Console, Report};
use super::timings::Timings;
use super::verify::Verified;
use super::warm;

const BUILD_HELP: &str = "\
Examples:
  mensi-site build                                     content/ becomes public/
  mensi-site build --drafts --out public-preview       a preview with drafts in the folder public-preview
  mensi-site build --links files --out public-on-disk  a site that opens from a disk, without a web server
  mensi-site build --mirror cz                         the mirror `cz` of mensi.yaml, in public-cz/
  mensi-site build --as-of 2026-03-31                  the site as it will be on that day

The folder of the output may hold files of your own (a .gitignore, say): what mensi-site did not write is neither \
overwritten nor removed. The .gitignore of `init` keeps folders out of git whose names begin with public-. Two builds of \
the same content and day are the same, byte for byte.";

const CHECK_HELP: &str = "\
Examples:
  mensi-site check                          everything that a build would find
  mensi-site check --format short           one line each, for an editor
  mensi-site check --format json | jq .     for a program";

/// Turn content/ into a site
///
/// Reads the whole site, and writes it into the output folder if there is no error. What has not changed keeps its time,
/// so that only what has is sent to a server.
#[derive(Args, Debug)]
#[command(after_help = BUILD_HELP)]
pub(super) struct BuildArgs {
    /// The folder to write to, as seen from where you are [default: public in the site's folder, public-NAME for a
    /// mirror]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Prove that the cache does not show: read all sources, make the site with the cache and without, compare every file
    /// and finding, and read what the output folder holds; publish where all is the same
    #[arg(long)]
    verify: bool,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
    #[command(flatten)]
    options: SiteArgs,
}

/// Find everything that is wrong, and write nothing
///
/// Shows what `build` would show, all at once, without touching the output folder.
#[derive(Args, Debug)]
#[command(after_help = CHECK_HELP)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    options: SiteArgs,
}

/// What a site depends on besides its files.
#[derive(Args, Debug)]
struct SiteArgs {
    /// The address that the site will have, instead of the one in mensi.yaml
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    base_url: Option<Url>,
    /// Make the mirror of this name, as mensi.yaml describes it
    #[arg(long, value_name = "NAME", value_parser = parse_mirror)]
    mirror: Option<String>,
    /// How links are written: to pages, for a web server, or to files, for a site that is opened from a disk
    #[arg(long, value_enum, value_name = "STYLE", default_value = "pages")]
    links: Links,
    /// With the documents that are marked as drafts, and those that are to be published later
    #[arg(long)]
    drafts: bool,
    /// The day for which the site is made, such as 2026-03-31: decides what is already or still shown [default:
    /// SOURCE_DATE_EPOCH, else today, UTC]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// How many processor cores to use at most [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum Links {
    Pages,
    Files,
}

fn parse_url(text: &str) -> Result<Url, String> {
    let url = Url::new(text).filter(is_site_address);
    url.ok_or_else(|| "an address looks like https://mensi.example.org/, without `?` and `#`".to_owned())
}

pub(super) fn parse_mirror(text: &str) -> Result<String, String> {
    let name = Id::new(text).filter(|id| !id.as_str().contains('/'));
    name.map(|id| id.to_string()).ok_or_else(|| "a mirror's name has only a to z, 0 to 9 and -".to_owned())
}

pub(super) fn parse_day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "a day looks like 2026-03-31".to_owned())
}

pub(super) fn build(root: &Path, args: BuildArgs, console: &Console) -> Result<Report, IoProblem> {
    io::find_site(root)?;
    let folder = args.out.unwrap_or_else(|| match &args.options.mirror {
        Some(mirror) => root.join(format!("public-{mirror}")),
        None => root.join("public"),
    });
    let output = io::output(root, &folder)?;
    let _lock = io::lock(root)?;
    let options = pipeline_options(&args.options)?;
    with_jobs(args.options.jobs, || {
        let timings = Timings::begin();
        let warm = warm::Warm {
            root,
            output: &output,
            options: &options,
            ended: &|stage| timings.end(stage),
            progress: Progress::new(console.draws()),
        };
        let (warm::Done { sources, findings, done }, proved) = match args.verify {
            true => {
                let Verified { done, files } = warm.verify()?;
                (done, format!("\n{}", proved(files)))
            }
            false => (warm.build()?, String::new()),
        };
        let closing = match done {
            Some((summary, applied)) => {
                let all = closing(&folder, &summary, &applied);
                let reused = count(applied.reused, "file");
                let took = match args.timings {
                    true => format!("{reused} reused.\n{}", timings.table().trim_end()),
                    false => format!("It took {}; {reused} reused.", timings.short()),
                };
                format!("{all}\n{took}{proved}")
            }
            None => String::new(),
        };
        Ok(Report { sources, findings, closing, on_error: ": nothing was published", ..Report::default() })
    })
}

pub(super) fn check(root: &Path, args: CheckArgs) -> Result<Report, IoProblem> {
    with_jobs(args.options.jobs, || {
        let sources = io::scan(root)?;
        let Warned { value: built, mut findings } =
            pipeline::build(&sources, &pipeline_options(&args.options)?, &Cache::default());
        findings.append(built.check());
        let found = if findings.is_empty() { ": nothing is wrong" } else { "" };
        let closing = format!("Checked {}{found}.", size(&built.summary));
        Ok(Report { findings, sources, closing, ..Report::default() })
    })
}

fn pipeline_options(args: &SiteArgs) -> Result<pipeline::Options, IoProblem> {
    Ok(pipeline::Options {
        as_of: machine::as_of(args.as_of)?,
        base_url: args.base_url.clone(),
        mirror: args.mirror.clone(),
        links: match args.links {
            Links::Pages => LinkStyle::Pages,
            Links::Files => LinkStyle::Files,
        },
        drafts: if args.drafts { Drafts::Shown } else { Drafts::Hidden },
    })
}

fn with_jobs<T: Send>(jobs: Option<u16>, work: impl FnOnce() -> Result<T, IoProblem> + Send) -> Result<T, IoProblem> {
    let Some(jobs) = jobs else {
        return work();
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build().map_err(|error| {
        IoProblem::new("machine", format!("cannot start {jobs} threads: {error}"), "give a smaller number to --jobs")
    })?;
    pool.install(work)
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn size(summary: &Summary) -> String {
    format!("{} in {}", count(summary.pages, "page"), count(summary.languages, "language"))
}

/// What was built, what was written, and on which day it is to be built again though nobody changed anything.
fn closing(folder: &Path, summary: &Summary, applied: &Applied) -> String {
    let Applied { written, unchanged, removed, .. } = *applied;
    let next = match &summary.next_change {
        Some((day, why)) => {
            format!(" Build it again on {}: {why} changes what is shown from that day on.", machine::in_words(*day))
        }
        None => " Nothing in it depends on the day: build it again when you have changed something.".to_owned(),
    };
    // `./public` is what `--root .` makes of it.
    let folder = folder.strip_prefix(".").unwrap_or(folder).display();
    format!(
        "Built {} into {folder}: {} written, {unchanged} unchanged, {removed} removed.{next}",
        size(summary),
        count(written, "file")
    )
}

/// What `--verify` says where it found nothing.
fn proved(files: usize) -> String {
    format!("The cache is right: the site made with it and one made without it are the same, {}.", count(files, "file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_says_what_was_done_and_when_to_build_again() {
        let next = Day::new(2026, 3, 31).map(|day| (day, "`end` of content/events/forum.md".to_owned()));
        let summary = Summary { pages: 42, languages: 1, next_change: next };
        let applied = Applied { written: 1, unchanged: 40, removed: 2, ..Applied::default() };
        assert_eq!(
            closing(Path::new("./public"), &summary, &applied),
            "Built 42 pages in 1 language into public: 1 file written, 40 unchanged, 2 removed. Build it \
             again on 31 March 2026: `end` of content/events/forum.md changes what is shown from that day on."
        );
        let closing = closing(Path::new("public"), &Summary { next_change: None, ..summary }, &applied);
        assert!(
            closing.ends_with(
                "2 removed. Nothing in it depends on the day: build it again when you have changed something."
            ),
            "{closing}"
        );
    }
}
