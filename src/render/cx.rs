//! What every View is made with: the site, the interfaces, and how addresses are written.

use std::borrow::Cow;
use std::sync::Arc;

use crate::foundation::{Date, Lang, Url, any_byte};
use crate::i18n::{Arg, DateStyle, Interface, Interfaces};
use crate::model::{DocIx, LangIx, Route, Site, State, words};
use crate::source::facts::Facts;
use crate::source::{Kind, Text as DocumentText};

use super::generated::GeneratedPages;
use super::markdown::Typography;
use super::repeats::Repeats;
use super::views::{DateView, Repeated, Text};

/// Whether links lead to folders, as servers want them, or to `index.html`, for a site that is opened from a disk.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum LinkStyle {
    #[default]
    Pages,
    Files,
}

/// Where a release is published.
#[derive(Clone, Hash, Debug)]
pub struct Addresses {
    /// Of this release; ends with a slash.
    pub own: Url,
    /// Of the origin, which canonical and hreflang name; the same, where this is no mirror.
    pub origin: Url,
    /// The languages of this release, its first language first.
    pub hosted: Vec<LangIx>,
    pub links: LinkStyle,
}

/// A page that is being made: its language and its place.
#[derive(Clone, Debug, Hash)]
pub struct Here {
    pub lang: LangIx,
    /// The way to the root: `../../`, or an absolute path.
    pub root: String,
}

impl Here {
    pub fn at(lang: LangIx, route: &Route) -> Here {
        Here { lang, root: root_of_depth(route.depth()) }
    }
}

/// `../` as often as a page is deep; `./` at the root itself.
pub fn root_of_depth(depth: usize) -> String {
    if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
}

/// The site and the ways to speak of it.
pub struct Cx {
    pub site: Site,
    pub interfaces: Arc<Interfaces>,
    pub addresses: Addresses,
    /// For each language of the site.
    pub typography: Vec<Typography>,
    pub generated: GeneratedPages,
    pub repeats: Repeats,
    /// Whether the site can be searched.
    pub search: bool,
}

impl Cx {
    pub fn interface(&self, lang: LangIx) -> &Interface {
        self.interfaces.get(self.site.lang(lang))
    }

    /// A message in a language.
    pub fn t(&self, lang: LangIx, id: &str, args: &[(&str, Arg)]) -> String {
        words(self.interface(lang), id, args)
    }

    /// The message for one of several: of an enumeration (`kind-school`), of the fields (`field-town`).
    pub fn word(&self, lang: LangIx, group: &str, value: &str) -> String {
        self.t(lang, &[group, "-", value].concat(), &[])
    }

    /// A link from a page to a place in a language: relative where this release has it, else to the origin.
    pub fn href(&self, here: &Here, route: &Route, lang: LangIx) -> String {
        if !self.addresses.hosted.contains(&lang) {
            return self.permalink(route);
        }
        let index = match self.addresses.links {
            LinkStyle::Pages => "",
            LinkStyle::Files => "index.html",
        };
        [&here.root, route.as_str(), index].concat()
    }

    /// A link from a page to a file of this release.
    pub fn file_href(&self, here: &Here, path: &str) -> String {
        [&here.root, path].concat()
    }

    /// The way to the root from anywhere on the host, for pages that are shown at any depth.
    pub fn absolute_root(&self) -> String {
        self.addresses.own.as_str().splitn(4, '/').nth(3).map_or("/".to_owned(), |path| format!("/{path}"))
    }

    /// A link to a document as the reader of `here` finds it: in their language, else in the next of the chain that has
    /// it. With the language that it leads to, where that is another.
    pub fn document_href(&self, here: &Here, document: DocIx) -> Option<(String, Option<LangIx>)> {
        if let Some(route) = self.site.route(document, here.lang) {
            return Some((self.href(here, route, here.lang), None));
        }
        let source = self.site.lang_ix(self.site.get(document).language);
        let route = self.site.route(document, source)?;
        Some((self.href(here, route, source), Some(source)))
    }

    /// The address that canonical, hreflang and structured data name.
    pub fn permalink(&self, route: &Route) -> String {
        [self.addresses.origin.as_str(), route.as_str()].concat()
    }

    /// The address in this release, for feeds and sitemaps.
    pub fn own_address(&self, route: &Route) -> String {
        [self.addresses.own.as_str(), route.as_str()].concat()
    }

