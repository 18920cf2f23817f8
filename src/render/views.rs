//! Views: everything that one page shows, as plain data. A View is a template's only input.
//!
//! In: nothing; `plan` fills them. Out: values that serialise into the template engine. Always: a View is complete before
//! its template runs; texts are in the page's language unless a [`Text`] says otherwise; links are ready for `href`.
//!
//! A template meets four names: `site` ([`SiteView`], the same for all pages of one language and depth), `page`
//! ([`PageView`]), and, by the template, `document`, `list`, `home`, `chooser`, `redirect` (below).

use std::sync::Arc;

use serde::Serialize;

use crate::foundation::Lang;

/// What surrounds every page of one language: name of the site, menu, footer. Shared by all pages of one depth.
#[derive(Serialize, Clone, Debug)]
pub struct SiteView {
    /// Title of the site in the page's language.
    pub title: String,
    /// BCP 47 tag of the page's language; the `lang` of the root element.
    pub lang: Lang,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The way from the page to the root of the site: `../../../`; on a 404 page the path of the base address.
    pub root: String,
    /// Link to the home page of the language.
    pub home: String,
    /// The menu: sections that have documents, and pages with a `menu` entry.
    pub menu: Vec<MenuItem>,
    /// Facts of the project, from mensi.yaml.
    pub project: ProjectView,
    /// Pages of the footer; one that mensi.yaml does not name is left out.
    pub legal: Vec<LegalLink>,
    /// The mirror, where this release is one.
    pub mirror: Option<MirrorView>,
}

/// One entry of the menu. It is the current one where `key` equals `page.section`.
#[derive(Serialize, Clone, Debug)]
pub struct MenuItem {
    /// The section's folder, or the id of the page.
    pub key: String,
    pub title: Text,
    pub href: String,
}

/// The project as mensi.yaml describes it; what it leaves out is absent.
#[derive(Serialize, Clone, Debug, Default)]
pub struct ProjectView {
    pub acronym: Option<String>,
    pub grant: Option<String>,
    pub programme: Option<String>,
    /// First and last month as one range in the page's language.
    pub period: Option<String>,
    pub email: Option<String>,
    pub hashtag: Option<String>,
    /// Name of the coordinating organisation, with a link to its page.
    pub coordinator: Option<Link>,
}

/// A legal page of the footer.
#[derive(Serialize, Clone, Debug)]
pub struct LegalLink {
    /// `accessibility`, `privacy` or `licence`.
    pub role: &'static str,
    pub title: Text,
    pub href: String,
}

/// Whose mirror this is.
#[derive(Serialize, Clone, Debug)]
pub struct MirrorView {
    /// Who hosts it, as mensi.yaml says; else the host of its address.
    pub host: String,
    pub contact: Option<String>,
    /// The same page on the origin is `page.canonical`; this is the origin's address.
    pub origin: String,
}

/// Words in a language. `lang` is set only where it differs from the page's: `<span lang="…">`.
#[derive(Serialize, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    pub text: String,
    pub lang: Option<Lang>,
}

/// A link with its words.
#[derive(Serialize, Clone, Debug)]
pub struct Link {
    pub title: Text,
    pub href: String,
}

/// A date: for `<time datetime>` and as words.
#[derive(Serialize, Clone, Debug)]
pub struct DateView {
    /// `2021`, `2021-05` or `2021-05-14`.
    pub iso: String,
    /// In the page's language, no more precise than it was written.
    pub text: String,
}

/// What every page has, whatever it shows.
#[derive(Serialize, Clone, Debug)]
pub struct PageView {
    /// For `<title>`, before the site's own.
    pub title: String,
    /// For `<meta name="description">`; empty where there is none.
    pub description: String,
    /// What the page is: a kind (`school`, `case-study`, …), `home`, `list`, `gathering`, `not-found`, `chooser`,
    /// `redirect`.
    pub kind: &'static str,
    /// The menu entry that it belongs to: a section's folder or a page's id; empty where there is none.
    pub section: String,
    /// `<link rel="canonical">`, absolute; absent where the page has none (404).
    pub canonical: Option<String>,
    /// `<link rel="alternate" hreflang>`, absolute, with `x-default` last.
    pub alternates: Vec<Alternate>,
    /// The way from home to here; the last is the page itself and has an empty `href`.
    pub breadcrumbs: Vec<Link>,
    /// Every language of the site, for the switcher.
    pub languages: Vec<LanguageLink>,
    /// What a reader should know before reading, most important first.
    pub notices: Vec<Notice>,
    /// `<link rel="alternate" type="application/atom+xml">`.
    pub feeds: Vec<Link>,
    /// Content of `<script type="application/ld+json">`, ready and escaped; empty where there is none.
    pub json_ld: String,
    /// Whether search engines should leave the page alone (fallback, 404, redirects).
    pub noindex: bool,
}

