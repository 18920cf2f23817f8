//! From documents to the site.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, did_you_mean};
use crate::foundation::{Day, Id, Lang};
use crate::i18n::Interfaces;
use crate::source::facts::Facts;
use crate::source::values::{Dissemination, Role};
use crate::source::{Content, Document, Kind, Lock};
use crate::yaml::Step;

use super::advice::advise;
use super::implied::add_implied;
use super::publish::{Drafts, Published, publish};
use super::references::Known;
use super::{DocIx, Documents, LangIx, Site, documents_of, references, routes, state};

/// What a site is made of, beside its content.
pub struct Inputs<'a> {
    pub config: &'a Config,
    pub interfaces: &'a Interfaces,
    pub locks: &'a BTreeMap<Lang, Lock>,
    /// The one date that a build knows.
    pub as_of: Day,
    pub drafts: Drafts,
}

/// Relates and addresses all documents. What is wrong between them is found here: references to nothing, two pages for one
/// address, facts that contradict each other.
pub fn assemble(mut content: Content, inputs: &Inputs<'_>, findings: &mut Diagnostics) -> Site {
    let config = inputs.config;
    let mut documents = documents_of(&mut content);
    for document in documents.values() {
        check(document, findings);
        advise(document, findings);
    }
    let any_cluster = content.known.iter().any(|key| key.0 == Kind::School && !documents.contains_key(key));
    let mentors = clusters_of_mentors(&documents);
    let Published { hidden: unpublished, lapsed, next: next_change } =
        publish(&mut documents, inputs.as_of, inputs.drafts, findings);
    // The files of a document come and go with it.
    let folders: BTreeSet<&str> = documents.values().filter_map(|document| document.folder.as_deref()).collect();
    content.attachments.retain(|path, _| folders.contains(path.parent()) && !lapsed.contains(path));
    add_implied(&mut documents, &content.known, config, inputs.interfaces);
    // The cluster of a mentor that is not published yet is not published either.
    let hidden = mentors.into_iter().filter(|(mentor, _)| unpublished.contains(mentor)).map(|(_, cluster)| cluster);
    let known = Known { names: content.known.iter().cloned().chain(hidden).collect(), any_cluster };

    let mut index: BTreeMap<Kind, BTreeMap<Id, DocIx>> = BTreeMap::new();
    for (number, (kind, id)) in documents.keys().enumerate() {
        index.entry(*kind).or_default().insert(id.clone(), DocIx(number as u32));
    }
    let find = |kind: Kind, id: &Id| index.get(&kind)?.get(id).copied();
    let references = references::resolve(&documents, find, &known, findings);
    let all: Vec<&Document> = documents.values().map(|document| &**document).collect();
    let states: Vec<Vec<state::State>> =
        all.par_iter().map(|document| state::states(document, config, inputs.locks)).collect();
    let sections = routes::sections(&documents, find, &states, config, inputs.interfaces);
    let all_routes = routes::routes(&documents, &states, &sections, config);
    routes::check(&documents, &all_routes, &sections, config, findings);
    check_configuration(config, &documents, &content.known, findings);

    let mut from = vec![Vec::new(); documents.len()];
    let mut to = vec![Vec::new(); documents.len()];
    for reference in references {
        from[reference.from.0 as usize].push(reference);
        to[reference.to.0 as usize].push(reference);
    }
    // What is implied has the configuration for its file, which is nobody's source.
    // A section is found by its key: it has no page of its own.
    let of_file = |document: &Document| {
        document.kind != Kind::Section && document.source().file.path.as_str().starts_with("content/")
    };
    let sources = documents.values().enumerate().filter(|(_, document)| of_file(document));
    let sources = sources.map(|(ix, document)| (document.source().file.path.clone(), DocIx(ix as u32))).collect();
    Site {
        config: config.clone(),
        as_of: inputs.as_of,
        documents: documents.into_values().collect(),
        index,
        sources,
        states,
        routes: all_routes,
        from,
        to,
        sections,
        attachments: content.attachments,
        lapsed,
        known: content.known,
        unpublished,
        next_change,
    }
}

type Key = (Kind, Id);

/// The cluster that each mentor school names.
fn clusters_of_mentors(documents: &Documents) -> Vec<(Key, Key)> {
    let cluster = |document: &Document| match &document.facts {
        Facts::School(school) if school.role == Role::Mentor => Some((Kind::Cluster, school.cluster.clone()?)),
        _ => None,
    };
    documents.iter().filter_map(|(key, document)| Some((key.clone(), cluster(document)?))).collect()
}

