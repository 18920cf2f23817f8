//! mensi.yaml.
//!
//! In: its text. Out: a [`Config`] that is valid as a whole. Always: the default language is one of the languages, every
//! chain names languages of the site, a mirror hosts a part of them; whoever holds a Config need not ask again.

use std::collections::BTreeMap;

use serde_json::json;

use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::foundation::{Date, Id, Lang, SourcePath, Url};
use crate::yaml::{At, Field, Fields, Record, Step, Value, Yaml, record};

/// The name of the configuration file, at the root of a site.
pub const FILE: &str = "mensi.yaml";

/// Text that is the same in every language, or one text a language.
#[derive(Clone, PartialEq, Debug)]
pub enum Localized {
    Same(String),
    Each(BTreeMap<Lang, String>),
}

impl Localized {
    /// The text in a language, else in the first of the others that has it.
    pub fn get(&self, lang: Lang, others: &[Lang]) -> &str {
        match self {
            Localized::Same(text) => text,
            Localized::Each(texts) => std::iter::once(&lang)
                .chain(others)
                .find_map(|lang| texts.get(lang))
                .or_else(|| texts.values().next())
                .map_or("", String::as_str),
        }
    }
}

impl Field for Localized {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Localized> {
        match value {
            Value::Map(_) => {
                BTreeMap::<String, String>::read(at, value).and_then(|texts| by_lang(at, texts).map(Localized::Each))
            }
            _ => String::read(at, value).map(Localized::Same),
        }
    }

    fn schema() -> serde_json::Value {
        json!({ "anyOf": [String::schema(), BTreeMap::<String, String>::schema()] })
    }

    fn sample() -> &'static str {
        "MenSI"
    }
}

/// Keys that are tags of languages; a finding for each that is not.
fn by_lang<T>(at: &mut At<'_, '_>, entries: BTreeMap<String, T>) -> Option<BTreeMap<Lang, T>> {
    let read: Vec<Option<(Lang, T)>> = entries
        .into_iter()
        .map(|(key, value)| {
            let lang = Lang::new(&key).or_else(|| {
                at.step(Step::field(&key), |at| {
                    let span = at.yaml.key_span(&at.path);
                    at.findings.push(
                        Diagnostic::error("bad-language", format!("`{key}` is not the tag of a language"))
                            .at(span)
                            .help("use a tag such as en, hr or pt"),
                    );
                    None
                })
            })?;
            Some((lang, value))
        })
        .collect();
    read.into_iter().collect()
}

record! {
    /// What the project is.
    "the project" Project {
        /// Short name of the project.
        acronym: Option<String>,
        /// Number of the grant agreement.
        grant: Option<String>,
        /// Name of the funding programme.
        programme: Option<String>,
        /// First day or month of the project.
        start: Option<Date>,
        /// Last day or month of the project.
        end: Option<Date>,
        /// Id of the organisation that coordinates it.
        coordinator: Option<Id>,
        /// Mail address for readers.
        email: Option<String>,
        /// Hashtag, with its #.
        hashtag: Option<String>,
    }
}

record! {
    /// The pages that the law asks for, by their ids.
    "the legal pages" Legal {
        /// Id of the page with the accessibility statement.
        accessibility: Option<Id>,
        /// Id of the page on privacy.
        privacy: Option<Id>,
        /// Id of the page on licences.
        licence: Option<Id>,
    }
}

record! {
    /// The same site, for another host, in some of its languages.
    "a mirror" Mirror {
        /// Name for the command line: small letters, digits and `-`.
        name: crate::yaml::LocalId,
        /// Address under which the mirror is published.
        base_url: Url,
        /// Languages that it hosts; the first one is its own first language.
        languages: Vec<Lang>,
        /// Who hosts it.
        host: Option<String>,
        /// Mail address of the host.
        contact: Option<String>,
    }
}

