//! Lists, home, the chooser and redirects.

use serde::{Serialize, Serializer};

use crate::foundation::Lang;
use crate::render::cx::escape;

use super::{Body, Card, DrawingView, Fact, Link, MapView, Ready, Repeated, Step, Text};

/// A list of documents, or one page of it: `list.html`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct ListView {
    /// The section's folder, or the enumeration (`challenges`).
    pub key: String,
    pub title: Text,
    /// Introduction, from the section's index or the term's text; on the first page only.
    pub body: Body,
    pub summary: Text,
    /// How many documents there are, on all pages together, as words.
    pub count: String,
    /// The documents; a plain list is one group without a title.
    pub groups: Repeated<Vec<Group>>,
    /// Links to narrower lists (by country, by challenge); may be empty.
    pub facets: Vec<Facet>,
    pub pages: Option<Pages>,
    /// Facts of a country page.
    pub facts: Vec<Repeated<Fact>>,
    /// The events of the list as iCalendar.
    pub calendar: Option<String>,
    /// The references of all its documents, a link for each format.
    pub references: Vec<Link>,
    /// What a reader may do next: at most three links.
    pub next: Vec<Step>,
    /// Of a country: its schools and towns; on the first page only.
    pub map: Option<MapView>,
    /// Other ways to see the same: on the map, along the timeline.
    pub views: Vec<Link>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct Group {
    /// Empty for a plain list.
    pub title: Text,
    pub cards: Vec<Card>,
}

/// A group with its cards as one text. To a template, a card is as much work as a page of it.
#[derive(Serialize, Clone, Debug)]
pub struct GroupHtml {
    /// As that of a [`Group`].
    pub title: Text,
    /// The cards, one after the other, as the theme's `card.html` makes them.
    pub html: Ready,
}

impl GroupHtml {
    /// Of a group whose cards have been rendered.
    pub fn of(group: &Group) -> GroupHtml {
        let mut html = String::with_capacity(group.cards.len() * 1024);
        for card in &group.cards {
            html.push_str(if html.is_empty() { "" } else { "\n" });
            card.push_html(&mut html);
        }
        GroupHtml { title: group.title.clone(), html: Ready(html) }
    }
}

/// A way into narrower lists.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Facet {
    /// `countries` or `challenges`.
    pub key: &'static str,
    pub title: String,
    pub links: Vec<Link>,
}

/// Where one is in a list of several pages.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Pages {
    /// From 1.
    pub current: usize,
    pub total: usize,
    /// Which one it is, as words (`Page 3 of 20`).
    pub words: Repeated<String>,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// All pages: number as text and link; the current one has an empty `href`.
    pub numbers: Vec<PageNumber>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct PageNumber {
    pub number: usize,
    /// As [`Pages::words`].
    pub words: Repeated<String>,
    pub href: String,
    /// Pages are left out before this one.
    pub gap: bool,
}

/// A page of the index of a language: `index.html`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct IndexView {
    pub title: String,
    /// How many documents there are, on all pages together, as words.
    pub count: String,
    /// All letters that have documents.
    pub letters: Vec<IndexLetter>,
    /// The letters of this page.
    pub groups: Vec<IndexGroup>,
    pub pages: Option<Pages>,
}

/// A way to a letter.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct IndexLetter {
    pub label: String,
    pub href: String,
    /// Whether it is on this page.
    pub here: bool,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct IndexGroup {
    pub label: String,
    /// What its link names.
    pub id: String,
    pub entries: IndexEntries,
}

/// The documents of a letter; a template has their list items ready: a link, and kind and country beside it.
#[derive(Clone, Debug, Hash)]
pub struct IndexEntries(pub Vec<IndexEntry>);

#[derive(Clone, Debug, Hash)]
pub struct IndexEntry {
    pub title: Text,
    pub href: String,
    /// Kind and country, as words.
    pub details: Vec<String>,
}

impl Serialize for IndexEntries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::with_capacity(self.0.len() * 160);
        for IndexEntry { title, href, details } in &self.0 {
            let details = details.join(" · ");
            let (title, details, href) = (title.html(), escape(&details), escape(href));
            let link = ["<li><a href=\"", &href, "\">", &title, "</a>"];
            let parts = link.into_iter().chain([" <small>", &details, "</small></li>\n"]);
            parts.for_each(|part| html.push_str(part));
        }
        tera::Value::safe_string(&html).serialize(serializer)
    }
}

/// The home page of a language: `home.html`, which also has `document`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct HomeView {
    /// The newest of some sections: `case-studies`, `policy-exchange`, `events`, `news`; never empty ones. Each with a
    /// link to its list.
    pub latest: Vec<Latest>,
    /// Countries with a page.
    pub countries: Vec<Link>,
    pub map: Option<MapView>,
    /// The network as a drawing, where a result has the figures for it.
    pub drawing: Option<DrawingView>,
    /// Links to the map and the timeline.
    pub views: Vec<Link>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct Latest {
    pub key: &'static str,
    pub title: Text,
    pub href: String,
    pub cards: Vec<Card>,
}

/// `/`: `chooser.html`. Its words are in the languages that it offers.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct ChooserView {
    pub languages: Vec<ChooserLanguage>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct ChooserLanguage {
    pub lang: Lang,
    pub dir: &'static str,
    pub name: String,
    /// The site's title in that language.
    pub title: String,
    pub href: String,
}

/// An alias: `redirect.html`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct RedirectView {
    pub href: String,
    pub title: Text,
}
