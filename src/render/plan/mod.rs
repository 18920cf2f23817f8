//! From the site to the artifacts of a release: a View for every page, rendered at once, and bytes for every other file.

mod document_pages;
mod for_machines;
mod list_pages;
mod other_pages;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Mirror;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Lang, OutPath, SourcePath};
use crate::model::{DocIx, LangIx, Section, SectionKey};
use crate::source::Bytes;
use crate::yaml::Step;

use crate::render::assets::Assets;
use crate::render::bodies::{Bodies, bodies};
use crate::render::cards::Cards;
use crate::render::chrome::{self};
use crate::render::cx::{Cx, Here, root_of_depth};
use crate::render::feeds;
use crate::render::files::Files;
use crate::render::lists::{self, Listing};
use crate::render::page::{Content, View};
use crate::render::templates::{Frame, Templates};
use crate::render::views::*;

/// What a plan is made with, beside the site.
pub struct Parts<'a> {
    pub files: &'a Files,
    pub assets: &'a Assets,
    pub templates: &'a Templates,
    /// The mirror to make; else the origin is made.
    pub mirror: Option<&'a Mirror>,
}

/// All files of a release, by their paths, and what was found in making their Views.
pub struct Plan {
    pub artifacts: BTreeMap<OutPath, Bytes>,
    /// How many pages show a document or a list.
    pub pages: usize,
}

/// Everything that stays the same for all pages.
struct Planner<'a> {
    cx: &'a Cx<'a>,
    parts: &'a Parts<'a>,
    bodies: Bodies,
    /// By language, then by the way to the root.
    frames: BTreeMap<(LangIx, String), Frame>,
    /// How many pages each section has, by language of the site.
    list_pages: BTreeMap<SectionKey, Vec<usize>>,
}

/// What one language is planned with.
struct InLanguage<'a> {
    lang: LangIx,
    cards: Cards,
    listings: Vec<(&'a Section, Listing)>,
    gathered: BTreeMap<DocIx, Vec<DocIx>>,
    /// The feed of each section, where it has entries.
    feeds: BTreeMap<SectionKey, String>,
}

/// Plans a release.
pub fn plan(cx: &Cx<'_>, parts: &Parts<'_>, findings: &mut Diagnostics) -> Plan {
    let bodies = bodies(cx, parts.files, findings);
    let mut list_pages: BTreeMap<SectionKey, Vec<usize>> = BTreeMap::new();
    let every: Vec<LangIx> = cx.site.languages().map(|(ix, _)| ix).collect();
    for section in &cx.site.sections {
        let count = |lang: &LangIx| {
            let members = cx.site.all().filter(|ix| SectionKey::of(cx.site.get(*ix)) == Some(section.key));
            members.filter(|ix| cx.site.route(*ix, *lang).is_some()).count()
        };
        list_pages.insert(section.key, every.iter().map(|lang| count(lang).div_ceil(lists::PER_PAGE).max(1)).collect());
    }
    let planner = Planner { cx, parts, bodies, frames: frames(cx, parts), list_pages };

    let gathered: Vec<BTreeMap<DocIx, Vec<DocIx>>> = every.par_iter().map(|lang| cx.site.gathered(*lang)).collect();
    let languages: Vec<InLanguage<'_>> = cx
        .addresses
        .hosted
        .par_iter()
        .map(|lang| planner.in_language(*lang, gathered[usize::from(lang.0)].clone()))
        .collect();

    let mut made: Vec<Made> = Vec::new();
    for language in &languages {
        let documents: Vec<DocIx> = cx.site.all().filter(|ix| cx.site.route(*ix, language.lang).is_some()).collect();
        made.par_extend(documents.par_iter().flat_map_iter(|ix| planner.document_pages(language, *ix, &gathered)));
        made.par_extend(
            language
                .listings
                .par_iter()
                .flat_map_iter(|(section, listing)| planner.list_pages(language, section, listing)),
        );
        made.push(planner.not_found(language.lang, &format!("{}/404.html", cx.site.lang(language.lang))));
    }
    made.push(planner.not_found(cx.addresses.hosted[0], "404.html"));
    made.push(planner.chooser());
    made.extend(languages.iter().flat_map(|language| planner.redirects(language.lang)));
    made.extend(languages.iter().flat_map(|language| planner.calendars_and_feeds(language)));
    made.extend(planner.sitemaps(&languages, &gathered));
    made.extend(parts.files.iter().map(|(source, file)| {
        let owner = SourcePath::new(source).map(Owner::File);
        Made::new(&file.out, file.bytes.clone(), owner)
    }));

    let mut plan = Plan { artifacts: BTreeMap::new(), pages: 0 };
    let mut owners: BTreeMap<OutPath, Owner> = BTreeMap::new();
    plan.artifacts.extend(parts.assets.files.iter().cloned());
    let mut faults = Faults::default();
    for made in made {
        findings.append(made.findings);
        faults.tell(made.fault, findings);
        let is_page = made.is_page;
        if plan.artifacts.contains_key(&made.path) {
            // Two documents for one address are found where addresses are made.
            let route = made.path.as_str().strip_suffix("index.html").unwrap_or_default();
            if !findings.any(|finding| {
                is_page && finding.code == "same-address" && finding.message.ends_with(&format!(" /{route}"))
            }) {
                findings.push(taken(&made.path, made.owner.map(|owner| owner.span(cx))));
            }
            continue;
        }
        plan.pages += usize::from(is_page);
        owners.extend(made.owner.map(|owner| (made.path.clone(), owner)));
        plan.artifacts.insert(made.path, made.bytes);
    }
    findings.append(files_as_folders(cx, &plan.artifacts, &owners));
    plan
}