record! {
    /// mensi.yaml as it is written.
    "mensi.yaml" Written {
        /// Title of the site: one text, or one a language.
        title: Localized,
        /// Address under which the site is published.
        base_url: Url,
        /// Language of sources that do not name another, and the last resort of readers.
        default_language: Lang,
        /// Languages of the site, in the order of the switcher.
        languages: Vec<Lang>,
        /// Name of the theme; default `mensi`.
        theme: Option<crate::yaml::LocalId>,
        /// For a language, the languages to fall back to, in order.
        fallback: BTreeMap<String, Vec<Lang>>,
        /// For a language, the locale that dates and numbers follow.
        locales: BTreeMap<String, String>,
        /// What the project is.
        project: Option<Project>,
        /// The pages that the law asks for.
        legal: Option<Legal>,
        /// Full-text search; default true.
        search: Option<bool>,
        /// Pictures for sharing: true, false or `page` for one a page; default true.
        cards: Option<Cards>,
        /// Time zone of the events, by its IANA name.
        timezone: Option<String>,
        /// The same site for other hosts.
        mirrors: Vec<Mirror>,
    }
}

/// Pictures for sharing: none, one a kind, country and language, or one a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cards {
    None,
    Kind,
    Page,
}

impl Field for Cards {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Cards> {
        match value {
            Value::Bool(true) => Some(Cards::Kind),
            Value::Bool(false) => Some(Cards::None),
            Value::Text(text) if text == "page" => Some(Cards::Page),
            _ => at.wrong("unknown-value", "`cards` is true, false or page".to_owned(), "write one of the three"),
        }
    }

    fn schema() -> serde_json::Value {
        json!({ "enum": [true, false, "page"] })
    }

    fn sample() -> &'static str {
        "true"
    }
}

/// The configuration of a site, checked.
#[derive(Clone, PartialEq, Debug)]
pub struct Config {
    pub title: Localized,
    /// Ends with a slash.
    pub base_url: Url,
    pub default_language: Lang,
    /// In the order of the switcher; never empty.
    pub languages: Vec<Lang>,
    pub theme: String,
    /// For each language of the site, the languages to try after it; never itself.
    pub chains: BTreeMap<Lang, Chain>,
    /// For each language of the site, the BCP 47 tag of its formats.
    pub locales: BTreeMap<Lang, String>,
    pub project: Project,
    pub legal: Legal,
    pub search: bool,
    pub cards: Cards,
    pub timezone: String,
    pub mirrors: Vec<Mirror>,
    /// mensi.yaml as it was read, and where that begins in the file, for the places of what is found later.
    text: String,
    offset: usize,
}

/// What a language falls back to.
#[derive(Clone, PartialEq, Debug)]
pub enum Chain {
    /// These languages, then the document's source.
    Languages(Vec<Lang>),
    /// Nothing: what is not translated does not exist in it (`fallback: {hu: none}`).
    None,
}

impl Config {
    /// Whether the site has this language.
    pub fn has(&self, lang: Lang) -> bool {
        self.languages.contains(&lang)
    }

    /// The place of a field of mensi.yaml.
    pub fn span(&self, path: &[Step]) -> Span {
        let file = SourcePath::new(FILE).expect("a constant path");
        Yaml { file: &file, text: &self.text, offset: self.offset }.span(path)
    }

    /// The languages to try after one, for interface messages and the like, which always fall back somewhere.
    pub fn after(&self, lang: Lang) -> Vec<Lang> {
        let mut chain = match self.chains.get(&lang) {
            Some(Chain::Languages(languages)) => languages.clone(),
            Some(Chain::None) | None => Vec::new(),
        };
        if lang != self.default_language && !chain.contains(&self.default_language) {
            chain.push(self.default_language);
        }
        chain
    }
}

/// Reads mensi.yaml. `None` where something is wrong with it; the findings say what, all of it.
pub fn read(text: &str, findings: &mut Diagnostics) -> Option<Config> {
    let file = SourcePath::new(FILE).expect("a constant path");
    let whole = text;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let yaml = Yaml { file: &file, text, offset: whole.len() - text.len() };
    let entries = match yaml.parse() {
        Ok(entries) => entries,
        Err(finding) => {
            findings.push(*finding);
            return None;
        }
    };
    // `none` is a word in the place of a list of languages.
    let mut found = Diagnostics::new();
    let mut at = At { yaml, path: Vec::new(), findings: &mut found };
    let (entries, none) = without_none(entries);
    let mut fields = Fields::new(&mut at, &entries);
    let written = Written::take(&mut fields);
    fields.finish(Written::WHAT);
    let config = written.and_then(|written| check(written, &none, yaml, &mut found));
    let ok = !found.has_errors();
    findings.append(found);
    config.filter(|_| ok)
}

