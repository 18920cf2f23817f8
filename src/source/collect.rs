//! All files to all documents.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Id, SourcePath};

use super::document::{Document, Text};
use super::file::File;
use super::kind::Kind;
use super::parse::{Parsed, Parses, Source, check_words, parse};
use super::place::{Place, place, source_of};
use super::snapshot::Snapshot;

/// Everything that content/ holds.
#[derive(Debug, Default)]
pub struct Content {
    /// By kind and id.
    pub documents: Vec<Document>,
    /// What has a file, although it may be too wrong to be used: a reference to it is not also an error.
    pub known: BTreeSet<(Kind, Id)>,
    /// Files beside documents that have a folder of their own, by source path.
    pub attachments: BTreeMap<SourcePath, File>,
}

/// What was read of one file: its place, what it holds unless that cannot be used, and its path.
type Read<T> = (Place, Option<Box<T>>, SourcePath);

/// Reads all of content/, in parallel.
pub fn collect(snapshot: &Snapshot, config: &Config, parses: &Parses, findings: &mut Diagnostics) -> Content {
    let files: Vec<(&SourcePath, &File)> = snapshot.below("content").collect();
    let markdown: Vec<(&SourcePath, &File)> =
        files.iter().copied().filter(|(path, _)| path.as_str().ends_with(".md")).collect();
    let read: Vec<(Option<Place>, Parsed, Diagnostics)> = markdown
        .par_iter()
        .map(|(path, file)| {
            let mut findings = Diagnostics::new();
            match place(path, config) {
                Ok(place) => {
                    let parsed = parse(&place, path, file, parses, &mut findings);
                    (Some(place), parsed, findings)
                }
                Err(finding) => {
                    findings.push(*finding);
                    (None, Parsed::Nothing, findings)
                }
            }
        })
        .collect();

    let mut content = Content::default();
    let mut sources: BTreeMap<(Kind, Id), Read<Source>> = BTreeMap::new();
    let mut translations: Vec<Read<Text>> = Vec::new();
    for ((path, _), (place, parsed, found)) in markdown.iter().zip(read) {
        findings.append(found);
        let Some(place) = place else { continue };
        let path = (*path).clone();
        match (place.lang, parsed) {
            (None, parsed) => {
                let source = if let Parsed::Source(source) = parsed { Some(source) } else { None };
                let key = (place.kind, place.id.clone());
                content.known.insert(key.clone());
                if let Some((_, _, first)) = sources.get(&key) {
                    findings.push(two_files(&path, first, "this document"));
                } else {
                    sources.insert(key, (place, source, path));
                }
            }
            (Some(_), Parsed::Translation(text)) => translations.push((place, Some(text), path)),
            (Some(_), _) => translations.push((place, None, path)),
        }
    }
    content.documents = join(sources, translations, config, findings);
    let folders: BTreeSet<&str> = content.documents.iter().filter_map(|document| document.folder.as_deref()).collect();
    for (path, file) in files.iter().filter(|(path, _)| !path.as_str().ends_with(".md")) {
        if folders.contains(path.parent()) {
            content.attachments.insert((*path).clone(), (*file).clone());
        } else {
            findings.push(
                Diagnostic::warning("stray-file", "this file belongs to no document and is not published")
                    .at(Span::file(path))
                    .help("put it beside the index.md of a document with a folder of its own, or into static/"),
            );
        }
    }
    content
}

fn two_files(path: &SourcePath, first: &SourcePath, what: &str) -> Diagnostic {
    Diagnostic::error("two-files", format!("{what} has two files for one language"))
        .at(Span::file(path))
        .label(Span::file(first), "this is the other one")
        .help("keep one of them, or give one another name")
}

fn join(
    sources: BTreeMap<(Kind, Id), Read<Source>>,
    translations: Vec<Read<Text>>,
    config: &Config,
    findings: &mut Diagnostics,
) -> Vec<Document> {
    let known: FxHashSet<(Kind, Id)> = sources.keys().cloned().collect();
    // By kind and id, as the sources are.
    let mut documents: Vec<Document> = Vec::with_capacity(sources.len());
    for ((kind, id), (place, source, _)) in sources {
        let Some(source) = source else { continue };
        let Source { text, common, facts } = *source;
        let language = match common.language {
            Some(language) if !config.has(language) => {
                let names: Vec<String> = config.languages.iter().map(ToString::to_string).collect();
                findings.push(
                    Diagnostic::error("unknown-language", format!("`{language}` is not a language of this site"))
                        .at(text.file.front_matter().span(&[crate::yaml::Step::field("language")]))
                        .help(format!("use one of {}, or add it under `languages` in mensi.yaml", names.join(", "))),
                );
                continue;
            }
            language => language.unwrap_or(config.default_language),
        };
        check_words(&text.words, &text.file, &facts, findings);
        let texts = BTreeMap::from([(language, text)]);
        documents.push(Document { kind, id, language, common, facts, texts, folder: place.folder });
    }
    let places: FxHashMap<(Kind, Id), usize> =
        documents.iter().enumerate().map(|(place, document)| ((document.kind, document.id.clone()), place)).collect();
    for (place, text, path) in translations {
        let lang = place.lang.expect("a translation has a language");
        let key = (place.kind, place.id);
        let Some(document) = places.get(&key).map(|place| &mut documents[*place]) else {
            if !known.contains(&key) {
                let source = source_of(&path);
                findings.push(
                    Diagnostic::error(
                        "translation-without-source",
                        format!("this is a translation of {source}, which is not there"),
                    )
                    .at(Span::file(&path))
                    .help(format!(
                        "write {source} first; if this is the first text, rename it to that and add `language: {lang}`"
                    )),
                );
            }
            continue;
        };
        if let Some(other) = document.texts.get(&lang) {
            findings.push(two_files(&path, &other.file.path, &format!("`{}`", document.id)));
            continue;
        }
        let Some(text) = text else { continue };
        check_words(&text.words, &text.file, &document.facts, findings);
        document.texts.insert(lang, *text);
    }
    documents
}