/// What one document's facts must not say together.
fn check(document: &Document, findings: &mut Diagnostics) {
    let file = &document.source().file;
    let mut wrong = |field: &str, code, message: &str, help: &str| {
        let span = file.front_matter().key_span(&[Step::field(field)]);
        findings.push(Diagnostic::error(code, message).at(span).help(help));
    };
    match &document.facts {
        Facts::CaseStudy(case) if case.anonymous => {
            let help = "remove the line, or `anonymous: true`";
            if case.cluster.is_some() {
                wrong("cluster", "anonymous-names", "an anonymous case names no cluster", help);
            }
            if !case.schools.is_empty() {
                wrong("schools", "anonymous-names", "an anonymous case names no school", help);
            }
            if !document.common.country.codes.is_empty() {
                wrong("country", "anonymous-names", "an anonymous case names no place", help);
            }
        }
        Facts::Result(result) => {
            if !result.files.is_empty() && result.dissemination != Some(Dissemination::Public) {
                let message = "files are published only where `dissemination` is PU";
                wrong(
                    "files",
                    "files-not-public",
                    message,
                    "write `dissemination: PU` if the result is public, or remove `files`",
                );
            }
            if result.work_package.is_some_and(|number| super::implied::work_package(number).is_none()) {
                wrong("work_package", "unknown-value", "work packages are numbered 1 to 7", "correct the number");
            }
            for (number, file_) in result.files.iter().enumerate() {
                if file_.file.is_none() && file_.url.is_none() {
                    let span = file.front_matter().key_span(&[Step::field("files"), Step::Item(number)]);
                    findings.push(
                        Diagnostic::error("missing-field", "a file needs `file` or `url`")
                            .at(span)
                            .help("name a file beside the document, or the address where it is"),
                    );
                }
            }
        }
        Facts::Country(_) => {
            let own: Vec<String> = document.common.country.codes.iter().map(|code| code.slug()).collect();
            if !own.is_empty() && own != [document.id.as_str()] {
                let message = format!("the file of this country is named `{}`", document.id);
                wrong(
                    "country",
                    "country-mismatch",
                    &message,
                    "name the file after the country's code, in small letters",
                );
            }
        }
        _ => {}
    }
    for (group, number, code) in currencies(&document.facts) {
        if !(code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
            let path = [Step::field(group), Step::Item(number), Step::field("currency")];
            findings.push(
                Diagnostic::error("unknown-value", format!("`{code}` is not the code of a currency"))
                    .at(file.front_matter().span(&path))
                    .help("use three capital letters (ISO 4217), for example EUR, CZK or HUF"),
            );
        }
    }
    // A translation may lack it: its readers get that of the source, marked as another language.
    let stands_within = |finding: &Diagnostic| {
        finding.message == "a picture has no field `alt`"
            && finding.span.as_ref().is_some_and(|span| span.file == document.source().file.path)
    };
    if document.common.image.is_some() && document.source().words.image_alt.is_none() && !findings.any(stands_within) {
        findings.push(
            Diagnostic::error("missing-alt", "the picture of this document has no `image_alt`")
                .at(file.front_matter().span(&[Step::field("image")]))
                .help(
                    "say in a few words what is to be seen, for those who cannot see it: `image_alt: …`; where the picture \
                     only decorates, put it into the text instead: ::: figure src=\"photo.jpg\" alt=\"\"",
                ),
        );
    }
}

/// The currencies of a document: the field of the entry, its number, and the code.
fn currencies(facts: &Facts) -> Vec<(&'static str, usize, &str)> {
    match facts {
        Facts::CaseStudy(case) => {
            let codes = case.costs.iter().map(|cost| cost.currency.as_deref()).enumerate();
            codes.filter_map(|(number, code)| Some(("costs", number, code?))).collect()
        }
        Facts::Country(country) => {
            let codes = country.incentives.iter().map(|entry| entry.currency.as_deref()).enumerate();
            codes.filter_map(|(number, code)| Some(("incentives", number, code?))).collect()
        }
        _ => Vec::new(),
    }
}

/// Ids that mensi.yaml names must be there.
fn check_configuration(
    config: &Config,
    documents: &Documents,
    known: &BTreeSet<(Kind, Id)>,
    findings: &mut Diagnostics,
) {
    let legal = &config.legal;
    let named = [
        (&legal.accessibility, Kind::Page, "legal", "accessibility"),
        (&legal.privacy, Kind::Page, "legal", "privacy"),
        (&legal.licence, Kind::Page, "legal", "licence"),
        (&config.project.coordinator, Kind::Organisation, "project", "coordinator"),
    ];
    for (id, kind, group, field) in named {
        let Some(id) = id else { continue };
        let key = (kind, id.clone());
        if !documents.contains_key(&key) && !known.contains(&key) {
            let ids = documents.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str());
            let help = match did_you_mean(id.as_str(), ids) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => {
                    let folder = kind.folder().map(|folder| format!("{folder}/")).unwrap_or_default();
                    format!("write content/{folder}{id}.md, or remove the line")
                }
            };
            findings.push(
                Diagnostic::error("unknown-reference", format!("`{group}.{field}` names `{id}`, which is not there"))
                    .at(config.span(&[Step::field(group), Step::field(field)]))
                    .help(help),
            );
        }
    }
}

impl Site {
    /// What each term and country gathers in each language: the documents that carry it, by kind and id.
    pub fn gathered(&self) -> Vec<BTreeMap<DocIx, Vec<DocIx>>> {
        let documents: Vec<DocIx> = self.all().collect();
        let targets: Vec<Vec<DocIx>> = documents.par_iter().map(|ix| self.gathers(*ix)).collect();
        let languages: Vec<LangIx> = self.languages().map(|(lang, _)| lang).collect();
        let in_language = |lang: &LangIx| {
            let mut gathered: BTreeMap<DocIx, Vec<DocIx>> = BTreeMap::new();
            for (ix, targets) in documents.iter().zip(&targets).filter(|(ix, _)| self.route(**ix, *lang).is_some()) {
                targets.iter().for_each(|target| gathered.entry(*target).or_default().push(*ix));
            }
            gathered
        };
        languages.par_iter().map(in_language).collect()
    }

    /// The countries and terms that gather a document.
    fn gathers(&self, ix: DocIx) -> Vec<DocIx> {
        let document = self.get(ix);
        let countries = super::implied::countries_of(document)
            .into_iter()
            .filter_map(|code| self.find(Kind::Country, &code.slug()));
        let terms = super::implied::terms_of(document)
            .into_iter()
            .filter_map(|(enumeration, value)| self.find(Kind::Term, &format!("{enumeration}/{value}")));
        countries.chain(terms).filter(|target| *target != ix).collect()
    }
}
