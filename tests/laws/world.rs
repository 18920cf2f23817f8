//! The site that is built again and again: its sources, what builds left in it, and what is done to both by hand.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::common::{Entry, Files, Run, Site, tree};
use crate::edits::{Call, Harm, Save};
use crate::model::Model;

/// Every folder that a [`Call`] may build into.
pub const OUTPUTS: [&str; 3] = ["public", "public-cz", "other"];

pub type Tree = BTreeMap<String, Vec<u8>>;

impl Call {
    pub fn output(&self) -> &'static str {
        match (self.elsewhere, self.mirror) {
            (true, _) => "other",
            (false, true) => "public-cz",
            (false, false) => "public",
        }
    }

    /// Runs the program, with findings as JSON on its standard output.
    pub fn run(&self, site: &Site, more: &[&str]) -> Run {
        site.said(self.command(site).args(more).output().expect("the program starts"))
    }

    fn command(&self, site: &Site) -> Command {
        let mut command = site.command(&["build", "--format", "json", "--as-of", self.day]);
        let options: [(bool, &[&str]); 4] = [
            (self.base_url, &["--base-url", "https://z.example/"]),
            (self.links_to_files, &["--links", "files"]),
            (self.drafts, &["--drafts"]),
            (self.mirror, &["--mirror", "cz"]),
        ];
        command.args(options.iter().filter(|(chosen, _)| *chosen).flat_map(|(_, option)| *option));
        if self.elsewhere {
            command.arg("--out").arg(site.root().join("other"));
        }
        command
    }
}

pub struct World {
    pub site: Site,
    /// The sources as they are on disk.
    sources: Files,
    /// Files whose places others took: as long as they are open, no new file gets the number of one.
    replaced: Vec<File>,
    /// Caches as builds left them, the oldest first.
    caches: Vec<Files>,
    /// The user's own files in each output.
    own: BTreeMap<&'static str, Tree>,
}

impl World {
    pub fn new(model: &Model) -> World {
        let site = Site::new(&model.files());
        // Half of the files have the time that `Save::Future` gives: then one such save is enough to change a file that
        // was built, and nothing of its stamp.
        for path in model.files().keys().filter(|path| path.len() % 2 == 0) {
            set_time(&site.root().join(path), not_yet());
        }
        World { site, sources: model.files(), replaced: Vec::new(), caches: Vec::new(), own: BTreeMap::new() }
    }

