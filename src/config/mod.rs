//! mensi.yaml.
//!
//! In: its text. Out: a [`Config`] that is valid as a whole. Always: the default language is one of the languages, every
//! chain names languages of the site, a mirror hosts a part of them; whoever holds a Config need not ask again.

mod check;
mod localized;
mod written;

use std::collections::BTreeMap;

use crate::diag::{Diagnostics, Span};
use crate::foundation::{Lang, SourcePath, Url};
pub use localized::Localized;
pub use written::{Cards, Legal, Mirror, Project};

use check::check;
use written::Written;

use crate::yaml::{At, Fields, Record, Step, Value, Yaml};

/// The name of the configuration file, at the root of a site.
pub const FILE: &str = "mensi.yaml";

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

/// Whether a site can have this address: on the web, and without `?` and `#`, since paths are appended to it. For the
/// base_url of a site, of a mirror, and of the command line.
pub fn is_site_address(url: &Url) -> bool {
    url.as_str().starts_with("http") && !url.as_str().contains(['?', '#'])
}

/// The address with a slash at its end, so that paths can be appended.
pub fn with_slash(url: &Url) -> Url {
    if url.as_str().ends_with('/') {
        url.clone()
    } else {
        Url::new(&format!("{url}/")).expect("a slash keeps it valid")
    }
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
        // A name that is written wrongly is one mistake: what it was meant for is not missing, too.
        assert_eq!(found, [("unknown-field", 0), ("bad-address", 23)]);
        assert_eq!(
            findings(&SMALL.replace("title: MenSI", "colour: blue")),
            [("missing-field", 0), ("unknown-field", 0)]
        );
        let text = format!(
            "{SMALL}fallback: {{xx: [hr], hr: [de]}}\nmirrors: [{{name: cz, base_url: https://x.example, languages: [cs]}}]\n"
        );
        assert_eq!(findings(&text).iter().map(|f| f.0).collect::<Vec<_>>(), ["unknown-language"; 3]);
    }

    fn codes(text: &str) -> Vec<&'static str> {
        findings(text).into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn an_address_of_a_site_has_no_query() {
        for address in ["https://x.example/?a=b", "https://x.example/#a", "mailto:a@x.example"] {
            let mirror = format!("{SMALL}mirrors: [{{name: cz, base_url: \"{address}\", languages: [hr]}}]\n");
            assert_eq!(codes(&mirror), ["bad-address"], "{address}");
            let site = SMALL.replace("https://portal.example", &format!("\"{address}\""));
            assert_eq!(codes(&site), ["bad-address"], "{address}");
        }
    }

    #[test]
    fn languages_of_titles_and_mirrors_are_those_of_the_site_and_once() {
        let mirror = format!("{SMALL}mirrors: [{{name: cz, base_url: https://x.example, languages: [hr, hr]}}]\n");
        assert_eq!(codes(&mirror), ["duplicate-language"]);
        let title = SMALL.replace("MenSI", "{en: Portal, cs: Portál}");
        assert_eq!(findings(&title), [("unknown-language", 24)]);
    }
}
