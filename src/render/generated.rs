//! Generated pages: those that no document has, such as the map of the network, the index A to Z, the 404 page.
//!
//! In: the site, its messages, the templates of the theme. Out: [`GeneratedPages`]: which there are, where each stands in each
//! language, of how many pages it is, and what they are made from. Always: whoever has to know of such a page asks here;
//! there is one where the theme has its templates and the language has something to show on it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::foundation::Fingerprint;
use crate::i18n::Interfaces;
use crate::model::{LangIx, Route, SectionKey, Site};
use crate::source::Kind;

use super::a_to_z::Index;
use super::compare::{Compared, Selection};
use super::cx::{Cx, Here, root_of_depth};
use super::map::Atlas;
use super::templates::{Templates, names};
use super::timeline;
use super::views::{Link, Repeated, Text};

/// A page that no document has. Each kind has a [`super::page::Content`] with its View, and a template.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GeneratedPage {
    /// The cases in one table: all of them, or a part of that page.
    Compare(Selection),
    /// Where the schools are.
    Map,
    /// When results came and events were.
    Timeline,
    /// All documents by their first letters.
    Index,
    NotFound,
    /// What a reader has on the device.
    Offline,
}

/// What is true of a generated page in every language.
struct Definition {
    /// What it is in Views, and what it is called where an address is taken.
    kind: &'static str,
    /// A theme that lacks one of them has no such page.
    templates: &'static [&'static str],
    /// The message that is its title, and the one that describes it.
    title: &'static str,
    description: Option<&'static str>,
    at: At,
}

/// How a generated page is addressed.
enum At {
    /// Below the list of a section, whose menu entry it has, or below the home page. The last part of the address is the
    /// `.slug` of its title, else this one.
    Route { below: Option<Kind>, slug: &'static str },
    /// A file in the folder of the language.
    File(&'static str),
    /// That, too, but servers show it at every address that leads nowhere.
    Anywhere(&'static str),
}

impl GeneratedPage {
    fn definition(self) -> Definition {
        match self {
            GeneratedPage::Compare(_) => Definition {
                kind: "compare",
                templates: &[names::COMPARE, names::COMPARE_ROW],
                title: "compare-cases",
                description: Some("compare-summary"),
                at: At::Route { below: Some(Kind::CaseStudy), slug: "compare" },
            },
            GeneratedPage::Map => Definition {
                kind: "map",
                templates: &[names::MAP],
                title: "overview-map",
                description: Some("overview-map-text"),
                at: At::Route { below: Some(Kind::School), slug: "map" },
            },
            GeneratedPage::Timeline => Definition {
                kind: "timeline",
                templates: &[names::TIMELINE],
                title: "overview-timeline",
                description: Some("overview-timeline-text"),
                at: At::Route { below: None, slug: "timeline" },
            },
            GeneratedPage::Index => Definition {
                kind: "index",
                templates: &[names::INDEX],
                title: "section-index",
                description: None,
                at: At::Route { below: None, slug: "a-z" },
            },
            GeneratedPage::NotFound => Definition {
                kind: "not-found",
                templates: &[names::NOT_FOUND],
                title: "not-found-title",
                description: None,
                at: At::Anywhere("404.html"),
            },
            GeneratedPage::Offline => Definition {
                kind: "offline",
                templates: &[names::OFFLINE],
                title: "offline-title",
                description: None,
                at: At::File("offline.html"),
            },
        }
    }

    /// See [`super::views::PageView::kind`].
    pub fn kind(self) -> &'static str {
        self.definition().kind
    }

    pub fn title(self, cx: &Cx, lang: LangIx) -> String {
        cx.t(lang, self.definition().title, &[])
    }

    /// For search engines; empty where nothing is said of it.
    pub fn description(self, cx: &Cx, lang: LangIx) -> String {
        self.definition().description.map_or_else(String::new, |id| cx.t(lang, id, &[]))
    }

    /// The section that it stands below, where the site has it.
    pub fn section(self) -> Option<SectionKey> {
        match self.definition().at {
            At::Route { below, .. } => below.map(SectionKey::Kind),
            At::File(_) | At::Anywhere(_) => None,
        }
    }

    /// Its file at the root of the site, for servers that show the same one at every address that leads nowhere.
    pub fn root_file(self) -> Option<&'static str> {
        match self.definition().at {
            At::Anywhere(name) => Some(name),
            At::Route { .. } | At::File(_) => None,
        }
    }

    /// The page that this one is a part of, or itself: where readers go whose language lacks the part.
    pub fn whole(self) -> GeneratedPage {
        match self {
            GeneratedPage::Compare(_) => GeneratedPage::Compare(Selection::All),
            one => one,
        }
    }
}

/// Where a generated page stands in a language.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Place {
    /// Its first page.
    Route(Route),
    /// From the root of the site.
    File(String),
    Anywhere(String),
}

