//! What the project made, who is behind it, and what it did: results, posts, countries, organisations, events, pages.

use crate::foundation::{Date, Id, Lang, SourcePath, Url};
use crate::source::values::*;
use crate::yaml::{CountryCode, LocalId, record};

record! {
    /// One version of a result.
    "a version" Version {
        /// Its number, between quotation marks, such as "1.0".
        version: String,
        /// draft or final.
        status: Option<String>,
        /// When: a day, a month or a year.
        date: Option<Date>,
    }
}
record! {
    /// A file to download.
    "a file" FileRef {
        /// /files/report.pdf for one in static/files/; report.pdf for one beside this file, if that is an index.md.
        file: Option<SourcePath>,
        /// Or the address of a file elsewhere, with https:// in front.
        url: Option<Url>,
        /// Its language, such as en.
        language: Option<Lang>,
        /// Its format, such as pdf or docx.
        format: Option<String>,
    }
}
record! {
    /// A number that a result gives.
    "a figure" Figure {
        /// A name of your choice, such as schools: its words stand under `text` by that name.
        id: LocalId,
        /// The number: digits only, with a point before decimals.
        value: f64,
        /// percent, or a currency by its three capital letters; a plain number without it.
        unit: Option<String>,
        /// The total that it is a part of.
        of: Option<f64>,
    }
}
record! {
    /// A deliverable or another result.
    "a result" ProjectResult {
        /// Its number in the grant agreement, such as D5.2.
        deliverable: Option<String>,
        /// What it is.
        r#type: Option<ResultType>,
        /// The number of its work package, 1 to 7.
        work_package: Option<u32>,
        /// R for a report, P a prototype, D a demonstrator, O something else.
        nature: Option<Nature>,
        /// Who may have it: PU for everybody; only then are files shown.
        dissemination: Option<Dissemination>,
        /// The organisation that led it: the name of a file in content/organisations/, without .md.
        lead: Option<Id>,
        /// Who wrote it.
        authors: Vec<String>,
        /// When it was due: a day, a month or a year.
        due: Option<Date>,
        /// Its versions.
        versions: Vec<Version>,
        /// Its DOI, without https://doi.org/ in front.
        doi: Option<String>,
        /// Where else it is published: an address with https:// in front.
        url: Option<Url>,
        /// Files to download: each is either on this site or elsewhere.
        files: Vec<FileRef>,
        /// Numbers that it gives.
        figures: Vec<Figure>,
    }
}

record! {
    /// A post of the Mentoring Policy Exchange.
    "a policy post" PolicyPost {
        /// The organisation that speaks: the name of a file in content/organisations/, without .md.
        organisation: Option<Id>,
        /// Who wrote it.
        author: Option<String>,
        /// The countries that it is about, by their two capital letters: BE, HR, CZ, HU, IT, PT.
        countries: Vec<CountryCode>,
        /// Case studies that it draws on: names of files in content/case-studies/, without .md.
        cases: Vec<Id>,
        /// Results that it draws on: names of files in content/results/, without .md.
        results: Vec<Id>,
        /// The event that it is about: the name of a file in content/events/, without .md.
        meeting: Option<Id>,
    }
}

record! {
    /// Somebody with an address.
    "a name with an address" Contact {
        /// The name.
        name: String,
        /// An address, with https:// or mailto: in front.
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
        /// How much money: digits only.
        amount: Option<f64>,
        /// The currency, by its three capital letters, such as EUR.
        currency: Option<String>,
    }
}
record! {
    /// A place on the net where people meet.
    "a channel" Channel {
        /// The name of the network.
        network: String,
        /// The address there, with https:// in front.
        url: Option<Url>,
        /// The language that is used there, such as hr.
        language: Option<Lang>,
        /// How many followers there are: digits only.
        followers: Option<u32>,
        /// When they were counted: a day, a month or a year.
        as_of: Option<Date>,
    }
}
record! {
    /// A country of the project.
    "a country" Country {
        /// The partner in this country: the name of a file in content/organisations/, without .md.
        partner: Option<Id>,
        /// Who coordinates the schools.
        coordinator: Option<Contact>,
        /// Its national priorities.
        priorities: Vec<Challenge>,
        /// Who starts and steers the mentoring.
        approach: Option<Approach>,
        /// What schools receive.
        incentives: Vec<CountryIncentive>,
        /// Where its schools meet on the net.
        community: Vec<Channel>,
        /// Who sees to it that web sites are accessible; the law asks to name them.
        enforcement: Option<Contact>,
    }
}

record! {
    /// Who is behind the project.
    "an organisation" Organisation {
        /// Its short name.
        acronym: Option<String>,
        /// What it is.
        r#type: Option<OrganisationType>,
        /// What it is to the project.
        membership: Option<Membership>,
        /// The address of its own site, with https:// in front.
        website: Option<Url>,
        /// Where else it is on the net.
        channels: Vec<Channel>,
    }
}

record! {
    /// Something that takes place.
    "an event" Event {
        /// When it begins: a day, a month or a year, such as 2026-05-14, 2026-05 or 2026.
        start: Date,
        /// When it ends, if that is another day.
        end: Option<Date>,
        /// It takes place online.
        online: bool,
        /// What it is.
        r#type: Option<EventType>,
        /// Whether it takes place.
        status: Option<EventStatus>,
        /// Who it is for, in a few words.
        audience: Option<String>,
        /// The address where people register, with https:// in front.
        register_url: Option<Url>,
        /// The result that reports on it: the name of a file in content/results/, without .md.
        report: Option<Id>,
    }
}

record! {
    /// Place in the menu.
    "a menu entry" Menu {
        /// A whole number: pages with smaller ones come first.
        order: u32,
    }
}
record! {
    /// Any other page.
    "a page" Page {
        /// The page's place in the menu. A page without it is not in the menu.
        menu: Option<Menu>,
    }
}
