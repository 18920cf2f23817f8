//! From the site to the artifacts of a release: every page with its View, every other file with its bytes.

mod document_pages;
mod for_machines;
mod list_pages;
mod other_pages;

use std::collections::BTreeMap;
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
use crate::render::cx::{Cx, Here};
use crate::render::feeds;
use crate::render::files::Files;
use crate::render::lists::{self, Listing};
use crate::render::page::{Content, Page, View};
use crate::render::views::*;

/// One file of a release.
#[derive(Clone, Debug)]
pub enum Artifact {
    Bytes(Bytes),
    Page(Box<Page>),
}

/// All files of a release, by their paths, and what was found in making their Views.
pub struct Plan {
    pub artifacts: BTreeMap<OutPath, Artifact>,
    /// How many pages show a document or a list.
    pub pages: usize,
}

/// Everything that stays the same for all pages.
struct Planner<'a> {
    cx: &'a Cx<'a>,
    files: &'a Files,
    bodies: Bodies,
    mirror: Option<&'a Mirror>,
    /// By language, then by the way to the root.
    sites: BTreeMap<(LangIx, String), Arc<SiteView>>,
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
pub fn plan(cx: &Cx<'_>, files: &Files, assets: &Assets, mirror: Option<&Mirror>, findings: &mut Diagnostics) -> Plan {
    let bodies = bodies(cx, files, findings);
    let mut list_pages: BTreeMap<SectionKey, Vec<usize>> = BTreeMap::new();
    let every: Vec<LangIx> = cx.site.languages().map(|(ix, _)| ix).collect();
    for section in &cx.site.sections {
        let count = |lang: &LangIx| {
            let members = cx.site.all().filter(|ix| SectionKey::of(cx.site.get(*ix)) == Some(section.key));
            members.filter(|ix| cx.site.route(*ix, *lang).is_some()).count()
        };
        list_pages.insert(section.key, every.iter().map(|lang| count(lang).div_ceil(lists::PER_PAGE).max(1)).collect());
    }
    let mut planner = Planner { cx, files, bodies, mirror, sites: BTreeMap::new(), list_pages };
    planner.sites = planner.site_views();

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
    made.extend(files.iter().map(|(source, file)| {
        let owner = SourcePath::new(source).map(Owner::File);
        Made::new(&file.out, Artifact::Bytes(file.bytes.clone()), owner)
    }));

    let mut plan = Plan { artifacts: BTreeMap::new(), pages: 0 };
    let mut owners: BTreeMap<OutPath, Owner> = BTreeMap::new();
    plan.artifacts.extend(assets.files.iter().map(|(path, bytes)| (path.clone(), Artifact::Bytes(bytes.clone()))));
    for made in made {
        findings.append(made.findings);
        let is_page =
            matches!(&made.artifact, Artifact::Page(page) if !matches!(page.view.content, Content::Redirect(_)));
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
        plan.artifacts.insert(made.path, made.artifact);
    }
    findings.append(files_as_folders(cx, &plan.artifacts, &owners));
    plan
}

/// A file where another file needs a folder: `/robots.txt/` as an alias, `static/en`.
fn files_as_folders(
    cx: &Cx<'_>,
    artifacts: &BTreeMap<OutPath, Artifact>,
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
    artifact: Artifact,
    /// The place that decided its address, where one did.
    owner: Option<Owner>,
    findings: Diagnostics,
}

impl Made {
    fn new(path: &str, artifact: Artifact, owner: Option<Owner>) -> Made {
        let path = OutPath::new(path).expect("addresses are made of checked segments");
        Made { path, artifact, owner, findings: Diagnostics::new() }
    }

    fn text(path: &str, text: String) -> Made {
        Made::new(path, Artifact::Bytes(Arc::from(text.into_bytes())), None)
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

impl<'a> Planner<'a> {
    fn site_views(&self) -> BTreeMap<(LangIx, String), Arc<SiteView>> {
        let deepest = 12;
        let own = self.cx.addresses.own.as_str();
        let absolute = own.splitn(4, '/').nth(3).map_or("/".to_owned(), |path| format!("/{path}"));
        let hosted = &self.cx.addresses.hosted;
        let roots: Vec<String> = (0..=deepest).map(crate::render::cx::root_of_depth).chain([absolute]).collect();
        let keys: Vec<(LangIx, String)> =
            hosted.iter().flat_map(|lang| roots.iter().map(move |root| (*lang, root.clone()))).collect();
        keys.into_par_iter()
            .map(|(lang, root)| {
                let view = chrome::site_view(self.cx, &Here { lang, root: root.clone() }, self.mirror);
                ((lang, root), Arc::new(view))
            })
            .collect()
    }

    fn site(&self, here: &Here) -> Arc<SiteView> {
        match self.sites.get(&(here.lang, here.root.clone())) {
            Some(site) => site.clone(),
            None => Arc::new(chrome::site_view(self.cx, here, self.mirror)),
        }
    }

    fn page(&self, here: &Here, view: View) -> Artifact {
        let lang = self.cx.site.lang(here.lang);
        Artifact::Page(Box::new(Page { lang, site: self.site(here), view }))
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
