//! References: how a document is cited, in words and in the formats of reference managers.
//!
//! In: a document in a language. Out: a [`Reference`], the View of it, and the references of a whole list as one file.
//! Always: what is not known is left out, never made up; an example says that it is one; the day of access is the reader's
//! to add.

mod bibtex;
mod csl;
mod data_link;
mod ris;

use crate::foundation::{Date, Lang, may_have_control};
use crate::model::{DocIx, LangIx, State, Via};
use crate::source::Kind;
use crate::source::facts::Facts;
use crate::source::values::ResultType;

use super::chrome::site_title;
use super::cx::Cx;
use super::views::{CitationView, Ready, Text};

/// What there is to say of a document in a list of references.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// `mensi-result-d5-2-cs`: the same document in two languages is two sources.
    pub key: String,
    pub sort: Sort,
    /// As they are written, in the language that they are in: persons and organisations are not told apart.
    pub authors: Vec<Text>,
    pub title: String,
    /// Of the title and of what is cited.
    pub language: Lang,
    pub date: Option<Date>,
    /// The number of a deliverable.
    pub number: Option<String>,
    pub version: Option<String>,
    pub publisher: String,
    pub doi: Option<String>,
    pub address: String,
    /// For an invented example: the word that says so.
    pub example: Option<String>,
}

/// What is cited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    Report,
    Video,
    Brochure,
    Post,
    Page,
    Other,
}

/// A format of a list of references.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    BibTex,
    Ris,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::BibTex, Format::Ris];

    /// Its name, which is the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Format::BibTex => "BibTeX",
            Format::Ris => "RIS",
        }
    }

    /// The file of a section's list, beside the list.
    pub fn file_name(self) -> &'static str {
        match self {
            Format::BibTex => "references.bib",
            Format::Ris => "references.ris",
        }
    }
}

/// Whether documents of a kind are cited with the formats of reference managers, and their lists have files of them.
pub fn is_source(kind: Kind) -> bool {
    matches!(kind, Kind::CaseStudy | Kind::Result)
}

/// The references of some documents as one file.
pub fn list(cx: &Cx, lang: LangIx, documents: impl Iterator<Item = DocIx>, format: Format) -> String {
    let shown = documents.filter(|ix| cx.site.route(*ix, lang).is_some());
    let of = |ix| {
        let make = || written(&reference(cx, lang, ix).expect("it has an address"), format);
        cx.repeats.references[format as usize].get(lang, ix, make).as_str()
    };
    shown.map(of).collect()
}

fn written(reference: &Reference, format: Format) -> String {
    let mut out = String::with_capacity(512);
    match format {
        Format::BibTex => bibtex::write(&mut out, reference),
        Format::Ris => ris::write(&mut out, reference),
    }
    out
}

/// How a case, a result or a post is cited; `None` for other kinds.
pub fn citation(cx: &Cx, lang: LangIx, ix: DocIx) -> Option<CitationView> {
    let kind = cx.site.get(ix).kind;
    if !is_source(kind) && kind != Kind::PolicyPost {
        return None;
    }
    let reference = reference(cx, lang, ix)?;
    let format = |media: &str, format| {
        let make = || written(&reference, format);
        data_link::encode(media, cx.repeats.references[format as usize].get(lang, ix, make))
    };
    let [bibtex, ris, csl] = match is_source(kind) {
        true => [
            format("application/x-bibtex", Format::BibTex),
            format("application/x-research-info-systems", Format::Ris),
            data_link::encode("application/vnd.citationstyles.csl+json", &csl::written(&reference)),
        ],
        false => Default::default(),
    };
    let interface = cx.interface(lang);
    let names: Vec<String> = reference.authors.iter().map(Text::html).collect();
    let names = match names.as_slice() {
        [one] => Ready(one.clone()),
        several => Ready(interface.list(several)),
    };
    let year = reference.date.map(|date| format!("{:04}", date.first_day().year));
    let doi = reference.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
    Some(CitationView {
        year: year.unwrap_or_else(|| cx.t(lang, "cite-no-date", &[])),
        stop: if reference.title.ends_with(['.', '?', '!', '…']) { "" } else { "." },
        details: details(cx, lang, &reference),
        address: doi.unwrap_or_else(|| reference.address.clone()),
        bibtex,
        ris,
        csl,
        file: cx.site.get(ix).id.to_string(),
        names,
        example: reference.example,
    })
}

