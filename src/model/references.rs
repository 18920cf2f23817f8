//! What refers to what.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, did_you_mean};
use crate::foundation::Id;
use crate::source::facts::Facts;
use crate::source::{Document, Kind};
use crate::yaml::Step;

use super::{DocIx, Documents};

/// The fact through which one document refers to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Via {
    /// A school or a case names its cluster.
    Cluster,
    /// A case or a diary entry names a school.
    Schools,
    /// A cluster names who coordinates it.
    Coordinator,
    /// A case or a post names a result.
    Results,
    /// A post names a case.
    Cases,
    /// A post names who speaks.
    Organisation,
    /// A post names the event that it is about.
    Meeting,
    /// A country names its partner.
    Partner,
    /// A result names who led it.
    Lead,
    /// An event names the result that reports on it.
    Report,
}

/// One reference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reference {
    pub via: Via,
    pub from: DocIx,
    pub to: DocIx,
}

/// A reference as it is written: through which fact, to what, and where it stands in the front matter.
pub struct Written<'a> {
    pub via: Via,
    pub kind: Kind,
    pub id: &'a Id,
    pub path: Vec<Step>,
}

/// All references that a document makes.
pub fn written(document: &Document) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    match &document.facts {
        Facts::School(school) => one(&mut all, Via::Cluster, Kind::Cluster, &school.cluster, "cluster"),
        Facts::Cluster(cluster) => {
            one(&mut all, Via::Coordinator, Kind::Organisation, &cluster.coordinator, "coordinator");
            for (entry, diary) in cluster.diary.iter().enumerate() {
                for (index, id) in diary.schools.iter().enumerate() {
                    let path = vec![Step::field("diary"), Step::Item(entry), Step::field("schools"), Step::Item(index)];
                    all.push(Written { via: Via::Schools, kind: Kind::School, id, path });
                }
            }
        }
        Facts::CaseStudy(case) => {
            one(&mut all, Via::Cluster, Kind::Cluster, &case.cluster, "cluster");
            many(&mut all, Via::Schools, Kind::School, &case.schools, "schools");
            many(&mut all, Via::Results, Kind::Result, &case.results, "results");
        }
        Facts::Result(result) => one(&mut all, Via::Lead, Kind::Organisation, &result.lead, "lead"),
        Facts::PolicyPost(post) => {
            one(&mut all, Via::Organisation, Kind::Organisation, &post.organisation, "organisation");
            one(&mut all, Via::Meeting, Kind::Event, &post.meeting, "meeting");
            many(&mut all, Via::Cases, Kind::CaseStudy, &post.cases, "cases");
            many(&mut all, Via::Results, Kind::Result, &post.results, "results");
        }
        Facts::Country(country) => one(&mut all, Via::Partner, Kind::Organisation, &country.partner, "partner"),
        Facts::Event(event) => one(&mut all, Via::Report, Kind::Result, &event.report, "report"),
        Facts::Page(_) | Facts::Organisation(_) | Facts::None => {}
    }
    all
}

fn one<'a>(all: &mut Vec<Written<'a>>, via: Via, kind: Kind, id: &'a Option<Id>, name: &str) {
    all.extend(id.iter().map(|id| Written { via, kind, id, path: vec![Step::field(name)] }));
}

fn many<'a>(all: &mut Vec<Written<'a>>, via: Via, kind: Kind, ids: &'a [Id], name: &str) {
    all.extend(ids.iter().enumerate().map(|(index, id)| Written {
        via,
        kind,
        id,
        path: vec![Step::field(name), Step::Item(index)],
    }));
}

/// What is there although no document of the site is: a reference to it is dropped without a word.
pub struct Known {
    /// What cannot be used, or is not published on this date.
    pub names: BTreeSet<(Kind, Id)>,
    /// Whether a school could not be read: it may be the mentor whose cluster needs no file.
    pub any_cluster: bool,
}

impl Known {
    fn has(&self, reference: &Written<'_>) -> bool {
        let any = self.any_cluster && reference.kind == Kind::Cluster;
        any || self.names.contains(&(reference.kind, reference.id.clone()))
    }
}

/// Resolves all references; one to nothing is a finding.
pub fn resolve(
    documents: &Documents,
    find: impl Fn(Kind, &Id) -> Option<DocIx>,
    known: &Known,
    findings: &mut Diagnostics,
) -> Vec<Reference> {
    let mut references = Vec::new();
    for (index, document) in documents.values().enumerate() {
        let from = DocIx(index as u32);
        // A diary names the same school day after day: one reference is enough.
        let mut seen = BTreeSet::new();
        for reference in written(document) {
            match find(reference.kind, reference.id) {
                Some(to) => {
                    if seen.insert((reference.via, to)) {
                        references.push(Reference { via: reference.via, from, to });
                    }
                }
                None if known.has(&reference) => {}
                None => findings.push(unknown(document, &reference, documents)),
            }
        }
    }
    references
}

fn unknown(document: &Document, reference: &Written<'_>, documents: &Documents) -> Diagnostic {
    let ids = documents.keys().filter(|(kind, _)| *kind == reference.kind).map(|(_, id)| id.as_str());
    let folder = reference.kind.folder().unwrap_or_default();
    let help = match did_you_mean(reference.id.as_str(), ids) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if reference.kind == Kind::Cluster => {
            format!("write content/clusters/{}.md, or let exactly one mentor school name this cluster", reference.id)
        }
        None => format!("write content/{folder}/{}.md, or correct the id", reference.id),
    };
    Diagnostic::error(
        "unknown-reference",
        format!("{} with the id `{}` is not there", reference.kind.what(), reference.id),
    )
    .at(document.source().file.front_matter().span(&reference.path))
    .help(help)
}
