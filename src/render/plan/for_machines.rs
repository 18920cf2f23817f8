//! What machines read: feeds, calendars, sitemaps.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::DocIx;
use crate::render::chrome::{self, Subject};
use crate::render::{calendar, sitemap};

use super::{InLanguage, Made, Planner, pages_of_gathering};

impl Planner<'_> {
    pub(super) fn calendars_and_feeds(&self, language: &InLanguage<'_>) -> Vec<Made> {
        let cx = self.cx;
        let lang = language.lang;
        let mut made = Vec::new();
        for (section, listing) in &language.listings {
            if let Some(feed) = language.feeds.get(&section.key) {
                made.push(Made::text(&format!("{}feed.xml", listing.route), feed.clone()));
            }
            let events = calendar::with_days(cx, listing.entries.iter().map(|(_, ix)| *ix));
            // A calendar without an entry is none (RFC 5545, 3.6).
            if !events.is_empty() {
                made.push(Made::text(&format!("{}calendar.ics", listing.route), calendar::calendar(cx, lang, &events)));
                made.extend(events.iter().filter_map(|ix| {
                    let route = cx.site.route(*ix, lang)?;
                    Some(Made::text(&format!("{route}event.ics"), calendar::calendar(cx, lang, &[*ix])))
                }));
            }
        }
        made
    }

    pub(super) fn sitemaps(&self, languages: &[InLanguage<'_>], gathered: &[BTreeMap<DocIx, Vec<DocIx>>]) -> Vec<Made> {
        let cx = self.cx;
        let base = cx.addresses.own.as_str();
        let files: Vec<Vec<(String, String)>> = languages
            .par_iter()
            .map(|language| {
                sitemap::of_language(cx.site.lang(language.lang).as_str(), &self.sitemap_entries(language, gathered))
            })
            .collect();
        let files: Vec<(String, String)> = files.into_iter().flatten().collect();
        let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        let mut made: Vec<Made> = files.into_iter().map(|(name, text)| Made::text(&name, text)).collect();
        made.push(Made::text("sitemap.xml", sitemap::index(base, &names)));
        made.push(Made::text("robots.txt", sitemap::robots(base)));
        made
    }

    pub(super) fn sitemap_entries(
        &self,
        language: &InLanguage<'_>,
        gathered: &[BTreeMap<DocIx, Vec<DocIx>>],
    ) -> Vec<sitemap::Entry> {
        let cx = self.cx;
        let lang = language.lang;
        let documents = cx.site.all().filter(|ix| cx.state(lang, *ix).is_own()).filter_map(|ix| {
            let route = cx.site.route(ix, lang)?;
            let common = &cx.site.get(ix).common;
            Some(sitemap::Entry {
                address: cx.own_address(route),
                alternates: chrome::alternates(cx, Subject::Document(ix)),
                changed: common.updated.or(common.date).map(|date| date.to_string()),
            })
        });
        let lists = language.listings.iter().flat_map(|(section, listing)| {
            (1..=listing.pages()).map(|number| sitemap::Entry {
                address: cx.own_address(&listing.route.page(number)),
                alternates: chrome::alternates(
                    cx,
                    Subject::List { section, number, pages: &self.list_pages[&section.key] },
                ),
                changed: None,
            })
        });
        // The first page is the document's own, and stands above.
        let own = language.gathered.keys().filter(|ix| cx.state(lang, **ix).is_own());
        let gatherings = own.flat_map(|ix| {
            let pages = pages_of_gathering(gathered, *ix);
            let route = cx.site.route(*ix, lang);
            let entry = |number: usize| {
                let subject = Subject::Gathering { document: *ix, number, pages: &pages };
                let address = cx.own_address(&route?.page(number));
                Some(sitemap::Entry { address, alternates: chrome::alternates(cx, subject), changed: None })
            };
            (2..=pages[usize::from(lang.0)]).filter_map(entry).collect::<Vec<_>>()
        });
        documents.chain(lists).chain(gatherings).collect()
    }
}