/// A file where another file needs a folder: `/robots.txt/` as an alias, `static/en`.
fn files_as_folders(
    cx: &Cx<'_>,
    artifacts: &BTreeMap<OutPath, Bytes>,
    owners: &BTreeMap<OutPath, Owner>,
) -> Diagnostics {
    let mut found: BTreeMap<&str, Diagnostic> = BTreeMap::new();
    let mut checked = "";
    for path in artifacts.keys() {
        let folder = path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder == checked {
            continue;
        }
        checked = folder;
        let above = folder.match_indices('/').map(|(end, _)| &folder[..end]).chain([folder]);
        for file in above.filter(|above| artifacts.contains_key(*above)) {
            let message = format!("the site would have both a file and a folder at /{file}");
            let finding = Diagnostic::error("same-address", message)
                .help("choose another alias or slug, or rename the file in static/");
            found.entry(file).or_insert_with(|| match owners.get(path).or_else(|| owners.get(file)) {
                Some(owner) => finding.at(owner.span(cx)),
                None => finding,
            });
        }
    }
    found.into_values().collect()
}

/// What decided an address. To find its place takes a parser, so that is left for when somebody asks.
#[derive(Clone)]
enum Owner {
    File(SourcePath),
    Alias(DocIx, Lang, usize),
}

impl Owner {
    fn span(&self, cx: &Cx<'_>) -> Span {
        match self {
            Owner::File(path) => Span::file(path),
            Owner::Alias(ix, lang, number) => {
                let text = &cx.site.get(*ix).texts[lang];
                text.file.front_matter().span(&[Step::field("aliases"), Step::Item(*number)])
            }
        }
    }
}

/// One file as it comes out of planning.
struct Made {
    path: OutPath,
    bytes: Bytes,
    /// Whether it shows a document or a list.
    is_page: bool,
    /// The place that decided its address, where one did.
    owner: Option<Owner>,
    findings: Diagnostics,
    /// What its template stumbled over.
    fault: Option<Box<Diagnostic>>,
}

impl Made {
    fn new(path: &str, bytes: Bytes, owner: Option<Owner>) -> Made {
        let path = OutPath::new(path).expect("addresses are made of checked segments");
        Made { path, bytes, is_page: false, owner, findings: Diagnostics::new(), fault: None }
    }

    fn text(path: &str, text: String) -> Made {
        Made::new(path, Arc::from(text.into_bytes()), None)
    }
}

fn taken(path: &OutPath, owner: Option<Span>) -> Diagnostic {
    let finding = Diagnostic::error("same-address", format!("two files of the site would be /{path}"))
        .help("choose another alias or slug, or rename the file in static/");
    match owner {
        Some(span) => finding.at(span),
        None => finding,
    }
}

/// Deeper pages than these are rare enough to have a frame of their own.
const DEEPEST_FRAME: usize = 8;

