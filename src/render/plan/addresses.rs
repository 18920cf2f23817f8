//! Every file of the release by its path, and what is wrong with the paths together.

use std::collections::BTreeMap;
use std::hash::BuildHasher as _;

use hashbrown::HashTable;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Lang, OutPath, SourcePath};
use crate::model::{DocIx, LangIx, Route, SectionKey, address_span, same_address};
use crate::render::calendar;
use crate::render::cite::Format;
use crate::render::lists::PER_PAGE;
use crate::render::pictures::{Shape, size_path};
use crate::render::search;
use crate::render::share::{self, Topic};
use crate::render::sitemap;
use crate::source::Kind;
use crate::yaml::Step;

use super::Plan;
use super::artifact::Artifact;
use super::other_pages;

/// Every artifact by its path.
#[derive(Default)]
pub(super) struct ByPath {
    /// In the order of their paths.
    all: Vec<(OutPath, Artifact)>,
    /// Where each is in that.
    places: HashTable<u32>,
}

impl ByPath {
    fn of(all: Vec<(OutPath, Artifact)>) -> ByPath {
        let hash = |place: &u32| FxBuildHasher.hash_one(all[*place as usize].0.as_str());
        let mut places = HashTable::with_capacity(all.len());
        for place in 0..u32::try_from(all.len()).expect("fewer files than a disk has numbers for") {
            places.insert_unique(hash(&place), place, hash);
        }
        ByPath { all, places }
    }

    pub fn get(&self, path: &str) -> Option<Artifact> {
        let is_it = |place: &u32| self.all[*place as usize].0.as_str() == path;
        let place = self.places.find(FxBuildHasher.hash_one(path), is_it)?;
        Some(self.all[*place as usize].1)
    }

    /// In order.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = &OutPath> {
        self.all.iter().map(|(path, _)| path)
    }
}

/// All artifacts by their paths, and how many of them are pages. Of two for one path the first stays, and a finding tells
/// of the other.
pub(super) fn addresses(plan: &Plan, findings: &mut Diagnostics) -> (ByPath, usize) {
    let per_language: Vec<OfLanguage> =
        (0..plan.languages.len()).into_par_iter().map(|language| of_language(plan, language)).collect();
    let pictures: Vec<(OutPath, Artifact)> = sizes(plan).chain(cards(plan)).collect();
    let files = plan.parts.assets.files.len() + plan.parts.files.iter().count() + pictures.len();
    let in_languages = per_language.iter().map(|of| of.pages.len() + of.redirects.len() + of.for_machines.len());
    let mut found = Vec::with_capacity(in_languages.sum::<usize>() + files + ROOM);
    found.extend(
        plan.parts.assets.files.iter().enumerate().map(|(number, (path, _))| (path.clone(), Artifact::Asset(number))),
    );
    let mut pages = found.len();
    let (mut redirects, mut for_machines) = (Vec::new(), Vec::new());
    for of in per_language {
        found.extend(of.pages);
        redirects.extend(of.redirects);
        for_machines.extend(of.for_machines);
        findings.append(of.findings);
    }
    found.extend(
        plan.cx.generated.in_language(plan.languages[0].lang).filter_map(|(page, _)| {
            Some((path(page.root_file()?), Artifact::Generated { language: 0, page, number: 1 }))
        }),
    );
    found.push((path("index.html"), Artifact::Chooser));
    pages = found.len() - pages;
    found.extend(redirects);
    found.extend(for_machines);
    found.push((path("sitemap.xml"), Artifact::Sitemaps));
    found.push((path("robots.txt"), Artifact::Robots));
    found.extend(
        plan.parts.files.iter().enumerate().map(|(number, (_, file))| (path(&file.out), Artifact::File(number))),
    );

    found.extend(pictures);

    // Stable: of two with one path the first comes first. Most of it is in order.
    found.par_sort_by(|one, other| one.0.cmp(&other.0));
    found.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            taken(plan, later, first.1, findings);
        }
        same
    });
    let all = ByPath::of(found);
    findings.append(files_as_folders(plan, &all));
    findings.append(in_folder_of_search(plan, &all));
    (all, pages)
}

