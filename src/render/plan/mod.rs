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
mod other_pages;
mod pictures;
mod world;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::config::Mirror;
use crate::diag::Diagnostics;
use crate::foundation::{Day, Fingerprint, OutPath};
use crate::model::{DocIx, LangIx, SectionKey, Titles};
use crate::release::{Artifacts, Bytes, Made, MadeFrom, Passage, Previous, Rendered};

use crate::render::assets::Assets;
use crate::render::bodies::Bodies;
use crate::render::cards::Cards;
use crate::render::chrome;
use crate::render::cx::{Cx, Here, root_of_depth};
use crate::render::everywhere::Everywhere;
use crate::render::feeds;
use crate::render::files::Files;
use crate::render::lists::{self, Listing};
use crate::render::page::View;
use crate::render::pictures::Shelf;
use crate::render::search::{self, Search};
use crate::render::share::Design;
use crate::render::templates::{Frame, Templates};
use crate::render::views::*;
use crate::source::{File, Kind};

use addresses::ByPath;
use artifact::Artifact;
use for_machines::Listed;
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
    let gathered = cx.site.gathered();
    let gathering: Vec<DocIx> =
        [Kind::Country, Kind::Term].into_iter().flat_map(|kind| cx.site.of_kind(kind)).collect();
    let languages = cx
        .addresses
        .hosted
        .iter()
        .map(|lang| {
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
        })
        .collect();
    let frames = frames(&cx, &parts);
    let world = World::of(&cx, &parts);
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
        let pages = &self.artifacts.paths;
        let Some(search) = &self.parts.search else { return pages.iter().collect() };
        // All of its paths begin alike, as no other does.
        let at = pages.partition_point(|path| path.as_str() < search::FOLDER);
        pages[..at].iter().chain(search.paths(&self.cx)).chain(&pages[at..]).collect()
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

/// One artifact in the making.
struct Maker<'a> {
    plan: &'a Plan,
    path: &'a OutPath,
    inputs: Fingerprint,
    last: Option<Previous<'a>>,
}

