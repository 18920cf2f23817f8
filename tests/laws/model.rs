//! A small site as a model: what can be edited in it, and the files that it is on disk.
//!
//! Whatever is one of several is a number that picks from a table, so that an edit is a few numbers, an edit that does
//! nothing is common, and many edits keep the size of a file.

use std::collections::{BTreeMap, BTreeSet};

use mensi_site::foundation::Hash;

use crate::common::{Entry, Files, good};
use crate::tables::{BODIES, FACTS, SLOTS, Slot, TEMPLATES, WHEN, WORDS};

pub const LANGUAGES: [&str; 3] = ["en", "cs", "hu"];

/// A site. `Default` has no documents but its home page.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    /// Without English, which is always there.
    pub languages: BTreeSet<usize>,
    /// By their numbers in [`SLOTS`].
    pub documents: BTreeMap<usize, Document>,
    /// What is not of a document; 0 where nothing is said.
    pub knobs: BTreeMap<Knob, usize>,
    /// The translated.lock of each language that has one.
    pub locks: BTreeMap<usize, String>,
}

#[derive(Clone, PartialEq, Default, Debug)]
pub struct Document {
    pub facts: usize,
    pub when: usize,
    /// In a folder of its own, with files beside it.
    pub folder: bool,
    /// Its picture, which only a folder of its own can hold.
    pub picture: usize,
    /// By language; English is the source and always there.
    pub texts: BTreeMap<usize, Text>,
}

#[derive(Clone, PartialEq, Default, Debug)]
pub struct Text {
    pub title: usize,
    pub summary: usize,
    pub slug: usize,
    pub body: usize,
    pub origin: usize,
}

/// What can be turned without naming a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Knob {
    Title,
    Address,
    Fallback,
    Order,
    Theme,
    Mirror,
    Project,
    Legal,
    /// A template of the theme `own`, by its number in [`TEMPLATES`].
    Template(usize),
    /// The list of the theme `plain`, on which `own` is built.
    ParentList,
    /// The messages of the site in a language.
    Words(usize),
    /// The messages of the theme.
    ThemeWords,
    Stylesheet,
    Download,
    Picture,
}

impl Model {
    /// A site with something of everything.
    pub fn start() -> Model {
        let mut documents = BTreeMap::new();
        for (number, slot) in SLOTS.iter().enumerate().filter(|(_, slot)| slot.at_start) {
            let text = |title| Text { title, summary: 1, body: slot.body, ..Text::default() };
            let mut texts = BTreeMap::from([(0, text(number % 4))]);
            if number % 2 == 0 {
                texts.insert(1, text(number % 3));
            }
            // The second school is no mentor: two mentors do not imply their cluster.
            let facts = usize::from(slot.id == "cz-b");
            documents.insert(number, Document { facts, texts, ..Document::default() });
        }
        Model { languages: BTreeSet::from([1]), documents, knobs: BTreeMap::new(), locks: BTreeMap::new() }
    }

    fn knob(&self, knob: Knob) -> usize {
        self.knobs.get(&knob).copied().unwrap_or(0)
    }

    fn has(&self, lang: usize) -> bool {
        lang == 0 || self.languages.contains(&lang)
    }

    /// What `translated.lock` says when every translation of a language is as new as its source.
    pub fn accepted(&self, lang: usize) -> String {
        let documents = self.documents.iter().filter(|(_, document)| document.texts.contains_key(&lang));
        let print = |text: &str| Hash::of(text.split_whitespace().collect::<Vec<_>>().join(" ").as_bytes()).short(8);
        let lines = documents.map(|(number, document)| {
            let source = &document.texts[&0];
            let summary = (source.summary > 0).then(|| summary(source.summary));
            let blocks = BODIES[source.body].split("\n\n").map(str::to_owned);
            let parts = std::iter::once(title(source.title)).chain(summary).chain(blocks);
            let prints: Vec<String> = parts.filter(|part| !part.trim().is_empty()).map(|part| print(&part)).collect();
            format!("{}\n{}\n", path(&SLOTS[*number], document, 0), prints.join(" "))
        });
        lines.collect()
    }