/// As many as the files at the root are, at most.
const ROOM: usize = 64;

/// The files of one language, in the order in which they have their addresses.
struct OfLanguage {
    pages: Vec<(OutPath, Artifact)>,
    redirects: Vec<(OutPath, Artifact)>,
    for_machines: Vec<(OutPath, Artifact)>,
    findings: Diagnostics,
}

fn of_language(plan: &Plan, language: usize) -> OfLanguage {
    let (redirects, findings) = other_pages::redirects(plan, language);
    OfLanguage { pages: pages_of(plan, language), redirects, for_machines: for_machines(plan, language), findings }
}

/// The sizes of all pictures that a page shows.
fn sizes(plan: &Plan) -> impl Iterator<Item = (OutPath, Artifact)> {
    let files = &plan.parts.files;
    let shown = plan.bodies.pictures(&plan.cx, files);
    shown.into_iter().flat_map(move |file| {
        let published = files.nth(file);
        let shape = published.shape();
        let of = move |shape: &Shape, width: u32| path(&size_path(&published.out, width, shape));
        let widths = shape.map_or(&[][..], |shape| &shape.widths);
        widths.iter().filter_map(move |width| Some((of(shape?, *width), Artifact::Size { file, width: *width })))
    })
}

/// The cards of all languages; a mirror's pages show those of the origin.
fn cards(plan: &Plan) -> impl Iterator<Item = (OutPath, Artifact)> {
    let cx = &plan.cx;
    let design = plan.parts.design.as_ref().filter(|_| plan.parts.mirror.is_none());
    let topics = design.map(|design| design.topics(cx)).unwrap_or_default();
    let of = move |lang: LangIx| {
        let topics: Vec<Topic> = topics.iter().copied().filter(|topic| share::is_in(cx, lang, *topic)).collect();
        topics.into_iter().map(move |topic| (path(&share::path(cx, lang, topic)), Artifact::Card { lang, topic }))
    };
    cx.addresses.hosted.iter().copied().flat_map(of)
}

fn path(text: &str) -> OutPath {
    OutPath::new(text).expect("addresses are made of checked segments")
}

fn page_at(route: &Route) -> OutPath {
    path(&route.index_file())
}

fn pages_of(plan: &Plan, language: usize) -> Vec<(OutPath, Artifact)> {
    let cx = &plan.cx;
    let lang = plan.languages[language].lang;
    let mut pages = Vec::with_capacity(cx.site.documents.len() + 64);
    // They come first, so that a document that has the address of one is told of it.
    for (page, of) in cx.generated.in_language(lang) {
        let numbers = 1..=of.pages;
        pages.extend(numbers.map(|number| (path(&of.file(number)), Artifact::Generated { language, page, number })));
    }
    for ix in cx.site.all() {
        let Some(route) = cx.site.route(ix, lang) else { continue };
        if matches!(cx.site.get(ix).kind, Kind::Country | Kind::Term) {
            let gathered = plan.gathered[usize::from(lang.0)].get(&ix).map_or(0, Vec::len);
            pages.extend(
                (1..=gathered.div_ceil(PER_PAGE).max(1))
                    .map(|number| (page_at(&route.page(number)), Artifact::Gathering { language, ix, number })),
            );
        } else {
            pages.push((page_at(route), Artifact::Document { language, ix }));
        }
    }
    for (section, of) in cx.site.sections.iter().enumerate() {
        let route = &of.routes[usize::from(lang.0)];
        let total = plan.list_pages[&of.key][usize::from(lang.0)];
        pages.extend(
            (1..=total).map(|number| (page_at(&route.page(number)), Artifact::List { language, section, number })),
        );
    }
    // Each language is below a folder of its own: what is in order here is so in the whole.
    pages.sort_by(|one, other| one.0.cmp(&other.0));
    pages
}

