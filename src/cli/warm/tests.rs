use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::*;
use crate::cli::verify::Verified;
use crate::diag::Diagnostic;
use crate::foundation::{Day, OutPath};
use crate::io::{Store, output};
use crate::model::Drafts;
use crate::pipeline::LinkStyle;

const ABOUT: &str = "content/about.md";
const MESSAGES: &str = "i18n/en/site.ftl";
const TEMPLATE: &str = "themes/mensi/templates/components.html";
const OLD: &str = "---\ntitle: About\n---\nWords of old.\n";

/// A small site.
struct Site {
    folder: tempfile::TempDir,
    output: Output,
    options: Options,
}

impl Site {
    fn new() -> Site {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = output(folder.path(), &folder.path().join("public")).expect("a good folder");
        let options = Options {
            as_of: Day::parse("2026-03-31").expect("a day"),
            base_url: None,
            mirror: None,
            links: LinkStyle::Pages,
            drafts: Drafts::Hidden,
        };
        let site = Site { folder, output, options };
        for folder in ["content", "i18n", "i18n/en", ".mensi"] {
            fs::create_dir(site.path(folder)).expect("a folder");
        }
        site.put(
            "mensi.yaml",
            "title: A site\nbase_url: https://mensi.example.eu/\ndefault_language: en\nlanguages: [en]\n",
        );
        site.put("content/index.md", "---\ntitle: Home\n---\nRead [about us](/about.md).\n");
        site.put(ABOUT, OLD);
        site.put(MESSAGES, "skip-link = Over all of this\n");
        site
    }

    fn built() -> Site {
        let site = Site::new();
        site.build();
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    fn warm<'a>(&'a self, ended: &'a (dyn Fn(&'static str) + Sync)) -> Warm<'a> {
        let Site { folder, output, options } = self;
        Warm { root: folder.path(), output, options, ended, progress: Progress::new(false) }
    }

    fn build(&self) {
        let done = self.warm(&|_| ()).build().expect("a site");
        assert!(done.done.is_some() && done.findings.is_empty(), "{:?}", done.findings);
    }

    fn verify(&self) -> (Option<Applied>, usize, Vec<Diagnostic>) {
        let Verified { done, files } = self.warm(&|_| ()).verify().expect("a site");
        (done.done.map(|(_, applied)| applied), files, done.findings.sorted())
    }

    /// The one error that the cache or the output is wrong.
    fn wrong(&self) -> (&'static str, String) {
        let before = self.published();
        let (done, _, mut findings) = self.verify();
        assert!(done.is_none() && findings.len() == 1, "{done:?} {findings:?}");
        assert!(before == self.published(), "nothing is published");
        let finding = findings.remove(0);
        (finding.code, finding.message)
    }

    fn remembered(&self) -> Remembered {
        Remembered::open(self.folder.path())
    }

    /// Puts other bytes into a file of the cache, as a mistake of the program would.
    fn spoil(&self, name: &str, old: &[u8], new: &[u8]) {
        let store = Store::open(self.folder.path()).expect("a cache");
        let mut bytes = store.load(name).expect("whole").expect("saved");
        let at = bytes.windows(old.len()).position(|bytes| bytes == old).expect("it is there");
        bytes[at..at + old.len()].copy_from_slice(new);
        store.save(name, &bytes);
    }

    /// Trusts the looks of all files, as a build does that comes a second later.
    fn settle(&self) {
        let late = Some(u64::MAX - 1);
        let sources = Sources::look(self.folder.path(), &Stamps::default(), late).expect("a site");
        self.remembered().save_stamps(&Stamps::default(), &sources.stamps);
    }

    fn published(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let all = walkdir::WalkDir::new(&self.output.folder).into_iter().filter_map(Result::ok);
        let files = all.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
        files
            .map(|path| {
                let bytes = fs::read(&path).expect("a file");
                (path.strip_prefix(&self.output.folder).expect("below it").to_owned(), bytes)
            })
            .collect()
    }
}

