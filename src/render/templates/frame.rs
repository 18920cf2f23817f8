//! What surrounds a page: the same for all pages of one language, depth and menu entry.

use std::collections::BTreeMap;
use std::sync::RwLock;

use tera::{Context, Tera, Value};

use crate::diag::Diagnostic;
use crate::foundation::{Fingerprint, Lang};
use crate::render::page::View;
use crate::render::views::SiteView;

use super::{Templates, finding};

/// The folder of the templates that are rendered once for many pages.
const FOLDER: &str = "frame/";

/// A [`SiteView`] as the templates take it. Thousands of pages share it, and with it what the theme's templates
/// `frame/<name>.html` make of `site` and `section`: a page has their HTML as `frame.<name>`.
pub struct Frame {
    pub(super) site: Value,
    /// Of everything that a page is made of beside its View: templates, messages, asset names and the site.
    fingerprint: Fingerprint,
    /// By section, as pages need them.
    parts: RwLock<BTreeMap<String, Result<Value, Box<Diagnostic>>>>,
}

impl Frame {
    /// What tells a page with this View from every other.
    pub fn fingerprint_of(&self, view: &View) -> Fingerprint {
        Fingerprint::of(&(self.fingerprint, view))
    }

    /// The parts for pages of a section.
    pub(super) fn parts(&self, templates: &Templates, engine: &Tera, section: &str) -> Result<Value, Box<Diagnostic>> {
        const WHOLE: &str = "no thread fails while it holds the parts";
        if let Some(parts) = self.parts.read().expect(WHOLE).get(section) {
            return parts.clone();
        }
        let made = self.make_parts(templates, engine, section);
        self.parts.write().expect(WHOLE).insert(section.to_owned(), made.clone());
        made
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
        Frame { site: Value::from_serializable(site), fingerprint, parts: RwLock::default() }
    }
}
