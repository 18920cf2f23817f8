//! The same input gives the same bytes, wherever and however it is built; and a folder that was built into again and again
//! is the folder that one build makes.

mod common;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use common::{Entry, Files, Site, good, options, over, render, snapshot, tree};
use mensi_site::cache::{Cache, Last, Pages};
use mensi_site::diag::Diagnostics;
use mensi_site::foundation::{Fingerprint, OutPath, SourcePath};
use mensi_site::io;
use mensi_site::pipeline;
use mensi_site::release::{Artifacts, Made, MadeFrom, Passage, Previous, Release, Rendered};
use mensi_site::source::{File as SourceFile, Reader, Snapshot};
use proptest::prelude::*;

/// The good site, with lists of several pages.
fn long() -> Files {
    let mut files = good().clone();
    for number in 0..45 {
        // The same title and day again and again: only the id can decide.
        let text = format!("---\ntitle: News {}\ndate: 2022-0{}\n---\nText.\n", number % 4, 1 + number % 3);
        files.insert(format!("content/news/n-{number}.md"), Entry::File(text.into()));
        let title = ["Cíl", "Chalupa", "Hora", "Čáp"][number % 4];
        let text = format!("---\ntitle: {title}\nrole: mentee\ncluster: cz-1\ncountry: CZ\n---\n");
        files.insert(format!("content/schools/s-{number}.md"), Entry::File(text.into()));
    }
    files
}

#[test]
fn folders_threads_order_and_times_do_not_show() {
    let one = Site::new(&long());
    let other = Site::new(&Files::new());
    for (age, (path, entry)) in long().into_iter().rev().enumerate() {
        other.write(&Files::from([(path.clone(), entry)]));
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * age as u64);
        let file = File::options().append(true).open(other.root().join(path)).expect("it was just written");
        file.set_modified(time).expect("our own file");
    }
    one.build(&["--jobs", "1"]);
    other.build(&["--jobs", "4"]);
    let (one, other) = (one.public(), other.public());
    assert!(one.keys().eq(other.keys()));
    for (path, bytes) in &one {
        assert!(bytes == &other[path], "{path} differs");
    }
    assert!(one.contains_key("en/news/page/3/index.html") && !one.contains_key("en/news/page/4/index.html"));
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::new(&long());
    site.build(&[]);
    // A clock that stands still would hide a file that was written anew.
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in site.public().keys() {
        let file = File::options().append(true).open(site.root().join("public").join(path)).expect("a file");
        file.set_modified(long_ago).expect("our own file");
    }
    for _ in 0..2 {
        let said = site.build(&[]);
        assert!(said.contains(": 0 files written, ") && said.contains(" unchanged, 0 removed."), "{said}");
    }
    for path in site.public().keys() {
        let changed = fs::metadata(site.root().join("public").join(path)).and_then(|file| file.modified());
        assert_eq!(changed.expect("a time"), long_ago, "{path}");
    }
}

#[test]
fn an_edit_writes_what_it_changes() {
    let site = Site::new(&long());
    site.build(&[]);
    let before = site.public();
    let text = "---\ntitle: European Schoolnet\n---\nAnother text.\n";
    site.write(&Files::from([("content/organisations/eun.md".to_owned(), Entry::File(text.into()))]));
    let said = site.build(&[]);
    let after = site.public();
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(changed, ["cs/organizace/eun/index.html", "en/organisations/eun/index.html"]);
    assert!(said.contains(": 2 files written, "), "{said}");
}

/// Notes which files are opened.
struct Opened {
    files: Files,
    paths: Mutex<BTreeSet<String>>,
}

impl Reader for Opened {
    fn read(&self, path: &SourcePath, _: Fingerprint) -> Option<Vec<u8>> {
        self.paths.lock().expect("no test fails while it notes a path").insert(path.to_string());
        match &self.files[path.as_str()] {
            Entry::File(bytes) => Some(bytes.clone()),
            Entry::Link(_) | Entry::Removed => None,
        }
    }
}

