//! Values that Views are made of.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::foundation::{Fingerprint, Lang};
use crate::render::cx::escape;

/// Words in a language. `lang` is set only where it differs from the page's. A template also has `html`, which is ready to
/// be written: the words, in a `<span lang="…">` where they are in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    pub text: String,
    pub lang: Option<Lang>,
}

impl Text {
    /// Words in the language of the page.
    pub fn plain(text: impl Into<String>) -> Text {
        Text { text: text.into(), lang: None }
    }

    /// The words as HTML, in a `<span>` with their language where that is another than the page's.
    pub fn html(&self) -> String {
        let words = escape(&self.text);
        match self.lang {
            Some(lang) => ["<span lang=\"", lang.as_str(), "\">", &words, "</span>"].concat(),
            None => words.into_owned(),
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = tera::Value::normal_string(&self.text);
        let words = escape(&self.text);
        let html = match self.lang {
            Some(_) => tera::Value::safe_string(&self.html()),
            // Most words need no escaping: what was made for `text` is shared.
            None if words.len() == self.text.len() => text.clone().mark_safe(),
            None => tera::Value::safe_string(&words),
        };
        let mut fields = serializer.serialize_struct("Text", 2 + usize::from(self.lang.is_some()))?;
        fields.serialize_field("text", &text)?;
        match self.lang {
            Some(lang) => fields.serialize_field("lang", &lang)?,
            None => fields.skip_field("lang")?,
        }
        fields.serialize_field("html", &html)?;
        fields.end()
    }
}

/// A part of a View that other pages have, too: it is made, taken in and handed to the template engine once for all that
/// share it.
#[derive(Debug)]
pub struct Repeated<T>(Arc<Part<T>>);

/// Of any type: what is shared is not cloned.
impl<T> Clone for Repeated<T> {
    fn clone(&self) -> Repeated<T> {
        Repeated(Arc::clone(&self.0))
    }
}

#[derive(Debug)]
struct Part<T> {
    of: T,
    /// What it counts by, where pages share it.
    fingerprint: Option<Fingerprint>,
    /// All that a template has of it.
    value: OnceLock<tera::Value>,
}

impl<T: Hash> Repeated<T> {
    /// One that pages are going to share.
    pub fn shared(of: T) -> Repeated<T> {
        let fingerprint = Some(Fingerprint::of(&of));
        Repeated(Arc::new(Part { of, fingerprint, value: OnceLock::new() }))
    }
}

impl<T: Default> Default for Repeated<T> {
    fn default() -> Repeated<T> {
        Repeated::own(T::default())
    }
}

impl<T> Repeated<T> {
    /// One that a single page has.
    pub fn own(of: T) -> Repeated<T> {
        Repeated(Arc::new(Part { of, fingerprint: None, value: OnceLock::new() }))
    }

    /// Hands over the value that a template is to have, unless that has been done.
    pub fn prepare<E>(&self, value: impl FnOnce(&T) -> Result<tera::Value, E>) -> Result<(), E> {
        if self.0.value.get().is_none() {
            let _ = self.0.value.set(value(&self.0.of)?);
        }
        Ok(())
    }
}

impl<T> Deref for Repeated<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.of
    }
}

impl<T: Hash> Hash for Repeated<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0.fingerprint {
            Some(fingerprint) => fingerprint.hash(state),
            None => self.0.of.hash(state),
        }
    }
}

impl<T: Serialize> Serialize for Repeated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Part { of, fingerprint, value } = &*self.0;
        match value.get() {
            Some(value) => value.serialize(serializer),
            None if fingerprint.is_none() => of.serialize(serializer),
            None => value.get_or_init(|| tera::Value::from_serializable(of)).serialize(serializer),
        }
    }
}

/// A short piece of HTML that a template writes as it is.
#[derive(Clone, Default, PartialEq, Eq, Debug, Hash)]
pub struct Ready(pub String);

impl Serialize for Ready {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// HTML that a template writes as it is. It counts by its fingerprint: a page is the same as long as that is, and the HTML
/// itself is made for a page that is rendered.
#[derive(Clone, Debug)]
pub struct Html {
    html: OnceLock<String>,
    fingerprint: Fingerprint,
}

impl Html {
    /// HTML of which only the fingerprint is known.
    pub fn later(fingerprint: Fingerprint) -> Html {
        Html { html: OnceLock::new(), fingerprint }
    }

    /// Empty until it has been made.
    pub fn as_str(&self) -> &str {
        self.html.get().map_or("", String::as_str)
    }

    /// Makes the HTML, unless that has been done: it must be that of the fingerprint.
    pub fn prepare(&self, make: impl FnOnce() -> String) {
        self.html.get_or_init(make);
    }
}

/// No HTML, and none to come.
impl Default for Html {
    fn default() -> Html {
        Html::from(String::new())
    }
}

impl From<String> for Html {
    fn from(html: String) -> Html {
        Html { fingerprint: Fingerprint::of_bytes(html.as_bytes()), html: OnceLock::from(html) }
    }
}

impl Hash for Html {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fingerprint.hash(state);
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(self.as_str()).serialize(serializer)
    }
}