/// The languages that fall back to nothing, taken out of `fallback`.
fn without_none(mut entries: Vec<(String, Value)>) -> (Vec<(String, Value)>, Vec<String>) {
    let mut none = Vec::new();
    for (name, value) in &mut entries {
        if let ("fallback", Value::Map(chains)) = (name.as_str(), value) {
            chains.retain(|(lang, chain)| {
                let is_none = matches!(chain, Value::Text(text) if text == "none");
                if is_none {
                    none.push(lang.clone());
                }
                !is_none
            });
        }
    }
    (entries, none)
}

/// A language's place fits into a byte.
const MOST_LANGUAGES: usize = 200;

fn check(written: Written, none: &[String], yaml: Yaml<'_>, findings: &mut Diagnostics) -> Option<Config> {
    let mut wrong = |path: &[Step], code, message: String, help: String| {
        findings.push(Diagnostic::error(code, message).at(yaml.span(path)).help(help));
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
    for (index, lang) in languages.iter().enumerate() {
        if languages[..index].contains(lang) {
            let path = [Step::field("languages"), Step::Item(index)];
            wrong(&path, "duplicate-language", format!("`{lang}` is named twice"), "remove one of the two".into());
        }
    }
    if !languages.contains(&written.default_language) {
        let (message, help) = unknown(&written.default_language);
        wrong(&[Step::field("default_language")], "unknown-language", message, help);
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
        for lang in mirror.languages.iter().filter(|lang| !languages.contains(lang)) {
            let (message, help) = unknown(lang);
            wrong(&path("languages"), "unknown-language", message, help);
        }
        if written.mirrors[..index].iter().any(|before| before.name == mirror.name) {
            let message = format!("two mirrors are named `{}`", mirror.name.0);
            wrong(&path("name"), "duplicate-mirror", message, "give one of them another name".into());
        }
        if !mirror.base_url.as_str().starts_with("http") {
            wrong(
                &path("base_url"),
                "bad-address",
                "a site's address begins with https://".into(),
                "write the whole address".into(),
            );
        }
    }
    if !written.base_url.as_str().starts_with("http") || written.base_url.as_str().contains(['?', '#']) {
        let message = "a site's address begins with https:// and has no `?` or `#`".into();
        wrong(&[Step::field("base_url")], "bad-address", message, "write it as https://portal.example.org/".into());
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

/// The address with a slash at its end, so that paths can be appended.
pub fn with_slash(url: &Url) -> Url {
    if url.as_str().ends_with('/') {
        url.clone()
    } else {
        Url::new(&format!("{url}/")).expect("a slash keeps it valid")
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str =
        "title: MenSI\nbase_url: https://portal.example\ndefault_language: en\nlanguages: [en, hr, hu]\n";

    fn findings(text: &str) -> Vec<(&'static str, usize)> {
        let mut found = Diagnostics::new();
        let config = read(text, &mut found);
        assert_eq!(config.is_none(), found.has_errors());
        found.sorted().iter().map(|d| (d.code, d.span.as_ref().map_or(0, |span| span.start))).collect()
    }

    #[test]
    fn a_small_site_has_defaults() {
        let mut found = Diagnostics::new();
        let text = format!("{SMALL}fallback: {{hr: [hu, hr], hu: none}}\n");
        let config = read(&text, &mut found).expect("valid");
        assert_eq!(config.base_url.as_str(), "https://portal.example/");
        let hr = Lang::new("hr").expect("a tag");
        assert_eq!(config.after(hr).iter().map(Lang::as_str).collect::<Vec<_>>(), ["hu", "en"]);
        assert_eq!(config.chains[&Lang::new("hu").expect("a tag")], Chain::None);
        assert_eq!(config.locales[&hr], "hr-HR");
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let text =
            "titel: MenSI\nbase_url: javascript:x\ndefault_language: en\nlanguages: [hr, hr]\nfallback: {xx: [hr]}\n";
        let found = findings(text);
        assert_eq!(found, [("missing-field", 0), ("unknown-field", 0), ("bad-address", 23)]);
        let text = format!(
            "{SMALL}fallback: {{xx: [hr], hr: [de]}}\nmirrors: [{{name: cz, base_url: https://x.example, languages: [cs]}}]\n"
        );
        assert_eq!(findings(&text).iter().map(|f| f.0).collect::<Vec<_>>(), ["unknown-language"; 3]);
    }
}