    /// Words in `lang`, for a page in `here`: marked where the two differ, with the quotation marks of their language.
    pub fn text(&self, here: LangIx, words: &str, lang: Lang) -> Text {
        let words = match self.site.config.languages.iter().position(|other| *other == lang) {
            Some(index) => self.typography[index].text(words).into_owned(),
            // A name may be in a language that the site does not have.
            None => Typography::of(lang).text(words).into_owned(),
        };
        Text { text: words, lang: (self.site.lang(here) != lang).then_some(lang) }
    }

    /// The title of a document for a page in `here`.
    pub fn title(&self, here: LangIx, document: DocIx) -> &Repeated<Text> {
        self.repeats.titles.get(here, document, || {
            let (text, shown) = self.site.text(document, here);
            let lang = match &self.site.get(document).facts {
                Facts::School(school) => school.name_language.unwrap_or(shown),
                _ => shown,
            };
            Repeated::shared(self.text(here, &text.words.title, lang))
        })
    }

    /// The summary; empty where there is none.
    pub fn summary(&self, here: LangIx, document: DocIx) -> &Repeated<Text> {
        self.repeats.summaries.get(here, document, || {
            let (text, shown) = self.site.text(document, here);
            let summary = text.words.summary.as_ref();
            Repeated::shared(summary.map(|summary| self.text(here, summary, shown)).unwrap_or_default())
        })
    }

    /// Words of an entry of the facts (a figure, a quote), in the reader's language, else in the source's.
    pub fn entry(&self, here: LangIx, document: DocIx, id: &str) -> Text {
        self.first(here, document, |text| text.words.text.get(id).map(String::as_str))
            .unwrap_or_else(|| Text { text: id.to_owned(), lang: None })
    }

    /// A piece of text that a translation may lack: the reader's language first, then the one shown, then the source.
    pub fn first(&self, here: LangIx, document: DocIx, pick: impl Fn(&DocumentText) -> Option<&str>) -> Option<Text> {
        let document_ = self.site.get(document);
        let shown = self.site.text(document, here).1;
        [self.site.lang(here), shown, document_.language]
            .into_iter()
            .find_map(|lang| Some(self.text(here, pick(document_.texts.get(&lang)?)?, lang)))
    }

    /// A date, as it stands on the page of a document and on its card.
    pub fn date(&self, lang: LangIx, date: Date) -> Repeated<DateView> {
        self.repeats.dates.get((lang, date), || {
            let text = self.interface(lang).date(date, DateStyle::Long);
            Repeated::shared(DateView { iso: date.to_string(), text })
        })
    }

    /// The name of a country in a language; its page's title where it has one.
    pub fn country(&self, lang: LangIx, code: crate::yaml::CountryCode) -> String {
        match self.site.find(Kind::Country, &code.slug()) {
            // A title in another language would stand unmarked in a line of names.
            Some(ix) if self.state(lang, ix).is_own() => self.title(lang, ix).text.clone(),
            _ => self.interface(lang).region(code.as_str()).unwrap_or(code.as_str()).to_owned(),
        }
    }

    /// The countries of a document as one text.
    pub fn countries(&self, lang: LangIx, document: DocIx) -> String {
        let document = self.site.get(document);
        if document.kind == Kind::Country {
            return String::new();
        }
        let mut names: Vec<String> =
            crate::model::countries_of(document).into_iter().map(|code| self.country(lang, code)).collect();
        if document.common.country.international {
            names.push(self.t(lang, "country-international", &[]));
        }
        match names.len() {
            0 => String::new(),
            1 => names.remove(0),
            _ => self.interface(lang).list(&names),
        }
    }

    /// The name of a language in another; its own name for itself where the interface has none.
    pub fn language_name(&self, here: LangIx, lang: Lang) -> String {
        let id = format!("language-{lang}");
        if self.interface(here).has(&id) {
            self.t(here, &id, &[])
        } else {
            self.interface(here).language_name(lang).to_string()
        }
    }

    /// The state of a document for readers of a language.
    pub fn state(&self, lang: LangIx, document: DocIx) -> State {
        self.site.state(document, lang)
    }

    /// A date range, or one date.
    pub fn range(&self, lang: LangIx, start: Date, end: Option<Date>) -> String {
        match end.filter(|end| *end != start) {
            Some(end) => self.interface(lang).date_range(start, end),
            None => self.interface(lang).date(start, DateStyle::Long),
        }
    }

    /// An amount of money; the currency is euro where none is given.
    pub fn money(&self, lang: LangIx, amount: f64, currency: Option<&str>) -> String {
        self.interface(lang).currency(amount, currency.unwrap_or("EUR"))
    }
}

/// Escapes text for XML and HTML, attributes included.
pub fn escape(text: &str) -> Cow<'_, str> {
    let special = |byte| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'');
    if !any_byte(text.as_bytes(), special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}
