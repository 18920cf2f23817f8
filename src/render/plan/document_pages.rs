//! The pages of documents, and of what a country or a term gathers.

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::i18n::Arg;
use crate::model::{DocIx, SectionKey};
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::Here;
use crate::render::document::{Materials, document};
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::render::{facts, json_ld, lists, notices};
use crate::source::Kind;

use super::{InLanguage, Made, Owner, Planner, empty_body, pages_of_gathering};

impl Planner<'_> {
    pub(super) fn document_pages(
        &self,
        language: &InLanguage<'_>,
        ix: DocIx,
        gathered: &[BTreeMap<DocIx, Vec<DocIx>>],
    ) -> Vec<Made> {
        let cx = self.cx;
        let lang = language.lang;
        let document_ = cx.site.get(ix);
        let route = cx.site.route(ix, lang).expect("only documents with an address are planned");
        let here = Here::at(lang, route);
        let mut page = page_view(cx, &here, Subject::Document(ix));
        page.title = cx.title(lang, ix).text;
        page.description = cx.summary(lang, ix).text;
        page.kind = document_.kind.as_str();
        page.breadcrumbs = chrome::breadcrumbs(cx, &here, ix);
        page.notices = notices::notices(cx, &here, ix);
        page.json_ld = json_ld::of_document(cx, lang, ix, &page.breadcrumbs);
        if let Some(section) = SectionKey::of(document_).and_then(|key| cx.site.section(key)) {
            page.section = section.key.folder().to_owned();
            page.feeds = self.feed_links(language, &here, section);
        } else {
            page.section = chrome::menu_key(cx, ix);
        }
        let out = format!("{route}index.html");
        let mut findings = Diagnostics::new();
        if matches!(document_.kind, Kind::Country | Kind::Term) {
            return self.gathering_pages(language, ix, page, &pages_of_gathering(gathered, ix));
        }
        let materials = Materials { cards: &language.cards, files: self.parts.files };
        let view = document(cx, &materials, &here, ix, self.body(ix, lang), &mut findings);
        let content = if chrome::is_home(cx, ix) {
            page.kind = "home";
            page.breadcrumbs = Vec::new();
            page.title = chrome::site_title(cx, lang);
            Content::Home(Box::new(view), self.home(language, &here))
        } else {
            Content::Document(Box::new(view))
        };
        let mut made =
            self.page(&out, &here, View { page, content }, Some(Owner::File(document_.source().file.path.clone())));
        made.findings = findings;
        vec![made]
    }

    /// All pages of what a country or a term gathers; the first is the page of the document itself.
    pub(super) fn gathering_pages(
        &self,
        language: &InLanguage<'_>,
        ix: DocIx,
        first: PageView,
        pages: &[usize],
    ) -> Vec<Made> {
        let cx = self.cx;
        let none = Vec::new();
        let gathered = language.gathered.get(&ix).unwrap_or(&none);
        let listing = lists::gathering(cx, language.lang, ix, gathered);
        let document = cx.site.get(ix);
        (1..=listing.pages())
            .map(|number| {
                let route = listing.route.page(number);
                let here = Here::at(language.lang, &route);
                let mut page = if number == 1 {
                    first.clone()
                } else {
                    let subject = Subject::Gathering { document: ix, number, pages };
                    let frame = page_view(cx, &here, subject);
                    let mut breadcrumbs = chrome::breadcrumbs(cx, &here, ix);
                    if let (Some(last), Some((href, _))) = (breadcrumbs.last_mut(), cx.document_href(&here, ix)) {
                        last.href = href;
                    }
                    breadcrumbs.push(self.page_crumb(language.lang, number, listing.pages()));
                    PageView {
                        title: format!(
                            "{} – {}",
                            first.title,
                            self.page_crumb(language.lang, number, listing.pages()).title.text
                        ),
                        section: first.section.clone(),
                        breadcrumbs,
                        ..frame
                    }
                };
                page.kind = "gathering";
                let list = ListView {
                    key: document.id.to_string(),
                    title: cx.title(language.lang, ix),
                    body: if number == 1 { self.body(ix, language.lang) } else { empty_body() },
                    summary: if number == 1 {
                        cx.summary(language.lang, ix)
                    } else {
                        Text { text: String::new(), lang: None }
                    },
                    count: cx.t(
                        language.lang,
                        "count-documents",
                        &[("count", Arg::Number(listing.entries.len() as f64))],
                    ),
                    groups: lists::groups(cx, &language.cards, &here, &listing, number),
                    facets: Vec::new(),
                    pages: lists::pages(cx, &here, &listing, number),
                    facts: if number == 1 { facts::facts(cx, &here, ix) } else { Vec::new() },
                    calendar: None,
                };
                let view = View { page, content: Content::Gathering(list) };
                self.page(
                    &format!("{route}index.html"),
                    &here,
                    view,
                    Some(Owner::File(document.source().file.path.clone())),
                )
            })
            .collect()
    }
}