fn for_machines(plan: &Plan, language: usize) -> Vec<(OutPath, Artifact)> {
    let cx = &plan.cx;
    let mut found = Vec::new();
    let of = &plan.languages[language];
    for (section, of_section) in cx.site.sections.iter().enumerate() {
        let route = &of_section.routes[usize::from(of.lang.0)];
        if of.feeds.contains_key(&of_section.key) {
            found.push((path(&format!("{route}feed.xml")), Artifact::Feed { language, section }));
        }
        if plan.has_references(of_section.key) {
            let file = |format: Format| {
                let place = path(&format!("{route}{}", format.file_name()));
                (place, Artifact::References { language, section, format })
            };
            found.extend(Format::ALL.map(file));
        }
        if of_section.key != SectionKey::Kind(Kind::Event) {
            continue;
        }
        let shown = cx.site.of_kind(Kind::Event).filter(|ix| cx.site.route(*ix, of.lang).is_some());
        let events = calendar::with_days(cx, shown);
        // A calendar without an entry is none (RFC 5545, 3.6).
        if !events.is_empty() {
            found.push((path(&format!("{route}calendar.ics")), Artifact::Calendar { language, section }));
        }
        found.extend(events.into_iter().filter_map(|ix| {
            let route = cx.site.route(ix, of.lang)?;
            Some((path(&format!("{route}event.ics")), Artifact::Event { language, ix }))
        }));
    }
    let parts = plan.sitemap_entries(language).count().div_ceil(sitemap::PER_FILE);
    found
        .extend((0..parts).map(|part| {
            (path(&sitemap::file_name(cx.site.lang(of.lang), part)), Artifact::Sitemap { language, part })
        }));
    found
}

fn taken(plan: &Plan, (path, artifact): &(OutPath, Artifact), first: Artifact, findings: &mut Diagnostics) {
    // Two documents for one address are found where addresses are made.
    let route = path.as_str().strip_suffix("index.html").unwrap_or_default();
    let told = format!(" /{route}");
    if is_page(*artifact) && findings.any(|it| it.code == "same-address" && it.message.ends_with(&told)) {
        return;
    }
    // One that is no folder's is a name that only files in static/ and aliases can have.
    if let (Artifact::Generated { page, .. }, Some((ix, lang)), false) =
        (first, document_of(plan, *artifact), route.is_empty())
    {
        let help = format!("the site makes its page `{}` there: choose another slug, alias or id", page.kind());
        findings.push(same_address(route).at(address_span(plan.cx.site.get(ix), lang)).help(help));
        return;
    }
    let finding = Diagnostic::error("same-address", format!("two files of the site would be /{path}"));
    let (what, place) = holder(plan, first);
    let own = owner(plan, *artifact);
    let finding = match (own, place) {
        // What has no file of its own is told at the other.
        (None, Some(place)) => {
            findings.push(finding.at(place).help(CHOOSE));
            return;
        }
        (Some(own), Some(place)) if own != place => finding.at(own).label(place, "this is the other one"),
        (Some(own), _) => finding.at(own),
        (None, None) => finding,
    };
    findings.push(finding.help(format!("{what} is there already: {CHOOSE}")));
}

const CHOOSE: &str = "choose another alias or slug, or rename the file in static/";

/// What has an address, in words, and the file that gives it that.
fn holder(plan: &Plan, artifact: Artifact) -> (String, Option<Span>) {
    let what = match artifact {
        Artifact::Document { ix, .. } | Artifact::Gathering { ix, .. } => {
            let document = plan.cx.site.get(ix);
            let path = &document.source().file.path;
            // What documents imply has no file.
            if !path.as_str().starts_with("content/") {
                return (format!("the page of the {} `{}`", document.kind.as_str(), document.id), None);
            }
            format!("the page of {path}")
        }
        Artifact::List { section, .. } => {
            format!("the list of {}", plan.cx.site.sections[section].key.folder())
        }
        Artifact::Generated { page, .. } => format!("the page `{}` that the site makes", page.kind()),
        Artifact::Redirect { ix, .. } => {
            format!("an alias of {}", plan.cx.site.get(ix).source().file.path)
        }
        Artifact::File(number) => format!("the file {}", plan.parts.files.source(number)),
        Artifact::Chooser => "the chooser of languages".to_owned(),
        _ => "a file that the site makes".to_owned(),
    };
    (what, owner(plan, artifact))
}

