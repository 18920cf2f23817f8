//! What a document is in one language: one value that notice, `lang`, canonical, hreflang, sitemap, feeds, search,
//! switcher and coverage report all read (design section 2).

use std::collections::BTreeMap;

use crate::config::{Chain, Config};
use crate::foundation::Lang;
use crate::source::values::Origin;
use crate::source::{Document, Kind, Lock, Text, fingerprints};

/// The state of a document in one language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// The language that it was written in.
    Source,
    /// A translation that is up to date.
    Translated,
    /// The same, by a machine.
    Machine,
    /// A translation whose source has changed since.
    Outdated,
    /// Facts alone: in every language; `shows` is the language of its name.
    Neutral { shows: Lang },
    /// No translation: the text of another language is shown.
    Fallback { shows: Lang },
    /// No translation and no fallback.
    Absent,
}

impl State {
    /// Whether the page is the reader's language's own: in hreflang, sitemap, feeds and search.
    pub fn is_own(self) -> bool {
        !matches!(self, State::Fallback { .. } | State::Absent)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            State::Source => "source",
            State::Translated => "translated",
            State::Machine => "machine",
            State::Outdated => "outdated",
            State::Neutral { .. } => "neutral",
            State::Fallback { .. } => "fallback",
            State::Absent => "absent",
        }
    }
}

/// The state of a document in each language of the site.
pub fn states(document: &Document, config: &Config, locks: &BTreeMap<Lang, Lock>) -> Vec<State> {
    let source = document.source();
    // One text of its own in any language is enough: it must not stand unmarked in another.
    let wordless = |text: &Text| text.words.summary.is_none() && text.is_blank();
    let neutral = document.kind.can_be_neutral() && document.texts.values().all(wordless);
    let mut made_from = None;
    config
        .languages
        .iter()
        .map(|lang| {
            if neutral {
                return State::Neutral { shows: fallback(document, config, *lang).unwrap_or(document.language) };
            }
            if *lang == document.language {
                return State::Source;
            }
            let Some(text) = document.texts.get(lang) else {
                return fallback(document, config, *lang).map_or(State::Absent, |shows| State::Fallback { shows });
            };
            // Only what a lock names is fingerprinted: most sites name little.
            if let Some(recorded) = locks.get(lang).and_then(|lock| lock.get(&source.file.path)) {
                let now = made_from.get_or_insert_with(|| fingerprints(source));
                if recorded != now {
                    return State::Outdated;
                }
            }
            match text.words.origin {
                Some(Origin::Machine) => State::Machine,
                Some(Origin::Human | Origin::PostEdited) | None => State::Translated,
            }
        })
        .collect()
}

/// The language whose text is shown: the reader's own, the next of the chain, then the source.
fn fallback(document: &Document, config: &Config, lang: Lang) -> Option<Lang> {
    let has = |lang: &Lang| document.texts.contains_key(lang);
    if has(&lang) {
        return Some(lang);
    }
    match config.chains.get(&lang) {
        // Every page leads home, so that home is there in every language.
        Some(Chain::None) if document.kind == Kind::Page && document.id.as_str() == "index" => Some(document.language),
        Some(Chain::None) => None,
        Some(Chain::Languages(chain)) => Some(chain.iter().copied().find(has).unwrap_or(document.language)),
        None => Some(document.language),
    }
}
