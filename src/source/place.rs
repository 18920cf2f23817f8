//! What a path says: kind, id and language of a file below content/.

use crate::config::Config;
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::foundation::{Id, Lang, SourcePath, is_slug};

use super::kind::{ENUMERATIONS, Kind};

/// Where a Markdown file belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub kind: Kind,
    pub id: Id,
    /// `None` for the source, else the language of the translation.
    pub lang: Option<Lang>,
    /// For a document with files of its own: its folder.
    pub folder: Option<String>,
    /// Path of the source file, whether this is it or not.
    pub source: SourcePath,
}

/// The place of a file `content/**.md`, or what is wrong with its name.
pub fn place(path: &SourcePath, config: &Config) -> Result<Place, Box<Diagnostic>> {
    let wrong = |code, message: String, help: String| {
        Box::new(Diagnostic::error(code, message).at(Span::file(path)).help(help))
    };
    let inner = path.as_str().strip_prefix("content/").expect("only content is placed");
    let (folder, name) = inner.rsplit_once('/').unwrap_or(("", inner));
    let stem = name.strip_suffix(".md").expect("only Markdown is placed");
    let mut parts = stem.split('.');
    let (id, lang) = (parts.next().unwrap_or_default(), parts.next());
    if parts.next().is_some() {
        return Err(wrong(
            "dot-in-name",
            format!("`{name}` has more dots than one for its language"),
            "name the file `<id>.md`, or `<id>.<language>.md` for a translation; use `-` instead of other dots".into(),
        ));
    }
    let lang = match lang {
        None => None,
        Some(tag) => Some(Lang::new(tag).filter(|lang| config.has(*lang)).ok_or_else(|| {
            let names: Vec<&str> = config.languages.iter().map(Lang::as_str).collect();
            let meant = did_you_mean(tag, names.iter().copied()).map(|meant| format!("did you mean `{meant}`? "));
            wrong(
                "unknown-language",
                format!("`{tag}` in the name of this file is not a language of this site"),
                format!(
                    "{}the languages are {}; add one under `languages` in mensi.yaml, or rename the file",
                    meant.unwrap_or_default(),
                    names.join(", ")
                ),
            )
        })?),
    };
    for segment in folder.split('/').filter(|segment| !segment.is_empty()).chain([id]) {
        if !is_slug(segment) {
            let better: String = segment
                .to_lowercase()
                .chars()
                .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' })
                .collect();
            return Err(wrong(
                "bad-id",
                format!("`{segment}` cannot be part of an id or an address"),
                format!("use small letters without accents, digits and `-`, for example `{better}`"),
            ));
        }
    }
    let segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    let (kind, id_text, own_folder) =
        kind_and_id(&segments, id).map_err(|(code, message, help)| wrong(code, message, help))?;
    if id_text.split('/').next_back() == Some("page") {
        return Err(wrong(
            "reserved-id",
            "`page` is part of the addresses of lists".into(),
            "give the document another id".into(),
        ));
    }
    let source_name = if folder.is_empty() { format!("content/{id}.md") } else { format!("content/{folder}/{id}.md") };
    Ok(Place {
        kind,
        id: Id::new(&id_text).expect("its segments were checked"),
        lang,
        folder: own_folder.then(|| format!("content/{folder}")),
        source: SourcePath::new(&source_name).expect("made of the segments of a path"),
    })
}

type Wrong = (&'static str, String, String);

/// Kind and id, and whether the folder is the document's own.
fn kind_and_id(folders: &[&str], id: &str) -> Result<(Kind, String, bool), Wrong> {
    match folders {
        ["terms", rest @ ..] => match (rest, id) {
            ([enumeration], value) if ENUMERATIONS.contains(enumeration) => Ok(match value {
                "index" => (Kind::Section, (*enumeration).to_owned(), false),
                value => (Kind::Term, format!("{enumeration}/{value}"), false),
            }),
            ([enumeration, value], "index") if ENUMERATIONS.contains(enumeration) => {
                Ok((Kind::Term, format!("{enumeration}/{value}"), true))
            }
            ([enumeration, ..], _) if !ENUMERATIONS.contains(enumeration) => {
                let help = match did_you_mean(enumeration, ENUMERATIONS.iter().copied()) {
                    Some(meant) => format!("did you mean `content/terms/{meant}`?"),
                    None => format!("the folders of content/terms are {}", ENUMERATIONS.join(", ")),
                };
                Err(("unknown-kind", format!("there are no terms of the kind `{enumeration}`"), help))
            }
            _ => Err((
                "misplaced-file",
                "a term stands at content/terms/<enumeration>/<value>.md".into(),
                format!("move it into one of {}", ENUMERATIONS.join(", ")),
            )),
        },
        [section, rest @ ..] if Kind::of_folder(section).is_some() => {
            let kind = Kind::of_folder(section).expect("it was just asked");
            match (rest, id) {
                ([], "index") => Ok((Kind::Section, (*section).to_owned(), false)),
                ([], id) => Ok((kind, id.to_owned(), false)),
                ([own], "index") => Ok((kind, (*own).to_owned(), true)),
                _ => Err((
                    "misplaced-file",
                    format!("{} stands at content/{section}/<id>.md or content/{section}/<id>/index.md", kind.what()),
                    format!("move the file to content/{section}/{id}.md"),
                )),
            }
        }
        [] => Ok((Kind::Page, id.to_owned(), false)),
        folders => {
            let mut path = folders.join("/");
            if id != "index" {
                path = format!("{path}/{id}");
            }
            Ok((Kind::Page, path, id == "index"))
        }
    }
}
