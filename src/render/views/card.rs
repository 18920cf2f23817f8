//! A document in a list.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::foundation::Fingerprint;

use super::{DateView, Text};

/// A document in a list. A template has `href`, the link from its page, beside the fields of [`CardFields`].
#[derive(Clone, Debug)]
pub struct Card {
    pub href: String,
    pub fields: SharedFields,
}

/// What is the same wherever the card stands.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct CardFields {
    pub kind: &'static str,
    pub kind_label: String,
    pub title: Text,
    pub summary: Text,
    /// Countries as one text; empty where there is none.
    pub country: String,
    pub date: Option<DateView>,
    /// As [`super::DocumentView::state`].
    pub state: &'static str,
    /// For a fallback: the name of the language that is shown, in the page's language.
    pub language_name: Option<String>,
    pub example: bool,
    /// Of a school.
    pub town: Option<Text>,
    /// Two or three short facts that tell cards of this kind apart (role and town; approach and outcome; type).
    pub details: Vec<Text>,
}

/// The fields of a card, hashed once and handed to the template engine once, for all the pages that it stands on.
#[derive(Clone, Debug)]
pub struct SharedFields(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    fields: CardFields,
    fingerprint: Fingerprint,
    values: OnceLock<[tera::Value; NAMES.len()]>,
}

/// The fields in their order.
const NAMES: [&str; 11] = [
    "kind",
    "kind_label",
    "title",
    "summary",
    "country",
    "date",
    "state",
    "language_name",
    "example",
    "town",
    "details",
];

impl From<CardFields> for SharedFields {
    fn from(fields: CardFields) -> SharedFields {
        let fingerprint = Fingerprint::of(&fields);
        SharedFields(Arc::new(Shared { fields, fingerprint, values: OnceLock::new() }))
    }
}

impl Deref for SharedFields {
    type Target = CardFields;

    fn deref(&self) -> &CardFields {
        &self.0.fields
    }
}

impl SharedFields {
    fn values(&self) -> &[tera::Value; NAMES.len()] {
        let CardFields {
            kind,
            kind_label,
            title,
            summary,
            country,
            date,
            state,
            language_name,
            example,
            town,
            details,
        } = &self.0.fields;
        self.0.values.get_or_init(|| {
            [
                value(kind),
                value(kind_label),
                value(title),
                value(summary),
                value(country),
                value(date),
                value(state),
                value(language_name),
                value(example),
                value(town),
                value(details),
            ]
        })
    }
}

fn value(field: &(impl Serialize + ?Sized)) -> tera::Value {
    tera::Value::from_serializable(field)
}

impl Hash for Card {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.href.hash(state);
        self.fields.0.fingerprint.hash(state);
    }
}

impl Serialize for Card {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Card", NAMES.len() + 1)?;
        map.serialize_field("href", &self.href)?;
        for (name, value) in NAMES.iter().zip(self.fields.values()) {
            map.serialize_field(name, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names are written twice: once as fields, once for the templates.
    #[test]
    fn a_template_has_every_field() {
        let fields = CardFields {
            kind: "school",
            kind_label: String::new(),
            title: Text::plain("T"),
            summary: Text::default(),
            country: String::new(),
            date: None,
            state: "source",
            language_name: None,
            example: false,
            town: None,
            details: vec![Text::plain("D")],
        };
        let plain = serde_json::to_value(&fields).expect("plain data");
        let card = Card { href: "x/".to_owned(), fields: fields.into() };
        let mut whole = serde_json::to_value(&card).expect("plain data");
        assert_eq!(whole.as_object_mut().expect("a map").remove("href"), Some("x/".into()));
        assert_eq!(whole, plain);
    }
}
