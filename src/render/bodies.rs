//! All bodies, rendered for each language that shows them, and the links between them checked.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash as _;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, did_you_mean};
use crate::foundation::{Fingerprint, Fingerprinter};
use crate::memo::Recent;
use crate::model::{DocIx, LangIx};
use crate::source::{Kind, Text};

use super::body::{self, BodyMemo, Headings, RenderedBody, Task, body};
use super::cx::{Cx, Here};
use super::everywhere::Everywhere;
use super::files::Files;
use super::resolve::anchor_key;
use super::views::Body;

/// How many documents a thread renders before another may take over.
const AT_ONCE: usize = 16;

/// Rendered bodies of each document.
pub struct Bodies {
    of: Vec<Arc<OfDocument>>,
    /// See [`Bodies::renewed`].
    renewed: Option<LangIx>,
}

/// The bodies of one document, by language.
pub type OfDocument = Vec<(LangIx, RenderedBody)>;

/// Bodies of whole documents, for a run of many builds: nearly all documents are what they were, and so is what they can
/// ask of the site.
pub type BodiesMemo = Recent<OfDocument>;

impl Bodies {
    fn get(&self, ix: DocIx, lang: LangIx) -> Option<&RenderedBody> {
        self.of[ix.0 as usize].iter().find(|(other, _)| *other == lang).map(|(_, rendered)| rendered)
    }

    fn all(&self) -> impl Iterator<Item = (DocIx, LangIx, &RenderedBody)> {
        let documents = self.of.iter().enumerate();
        documents.flat_map(|(ix, of)| of.iter().map(move |(lang, rendered)| (DocIx(ix as u32), *lang, rendered)))
    }

    /// The first language of those in which a body was rendered for this build: of it, a page is going to be made.
    pub fn renewed(&self) -> Option<LangIx> {
        self.renewed
    }

    /// The numbers of the files that are shown as pictures, in a body or above one.
    pub fn pictures(&self, cx: &Cx, files: &Files) -> BTreeSet<usize> {
        // Most sites have few pictures, and many bodies.
        if files.iter().all(|(_, file)| file.shape().is_none()) {
            return BTreeSet::new();
        }
        let in_bodies =
            self.all().flat_map(|(ix, _, rendered)| rendered.pictures().map(move |src| (ix, src.to_owned())));
        let above = cx.site.all().filter_map(|ix| Some((ix, cx.site.get(ix).common.image.as_ref()?)));
        let above = above.flat_map(|(ix, image)| [(ix, image.file.to_string()), (ix, format!("/{}", image.file))]);
        let shown: BTreeSet<(DocIx, String)> = in_bodies.chain(above).collect();
        shown.iter().filter_map(|(ix, name)| files.number(cx.site.get(*ix), name)).collect()
    }

    /// The body of a document for readers of a language; empty where it has none. Its HTML may have to be filled in.
    pub fn body(&self, ix: DocIx, lang: LangIx) -> Body {
        self.get(ix, lang).map_or_else(Body::default, RenderedBody::body)
    }

    /// Of the body of a document for readers of a language; `None` where it has none.
    pub fn fingerprint(&self, ix: DocIx, lang: LangIx) -> Option<Fingerprint> {
        self.get(ix, lang).map(RenderedBody::fingerprint)
    }

    /// The HTML of a body as it was made for this build, for the first page that asks.
    pub fn take_html(&self, ix: DocIx, lang: LangIx) -> Option<String> {
        self.get(ix, lang).and_then(RenderedBody::take_html)
    }

    /// Whether this is the HTML of a body.
    pub fn is_html_of(&self, html: &[u8], ix: DocIx, lang: LangIx) -> bool {
        self.get(ix, lang).is_some_and(|rendered| rendered.has_html(html))
    }

    /// The HTML of a body, made again.
    pub fn html(&self, cx: &Cx, files: &Files, ix: DocIx, lang: LangIx) -> String {
        let Some(here) = here_in(cx, ix, lang) else { return String::new() };
        let source_lang = cx.site.lang_ix(cx.site.get(ix).language);
        let own;
        let source = match self.get(ix, source_lang) {
            _ if lang == source_lang => None,
            Some(source) => Some(source.headings()),
            // This release does not show the source.
            None => {
                own = here_in(cx, ix, source_lang)
                    .map(|here| body(&Task { cx, files, here: &here, ix, source: None }, &BodyMemo::default()));
                own.as_ref().map(RenderedBody::headings)
            }
        };
        body::html(&Task { cx, files, here: &here, ix, source })
    }
}

