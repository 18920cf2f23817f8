//! One language of the site, for templates and views.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use rustc_hash::FxHashMap;

use super::catalog::Catalog;
use super::dates::DateStyle;
use super::formats::{Digits, Formats};
use super::functions::DateValue;
use crate::foundation::{Date, Fingerprint, Lang, is_slug};

/// A value for a variable of a message.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Date(Date),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(text.into())
    }
}

impl From<f64> for Arg<'_> {
    fn from(number: f64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(number as f64)
    }
}

impl From<Date> for Arg<'_> {
    fn from(date: Date) -> Self {
        Arg::Date(date)
    }
}

/// Why there is no text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MessageError {
    /// Neither the language nor its chain has the message.
    Unknown { id: String, lang: Lang },
    /// The message could not be formatted: a variable was not given, most often.
    Broken { id: String, lang: Lang, reason: String },
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Not in English either, so that the language says nothing.
            MessageError::Unknown { id, .. } => write!(f, "there is no message `{id}` in any language"),
            MessageError::Broken { id, lang, reason } => write!(f, "the message `{id}` in {lang} fails: {reason}"),
        }
    }
}

impl std::error::Error for MessageError {}

/// Where the text of a key is.
enum Text {
    Plain { text: Arc<str>, link: usize },
    Pattern { link: usize },
}

/// Messages and formats of one language. Cheap to ask, shared between threads.
pub struct Interface {
    /// Its own catalog first, then those it falls back to.
    chain: Vec<Arc<Catalog>>,
    /// Asked many times a page, with names of our own and of the theme: a hash against attackers would be a waste.
    texts: FxHashMap<String, Text>,
    autonyms: Arc<BTreeMap<Lang, Arc<str>>>,
    fingerprint: Fingerprint,
}

impl Interface {
    /// `chain` begins with the language's own catalog.
    pub(super) fn new(
        chain: Vec<Arc<Catalog>>,
        autonyms: Arc<BTreeMap<Lang, Arc<str>>>,
        fingerprint: Fingerprint,
    ) -> Interface {
        let mut texts = FxHashMap::default();
        for (link, catalog) in chain.iter().enumerate() {
            for (key, text) in catalog.texts() {
                texts.entry(key.to_owned()).or_insert_with(|| match text {
                    Some(text) => Text::Plain { text: text.clone(), link },
                    None => Text::Pattern { link },
                });
            }
        }
        Interface { chain, texts, autonyms, fingerprint }
    }

    fn formats(&self) -> &Formats {
        &self.chain.first().expect("a chain begins with the language itself").formats
    }

    /// Of everything that it says and how: of the files and the locales that it was made from.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    pub fn lang(&self) -> Lang {
        self.formats().lang
    }

    /// BCP 47, as configured.
    pub fn locale(&self) -> &str {
        &self.formats().locale
    }

    /// The text of a message, by `id` or `id.attribute`, from this language or the first of its chain that has it (with
    /// that one's plurals and numbers). Free of allocation where the message has no variables; `args` are then ignored.
    pub fn message(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Result<Cow<'_, str>, MessageError> {
        let catalog = match self.texts.get(id) {
            Some(Text::Plain { text, .. }) => return Ok(Cow::Borrowed(text)),
            Some(Text::Pattern { link }) => &self.chain[*link],
            None => return Err(MessageError::Unknown { id: id.to_owned(), lang: self.lang() }),
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Date(date) => {
                    FluentValue::Custom(Box::new(DateValue { date: *date, formats: catalog.formats.clone() }))
                }
            };
            values.set(*name, value);
        }
        let (text, errors) = catalog.format(id, Some(&values)).expect("the chain's keys are the catalogs' keys");
        match errors.first() {
            None => Ok(Cow::Owned(text)),
            Some(error) => {
                Err(MessageError::Broken { id: id.to_owned(), lang: catalog.lang(), reason: error.to_string() })
            }
        }
    }

    /// The language whose text [`Interface::message`] gives: for the `lang` of a part that is not in the page's language.
    pub fn message_lang(&self, id: &str) -> Option<Lang> {
        match self.texts.get(id)? {
            Text::Plain { link, .. } | Text::Pattern { link } => Some(self.chain[*link].lang()),
        }
    }

    /// Whether this language or its chain has the message.
    pub fn has(&self, id: &str) -> bool {
        self.texts.contains_key(id)
    }

    /// The text of a message without variables, of this language alone: for the address of a section, say.
    pub fn own(&self, id: &str) -> Option<&str> {
        match self.texts.get(id)? {
            Text::Plain { text, link: 0 } => Some(text),
            _ => None,
        }
    }

    /// The part of an address that a message names as its `.slug`; `None` where that can be no part of one.
    pub fn slug(&self, id: &str) -> Option<String> {
        let slug = self.message(&format!("{id}.slug"), &[]).ok()?;
        is_slug(&slug).then(|| slug.into_owned())
    }

    /// As precise as the date: `14 May 2021`, `May 2021`, `2021`.
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        self.formats().dates.format(date, style)
    }

    /// `16–17 November 2021`: what both ends share is said once, in the language's order.
    pub fn date_range(&self, from: Date, to: Date) -> String {
        self.formats().dates.format_range(from, to)
    }

    /// With at most three decimals.
    pub fn number(&self, value: f64) -> String {
        self.formats().number(value, Digits::default())
    }

    /// 62 is `62 %`; at most one decimal.
    pub fn percent(&self, value: f64) -> String {
        self.formats().percent(value, Digits { least: 0, most: 1 })
    }

    /// An amount in a currency by its ISO 4217 code: `€4,000`, `4 000 €`.
    pub fn currency(&self, value: f64, code: &str) -> String {
        self.formats().currency(value, code)
    }

    /// `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        self.formats().list(items)
    }

    /// The order in which readers of the language look for names (CLDR collation). Names that differ in nothing that
    /// the language sorts by are equal: break ties by id.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.formats().compare(a, b)
    }

    /// Bytes that sort as [`Interface::compare`] does.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        self.formats().sort_key(text)
    }

    /// The name of a country (ISO 3166-1 alpha-2, any case), from the message `country-be`.
    pub fn region(&self, iso: &str) -> Option<&str> {
        match self.texts.get(&format!("country-{}", iso.to_ascii_lowercase()))? {
            Text::Plain { text, .. } => Some(text),
            Text::Pattern { .. } => None,
        }
    }

    /// A language of the site named in itself, as its own message `autonym` has it (`Čeština`), else its tag.
    pub fn language_name(&self, lang: Lang) -> Arc<str> {
        self.autonyms.get(&lang).cloned().unwrap_or_else(|| lang.as_str().into())
    }

    /// `in Czech`, in this language: the message `language-in-cs`, else `language-in-other` with `$name`, the language's
    /// name for itself.
    pub fn in_language(&self, lang: Lang) -> Cow<'_, str> {
        self.message(&format!("language-in-{lang}"), &[])
            .or_else(|_| self.message("language-in-other", &[("name", (&*self.language_name(lang)).into())]))
            .unwrap_or_else(|_| Cow::Owned(self.language_name(lang).to_string()))
    }

    /// Every key that can be asked for, in order.
    #[cfg(test)]
    pub(super) fn chain_keys(&self) -> Vec<String> {
        let keys: std::collections::BTreeSet<&String> = self.texts.keys().collect();
        keys.into_iter().cloned().collect()
    }
}
