//! Parts of pages that a theme has templates for: each is rendered once for all that are alike.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Value};

use crate::diag::{Diagnostic, Span};
use crate::render::views::{Column, Fact, Heading, LEVEL, LINK, RowView, Stencil, WORDS, has_spoilt_mark};

use super::names::{CARD, COMPARE_ROW, FACT, HEADING};
use super::{Engine, Templates};

/// What `fact.html` is given, and then, with what that makes of it, a page.
#[derive(Serialize)]
struct FactFields<'a> {
    name: &'static str,
    label: &'a str,
    values: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<Value>,
}

/// What `card.html` is given.
#[derive(Serialize)]
struct LinkedFields<'a> {
    href: &'static str,
    document: &'a Value,
}

impl Templates {
    /// The HTML of a row of the comparison, with marks in it.
    pub(super) fn row(&self, engine: &Engine, row: RowView, columns: &[Column]) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("row", &row);
        context.insert("columns", columns);
        self.write_part(engine, COMPARE_ROW, &context)
    }

    /// A fact as templates have it: its fields, and as `html` what the theme makes of them.
    pub(super) fn fact(&self, engine: &Engine, fact: &Fact) -> Result<Value, Box<Diagnostic>> {
        let values = Value::from_serializable(&fact.values);
        let fields = |html| FactFields { name: fact.name, label: &fact.label, values: &values, html };
        let mut context = Context::new();
        context.insert("fact", &fields(None));
        let html = self.write_part(engine, FACT, &context)?;
        Ok(Value::from_serializable(&fields(Some(Value::safe_string(html.trim())))))
    }

    /// The entries of a table of contents, a line each, as the theme's `heading.html` has them; `None` where it has none.
    pub(super) fn toc(&self, engine: &Engine, headings: &[Heading]) -> Result<Option<Value>, Box<Diagnostic>> {
        if !engine.tera.contains_template(HEADING) {
            return Ok(None);
        }
        let mut html = String::with_capacity(headings.len() * 160);
        for heading in headings {
            if !html.is_empty() {
                html.push('\n');
            }
            let stencil = engine.headings.get(heading.level, || self.heading(engine, heading.level))?;
            stencil.push_filled(&mut html, &heading.id, heading.html.as_str());
        }
        Ok(Some(Value::safe_string(&html)))
    }

    /// The entry of a heading, with [`LINK`] and [`WORDS`] in it.
    fn heading(&self, engine: &Engine, level: u8) -> Result<Arc<Stencil>, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("heading", &Heading { level, id: LINK.to_owned(), html: WORDS.to_owned().into() });
        Ok(Arc::new(Stencil::of(&self.write_stencil(engine, HEADING, &context)?)))
    }

    /// The HTML of a card, with [`LINK`] and [`LEVEL`] in it.
    pub(super) fn card(&self, engine: &Engine, fields: &Value) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("card", &LinkedFields { href: LINK, document: fields });
        context.insert("level", LEVEL);
        self.write_stencil(engine, CARD, &context)
    }

    /// A part with marks in it.
    pub(super) fn write_stencil(
        &self,
        engine: &Engine,
        template: &str,
        context: &Context,
    ) -> Result<String, Box<Diagnostic>> {
        let html = self.write_part(engine, template, context)?;
        if !has_spoilt_mark(&html) {
            return Ok(html);
        }
        let message = format!("{template} calculates with what is only filled in page by page");
        let finding = Diagnostic::error("template-error", message).help(
            "write links, levels, ids and words of headings as they are, without filters: docs/themes.md says which",
        );
        Err(Box::new(match self.files.get(template) {
            Some((path, _)) => finding.at(Span::file(path)),
            None => finding,
        }))
    }
}
