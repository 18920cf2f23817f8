//! Text that may differ by language.

use std::collections::BTreeMap;

use serde_json::json;

use crate::diag::Diagnostic;
use crate::foundation::Lang;
use crate::yaml::{At, Field, Step, Value};

/// Text that is the same in every language, or one text a language.
#[derive(Clone, PartialEq, Debug, serde::Serialize, serde::Deserialize)]
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
    let places = std::cell::OnceCell::new();
    let read: Vec<Option<(Lang, T)>> = entries
        .into_iter()
        .map(|(key, value)| {
            let lang = Lang::new(&key).or_else(|| {
                at.step(Step::field(&key), |at| {
                    let span = places.get_or_init(|| at.yaml.places()).key_span(&at.path);
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
