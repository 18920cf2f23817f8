//! All that the pages of a language can show, in one fingerprint.
//!
//! To make the View of a page only to find that it is what it was takes longer than all else together; most edits change
//! one body, which shows on one page. So each language has a fingerprint of everything but bodies that can show on its
//! pages, and a page whose language and whose own body are what they were is not looked at any more. It may say «changed»
//! of a page that has not: the page's View then decides. It must never say «the same» of one that has: whoever lets a View
//! read more than this takes in extends it, and `tests/laws` watches over that.

use rayon::prelude::*;

use crate::foundation::Fingerprint;
use crate::model::{DocIx, LangIx};
use crate::render::cx::Cx;

use super::artifact::Artifact;
use super::{Parts, Plan};

/// The fingerprint of each language of the site.
pub(super) struct World(Vec<Fingerprint>);

impl World {
    pub fn of(cx: &Cx, parts: &Parts) -> World {
        let site = &cx.site;
        let generated = cx.generated.fingerprint();
        let documents: Vec<DocIx> = site.all().collect();
        let languages: Vec<LangIx> = site.languages().map(|(lang, _)| lang).collect();
        let of = |lang: &LangIx| {
            let texts: Vec<Fingerprint> = documents.iter().map(|ix| site.text(*ix, *lang).0.fingerprint).collect();
            let tag = site.lang(*lang);
            let design = parts.design.as_ref().map(|design| design.fingerprint());
            let words = (parts.templates.fingerprint(tag), cx.interface(*lang).fingerprint(), design);
            Fingerprint::of(&(parts.everywhere, generated, words, texts))
        };
        World(languages.par_iter().map(of).collect())
    }
}

impl Plan {
    /// Of everything that can show in an artifact. Which artifact it is goes without saying: its path does.
    pub(super) fn inputs(&self, artifact: Artifact) -> Fingerprint {
        let world = |lang: LangIx| self.world.0[usize::from(lang.0)];
        let of = |language: usize| self.languages[language].lang;
        let page = |lang: LangIx, body: Option<DocIx>| {
            Fingerprint::of(&(world(lang), body.map(|ix| self.bodies.fingerprint(ix, lang))))
        };
        match artifact {
            Artifact::Document { language, ix } | Artifact::Gathering { language, ix, .. } => {
                page(of(language), Some(ix))
            }
            Artifact::List { language, section, .. } => page(of(language), self.cx.site.sections[section].index),
            Artifact::Generated { language, .. } => page(of(language), None),
            // Whatever a title is made of is in the language's fingerprint, and the design is in it, too.
            Artifact::Card { lang, .. } => page(lang, None),
            Artifact::Redirect { lang, .. } => page(lang, None),
            Artifact::Feed { language, .. }
            | Artifact::Calendar { language, .. }
            | Artifact::Event { language, .. }
            | Artifact::References { language, .. } => page(of(language), None),
            // They name every language.
            Artifact::Chooser | Artifact::Sitemap { .. } | Artifact::Sitemaps | Artifact::Robots => {
                Fingerprint::of(&self.world.0)
            }
            Artifact::File(number) => self.file_inputs(number),
            Artifact::Size { file, width } => Fingerprint::of(&(self.file_inputs(file), width)),
            Artifact::Asset(number) => self.parts.assets.files[number].1.fingerprint(),
        }
    }
}
