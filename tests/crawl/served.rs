//! A release as its host serves it: addresses become files.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use url::Url;

use mensi_site::release::Release;

use crate::html::{self, Page};

/// What a host makes of the address of a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Folders {
    /// A web server answers with its index.html.
    ShowIndex,
    /// A file browser lists it: no link may lead there.
    ListFiles,
}

pub struct Served {
    pub base: Url,
    pub files: BTreeMap<String, Vec<u8>>,
    pub pages: BTreeMap<String, Page>,
    folders: Folders,
}

/// Where an address leads.
#[derive(PartialEq, Eq, Debug)]
pub enum Target {
    /// A file of this release, and the place in it.
    File(String, Option<String>),
    Elsewhere(Url),
}

impl Served {
    pub fn new(base: &str, release: &Release, folders: Folders) -> Served {
        let files: BTreeMap<String, Vec<u8>> =
            release.files.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
        let pages = files
            .par_iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path.clone(), html::read(std::str::from_utf8(bytes).expect("pages are UTF-8"))))
            .collect();
        Served { base: Url::parse(base).expect("an address"), files, pages, folders }
    }

    /// The address of a file, without the name of an index.
    pub fn address(&self, path: &str) -> Url {
        let route = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => path,
        };
        self.base.join(route).expect("a path")
    }

    /// Where the reader of a file stands. A 404 page answers for any address, as deep as may be.
    fn place(&self, path: &str) -> Url {
        let place =
            if is_not_found(path) { format!("{}a/b/c/d", path.trim_end_matches("404.html")) } else { path.to_owned() };
        self.base.join(&place).expect("a path")
    }

    /// The target of a reference in a file.
    ///
    /// # Errors
    /// In words: what is wrong with the address.
    pub fn target(&self, from: &str, href: &str) -> Result<Target, String> {
        if let Some(fragment) = href.strip_prefix('#') {
            return Ok(Target::File(from.to_owned(), place_in_page(fragment)));
        }
        let url = self.place(from).join(href).map_err(|error| format!("{error}"))?;
        match url.scheme() {
            "http" | "https" => {}
            // A small file within its link: there is nowhere to go.
            "mailto" | "tel" | "data" => return Ok(Target::Elsewhere(url)),
            scheme => return Err(format!("the scheme {scheme}")),
        }
        match self.file(&url)? {
            Some(path) => Ok(Target::File(path, url.fragment().and_then(place_in_page))),
            None => Ok(Target::Elsewhere(url)),
        }
    }

    /// The file behind an address of this release; `None` where the address is not below its base.
    pub fn file(&self, url: &Url) -> Result<Option<String>, String> {
        let mut bare = url.clone();
        bare.set_fragment(None);
        bare.set_query(None);
        let Some(route) = bare.as_str().strip_prefix(self.base.as_str()) else {
            let is_same_host = url.host_str() == self.base.host_str() && url.scheme() == self.base.scheme();
            return if is_same_host { Err(format!("{url} is above {}", self.base)) } else { Ok(None) };
        };
        let route = decode(route);
        let path = if route.is_empty() || route.ends_with('/') { format!("{route}index.html") } else { route.clone() };
        if path != route && self.folders == Folders::ListFiles {
            return Err("leads to a folder".to_owned());
        }
        if self.files.contains_key(&path) {
            return Ok(Some(path));
        }
        let is_folder = self.files.contains_key(&format!("{path}/index.html"));
        Err(if is_folder { "lacks the slash at its end".to_owned() } else { "is not there".to_owned() })
    }

    /// The page of an absolute address, as a web server finds it.
    pub fn page_at(&self, address: &str) -> Option<(&str, &Page)> {
        let route = address.split('#').next()?.strip_prefix(self.base.as_str())?;
        let path =
            if route.is_empty() || route.ends_with('/') { format!("{route}index.html") } else { route.to_owned() };
        self.pages.get_key_value(&path).map(|(path, page)| (path.as_str(), page))
    }

    /// Whether an absolute address is that of a page or a file, as a web server finds it.
    pub fn serves(&self, address: &str) -> bool {
        let file = address.split('#').next().and_then(|address| address.strip_prefix(self.base.as_str()));
        self.page_at(address).is_some() || file.is_some_and(|path| self.files.contains_key(path))
    }

    /// Whether a place in a file exists.
    pub fn has_fragment(&self, path: &str, fragment: &str) -> bool {
        match self.pages.get(path) {
            Some(page) => page.ids.iter().any(|id| id == fragment),
            None if path.ends_with(".svg") => {
                String::from_utf8_lossy(&self.files[path]).contains(&format!("id=\"{fragment}\""))
            }
            None => true,
        }
    }

    /// The languages of this release, by its folders.
    pub fn languages(&self) -> BTreeSet<&str> {
        let homes = self.pages.keys().filter_map(|path| path.strip_suffix("/index.html"));
        homes.filter(|folder| !folder.contains('/')).collect()
    }

    /// Pages that a search engine should show.
    pub fn indexable(&self) -> impl Iterator<Item = (&String, &Page)> {
        self.pages.iter().filter(|(_, page)| !page.is_noindex)
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }
}

pub fn is_not_found(path: &str) -> bool {
    path == "404.html" || path.ends_with("/404.html")
}

/// The id that a fragment names; the empty one and `top` need none.
fn place_in_page(fragment: &str) -> Option<String> {
    (!fragment.is_empty() && fragment != "top").then(|| decode(fragment))
}

fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// What was found, by rule.
#[derive(Default)]
pub struct Problems(BTreeMap<String, Vec<String>>);

impl Problems {
    pub fn add(&mut self, rule: &str, what: impl Into<String>) {
        self.0.entry(rule.to_owned()).or_default().push(what.into());
    }

    pub fn require(&mut self, holds: impl Into<bool>, rule: &str, what: impl FnOnce() -> String) {
        if !holds.into() {
            self.add(rule, what());
        }
    }

    /// The rules that were broken.
    pub fn rules(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Fails where there is any, with the first of each rule.
    pub fn assert_none(&self) {
        let mut told = String::new();
        for (rule, found) in &self.0 {
            told.push_str(&format!("\n{rule}: {}\n", found.len()));
            found.iter().take(8).for_each(|what| told.push_str(&format!("    {what}\n")));
        }
        assert!(self.0.is_empty(), "{told}");
    }
}
