//! The pages of lists, and what is newest for the home page.

use crate::model::{DocIx, Section, SectionKey, State};
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::Here;
use crate::render::lists::{self, Listing};
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::render::{calendar, notices};
use crate::source::Kind;
use crate::source::facts::Facts;

use super::{InLanguage, Made, Planner, empty_body};

impl Planner<'_> {
    pub(super) fn list_pages(&self, language: &InLanguage<'_>, section: &Section, listing: &Listing) -> Vec<Made> {
        let cx = self.cx;
        let lang = language.lang;
        let pages = &self.list_pages[&section.key];
        let title = lists::section_title(cx, lang, section.key);
        // An introduction that the language does not have is not shown in another.
        let index = section.index.filter(|ix| cx.state(lang, *ix) != State::Absent);
        let summary = match index {
            Some(ix) => cx.summary(lang, ix),
            None => Text { text: String::new(), lang: None },
        };
        let facet_keys: &[SectionKey] = match section.key {
            SectionKey::Kind(Kind::School | Kind::Cluster | Kind::CaseStudy | Kind::PolicyPost) => {
                &[SectionKey::Kind(Kind::Country), SectionKey::Enumeration("challenges")]
            }
            _ => &[],
        };
        (1..=listing.pages())
            .map(|number| {
                let route = listing.route.page(number);
                let here = Here::at(lang, &route);
                let mut page = page_view(cx, &here, Subject::List { section, number, pages });
                page.kind = "list";
                page.section = section.key.folder().to_owned();
                page.title = title.text.clone();
                page.description = summary.text.clone();
                page.feeds = self.feed_links(language, &here, section);
                page.notices =
                    index.filter(|_| number == 1).map_or_else(Vec::new, |ix| notices::notices(cx, &here, ix));
                page.breadcrumbs = vec![chrome::home(cx, &here), chrome::section_link(cx, &here, section)];
                if number == 1 {
                    if let Some(last) = page.breadcrumbs.last_mut() {
                        last.href = String::new();
                    }
                } else {
                    let crumb = self.page_crumb(lang, number, listing.pages());
                    page.title = format!("{} – {}", page.title, crumb.title.text);
                    page.breadcrumbs.push(crumb);
                }
                let entries = listing.entries.iter().map(|(_, ix)| *ix);
                let has_events = !calendar::with_days(cx, entries).is_empty();
                let list = ListView {
                    key: section.key.folder().to_owned(),
                    title: title.clone(),
                    body: match index.filter(|_| number == 1) {
                        Some(ix) => self.body(ix, lang),
                        None => empty_body(),
                    },
                    summary: summary.clone(),
                    count: lists::count(cx, lang, section.key, listing.entries.len()),
                    groups: lists::groups(cx, &language.cards, &here, listing, number),
                    facets: lists::facets(cx, &here, facet_keys),
                    pages: lists::pages(cx, &here, listing, number),
                    facts: Vec::new(),
                    calendar: has_events.then(|| cx.file_href(&here, &format!("{}calendar.ics", listing.route))),
                };
                let view = View { page, content: Content::List(list) };
                self.page(&format!("{route}index.html"), &here, view, None)
            })
            .collect()
    }

    pub(super) fn home(&self, language: &InLanguage<'_>, here: &Here) -> HomeView {
        let cx = self.cx;
        let latest = [Kind::CaseStudy, Kind::PolicyPost, Kind::Event, Kind::News]
            .into_iter()
            .filter_map(|kind| {
                let key = SectionKey::Kind(kind);
                let (section, listing) = language.listings.iter().find(|(section, _)| section.key == key)?;
                let mut documents: Vec<DocIx> = listing.entries.iter().map(|(_, ix)| *ix).collect();
                if kind == Kind::Event {
                    documents = self.next_events(&documents);
                }
                let cards: Vec<_> =
                    documents.into_iter().take(3).filter_map(|ix| language.cards.at(cx, here, ix)).collect();
                let link = chrome::section_link(cx, here, section);
                (!cards.is_empty()).then(|| Latest { key: key.folder(), title: link.title, href: link.href, cards })
            })
            .collect();
        let countries = lists::facets(cx, here, &[SectionKey::Kind(Kind::Country)]);
        HomeView { latest, countries: countries.into_iter().flat_map(|facet| facet.links).collect() }
    }

    /// What is to come, soonest first, then what is past, latest first.
    pub(super) fn next_events(&self, by_start: &[DocIx]) -> Vec<DocIx> {
        let is_past = |ix: &DocIx| match &self.cx.site.get(*ix).facts {
            Facts::Event(event) => event.end.unwrap_or(event.start).last_day() < self.cx.site.as_of,
            _ => false,
        };
        let (past, coming): (Vec<DocIx>, Vec<DocIx>) = by_start.iter().copied().partition(is_past);
        coming.into_iter().chain(past.into_iter().rev()).collect()
    }
}
