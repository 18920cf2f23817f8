//! mensi.yaml as it is written: its fields and their types.

use std::collections::BTreeMap;

use serde_json::json;

use crate::foundation::{Date, Id, Lang, Url};
use crate::yaml::{At, Field, LocalId, Value, record, yes_or_no};

use super::localized::Localized;

record! {
    /// What the project is.
    "the project" Project {
        /// Short name of the project.
        acronym: Option<String>,
        /// Number of the grant agreement.
        grant: Option<String>,
        /// Name of the funding programme.
        programme: Option<String>,
        /// First day or month of the project.
        start: Option<Date>,
        /// Last day or month of the project.
        end: Option<Date>,
        /// Id of the organisation that coordinates it.
        coordinator: Option<Id>,
        /// Mail address for readers.
        email: Option<String>,
        /// Hashtag, with its #.
        hashtag: Option<String>,
    }
}

record! {
    /// The pages that the law asks for, by their ids.
    "the legal pages" Legal {
        /// Id of the page with the accessibility statement.
        accessibility: Option<Id>,
        /// Id of the page on privacy.
        privacy: Option<Id>,
        /// Id of the page on licences.
        licence: Option<Id>,
    }
}

record! {
    /// The same site, for another host, in some of its languages.
    "a mirror" Mirror {
        /// Name for the command line: small letters, digits and `-`.
        name: LocalId,
        /// Address under which the mirror is published.
        base_url: Url,
        /// Languages that it hosts; the first one is its own first language.
        languages: Vec<Lang>,
        /// Who hosts it.
        host: Option<String>,
        /// Mail address of the host.
        contact: Option<String>,
    }
}

record! {
    /// mensi.yaml as it is written.
    "mensi.yaml" Written {
        /// Title of the site: one text, or one a language.
        title: Localized,
        /// Address under which the site is published.
        base_url: Url,
        /// Language of sources that do not name another, and the last resort of readers.
        default_language: Lang,
        /// Languages of the site, in the order of the switcher.
        languages: Vec<Lang>,
        /// Name of the theme; default `mensi`.
        theme: Option<LocalId>,
        /// For a language, the languages to fall back to, in order.
        fallback: BTreeMap<String, Vec<Lang>>,
        /// For a language, the locale that dates and numbers follow.
        locales: BTreeMap<String, String>,
        /// What the project is.
        project: Option<Project>,
        /// The pages that the law asks for.
        legal: Option<Legal>,
        /// Full-text search; default true.
        search: Option<bool>,
        /// Pictures for sharing: true, false or `page` for one a page; default true.
        cards: Option<Cards>,
        /// Time zone of the events, by its IANA name.
        timezone: Option<String>,
        /// The same site for other hosts.
        mirrors: Vec<Mirror>,
    }
}

/// Pictures for sharing: none, one a kind, country and language, or one a page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub enum Cards {
    None,
    Kind,
    Page,
}

impl Field for Cards {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Cards> {
        match value {
            Value::Bool(true) => Some(Cards::Kind),
            Value::Bool(false) => Some(Cards::None),
            Value::Text(text) if text == "page" => Some(Cards::Page),
            other => {
                let help = match yes_or_no(other) {
                    Some(meant) => format!("write `cards: {meant}`"),
                    None => "write one of the three, without quotation marks".to_owned(),
                };
                at.wrong("unknown-value", "`cards` is true, false or page".to_owned(), help)
            }
        }
    }

    fn schema() -> serde_json::Value {
        json!({ "enum": [true, false, "page"] })
    }

    fn sample() -> &'static str {
        "true"
    }
}
