//! The pages of lists, and what is newest for the home page.

use crate::diag::Diagnostics;
use crate::model::{DocIx, Section, SectionKey, State};
use crate::release::Made;
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::Here;
use crate::render::generated::GeneratedPage;
use crate::render::lists::{self, Numbered};
use crate::render::network::drawing;
use crate::render::page::{Content, View};
use crate::render::share::Topic;
use crate::render::views::*;
use crate::render::{calendar, cite, next, notices};
use crate::source::Kind;
use crate::source::facts::Facts;

use super::{Maker, Plan};

impl Maker<'_> {
    /// Page `number`, from 1, of a section's list.
    pub(super) fn list(&self, language: usize, section: usize, number: usize) -> Made {
        let plan = self.plan;
        let cx = &plan.cx;
        let of = &plan.languages[language];
        let lang = of.lang;
        let listing = plan.listing(language, section);
        let section = &cx.site.sections[section];
        let pages = &plan.list_pages[&section.key];
        let title = lists::section_title(cx, lang, section.key);
        // An introduction that the language does not have is not shown in another.
        let index = section.index.filter(|ix| cx.state(lang, *ix) != State::Absent);
        let introduction = index.filter(|_| number == 1);
        let summary = index.map_or_else(Text::default, |ix| Text::clone(cx.summary(lang, ix)));
        let here = Here::at(lang, &listing.route.page(number));
        let mut page = page_view(cx, &here, Subject::List { section, number, pages });
        page.kind = "list";
        page.section = section.key.folder().to_owned();
        page.title = title.text.clone();
        let count = lists::count(cx, lang, section.key, listing.entries.len());
        page.description = if summary.text.is_empty() {
            format!("{} – {}: {count}", title.text, chrome::site_title(cx, lang))
        } else {
            summary.text.clone()
        };
        page.feeds = plan.feed_links(of, &here, section.key);
        page.card = plan.share(lang, Topic::Section(section.key));
        page.notices = introduction.map_or_else(Vec::new, |ix| notices::notices(cx, &here, ix));
        page.breadcrumbs = vec![chrome::home(cx, &here), chrome::section_link(cx, &here, section)];
        chrome::number_page(cx, &here, &mut page, Numbered { current: number, total: listing.pages() });
        let entries = listing.entries.iter().map(|(_, ix)| *ix);
        let has_events = section.key == SectionKey::Kind(Kind::Event) && !calendar::with_days(cx, entries).is_empty();
        let list = ListView {
            key: section.key.folder().to_owned(),
            title,
            body: introduction.map_or_else(Body::default, |ix| plan.body(ix, lang)),
            summary,
            count,
            groups: Repeated::own(lists::groups(cx, &of.cards, &here, listing, number)),
            facets: plan.facets(language, &here, facet_keys(section.key)),
            pages: lists::pages(cx, &here, listing, number),
            facts: Vec::new(),
            references: plan.reference_links(language, &here, section),
            next: next::of_list(cx, &here, section.key),
            calendar: has_events.then(|| cx.file_href(&here, &format!("{}calendar.ics", listing.route))),
            map: None,
            views: overviews_of(section.key).iter().filter_map(|page| cx.generated_link(&here, *page)).collect(),
        };
        self.page(&here, introduction, &View { page, content: Content::List(list) }, Diagnostics::new())
    }
}

/// The narrower lists that a list leads to.
fn facet_keys(key: SectionKey) -> &'static [SectionKey] {
    match key {
        SectionKey::Kind(Kind::School | Kind::Cluster | Kind::CaseStudy | Kind::PolicyPost) => {
            &[SectionKey::Kind(Kind::Country), SectionKey::Enumeration("challenges")]
        }
        _ => &[],
    }
}

/// The pages that show the site as a whole.
const OVERVIEWS: [GeneratedPage; 2] = [GeneratedPage::Map, GeneratedPage::Timeline];

/// Those of them that show what a list has.
fn overviews_of(key: SectionKey) -> &'static [GeneratedPage] {
    match key {
        SectionKey::Kind(Kind::School | Kind::Cluster | Kind::Country) => &[GeneratedPage::Map],
        SectionKey::Kind(Kind::Result | Kind::Event) | SectionKey::Enumeration("work-packages") => {
            &[GeneratedPage::Timeline]
        }
        _ => &[],
    }
}

impl Plan {
    /// Links to the references of all that a list has.
    fn reference_links(&self, language: usize, here: &Here, section: &Section) -> Vec<Link> {
        let route = &section.routes[usize::from(self.languages[language].lang.0)];
        let formats = cite::Format::ALL.into_iter().filter(|_| self.has_references(section.key));
        let link = |format: cite::Format| Link {
            title: Repeated::own(Text::plain(format.name())),
            href: self.cx.file_href(here, &format!("{route}{}", format.file_name())),
        };
        formats.map(link).collect()
    }

    /// Whether the list of a section has files of references.
    pub(super) fn has_references(&self, key: SectionKey) -> bool {
        matches!(key, SectionKey::Kind(kind) if cite::is_source(kind))
    }

    fn facets(&self, language: usize, here: &Here, keys: &[SectionKey]) -> Vec<Facet> {
        let listed = keys.iter().filter_map(|key| {
            let section = self.cx.site.sections.iter().position(|section| section.key == *key)?;
            Some((*key, self.listing(language, section)))
        });
        lists::facets(&self.cx, here, listed)
    }

    pub(super) fn home(&self, language: usize, here: &Here) -> HomeView {
        let cx = &self.cx;
        let cards = &self.languages[language].cards;
        let latest = [Kind::CaseStudy, Kind::PolicyPost, Kind::Event, Kind::News]
            .into_iter()
            .filter_map(|kind| {
                let key = SectionKey::Kind(kind);
                let number = cx.site.sections.iter().position(|section| section.key == key)?;
                let (section, listing) = (&cx.site.sections[number], self.listing(language, number));
                let mut documents: Vec<DocIx> = listing.entries.iter().map(|(_, ix)| *ix).collect();
                if kind == Kind::Event {
                    documents = self.next_events(&documents);
                }
                let cards: Vec<_> =
                    documents.into_iter().take(3).filter_map(|ix| cards.at(cx, here, Level::Three, ix)).collect();
                let Link { title, href } = Link::clone(&chrome::section_link(cx, here, section));
                let title = Text::clone(&title);
                (!cards.is_empty()).then(|| Latest { key: key.folder(), title, href, cards })
            })
            .collect();
        let countries = self.facets(language, here, &[SectionKey::Kind(Kind::Country)]);
        HomeView {
            latest,
            countries: countries.into_iter().flat_map(|facet| facet.links).collect(),
            map: self.overview_map(here),
            drawing: drawing(cx, here),
            views: OVERVIEWS.iter().filter_map(|page| cx.generated_link(here, *page)).collect(),
        }
    }

    /// What is to come, soonest first, then what is past, latest first.
    fn next_events(&self, by_start: &[DocIx]) -> Vec<DocIx> {
        let is_past = |ix: &DocIx| match &self.cx.site.get(*ix).facts {
            Facts::Event(event) => event.end.unwrap_or(event.start).last_day() < self.cx.site.as_of,
            _ => false,
        };
        let (past, coming): (Vec<DocIx>, Vec<DocIx>) = by_start.iter().copied().partition(is_past);
        coming.into_iter().chain(past.into_iter().rev()).collect()
    }
}