#[test]
fn what_has_not_changed_is_not_opened() {
    let mut files = long();
    let cache = Cache::default();
    pipeline::build(&snapshot(&files), &options(), &cache);
    let changed = "content/news/n-7.md";
    let Some(Entry::File(text)) = files.get_mut(changed) else { panic!("the site has that file") };
    text.extend_from_slice(b"One sentence more.\n");
    let now = snapshot(&files);
    let opened = Arc::new(Opened { files, paths: Mutex::default() });
    let unread = |(path, file): (&SourcePath, &SourceFile)| {
        let reader: Arc<dyn Reader> = opened.clone();
        (path.clone(), SourceFile::unread(file.fingerprint(), file.size(), path.clone(), reader))
    };
    let now = Snapshot { files: now.files.iter().map(unread).collect(), refused: Diagnostics::new() };
    pipeline::build(&now, &options(), &cache);
    let opened = opened.paths.lock().expect("nobody holds it");
    let documents: Vec<&String> = opened.iter().filter(|path| path.starts_with("content/")).collect();
    assert_eq!(documents, [changed]);
}

/// A text that is only known by its fingerprint is made for the page that shows it, and for no other.
#[test]
fn only_the_first_page_of_what_is_gathered_has_the_text() {
    let mut files = long();
    let text = "---\ntitle: Czechia\n---\nA text about a country.\n";
    files.insert("content/countries/cz.md".to_owned(), Entry::File(text.into()));
    let pages = common::pages(&files, &options());
    let with_text = pages.iter().filter(|(_, html)| html.contains("A text about a country."));
    let with_text: Vec<&str> = with_text.map(|(path, _)| path.as_str()).collect();
    assert_eq!(with_text, ["cs/zeme/cz/index.html", "en/countries/cz/index.html"]);
    assert!(pages.contains_key("en/countries/cz/page/2/index.html"));
}

/// What a small site consists of: for each document, what can be edited.
#[derive(Clone, Debug)]
struct Model {
    languages: BTreeSet<usize>,
    documents: BTreeMap<usize, Document>,
}

/// Title, slug, and how long the body is.
type Text = (u8, Option<u8>, u8);

#[derive(Clone, Debug)]
struct Document {
    section: usize,
    /// By language; the first is always there.
    texts: BTreeMap<usize, Text>,
}

const LANGUAGES: [&str; 3] = ["en", "cs", "hu"];
const SECTIONS: [&str; 4] = ["", "news/", "organisations/", "schools/"];

#[derive(Clone, Debug)]
enum Edit {
    Add { id: usize, section: usize },
    Remove { id: usize },
    Rename { id: usize, to: usize },
    Translate { id: usize, lang: usize, title: u8 },
    Untranslate { id: usize, lang: usize },
    Title { id: usize, lang: usize, title: u8 },
    Slug { id: usize, lang: usize, slug: Option<u8> },
    Body { id: usize, lang: usize, body: u8 },
    Language { lang: usize },
}

fn edit() -> impl Strategy<Value = Edit> {
    let (id, lang) = (0..5usize, 0..3usize);
    prop_oneof![
        3 => (id.clone(), 0..4usize).prop_map(|(id, section)| Edit::Add { id, section }),
        1 => id.clone().prop_map(|id| Edit::Remove { id }),
        1 => (id.clone(), 0..5usize).prop_map(|(id, to)| Edit::Rename { id, to }),
        3 => (id.clone(), lang.clone(), 0..4u8).prop_map(|(id, lang, title)| Edit::Translate { id, lang, title }),
        1 => (id.clone(), lang.clone()).prop_map(|(id, lang)| Edit::Untranslate { id, lang }),
        1 => (id.clone(), lang.clone(), 0..4u8).prop_map(|(id, lang, title)| Edit::Title { id, lang, title }),
        2 => (id.clone(), lang.clone(), prop::option::of(0..3u8)).prop_map(|(id, lang, slug)| Edit::Slug { id, lang, slug }),
        1 => (id, lang.clone(), 0..4u8).prop_map(|(id, lang, body)| Edit::Body { id, lang, body }),
        1 => (1..3usize).prop_map(|lang| Edit::Language { lang }),
    ]
}

