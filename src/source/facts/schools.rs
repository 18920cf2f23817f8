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
        /// Its cluster: the name of a file in content/clusters/, without .md.
        cluster: Option<Id>,
        /// The town that it is in.
        town: Option<String>,
        /// The region that it is in.
        region: Option<String>,
        /// Where it is on the map: roughly, two decimals are enough.
        location: Option<Location>,
        /// The levels that are taught there.
        levels: Vec<Level>,
        /// How many pupils it has: digits only.
        pupils: Option<u32>,
        /// The address of its own site, with https:// in front.
        website: Option<Url>,
        /// Digital tools that it works with, by their names.
        tools: Vec<String>,
        /// In which rounds it reflected on itself with SELFIE; a score is never published.
        selfie: Option<Selfie>,
        /// The last day on which the school agrees to be listed, such as 2027-08-31.
        listed_until: Option<Day>,
        /// The language of its name, such as hr, where that is another than the language of this file.
        name_language: Option<Lang>,
    }
}

record! {
    /// What a cluster did on a day.
    "a diary entry" DiaryEntry {
        /// A name of your choice, such as kick-off: its words stand under `text` by that name.
        id: LocalId,
        /// When: a day, a month or a year.
        date: Option<Date>,
        /// What was done.
        activity: Option<Activity>,
        /// Where it was done.
        setting: Option<Setting>,
        /// The schools that took part: names of files in content/schools/, without .md.
        schools: Vec<Id>,
    }
}
record! {
    /// One mentor and its mentees.
    "a cluster" Cluster {
        /// The organisation that coordinates it: the name of a file in content/organisations/, without .md.
        coordinator: Option<Id>,
        /// What it did, entry by entry.
        diary: Vec<DiaryEntry>,
    }
}

record! {
    /// What something cost.
    "a cost" Cost {
        /// A name of your choice, such as travel: its words stand under `text` by that name.
        id: LocalId,
        /// How much money: digits only.
        amount: Option<f64>,
        /// The currency, by its three capital letters, such as EUR.
        currency: Option<String>,
        /// How many hours of work.
        hours: Option<f64>,
    }
}
record! {
    /// Something that was said.
    "a quote" Quote {
        /// A name of your choice, such as head-teacher: what was said stands under `text` by that name.
        id: LocalId,
        /// Who says it: a role, such as teacher, never a name.
        role: String,
    }
}
record! {
    /// What happened in a cluster.
    "a case study" CaseStudy {
        /// The cluster: the name of a file in content/clusters/, without .md.
        cluster: Option<Id>,
        /// The schools, of any country: names of files in content/schools/, without .md.
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
        /// What it cost, in money or in hours of work.
        costs: Vec<Cost>,
        /// Results that cite it or that it draws on: names of files in content/results/, without .md.
        results: Vec<Id>,
        /// What people said.
        quotes: Vec<Quote>,
        /// It names no school, cluster or place.
        anonymous: bool,
    }
}
