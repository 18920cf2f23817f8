//! Front matter, kind by kind: the facts that stand once, in the source file, and the text that each language has.
//!
//! One definition here is the type, its reader, its JSON Schema and the words of its help (see [`crate::yaml::Record`]).

mod project;
mod schools;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::foundation::{Date, Day, Lang, SourcePath};
use crate::yaml::{At, CountryCode, Field, Free, LocalId, Value, record};

pub use project::*;
pub use schools::*;

use super::values::*;

record! {
    /// Text of a document in one language: what a translation may hold, besides its body.
    "the text" Words {
        /// Title of the page, as short as it can be.
        title: String,
        /// One or two plain sentences for lists and search engines.
        summary: Option<String>,
        /// Last part of the address in this language: small letters, digits and `-`; else the id.
        slug: Option<LocalId>,
        /// Earlier addresses of the page, from the root of the site: `/en/old-place/`.
        aliases: Vec<String>,
        /// What is to be seen in the picture, for who cannot see it.
        image_alt: Option<String>,
        /// Words below the picture.
        image_caption: Option<String>,
        /// Shorter title for the menu.
        menu_label: Option<String>,
        /// How the translation came about: human, machine or post-edited.
        origin: Option<Origin>,
        /// Words for the entries of the facts, by their ids.
        text: BTreeMap<String, String>,
    }
}

#[allow(clippy::derivable_impls, reason = "records are made by a macro, and most have no default")]
impl Default for Words {
    fn default() -> Words {
        Words {
            title: String::new(),
            summary: None,
            slug: None,
            aliases: Vec::new(),
            image_alt: None,
            image_caption: None,
            menu_label: None,
            origin: None,
            text: BTreeMap::new(),
        }
    }
}

record! {
    /// What a cluster works on.
    "the text of a cluster" ClusterWords {
        /// What the cluster works on, in a few words.
        theme: Option<String>,
        /// What it wants to reach, in a sentence.
        goal: Option<String>,
    }
}
record! {
    /// Where an event takes place.
    "the text of an event" EventWords {
        /// Town and venue.
        place: Option<String>,
    }
}

/// The countries of a document.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Countries {
    pub codes: Vec<CountryCode>,
    /// `country: international`.
    pub international: bool,
}

impl Field for Countries {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Countries> {
        match value {
            Value::Text(text) if text == "international" => Some(Countries { codes: Vec::new(), international: true }),
            _ => Vec::<CountryCode>::read(at, value).map(|codes| Countries { codes, international: false }),
        }
    }

    fn absent() -> Option<Countries> {
        Some(Countries::default())
    }

    fn schema() -> serde_json::Value {
        json!({ "anyOf": [Vec::<CountryCode>::schema(), { "const": "international" }] })
    }

    fn sample() -> &'static str {
        "HR"
    }
}

record! {
    /// A picture and its rights.
    "a picture" Image {
        /// Name of the picture, beside the document or in static/.
        file: SourcePath,
        /// Who made it.
        credit: Option<String>,
        /// SPDX id of its licence.
        licence: Option<String>,
        /// Last day on which those who are seen agree to be shown; the picture is gone after it.
        consent_until: Option<Day>,
    }
}

record! {
    /// Facts that a document of every kind can have.
    "the facts" Common {
        /// Day, month or year that the document is of.
        date: Option<Date>,
        /// When it was last changed in substance.
        updated: Option<Date>,
        /// true: not published yet.
        draft: bool,
        /// First day on which it is published.
        publish_on: Option<Day>,
        /// First day on which it is published no more.
        expires_on: Option<Day>,
        /// Language of this source file, where it is not the site's default.
        language: Option<Lang>,
        /// Country or countries, as two capital letters, or `international`.
        country: Countries,
        /// National priorities that it is about.
        challenges: Vec<Challenge>,
        /// Picture at the top.
        image: Option<Image>,
        /// SPDX id of the licence of the text.
        licence: Option<String>,
        /// true: an example, shown as one and never counted.
        example: bool,
        /// Anything a theme of your own wants to know.
        extra: Free,
    }
}

/// The facts of one kind.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Facts {
    Page(Page),
    School(School),
    Cluster(Cluster),
    CaseStudy(Box<CaseStudy>),
    Result(Box<ProjectResult>),
    PolicyPost(PolicyPost),
    Country(Box<Country>),
    Organisation(Organisation),
    Event(Event),
    /// News, terms and sections have none of their own.
    None,
}
