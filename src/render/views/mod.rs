//! Views: everything that one page shows, as plain data. A View is a template's only input.
//!
//! In: nothing; `plan` fills them. Out: values that serialise into the template engine. Always: a View is complete before
//! its template runs; texts are in the page's language unless a [`Text`] says otherwise; links are ready for `href`.
//!
//! A template meets these names: `site` ([`SiteView`], the same for all pages of one language and depth), `page`
//! ([`PageView`]), `frame` (what the theme's `frame/*.html` make of `site`), `switcher` or `languages`, and, by the template, `document`,
//! `list` with `groups`, `home`, `compare`, `network`, `timeline`, `index`, `chooser`, `redirect` (below).

mod body;
mod card;
mod cite;
mod compare;
mod document;
mod head;
mod lists;
mod network;
mod values;

pub use body::*;
pub use card::*;
pub use cite::*;
pub use compare::*;
pub use document::*;
pub use lists::*;
pub use network::*;
pub use values::*;

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::foundation::Lang;
use crate::render::cx::escape;

/// The optional fields that a template does not get where they are absent: to hand over what is not there costs as much as
/// what is.
pub const LEFT_OUT: [&str; 13] = [
    "calendar",
    "canonical",
    "citation",
    "date",
    "datetime",
    "dir",
    "href",
    "image",
    "lang",
    "language_name",
    "licence",
    "town",
    "updated",
];

/// What surrounds every page of one language: name of the site, menu, footer. Shared by all pages of one depth.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct SiteView {
    /// Title of the site in the page's language.
    pub title: String,
    /// BCP 47 tag of the page's language; the `lang` of the root element.
    pub lang: Lang,
    /// That language's own name for itself.
    pub language: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The way from the page to the root of the site: `../../../`; on a 404 page the path of the base address.
    pub root: String,
    /// Link to the home page of the language.
    pub home: String,
    /// The menu: sections that have documents, and pages with a `menu` entry.
    pub menu: Vec<MenuItem>,
    /// The index A to Z, where the theme has one.
    pub index: Option<Link>,
    /// Whether the site can be searched.
    pub search: bool,
    /// Whether a server sends the site; else (`--links files`) it is opened from a disk, where a browser loads no font ahead
    /// and no module.
    pub served: bool,
    /// Facts of the project, from mensi.yaml.
    pub project: ProjectView,
    /// Pages of the footer; one that mensi.yaml does not name is left out.
    pub legal: Vec<LegalLink>,
    /// The mirror, where this release is one.
    pub mirror: Option<MirrorView>,
}

/// One entry of the menu. It is the current one where `key` equals `page.section`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct MenuItem {
    /// The section's folder, or the id of the page.
    pub key: String,
    pub title: Text,
    pub href: String,
}

/// The project as mensi.yaml describes it; what it leaves out is absent.
#[derive(Serialize, Clone, Debug, Hash, Default)]
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
#[derive(Serialize, Clone, Debug, Hash)]
pub struct LegalLink {
    /// `accessibility`, `privacy` or `licence`.
    pub role: &'static str,
    pub title: Text,
    pub href: String,
}

/// Whose mirror this is.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct MirrorView {
    /// Who hosts it, as mensi.yaml says; else the host of its address.
    pub host: String,
    pub contact: Option<String>,
    /// The same page on the origin is `page.canonical`; this is the origin's address.
    pub origin: String,
}

/// A link with its words.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Link {
    pub title: Repeated<Text>,
    pub href: String,
}

/// What a reader may do next: a link whose words are the interface's own.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Step {
    pub words: String,
    pub href: String,
}

/// A date: for `<time datetime>` and as words.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct DateView {
    /// `2021`, `2021-05` or `2021-05-14`.
    pub iso: String,
    /// In the page's language, no more precise than it was written.
    pub text: String,
}

/// What every page has, whatever it shows. A template also has `head`: what search engines and other sites read of the page.
#[derive(Clone, Debug, Hash)]
pub struct PageView {
    /// For `<title>`, before the site's own.
    pub title: String,
    /// For `<meta name="description">`; empty where there is none.
    pub description: String,
    /// What the page is: a kind (`school`, `case-study`, …), `home`, `list`, `gathering`, `compare`, `map`, `timeline`, `index`,
    /// `not-found`, `offline`, `chooser`, `redirect`.
    pub kind: &'static str,
    /// The menu entry that it belongs to: a section's folder or a page's id; empty where there is none.
    pub section: String,
    /// The page's address among those of the site, absolute; absent where it has none (404). `head` says it to machines.
    pub canonical: Option<String>,
    /// The page in other languages; stands in `head`.
    pub alternates: Repeated<Alternates>,
    /// The way from home to here; the last is the page itself and has an empty `href`.
    pub breadcrumbs: Vec<Repeated<Link>>,
    /// Every language of the site, for the switcher. A template has them as `languages`, beside `page`; or, where the theme
    /// has a `language.html`, what that makes of each, one after the other, as `switcher`.
    pub languages: Languages,
    /// What a reader should know before reading, most important first.
    pub notices: Vec<Notice>,
    /// To follow what the page shows; `head` has them for machines.
    pub feeds: Vec<Repeated<Link>>,
    /// Content of `<script type="application/ld+json">`, ready and escaped; empty where there is none. Stands in `head`.
    pub json_ld: Ready,
    /// The picture that other sites show beside a link to the page; stands in `head`.
    pub card: Option<ShareView>,
    /// Whether search engines should leave the page alone (fallback, 404, redirects); stands in `head`.
    pub noindex: bool,
}