fn about(last: &mut Last) -> (&OutPath, &mut crate::cache::Page) {
    last.pages.iter_mut().find(|(path, _)| path.as_str().ends_with("about/index.html")).expect("the page")
}

#[test]
fn what_is_right_is_published() {
    let site = Site::new();
    let (first, files, findings) = site.verify();
    assert_eq!((first.expect("published").written, findings), (files, vec![]));
    let (again, same, findings) = site.verify();
    assert_eq!((again.expect("published").unchanged, same, findings), (files, files, vec![]));
    site.put(ABOUT, "---\ntitle: About\n---\nOther words.\n");
    let (other, _, findings) = site.verify();
    // Its page; and of the search its text, a file of words, one of spellings, and the three lists that name those.
    let written = if cfg!(feature = "search") { 1 + 6 } else { 1 };
    assert_eq!((other.expect("published").written, findings), (written, vec![]));
}

#[test]
fn a_wrong_result_is_found() {
    let site = Site::built();
    site.spoil("parses", b"About", b"Abort");
    let (code, message) = site.wrong();
    assert!(code == "cache-differs" && message.contains("about/index.html"), "{message}");
}

#[test]
fn a_wrong_note_of_what_was_published_is_found() {
    let site = Site::built();
    let mut last = site.remembered().last(&site.output);
    about(&mut last).1.content = Fingerprint::of_bytes(b"other");
    site.remembered().save_last(&site.output, &last);
    let (code, message) = site.wrong();
    assert!(code == "cache-differs" && message.ends_with("about/index.html"), "{message}");
    // It is as wrong where something else has changed.
    site.put("content/more.md", "---\ntitle: More\n---\n");
    let (code, message) = site.wrong();
    assert!(code == "cache-differs" && message.ends_with("about/index.html"), "{message}");
}

#[test]
fn a_finding_that_only_the_cache_has_is_found() {
    let site = Site::built();
    let mut last = site.remembered().last(&site.output);
    last.findings.push(Diagnostic::warning("x", "a thing of the past"));
    site.remembered().save_last(&site.output, &last);
    let (code, message) = site.wrong();
    assert!(code == "cache-differs" && message.contains("a thing of the past"), "{message}");
}

#[test]
fn a_source_that_does_not_look_changed_is_found() {
    let site = Site::built();
    site.settle();
    let fingerprint = postcard::to_allocvec(&Fingerprint::of_bytes(OLD.as_bytes())).expect("a number");
    let mut other = fingerprint.clone();
    // Not the first: how many bytes follow.
    *other.last_mut().expect("sixteen") ^= 1;
    site.spoil("stamps", &fingerprint, &other);
    let (code, message) = site.wrong();
    assert!(code == "cache-differs" && message.ends_with(ABOUT), "{message}");
}

#[test]
fn a_published_file_that_does_not_look_changed_is_found() {
    let site = Site::built();
    let mut last = site.remembered().last(&site.output);
    let place = site.output.folder.join(about(&mut last).0.as_str());
    let time = fs::metadata(&place).and_then(|found| found.modified()).expect("a time");
    let text = fs::read_to_string(&place).expect("a page").replace("of old", "of odd");
    fs::write(&place, text).expect("a file");
    fs::File::options().write(true).open(&place).and_then(|file| file.set_modified(time)).expect("our own file");
    let (code, message) = site.wrong();
    assert!(code == "output-differs" && message.ends_with("about/index.html"), "{message}");
}

#[test]
fn errors_of_the_content_are_those_of_any_build() {
    let site = Site::built();
    site.put(ABOUT, "---\ntitel: About\n---\n");
    let built = site.warm(&|_| ()).build().expect("a site");
    let (done, _, findings) = site.verify();
    assert!(done.is_none() && findings == built.findings.sorted() && !findings.is_empty(), "{findings:?}");
}