/// What stands in HTML that is rendered once for many links, where the link goes: no text of a site has it.
pub const LINK: &str = "\u{f8ff}link\u{f8ff}";
/// The same for the level of a card's heading.
pub const LEVEL: &str = "\u{f8ff}level\u{f8ff}";
/// The same for the words of a heading.
pub const WORDS: &str = "\u{f8ff}words\u{f8ff}";
const _: () = assert!(
    LINK.as_bytes()[0] == LEVEL.as_bytes()[0] && LINK.as_bytes()[0] == WORDS.as_bytes()[0],
    "all are found by it"
);

/// Whether a template has made something else of a mark: in capitals, cut off, with another letter. A text may have the sign
/// that marks begin with, which is a logo in some fonts.
pub fn has_spoilt_mark(html: &str) -> bool {
    let marks = [LINK, LEVEL, WORDS];
    let sign = LINK.chars().next().expect("a mark has letters");
    let mut rest = html;
    while let Some(at) = rest.find(sign) {
        rest = &rest[at..];
        if let Some(mark) = marks.iter().find(|mark| rest.starts_with(**mark)) {
            rest = &rest[mark.len()..];
            continue;
        }
        rest = &rest[sign.len_utf8()..];
        let begins =
            |mark: &str| rest.get(..2).is_some_and(|two| mark[sign.len_utf8()..].starts_with(&two.to_lowercase()));
        if marks.into_iter().any(begins) {
            return true;
        }
    }
    false
}

/// HTML that is the same for many links, with holes where their parts go.
#[derive(Clone, Debug)]
pub struct Stencil {
    html: Box<str>,
    /// Where the holes are, in bytes, and what goes there; in their order.
    holes: Box<[(usize, Hole)]>,
}

#[derive(Clone, Copy, Debug)]
enum Hole {
    Link,
    /// Of a card its level, of a heading its words.
    Other,
}

impl Stencil {
    /// Of HTML with [`LINK`] and [`LEVEL`] or [`WORDS`] in it.
    pub fn of(html: &str) -> Stencil {
        let html = html.trim();
        let mut whole = String::with_capacity(html.len());
        let mut holes = Vec::with_capacity(2);
        let mut from = 0;
        // A byte that few texts have: to prepare a search for the whole of a mark takes as long as to find it.
        for at in memchr::memchr_iter(LINK.as_bytes()[0], html.as_bytes()) {
            let begins = |mark: &(&str, Hole)| html.as_bytes()[at..].starts_with(mark.0.as_bytes());
            let found = [(LINK, Hole::Link), (LEVEL, Hole::Other), (WORDS, Hole::Other)].into_iter().find(begins);
            // The end of one mark may look like the beginning of the next.
            let Some((mark, hole)) = found.filter(|_| at >= from) else { continue };
            whole.push_str(&html[from..at]);
            holes.push((whole.len(), hole));
            from = at + mark.len();
        }
        whole.push_str(&html[from..]);
        Stencil { html: whole.into(), holes: holes.into() }
    }

    /// The HTML for one link; `other`, which is HTML, goes where [`LEVEL`] or [`WORDS`] stood.
    pub fn filled(&self, href: &str, other: &str) -> String {
        let mut out = String::with_capacity(self.html.len() + self.holes.len() * href.len());
        self.push_filled(&mut out, href, other);
        out
    }

    /// Appends it.
    pub fn push_filled(&self, out: &mut String, href: &str, other: &str) {
        let href = escape(href);
        let mut from = 0;
        for (at, hole) in &self.holes {
            out.push_str(&self.html[from..*at]);
            out.push_str(match hole {
                Hole::Link => &href,
                Hole::Other => other,
            });
            from = *at;
        }
        out.push_str(&self.html[from..]);
    }
}

/// A number to the last bit.
#[derive(Serialize, Clone, Copy, Debug)]
#[serde(transparent)]
pub struct Exact(pub f64);

impl Hash for Exact {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

/// What the front matter has under `extra`, as it is.
#[derive(Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct Extra(pub serde_json::Value);

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if !self.0.is_null() {
            self.0.to_string().hash(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_of_a_mark_is_found() {
        let whole = format!("<a href=\"#{LINK}\">{WORDS}</a>{LEVEL}{LINK}");
        assert!(!has_spoilt_mark(&whole));
        assert!(!has_spoilt_mark("\u{f8ff} Watch \u{f8ff}W"));
        for spoilt in [
            LINK.to_uppercase(),
            WORDS.replace('r', "_"),
            WORDS[..5].to_owned(),
            format!("{whole}{}", LEVEL.to_uppercase()),
        ] {
            assert!(has_spoilt_mark(&spoilt), "{spoilt}");
        }
    }
}
