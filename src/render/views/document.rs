//! The page of a document.

use serde::Serialize;

use crate::foundation::Lang;

use super::{Body, Card, CitationView, DateView, Exact, Extra, Link, Repeated, Step, Text};

/// A page of a document: `document.html`, or `<kind>.html` where the theme has one.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct DocumentView {
    pub id: String,
    /// The kind: `school`, `cluster`, `case-study`, `result`, `policy-post`, `country`, `organisation`, `news`, `event`,
    /// `term`, `page`.
    pub kind: &'static str,
    /// The kind as a word in the page's language (`Case study`).
    pub kind_label: String,
    pub title: Repeated<Text>,
    /// Plain text; empty where there is none.
    pub summary: Repeated<Text>,
    /// `source`, `translated`, `machine`, `outdated`, `neutral` or `fallback`.
    pub state: &'static str,
    pub body: Body,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Repeated<DateView>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Repeated<DateView>>,
    /// At a glance, in the order of design section 3; only what is known.
    pub facts: Vec<Repeated<Fact>>,
    /// Figures of a result, for tables and charts.
    pub figures: Vec<FigureView>,
    /// Pull quotes of the facts.
    pub quotes: Vec<QuoteView>,
    /// The diary of a cluster, oldest first.
    pub diary: Vec<DiaryView>,
    /// Costs of a case.
    pub costs: Vec<CostView>,
    /// Files to download.
    pub files: Vec<FileView>,
    /// Versions of a result: version, status, date.
    pub versions: Vec<VersionView>,
    /// Related documents in groups (`case-studies` that name this school, `mentees` of its cluster, …); never empty ones.
    pub relations: Vec<Relation>,
    /// The event as iCalendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Link>,
    /// How to cite a case, a result or a post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<CitationView>,
    /// What a reader may do next: at most three links.
    pub next: Vec<Step>,
    pub example: bool,
    /// What the front matter has under `extra`, as it is, for a theme of one's own.
    pub extra: Extra,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct ImageView {
    pub href: String,
    /// The same picture in several widths, where it has them; and how wide it is in the text of the page.
    pub srcset: Option<String>,
    pub sizes: &'static str,
    /// In pixels, of the picture as it was brought.
    pub width: u32,
    pub height: u32,
    /// What is seen.
    pub alt: Text,
    pub caption: Option<Text>,
    pub credit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// One line of the facts at a glance. A template also has `html`, what the theme's `fact.html` makes of it: it is rendered
/// once for the pages that share it.
#[derive(Serialize, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The field's name in the front matter (`approach`).
    pub name: &'static str,
    /// The field's name in the page's language.
    pub label: String,
    pub values: Vec<FactValue>,
}

#[derive(Serialize, Clone, Debug, PartialEq, Eq, Hash)]
pub struct FactValue {
    pub text: Text,
    /// To a page of the site or, where `external`, elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    pub external: bool,
    /// ISO 8601, where the value is a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datetime: Option<String>,
}

/// One figure of a result.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct FigureView {
    pub id: String,
    /// Formatted in the page's language, with its unit.
    pub value: String,
    /// The number itself, for charts.
    pub number: Exact,
    /// The total that it is a part of, formatted; and the share of it as a percentage, formatted.
    pub of: Option<String>,
    pub share: Option<String>,
    pub words: Text,
    /// Where it is a part of a whole, or there are others of its unit: its length in a chart.
    pub bar: Option<Bar>,
    /// `bar` where it has one, else `number`.
    pub shown_as: &'static str,
}

/// A figure as a part of the length that stands for a whole, or for the largest of its unit.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bar {
    /// Thousandths of that length.
    pub part: u16,
    /// Whether the length is a whole that can be shown as one: a total, or all of 100 percent.
    pub of_whole: bool,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct QuoteView {
    pub text: Text,
    /// Who says it, never a name: a role.
    pub role: Text,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct DiaryView {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Repeated<DateView>>,
    /// The activity and setting as words.
    pub activity: Option<String>,
    pub setting: Option<String>,
    pub words: Text,
    pub schools: Vec<Link>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct CostView {
    pub id: String,
    pub words: Text,
    /// Formatted with its currency.
    pub amount: Option<String>,
    /// Hours of work, as words.
    pub hours: Option<String>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct FileView {
    pub href: String,
    pub external: bool,
    /// File name or address, without its folder.
    pub name: String,
    /// `PDF`.
    pub format: Option<String>,
    /// The language of the file: its tag and its name in the page's language.
    pub language: Option<Lang>,
    pub language_name: Option<String>,
    /// Formatted with its unit, for files of the site.
    pub size: Option<String>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct VersionView {
    pub version: String,
    pub status: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Repeated<DateView>>,
}

/// A group of related documents.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Relation {
    /// Stable key: `mentor`, `mentees`, `cluster`, `case-studies`, `posts`, `results`, `cited-by`, `schools`, …
    pub key: &'static str,
    pub title: String,
    pub cards: Vec<Card>,
}
