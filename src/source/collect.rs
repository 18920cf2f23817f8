//! All files to all documents.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash as _;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::foundation::{Fingerprint, Fingerprinter, Id, SourcePath};
use crate::memo::Recent;

use super::document::Document;
use super::file::File;
use super::group::{self, Files, Group, stem};
use super::kind::Kind;
use super::parse::Parses;
use super::snapshot::Snapshot;

/// Everything that content/ holds.
#[derive(Debug, Default)]
pub struct Content {
    /// By kind and id.
    pub documents: Vec<Arc<Document>>,
    /// What has a file, although it may be too wrong to be used: a reference to it is not also an error.
    pub known: BTreeSet<(Kind, Id)>,
    /// Files beside documents that have a folder of their own, by source path.
    pub attachments: BTreeMap<SourcePath, File>,
}

/// Groups of files that have been read, for a run of many builds: nearly all are what they were.
pub type GroupsMemo = Recent<Group>;

/// What is remembered of content/.
pub struct Memos<'a> {
    pub parses: &'a Parses,
    pub groups: &'a GroupsMemo,
}

/// Reads all of content/: each document by itself, in parallel.
pub fn collect(snapshot: &Snapshot, config: &Config, memos: &Memos<'_>, findings: &mut Diagnostics) -> Content {
    let (markdown, others): (Vec<_>, Vec<_>) =
        snapshot.below("content").partition(|(path, _)| path.as_str().ends_with(".md"));
    let common = Fingerprint::of(&(&config.languages, config.default_language));
    let one = |files: &Files<'_>| {
        let key = key(files, common);
        if let Some(known) = memos.groups.get(key).filter(|known| known.is_of(files)) {
            known.parses.iter().for_each(|key| memos.parses.touch(*key));
            return (known, Diagnostics::new());
        }
        let mut found = Diagnostics::new();
        let group = group::read(files, config, memos.parses, &mut found);
        // What was found wrong is found again: it is told each time.
        (if found.is_empty() { memos.groups.put(key, group) } else { Arc::new(group) }, found)
    };
    let read: Vec<(Arc<Group>, Diagnostics)> = grouped(markdown).par_iter().map(one).collect();
    let mut content = Content::default();
    for (group, found) in read {
        findings.append(found);
        content.documents.extend(group.documents.iter().cloned());
        content.known.extend(group.known.iter().cloned());
    }
    content.documents.sort_by(|one, other| (one.kind, &one.id).cmp(&(other.kind, &other.id)));
    let folders: BTreeSet<&str> = content.documents.iter().filter_map(|document| document.folder.as_deref()).collect();
    for (path, file) in others {
        if let Some(meant) = meant_as_markdown(path) {
            findings.push(
                Diagnostic::warning(
                    "bad-ending",
                    "this file is not read: the names of texts end in .md, in small letters",
                )
                .at(Span::file(path))
                .help(format!("rename it to {meant}")),
            );
        } else if folders.contains(path.parent()) {
            content.attachments.insert(path.clone(), file.clone());
        } else if !has_own_index(snapshot, path.parent()) {
            findings.push(
                Diagnostic::warning("stray-file", "this file belongs to no document and is not published")
                    .at(Span::file(path))
                    .help("put it beside the index.md of a document with a folder of its own, or into static/"),
            );
        }
    }
    near_sections(snapshot, findings);
    content
}

/// A folder that is nearly called as a section is: what is in it become pages, which nobody wants who meant the section. One
/// that has a page of its name is meant as it is.
fn near_sections(snapshot: &Snapshot, findings: &mut Diagnostics) {
    let sections = || Kind::ALL.iter().filter_map(|kind| kind.folder()).chain(["terms"]);
    let mut last = "";
    for (path, _) in snapshot.below("content").filter(|(path, _)| path.as_str().ends_with(".md")) {
        let inner = path.as_str().strip_prefix("content/").unwrap_or_default();
        let Some((folder, _)) = inner.split_once('/').filter(|(folder, _)| *folder != last) else { continue };
        last = folder;
        let own = [format!("content/{folder}.md"), format!("content/{folder}/index.md")];
        if sections().any(|section| section == folder) || own.iter().any(|own| snapshot.get(own).is_some()) {
            continue;
        }
        // `school` and `case-study` are the sections' words, too.
        let word = Kind::from_word(folder).and_then(Kind::folder);
        let Some(meant) = word.or_else(|| did_you_mean(folder, sections())) else { continue };
        findings.push(
            Diagnostic::warning("near-section", format!("content/{folder} is no section: what is in it become pages"))
                .at(Span::file(path))
                .help(format!(
                    "did you mean `content/{meant}`? Rename the folder; if it is meant to hold pages, write \
                     content/{folder}.md, the page above them"
                )),
        );
    }
}

/// The name that a text ought to have: `visit.MD`, `visit.markdown` and `visit.md.txt`, as Windows makes of it, are none.
fn meant_as_markdown(path: &SourcePath) -> Option<String> {
    let name = path.file_name();
    let lower = name.to_lowercase();
    let ending = [".md", ".markdown", ".mdown", ".md.txt"].into_iter().find(|ending| lower.ends_with(ending))?;
    Some(format!("{}.md", &name.get(..name.len() - ending.len())?))
}

/// Whether a folder is that of a document, which is not there if its index.md has errors: what lies beside it is in its place.
fn has_own_index(snapshot: &Snapshot, folder: &str) -> bool {
    let is_index = |path: &SourcePath| {
        let name = path.as_str().strip_prefix(folder).and_then(|rest| rest.strip_prefix("/index."));
        name.is_some_and(|ending| ending == "md" || ending.ends_with(".md"))
    };
    folder.split('/').count() > 2 && snapshot.below(folder).any(|(path, _)| is_index(path))
}

/// The files by the document that they can belong to.
fn grouped<'a>(files: Files<'a>) -> Vec<Files<'a>> {
    let mut groups: Vec<Files<'a>> = Vec::new();
    let mut by_stem: FxHashMap<&str, usize> = FxHashMap::default();
    for (path, file) in files {
        let place = *by_stem.entry(stem(path.as_str())).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Files::new());
        }
        groups[place].push((path, file));
    }
    groups
}

/// Of everything that goes into a group; `common` is what all groups share.
fn key(files: &Files<'_>, common: Fingerprint) -> Fingerprint {
    let mut key = Fingerprinter::with_room();
    common.hash(&mut key);
    files.iter().for_each(|(path, file)| (path, file.fingerprint()).hash(&mut key));
    key.end()
}
