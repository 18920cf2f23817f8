//! Front matter, kind by kind: the facts that stand once, in the source file, and the text that each language has.
//!
//! One definition here is the type, its reader, its JSON Schema and the words of its help (see [`crate::yaml::Record`]).

use std::collections::BTreeMap;

use serde_json::json;

use crate::foundation::{Date, Day, Id, Lang, SourcePath, Url};
use crate::yaml::{At, CountryCode, Field, LocalId, Value, record};

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
#[derive(Clone, PartialEq, Eq, Debug, Default)]
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
        extra: serde_json::Value,
    }
}

record! {
    /// Where a school is, to two or three decimals.
    "a location" Location {
        /// Degrees north.
        lat: f64,
        /// Degrees east.
        lon: f64,
    }
}
record! {
    /// Rounds of the SELFIE self-reflection that a school did; never a score.
    "the SELFIE rounds" Selfie {
        /// Done at the start of the project.
        start: bool,
        /// Done at its end.
        end: bool,
    }
}
record! {
    /// A school's profile.
    "a school" School {
        /// What the school does in the project.
        role: Role,
        /// Id of its cluster.
        cluster: Option<Id>,
        /// Town.
        town: Option<String>,
        /// Region.
        region: Option<String>,
        /// Where it is.
        location: Option<Location>,
        /// Levels of schooling.
        levels: Vec<Level>,
        /// Number of pupils.
        pupils: Option<u32>,
        /// Its own site.
        website: Option<Url>,
        /// Digital tools that it works with.
        tools: Vec<String>,
        /// SELFIE rounds that it did.
        selfie: Option<Selfie>,
        /// Last day on which the profile is to be listed.
        listed_until: Option<Day>,
        /// Language of its name, where it is not that of this file.
        name_language: Option<Lang>,
    }
}

record! {
    /// What a cluster did on a day.
    "a diary entry" DiaryEntry {
        /// Key of its words under `text`.
        id: LocalId,
        /// When.
        date: Option<Date>,
        /// What was done.
        activity: Option<Activity>,
        /// Where it was done.
        setting: Option<Setting>,
        /// Ids of the schools that took part.
        schools: Vec<Id>,
    }
}
record! {
    /// One mentor and its mentees.
    "a cluster" Cluster {
        /// Id of the organisation that coordinates it.
        coordinator: Option<Id>,
        /// What it did, day by day.
        diary: Vec<DiaryEntry>,
    }
}

record! {
    /// What something cost.
    "a cost" Cost {
        /// Key of its words under `text`.
        id: LocalId,
        /// Money.
        amount: Option<f64>,
        /// ISO 4217 code of the currency.
        currency: Option<String>,
        /// Hours of work.
        hours: Option<f64>,
    }
}
record! {
    /// Something that was said.
    "a quote" Quote {
        /// Key of its words under `text`.
        id: LocalId,
        /// Who says it: a role, never a name.
        role: String,
    }
}
record! {
    /// What happened in a cluster.
    "a case study" CaseStudy {
        /// Id of the cluster.
        cluster: Option<Id>,
        /// Ids of the schools, of any country.
        schools: Vec<Id>,
        /// Who started and steered it.
        approach: Option<Approach>,
        /// How the schools stand to each other.
        model: Option<Model>,
        /// Where they met.
        setting: Option<Setting>,
        /// What they did.
        activities: Vec<Activity>,
        /// How it came out.
        outcome: Option<Outcome>,
        /// What it is about.
        domains: Vec<Domain>,
        /// Where the evidence comes from.
        evidence: Vec<Evidence>,
        /// What moved the schools.
        incentives: Vec<Incentive>,
        /// What helped.
        enablers: Vec<Enabler>,
        /// What stood in the way.
        barriers: Vec<Barrier>,
        /// What it cost.
        costs: Vec<Cost>,
        /// Ids of the results that cite it or that it draws on.
        results: Vec<Id>,
        /// What people said.
        quotes: Vec<Quote>,
        /// true: names no school, cluster or place.
        anonymous: bool,
    }
}