/// A generated page in a language.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Generated {
    place: Place,
    /// Of how many pages it is.
    pub pages: usize,
}

impl Generated {
    /// The file of page `number`, from 1.
    pub fn file(&self, number: usize) -> String {
        match &self.place {
            Place::Route(route) => route.page(number).index_file(),
            Place::File(file) | Place::Anywhere(file) => file.clone(),
        }
    }
}

/// The generated pages of a site.
pub struct GeneratedPages {
    pub contents: Contents,
    /// By language of the site.
    languages: Vec<BTreeMap<GeneratedPage, Generated>>,
}

/// What generated pages are made from; nothing for those that the theme has no templates for.
pub struct Contents {
    pub compared: Compared,
    pub atlas: Option<Atlas>,
    /// By language of the site.
    pub indexes: Vec<Index>,
}

impl Contents {
    fn of(
        site: &Site,
        interfaces: &Interfaces,
        has: impl Fn(GeneratedPage) -> bool,
        findings: &mut Diagnostics,
    ) -> Contents {
        let languages: Vec<(LangIx, _)> = site.languages().filter(|_| has(GeneratedPage::Index)).collect();
        Contents {
            compared: match has(GeneratedPage::Compare(Selection::All)) {
                true => Compared::of(site),
                false => Compared::none(site),
            },
            atlas: if has(GeneratedPage::Map) { Atlas::of(site, findings) } else { None },
            indexes: languages.into_par_iter().map(|(ix, lang)| Index::of(site, ix, interfaces.get(lang))).collect(),
        }
    }

    /// All that a language could have: one that is not named here is nowhere.
    fn candidates(&self, lang: LangIx) -> impl Iterator<Item = GeneratedPage> {
        let selections = self.compared.selections(lang).map(GeneratedPage::Compare);
        selections.chain([
            GeneratedPage::Map,
            GeneratedPage::Timeline,
            GeneratedPage::Index,
            GeneratedPage::NotFound,
            GeneratedPage::Offline,
        ])
    }

    /// On how many pages a language shows it; 0 where it has nothing to show.
    fn pages(&self, site: &Site, lang: LangIx, page: GeneratedPage) -> usize {
        match page {
            GeneratedPage::Compare(selection) => self.compared.pages(lang, selection),
            GeneratedPage::Map => usize::from(self.atlas.as_ref().is_some_and(|atlas| atlas.is_for(site, lang))),
            GeneratedPage::Timeline => usize::from(timeline::is_for(site, lang)),
            GeneratedPage::Index => self.indexes.get(usize::from(lang.0)).map_or(0, Index::pages),
            GeneratedPage::NotFound | GeneratedPage::Offline => 1,
        }
    }
}

