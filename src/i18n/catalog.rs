//! The messages of one language, ready to be shown.
//!
//! In: merged messages. Out: a Fluent bundle, and the text of every message without variables, formatted once. Always: a
//! key (`id` or `id.attribute`) that is listed can be formatted by the bundle.

use std::sync::Arc;

use fluent_bundle::resolver::ResolverError;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{Entry, Resource};

use super::formats::Formats;
use super::functions::{self, Bundle};
use super::parse::Merged;
use crate::diag::{Diagnostic, Diagnostics};
use crate::foundation::{Id, Lang};

pub(super) struct Catalog {
    pub formats: Arc<Formats>,
    bundle: Bundle,
    /// `None`: has variables.
    texts: Vec<(String, Option<Arc<str>>)>,
}

impl Catalog {
    pub fn new(merged: &Merged<'_, '_>, formats: Arc<Formats>) -> (Arc<Catalog>, Diagnostics) {
        let mut bundle = functions::bundle(&formats);
        bundle.add_resource_overriding(resource(merged));
        let mut catalog = Catalog { formats, bundle, texts: Vec::new() };
        let mut findings = Diagnostics::new();
        for key in merged.keys() {
            let (text, errors) = catalog.format(&key, None).expect("the key is the catalog's own");
            let id = key.split('.').next().expect("split gives at least one part");
            let place = |diagnostic: Diagnostic| match merged.place(id) {
                Some(span) => diagnostic.at(span),
                None => diagnostic,
            };
            if let Some(why) = errors.iter().find_map(never_ends) {
                let message = format!("the message `{key}` {why}");
                let help = "write the text out, or refer to messages that do not refer back";
                findings.push(place(Diagnostic::error("message-reference", message).help(help)));
            }
            if key.ends_with(".slug") && !(errors.is_empty() && is_address(&text)) {
                let message = format!("`{text}`, the address of `{id}`, cannot stand in an address");
                let help = "write small letters `a` to `z` without accents, digits and `-`";
                findings.push(place(Diagnostic::error("bad-slug", message).help(help)));
            }
            catalog.texts.push((key, errors.is_empty().then(|| Arc::from(text))));
        }
        (Arc::new(catalog), findings)
    }

    pub fn lang(&self) -> Lang {
        self.formats.lang
    }

    /// All keys, each with its text where it has no variables.
    pub fn texts(&self) -> impl Iterator<Item = (&str, Option<&Arc<str>>)> {
        self.texts.iter().map(|(key, text)| (key.as_str(), text.as_ref()))
    }

    /// The text of a message of this language that has no variables.
    pub fn plain(&self, key: &str) -> Option<&str> {
        let found = self.texts.iter().find(|(own, _)| own == key);
        found.and_then(|(_, text)| text.as_deref())
    }

    /// `None` where the language has no such message.
    pub fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<(String, Vec<FluentError>)> {
        let pattern = match key.split_once('.') {
            Some((id, attribute)) => self.bundle.get_message(id)?.get_attribute(attribute)?.value(),
            None => self.bundle.get_message(key)?.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        Some((text, errors))
    }
}

/// Fluent bundles are made of text alone, so what was merged is written as text again.
fn resource(merged: &Merged<'_, '_>) -> FluentResource {
    let terms = merged.terms.values().cloned().map(Entry::Term);
    let body = terms.chain(merged.messages.values().cloned().map(Entry::Message)).collect();
    let text = fluent_syntax::serializer::serialize(&Resource { body });
    FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource)
}

fn never_ends(error: &FluentError) -> Option<&'static str> {
    match error {
        FluentError::ResolverError(ResolverError::Cyclic) => Some("refers to itself in the end"),
        FluentError::ResolverError(ResolverError::TooManyPlaceables) => Some("refers to too many others"),
        FluentError::ResolverError(ResolverError::NoValue(_)) => Some("refers to one that has no text of its own"),
        _ => None,
    }
}

fn is_address(text: &str) -> bool {
    Id::new(text).is_some() && !text.contains('/')
}
