//! What surrounds a page: the same for all pages of one language, depth and menu entry.

use std::collections::BTreeMap;
use std::sync::RwLock;

use tera::{Context, Tera, Value};

use crate::diag::Diagnostic;
use crate::foundation::{Fingerprint, Lang};
use crate::render::page::View;
use crate::render::views::{LINK, LanguageLink, SiteView, Stencil};

use super::{Templates, finding};

/// The folder of the templates that are rendered once for many pages.
pub(super) const FOLDER: &str = "frame/";
/// The template of an entry of the switcher.
const LANGUAGE: &str = "language.html";

/// A [`SiteView`] as the templates take it. Thousands of pages share it, and with it what the theme's templates
/// `frame/<name>.html` make of `site` and `section`: a page has their HTML as `frame.<name>`.
pub struct Frame {
    pub(super) site: Value,
    /// Of everything that a page is made of beside its View: templates, messages, asset names and the site.
    fingerprint: Fingerprint,
    /// By section, as pages need them.
    parts: RwLock<BTreeMap<String, Result<Value, Box<Diagnostic>>>>,
    /// The entries of the switcher of languages, by what is the same on many pages.
    languages: RwLock<BTreeMap<Entry, Stencil>>,
}

/// An entry of the switcher but for its link: language, state, whether it leads to the origin.
type Entry = (Lang, &'static str, bool);

const WHOLE: &str = "no thread fails while it holds what pages share";

impl Frame {
    /// What tells a page with this View from every other.
    pub fn fingerprint_of(&self, view: &View) -> Fingerprint {
        Fingerprint::of(&(self.fingerprint, view))
    }

    /// The parts for pages of a section.
    pub(super) fn parts(&self, templates: &Templates, engine: &Tera, section: &str) -> Result<Value, Box<Diagnostic>> {
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
        engine: &Tera,
        languages: &[LanguageLink],
    ) -> Result<Option<Value>, Box<Diagnostic>> {
        if !engine.contains_template(LANGUAGE) {
            return Ok(None);
        }
        let mut html = String::with_capacity(2048);
        for link in languages {
            let entry = (link.lang, link.state, link.origin);
            let known = self.languages.read().expect(WHOLE).get(&entry).map(|known| known.filled(&link.href, ""));
            match known {
                Some(known) => html.push_str(&known),
                None => {
                    let made = self.make_entry(templates, engine, link)?;
                    html.push_str(&made.filled(&link.href, ""));
                    self.languages.write().expect(WHOLE).insert(entry, made);
                }
            }
        }
        Ok(Some(Value::safe_string(&html)))
    }

    fn make_entry(
        &self,
        templates: &Templates,
        engine: &Tera,
        link: &LanguageLink,
    ) -> Result<Stencil, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert("language", &LanguageLink { href: LINK.to_owned(), ..link.clone() });
        let html = engine.render(LANGUAGE, &context);
        html.map(|html| Stencil::of(&html)).map_err(|error| Box::new(finding(&error, &templates.files)))
    }

    fn make_parts(&self, templates: &Templates, engine: &Tera, section: &str) -> Result<Value, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert("section", section);
        let parts: BTreeMap<&str, Value> = templates
            .files
            .keys()
            .filter_map(|name| Some((name.as_str(), name.strip_prefix(FOLDER)?.strip_suffix(".html")?)))
            .map(|(template, name)| {
                let html = engine.render(template, &context);
                let html = html.map_err(|error| Box::new(finding(&error, &templates.files)))?;
                Ok((name, Value::safe_string(html.trim())))
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
