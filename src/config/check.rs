//! From what is written to what is valid as a whole.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, did_you_mean};
use crate::foundation::Lang;
use crate::yaml::{Step, Yaml};

use super::written::{Cards, Legal, Mirror, Project, Written};
use super::{Chain, Config, Localized, is_site_address, with_slash};

/// A language's place fits into a byte.
const MOST_LANGUAGES: usize = 200;

const BAD_ADDRESS: &str = "a site's address begins with https:// and has no `?` or `#`";
const GOOD_ADDRESS: &str = "write it as https://portal.example.org/";

/// Checks what the fields say together. `none` has the languages that fall back to nothing.
pub(super) fn check(written: Written, none: &[String], yaml: Yaml<'_>, findings: &mut Diagnostics) -> Option<Config> {
    let places = OnceCell::new();
    let mut wrong = |path: &[Step], code, message: String, help: String| {
        let span = places.get_or_init(|| yaml.places()).span(path);
        findings.push(Diagnostic::error(code, message).at(span).help(help));
    };
    if let Some(Project { start: Some(start), end: Some(end), .. }) = &written.project
        && end.last_day() < start.first_day()
    {
        let message = format!("the project ends in {end}, before it starts in {start}");
        let path = [Step::field("project"), Step::field("end")];
        wrong(&path, "ends-before-start", message, "correct `start` or `end`".into());
    }
    let languages = written.languages.clone();
    let names: Vec<&str> = languages.iter().map(Lang::as_str).collect();
    let unknown = |lang: &Lang| {
        let help = match did_you_mean(lang.as_str(), names.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`? Otherwise add `{lang}` to `languages`"),
            None => format!("add `{lang}` to `languages`, or use one of: {}", names.join(", ")),
        };
        (format!("`{lang}` is not a language of this site"), help)
    };
    if languages.is_empty() {
        wrong(
            &[Step::field("languages")],
            "missing-field",
            "`languages` names no language".into(),
            "write `languages: [en]`".into(),
        );
    }
    if languages.len() > MOST_LANGUAGES {
        let message = format!("`languages` names {} languages", languages.len());
        wrong(&[Step::field("languages")], "too-many-languages", message, format!("{MOST_LANGUAGES} are the most"));
    }
    let mut seen = BTreeSet::new();
    for (index, lang) in languages.iter().enumerate() {
        if !seen.insert(*lang) {
            let path = [Step::field("languages"), Step::Item(index)];
            wrong(&path, "duplicate-language", format!("`{lang}` is named twice"), "remove one of the two".into());
        }
    }
    if !languages.contains(&written.default_language) {
        let (message, help) = unknown(&written.default_language);
        wrong(&[Step::field("default_language")], "unknown-language", message, help);
    }
    if let Localized::Each(texts) = &written.title {
        for lang in texts.keys().filter(|lang| !languages.contains(lang)) {
            let (message, help) = unknown(lang);
            wrong(&[Step::field("title"), Step::field(lang.as_str())], "unknown-language", message, help);
        }
    }
    let mut chains = BTreeMap::new();
    let keys = written.fallback.iter().map(|(key, chain)| (key, Chain::Languages(chain.clone())));
    for (key, chain) in keys.chain(none.iter().map(|key| (key, Chain::None))) {
        let path = [Step::field("fallback"), Step::field(key)];
        match Lang::new(key).filter(|lang| languages.contains(lang)) {
            Some(lang) => {
                if let Chain::Languages(chain) = &chain {
                    for (index, other) in chain.iter().enumerate().filter(|(_, other)| !languages.contains(other)) {
                        let (message, help) = unknown(other);
                        wrong(
                            &[path[0].clone(), path[1].clone(), Step::Item(index)],
                            "unknown-language",
                            message,
                            help,
                        );
                    }
                }
                let chain = match chain {
                    Chain::Languages(chain) => {
                        Chain::Languages(chain.into_iter().filter(|other| *other != lang).collect())
                    }
                    Chain::None => Chain::None,
                };
                chains.insert(lang, chain);
            }
            None => {
                let (message, help) =
                    (format!("`{key}` is not a language of this site"), format!("use one of: {}", names.join(", ")));
                wrong(&path, "unknown-language", message, help);
            }
        }
    }
    for lang in &languages {
        chains.entry(*lang).or_insert_with(|| {
            Chain::Languages(Some(written.default_language).into_iter().filter(|default| default != lang).collect())
        });
    }
    let mut locales: BTreeMap<Lang, String> = languages.iter().map(|lang| (*lang, default_locale(*lang))).collect();
    for (key, locale) in &written.locales {
        match Lang::new(key).filter(|lang| languages.contains(lang)) {
            Some(lang) if locale.parse::<unic_langid::LanguageIdentifier>().is_ok() => {
                locales.insert(lang, locale.clone());
            }
            Some(_) => {
                let path = [Step::field("locales"), Step::field(key)];
                wrong(&path, "bad-locale", format!("`{locale}` is not a locale"), "write it as en-GB or pt-PT".into());
            }
            None => {
                let path = [Step::field("locales"), Step::field(key)];
                let message = format!("`{key}` is not a language of this site");
                wrong(&path, "unknown-language", message, format!("use one of: {}", names.join(", ")));
            }
        }
    }
    for (index, mirror) in written.mirrors.iter().enumerate() {
        let path = |field: &str| [Step::field("mirrors"), Step::Item(index), Step::field(field)];
        if mirror.languages.is_empty() {
            wrong(
                &path("languages"),
                "missing-field",
                "a mirror without a language shows nothing".into(),
                "name at least one".into(),
            );
        }
        let mut seen = BTreeSet::new();
        for (number, lang) in mirror.languages.iter().enumerate() {
            let [mirrors, index, field] = path("languages");
            let path = [mirrors, index, field, Step::Item(number)];
            if !languages.contains(lang) {
                let (message, help) = unknown(lang);
                wrong(&path, "unknown-language", message, help);
            } else if !seen.insert(*lang) {
                let message = format!("`{lang}` is named twice");
                wrong(&path, "duplicate-language", message, "remove one of the two".into());
            }
        }
        if written.mirrors[..index].iter().any(|before| before.name == mirror.name) {
            let message = format!("two mirrors are named `{}`", mirror.name.0);
            wrong(&path("name"), "duplicate-mirror", message, "give one of them another name".into());
        }
        if !is_site_address(&mirror.base_url) {
            wrong(&path("base_url"), "bad-address", BAD_ADDRESS.into(), GOOD_ADDRESS.into());
        }
    }
    if !is_site_address(&written.base_url) {
        wrong(&[Step::field("base_url")], "bad-address", BAD_ADDRESS.into(), GOOD_ADDRESS.into());
    }
    Some(Config {
        title: written.title,
        base_url: with_slash(&written.base_url),
        default_language: written.default_language,
        languages,
        theme: written.theme.map_or_else(|| "mensi".to_owned(), |theme| theme.0),
        chains,
        locales,
        project: written.project.unwrap_or(NO_PROJECT),
        legal: written.legal.unwrap_or(Legal { accessibility: None, privacy: None, licence: None }),
        search: written.search.unwrap_or(true),
        cards: written.cards.unwrap_or(Cards::Kind),
        timezone: written.timezone.unwrap_or_else(|| "Europe/Brussels".to_owned()),
        mirrors: written
            .mirrors
            .into_iter()
            .map(|mirror| Mirror { base_url: with_slash(&mirror.base_url), ..mirror })
            .collect(),
        text: yaml.text.to_owned(),
        offset: yaml.offset,
    })
}

const NO_PROJECT: Project = Project {
    acronym: None,
    grant: None,
    programme: None,
    start: None,
    end: None,
    coordinator: None,
    email: None,
    hashtag: None,
};

/// The locale of a language whose site names none: that of the project's countries, else the language itself.
fn default_locale(lang: Lang) -> String {
    match lang.as_str() {
        "en" => "en-GB",
        "nl" => "nl-BE",
        "hr" => "hr-HR",
        "cs" => "cs-CZ",
        "hu" => "hu-HU",
        "it" => "it-IT",
        "pt" => "pt-PT",
        other => other,
    }
    .to_owned()
}
