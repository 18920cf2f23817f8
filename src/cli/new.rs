//! `new`: a file to fill in, for a document or for its translation.

use std::path::Path;

use clap::Args;

use crate::config::{self, Config};
use crate::diag::Diagnostics;
use crate::foundation::{Id, Lang, SourcePath, slug_of};
use crate::io::{self, CreateError, IoProblem};
use crate::source::{self, Kind, Snapshot};

use super::kinds::{self, KINDS};
use super::report::Report;

const HELP: &str = "\
Examples:
  mensi-site new case-study shared-lessons              content/case-studies/shared-lessons.md
  mensi-site new case-study shared-lessons --lang cs    content/case-studies/shared-lessons.cs.md, its Czech translation
  mensi-site new page about/partners                    content/about/partners.md
  mensi-site new term enablers/mindset                  content/terms/enablers/mindset.md

The id is the name of the document for good: it does not change with the language. Its address in each language is \
the `slug` in the file.";

/// Start a document, or the translation of one
///
/// Writes a file with every field that the document may have, each with a comment, ready to be filled in. With --lang it
/// writes a translation of a document that is there: title, summary, address and text. Nothing is overwritten.
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(super) struct NewArgs {
    /// The kind of document
    #[arg(value_name = "KIND", value_parser = kinds::parser())]
    kind: String,
    /// The document's id: a to z, 0 to 9 and -; for a page its path, for a term ENUMERATION/VALUE
    #[arg(value_name = "ID", value_parser = parse_id)]
    id: Id,
    /// Translate the document into this language, such as cs
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    lang: Option<Lang>,
}

fn parse_id(text: &str) -> Result<Id, String> {
    Id::new(text).ok_or_else(|| {
        let segments: Option<Vec<String>> = text.split('/').map(slug_of).collect();
        let meant = segments.map_or_else(|| "shared-lessons".to_owned(), |segments| segments.join("/"));
        format!("an id has only a to z, 0 to 9 and -, such as {meant}")
    })
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::new(text).ok_or_else(|| "a language is given by its code, such as cs or pt".to_owned())
}

/// A source file for a new document of a kind.
fn skeleton(kind: &str) -> String {
    source::skeleton(Kind::from_word(kind).expect("the command line knows no other kinds"))
}

pub(super) fn new(root: &Path, args: NewArgs) -> Result<Report, IoProblem> {
    let stem = stem(&args.kind, &args.id)?;
    let kind = Kind::from_word(&args.kind).expect("the command line knows no other kinds");
    source::known_id(kind, args.id.as_str())
        .map_err(|unknown| IoProblem::new("bad-id", unknown.message.clone(), unknown.remedy()))?;
    let snapshot = io::scan(root)?;
    let existing = source(&snapshot, &stem);
    if let Some(lang) = args.lang {
        let mut findings = Diagnostics::new();
        let text = snapshot.get(config::FILE).and_then(|file| file.text()).unwrap_or_default();
        let Some(config) = config::read(text, &mut findings) else {
            return Ok(Report { findings, sources: snapshot, on_error: ": nothing was written", ..Report::default() });
        };
        check_language(&config, lang, existing.as_ref().and_then(|path| language_of(&snapshot, &config, path)))?;
    }
    let (path, text) = match (args.lang, existing) {
        (None, None) => (format!("{stem}.md"), skeleton(&args.kind)),
        (None, Some(path)) => return Err(in_the_way(&[path])),
        (Some(lang), Some(source)) => {
            let stem = source.as_str().strip_suffix(".md").expect("a source is Markdown");
            (format!("{stem}.{lang}.md"), translation(&source, text_of(&snapshot, &source)))
        }
        (Some(_), None) => {
            return Err(IoProblem::new(
                "no-source",
                format!("there is no {} `{}` to translate", args.kind, args.id),
                format!("write it first, with `mensi-site new {} {}`, or check the id", args.kind, args.id),
            ));
        }
    };
    let path = SourcePath::new(&path).expect("kinds, ids and languages make clean paths");
    match io::create(root, &[(path.clone(), &text)]) {
        Ok(()) => Ok(Report::done(format!(
            "Wrote {}. Fill it in, then run `mensi-site check`.",
            root.strip_prefix(".").unwrap_or(root).join(path.as_str()).display()
        ))),
        Err(CreateError::InTheWay(files)) => Err(in_the_way(&files)),
        Err(CreateError::Problem(problem)) => Err(problem),
    }
}