    /// The sources on disk.
    pub fn files(&self) -> Files {
        // A theme of a few messages, so that hundreds of builds take seconds.
        let is_theme = |path: &str| path.starts_with("themes/plain/") && !path.starts_with("themes/plain/i18n/");
        let theme = good().iter().filter(|(path, _)| is_theme(path));
        let mut files: Files = theme.map(|(path, entry)| (path.clone(), entry.clone())).collect();
        let base = text(&files, "themes/plain/templates/base.html");
        let list = text(&files, "themes/plain/templates/list.html");
        let mut put = |path: String, text: String| drop(files.insert(path, Entry::File(text.into())));
        put("mensi.yaml".into(), self.configuration());
        put(
            "content/index.md".into(),
            "---\ntitle: Home\n---\nRead [on](/about.md), or [news](/news/index.md).\n".into(),
        );
        for (number, document) in &self.documents {
            for (lang, text) in document.texts.iter().filter(|(lang, _)| self.has(**lang)) {
                put(path(&SLOTS[*number], document, *lang), source(*number, document, *lang, text));
            }
        }
        for lang in (0..LANGUAGES.len()).filter(|lang| self.has(*lang)) {
            let words = WORDS[self.knob(Knob::Words(lang)) % WORDS.len()];
            if !words.is_empty() {
                put(format!("i18n/{}/words.ftl", LANGUAGES[lang]), words.replace('@', LANGUAGES[lang]));
            }
            if let Some(lock) = self.locks.get(&lang) {
                put(format!("i18n/{}/translated.lock", LANGUAGES[lang]), lock.clone());
            }
        }
        put("themes/own/theme.yaml".into(), "name: own\nparent: plain\n".into());
        put("themes/own/i18n/en/own.ftl".into(), WORDS[self.knob(Knob::ThemeWords) % WORDS.len()].replace('@', "own"));
        put("themes/own/static/site.css".into(), format!("body {{ margin: {}px }}\n", self.knob(Knob::Stylesheet)));
        // By its script the theme says that it has a search, by its template that it has an index.
        put("themes/own/static/search-dialog.js".into(), "export {};\n".into());
        let index = "{% extends \"base.html\" %}{% block main %}{{ index.count }}{% for group in index.groups %}\
                     <h2 id=\"{{ group.id }}\">{{ group.label }}</h2><ul>{{ group.entries }}</ul>{% endfor %}{% endblock main %}\n";
        put("themes/own/templates/index.html".into(), index.into());
        for (number, (name, variants)) in TEMPLATES.iter().enumerate() {
            let variant = variants[self.knob(Knob::Template(number)) % variants.len()];
            if !variant.is_empty() {
                put(format!("themes/own/templates/{name}"), variant.replace("@base", &base));
            }
        }
        if self.knob(Knob::ParentList) > 0 {
            put("themes/plain/templates/list.html".into(), format!("{{# {} #}}{list}", self.knob(Knob::ParentList)));
        }
        put("static/download.txt".into(), format!("Version {}\n", self.knob(Knob::Download)));
        files.insert("static/wide.png".into(), Entry::File(png(self.knob(Knob::Picture))));
        for (number, document) in self.documents.iter().filter(|(_, document)| document.folder) {
            let folder = format!("content/{}{}", SLOTS[*number].folder, SLOTS[*number].id);
            files.insert(format!("{folder}/picture.png"), Entry::File(png(document.picture)));
        }
        files
    }

    fn configuration(&self) -> String {
        let pick = |knob, words: &[&str]| words[self.knob(knob) % words.len()].to_owned();
        let mut languages: Vec<&str> =
            (0..LANGUAGES.len()).filter(|lang| self.has(*lang)).map(|lang| LANGUAGES[lang]).collect();
        if self.knob(Knob::Order) % 2 == 1 {
            languages.reverse();
        }
        let mut text = format!("default_language: en\nlanguages: [{}]\n", languages.join(", "));
        text += &pick(Knob::Title, &["title: Site\n", "title: Mine\n", "title: {en: Site, cs: Stránky}\n"]);
        text += &pick(Knob::Address, &["base_url: https://x.example/\n", "base_url: https://y.example/sub/\n"]);
        text += &pick(Knob::Theme, &["theme: own\n", "theme: plain\n", "theme: own\n", "theme: none\n"]);
        if self.has(1) {
            let mirror = "mirrors: [{name: cz, base_url: https://x.example.cz/, languages: [cs], host: DZS}]\n";
            text += &pick(Knob::Mirror, &[mirror, "", &mirror.replace("DZS", "NPI")]);
            text += &pick(Knob::Fallback, &["", "fallback: {cs: none}\n", "locales: {cs: cs-CZ}\n"]);
        }
        let project = "project: {acronym: MenSI, start: 2020-11-01, end: 2023-02-28, coordinator: eun}\n";
        text += &pick(Knob::Project, &["", project, "project: {acronym: X, email: x@x.example}\n"]);
        text + &pick(Knob::Legal, &["", "legal: {privacy: about}\n", "legal: {licence: lessons/tips}\n"])
    }
}

fn text(files: &Files, path: &str) -> String {
    match &files[path] {
        Entry::File(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => unreachable!("the theme has files alone"),
    }
}

fn title(number: usize) -> String {
    ["Title A", "Title B", "Title C", "A longer title"][number % 4].to_owned()
}

fn summary(number: usize) -> String {
    format!("Summary {number}")
}

fn path(slot: &Slot, document: &Document, lang: usize) -> String {
    let ending = if lang == 0 { String::new() } else { format!(".{}", LANGUAGES[lang]) };
    let Slot { folder, id, .. } = slot;
    match document.folder {
        true => format!("content/{folder}{id}/index{ending}.md"),
        false => format!("content/{folder}{id}{ending}.md"),
    }
}

fn source(number: usize, document: &Document, lang: usize, text: &Text) -> String {
    let slot = &SLOTS[number];
    let mut out = format!("---\ntitle: {}\n", title(text.title));
    if text.summary > 0 {
        out += &format!("summary: {}\n", summary(text.summary));
    }
    if text.slug > 0 {
        let (name, lang) = (text.slug % 3, LANGUAGES[lang]);
        out += &format!("slug: slug-{name}\naliases: [/{lang}/old-{number}-{name}/]\n");
    }
    if lang == 0 {
        let facts = FACTS[slot.facts];
        out += facts[document.facts % facts.len()];
        out += WHEN[document.when % WHEN.len()];
    } else {
        out += ["", "origin: machine\n", "origin: post-edited\n"][text.origin % 3];
    }
    out + "---\n" + BODIES[text.body % BODIES.len()]
}

/// A picture that is wide enough to have a size, of the same extent for every second number and other bytes for each.
fn png(number: usize) -> Vec<u8> {
    crate::common::png((600 + number as u32 % 2, 7), number as u8)
}
