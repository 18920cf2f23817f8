//! From the site to the artifacts of a release.
//!
//! In: the site and what its pages are made with. Out: a [`Plan`]: the path of every file, and how to make each. Always:
//! a file is made when it is asked for, from the plan alone; a View lives while its page is rendered.

mod addresses;
mod artifact;
mod cards;
mod document_pages;
mod for_machines;
mod generated_pages;
mod list_pages;
mod maker;
mod other_pages;
mod pictures;
mod world;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::config::Mirror;
use crate::diag::Diagnostics;
use crate::foundation::{Day, OutPath};
use crate::model::{DocIx, LangIx, SectionKey, Titles};
use crate::release::{Artifacts, Bytes, Made, Previous};

use crate::render::assets::Assets;
use crate::render::bodies::Bodies;
use crate::render::cards::Cards;
use crate::render::chrome;
use crate::render::cx::{Cx, Here, root_of_depth};
use crate::render::everywhere::Everywhere;
use crate::render::feeds;
use crate::render::files::Files;
use crate::render::lists::{self, Listing};
use crate::render::pictures::Shelf;
use crate::render::search::{self, Search};
use crate::render::share::Design;
use crate::render::templates::{Frame, Templates};
use crate::render::views::*;
use crate::source::Kind;

use addresses::ByPath;
use for_machines::Listed;
use maker::Maker;
use world::World;

/// What a plan is made with, beside the site.
pub struct Parts {
    pub files: Files,
    pub assets: Arc<Assets>,
    pub templates: Arc<Templates>,
    /// The mirror to make; else the origin is made.
    pub mirror: Option<Mirror>,
    pub everywhere: Everywhere,
    /// Where sizes of pictures wait that were made with others.
    pub shelf: Arc<Shelf>,
    /// How cards for sharing look, where there are any.
    pub design: Option<Arc<Design>>,
    /// `None` where the site has none.
    pub search: Option<Search>,
}

/// A release before its files are made.
pub struct Plan {
    cx: Cx,
    parts: Parts,
    bodies: Bodies,
    /// By language, then by the way to the root.
    frames: BTreeMap<(LangIx, String), Frame>,
    /// How many pages each section has, by language of the site.
    list_pages: BTreeMap<SectionKey, Vec<usize>>,
    /// What each country and term gathers, by language of the site.
    gathered: Vec<BTreeMap<DocIx, Vec<DocIx>>>,
    /// In the order of this release.
    languages: Vec<InLanguage>,
    /// The documents of each section, by kind and id.
    members: BTreeMap<SectionKey, Vec<DocIx>>,
    /// The links of all sitemaps, once one is asked for.
    sitemap_links: OnceLock<BTreeMap<Listed, String>>,
    world: World,
    artifacts: ByPath,
    /// How many pages show a document or a list.
    pub pages: usize,
}

/// What one language is planned with.
struct InLanguage {
    lang: LangIx,
    cards: Cards,
    titles: OnceLock<Titles>,
    /// Of each section of the site, in its order.
    listings: Vec<OnceLock<Listing>>,
    /// Of each country and term.
    gatherings: BTreeMap<DocIx, OnceLock<Listing>>,
    /// The feed of each section, where it has entries.
    feeds: BTreeMap<SectionKey, Vec<(Day, DocIx)>>,
}

/// Plans a release. What is wrong with addresses is found here, what is wrong with templates in making.
pub fn plan(cx: Cx, parts: Parts, bodies: Bodies, findings: &mut Diagnostics) -> Plan {
    let every: Vec<LangIx> = cx.site.languages().map(|(ix, _)| ix).collect();
    let members = lists::members(&cx.site);
    let list_pages = cx.site.sections.iter().map(|section| {
        let pages = |lang: &LangIx| {
            let shown = members[&section.key].iter().filter(|ix| cx.site.route(**ix, *lang).is_some()).count();
            shown.div_ceil(lists::PER_PAGE).max(1)
        };
        (section.key, every.iter().map(pages).collect())
    });
    let list_pages = list_pages.collect();
    let gathering: Vec<DocIx> =
        [Kind::Country, Kind::Term].into_iter().flat_map(|kind| cx.site.of_kind(kind)).collect();
    let in_language = |lang: &LangIx| {
        let feeds = cx.site.sections.iter().filter(|section| matches!(section.key, SectionKey::Kind(_)));
        let feeds =
            feeds.map(|section| (section.key, feeds::entries(&cx, *lang, members[&section.key].iter().copied())));
        InLanguage {
            lang: *lang,
            cards: Cards::of(&cx.site),
            titles: OnceLock::new(),
            listings: cx.site.sections.iter().map(|_| OnceLock::new()).collect(),
            gatherings: gathering.iter().map(|ix| (*ix, OnceLock::new())).collect(),
            feeds: feeds.filter(|(_, entries)| !entries.is_empty()).collect(),
        }
    };
    let ((frames, world), (gathered, languages)) = rayon::join(
        || (frames(&cx, &parts), World::of(&cx, &parts)),
        || rayon::join(|| cx.site.gathered(), || cx.addresses.hosted.par_iter().map(in_language).collect()),
    );
    let mut plan = Plan {
        cx,
        parts,
        bodies,
        frames,
        list_pages,
        gathered,
        languages,
        members,
        sitemap_links: OnceLock::new(),
        world,
        artifacts: ByPath::default(),
        pages: 0,
    };
    (plan.artifacts, plan.pages) = addresses::addresses(&plan, findings);
    plan
}