/// The page in another language, for machines.
#[derive(Serialize, Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// BCP 47 tag or `x-default`.
    pub hreflang: String,
    pub href: String,
}

/// One language of the switcher.
#[derive(Serialize, Clone, Debug)]
pub struct LanguageLink {
    pub lang: Lang,
    /// The language's own name for itself.
    pub name: String,
    /// The page in that language, or that language's home where the page does not exist in it.
    pub href: String,
    /// `here` (this page), `available` (the same content), `fallback` (only a page that shows another language), `absent`.
    pub state: &'static str,
    /// On a mirror: the link leads to the origin.
    pub origin: bool,
}

/// A calm line at the top of the text.
#[derive(Serialize, Clone, Debug)]
pub struct Notice {
    /// `fallback`, `outdated`, `machine`, `post-edited`, `draft`, `example`, `anonymous`, `cancelled`, `postponed`,
    /// `moved-online`.
    pub kind: &'static str,
    /// What the reader should know, in the page's language.
    pub text: String,
    /// What the reader can do, where there is something: a link with its words; `hreflang` is the language it leads to.
    pub action: Option<NoticeAction>,
}

#[derive(Serialize, Clone, Debug)]
pub struct NoticeAction {
    pub text: String,
    pub href: String,
    pub hreflang: Lang,
}

/// A page of a document: `document.html`, or `<kind>.html` where the theme has one.
#[derive(Serialize, Clone, Debug)]
pub struct DocumentView {
    pub id: String,
    /// The kind: `school`, `cluster`, `case-study`, `result`, `policy-post`, `country`, `organisation`, `news`, `event`,
    /// `term`, `page`.
    pub kind: &'static str,
    /// The kind as a word in the page's language (`Case study`).
    pub kind_label: String,
    pub title: Text,
    /// Plain text; empty where there is none.
    pub summary: Text,
    /// `source`, `translated`, `machine`, `outdated`, `neutral` or `fallback`.
    pub state: &'static str,
    pub body: Body,
    pub image: Option<ImageView>,
    pub date: Option<DateView>,
    pub updated: Option<DateView>,
    /// At a glance, in the order of design section 3; only what is known.
    pub facts: Vec<Fact>,
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
    pub calendar: Option<String>,
    pub licence: Option<Link>,
    pub example: bool,
    /// What the front matter has under `extra`, as it is, for a theme of one's own.
    pub extra: serde_json::Value,
}

/// Rendered Markdown.
#[derive(Serialize, Clone, Debug)]
pub struct Body {
    /// HTML, safe to write out as it is; empty where there is no text.
    pub html: Arc<str>,
    /// Set where it differs from the page's language.
    pub lang: Option<Lang>,
    /// Direction of that language; set with `lang`.
    pub dir: Option<&'static str>,
    /// The headings of levels 2 and 3, for a table of contents; empty where there are fewer than three.
    pub contents: Vec<Heading>,
}

/// A heading for the table of contents.
#[derive(Serialize, Clone, Debug)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    /// HTML without links.
    pub html: String,
}

#[derive(Serialize, Clone, Debug)]
pub struct ImageView {
    pub href: String,
    /// Pixels, where they could be read from the file.
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub alt: Text,
    pub caption: Option<Text>,
    pub credit: Option<String>,
    pub licence: Option<String>,
}

/// One line of the facts at a glance.
#[derive(Serialize, Clone, Debug)]
pub struct Fact {
    /// The field's name in the front matter (`approach`).
    pub name: &'static str,
    /// The field's name in the page's language.
    pub label: String,
    pub values: Vec<FactValue>,
}

#[derive(Serialize, Clone, Debug)]
pub struct FactValue {
    pub text: Text,
    /// To a page of the site or, where `external`, elsewhere.
    pub href: Option<String>,
    pub external: bool,
    /// ISO 8601, where the value is a date.
    pub datetime: Option<String>,
}

/// One figure of a result.
#[derive(Serialize, Clone, Debug)]
pub struct FigureView {
    pub id: String,
    /// Formatted in the page's language, with its unit.
    pub value: String,
    /// The number itself, for charts.
    pub number: f64,
    /// The total that it is a part of, formatted; and the share of it as a percentage, formatted.
    pub of: Option<String>,
    pub share: Option<String>,
    pub words: Text,
}

