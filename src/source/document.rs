//! One subject, in all its languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::foundation::{Fingerprint, Id, Lang, SourcePath};
use crate::yaml::Yaml;

use super::facts::{Common, Facts, Words};
use super::file::File;
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
    pub words: Arc<Words>,
    /// Of a cluster.
    pub theme: Option<String>,
    /// Of a cluster.
    pub goal: Option<String>,
    /// Of an event.
    pub place: Option<String>,
    /// Of all of this but the body.
    pub fingerprint: Fingerprint,
}

impl Text {
    /// A text that is a title and nothing else, of no file of its own: `path` stands for it.
    pub fn of_title(title: String, path: SourcePath) -> Text {
        let words = Words { title, ..Words::default() };
        let cut = Cut { yaml: (0, 0), body: 0, blank: true };
        let file = SourceFile { path, file: File::from(&[][..]), cut };
        Text::new(file, words, [None, None, None])
    }

    /// `own` is theme and goal of a cluster, and the place of an event.
    pub fn new(file: SourceFile, words: Words, own: [Option<String>; 3]) -> Text {
        let fingerprint = Fingerprint::of_written(&(&words, &own));
        let [theme, goal, place] = own;
        Text { file, words: Arc::new(words), theme, goal, place, fingerprint }
    }

    /// The Markdown below the front matter.
    pub fn body(&self) -> &str {
        self.file.text().get(self.file.cut.body..).unwrap_or_default()
    }

    /// Whether there is nothing below the front matter but white space.
    pub fn is_blank(&self) -> bool {
        self.file.cut.blank
    }
}

/// A Markdown file, cut into front matter and body.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub path: SourcePath,
    /// The whole file.
    pub file: File,
    pub cut: Cut,
}

/// Where the parts of a Markdown file are, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cut {
    /// Where the YAML begins and ends.
    pub yaml: (usize, usize),
    /// Where the body begins.
    pub body: usize,
    /// Whether the body is white space alone.
    pub blank: bool,
}

impl SourceFile {
    /// The whole file; empty where it is no text, which no file with front matter is.
    pub fn text(&self) -> &str {
        self.file.text().unwrap_or_default()
    }

    /// The front matter, for reading and for places.
    pub fn front_matter(&self) -> Yaml<'_> {
        let (start, end) = self.cut.yaml;
        Yaml { file: &self.path, text: self.text().get(start..end).unwrap_or_default(), offset: start }
    }
}
