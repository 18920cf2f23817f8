//! What surrounds a page: the same for all pages of one language, depth and menu entry.

use std::collections::BTreeMap;
use std::sync::RwLock;

use rustc_hash::FxHashMap;
use tera::{Context, Value};

use crate::diag::Diagnostic;
use crate::foundation::{Fingerprint, Lang};
use crate::render::page::View;
use crate::render::seen::WHOLE;
use crate::render::views::{LINK, LanguageLink, Languages, SiteView, Stencil};

use super::names::{FRAME, LANGUAGE};
use super::{Engine, Templates};

/// A [`SiteView`] as the templates take it. Thousands of pages share it, and with it what the theme's templates
/// `frame/<name>.html` make of `site` and `section`: a page has their HTML as `frame.<name>`, with `_` for `-`.
pub struct Frame {
    pub(super) site: Value,
    /// Of everything that a page is made of beside its View: templates, messages, asset names and the site.
    fingerprint: Fingerprint,
    /// By section, as pages need them.
    parts: RwLock<BTreeMap<String, Result<Value, Box<Diagnostic>>>>,
    /// The entries of the switcher of languages, by what is the same on many pages.
    languages: RwLock<FxHashMap<Entry, Stencil>>,
}

/// An entry of the switcher but for its link: language, state, whether it leads to the origin.
type Entry = (Lang, &'static str, bool);

impl Frame {
    /// What tells a page with this View from every other.
    pub fn fingerprint_of(&self, view: &View) -> Fingerprint {
        Fingerprint::of(&(self.fingerprint, view))
    }

    /// The parts for pages of a section.
    pub(super) fn parts(
        &self,
        templates: &Templates,
        engine: &Engine,
        section: &str,
    ) -> Result<Value, Box<Diagnostic>> {
        if let Some(parts) = self.parts.read().expect(WHOLE).get(section) {
            return parts.clone();
        }
        let made = self.make_parts(templates, engine, section);
        self.parts.write().expect(WHOLE).insert(section.to_owned(), made.clone());
        made
    }

    /// The switcher of languages: each entry as the theme's `language.html` has it, where it has one.
    pub(super) fn switcher(
        &self,
        templates: &Templates,
        engine: &Engine,
        languages: &Languages,
    ) -> Result<Option<Value>, Box<Diagnostic>> {
        if !engine.tera.contains_template(LANGUAGE) {
            return Ok(None);
        }
        let mut html = String::with_capacity(2048);
        // Asked for once for the page, not for each of its entries: nearly always all are known.
        let mut known = self.languages.read().expect(WHOLE);
        for (link, state) in languages.states() {
            let entry = (link.lang, state, link.origin);
            if !known.contains_key(&entry) {
                drop(known);
                let made = self.make_entry(templates, engine, LanguageLink { state, ..link.clone() })?;
                self.languages.write().expect(WHOLE).insert(entry, made);
                known = self.languages.read().expect(WHOLE);
            }
            known[&entry].push_filled(&mut html, &link.href, "");
        }
        Ok(Some(Value::safe_string(&html)))
    }

    fn make_entry(
        &self,
        templates: &Templates,
        engine: &Engine,
        link: LanguageLink,
    ) -> Result<Stencil, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert("language", &LanguageLink { href: LINK.to_owned(), ..link });
        Ok(Stencil::of(&templates.write_stencil(engine, LANGUAGE, &context)?))
    }

    fn make_parts(&self, templates: &Templates, engine: &Engine, section: &str) -> Result<Value, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert("section", section);
        let parts: BTreeMap<String, Value> = templates
            .files
            .keys()
            .filter_map(|name| Some((name.as_str(), name.strip_prefix(FRAME)?.strip_suffix(".html")?)))
            .map(|(template, name)| {
                let html = templates.write_part(engine, template, &context)?;
                // A hyphen in an expression is a minus.
                Ok((name.replace('-', "_"), Value::safe_string(html.trim())))
            })
            .collect::<Result<_, Box<Diagnostic>>>()?;
        Ok(Value::from_serializable(&parts))
    }
}

impl Templates {
    /// What surrounds the pages of a language and depth.
    pub fn frame(&self, lang: Lang, site: &SiteView) -> Frame {
        let fingerprint = Fingerprint::of(&(self.fingerprints.get(&lang), site));
        Frame {
            site: Value::from_serializable(site),
            fingerprint,
            parts: RwLock::default(),
            languages: RwLock::default(),
        }
    }
}
