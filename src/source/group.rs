//! The files of one document, in all its languages, to a document.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Fingerprint, Id, SourcePath};

use super::document::{Document, Text};
use super::file::File;
use super::kind::Kind;
use super::parse::{Parsed, Parses, Source, check_words, parse, parse_key};
use super::place::{Place, at_first_dot, beside, place, source_of};

/// Files that can belong to one document, which no other file can.
pub(super) type Files<'a> = Vec<(&'a SourcePath, &'a File)>;

/// What became of them.
#[derive(Default)]
pub struct Group {
    /// One, unless something is wrong, or a page has the name of a section.
    pub(super) documents: Vec<Arc<Document>>,
    /// What has a source file.
    pub(super) known: Vec<(Kind, Id)>,
    /// Under which [`Parses`] has the files.
    pub(super) parses: Vec<Fingerprint>,
    /// What they were.
    files: Vec<File>,
}

impl Group {
    /// Whether it was made of these files, as they were looked at now.
    pub(super) fn is_of(&self, files: &Files<'_>) -> bool {
        self.files.len() == files.len() && self.files.iter().zip(files).all(|(own, (_, file))| own.is(file))
    }
}

/// What two files of one document have in common, whatever their languages, and two of different documents do not:
/// `content/schools/x` for `x.md`, `x.cs.md`, `x/index.md` and `x/index.cs.md`.
pub(super) fn stem(path: &str) -> &str {
    let (mut stem, _) = at_first_dot(path);
    while let Some(folder) = stem.strip_suffix("/index") {
        stem = folder;
    }
    stem
}

/// What was read of one file: its place, what it holds unless that cannot be used, and its path.
type Read<T> = (Place, Option<Box<T>>, SourcePath);

/// Reads the files, which come in the order of their paths.
pub(super) fn read(files: &Files<'_>, config: &Config, parses: &Parses, findings: &mut Diagnostics) -> Group {
    let mut group = Group { files: files.iter().map(|(_, file)| (*file).clone()).collect(), ..Group::default() };
    let mut sources: BTreeMap<(Kind, Id), Read<Source>> = BTreeMap::new();
    let mut translations: Vec<Read<Text>> = Vec::new();
    let mut last: Option<(Place, &SourcePath)> = None;
    for (path, file) in files {
        let known = last.as_ref().and_then(|(known, of)| beside(path, (known, of), config));
        let place = match known.map_or_else(|| place(path, config), Ok) {
            Ok(place) => last.insert((place, path)).0.clone(),
            Err(finding) => {
                findings.push(*finding);
                continue;
            }
        };
        group.parses.push(parse_key(&place, file));
        let path = (*path).clone();
        match (place.lang, parse(&place, &path, file, parses, findings)) {
            (None, parsed) => {
                let source = if let Parsed::Source(source) = parsed { Some(source) } else { None };
                let key = (place.kind, place.id.clone());
                if let Some((_, _, first)) = sources.get(&key) {
                    findings.push(two_files(&path, first, "this document"));
                } else {
                    group.known.push(key.clone());
                    sources.insert(key, (place, source, path));
                }
            }
            (Some(_), Parsed::Translation(text)) => translations.push((place, Some(text), path)),
            (Some(_), _) => translations.push((place, None, path)),
        }
    }
    group.documents = join(sources, translations, config, findings).into_iter().map(Arc::new).collect();
    group
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
    let known: Vec<(Kind, Id)> = sources.keys().cloned().collect();
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
    for (place, text, path) in translations {
        let lang = place.lang.expect("a translation has a language");
        let key = (place.kind, place.id);
        let document = documents.iter_mut().find(|document| document.kind == key.0 && document.id == key.1);
        let Some(document) = document else {
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

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn files_of_one_document_have_one_stem() {
        for path in ["x.md", "x.cs.md", "x/index.md", "x/index.cs.md", "x.too.many.md"] {
            assert_eq!(stem(&format!("content/schools/{path}")), "content/schools/x", "{path}");
        }
        for path in ["index.md", "index.cs.md", "index/index.md"] {
            assert_eq!(stem(&format!("content/{path}")), "content", "{path}");
        }
        assert_eq!(stem("content/schools/x-2.md"), "content/schools/x-2");
        assert_eq!(stem("content/a.b/c.md"), "content/a.b/c");
    }
}