record! {
    /// One version of a result.
    "a version" Version {
        /// Its number.
        version: String,
        /// Draft or final.
        status: Option<String>,
        /// When.
        date: Option<Date>,
    }
}
record! {
    /// A file to download.
    "a file" FileRef {
        /// Name of a file beside the document or in static/.
        file: Option<SourcePath>,
        /// Address of a file elsewhere.
        url: Option<Url>,
        /// Its language.
        language: Option<Lang>,
        /// Its format: pdf, docx.
        format: Option<String>,
    }
}
record! {
    /// A number that a result gives.
    "a figure" Figure {
        /// Key of its words under `text`.
        id: LocalId,
        /// The number.
        value: f64,
        /// `percent`, or the ISO 4217 code of a currency; a plain number without it.
        unit: Option<String>,
        /// The total that it is a part of.
        of: Option<f64>,
    }
}
record! {
    /// A deliverable or another result.
    "a result" ProjectResult {
        /// Its number in the grant agreement: D5.2.
        deliverable: Option<String>,
        /// What it is.
        r#type: Option<ResultType>,
        /// Number of the work package, 1 to 7.
        work_package: Option<u32>,
        /// R report, P prototype, D demonstrator, O other.
        nature: Option<Nature>,
        /// PU where it is public; files are shown only then.
        dissemination: Option<Dissemination>,
        /// Id of the organisation that led it.
        lead: Option<Id>,
        /// Who wrote it.
        authors: Vec<String>,
        /// When it was due.
        due: Option<Date>,
        /// Its versions.
        versions: Vec<Version>,
        /// Its DOI, without https://doi.org/.
        doi: Option<String>,
        /// Where it is published.
        url: Option<Url>,
        /// Files to download.
        files: Vec<FileRef>,
        /// Numbers that it gives.
        figures: Vec<Figure>,
    }
}

record! {
    /// A post of the Mentoring Policy Exchange.
    "a policy post" PolicyPost {
        /// Id of the organisation that speaks.
        organisation: Option<Id>,
        /// Who wrote it.
        author: Option<String>,
        /// Countries that it is about.
        countries: Vec<CountryCode>,
        /// Ids of the case studies that it draws on.
        cases: Vec<Id>,
        /// Ids of the results that it draws on.
        results: Vec<Id>,
        /// Id of the event that it is about.
        meeting: Option<Id>,
    }
}

record! {
    /// Somebody with an address.
    "a name with an address" Contact {
        /// Name.
        name: String,
        /// Address.
        url: Option<Url>,
    }
}
record! {
    /// What schools receive.
    "an incentive" CountryIncentive {
        /// Who receives it: mentor or mentee.
        to: Option<Recipient>,
        /// What it is.
        r#type: Incentive,
        /// Money.
        amount: Option<f64>,
        /// ISO 4217 code of the currency.
        currency: Option<String>,
    }
}
record! {
    /// A place on the net where people meet.
    "a channel" Channel {
        /// Name of the network.
        network: String,
        /// Address.
        url: Option<Url>,
        /// Its language.
        language: Option<Lang>,
        /// Number of followers.
        followers: Option<u32>,
        /// When they were counted.
        as_of: Option<Date>,
    }
}
record! {
    /// A country of the project.
    "a country" Country {
        /// Id of the organisation that is the partner.
        partner: Option<Id>,
        /// Who coordinates the schools.
        coordinator: Option<Contact>,
        /// Its priorities.
        priorities: Vec<Challenge>,
        /// Who starts and steers the mentoring.
        approach: Option<Approach>,
        /// What schools receive.
        incentives: Vec<CountryIncentive>,
        /// Where its schools meet on the net.
        community: Vec<Channel>,
        /// Body that enforces web accessibility.
        enforcement: Option<Contact>,
    }
}

record! {
    /// Who is behind the project.
    "an organisation" Organisation {
        /// Short name.
        acronym: Option<String>,
        /// What it is.
        r#type: Option<OrganisationType>,
        /// What it is to the project.
        membership: Option<Membership>,
        /// Its own site.
        website: Option<Url>,
        /// Where it is on the net.
        channels: Vec<Channel>,
    }
}

record! {
    /// Something that takes place.
    "an event" Event {
        /// First day, month or year.
        start: Date,
        /// Last day, month or year.
        end: Option<Date>,
        /// true: takes place online.
        online: bool,
        /// What it is.
        r#type: Option<EventType>,
        /// Whether it takes place.
        status: Option<EventStatus>,
        /// Who it is for.
        audience: Option<String>,
        /// Where to register.
        register_url: Option<Url>,
        /// Id of the result that reports on it.
        report: Option<Id>,
    }
}

record! {
    /// Place in the menu.
    "a menu entry" Menu {
        /// Smaller comes first.
        order: u32,
    }
}
record! {
    /// Any other page.
    "a page" Page {
        /// Present where the page is in the menu.
        menu: Option<Menu>,
    }
}

/// The facts of one kind.
#[derive(Clone, PartialEq, Debug)]
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
