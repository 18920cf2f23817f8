//! A document in a list.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::foundation::Fingerprint;

use super::{DateView, Repeated, Stencil, Text};

/// A document in a list. A template has `href`, the link from its page; `document`, its [`CardFields`]; and `html`, what
/// the theme's `card.html` makes of both: it is rendered once for all the pages that a card stands on.
#[derive(Clone, Debug)]
pub struct Card {
    pub href: String,
    pub level: Level,
    pub fields: SharedFields,
}

/// The level of a card's heading.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Level {
    /// In a plain list.
    Two,
    /// Below a heading of level 2.
    Three,
}

impl Level {
    /// `2` or `3`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Two => "2",
            Level::Three => "3",
        }
    }
}

/// What is the same wherever the card stands.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct CardFields {
    pub kind: &'static str,
    pub kind_label: String,
    pub title: Repeated<Text>,
    pub summary: Repeated<Text>,
    /// Countries as one text; empty where there is none.
    pub country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Repeated<DateView>>,
    /// As [`super::DocumentView::state`].
    pub state: &'static str,
    /// For a fallback: the name of the language that is shown, in the page's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_name: Option<String>,
    pub example: bool,
    /// Of a school.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub town: Option<Text>,
    /// Two or three short facts that tell cards of this kind apart (role and town; approach and outcome; type).
    pub details: Vec<Repeated<Text>>,
}

/// The fields of a card, hashed, handed to the template engine and rendered once, when that is first needed.
#[derive(Clone, Debug)]
pub struct SharedFields(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    fields: CardFields,
    fingerprint: Fingerprint,
    value: OnceLock<tera::Value>,
    html: OnceLock<Stencil>,
}

impl Shared {
    fn value(&self) -> &tera::Value {
        self.value.get_or_init(|| tera::Value::from_serializable(&self.fields))
    }
}

impl From<CardFields> for SharedFields {
    fn from(fields: CardFields) -> SharedFields {
        let fingerprint = Fingerprint::of(&fields);
        SharedFields(Arc::new(Shared { fields, fingerprint, value: OnceLock::new(), html: OnceLock::new() }))
    }
}

impl Deref for SharedFields {
    type Target = CardFields;

    fn deref(&self) -> &CardFields {
        &self.0.fields
    }
}

impl Card {
    /// Renders the card with `render`, unless that has been done. `render` makes HTML of its fields, with [`super::LINK`]
    /// for its link and [`super::LEVEL`] for its level.
    ///
    /// # Errors
    /// Those of `render`, each time.
    pub fn prepare<E>(&self, render: impl FnOnce(&tera::Value) -> Result<String, E>) -> Result<(), E> {
        let shared = &self.fields.0;
        if shared.html.get().is_none() {
            // Where two threads meet here, both make the same.
            let _ = shared.html.set(Stencil::of(&render(shared.value())?));
        }
        Ok(())
    }

    /// Appends what `card.html` makes of the card; nothing where it has not been rendered.
    pub fn push_html(&self, out: &mut String) {
        if let Some(html) = self.fields.0.html.get() {
            html.push_filled(out, &self.href, self.level.as_str());
        }
    }
}

impl Hash for Card {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.href.hash(state);
        self.level.hash(state);
        self.fields.0.fingerprint.hash(state);
    }
}

impl Serialize for Card {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shared = &self.fields.0;
        let mut map = serializer.serialize_struct("Card", 3)?;
        map.serialize_field("href", &self.href)?;
        map.serialize_field("document", shared.value())?;
        if let Some(html) = shared.html.get() {
            let html = html.filled(&self.href, self.level.as_str());
            map.serialize_field("html", &tera::Value::safe_string(&html))?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LEVEL, LINK};
    use super::*;

    #[test]
    fn a_card_is_rendered_once_for_all_its_links() {
        let fields = CardFields {
            kind: "school",
            kind_label: String::new(),
            title: Repeated::own(Text::plain("T")),
            summary: Repeated::own(Text::default()),
            country: String::new(),
            date: None,
            state: "source",
            language_name: None,
            example: false,
            town: None,
            details: vec![Repeated::own(Text::plain("D"))],
        };
        let one = Card { href: "../x/".to_owned(), level: Level::Two, fields: fields.into() };
        let other = Card { href: "a&b".to_owned(), ..one.clone() };
        let fields = |card: &Card| serde_json::to_value(card).expect("plain data")["document"]["title"]["text"].clone();
        assert_eq!(fields(&one), "T");
        let render = |fields: &tera::Value| {
            let title = fields.get_from_path("title.text").and_then(tera::Value::as_str).expect("a title");
            Ok::<_, ()>(format!("<h{LEVEL} id={LINK}>{title}{LINK}\n"))
        };
        one.prepare(render).expect("rendered");
        other.prepare(|_| Err(())).expect("rendered already");
        assert_eq!(fields(&one), "T");
        let html = |card: &Card| serde_json::to_value(card).expect("plain data")["html"].clone();
        assert_eq!(html(&one), "<h2 id=../x/>T../x/");
        assert_eq!(html(&other), "<h2 id=a&amp;b>Ta&amp;b");
        assert_eq!(html(&Card { level: Level::Three, ..one }), "<h3 id=../x/>T../x/");
    }
}