/// The document whose page it is, and in which language.
fn document_of(plan: &Plan, artifact: Artifact) -> Option<(DocIx, Lang)> {
    match artifact {
        Artifact::Document { language, ix } | Artifact::Gathering { language, ix, .. } => {
            Some((ix, plan.cx.site.lang(plan.languages[language].lang)))
        }
        _ => None,
    }
}

fn is_page(artifact: Artifact) -> bool {
    matches!(artifact, Artifact::Document { .. } | Artifact::Gathering { .. } | Artifact::List { .. })
}

/// The place that decided an address, where one did.
fn owner(plan: &Plan, artifact: Artifact) -> Option<Span> {
    let document = |ix: DocIx| plan.cx.site.get(ix);
    match artifact {
        Artifact::Document { ix, .. } | Artifact::Gathering { ix, .. } => {
            Some(Span::file(&document(ix).source().file.path))
        }
        Artifact::Redirect { lang, ix, alias } => Some(alias_span(plan, lang, ix, alias)),
        Artifact::File(number) | Artifact::Size { file: number, .. } => {
            Some(Span::file(&SourcePath::new(plan.parts.files.source(number))?))
        }
        _ => None,
    }
}

pub(super) fn alias_span(plan: &Plan, lang: crate::model::LangIx, ix: DocIx, alias: usize) -> Span {
    let text = &plan.cx.site.get(ix).texts[&plan.cx.site.lang(lang)];
    text.file.front_matter().span(&[Step::field("aliases"), Step::Item(alias)])
}

/// A file where another file needs a folder: `/robots.txt/` as an alias, `static/en`.
fn files_as_folders(plan: &Plan, all: &ByPath) -> Diagnostics {
    let mut found: BTreeMap<&str, Diagnostic> = BTreeMap::new();
    let mut checked = "";
    for path in all.paths() {
        let folder = path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder == checked {
            continue;
        }
        // Of a neighbour's folder only what lies below the part that both share is new.
        let shared = shared_folders(checked, folder);
        checked = folder;
        let above = folder.match_indices('/').map(|(end, _)| &folder[..end]).chain([folder]);
        let files = above.filter(|above| above.len() > shared);
        for (file, artifact) in files.filter_map(|above| Some((above, all.get(above)?))) {
            let message = format!("the site would have both a file and a folder at /{file}");
            let finding = Diagnostic::error("same-address", message)
                .help("choose another alias or slug, or rename the file in static/");
            found.entry(file).or_insert_with(|| {
                let inside = all.get(path.as_str()).and_then(|inside| owner(plan, inside));
                match inside.or_else(|| owner(plan, artifact)) {
                    Some(span) => finding.at(span),
                    None => finding,
                }
            });
        }
    }
    found.into_values().collect()
}

/// Files where those of the search go, whose names are not known yet.
fn in_folder_of_search(plan: &Plan, all: &ByPath) -> Diagnostics {
    if plan.parts.search.is_none() {
        return Diagnostics::new();
    }
    let folder = search::FOLDER.trim_end_matches('/');
    let is_inside = |path: &&OutPath| path.as_str() == folder || path.as_str().starts_with(search::FOLDER);
    let finding = |path: &OutPath| {
        let message =
            format!("/{path} would be in the folder /{folder}, which the search of the site keeps its own files in");
        let finding = Diagnostic::error("same-address", message).help(
            "choose another alias, or rename the file or folder in static/; or write `search: false` into mensi.yaml",
        );
        match all.get(path.as_str()).and_then(|artifact| owner(plan, artifact)) {
            Some(span) => finding.at(span),
            None => finding,
        }
    };
    all.paths().filter(is_inside).map(finding).collect()
}

/// How long the folders are that two folders share.
fn shared_folders(one: &str, other: &str) -> usize {
    let ends = one.match_indices('/').map(|(end, _)| end).chain([one.len()]);
    ends.take_while(|end| {
        other.get(..*end) == Some(&one[..*end]) && matches!(other.as_bytes().get(*end), None | Some(b'/'))
    })
    .last()
    .unwrap_or(0)
}
