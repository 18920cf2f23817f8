//! What a path says: kind, id and language of a file below content/.

use crate::config::Config;
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::foundation::{Id, Lang, SourcePath, is_slug, slug_of};
use crate::yaml::CountryCode;

use super::kind::{ENUMERATIONS, Kind};
use super::values::{Activity, Barrier, Challenge, Enabler, Incentive, Level};

/// Where a Markdown file belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub kind: Kind,
    pub id: Id,
    /// `None` for the source, else the language of the translation.
    pub lang: Option<Lang>,
    /// For a document with files of its own: its folder.
    pub folder: Option<String>,
}

/// The source file of the document that a placed file belongs to, whether it is that itself or not.
pub fn source_of(path: &SourcePath) -> String {
    let (folder, name) = (path.parent(), path.file_name());
    format!("{folder}/{}.md", name.split('.').next().unwrap_or_default())
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
            let better = slug_of(segment).unwrap_or_else(|| "our-school".to_owned());
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
    known_id(kind, &id_text).map_err(|unknown| {
        let help = unknown.help(" Rename the file", "rename the file to");
        wrong(unknown.code, unknown.message, help)
    })?;
    if id_text.split('/').next_back() == Some("page") {
        return Err(wrong(
            "reserved-id",
            "`page` is part of the addresses of lists".into(),
            "give the document another id".into(),
        ));
    }
    Ok(Place {
        kind,
        id: Id::new(&id_text).expect("its segments were checked"),
        lang,
        folder: own_folder.then(|| format!("content/{folder}")),
    })
}

/// The place of a file that is the same text in another language: `x.hr.md` where that of `x.cs.md` is known. `None` where it
/// is not that, or something is wrong with it: then [`place`] tells.
pub fn beside(path: &SourcePath, (known, of): (&Place, &SourcePath), config: &Config) -> Option<Place> {
    let (stem, ending) = at_first_dot(path.as_str());
    if stem != at_first_dot(of.as_str()).0 {
        return None;
    }
    let lang = match ending.strip_suffix(".md")?.strip_prefix('.') {
        None => None,
        Some(tag) => Some(Lang::new(tag).filter(|lang| config.has(*lang))?),
    };
    Some(Place { lang, ..known.clone() })
}

/// A path, cut before the first dot of the file's name: `content/schools/x` and `.cs.md`.
pub(super) fn at_first_dot(path: &str) -> (&str, &str) {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path.split_at(path[name..].find('.').map_or(path.len(), |dot| name + dot))
}

type Wrong = (&'static str, String, String);

/// The values of an enumeration of content/terms.
fn values_of(enumeration: &str) -> Vec<&'static str> {
    match enumeration {
        "challenges" => Challenge::ALL.iter().map(|value| value.as_str()).collect(),
        "enablers" => Enabler::ALL.iter().map(|value| value.as_str()).collect(),
        "incentives" => Incentive::ALL.iter().map(|value| value.as_str()).collect(),
        "barriers" => Barrier::ALL.iter().map(|value| value.as_str()).collect(),
        "activities" => Activity::ALL.iter().map(|value| value.as_str()).collect(),
        "levels" => Level::ALL.iter().map(|value| value.as_str()).collect(),
        "work-packages" => vec!["1", "2", "3", "4", "5", "6", "7"],
        _ => Vec::new(),
    }
}

/// An id that nothing would ever lead to.
pub struct UnknownId {
    code: &'static str,
    pub message: String,
    meant: Option<String>,
    /// What there is, in words.
    all: String,
}

impl UnknownId {
    /// What to do; `rename` and `take` begin the sentence where something was meant, and where nothing is near.
    fn help(&self, rename: &str, take: &str) -> String {
        match &self.meant {
            Some(meant) => format!("did you mean `{meant}`?{rename}"),
            None => format!("{take} one of: {}", self.all),
        }
    }

    /// What to do about an id that somebody is about to give.
    pub fn remedy(&self) -> String {
        self.help("", "use")
    }
}

/// Terms and countries are not invented by their files: nothing would ever lead to `enablers/leadrship`.
///
/// # Errors
/// The id is not one of those that there are.
pub fn known_id(kind: Kind, id: &str) -> Result<(), UnknownId> {
    match (kind, id.split_once('/')) {
        (Kind::Term, Some((enumeration, value))) => {
            let values = values_of(enumeration);
            if values.contains(&value) {
                return Ok(());
            }
            let message = format!("`{value}` is not one of the {enumeration}");
            let meant = did_you_mean(value, values.iter().copied()).map(str::to_owned);
            Err(UnknownId { code: "unknown-term", message, meant, all: values.join(", ") })
        }
        (Kind::Country, _) if CountryCode::new(&id.to_ascii_uppercase()).is_none() => {
            let message = format!("`{id}` is not the code of a country");
            let meant = CountryCode::meant(id).map(|meant| meant.slug().to_string());
            let all = "be, hr, cz, hu, it, pt, or the two letters of another country (ISO 3166-1)".to_owned();
            Err(UnknownId { code: "unknown-country", message, meant, all })
        }
        _ => Ok(()),
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;

    #[test]
    fn what_is_beside_a_text_has_its_place() {
        let text = "title: x\nbase_url: https://x.example\ndefault_language: en\nlanguages: [en, cs]\n";
        let config = crate::config::read(text, &mut Diagnostics::new()).expect("valid");
        let path = |name: &str| SourcePath::new(&format!("content/{name}")).expect("clean");
        let of = path("schools/x.md");
        let known = place(&of, &config).expect("a school");
        for name in ["schools/x.cs.md", "schools/x.md", "schools/x.en.md"] {
            assert_eq!(beside(&path(name), (&known, &of), &config), place(&path(name), &config).ok(), "{name}");
        }
        for name in
            ["schools/x.fr.md", "schools/x.cs.en.md", "schools/x.cs.txt", "schools/y.md", "news/x.md", "schools/x/x.md"]
        {
            assert_eq!(beside(&path(name), (&known, &of), &config), None, "{name}");
        }
    }

    #[test]
    fn terms_and_countries_are_those_that_there_are() {
        let text = "title: x\nbase_url: https://x.example\ndefault_language: en\nlanguages: [en, cs]\n";
        let config = crate::config::read(text, &mut Diagnostics::new()).expect("valid");
        let found = |path: &str| {
            let path = SourcePath::new(&format!("content/{path}.md")).expect("clean");
            place(&path, &config).err().map(|finding| (finding.code, finding.help.unwrap_or_default()))
        };
        for good in ["terms/enablers/leadership", "terms/levels/index", "terms/work-packages/7.cs", "countries/hr"] {
            assert_eq!(found(good), None, "{good}");
        }
        for (bad, code, help) in [
            ("terms/enablers/leadrship", "unknown-term", "`leadership`"),
            ("terms/work-packages/8", "unknown-term", "1, 2, 3"),
            ("terms/challenges/x/index.cs", "unknown-term", "stem-robotics"),
            ("countries/uk", "unknown-country", "`gb`"),
            ("countries/atlantis", "unknown-country", "two letters"),
        ] {
            let (found, said) = found(bad).expect(bad);
            assert!(found == code && said.contains(help), "{bad}: {found} {said}");
        }
    }
}
