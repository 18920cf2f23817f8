//! What every page and every body can read of the site as a whole, in one fingerprint.
//!
//! In: the site, its published files, the configuration. Out: [`Everywhere`]. Always: where it is the same, so are facts,
//! states and addresses of all documents, in all languages, and what a link can lead to. Titles and other words of
//! translations are not in it: one of those changes fewer pages.

use rayon::prelude::*;

use crate::config::Mirror;
use crate::foundation::Fingerprint;
use crate::model::{DocIx, LangIx, Route, State};
use crate::source::Document;

use super::cx::Cx;
use super::files::Files;

/// See the module.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Everywhere(Fingerprint);

impl Everywhere {
    /// `config` is the fingerprint of mensi.yaml.
    pub fn of(cx: &Cx, files: &Files, config: Fingerprint, mirror: Option<&Mirror>) -> Everywhere {
        let site = &cx.site;
        let documents: Vec<DocIx> = site.all().collect();
        let languages: Vec<LangIx> = site.languages().map(|(lang, _)| lang).collect();
        // Links lead to other languages, and the switcher says what there is.
        let of_document = |ix: &DocIx| {
            let standing = |lang: &LangIx| (site.state(*ix, *lang), site.route(*ix, *lang));
            let standing: Vec<(State, Option<&Route>)> = languages.iter().map(standing).collect();
            Fingerprint::of(&(standing, facts(site.get(*ix))))
        };
        let of_documents: Vec<Fingerprint> = documents.par_iter().map(of_document).collect();
        let files: Vec<_> =
            files.iter().map(|(source, file)| (source, &file.out, file.file.size(), file.shape())).collect();
        let sections: Vec<_> =
            site.sections.iter().map(|section| (section.key, section.index, &section.routes)).collect();
        let mirror = mirror.map(|mirror| mirror.name.0.as_str());
        let of_site = (config, mirror, &cx.addresses, site.as_of, site.hidden());
        Everywhere(Fingerprint::of(&(of_site, files, sections, of_documents)))
    }
}

/// Of what every language has of a document: its facts, and the words of its source that stand in where a translation has
/// none (see [`Cx::first`]).
fn facts(document: &Document) -> Fingerprint {
    let source = document.source();
    let words = &source.words;
    let facts = (document.kind.as_str(), &document.id, document.language, &document.common, &document.facts);
    let borrowed = (&words.text, &words.image_alt, &words.image_caption, &words.menu_label);
    let own = (&source.theme, &source.goal, &source.place, &document.folder);
    Fingerprint::of_written(&(facts, borrowed, own))
}
