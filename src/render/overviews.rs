//! Pages that show the site as a whole, and that no document has: the map of the network, the timeline.
//!
//! In: the site, the theme's templates. Out: [`Overviews`]: which there are, and where. Always: there is one where the theme
//! has a template for it and the site has something to show; its address comes from the message `overview-<name>.slug`.

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::model::{LangIx, Route, SectionKey};
use crate::source::Kind;

use super::chrome::Subject;
use super::cx::{Cx, Here};
use super::map::Atlas;
use super::templates::Templates;
use super::timeline;
use super::views::{Link, Text};

/// A page that shows the site as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Overview {
    /// Where the schools are.
    Map,
    /// When results came and events were.
    Timeline,
}

impl Overview {
    pub const ALL: [Overview; 2] = [Overview::Map, Overview::Timeline];

    /// Its name in messages, in Views and, with `.html` behind it, as a template.
    pub fn as_str(self) -> &'static str {
        match self {
            Overview::Map => "map",
            Overview::Timeline => "timeline",
        }
    }

    /// The section that it stands below and whose menu entry it has; none stands below the home page.
    fn section(self) -> Option<Kind> {
        match self {
            Overview::Map => Some(Kind::School),
            Overview::Timeline => None,
        }
    }
}

/// The overviews of a site.
pub struct Overviews {
    pub atlas: Option<Atlas>,
    /// By language of the site; `None` where its readers would find nothing there.
    routes: BTreeMap<Overview, Vec<Option<Route>>>,
}

impl Overviews {
    /// A school that no map can show is a finding.
    pub fn of(cx: &Cx, templates: &Templates, findings: &mut Diagnostics) -> Overviews {
        let has = |overview: Overview| templates.has(&format!("{}.html", overview.as_str()));
        let atlas = if has(Overview::Map) { Atlas::of(&cx.site, findings) } else { None };
        let shows = |overview: Overview, lang: LangIx| match overview {
            Overview::Map => atlas.as_ref().is_some_and(|atlas| atlas.is_for(&cx.site, lang)),
            Overview::Timeline => timeline::is_for(cx, lang),
        };
        let routes = |overview: Overview| {
            let route = |lang: LangIx| shows(overview, lang).then(|| route(cx, overview, lang));
            (overview, cx.site.languages().map(|(lang, _)| route(lang)).collect())
        };
        let routes = Overview::ALL.into_iter().filter(|overview| has(*overview)).map(routes).collect();
        Overviews { atlas, routes }
    }

    /// Where an overview stands, by language of the site; nowhere, if there is none.
    pub fn routes(&self, overview: Overview) -> &[Option<Route>] {
        self.routes.get(&overview).map_or(&[], Vec::as_slice)
    }

    /// Where all of them stand.
    pub fn all(&self) -> &BTreeMap<Overview, Vec<Option<Route>>> {
        &self.routes
    }

    pub fn route(&self, overview: Overview, lang: LangIx) -> Option<&Route> {
        self.routes(overview).get(usize::from(lang.0))?.as_ref()
    }

    /// An overview that there is, as the subject of its page.
    pub fn subject(&self, overview: Overview) -> Subject<'_> {
        Subject::Made { routes: self.routes(overview), first: self.routes(overview) }
    }

    /// The overviews that a language has.
    pub fn in_language(&self, lang: LangIx) -> impl Iterator<Item = (Overview, &Route)> {
        Overview::ALL.into_iter().filter_map(move |overview| Some((overview, self.route(overview, lang)?)))
    }

    /// Links to those of some overviews that the language of a page has.
    pub fn links(&self, cx: &Cx, here: &Here, wanted: &[Overview]) -> Vec<Link> {
        let link = |overview: &Overview| {
            let route = self.route(*overview, here.lang)?;
            Some(Link { title: Text::plain(title(cx, *overview, here.lang)), href: cx.href(here, route, here.lang) })
        };
        wanted.iter().filter_map(link).collect()
    }
}

/// The title of an overview in a language.
pub fn title(cx: &Cx, overview: Overview, lang: LangIx) -> String {
    cx.t(lang, &format!("overview-{}", overview.as_str()), &[])
}

/// The key of the menu entry that its page belongs to; empty where there is none.
pub fn menu_key(overview: Overview) -> &'static str {
    overview.section().map_or("", |kind| SectionKey::Kind(kind).folder())
}

/// The section that an overview stands below.
pub fn section(cx: &Cx, overview: Overview) -> Option<&crate::model::Section> {
    cx.site.section(SectionKey::Kind(overview.section()?))
}

fn route(cx: &Cx, overview: Overview, lang: LangIx) -> Route {
    let slug = cx.interface(lang).slug(&format!("overview-{}", overview.as_str()));
    let slug = slug.as_deref().unwrap_or_else(|| overview.as_str());
    match section(cx, overview) {
        Some(section) => section.routes[usize::from(lang.0)].join(slug),
        None => Route::new(format!("{}/", cx.site.lang(lang))).join(slug),
    }
}