/// Number, version and publisher, each with its full stop.
fn details(cx: &Cx, lang: LangIx, reference: &Reference) -> String {
    let version = reference.version.as_ref();
    let version = version.map(|version| format!("{} {version}", cx.t(lang, "field-version", &[])));
    // Who wrote it published it: said once.
    let publisher = (reference.authors.iter().all(|author| author.text != reference.publisher))
        .then(|| reference.publisher.clone());
    let parts = [reference.number.clone(), version, publisher];
    parts.into_iter().flatten().map(|part| format!("{}. ", part.trim_end_matches('.'))).collect()
}

/// The reference of a document as a language shows it; `None` where it has no address there.
pub fn reference(cx: &Cx, lang: LangIx, ix: DocIx) -> Option<Reference> {
    let document = cx.site.get(ix);
    let (text, language) = cx.site.text(ix, lang);
    let project = &cx.site.config.project;
    let publisher = project.acronym.clone().unwrap_or_else(|| site_title(cx, lang));
    let named = |via| cx.site.references(ix, via).map(|who| Text::clone(cx.title(lang, who))).collect::<Vec<Text>>();
    let written = |name: &String| cx.text(lang, name, document.language);
    let (sort, authors) = match &document.facts {
        Facts::Result(result) if result.authors.is_empty() => (sort_of(result.r#type), named(Via::Lead)),
        Facts::Result(result) => (sort_of(result.r#type), result.authors.iter().map(written).collect()),
        Facts::PolicyPost(post) => match &post.author {
            Some(author) => (Sort::Post, vec![written(author)]),
            None => (Sort::Post, named(Via::Organisation)),
        },
        _ => (Sort::Page, Vec::new()),
    };
    let result = match &document.facts {
        Facts::Result(result) => Some(result),
        _ => None,
    };
    let last = result.and_then(|result| result.versions.last());
    // Dates of one version, or of the document: when it was last changed is another edition.
    let date = last.and_then(|version| version.date).or(document.common.updated).or(document.common.date);
    let id = document.id.as_str().rsplit('/').next().unwrap_or_default();
    Some(Reference {
        key: [&letters(&publisher), "-", document.kind.as_str(), "-", id, "-", language.as_str()].concat(),
        sort,
        authors: if authors.is_empty() { vec![Text::plain(&publisher)] } else { authors },
        title: text.words.title.clone(),
        language,
        date,
        number: result.and_then(|result| result.deliverable.clone()),
        version: last.map(|version| version.version.clone()),
        publisher,
        doi: result.and_then(|result| result.doi.clone()),
        address: address(cx, lang, ix)?,
        example: document.common.example.then(|| cx.t(lang, "cite-example", &[])),
    })
}

/// The page to cite: of a fallback that of the language which it shows.
fn address(cx: &Cx, lang: LangIx, ix: DocIx) -> Option<String> {
    let own = cx.site.route(ix, lang)?;
    let shown = match cx.state(lang, ix) {
        State::Fallback { shows } => cx.site.route(ix, cx.site.lang_ix(shows)),
        _ => None,
    };
    Some(cx.permalink(shown.unwrap_or(own)))
}

fn sort_of(of: Option<ResultType>) -> Sort {
    match of {
        Some(ResultType::Report) => Sort::Report,
        Some(ResultType::Video) => Sort::Video,
        Some(ResultType::Brochure) => Sort::Brochure,
        Some(ResultType::Course | ResultType::Toolkit | ResultType::Instrument) | None => Sort::Other,
    }
}

/// What of a name a key can hold.
fn letters(name: &str) -> String {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.is_empty() { "site".to_owned() } else { letters.to_ascii_lowercase() }
}

/// A value on one line: neither format knows line breaks within one.
fn line(text: &str) -> std::borrow::Cow<'_, str> {
    if may_have_control(text) && text.contains(|c: char| c.is_control()) {
        text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests;
