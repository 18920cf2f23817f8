//! Generated pages: what surrounds each is made in one way, whatever it shows.

use crate::diag::Diagnostics;
use crate::model::{DocIx, LangIx, SectionKey};
use crate::release::Made;
use crate::render::chrome::{self, Subject, page_view};
use crate::render::compare::{self, On};
use crate::render::cx::Here;
use crate::render::generated::GeneratedPage;
use crate::render::lists::{self, Numbered};
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::render::{map, timeline};
use crate::source::Kind;
use crate::yaml::CountryCode;

use super::{Maker, Plan};

impl Maker<'_> {
    /// Page `number`, from 1, of a generated page.
    pub(super) fn generated(&self, language: usize, page: GeneratedPage, number: usize) -> Made {
        let plan = self.plan;
        let here = plan.cx.at_generated(page, plan.languages[language].lang, number);
        let content = match page {
            GeneratedPage::Compare(selection) => {
                Content::Compare(plan.comparison(language, &here, compare::Place { selection, number }))
            }
            GeneratedPage::Map => Content::Map(Box::new(plan.network_map(&here))),
            GeneratedPage::Timeline => Content::Timeline(Box::new(timeline::timeline(&plan.cx, &here))),
            GeneratedPage::Index => Content::Index(plan.index(language, &here, number)),
            GeneratedPage::NotFound => Content::NotFound,
            GeneratedPage::Offline => Content::Offline,
        };
        let page = plan.generated_frame(&here, page, number);
        self.page(&here, None, &View { page, content }, Diagnostics::new())
    }
}

impl Plan {
    fn generated_frame(&self, here: &Here, page: GeneratedPage, number: usize) -> PageView {
        let (cx, lang) = (&self.cx, here.lang);
        let mut view = page_view(cx, here, Subject::Generated { page, number });
        view.kind = page.kind();
        view.section = page.section().map(|key| key.folder().to_owned()).unwrap_or_default();
        view.title = page.title(cx, lang);
        view.description = page.description(cx, lang);
        let Some(whole) = cx.generated_link(here, page.whole()) else { return view };
        view.breadcrumbs.push(chrome::home(cx, here));
        let section = page.section().and_then(|key| cx.site.section(key));
        view.breadcrumbs.extend(section.map(|section| chrome::section_link(cx, here, section)));
        view.breadcrumbs.push(Repeated::own(whole));
        if page != page.whole() {
            let part = self.part(lang, page);
            view.title = format!("{} – {part}", view.title);
            // The first page of the part, for those that follow it.
            let href = cx.generated_link(here, page).map(|link| link.href).unwrap_or_default();
            view.breadcrumbs.push(Repeated::own(Link { title: Repeated::own(Text::plain(part)), href }));
            // Search engines need one of the parts and the whole.
            view.canonical = cx.generated.route(page.whole(), lang).map(|whole| cx.permalink(whole));
            view.alternates = Repeated::own(Alternates::default());
            view.noindex = true;
        }
        let total = cx.generated.pages(page, lang);
        chrome::number_page(cx, here, &mut view, Numbered { current: number, total });
        view
    }

    /// What tells a part from the whole.
    fn part(&self, lang: LangIx, page: GeneratedPage) -> String {
        match page {
            GeneratedPage::Compare(selection) => {
                self.cx.generated.contents.compared.chosen(&self.cx, lang, selection).join(", ")
            }
            GeneratedPage::Map
            | GeneratedPage::Timeline
            | GeneratedPage::Index
            | GeneratedPage::NotFound
            | GeneratedPage::Offline => String::new(),
        }
    }

    fn comparison(&self, language: usize, here: &Here, place: compare::Place) -> CompareView {
        let cx = &self.cx;
        let section = cx.site.sections.iter().position(|section| section.key == SectionKey::Kind(Kind::CaseStudy));
        let section = section.expect("cases that are compared have a section");
        let cases: Vec<DocIx> = self.listing(language, section).entries.iter().map(|(_, ix)| *ix).collect();
        compare::view(&cx.generated.contents.compared, On { cx, here, place, cases: &cases })
    }

    fn network_map(&self, here: &Here) -> NetworkMapView {
        let cx = &self.cx;
        NetworkMapView {
            title: GeneratedPage::Map.title(cx, here.lang),
            map: self.overview_map(here).expect("a page of the map has schools on it"),
            countries: map::listed(cx, here),
        }
    }

    /// The map of the whole network, where there is one.
    pub(super) fn overview_map(&self, here: &Here) -> Option<MapView> {
        self.cx.generated.contents.atlas.as_ref().map(|atlas| map::overview(&self.cx, atlas, here))
    }

    /// The map of a country, where it has schools with a place.
    pub(super) fn country_map(&self, here: &Here, ix: DocIx) -> Option<MapView> {
        let document = self.cx.site.get(ix);
        let atlas = self.cx.generated.contents.atlas.as_ref().filter(|_| document.kind == Kind::Country)?;
        map::country(&self.cx, atlas, here, CountryCode::new(&document.id.as_str().to_ascii_uppercase())?)
    }

    fn index(&self, language: usize, here: &Here, number: usize) -> IndexView {
        let (cx, of, lang) = (&self.cx, &self.languages[language], here.lang);
        let index = &cx.generated.contents.indexes[usize::from(lang.0)];
        let route = cx.generated.route(GeneratedPage::Index, lang).expect("an index that has pages has an address");
        let letters = index.jumps().into_iter().map(|(letter, at)| {
            let page = if at == number { String::new() } else { cx.href(here, &route.page(at), lang) };
            IndexLetter { label: letter.label.clone(), href: format!("{page}#_{}", letter.id), here: at == number }
        });
        let groups = index.page(self.titles(of), number).into_iter().map(|(letter, documents)| {
            let cards = documents.into_iter().filter_map(|ix| of.cards.at(cx, here, Level::Three, ix));
            let entries = cards.map(|card| {
                let fields = &card.fields;
                let details = [&fields.kind_label, &fields.country].into_iter().filter(|words| !words.is_empty());
                IndexEntry { title: Text::clone(&fields.title), details: details.cloned().collect(), href: card.href }
            });
            let entries = IndexEntries(entries.collect());
            IndexGroup { label: letter.label.clone(), id: format!("_{}", letter.id), entries }
        });
        IndexView {
            title: GeneratedPage::Index.title(cx, lang),
            count: cx.t(lang, "count-documents", &[("count", index.entries().into())]),
            letters: letters.collect(),
            groups: groups.collect(),
            pages: lists::numbered(cx, here, route, Numbered { current: number, total: index.pages() }),
        }
    }
}
