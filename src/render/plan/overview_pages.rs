//! The pages of overviews: the map of the network, the timeline.

use crate::diag::Diagnostics;
use crate::model::DocIx;
use crate::release::Made;
use crate::render::chrome::{self, page_view};
use crate::render::cx::Here;
use crate::render::overviews::{self, Overview};
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::render::{map, timeline};
use crate::source::Kind;
use crate::yaml::CountryCode;

use super::{Maker, Plan};

impl Maker<'_> {
    pub(super) fn overview(&self, language: usize, overview: Overview) -> Made {
        let plan = self.plan;
        let cx = &plan.cx;
        let lang = plan.languages[language].lang;
        let route = plan.overviews.route(overview, lang).expect("only overviews with an address are planned");
        let here = Here::at(lang, route);
        let mut page = page_view(cx, &here, plan.overviews.subject(overview));
        page.kind = overview.as_str();
        page.section = overviews::menu_key(overview).to_owned();
        page.title = overviews::title(cx, overview, lang);
        page.description = cx.t(lang, &format!("overview-{}-text", overview.as_str()), &[]);
        page.breadcrumbs = vec![chrome::home(cx, &here)];
        page.breadcrumbs
            .extend(overviews::section(cx, overview).map(|section| chrome::section_link(cx, &here, section)));
        page.breadcrumbs.push(Link { title: Text::plain(page.title.clone()), href: String::new() });
        let content = match overview {
            Overview::Map => Content::Map(Box::new(plan.network_map(&here))),
            Overview::Timeline => Content::Timeline(Box::new(timeline::timeline(cx, &here))),
        };
        self.page(&here, None, &View { page, content }, Diagnostics::new())
    }
}

impl Plan {
    fn network_map(&self, here: &Here) -> NetworkMapView {
        let cx = &self.cx;
        NetworkMapView {
            title: overviews::title(cx, Overview::Map, here.lang),
            map: self.overview_map(here).expect("a page of the map has schools on it"),
            countries: map::listed(cx, here),
        }
    }

    /// The map of the whole network, where there is one.
    pub(super) fn overview_map(&self, here: &Here) -> Option<MapView> {
        self.overviews.atlas.as_ref().map(|atlas| map::overview(&self.cx, atlas, here))
    }

    /// The map of a country, where it has schools with a place.
    pub(super) fn country_map(&self, here: &Here, ix: DocIx) -> Option<MapView> {
        let document = self.cx.site.get(ix);
        let atlas = self.overviews.atlas.as_ref().filter(|_| document.kind == Kind::Country)?;
        map::country(&self.cx, atlas, here, CountryCode::new(&document.id.as_str().to_ascii_uppercase())?)
    }
}