#[derive(Serialize, Clone, Debug)]
pub struct QuoteView {
    pub text: Text,
    /// Who says it, never a name: a role.
    pub role: String,
}

#[derive(Serialize, Clone, Debug)]
pub struct DiaryView {
    pub id: String,
    pub date: Option<DateView>,
    /// The activity and setting as words.
    pub activity: Option<String>,
    pub setting: Option<String>,
    pub words: Text,
    pub schools: Vec<Link>,
}

#[derive(Serialize, Clone, Debug)]
pub struct CostView {
    pub id: String,
    pub words: Text,
    /// Formatted with its currency.
    pub amount: Option<String>,
    /// Hours of work, as words.
    pub hours: Option<String>,
}

#[derive(Serialize, Clone, Debug)]
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

#[derive(Serialize, Clone, Debug)]
pub struct VersionView {
    pub version: String,
    pub status: Option<String>,
    pub date: Option<DateView>,
}

/// A group of related documents.
#[derive(Serialize, Clone, Debug)]
pub struct Relation {
    /// Stable key: `mentor`, `mentees`, `cluster`, `case-studies`, `posts`, `results`, `cited-by`, `schools`, …
    pub key: &'static str,
    pub title: String,
    pub cards: Vec<Arc<Card>>,
}

/// A document in a list.
#[derive(Serialize, Clone, Debug)]
pub struct Card {
    pub kind: &'static str,
    pub kind_label: String,
    pub title: Text,
    pub href: String,
    pub summary: Text,
    /// Countries as one text; empty where there is none.
    pub country: String,
    pub date: Option<DateView>,
    /// As [`DocumentView::state`].
    pub state: &'static str,
    /// For a fallback: the name of the language that is shown, in the page's language.
    pub language_name: Option<String>,
    pub example: bool,
    /// Of a school.
    pub town: Option<Text>,
    /// Two or three short facts that tell cards of this kind apart (role and town; approach and outcome; type).
    pub details: Vec<Text>,
}

/// A list of documents, or one page of it: `list.html`.
#[derive(Serialize, Clone, Debug)]
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
    pub groups: Vec<Group>,
    /// Links to narrower lists (by country, by challenge); may be empty.
    pub facets: Vec<Facet>,
    pub pages: Option<Pages>,
    /// Facts of a country page.
    pub facts: Vec<Fact>,
    /// The events of the list as iCalendar.
    pub calendar: Option<String>,
}

#[derive(Serialize, Clone, Debug)]
pub struct Group {
    /// Empty for a plain list.
    pub title: String,
    pub cards: Vec<Arc<Card>>,
}

/// A way into narrower lists.
#[derive(Serialize, Clone, Debug)]
pub struct Facet {
    /// `countries` or `challenges`.
    pub key: &'static str,
    pub title: String,
    pub links: Vec<Link>,
}

/// Where one is in a list of several pages.
#[derive(Serialize, Clone, Debug)]
pub struct Pages {
    /// From 1.
    pub current: usize,
    pub total: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// All pages: number as text and link; the current one has an empty `href`.
    pub numbers: Vec<PageNumber>,
}

#[derive(Serialize, Clone, Debug)]
pub struct PageNumber {
    pub number: usize,
    pub href: String,
    /// Pages are left out before this one.
    pub gap: bool,
}

/// The home page of a language: `home.html`, which also has `document`.
#[derive(Serialize, Clone, Debug)]
pub struct HomeView {
    /// The newest of some sections: `case-studies`, `policy-exchange`, `events`, `news`; never empty ones. Each with a
    /// link to its list.
    pub latest: Vec<Latest>,
    /// Countries with a page.
    pub countries: Vec<Link>,
}

#[derive(Serialize, Clone, Debug)]
pub struct Latest {
    pub key: &'static str,
    pub title: Text,
    pub href: String,
    pub cards: Vec<Arc<Card>>,
}

/// `/`: `chooser.html`. Its words are in the languages that it offers.
#[derive(Serialize, Clone, Debug)]
pub struct ChooserView {
    pub languages: Vec<ChooserLanguage>,
}

#[derive(Serialize, Clone, Debug)]
pub struct ChooserLanguage {
    pub lang: Lang,
    pub dir: &'static str,
    pub name: String,
    /// The site's title in that language.
    pub title: String,
    pub href: String,
}

/// An alias: `redirect.html`.
#[derive(Serialize, Clone, Debug)]
pub struct RedirectView {
    pub href: String,
    pub title: String,
}
