//! One subject, in all its languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::foundation::{Id, Lang, SourcePath};
use crate::yaml::Yaml;

use super::facts::{Common, Facts, Words};
use super::kind::Kind;

/// A document: facts once, text in every language that it has.
#[derive(Clone, Debug)]
pub struct Document {
    pub kind: Kind,
    pub id: Id,
    /// Language that it was first written in.
    pub language: Lang,
    pub common: Common,
    pub facts: Facts,
    /// The text of each language, the source's among them.
    pub texts: BTreeMap<Lang, Text>,
    /// Its own folder, `content/<section>/<id>`, where it has files of its own.
    pub folder: Option<String>,
}

impl Document {
    /// The text that was written first.
    pub fn source(&self) -> &Text {
        &self.texts[&self.language]
    }
}

/// A document's text in one language.
#[derive(Clone, Debug)]
pub struct Text {
    pub file: SourceFile,
    pub words: Words,
    /// Of a cluster.
    pub theme: Option<String>,
    /// Of a cluster.
    pub goal: Option<String>,
    /// Of an event.
    pub place: Option<String>,
}

impl Text {
    /// The Markdown below the front matter.
    pub fn body(&self) -> &str {
        self.file.text().get(self.file.body..).unwrap_or_default()
    }
}

/// A Markdown file, cut into front matter and body.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub path: SourcePath,
    /// The whole file. Known to be UTF-8 once and for all: its bytes are asked for again and again.
    text: Arc<str>,
    /// Where the YAML begins and ends, in bytes.
    pub yaml: (usize, usize),
    /// Where the body begins.
    pub body: usize,
}

impl SourceFile {
    /// `yaml` and `body` are places in `text`, at the beginnings of lines.
    pub fn new(path: SourcePath, text: &str, yaml: (usize, usize), body: usize) -> SourceFile {
        SourceFile { path, text: text.into(), yaml, body }
    }

    /// The whole file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The front matter, for reading and for places.
    pub fn front_matter(&self) -> Yaml<'_> {
        Yaml { file: &self.path, text: &self.text()[self.yaml.0..self.yaml.1], offset: self.yaml.0 }
    }
}