fn in_the_way(files: &[SourcePath]) -> IoProblem {
    let list: Vec<_> = files.iter().map(SourcePath::as_str).collect();
    IoProblem::new(
        "file-exists",
        format!("{} is there already", list.join(", ")),
        "open that file, or choose another id; to translate a document, give the language with --lang",
    )
}

/// The path of the source below the root, without `.md`.
fn stem(kind: &str, id: &Id) -> Result<String, IoProblem> {
    let (_, folder) = KINDS.into_iter().find(|(name, _)| *name == kind).expect("the parser takes these kinds only");
    let id = id.as_str();
    let segments = id.split('/').count();
    let refuse = |message: String, help: String| Err(IoProblem::new("bad-id", message, help));
    match kind {
        "page" => match KINDS.iter().find(|(_, folder)| !folder.is_empty() && id.starts_with(&format!("{folder}/"))) {
            Some((kind, folder)) if id != format!("{folder}/index") => refuse(
                format!("what is in content/{folder}/ is a {kind}, not a page"),
                format!("use `mensi-site new {kind} {}`", &id[folder.len() + 1..]),
            ),
            _ => Ok(format!("content/{id}")),
        },
        "term" if segments != 2 => refuse(
            format!("`{id}` is not the id of a term"),
            "give enumeration and value, such as enablers/mindset".to_owned(),
        ),
        "term" => Ok(format!("content/{folder}/{id}")),
        _ if segments > 1 => refuse(
            format!("the id of a {kind} has no `/`"),
            format!("give its name only, such as {}", id.replace('/', "-")),
        ),
        _ => Ok(format!("content/{folder}/{id}")),
    }
}

/// The source of a document: a file, or the index of a folder with files of its own.
fn source(snapshot: &Snapshot, stem: &str) -> Option<SourcePath> {
    let paths = [format!("{stem}.md"), format!("{stem}/index.md")];
    paths.into_iter().find(|path| snapshot.get(path).is_some()).and_then(|path| SourcePath::new(&path))
}

fn text_of<'s>(snapshot: &'s Snapshot, path: &SourcePath) -> &'s str {
    snapshot.get(path.as_str()).and_then(|file| file.text()).unwrap_or_default()
}

/// A source with the language that it is written in; `None` where it is too wrong to be used.
fn language_of<'p>(snapshot: &Snapshot, config: &Config, path: &'p SourcePath) -> Option<(&'p SourcePath, Lang)> {
    let (parses, groups) = Default::default();
    let memos = source::Memos { parses: &parses, groups: &groups };
    // What is wrong with other documents is for `check`.
    let content = source::collect(snapshot, config, &memos, &mut Diagnostics::new());
    let document = content.documents.iter().find(|document| document.texts[&document.language].file.path == *path)?;
    Some((path, document.language))
}

/// # Errors
/// The site has no such language, or the source is written in it.
fn check_language(config: &Config, lang: Lang, source: Option<(&SourcePath, Lang)>) -> Result<(), IoProblem> {
    let own = source.filter(|(_, language)| *language == lang);
    let others: Vec<&str> = config.languages.iter().filter(|other| **other != lang).map(Lang::as_str).collect();
    match own {
        _ if !config.has(lang) => Err(IoProblem::new(
            "unknown-language",
            format!("`{lang}` is not a language of this site"),
            format!(
                "the languages are {}; use one of them, or add `{lang}` under `languages` in mensi.yaml first",
                others.join(", ")
            ),
        )),
        Some((path, _)) => Err(IoProblem::new(
            "own-language",
            format!("{path} is written in `{lang}`: there is nothing to translate"),
            match others.is_empty() {
                true => format!("to change the text, open that file; `{lang}` is the only language of this site"),
                false => {
                    format!("to change the text, open that file; to translate it, use one of {}", others.join(", "))
                }
            },
        )),
        None => Ok(()),
    }
}