/// A disk that says too little of its files: one changed, and looks as it did.
#[test]
fn a_file_that_is_not_what_it_looks_like_is_read() {
    let site = Site::built();
    site.settle();
    let fingerprint = |text: &str| postcard::to_allocvec(&Fingerprint::of_bytes(text.as_bytes())).expect("a number");
    site.spoil("stamps", &fingerprint(OLD), &fingerprint("---\ntitle: Another\n---\n"));
    for name in ["parses", "bodies"] {
        fs::remove_file(site.path(".mensi/cache").join(name)).expect("it was kept");
    }
    site.put("content/more.md", "---\ntitle: More\n---\nMore words.\n");
    site.build();
    assert_clean(&site);
}

/// A file is replaced after it was looked at, and put back after it was read: what was made of it must not be kept.
#[test]
fn a_file_that_is_another_for_a_moment_leaves_no_trace() {
    use std::sync::atomic::{AtomicUsize, Ordering};

    for name in [ABOUT, MESSAGES, TEMPLATE] {
        let site = Site::built();
        if name == TEMPLATE {
            fs::create_dir_all(site.path("themes/mensi/templates")).expect("folders");
            fs::copy(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(TEMPLATE), site.path(TEMPLATE)).expect("a file");
            site.build();
        }
        site.settle();
        // What was made of it is forgotten, so that it is read; and something is to be done.
        fs::remove_file(site.path(".mensi/cache/bodies")).expect("it was kept");
        site.put("content/more.md", "---\ntitle: More\n---\nMore words.\n");
        let (place, aside) = (site.path(name), site.path("aside"));
        let looks = AtomicUsize::new(0);
        let ended = |stage| match stage {
            "scan" if looks.fetch_add(1, Ordering::Relaxed) == 0 => {
                fs::rename(&place, &aside).expect("a file");
                fs::write(&place, "# Only for a moment.\n").expect("a file");
            }
            "plan" if aside.exists() => fs::rename(&aside, &place).expect("a file"),
            _ => {}
        };
        let done = site.warm(&ended).build().expect("a site");
        assert!(done.done.is_some() && done.findings.is_empty(), "{name}: {:?}", done.findings);
        assert_eq!(looks.into_inner(), 2, "{name}: the sources are looked at again");
        assert_clean(&site);
        // Nor is it there for the builds that follow.
        site.put("content/more.md", "---\ntitle: More\n---\nStill more words.\n");
        site.build();
        assert_clean(&site);
        assert_eq!(site.verify().2, vec![]);
    }
}

#[test]
fn what_is_wrong_with_messages_and_templates_is_told_each_time() {
    let site = Site::built();
    let codes = |words: &str| {
        site.put(ABOUT, &format!("---\ntitle: About\n---\n{words}\n"));
        let done = site.warm(&|_| ()).build().expect("a site");
        assert!(done.done.is_some_and(|(_, applied)| applied.written > 0), "{words}");
        done.findings.sorted().into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    let config = fs::read_to_string(site.path("mensi.yaml")).expect("a file");
    let odd = site.path("themes/mensi/templates/odd.html");
    fs::create_dir_all(odd.parent().expect("it has one")).expect("folders");
    fs::write(&odd, "No page has this.").expect("a file");
    site.put("mensi.yaml", &config.replace("[en]", "[en, fr]"));
    for words in ["One.", "Two."] {
        assert_eq!(codes(words), ["no-messages", "unused-template"]);
    }
    fs::remove_file(&odd).expect("it is there");
    site.put("mensi.yaml", &config);
    assert_eq!(codes("Three."), [""; 0]);
    fs::write(&odd, "No page has this.").expect("a file");
    for words in ["Four.", "Five."] {
        assert_eq!(codes(words), ["unused-template"]);
    }
}

/// The output is that of a build of the same sources, elsewhere.
fn assert_clean(site: &Site) {
    let clean = Site::new();
    fs::copy(site.path("content/more.md"), clean.path("content/more.md")).expect("a file");
    clean.build();
    let (found, expected) = (site.published(), clean.published());
    let differing: Vec<_> = expected.keys().filter(|path| found.get(*path) != expected.get(*path)).collect();
    assert!(differing.is_empty() && found.len() == expected.len(), "{differing:?}");
}