impl Serialize for PageView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("PageView", 8 + usize::from(self.canonical.is_some()))?;
        fields.serialize_field("title", &self.title)?;
        fields.serialize_field("description", &self.description)?;
        fields.serialize_field("kind", self.kind)?;
        fields.serialize_field("section", &self.section)?;
        match &self.canonical {
            Some(address) => fields.serialize_field("canonical", address)?,
            None => fields.skip_field("canonical")?,
        }
        fields.serialize_field("breadcrumbs", &self.breadcrumbs)?;
        fields.serialize_field("notices", &self.notices)?;
        fields.serialize_field("feeds", &self.feeds)?;
        fields.serialize_field("head", &tera::Value::safe_string(&head::head(self)))?;
        fields.end()
    }
}

/// A picture for sharing.
#[derive(Clone, Debug, Hash)]
pub struct ShareView {
    /// Absolute.
    pub src: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    /// What it says.
    pub alt: String,
}

/// The page in another language, for machines.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub struct Alternate {
    /// None where it is for all that have no page of their own.
    pub lang: Option<Lang>,
    pub href: String,
}

impl Alternate {
    /// BCP 47 tag or `x-default`.
    pub fn hreflang(&self) -> &str {
        self.lang.as_ref().map_or("x-default", Lang::as_str)
    }
}

/// The page in each language that has it as its own, with `x-default` last; absolute.
#[derive(Clone, Debug, Default)]
pub struct Alternates {
    all: Vec<Alternate>,
    /// Made for the first page: a sitemap needs none.
    html: OnceLock<String>,
}

impl Alternates {
    pub fn all(&self) -> &[Alternate] {
        &self.all
    }

    /// The same as `<link rel="alternate" hreflang>`, a line each.
    fn html(&self) -> &str {
        self.html.get_or_init(|| {
            let mut html = String::with_capacity(self.all.len() * 128);
            for alternate in &self.all {
                let line = if html.is_empty() { "" } else { "\n" };
                let (hreflang, href) = (alternate.hreflang(), escape(&alternate.href));
                let parts = [line, "<link rel=\"alternate\" hreflang=\"", hreflang, "\" href=\"", &href, "\">"];
                parts.iter().for_each(|part| html.push_str(part));
            }
            html
        })
    }
}

impl From<Vec<Alternate>> for Alternates {
    fn from(all: Vec<Alternate>) -> Alternates {
        Alternates { all, html: OnceLock::new() }
    }
}

impl Hash for Alternates {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.all.hash(state);
    }
}

/// See [`PageView::languages`].
#[derive(Clone, Debug, Hash)]
pub struct Languages {
    /// The language of the page.
    pub here: Lang,
    /// As a page in none of the languages would have them.
    pub links: Repeated<Vec<LanguageLink>>,
}

impl Languages {
    /// The links with their states, in the order of the site.
    pub fn states(&self) -> impl Iterator<Item = (&LanguageLink, &'static str)> {
        self.links.iter().map(|link| (link, if link.lang == self.here { "here" } else { link.state }))
    }

    /// The links as a template has them.
    pub fn all(&self) -> Vec<LanguageLink> {
        self.states().map(|(link, state)| LanguageLink { state, ..link.clone() }).collect()
    }
}

/// One language of the switcher.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct LanguageLink {
    pub lang: Lang,
    /// The language's own name for itself.
    pub name: Arc<str>,
    /// The page in that language, or that language's home where the page does not exist in it.
    pub href: String,
    /// `here` (this page), `available` (the same content), `fallback` (only a page that shows another language), `absent`.
    pub state: &'static str,
    /// On a mirror: the link leads to the origin.
    pub origin: bool,
}

/// A calm line at the top of the text.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Notice {
    /// `fallback`, `outdated`, `machine`, `post-edited`, `draft`, `example`, `anonymous`, `cancelled`, `postponed`,
    /// `moved-online`.
    pub kind: &'static str,
    /// What the reader should know, in the page's language.
    pub text: String,
    /// What the reader can do, where there is something: a link with its words; `hreflang` is the language it leads to.
    pub action: Option<NoticeAction>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct NoticeAction {
    pub text: String,
    pub href: String,
    pub hreflang: Lang,
}