impl GeneratedPages {
    /// A school that no map can show is a finding.
    pub fn of(
        site: &Site,
        interfaces: &Interfaces,
        templates: &Templates,
        findings: &mut Diagnostics,
    ) -> GeneratedPages {
        let has = |page: GeneratedPage| page.definition().templates.iter().all(|name| templates.has(name));
        let contents = Contents::of(site, interfaces, has, findings);
        let in_language = |(lang, _)| {
            let pages = contents.candidates(lang).filter(|page| has(*page));
            let pages = pages.map(|page| (page, contents.pages(site, lang, page))).filter(|(_, pages)| *pages > 0);
            pages
                .map(|(page, pages)| {
                    let place = place(site, interfaces, &contents.compared, page, lang);
                    (page, Generated { place, pages })
                })
                .collect()
        };
        let languages = site.languages().map(in_language).collect();
        GeneratedPages { contents, languages }
    }

    fn get(&self, page: GeneratedPage, lang: LangIx) -> Option<&Generated> {
        self.languages[usize::from(lang.0)].get(&page)
    }

    /// Those that a language has.
    pub fn in_language(&self, lang: LangIx) -> impl Iterator<Item = (GeneratedPage, &Generated)> {
        self.languages[usize::from(lang.0)].iter().map(|(page, generated)| (*page, generated))
    }

    /// Of how many pages it is in a language; 0 where there is none.
    pub fn pages(&self, page: GeneratedPage, lang: LangIx) -> usize {
        self.get(page, lang).map_or(0, |generated| generated.pages)
    }

    /// Where its first page stands in a language, if it is there and has an address as documents have.
    pub fn route(&self, page: GeneratedPage, lang: LangIx) -> Option<&Route> {
        match &self.get(page, lang)?.place {
            Place::Route(route) => Some(route),
            Place::File(_) | Place::Anywhere(_) => None,
        }
    }

    /// The file that it is in a language, if it is one that links lead to.
    pub fn file(&self, page: GeneratedPage, lang: LangIx) -> Option<&str> {
        match &self.get(page, lang)?.place {
            Place::File(file) => Some(file),
            Place::Route(_) | Place::Anywhere(_) => None,
        }
    }

    /// Of all that other pages can show of them.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.languages)
    }
}

impl Cx {
    /// Page `number`, from 1, of a generated page that a language has.
    pub fn at_generated(&self, page: GeneratedPage, lang: LangIx, number: usize) -> Here {
        match self.generated.get(page, lang).map(|generated| &generated.place) {
            Some(Place::Route(route)) => Here::at(lang, &route.page(number)),
            Some(Place::File(file)) => Here { lang, root: root_of_depth(file.matches('/').count()) },
            Some(Place::Anywhere(_)) | None => Here { lang, root: self.absolute_root() },
        }
    }

    /// A link to a generated page, where the language of `here` has it at an address.
    pub fn generated_link(&self, here: &Here, page: GeneratedPage) -> Option<Link> {
        let route = self.generated.route(page, here.lang)?;
        Some(Link {
            title: Repeated::own(Text::plain(page.title(self, here.lang))),
            href: self.href(here, route, here.lang),
        })
    }
}

fn place(site: &Site, interfaces: &Interfaces, compared: &Compared, page: GeneratedPage, lang: LangIx) -> Place {
    let Definition { title, at, .. } = page.definition();
    let tag = site.lang(lang);
    let home = Route::home(tag);
    match at {
        At::Route { below, slug } => {
            let section = below.and_then(|kind| site.section(SectionKey::Kind(kind)));
            let above = section.map_or(&home, |section| &section.routes[usize::from(lang.0)]);
            let named = interfaces.get(tag).slug(title);
            let whole = above.join(named.as_deref().unwrap_or(slug));
            Place::Route(match page {
                GeneratedPage::Compare(selection) => compared.below(whole, selection),
                _ => whole,
            })
        }
        At::File(name) => Place::File(format!("{tag}/{name}")),
        At::Anywhere(name) => Place::Anywhere(format!("{tag}/{name}")),
    }
}
