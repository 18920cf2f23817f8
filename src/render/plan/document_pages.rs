//! The pages of documents, and of what a country or a term gathers.

use crate::diag::Diagnostics;
use crate::i18n::Arg;
use crate::model::{DocIx, SectionKey};
use crate::release::Made;
use crate::render::cards::Cards;
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::{Cx, Here};
use crate::render::document::{Materials, document};
use crate::render::generated::GeneratedPage;
use crate::render::lists::Numbered;
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::render::{facts, json_ld, lists, next, notices};
use crate::source::Kind;

use super::{InLanguage, Maker, Plan};

impl Plan {
    /// What all pages of a document have around its content.
    fn document_frame(&self, language: &InLanguage, here: &Here, ix: DocIx) -> PageView {
        let cx = &self.cx;
        let lang = language.lang;
        let document = cx.site.get(ix);
        let mut page = page_view(cx, here, Subject::Document(ix));
        page.title = cx.title(lang, ix).text.clone();
        page.description = match &cx.summary(lang, ix).text {
            words if words.is_empty() => description(cx, &language.cards, here, ix),
            words => words.clone(),
        };
        page.kind = document.kind.as_str();
        page.breadcrumbs = chrome::breadcrumbs(cx, here, ix);
        page.notices = notices::notices(cx, here, ix);
        page.card = self.parts.design.as_ref().and_then(|design| self.share(lang, design.topic(cx, ix)));
        page.json_ld = Ready(json_ld::of_document(cx, lang, ix, &page.breadcrumbs));
        page.section = section(cx, ix);
        if let Some(section) = SectionKey::of(document).and_then(|key| cx.site.section(key)) {
            page.feeds = self.feed_links(language, here, section.key);
        }
        page
    }

    /// What a page of what a document gathers has around its list, from the second on: of the document, its name and place.
    fn further_frame(&self, here: &Here, ix: DocIx, numbered: Numbered) -> PageView {
        let cx = &self.cx;
        let pages = self.pages_of_gathering(ix);
        let subject = Subject::Gathering { document: ix, number: numbered.current, pages: &pages };
        let mut page = page_view(cx, here, subject);
        page.title = cx.title(here.lang, ix).text.clone();
        page.section = section(cx, ix);
        page.breadcrumbs = chrome::breadcrumbs(cx, here, ix);
        if let (Some(last), Some((href, _))) = (page.breadcrumbs.last_mut(), cx.document_href(here, ix)) {
            *last = Repeated::own(Link { href, ..Link::clone(last) });
        }
        chrome::number_page(cx, here, &mut page, numbered);
        page
    }
}

/// The entry of the menu that a document belongs to.
fn section(cx: &Cx, ix: DocIx) -> String {
    match SectionKey::of(cx.site.get(ix)).and_then(|key| cx.site.section(key)) {
        Some(section) => section.key.folder().to_owned(),
        None => chrome::menu_key(cx, ix),
    }
}

/// What a document without a summary says of itself where search engines ask: what it is, what tells it apart, where.
fn description(cx: &Cx, cards: &Cards, here: &Here, ix: DocIx) -> String {
    let Some(card) = cards.at(cx, here, Level::Two, ix) else { return String::new() };
    let fields = &card.fields;
    let details = fields.details.iter().map(|detail| detail.text.as_str());
    let parts = [fields.kind_label.as_str()].into_iter().chain(details).chain([fields.country.as_str()]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl Maker<'_> {
    pub(super) fn document(&self, language: usize, ix: DocIx) -> Made {
        let plan = self.plan;
        let cx = &plan.cx;
        let of = &plan.languages[language];
        let route = cx.site.route(ix, of.lang).expect("only documents with an address are planned");
        let here = Here::at(of.lang, route);
        let mut page = plan.document_frame(of, &here, ix);
        let mut findings = Diagnostics::new();
        let materials = Materials { cards: &of.cards, files: &plan.parts.files };
        let is_handout = matches!(cx.site.get(ix).kind, Kind::CaseStudy | Kind::Result | Kind::PolicyPost);
        let body = Body { printed_at: is_handout.then(|| cx.permalink(route)), ..plan.body(ix, of.lang) };
        let view = document(cx, &materials, &here, ix, body, &mut findings);
        let content = if chrome::is_home(cx, ix) {
            page.kind = "home";
            page.breadcrumbs = Vec::new();
            page.title = chrome::site_title(cx, of.lang);
            Content::Home(Box::new(view), plan.home(language, &here))
        } else {
            Content::Document(Box::new(view))
        };
        self.page(&here, Some(ix), &View { page, content }, findings)
    }

    /// A page of what a country or a term gathers; the first is the page of the document itself.
    pub(super) fn gathering(&self, language: usize, ix: DocIx, number: usize) -> Made {
        let plan = self.plan;
        let cx = &plan.cx;
        let of = &plan.languages[language];
        let lang = of.lang;
        let listing = plan.gathering(language, ix);
        let document = cx.site.get(ix);
        let here = Here::at(lang, &listing.route.page(number));
        let mut page = match number {
            1 => plan.document_frame(of, &here, ix),
            _ => plan.further_frame(&here, ix, Numbered { current: number, total: listing.pages() }),
        };
        page.kind = "gathering";
        let first = number == 1;
        let count = Arg::Number(listing.entries.len() as f64);
        let list = ListView {
            key: document.id.to_string(),
            title: Text::clone(cx.title(lang, ix)),
            body: if first { plan.body(ix, lang) } else { Body::default() },
            summary: if first { Text::clone(cx.summary(lang, ix)) } else { Text::default() },
            count: cx.t(lang, "count-documents", &[("count", count)]),
            groups: Repeated::own(lists::groups(cx, &of.cards, &here, listing, number)),
            facets: Vec::new(),
            pages: lists::pages(cx, &here, listing, number),
            facts: if first { facts::facts(cx, &here, ix) } else { Vec::new() },
            calendar: None,
            references: Vec::new(),
            next: next::of_gathering(cx, &here, ix),
            map: if first { plan.country_map(&here, ix) } else { None },
            views: if first && document.kind == Kind::Country {
                cx.generated_link(&here, GeneratedPage::Map).into_iter().collect()
            } else {
                Vec::new()
            },
        };
        self.page(&here, Some(ix), &View { page, content: Content::Gathering(list) }, Diagnostics::new())
    }
}