impl Maker<'_> {
    fn make(&self, artifact: Artifact) -> Made {
        match artifact {
            Artifact::Document { language, ix } => self.document(language, ix),
            Artifact::Gathering { language, ix, number } => self.gathering(language, ix, number),
            Artifact::List { language, section, number } => self.list(language, section, number),
            Artifact::Generated { language, page, number } => self.generated(language, page, number),
            Artifact::Chooser => self.chooser(),
            Artifact::Redirect { lang, ix, .. } => self.redirect(lang, ix),
            Artifact::Feed { language, section } => self.feed(language, section),
            Artifact::Calendar { language, section } => self.calendar(language, section),
            Artifact::Event { language, ix } => self.event(language, ix),
            Artifact::References { language, section, format } => self.references(language, section, format),
            Artifact::Sitemap { language, part } => self.sitemap(language, part),
            Artifact::Sitemaps => self.sitemaps(),
            Artifact::Robots => self.robots(),
            Artifact::File(number) => self.published(number),
            Artifact::Size { file, width } => self.size(file, width),
            Artifact::Card { lang, topic } => self.card(lang, topic),
            Artifact::Asset(number) => self.file(&self.plan.parts.assets.files[number].1),
        }
    }

    /// A file as it is.
    fn file(&self, file: &File) -> Made {
        self.unless_known(file.fingerprint(), || Bytes::Shared(file.shared()))
    }

    /// A page with the text of the document `of`; `findings` were found in making its View.
    fn page(&self, here: &Here, of: Option<DocIx>, view: &View, findings: Diagnostics) -> Made {
        let plan = self.plan;
        let lang = plan.cx.site.lang(here.lang);
        let own;
        let frame = match plan.frames.get(&(here.lang, here.root.clone())) {
            Some(frame) => frame,
            None => {
                own = frame(&plan.cx, &plan.parts, here);
                &own
            }
        };
        let fingerprint = frame.fingerprint_of(view);
        // What was wrong with a View is told each time.
        if let Some(known) = self.known(fingerprint).filter(|_| findings.is_empty()) {
            return known;
        }
        let text = of.and_then(|ix| {
            let html = &view.body()?.html;
            html.prepare(|| self.text_of(ix, here.lang));
            Some(html.as_str())
        });
        let mut findings = findings;
        let bytes = match plan.parts.templates.render(lang, frame, view) {
            Ok(html) => html,
            Err(fault) => {
                findings.push(fault.met_on(self.path));
                Vec::new()
            }
        };
        let from =
            MadeFrom { text: text.map_or_else(Passage::default, |text| find(text, &bytes)), ..self.from(fingerprint) };
        Made::New(from, Rendered { bytes: Bytes::Own(bytes), findings })
    }

    /// The HTML of the page's text: as it was rendered for this build; as the page had it when it was made last, if it is
    /// what it was; else rendered again.
    fn text_of(&self, ix: DocIx, lang: LangIx) -> String {
        let Plan { bodies, cx, parts, .. } = self.plan;
        let published = || {
            let Previous { from, passage } = self.last?;
            let html = passage(from.text).filter(|html| bodies.is_html_of(html, ix, lang))?;
            String::from_utf8(html).ok()
        };
        bodies.take_html(ix, lang).or_else(published).unwrap_or_else(|| bodies.html(cx, &parts.files, ix, lang))
    }

    fn from(&self, shown: Fingerprint) -> MadeFrom {
        MadeFrom { inputs: self.inputs, shown, text: Passage::default() }
    }

    /// Where it shows what it showed when it was made last, it is what it was.
    fn known(&self, shown: Fingerprint) -> Option<Made> {
        let last = self.last.filter(|last| last.from.shown == shown)?;
        Some(Made::Known(MadeFrom { inputs: self.inputs, ..last.from }))
    }

    /// Text that is made whenever it is asked for: the text is its own fingerprint.
    fn text(&self, text: String) -> Made {
        self.unless_known(Fingerprint::of_bytes(text.as_bytes()), || Bytes::Own(text.into_bytes()))
    }

    fn unless_known(&self, fingerprint: Fingerprint, make: impl FnOnce() -> Bytes) -> Made {
        self.known(fingerprint).unwrap_or_else(|| {
            Made::New(self.from(fingerprint), Rendered { bytes: make(), findings: Diagnostics::new() })
        })
    }
}

/// Where a text stands in a page, if the template shows it as it is. It is looked for by its beginning: to prepare a search
/// for thousands of bytes takes longer than to find them.
fn find(text: &str, page: &[u8]) -> Passage {
    const BEGINNING: usize = 48;
    let text = text.as_bytes();
    if text.is_empty() {
        return Passage::default();
    }
    let beginning = &text[..text.len().min(BEGINNING)];
    let start = memchr::memmem::find_iter(page, beginning).find(|start| page[*start..].starts_with(text));
    let ends = start.and_then(|start| Some((u32::try_from(start).ok()?, u32::try_from(start + text.len()).ok()?)));
    ends.map_or_else(Passage::default, |(start, end)| Passage { start, end })
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

    fn feed_links(&self, language: &InLanguage, here: &Here, section: SectionKey) -> Vec<Link> {
        if !language.feeds.contains_key(&section) {
            return Vec::new();
        }
        let section = self.cx.site.section(section).expect("a feed is a section's");
        let route = &section.routes[usize::from(here.lang.0)];
        let title = lists::section_title(&self.cx, here.lang, section.key);
        vec![Link { title, href: self.cx.file_href(here, &format!("{route}feed.xml")) }]
    }

    /// How many pages hold what a country or a term gathers, by language of the site.
    fn pages_of_gathering(&self, ix: DocIx) -> Vec<usize> {
        let pages = |gathered: &BTreeMap<DocIx, Vec<DocIx>>| gathered.get(&ix).map_or(0, Vec::len);
        self.gathered.iter().map(|gathered| pages(gathered).div_ceil(lists::PER_PAGE).max(1)).collect()
    }
}
