//! `init`: a small working site to start from.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::foundation::SourcePath;
use crate::io::{self, CreateError, IoProblem};

use super::report::Report;

const HELP: &str = "\
Examples:
  mensi-site init              in the folder where you are
  mensi-site init my-site      in the folder my-site, which is made if it is not there

It has a page, a school, a case study and a piece of news in English and Czech. Change them, add languages and \
documents, and delete what you do not need.";

/// Start a small working site
///
/// Writes mensi.yaml, with comments, and a few documents in two languages. Nothing is overwritten: if one of its files
/// is there already, nothing is written at all.
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(super) struct InitArgs {
    /// The folder of the new site [default: that of --root]
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

macro_rules! starter {
    ($($path:literal),* $(,)?) => { [$(($path, include_str!(concat!("starter/", $path)))),*] };
}

const STARTER: [(&str, &str); 11] = starter![
    "mensi.yaml",
    "content/index.md",
    "content/index.cs.md",
    "content/about.md",
    "content/about.cs.md",
    "content/schools/example-school.md",
    "content/schools/example-school.cs.md",
    "content/case-studies/example-shared-lessons.md",
    "content/case-studies/example-shared-lessons.cs.md",
    "content/news/our-site-is-online.md",
    "content/news/our-site-is-online.cs.md",
];

/// Keeps what a build writes out of git. Not worth a refusal where there is one.
const GITIGNORE: (&str, &str) = (".gitignore", "/public/\n/public-*/\n/.mensi/\n");

pub(super) fn init(root: &Path, args: InitArgs) -> Result<Report, IoProblem> {
    let dir = args.dir.as_deref().unwrap_or(root);
    let files: Vec<_> = STARTER.into_iter().map(source).collect();
    match io::create(dir, &files) {
        Ok(()) => {}
        Err(CreateError::InTheWay(files)) => {
            let list: Vec<_> = files.iter().map(SourcePath::as_str).collect();
            return Err(IoProblem::new(
                "file-exists",
                format!("there is something in {} already: {}", shown(dir), list.join(", ")),
                "nothing was written; choose another folder, such as `mensi-site init my-site`",
            ));
        }
        Err(CreateError::Problem(problem)) => return Err(problem),
    }
    let _ = io::create(dir, &[source(GITIGNORE)]);
    let root = if dir == Path::new(".") { String::new() } else { format!(" --root {}", quoted(dir)) };
    Ok(Report::done(format!(
        "A small site is in {}. Its settings are in mensi.yaml, its texts in content/.\n\
         Next:\n  \
         mensi-site serve --open{root}\n      shows it in your browser while you change it\n  \
         mensi-site check{root}\n      finds what is wrong\n  \
         mensi-site build{root}\n      makes public/, which goes to your web server",
        shown(dir)
    )))
}

fn source((path, text): (&'static str, &'static str)) -> (SourcePath, &'static str) {
    (SourcePath::new(path).expect("the starter has clean paths"), text)
}

fn shown(dir: &Path) -> String {
    if dir == Path::new(".") { "this folder".to_owned() } else { dir.display().to_string() }
}

/// As a shell takes it.
fn quoted(dir: &Path) -> String {
    let text = dir.display().to_string();
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | ':' | '\\'));
    if plain { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
