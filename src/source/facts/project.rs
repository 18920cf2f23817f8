//! What the project made, who is behind it, and what it did: results, posts, countries, organisations, events, pages.

use crate::foundation::{Date, Id, Lang, SourcePath, Url};
use crate::source::values::*;
use crate::yaml::{CountryCode, LocalId, record};

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
