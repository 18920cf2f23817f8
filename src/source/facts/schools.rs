//! Schools, clusters and cases.

use crate::foundation::{Date, Day, Id, Lang, Url};
use crate::source::values::*;
use crate::yaml::{LocalId, record};

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