/// Deeper pages than these are rare enough to have a frame of their own.
const DEEPEST_FRAME: usize = 8;

fn frames(cx: &Cx, parts: &Parts) -> BTreeMap<(LangIx, String), Frame> {
    let roots: Vec<String> = (0..=DEEPEST_FRAME).map(root_of_depth).chain([cx.absolute_root()]).collect();
    let keys: Vec<(LangIx, String)> =
        cx.addresses.hosted.iter().flat_map(|lang| roots.iter().map(move |root| (*lang, root.clone()))).collect();
    keys.into_par_iter().map(|(lang, root)| ((lang, root.clone()), frame(cx, parts, &Here { lang, root }))).collect()
}

fn frame(cx: &Cx, parts: &Parts, here: &Here) -> Frame {
    parts.templates.frame(cx.site.lang(here.lang), &chrome::site_view(cx, here, parts.mirror.as_ref()))
}

impl Artifacts for Plan {
    fn paths(&self) -> Vec<&OutPath> {
        let mut paths: Vec<&OutPath> = self.artifacts.paths().collect();
        if let Some(search) = &self.parts.search {
            // All of its paths begin alike, as no other does.
            let at = paths.partition_point(|path| path.as_str() < search::FOLDER);
            paths.splice(at..at, search.paths(&self.cx));
        }
        paths
    }

    fn make(&self, path: &OutPath, last: Option<Previous<'_>>) -> Made {
        let Some(artifact) = self.artifacts.get(path.as_str()) else { return self.make_of_search(path, last) };
        let inputs = self.inputs(artifact);
        match last {
            Some(last) if last.from.inputs == inputs => Made::Known(last.from),
            last => Maker { plan: self, path, inputs, last }.make(artifact),
        }
    }
}

impl Plan {
    /// The published names of the theme's static files, for a preview that follows them.
    pub fn assets(&self) -> &Assets {
        &self.parts.assets
    }

    /// Whether the release has a file of this path.
    pub fn has(&self, path: &OutPath) -> bool {
        self.artifacts.get(path.as_str()).is_some() || self.of_search(path).is_some()
    }

    /// A file of the search, where it is one.
    fn of_search(&self, path: &OutPath) -> Option<search::Asked<'_>> {
        let search = self.parts.search.as_ref().filter(|_| path.as_str().starts_with(search::FOLDER))?;
        search.file(&self.cx, path)
    }

    fn make_of_search(&self, path: &OutPath, last: Option<Previous<'_>>) -> Made {
        let search::Asked { fingerprint, make } = self.of_search(path).expect("one of the plan's own paths");
        Maker { plan: self, path, inputs: fingerprint, last }.unless_known(fingerprint, || Bytes::Own(make()))
    }

    /// The languages of this release, in its order.
    pub fn hosted(&self) -> impl Iterator<Item = crate::foundation::Lang> + '_ {
        self.languages.iter().map(|language| self.cx.site.lang(language.lang))
    }

    /// Where the 404 pages think that the site is: an absolute path.
    pub fn base_path(&self) -> String {
        self.cx.absolute_root()
    }

    fn listing(&self, language: usize, section: usize) -> &Listing {
        let language = &self.languages[language];
        language.listings[section].get_or_init(|| {
            let section = &self.cx.site.sections[section];
            let members = &self.members[&section.key];
            lists::of_section(&self.cx, language.lang, self.titles(language), section, members)
        })
    }

    fn gathering(&self, language: usize, ix: DocIx) -> &Listing {
        let language = &self.languages[language];
        let none = Vec::new();
        let gathered = self.gathered[usize::from(language.lang.0)].get(&ix).unwrap_or(&none);
        language.gatherings[&ix]
            .get_or_init(|| lists::gathering(&self.cx, language.lang, self.titles(language), ix, gathered))
    }

    fn titles<'a>(&self, language: &'a InLanguage) -> &'a Titles {
        let lang = language.lang;
        language.titles.get_or_init(|| Titles::of(&self.cx.site, lang, self.cx.interface(lang)))
    }

    fn body(&self, ix: DocIx, lang: LangIx) -> Body {
        self.bodies.body(ix, lang)
    }

    fn feed_links(&self, language: &InLanguage, here: &Here, section: SectionKey) -> Vec<Repeated<Link>> {
        if !language.feeds.contains_key(&section) {
            return Vec::new();
        }
        let link = || {
            let section = self.cx.site.section(section).expect("a feed is a section's");
            let route = &section.routes[usize::from(here.lang.0)];
            let title = Repeated::own(lists::section_title(&self.cx, here.lang, section.key));
            Repeated::shared(Link { title, href: self.cx.file_href(here, &format!("{route}feed.xml")) })
        };
        vec![self.cx.repeats.links.get(("feed", here, section), link)]
    }

    /// How many pages hold what a country or a term gathers, by language of the site.
    fn pages_of_gathering(&self, ix: DocIx) -> Vec<usize> {
        let pages = |gathered: &BTreeMap<DocIx, Vec<DocIx>>| gathered.get(&ix).map_or(0, Vec::len);
        self.gathered.iter().map(|gathered| pages(gathered).div_ceil(lists::PER_PAGE).max(1)).collect()
    }
}