fn front_matter(source: &str) -> impl Iterator<Item = &str> {
    let fields = source.trim_start_matches('\u{feff}').strip_prefix("---").unwrap_or_default();
    fields.lines().take_while(|line| line.trim_end() != "---")
}

/// What the front matter says in a field, as it is written.
fn field<'s>(source: &'s str, name: &str) -> Option<&'s str> {
    let value = front_matter(source).find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim);
    value.filter(|value| !value.is_empty())
}

/// The text that a source may hold on one line, besides its title: what a translation has where the source has it.
const LINES: [&str; 7] = ["summary", "image_alt", "image_caption", "menu_label", "theme", "goal", "place"];

/// A translation to fill in, with what the source says in comments.
fn translation(path: &SourcePath, source: &str) -> String {
    let says = |name: &str| match field(source, name) {
        // The words begin on the next line.
        Some(value) if value.starts_with(['>', '|']) => Some(String::new()),
        Some(value) => Some(format!("# {name} of the source: {}\n", value.replace(char::is_control, " "))),
        None => None,
    };
    let line = |name: &&str| says(name).map(|said| format!("{said}{name}: \"\"\n"));
    let lines: String = LINES.iter().filter_map(line).collect();
    let entries = match entries(source).as_str() {
        "" => String::new(),
        entries => format!(
            "# The words for the entries of the source, by their ids. Translate what follows each colon, and remove the # in\n\
             # front of the lines.\n\
             #text:\n{entries}"
        ),
    };
    format!(
        "---\n\
         # A translation of /{path}. It holds text only: dates, places and other facts stand in that file.\n\
         # The text of the page goes to the end of this file, below the line of three hyphens.\n\
         {}title: \"\"\n\
         {lines}{entries}\
         # The last part of the page's address, a to z, 0 to 9 and -. Without it, the id is used.\n\
         #slug:\n\
         # Who translated: human (the default), machine, or post-edited.\n\
         #origin: human\n\
         ---\n",
        says("title").unwrap_or_default(),
    )
}

/// The lines below `text:` of the source, each behind a #.
fn entries(source: &str) -> String {
    let mut lines = front_matter(source).skip_while(|line| !line.starts_with("text:"));
    lines.next();
    lines.take_while(|line| line.starts_with(' ')).map(|line| format!("#{}\n", line.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_and_an_id_are_a_path() {
        let at = |kind: &str, id: &str| stem(kind, &Id::new(id).expect("an id")).map_err(|problem| problem.help);
        assert_eq!(at("case-study", "x").as_deref(), Ok("content/case-studies/x"));
        assert_eq!(at("page", "about/partners").as_deref(), Ok("content/about/partners"));
        assert_eq!(at("page", "schools/index").as_deref(), Ok("content/schools/index"));
        assert_eq!(at("term", "enablers/mindset").as_deref(), Ok("content/terms/enablers/mindset"));
        assert_eq!(at("page", "schools/x"), Err("use `mensi-site new school x`".to_owned()));
        assert!(at("school", "a/b").is_err() && at("term", "mindset").is_err());
    }

    #[test]
    fn a_translation_shows_what_it_translates() {
        let path = SourcePath::new("content/a.md").expect("clean");
        let text = translation(&path, "---\r\ntitle: \"About: us\"\r\ndate: 2021\r\n---\r\nsummary: no\r\n");
        assert!(text.contains("# title of the source: \"About: us\"\ntitle: \"\"\n"), "{text}");
        assert!(!text.contains("summary"), "{text}");
        let source = "---\ntitle: A\nsummary: >\n  Long\nimage_alt: A class\ntext:\n  one: First\n  two: Second\ndate: 2021\n---\n";
        let text = translation(&path, source);
        assert!(text.contains("summary: \"\"\n# image_alt of the source: A class\nimage_alt: \"\"\n"), "{text}");
        assert!(text.contains("#text:\n#  one: First\n#  two: Second\n# The last"), "{text}");
    }
}
