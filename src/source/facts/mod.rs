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
        /// The title of the page, as short as it can be.
        title: String,
        /// One or two plain sentences: lists, search engines and social networks show them.
        summary: Option<String>,
        /// The last part of the address in this language: small letters, digits and `-`. Without it, the id is used.
        slug: Option<LocalId>,
        /// Earlier addresses of the page, which lead to it from now on: from the root of the site, such as `/en/old-place/`.
        aliases: Vec<String>,
        /// What is to be seen in the picture, in a few words, for those who cannot see it.
        image_alt: Option<String>,
        /// Words below the picture.
        image_caption: Option<String>,
        /// A shorter title for the menu.
        menu_label: Option<String>,
        /// How the translation came about: human, machine or post-edited.
        origin: Option<Origin>,
        /// The words for entries above that have an id, each on a line below this one: two spaces, the id, a colon, the words.
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
        /// Town and venue, as they are called in this language.
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
        /// /pictures/visit.jpg for one in static/pictures/; visit.jpg for one beside this file, if that is an index.md.
        file: SourcePath,
        /// Who made it.
        credit: Option<String>,
        /// Its licence, by the name that SPDX gives it, such as CC-BY-4.0.
        licence: Option<String>,
        /// Last day on which those who are seen agree to be shown; the picture is gone after it.
        consent_until: Option<Day>,
    }
}

record! {
    /// Facts that a document of every kind can have.
    "the facts" Common {
        /// When it is from: a day, a month or a year, such as 2026-05-14, 2026-05 or 2026.
        date: Option<Date>,
        /// When it was last changed in substance: a day, a month or a year.
        updated: Option<Date>,
        /// Not to be published yet: only a preview with `--drafts` shows it.
        draft: bool,
        /// The first day on which it is published, such as 2026-05-14.
        publish_on: Option<Day>,
        /// The first day on which it is published no more.
        expires_on: Option<Day>,
        /// The language of this file, such as hr, where it is not the default language of the site.
        language: Option<Lang>,
        /// The country, by its two capital letters: BE, HR, CZ, HU, IT, PT. Several as [HR, PT]; or the word international.
        country: Countries,
        /// The national priorities that it is about.
        challenges: Vec<Challenge>,
        /// A picture, and the rights to show it.
        image: Option<Image>,
        /// The licence of the text, by the name that SPDX gives it, such as CC-BY-SA-4.0.
        licence: Option<String>,
        /// This is an invented example: the page says so, and no figure counts it.
        example: bool,
        /// Whatever a theme of your own wants to know.
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
