//! From the site to the artifacts of a release: every page with its View, every other file with its bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Mirror;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Lang, OutPath, SourcePath};
use crate::model::{DocIx, LangIx, Route, Section, SectionKey, State};
use crate::source::facts::Facts;
use crate::source::{Bytes, Kind};
use crate::yaml::Step;

use super::assets::Assets;
use super::bodies::{Bodies, bodies};
use super::cards::Cards;
use super::chrome::{self, Subject, page_view};
use super::cx::{Cx, Here};
use super::document::{Materials, document};
use super::files::Files;
use super::lists::{self, Listing};
use super::page::{Content, Page, View};
use super::sitemap;
use super::views::*;
use super::{calendar, feeds, json_ld, notices};

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
        let roots: Vec<String> = (0..=deepest).map(super::cx::root_of_depth).chain([absolute]).collect();
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

    fn document_pages(
        &self,
        language: &InLanguage<'_>,
        ix: DocIx,
        gathered: &[BTreeMap<DocIx, Vec<DocIx>>],
    ) -> Vec<Made> {
        let cx = self.cx;
        let lang = language.lang;
        let document_ = cx.site.get(ix);
        let route = cx.site.route(ix, lang).expect("only documents with an address are planned");
        let here = Here::at(lang, route);
        let mut page = page_view(cx, &here, Subject::Document(ix));
        page.title = cx.title(lang, ix).text;
        page.description = cx.summary(lang, ix).text;
        page.kind = document_.kind.as_str();
        page.breadcrumbs = chrome::breadcrumbs(cx, &here, ix);
        page.notices = notices::notices(cx, &here, ix);
        page.json_ld = json_ld::of_document(cx, lang, ix, &page.breadcrumbs);
        if let Some(section) = SectionKey::of(document_).and_then(|key| cx.site.section(key)) {
            page.section = section.key.folder().to_owned();
            page.feeds = self.feed_links(language, &here, section);
        } else {
            page.section = document_.id.as_str().split('/').next().unwrap_or_default().to_owned();
        }
        let out = format!("{route}index.html");
        let mut findings = Diagnostics::new();
        if matches!(document_.kind, Kind::Country | Kind::Term) {
            return self.gathering_pages(language, ix, page, &pages_of_gathering(gathered, ix));
        }
        let materials = Materials { cards: &language.cards, files: self.files };
        let view = document(cx, &materials, &here, ix, self.body(ix, lang), &mut findings);
        let content = if chrome::is_home(cx, ix) {
            page.kind = "home";
            page.breadcrumbs = Vec::new();
            page.title = chrome::site_title(cx, lang);
            Content::Home(Box::new(view), self.home(language, &here))
        } else {
            Content::Document(Box::new(view))
        };
        let mut made = Made::new(
            &out,
            self.page(&here, View { page, content }),
            Some(Owner::File(document_.source().file.path.clone())),
        );
        made.findings = findings;
        vec![made]
    }

    fn feed_links(&self, language: &InLanguage<'_>, here: &Here, section: &Section) -> Vec<Link> {
        if !language.feeds.contains_key(&section.key) {
            return Vec::new();
        }
        let route = &section.routes[usize::from(here.lang.0)];
        let title = lists::section_title(self.cx, here.lang, section.key);
        vec![Link { title, href: self.cx.file_href(here, &format!("{route}feed.xml")) }]
    }

    /// All pages of what a country or a term gathers; the first is the page of the document itself.
    fn gathering_pages(&self, language: &InLanguage<'_>, ix: DocIx, first: PageView, pages: &[usize]) -> Vec<Made> {
        let cx = self.cx;
        let none = Vec::new();
        let gathered = language.gathered.get(&ix).unwrap_or(&none);
        let listing = lists::gathering(cx, language.lang, ix, gathered);
        let document = cx.site.get(ix);
        (1..=listing.pages())
            .map(|number| {
                let route = listing.route.page(number);
                let here = Here::at(language.lang, &route);
                let mut page = if number == 1 {
                    first.clone()
                } else {
                    let subject = Subject::Gathering { document: ix, number, pages };
                    let frame = page_view(cx, &here, subject);
                    let mut breadcrumbs = chrome::breadcrumbs(cx, &here, ix);
                    if let (Some(last), Some((href, _))) = (breadcrumbs.last_mut(), cx.document_href(&here, ix)) {
                        last.href = href;
                    }
                    breadcrumbs.push(self.page_crumb(language.lang, number, listing.pages()));
                    PageView {
                        title: format!(
                            "{} – {}",
                            first.title,
                            self.page_crumb(language.lang, number, listing.pages()).title.text
                        ),
                        section: first.section.clone(),
                        breadcrumbs,
                        ..frame
                    }
                };
                page.kind = "gathering";
                let list = ListView {
                    key: document.id.to_string(),
                    title: cx.title(language.lang, ix),
                    body: if number == 1 { self.body(ix, language.lang) } else { empty_body() },
                    summary: if number == 1 {
                        cx.summary(language.lang, ix)
                    } else {
                        Text { text: String::new(), lang: None }
                    },
                    count: cx.t(
                        language.lang,
                        "count-documents",
                        &[("count", crate::i18n::Arg::Number(listing.entries.len() as f64))],
                    ),
                    groups: lists::groups(cx, &language.cards, &here, &listing, number),
                    facets: Vec::new(),
                    pages: lists::pages(cx, &here, &listing, number),
                    facts: if number == 1 { super::facts::facts(cx, &here, ix) } else { Vec::new() },
                    calendar: None,
                };
                let view = View { page, content: Content::Gathering(list) };
                Made::new(
                    &format!("{route}index.html"),
                    self.page(&here, view),
                    Some(Owner::File(document.source().file.path.clone())),
                )
            })
            .collect()
    }

    fn page_crumb(&self, lang: LangIx, number: usize, total: usize) -> Link {
        use crate::i18n::Arg::Number;
        let text = self.cx.t(lang, "page-of", &[("page", Number(number as f64)), ("pages", Number(total as f64))]);
        Link { title: Text { text, lang: None }, href: String::new() }
    }

    fn list_pages(&self, language: &InLanguage<'_>, section: &Section, listing: &Listing) -> Vec<Made> {
        let cx = self.cx;
        let lang = language.lang;
        let pages = &self.list_pages[&section.key];
        let title = lists::section_title(cx, lang, section.key);
        let summary = match section.index {
            Some(ix) => cx.summary(lang, ix),
            None => Text { text: String::new(), lang: None },
        };
        let facet_keys: &[SectionKey] = match section.key {
            SectionKey::Kind(Kind::School | Kind::Cluster | Kind::CaseStudy | Kind::PolicyPost) => {
                &[SectionKey::Kind(Kind::Country), SectionKey::Enumeration("challenges")]
            }
            _ => &[],
        };
        (1..=listing.pages())
            .map(|number| {
                let route = listing.route.page(number);
                let here = Here::at(lang, &route);
                let mut page = page_view(cx, &here, Subject::List { section, number, pages });
                page.kind = "list";
                page.section = section.key.folder().to_owned();
                page.title = title.text.clone();
                page.description = summary.text.clone();
                page.feeds = self.feed_links(language, &here, section);
                page.breadcrumbs = vec![chrome::home(cx, &here), chrome::section_link(cx, &here, section)];
                if number == 1 {
                    if let Some(last) = page.breadcrumbs.last_mut() {
                        last.href = String::new();
                    }
                } else {
                    let crumb = self.page_crumb(lang, number, listing.pages());
                    page.title = format!("{} – {}", page.title, crumb.title.text);
                    page.breadcrumbs.push(crumb);
                }
                let has_events = section.key == SectionKey::Kind(Kind::Event);
                let list = ListView {
                    key: section.key.folder().to_owned(),
                    title: title.clone(),
                    body: match section.index.filter(|_| number == 1) {
                        Some(ix) => self.body(ix, lang),
                        None => empty_body(),
                    },
                    summary: summary.clone(),
                    count: lists::count(cx, lang, section.key, listing.entries.len()),
                    groups: lists::groups(cx, &language.cards, &here, listing, number),
                    facets: lists::facets(cx, &here, facet_keys),
                    pages: lists::pages(cx, &here, listing, number),
                    facts: Vec::new(),
                    calendar: has_events.then(|| cx.file_href(&here, &format!("{}calendar.ics", listing.route))),
                };
                let view = View { page, content: Content::List(list) };
                Made::new(&format!("{route}index.html"), self.page(&here, view), None)
            })
            .collect()
    }

    fn home(&self, language: &InLanguage<'_>, here: &Here) -> HomeView {
        let cx = self.cx;
        let latest = [Kind::CaseStudy, Kind::PolicyPost, Kind::Event, Kind::News]
            .into_iter()
            .filter_map(|kind| {
                let key = SectionKey::Kind(kind);
                let (section, listing) = language.listings.iter().find(|(section, _)| section.key == key)?;
                let mut documents: Vec<DocIx> = listing.entries.iter().map(|(_, ix)| *ix).collect();
                if kind == Kind::Event {
                    documents = self.next_events(&documents);
                }
                let cards: Vec<_> =
                    documents.into_iter().take(3).filter_map(|ix| language.cards.at(cx, here, ix)).collect();
                let link = chrome::section_link(cx, here, section);
                (!cards.is_empty()).then(|| Latest { key: key.folder(), title: link.title, href: link.href, cards })
            })
            .collect();
        let countries = lists::facets(cx, here, &[SectionKey::Kind(Kind::Country)]);
        HomeView { latest, countries: countries.into_iter().flat_map(|facet| facet.links).collect() }
    }

    /// What is to come, soonest first, then what is past, latest first.
    fn next_events(&self, by_start: &[DocIx]) -> Vec<DocIx> {
        let is_past = |ix: &DocIx| match &self.cx.site.get(*ix).facts {
            Facts::Event(event) => event.end.unwrap_or(event.start).last_day() < self.cx.site.as_of,
            _ => false,
        };
        let (past, coming): (Vec<DocIx>, Vec<DocIx>) = by_start.iter().copied().partition(is_past);
        coming.into_iter().chain(past.into_iter().rev()).collect()
    }

    fn not_found(&self, lang: LangIx, path: &str) -> Made {
        let cx = self.cx;
        let own = cx.addresses.own.as_str();
        // Shown at any depth, so that only a link from the root of the host leads anywhere.
        let root = own.splitn(4, '/').nth(3).map_or("/".to_owned(), |path| format!("/{path}"));
        let here = Here { lang, root };
        let mut page = page_view(cx, &here, Subject::NotFound);
        page.kind = "not-found";
        page.title = cx.t(lang, "not-found-title", &[]);
        Made::new(path, self.page(&here, View { page, content: Content::NotFound }), None)
    }

    fn chooser(&self) -> Made {
        let cx = self.cx;
        let here = Here { lang: cx.addresses.hosted[0], root: super::cx::root_of_depth(0) };
        let home = cx.site.find(Kind::Page, "index");
        let subject = home.map_or(Subject::NotFound, Subject::Document);
        let mut page = page_view(cx, &here, subject);
        page.kind = "chooser";
        page.title = chrome::site_title(cx, here.lang);
        page.canonical = Some(cx.addresses.origin.as_str().to_owned());
        page.noindex = false;
        let languages = cx
            .addresses
            .hosted
            .iter()
            .map(|lang| {
                let tag = cx.site.lang(*lang);
                ChooserLanguage {
                    lang: tag,
                    dir: tag.direction(),
                    name: cx.interface(*lang).language_name(tag),
                    title: chrome::site_title(cx, *lang),
                    href: cx.href(&here, &Route::new(format!("{tag}/")), *lang),
                }
            })
            .collect();
        let view = View { page, content: Content::Chooser(ChooserView { languages }) };
        Made::new("index.html", self.page(&here, view), None)
    }

    fn redirects(&self, lang: LangIx) -> Vec<Made> {
        let tag: Lang = self.cx.site.lang(lang);
        let texts = self.cx.site.all().filter_map(|ix| Some((ix, self.cx.site.get(ix).texts.get(&tag)?)));
        texts
            .flat_map(|(ix, text)| {
                text.words.aliases.iter().enumerate().map(move |(number, alias)| (ix, number, alias))
            })
            .map(|(ix, number, alias)| {
                let mut made = self.redirect(lang, ix, number, alias);
                if made.findings.has_errors() {
                    made.path = OutPath::new(&format!("invalid-alias/{}-{lang}-{number}", ix.0, lang = lang.0))
                        .expect("numbers are clean");
                }
                made
            })
            .collect()
    }

    fn redirect(&self, lang: LangIx, ix: DocIx, number: usize, alias: &str) -> Made {
        let cx = self.cx;
        let owner = Owner::Alias(ix, cx.site.lang(lang), number);
        let inner = alias.trim_start_matches('/');
        let (path, depth) = match inner.strip_suffix('/') {
            Some(folder) => (format!("{folder}/index.html"), inner.matches('/').count()),
            None if inner.ends_with(".html") => (inner.to_owned(), inner.matches('/').count()),
            None => (format!("{inner}/index.html"), inner.matches('/').count() + 1),
        };
        let here = Here { lang, root: super::cx::root_of_depth(depth) };
        let route = cx.site.route(ix, lang);
        let (true, Some(route)) = (alias.starts_with('/') && is_address(&path), route) else {
            let mut made = Made::new("invalid-alias", Artifact::Bytes(Arc::from([].as_slice())), None);
            made.findings.push(
                Diagnostic::error("bad-alias", format!("`{alias}` is not an address of this site"))
                    .at(owner.span(cx))
                    .help(
                        "begin it with `/` and the language: `/en/old-place/`; without spaces, `?`, `#`, `%` and `..`",
                    ),
            );
            return made;
        };
        let mut page = page_view(cx, &here, Subject::Document(ix));
        page.kind = "redirect";
        page.title = cx.title(lang, ix).text;
        page.noindex = true;
        let redirect = RedirectView { href: cx.href(&here, route, lang), title: page.title.clone() };
        Made::new(&path, self.page(&here, View { page, content: Content::Redirect(redirect) }), Some(owner))
    }

    fn calendars_and_feeds(&self, language: &InLanguage<'_>) -> Vec<Made> {
        let cx = self.cx;
        let lang = language.lang;
        let mut made = Vec::new();
        for (section, listing) in &language.listings {
            if let Some(feed) = language.feeds.get(&section.key) {
                made.push(Made::text(&format!("{}feed.xml", listing.route), feed.clone()));
            }
            if section.key == SectionKey::Kind(Kind::Event) {
                let events: Vec<DocIx> = listing.entries.iter().map(|(_, ix)| *ix).collect();
                made.push(Made::text(&format!("{}calendar.ics", listing.route), calendar::calendar(cx, lang, &events)));
                made.extend(events.iter().filter_map(|ix| {
                    let Facts::Event(event) = &cx.site.get(*ix).facts else { return None };
                    calendar::days(event)?;
                    let route = cx.site.route(*ix, lang)?;
                    Some(Made::text(&format!("{route}event.ics"), calendar::calendar(cx, lang, &[*ix])))
                }));
            }
        }
        made
    }

    fn sitemaps(&self, languages: &[InLanguage<'_>], gathered: &[BTreeMap<DocIx, Vec<DocIx>>]) -> Vec<Made> {
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

    fn sitemap_entries(
        &self,
        language: &InLanguage<'_>,
        gathered: &[BTreeMap<DocIx, Vec<DocIx>>],
    ) -> Vec<sitemap::Entry> {
        let cx = self.cx;
        let lang = language.lang;
        let documents =
            cx.site.all().filter(|ix| !matches!(cx.state(lang, *ix), State::Fallback { .. })).filter_map(|ix| {
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
        let gatherings = language.gathered.keys().flat_map(|ix| {
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

/// How many pages hold what a country or a term gathers, by language of the site.
fn pages_of_gathering(gathered: &[BTreeMap<DocIx, Vec<DocIx>>], ix: DocIx) -> Vec<usize> {
    gathered.iter().map(|gathered| gathered.get(&ix).map_or(0, Vec::len).div_ceil(lists::PER_PAGE).max(1)).collect()
}

/// Whether an alias can be a file: names that a disk takes, and that neither hide nor end an address.
fn is_address(path: &str) -> bool {
    let clean = |segment: &str| {
        segment.len() <= 200
            && !segment.starts_with('.')
            && !segment.contains(|c: char| c.is_control() || c.is_whitespace() || "?#%\"<>".contains(c))
    };
    OutPath::new(path).is_some() && path.split('/').all(clean)
}

fn empty_body() -> Body {
    Body { html: Arc::from(""), lang: None, dir: None, contents: Vec::new() }
}