fn frames(cx: &Cx<'_>, parts: &Parts<'_>) -> BTreeMap<(LangIx, String), Frame> {
    let roots: Vec<String> = (0..=DEEPEST_FRAME).map(root_of_depth).chain([cx.absolute_root()]).collect();
    let keys: Vec<(LangIx, String)> =
        cx.addresses.hosted.iter().flat_map(|lang| roots.iter().map(move |root| (*lang, root.clone()))).collect();
    keys.into_par_iter().map(|(lang, root)| ((lang, root.clone()), frame(cx, parts, &Here { lang, root }))).collect()
}

fn frame(cx: &Cx<'_>, parts: &Parts<'_>, here: &Here) -> Frame {
    Templates::frame(&chrome::site_view(cx, here, parts.mirror))
}

/// A fault that many pages meet is told once, with the first of them.
#[derive(Default)]
struct Faults(BTreeSet<(Option<Span>, String)>);

impl Faults {
    fn tell(&mut self, fault: Option<Box<Diagnostic>>, findings: &mut Diagnostics) {
        let Some(fault) = fault else { return };
        let message = fault.message.split(" (met on ").next().unwrap_or_default().to_owned();
        if self.0.insert((fault.span.clone(), message)) {
            findings.push(*fault);
        }
    }
}

impl<'a> Planner<'a> {
    /// A page: its View is rendered here and let go, since all of them together need not stand in memory at once.
    fn page(&self, path: &str, here: &Here, view: View, owner: Option<Owner>) -> Made {
        let lang = self.cx.site.lang(here.lang);
        let rendered = match self.frames.get(&(here.lang, here.root.clone())) {
            Some(frame) => self.parts.templates.render(lang, frame, &view, path),
            None => self.parts.templates.render(lang, &frame(self.cx, self.parts, here), &view, path),
        };
        let (bytes, fault) = match rendered {
            Ok(html) => (Arc::from(html), None),
            Err(fault) => (Arc::from([].as_slice()), Some(fault)),
        };
        let is_page = !matches!(view.content, Content::Redirect(_));
        Made { is_page, fault, ..Made::new(path, bytes, owner) }
    }

    fn in_language(&self, lang: LangIx, gathered: BTreeMap<DocIx, Vec<DocIx>>) -> InLanguage<'a> {
        let cx = self.cx;
        let feeds = cx
            .site
            .sections
            .iter()
            .filter(|section| matches!(section.key, SectionKey::Kind(_)))
            .filter_map(|section| {
                let members = cx.site.all().filter(|ix| SectionKey::of(cx.site.get(*ix)) == Some(section.key));
                let entries = feeds::entries(cx, lang, members);
                (!entries.is_empty()).then(|| (section.key, feeds::atom(cx, lang, section, &entries)))
            })
            .collect();
        InLanguage {
            lang,
            cards: Cards::of(cx, lang),
            listings: cx.site.sections.iter().map(|section| (section, lists::of_section(cx, lang, section))).collect(),
            gathered,
            feeds,
        }
    }

    fn body(&self, ix: DocIx, lang: LangIx) -> Body {
        match self.bodies.get(&(ix, lang)) {
            Some(rendered) => rendered.body.clone(),
            None => Body { html: Arc::from(""), lang: None, dir: None, contents: Vec::new() },
        }
    }

    fn feed_links(&self, language: &InLanguage<'_>, here: &Here, section: &Section) -> Vec<Link> {
        if !language.feeds.contains_key(&section.key) {
            return Vec::new();
        }
        let route = &section.routes[usize::from(here.lang.0)];
        let title = lists::section_title(self.cx, here.lang, section.key);
        vec![Link { title, href: self.cx.file_href(here, &format!("{route}feed.xml")) }]
    }

    fn page_crumb(&self, lang: LangIx, number: usize, total: usize) -> Link {
        use crate::i18n::Arg::Number;
        let text = self.cx.t(lang, "page-of", &[("page", Number(number as f64)), ("pages", Number(total as f64))]);
        Link { title: Text { text, lang: None }, href: String::new() }
    }
}

/// How many pages hold what a country or a term gathers, by language of the site.
fn pages_of_gathering(gathered: &[BTreeMap<DocIx, Vec<DocIx>>], ix: DocIx) -> Vec<usize> {
    gathered.iter().map(|gathered| gathered.get(&ix).map_or(0, Vec::len).div_ceil(lists::PER_PAGE).max(1)).collect()
}

fn empty_body() -> Body {
    Body { html: Arc::from(""), lang: None, dir: None, contents: Vec::new() }
}
