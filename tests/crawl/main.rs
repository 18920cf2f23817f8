//! The finished site, crawled as its readers, its search engines and its mirrors' hosts meet it: this repository's own
//! content, built in memory, in each of the ways in which it can be published.

#[path = "../common/mod.rs"]
mod common;
mod foreign;
mod html;
mod languages;
mod machines;
mod pages;
mod served;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use mensi_site::cache::Cache;
use mensi_site::diag::Severity;
use mensi_site::foundation::{Day, OutPath, Url};
use mensi_site::io;
use mensi_site::model::Drafts;
use mensi_site::pipeline::{self, LinkStyle, Options};
use mensi_site::release::Release;
use mensi_site::source::Snapshot;

use served::{Folders, Problems, Served};

const BASE: &str = "https://mensi.example.eu/";

fn options() -> Options {
    Options {
        as_of: Day::new(2023, 2, 28).expect("a day"),
        base_url: None,
        mirror: None,
        links: LinkStyle::Pages,
        drafts: Drafts::Hidden,
    }
}

/// The site with these options, served at `base`.
fn build(options: &Options, base: &str) -> Served {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshot = SNAPSHOT.get_or_init(|| io::scan(root).expect("the repository is a site"));
    let built = pipeline::build(snapshot, options, &Cache::default());
    let release = built.value.release().value;
    let errors: Vec<String> = built
        .findings
        .sorted()
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|error| format!("{} {:?}", error.message, error.span))
        .collect();
    assert!(errors.is_empty(), "the site has errors:\n{}", errors.join("\n"));
    let folders = match options.links {
        LinkStyle::Pages => Folders::ShowIndex,
        LinkStyle::Files => Folders::ListFiles,
    };
    let site = Served::new(base, &release, folders);
    println!("{base}: {} files, {} of them pages", site.files.len(), site.pages.len());
    site
}

fn origin() -> &'static Served {
    static ORIGIN: OnceLock<Served> = OnceLock::new();
    ORIGIN.get_or_init(|| build(&options(), BASE))
}

/// Everything that holds of a release whose canonical addresses are those of `origin`.
fn check(site: &Served, origin: &Served, problems: &mut Problems) {
    let is_mirror = site.base != origin.base;
    pages::check_structure(site, problems);
    pages::check_links(site, is_mirror.then_some(origin), problems);
    pages::check_reachable(site, problems);
    languages::check(site, origin, problems);
    machines::check(site, problems);
}

#[test]
fn the_portal_is_whole() {
    let site = origin();
    let mut problems = Problems::default();
    assert_eq!(site.languages().len(), 7);
    check(site, site, &mut problems);
    problems.assert_none();
}

#[test]
fn it_works_below_a_path() {
    let base = "https://host.example/sub/path/";
    let site = build(&Options { base_url: Url::new(base), ..options() }, base);
    let mut problems = Problems::default();
    check(&site, &site, &mut problems);
    // Nothing but absolute addresses knows the path: the 404 pages are the only ones that cannot be moved.
    for (path, page) in site.pages.iter().filter(|(path, _)| !served::is_not_found(path)) {
        for reference in page.references.iter().filter(|reference| reference.href.starts_with(['/'])) {
            problems.add("a link that is not relative", format!("{path}: {}", reference.href));
        }
    }
    problems.assert_none();
}

#[test]
fn a_mirror_sends_its_readers_to_the_origin_only_for_what_it_lacks() {
    let mirror = Options { mirror: Some("cz".to_owned()), ..options() };
    let site = build(&mirror, "https://mensi.example.cz/mensi/");
    let mut problems = Problems::default();
    assert_eq!(site.languages().into_iter().collect::<Vec<_>>(), ["cs", "en"]);
    assert_eq!(site.pages["index.html"].lang, "cs", "its first language is first at /");
    check(&site, origin(), &mut problems);
    pages::check_same_as_origin(&site, origin(), &mut problems);
    problems.assert_none();
}

/// A message that lacks a value is written by its name, which is no word in any language.
#[test]
fn nothing_is_named_by_the_name_of_a_message() {
    let messages = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/mensi/i18n/en");
    let files = std::fs::read_dir(messages).expect("messages").map(|entry| entry.expect("a file").path());
    let text: String = files.map(|path| std::fs::read_to_string(path).expect("text")).collect();
    let ids: std::collections::BTreeSet<&str> =
        text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id).filter(|id| id.contains('-')).collect();
    assert!(ids.contains("footnote-back"));
    let mut problems = Problems::default();
    for (path, bytes) in origin().files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for name in [" aria-label=\"", " alt=\"", " title=\"", " placeholder=\"", ">"] {
            let values = html.split(name).skip(1).filter_map(|rest| rest.split(['"', '<', ' ']).next());
            for id in values.filter(|word| ids.contains(word)) {
                problems.add("the name of a message in the place of its words", format!("{path}: {id}"));
            }
        }
    }
    problems.assert_none();
}

#[test]
fn it_opens_from_a_disk() {
    let site = build(&Options { links: LinkStyle::Files, ..options() }, BASE);
    let mut problems = Problems::default();
    pages::check_structure(&site, &mut problems);
    pages::check_links(&site, None, &mut problems);
    pages::check_reachable(&site, &mut problems);
    problems.assert_none();
}

/// A site of one page with as many faults as possible: a check that finds nothing there would find nothing anywhere.
#[test]
fn the_crawler_finds_what_is_wrong() {
    let page = "<!doctype html><html><title></title><link rel=canonical href=https://mensi.example.eu/en/gone/>\
        <link rel=alternate hreflang=en href=https://mensi.example.eu/cs/><link rel=stylesheet href=https://cdn.example/a.css>\
        <script type=application/ld+json>{</script><body><i id=a></i><i id=a aria-controls=b style=x></i>\
        <a href=../gone/>a</a><a href=#gone>b</a><a href=../../above/>c</a><a href=../en>d</a><a href='javascript:x'>e</a>";
    let files = [
        ("index.html", "<!doctype html><html lang=en><title>t</title><main><h1>t</h1><a href=en/>en</a></main>"),
        ("en/index.html", page),
        ("cs/index.html", "<!doctype html><html lang=cs><title>t</title><main><h1>t</h1></main>"),
        ("en/feed.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title></feed>"),
        ("en/calendar.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\r\nEND:VEVENT\r\n"),
        ("sitemap.xml", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>"),
        ("site.css", "@font-face { src: url(https://fonts.example/a.woff2), url('gone.woff2') }"),
        ("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/><use href='gone.svg'/>"),
        ("robots.txt", "User-agent: *\n"),
    ];
    let mut release = Release::default();
    for (path, text) in files {
        release.files.insert(OutPath::new(path).expect("a clean path"), Arc::from(text.as_bytes()));
    }
    let site = Served::new(BASE, &release, Folders::ShowIndex);
    let mut problems = Problems::default();
    check(&site, &site, &mut problems);
    insta::assert_snapshot!(problems.rules().join("\n"));
}
