//! What machines read: feeds, calendars, sitemaps.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::DocIx;
use crate::release::Made;
use crate::render::chrome::{self, Subject};
use crate::render::generated::GeneratedPage;
use crate::render::lists::PER_PAGE;
use crate::render::{calendar, cite, feeds, sitemap};

use super::{Maker, Plan};

impl Maker<'_> {
    pub(super) fn feed(&self, language: usize, section: usize) -> Made {
        let cx = &self.plan.cx;
        let of = &self.plan.languages[language];
        let section = &cx.site.sections[section];
        self.text(feeds::atom(cx, of.lang, section, &of.feeds[&section.key]))
    }

    pub(super) fn calendar(&self, language: usize, section: usize) -> Made {
        let cx = &self.plan.cx;
        let entries = self.plan.listing(language, section).entries.iter().map(|(_, ix)| *ix);
        let events = calendar::with_days(cx, entries);
        self.text(calendar::calendar(cx, self.plan.languages[language].lang, &events))
    }

    pub(super) fn event(&self, language: usize, ix: DocIx) -> Made {
        self.text(calendar::calendar(&self.plan.cx, self.plan.languages[language].lang, &[ix]))
    }

    pub(super) fn references(&self, language: usize, section: usize, format: cite::Format) -> Made {
        let cx = &self.plan.cx;
        let entries = self.plan.listing(language, section).entries.iter().map(|(_, ix)| *ix);
        self.text(cite::list(cx, self.plan.languages[language].lang, entries, format))
    }

    pub(super) fn sitemap(&self, language: usize, part: usize) -> Made {
        self.text(self.plan.sitemap_text(language, part))
    }

    pub(super) fn sitemaps(&self) -> Made {
        let plan = self.plan;
        let names: Vec<String> = (0..plan.languages.len())
            .flat_map(|language| {
                let lang = plan.cx.site.lang(plan.languages[language].lang);
                let parts = plan.sitemap_entries(language).count().div_ceil(sitemap::PER_FILE);
                (0..parts).map(move |part| sitemap::file_name(lang, part))
            })
            .collect();
        self.text(sitemap::index(plan.cx.addresses.own.as_str(), &names))
    }

    pub(super) fn robots(&self) -> Made {
        self.text(sitemap::robots(self.plan.cx.addresses.own.as_str()))
    }
}

/// A page that a sitemap names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Listed {
    Document(DocIx),
    /// Page `.1` of the list of section `.0`.
    List(usize, usize),
    /// Page `.1`, from 2, of what a country or a term gathers: the first page is the document's own.
    Gathering(DocIx, usize),
    /// Page `.1`, from 1, of one that no document has.
    Generated(GeneratedPage, usize),
}

impl Plan {
    /// The pages that are a language's own.
    pub(super) fn sitemap_entries(&self, language: usize) -> impl Iterator<Item = Listed> + '_ {
        let cx = &self.cx;
        let lang = self.languages[language].lang;
        let own = move |ix: &DocIx| cx.state(lang, *ix).is_own() && cx.site.route(*ix, lang).is_some();
        let documents = cx.site.all().filter(own).map(Listed::Document);
        let lists = cx.site.sections.iter().enumerate().flat_map(move |(section, of)| {
            (1..=self.list_pages[&of.key][usize::from(lang.0)]).map(move |number| Listed::List(section, number))
        });
        let gathered = self.gathered[usize::from(lang.0)].iter().filter(move |(ix, _)| own(ix));
        let gatherings = gathered.flat_map(|(ix, gathered)| {
            (2..=gathered.len().div_ceil(PER_PAGE)).map(|number| Listed::Gathering(*ix, number))
        });
        let generated = cx.generated.in_language(lang);
        let generated =
            generated.filter(move |(page, _)| *page == page.whole() && cx.generated.route(*page, lang).is_some());
        let generated =
            generated.flat_map(|(page, of)| (1..=of.pages).map(move |number| Listed::Generated(page, number)));
        documents.chain(lists).chain(gatherings).chain(generated)
    }

    fn sitemap_text(&self, language: usize, part: usize) -> String {
        let cx = &self.cx;
        let lang = self.languages[language].lang;
        let number = usize::from(lang.0);
        // Each page has the same links in the sitemaps of all languages.
        let links = self.sitemap_links.get_or_init(|| self.make_sitemap_links());
        let entries = self.sitemap_entries(language).skip(part * sitemap::PER_FILE).take(sitemap::PER_FILE);
        let entries: Vec<Listed> = entries.collect();
        let entries = entries.iter().map(|entry| {
            let (route, date) = match *entry {
                Listed::Document(ix) => {
                    let common = &cx.site.get(ix).common;
                    (cx.site.route(ix, lang).cloned(), common.updated.or(common.date))
                }
                Listed::List(section, page) => (Some(cx.site.sections[section].routes[number].page(page)), None),
                Listed::Gathering(ix, page) => (cx.site.route(ix, lang).map(|route| route.page(page)), None),
                Listed::Generated(of, page) => (cx.generated.route(of, lang).map(|route| route.page(page)), None),
            };
            let route = route.expect("what a sitemap names has an address");
            sitemap::Entry { address: cx.own_address(&route), links: &links[entry], changed: date }
        });
        sitemap::urlset(entries)
    }

    fn make_sitemap_links(&self) -> BTreeMap<Listed, String> {
        let every = (0..self.languages.len()).flat_map(|language| self.sitemap_entries(language));
        let every: BTreeSet<Listed> = every.collect();
        let links = |entry: &Listed| match *entry {
            Listed::Document(ix) => chrome::alternates(&self.cx, Subject::Document(ix)),
            Listed::List(section, number) => {
                let section = &self.cx.site.sections[section];
                let pages = &self.list_pages[&section.key];
                chrome::alternates(&self.cx, Subject::List { section, number, pages })
            }
            Listed::Gathering(document, number) => {
                let pages = self.pages_of_gathering(document);
                chrome::alternates(&self.cx, Subject::Gathering { document, number, pages: &pages })
            }
            Listed::Generated(page, number) => chrome::alternates(&self.cx, Subject::Generated { page, number }),
        };
        every.into_iter().map(|entry| (entry, sitemap::links(links(&entry).all()))).collect()
    }
}