impl Model {
    fn apply(&mut self, edit: &Edit) {
        let documents = &mut self.documents;
        let mut text = |id: &usize, lang: &usize, change: &dyn Fn(&mut Text)| {
            if let Some(text) = documents.get_mut(id).and_then(|document| document.texts.get_mut(lang)) {
                change(text);
            }
        };
        match edit {
            Edit::Title { id, lang, title } => text(id, lang, &|text| text.0 = *title),
            Edit::Slug { id, lang, slug } => text(id, lang, &|text| text.1 = *slug),
            Edit::Body { id, lang, body } => text(id, lang, &|text| text.2 = *body),
            Edit::Add { id, section } => {
                let texts = BTreeMap::from([(0, (*id as u8, None, 1))]);
                documents.entry(*id).or_insert(Document { section: *section, texts });
            }
            Edit::Remove { id } => drop(documents.remove(id)),
            Edit::Rename { id, to } => {
                if let Some(document) = documents.remove(id) {
                    documents.insert(*to, document);
                }
            }
            Edit::Translate { id, lang, title } => {
                if let Some(document) = documents.get_mut(id) {
                    document.texts.entry(*lang).or_insert((*title, None, 0));
                }
            }
            Edit::Untranslate { id, lang } => {
                if let Some(document) = documents.get_mut(id).filter(|_| *lang > 0) {
                    document.texts.remove(lang);
                }
            }
            Edit::Language { lang } => {
                if !self.languages.remove(lang) {
                    self.languages.insert(*lang);
                }
            }
        }
    }

    /// The files of the site. A theme of a few messages, so that hundreds of builds take seconds.
    fn files(&self) -> Files {
        let mut files: Files = good().iter().filter(|(path, _)| is_theme(path)).map(own).collect();
        let mut write = |path: String, text: String| drop(files.insert(path, Entry::File(text.into())));
        let languages: Vec<&str> = self.languages.iter().map(|lang| LANGUAGES[*lang]).collect();
        for lang in &languages {
            let words = "skip-link = Skip\nnav-main = Menu\nnav-language = Languages\n";
            write(format!("i18n/{lang}/words.ftl"), words.to_owned());
        }
        let languages = languages.join(", ");
        write(
            "mensi.yaml".into(),
            format!(
                "title: Site\nbase_url: https://x.example/\ndefault_language: en\nlanguages: [{languages}]\ntheme: plain\n"
            ),
        );
        write("content/index.md".into(), "---\ntitle: Home\n---\n".into());
        for (id, document) in &self.documents {
            let section = SECTIONS[document.section];
            for (lang, (title, slug, body)) in &document.texts {
                let ending = if *lang == 0 { String::new() } else { format!(".{}", LANGUAGES[*lang]) };
                let mut text = format!("---\ntitle: Title {title}\n");
                if let Some(slug) = slug {
                    text += &format!("slug: slug-{slug}\naliases: [/{}/old-{id}/]\n", LANGUAGES[*lang]);
                }
                if *lang == 0 && section == "schools/" {
                    text += "role: mentor\ncluster: c\ncountry: HR\n";
                }
                if *lang == 0 && section == "news/" {
                    text += "date: 2022-01-02\n";
                }
                text += &format!("---\n{}", "A paragraph.\n\n## A heading\n\n".repeat(usize::from(*body)));
                if self.languages.contains(lang) {
                    write(format!("content/{section}d-{id}{ending}.md"), text);
                }
            }
        }
        files
    }
}

fn is_theme(path: &str) -> bool {
    path.starts_with("themes/plain/") && !path.starts_with("themes/plain/i18n/")
}

fn own((path, entry): (&String, &Entry)) -> (String, Entry) {
    (path.clone(), entry.clone())
}

/// Makes the sources on disk those of the model, as an editor would: what is the same is left alone.
fn write_sources(root: &Path, before: &Files, now: &Files) {
    for path in before.keys().filter(|path| !now.contains_key(*path)) {
        fs::remove_file(root.join(path)).expect("a file that is there");
    }
    for (path, entry) in now.iter().filter(|(path, entry)| before.get(*path) != Some(*entry)) {
        let Entry::File(bytes) = entry else { unreachable!("a model has files alone") };
        fs::create_dir_all(root.join(path).parent().expect("a folder")).expect("a folder");
        fs::write(root.join(path), bytes).expect("a file");
    }
}