/// Renders every body of the hosted languages, unless it is known. The source's headings give the ids of its translations.
pub fn bodies(cx: &Cx, files: &Files, everywhere: Everywhere, memos: &Memos<'_>, findings: &mut Diagnostics) -> Bodies {
    let words: Vec<Fingerprint> = cx.site.languages().map(|(lang, _)| cx.interface(lang).fingerprint()).collect();
    let common = Fingerprint::of(&(everywhere, words));
    let one = |ix: &DocIx| {
        let key = key(cx, *ix, common);
        if let Some(known) = memos.documents.get(key) {
            known.iter().for_each(|(_, rendered)| memos.bodies.touch(rendered.key));
            return (known, None, Diagnostics::new());
        }
        let mut all = of_document(cx, *ix, files, memos.bodies);
        let mut found = Diagnostics::new();
        all.iter_mut().for_each(|(_, rendered)| found.append(std::mem::take(&mut rendered.findings)));
        // What was found wrong is found again: it is told each time. Figures bring words of another document.
        let kept = found.is_empty() && !all.iter().any(|(_, rendered)| rendered.has_figures());
        let renewed = all.iter().filter(|(_, rendered)| rendered.has_html_ready()).map(|(lang, _)| *lang).min();
        (if kept { memos.documents.put(key, all) } else { Arc::new(all) }, renewed, found)
    };
    let documents: Vec<DocIx> = cx.site.all().collect();
    let rendered: Vec<(Arc<OfDocument>, Option<LangIx>, Diagnostics)> =
        documents.par_iter().with_max_len(AT_ONCE).map(one).collect();
    let mut bodies = Bodies { of: Vec::with_capacity(rendered.len()), renewed: None };
    for (of, renewed, found) in rendered {
        bodies.of.push(of);
        bodies.renewed = bodies.renewed.into_iter().chain(renewed).min();
        findings.append(found);
    }
    check_anchors(cx, &bodies, findings);
    bodies
}

/// What is remembered of bodies.
pub struct Memos<'a> {
    pub bodies: &'a BodyMemo,
    pub documents: &'a BodiesMemo,
}

/// Of everything that goes into the bodies of a document; `common` is what all documents share.
fn key(cx: &Cx, ix: DocIx, common: Fingerprint) -> Fingerprint {
    let document = cx.site.get(ix);
    let mut key = Fingerprinter::with_room();
    (common, document.kind.as_str(), &document.id, document.language).hash(&mut key);
    for (lang, text) in &document.texts {
        (lang, &text.file.path, text.file.file.fingerprint(), text.file.cut.body).hash(&mut key);
    }
    key.end()
}

/// The page that a body is on.
fn here_in(cx: &Cx, ix: DocIx, lang: LangIx) -> Option<Here> {
    let route = match cx.site.get(ix).kind {
        Kind::Section => {
            let section = cx.site.sections.iter().find(|section| section.index == Some(ix))?;
            Some(&section.routes[usize::from(lang.0)])
        }
        _ => cx.site.route(ix, lang),
    };
    route.map(|route| Here::at(lang, route))
}

fn of_document(cx: &Cx, ix: DocIx, files: &Files, memo: &BodyMemo) -> OfDocument {
    let document = cx.site.get(ix);
    if document.texts.values().all(Text::is_blank) {
        return Vec::new();
    }
    let render = |here: &Here, source: Option<&Headings>| body(&Task { cx, files, here, ix, source }, memo);
    // The source comes first, even where this release does not show it: its headings name those of the translations.
    let source_lang = cx.site.lang_ix(document.language);
    let needs_source = document.texts.len() > 1 || cx.addresses.hosted.contains(&source_lang);
    let source = here_in(cx, ix, source_lang).filter(|_| needs_source).map(|here| render(&here, None));
    let headings = source.as_ref().map(|source| source.headings().clone());
    let mut all = OfDocument::with_capacity(cx.addresses.hosted.len());
    all.extend(
        cx.addresses
            .hosted
            .iter()
            .filter(|lang| **lang != source_lang)
            .filter_map(|lang| Some((*lang, render(&here_in(cx, ix, *lang)?, headings.as_ref())))),
    );
    if cx.addresses.hosted.contains(&source_lang) {
        all.extend(source.map(|source| (source_lang, source)));
    }
    all
}

/// A link to a heading that is not there is an error, of the file that has the link.
fn check_anchors(cx: &Cx, bodies: &Bodies, findings: &mut Diagnostics) {
    let mut wanted = bodies.all().filter(|(_, _, rendered)| !rendered.anchors().is_empty()).peekable();
    if wanted.peek().is_none() {
        return;
    }
    let ids: BTreeMap<String, BTreeSet<&str>> =
        bodies.all().map(|(ix, lang, rendered)| (anchor_key(cx, ix, lang), rendered.ids().collect())).collect();
    let wanted = wanted.flat_map(|(ix, lang, of)| of.anchors().iter().map(move |anchor| (ix, lang, anchor)));
    for (ix, lang, wanted) in wanted {
        // A page that this release does not have cannot be asked.
        let document = wanted.document.clone().unwrap_or_else(|| anchor_key(cx, ix, lang));
        let Some(ids) = ids.get(&document) else { continue };
        if ids.contains(wanted.fragment.as_str()) {
            continue;
        }
        let help = match did_you_mean(&wanted.fragment, ids.iter().copied()) {
            Some(meant) => format!("did you mean `#{meant}`?"),
            None if ids.is_empty() => "the page has no headings: remove the part from `#` on".to_owned(),
            None => format!("use one of: {}", ids.iter().map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ")),
        };
        findings.push(
            Diagnostic::error("broken-anchor", format!("the page has no heading `#{}`", wanted.fragment))
                .at(wanted.span.clone())
                .help(help),
        );
    }
}