    /// What is in the output folders, empty where there is none.
    pub fn outputs(&self) -> BTreeMap<&'static str, Tree> {
        OUTPUTS.into_iter().map(|name| (name, output(&self.site, name))).collect()
    }

    pub fn own(&self, output: &str) -> Tree {
        self.own.get(output).cloned().unwrap_or_default()
    }

    /// Makes the sources those of a model; what is the same is left alone.
    pub fn save(&mut self, now: Files, how: Save, call: &Call) {
        if let Save::WhileBuilding(after) = how {
            let mut build = call.command(&self.site);
            let build = build.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
            let build = build.spawn().expect("the program starts");
            sleep(Duration::from_millis(after));
            self.put(now, Save::Plain);
            let ended = build.wait_with_output().expect("it ends");
            let (code, said) = (ended.status.code(), String::from_utf8_lossy(&ended.stderr));
            let may_be = matches!(code, Some(0..=2));
            assert!(may_be, "a build while files are saved may find anything, but ends: {code:?}\n{said}");
        } else {
            self.put(now, how);
        }
    }

    fn put(&mut self, now: Files, how: Save) {
        let root = self.site.root();
        for path in self.sources.keys().filter(|path| !now.contains_key(*path)) {
            fs::remove_file(root.join(path)).expect("a file that is there");
        }
        for (path, entry) in now.iter().filter(|(path, entry)| self.sources.get(*path) != Some(*entry)) {
            let Entry::File(bytes) = entry else { unreachable!("a model has files alone") };
            let place = root.join(path);
            fs::create_dir_all(place.parent().expect("a file is in a folder")).expect("a folder");
            if how == Save::Renamed && place.exists() {
                let old = File::open(&place).expect("it is there");
                let time = old.metadata().and_then(|old| old.modified()).expect("a file has a time");
                let new = place.with_file_name(".saved");
                fs::write(&new, bytes).expect("a file");
                set_time(&new, time);
                fs::rename(&new, &place).expect("in one folder");
                self.replaced.push(old);
            } else {
                fs::write(&place, bytes).expect("a file");
            }
            if how == Save::Future {
                set_time(&place, not_yet());
            }
        }
        self.sources = now;
    }

    pub fn harm(&mut self, harm: &Harm, output_name: &'static str) {
        let public = self.site.root().join(output_name);
        let cache = self.site.root().join(".mensi/cache");
        let own = self.own(output_name);
        let page = |number: usize| {
            let pages: Vec<String> =
                output(&self.site, output_name).into_keys().filter(|path| !own.contains_key(path)).collect();
            (!pages.is_empty()).then(|| public.join(&pages[number % pages.len()]))
        };
        let cached = |number: usize| {
            let files = files_below(&cache);
            (!files.is_empty()).then(|| files[number % files.len()].clone())
        };
        match harm {
            Harm::DeletePage(number) => change(page(*number), |_| None),
            Harm::ChangePage(number) => change(page(*number), |bytes| Some(flipped(bytes, *number))),
            Harm::TouchPage(number) => change(page(*number), Some),
            Harm::DeletePublic => {
                let _ = fs::remove_dir_all(&public);
                self.own.remove(output_name);
            }
            Harm::Own(number) => {
                let path = ["own.txt", "en/own.txt", "en/news/own.txt"][number % 3];
                let place = public.join(path);
                fs::create_dir_all(place.parent().expect("it is in the output")).expect("a folder");
                fs::write(place, "Own").expect("a file");
                self.own.entry(output_name).or_default().insert(path.to_owned(), b"Own".to_vec());
            }
            Harm::CutCache(number) => change(cached(*number), |bytes| Some(bytes[..bytes.len() / 2].to_vec())),
            Harm::EmptyCache(number) => change(cached(*number), |_| Some(Vec::new())),
            Harm::FlipCache(number) => change(cached(*number), |bytes| Some(flipped(bytes, number * 7919))),
            Harm::GarbageInCache(number) => change(cached(*number), |_| Some(b"\xffgarbage\0".repeat(1 + number))),
            Harm::DeleteOfCache(number) => change(cached(*number), |_| None),
            Harm::DeleteCache => drop(fs::remove_dir_all(&cache)),
            Harm::ForeignCache => replace(&self.site, &FOREIGN),
            Harm::OldCache => self.caches.first().into_iter().for_each(|old| replace(&self.site, old)),
        }
    }

    /// Remembers the cache for [`Harm::OldCache`].
    pub fn remember(&mut self) {
        let cache = kept(&self.site);
        if !cache.is_empty() {
            self.caches.push(cache);
        }
        if self.caches.len() > 3 {
            self.caches.remove(0);
        }
    }
}

/// The cache of another site, which has files of the same names.
static FOREIGN: LazyLock<Files> = LazyLock::new(|| {
    let mut other = Model::start();
    other.documents.values_mut().flat_map(|document| document.texts.values_mut()).for_each(|text| text.title += 1);
    let site = Site::new(&other.files());
    let _ = site.run(&["build"]);
    kept(&site)
});

/// The files of the cache by their paths in the site.
fn kept(site: &Site) -> Files {
    let folder = site.root().join(".mensi/cache");
    match folder.is_dir() {
        true => tree(&folder)
            .into_iter()
            .map(|(path, bytes)| (format!(".mensi/cache/{path}"), Entry::File(bytes)))
            .collect(),
        false => Files::new(),
    }
}

/// Puts a cache in the place of the one that is there.
fn replace(site: &Site, cache: &Files) {
    let _ = fs::remove_dir_all(site.root().join(".mensi/cache"));
    site.write(cache);
}

pub fn output(site: &Site, name: &str) -> Tree {
    let folder = site.root().join(name);
    if folder.is_dir() { tree(&folder) } else { Tree::new() }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    if folder.is_dir() { tree(folder).into_keys().map(|path| folder.join(path)).collect() } else { Vec::new() }
}

/// Writes a file anew, or deletes it.
fn change(place: Option<PathBuf>, change: impl FnOnce(Vec<u8>) -> Option<Vec<u8>>) {
    let Some(place) = place else { return };
    match change(fs::read(&place).expect("it was just seen")) {
        Some(bytes) => fs::write(&place, bytes).expect("a file"),
        None => fs::remove_file(&place).expect("a file"),
    }
}

fn flipped(mut bytes: Vec<u8>, number: usize) -> Vec<u8> {
    if !bytes.is_empty() {
        let place = number % bytes.len();
        bytes[place] ^= 1;
    }
    bytes
}

/// A day in 2096.
fn not_yet() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000)
}

fn set_time(path: &Path, time: SystemTime) {
    File::options().append(true).open(path).and_then(|file| file.set_modified(time)).expect("our own file");
}