fn holds(public: &Path, release: &Release) -> bool {
    let there = tree(public);
    there.len() == release.files.len()
        && release.files.iter().all(|(path, bytes)| there.get(path.as_str()).is_some_and(|there| **there == **bytes))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// After each of any edits, the folder that has been built into all along is what a first build makes. An edit that
    /// is an error (two pages for one address) leaves the folder as it was.
    #[test]
    fn a_folder_has_no_memory(edits in prop::collection::vec(edit(), 1..9)) {
        let site = tempfile::tempdir().expect("a temporary folder");
        let root = site.path();
        let mut model = Model { languages: BTreeSet::from([0, 1]), documents: BTreeMap::new() };
        let mut written = Files::new();
        let mut published = false;
        for edit in std::iter::once(None).chain(edits.iter().map(Some)) {
            if let Some(edit) = edit {
                model.apply(edit);
            }
            let files = model.files();
            write_sources(root, &written, &files);
            written = files;
            let (release, findings) = render(&io::scan(root).expect("a site"), &options());
            if findings.has_errors() {
                continue;
            }
            let output = io::output(root, &root.join("public")).expect("a place for it");
            let done = io::Target::open(&output, &Last::default()).expect("a folder").apply(&release, &Pages::new(), &io::Looked::default(), &|| true);
            prop_assert!(done.is_ok(), "{edit:?}");
            published = true;
            let (scratch, _) = render(&common::snapshot(&written), &options());
            prop_assert!(release.files == scratch.files, "{edit:?}: the disk shows in the release");
            prop_assert!(holds(&root.join("public"), &scratch), "{edit:?}");
            let again = io::Target::open(&output, &Last::default()).expect("a folder").apply(&release, &Pages::new(), &io::Looked::default(), &|| true);
            prop_assert!(again.is_ok_and(|(done, _)| done.written + done.removed == 0), "{edit:?}");
        }
        prop_assert!(published);
    }
}

#[test]
fn a_text_is_taken_from_its_page_only_where_it_is_that_text() {
    is_taken_only_where_it_is_that_text(&snapshot(good()));
}

/// It is not written by itself then.
#[test]
fn so_is_a_text_that_the_template_put_together_with_other_words() {
    let template = "//- themes/mensi/templates/case-study.html\n{% extends \"base.html\" %}{% block content %}{% set all %}<b>x</b>{{ document.body.html }}y{% endset %}{{ all }}{% endblock %}\n";
    is_taken_only_where_it_is_that_text(&snapshot(&over(good(), template)));
}

fn is_taken_only_where_it_is_that_text(snapshot: &Snapshot) {
    let cache = Cache::default();
    let path = OutPath::new("en/case-studies/pairs/index.html").expect("a clean path");
    let make = |previous: Option<Previous<'_>>| {
        let built = pipeline::build(snapshot, &options(), &cache).value;
        match built.plan.expect("a good site").make(&path, previous) {
            Made::New(from, Rendered { bytes, .. }) => (from, bytes.to_vec()),
            Made::Known(_) => panic!("it was made from something else"),
        }
    };
    let (from, page) = make(None);
    let text = &page[from.text.start as usize..from.text.end as usize];
    assert_eq!(text, b"<p>It worked.</p>\n");
    // The cache has everything of the text but its HTML.
    let other = MadeFrom { inputs: Fingerprint::default(), shown: Fingerprint::default(), ..from };
    let asked = Cell::new(0);
    for held in [Some(text.to_vec()), Some(b"<p>Somebody else's words.".to_vec()), None] {
        let passage = |at: Passage| {
            asked.set(asked.get() + 1);
            assert_eq!(at, from.text);
            held.clone()
        };
        assert_eq!(make(Some(Previous { from: other, passage: &passage })), (from, page.clone()));
    }
    assert_eq!(asked.get(), 3);
}
