//! One file to facts and text. A pure function of kind and bytes, and so a place where a cache can sit.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::foundation::{Fingerprint, SourcePath};
use crate::memo::Memo;
use crate::yaml::{At, Fields, LONGEST, MOST_ALIKE, Record};

use super::document::{Cut, SourceFile, Text};
use super::facts::*;
use super::file::File;
use super::kind::Kind;
use super::place::{Place, source_of};

/// What a file turned out to hold.
pub enum Parsed {
    Source(Box<Source>),
    Translation(Box<Text>),
    /// Nothing that can be used; the findings say why.
    Nothing,
}

/// A source file.
pub struct Source {
    pub text: Text,
    pub common: Common,
    pub facts: Facts,
}

/// What is remembered of a file in which nothing was wrong: all but its path.
#[derive(Serialize, Deserialize)]
pub struct KnownFile {
    cut: Cut,
    words: Arc<Words>,
    theme: Option<String>,
    goal: Option<String>,
    place: Option<String>,
    fingerprint: Fingerprint,
    /// Most files are translations, which have none.
    source: Option<Box<(Common, Facts)>>,
}

/// The files that have been parsed, by kind and contents.
pub type Parses = Memo<KnownFile>;

/// Reads one file of content/, unless that has been done.
pub fn parse(place: &Place, path: &SourcePath, file: &File, parses: &Parses, findings: &mut Diagnostics) -> Parsed {
    let key = parse_key(place, file);
    if let Some(remembered) = parses.get_once(key) {
        return remembered.parsed(path, file);
    }
    let mut found = Diagnostics::new();
    let parsed = read(place, path, file, &mut found);
    if found.is_empty()
        && let Some(remembered) = KnownFile::of(&parsed)
    {
        parses.put(key, remembered);
    }
    findings.append(found);
    parsed
}

/// Of everything that goes into parsing a file.
pub(super) fn parse_key(place: &Place, file: &File) -> Fingerprint {
    Fingerprint::of(&(file.fingerprint(), place.kind, place.lang.is_some()))
}

impl KnownFile {
    fn of(parsed: &Parsed) -> Option<KnownFile> {
        let (text, source) = match parsed {
            Parsed::Source(source) => (&source.text, Some(Box::new((source.common.clone(), source.facts.clone())))),
            Parsed::Translation(text) => (&**text, None),
            Parsed::Nothing => return None,
        };
        let Text { file, words, theme, goal, place, fingerprint } = text.clone();
        Some(KnownFile { cut: file.cut, words, theme, goal, place, fingerprint, source })
    }

    fn parsed(&self, path: &SourcePath, file: &File) -> Parsed {
        let text = Text {
            file: SourceFile { path: path.clone(), file: file.clone(), cut: self.cut },
            words: self.words.clone(),
            theme: self.theme.clone(),
            goal: self.goal.clone(),
            place: self.place.clone(),
            fingerprint: self.fingerprint,
        };
        match self.source.as_deref().cloned() {
            Some((common, facts)) => Parsed::Source(Box::new(Source { text, common, facts })),
            None => Parsed::Translation(Box::new(text)),
        }
    }
}

fn read(place: &Place, path: &SourcePath, file: &File, findings: &mut Diagnostics) -> Parsed {
    let Some(file) = cut(path, file, findings) else { return Parsed::Nothing };
    let entries = match file.front_matter().parse() {
        Ok(entries) => entries,
        Err(finding) => {
            findings.push(*finding);
            return Parsed::Nothing;
        }
    };
    let yaml = file.front_matter();
    let mut at = At { yaml, path: Vec::new(), findings };
    let mut fields = Fields::new(&mut at, &entries);
    let words = Words::take(&mut fields);
    let own = match place.kind {
        Kind::Cluster => ClusterWords::take(&mut fields).map_or([None, None, None], |own| [own.theme, own.goal, None]),
        Kind::Event => EventWords::take(&mut fields).map_or([None, None, None], |own| [None, None, own.place]),
        _ => [None, None, None],
    };
    if place.lang.is_some() {
        facts_in_translation(place, &mut fields);
        fields.finish("a translation");
        let Some(words) = words else { return Parsed::Nothing };
        return Parsed::Translation(Box::new(Text::new(file, words, own)));
    }
    let common = Common::take(&mut fields).filter(|common| is_ever_published(common, &mut fields));
    let facts = take_facts(place.kind, &mut fields);
    fields.finish(place.kind.what());
    let (Some(words), Some(common), Some(facts)) = (words, common, facts) else { return Parsed::Nothing };
    Parsed::Source(Box::new(Source { text: Text::new(file, words, own), common, facts }))
}

fn take_facts(kind: Kind, fields: &mut Fields<'_, '_, '_, '_>) -> Option<Facts> {
    Some(match kind {
        Kind::Page => Facts::Page(Page::take(fields)?),
        Kind::School => Facts::School(School::take(fields)?),
        Kind::Cluster => Facts::Cluster(Cluster::take(fields)?),
        Kind::CaseStudy => Facts::CaseStudy(Box::new(CaseStudy::take(fields)?)),
        Kind::Result => Facts::Result(Box::new(ProjectResult::take(fields)?)),
        Kind::PolicyPost => Facts::PolicyPost(PolicyPost::take(fields)?),
        Kind::Country => Facts::Country(Box::new(Country::take(fields)?)),
        Kind::Organisation => Facts::Organisation(Organisation::take(fields)?),
        Kind::Event => Facts::Event(event(fields)?),
        Kind::News | Kind::Term | Kind::Section => Facts::None,
    })
}

/// Whether there is a day on which a document is published.
fn is_ever_published(common: &Common, fields: &mut Fields<'_, '_, '_, '_>) -> bool {
    let (Some(from), Some(until)) = (common.publish_on, common.expires_on) else { return true };
    if from < until {
        return true;
    }
    fields.at.step(crate::yaml::Step::field("expires_on"), |at| {
        let message =
            format!("this is published no more from {until} on, and is not before {from}: nobody ever sees it");
        at.wrong::<()>("expires-before-published", message, "correct `publish_on` or `expires_on`")
    });
    false
}

fn event(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Event> {
    let event = Event::take(fields)?;
    match event.end {
        Some(end) if end.last_day() < event.start.first_day() => {
            fields.at.step(crate::yaml::Step::field("end"), |at| {
                let message = format!("this event ends on {end}, before it starts on {}", event.start);
                at.wrong("ends-before-start", message, "correct `start` or `end`; leave `end` out for a single day")
            })
        }
        _ => Some(event),
    }
}

/// The fields that a kind's source file can have, for schemas, skeletons and messages.
pub fn specs(kind: Kind) -> Vec<crate::yaml::FieldSpec> {
    let (text, own) = match kind {
        Kind::Page => (Vec::new(), Page::specs()),
        Kind::School => (Vec::new(), School::specs()),
        Kind::Cluster => (ClusterWords::specs(), Cluster::specs()),
        Kind::CaseStudy => (Vec::new(), CaseStudy::specs()),
        Kind::Result => (Vec::new(), ProjectResult::specs()),
        Kind::PolicyPost => (Vec::new(), PolicyPost::specs()),
        Kind::Country => (Vec::new(), Country::specs()),
        Kind::Organisation => (Vec::new(), Organisation::specs()),
        Kind::Event => (EventWords::specs(), Event::specs()),
        Kind::News | Kind::Term | Kind::Section => (Vec::new(), Vec::new()),
    };
    [Words::specs(), text, own, Common::specs()].concat()
}

/// What is a fact of the kind is an error of its own in a translation: it names the file where it belongs.
fn facts_in_translation(place: &Place, fields: &mut Fields<'_, '_, '_, '_>) {
    if fields.left_over().next().is_none() {
        return;
    }
    let facts: Vec<&'static str> = specs(place.kind).iter().map(|spec| spec.name).collect();
    let misplaced: BTreeSet<&'static str> =
        fields.left_over().filter_map(|name| facts.iter().copied().find(|fact| *fact == name)).collect();
    for name in misplaced {
        let finding =
            Diagnostic::error("fact-in-translation", format!("`{name}` is a fact, and this file is a translation"))
                .at(fields.key_span(name))
                .help(format!(
                    "facts stand once, for all languages: move the line to {}",
                    source_of(fields.at.yaml.file)
                ));
        fields.at.findings.push(finding);
        fields.know([name]);
    }
}

/// Cuts a file into front matter and body. A byte order mark and CRLF are taken as they come.
fn cut(path: &SourcePath, file: &File, findings: &mut Diagnostics) -> Option<SourceFile> {
    let mut wrong = |at: usize, code, message: &str, help: &str| {
        findings.push(Diagnostic::error(code, message).at(Span::new(path, at..at)).help(help));
        None
    };
    let text = match file.text() {
        Some(text) => text,
        None => {
            let bytes = file.bytes();
            let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let line = bytes[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
            return wrong(
                0,
                "not-utf8",
                &format!("this file is not UTF-8: line {line} has bytes that are no letters"),
                "open it in an editor and save it with the encoding UTF-8",
            );
        }
    };
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return wrong(
            start,
            "no-front-matter",
            "this file does not begin with front matter",
            "begin it with a line `---`, then `title: …`, then another line `---`",
        );
    }
    let yaml = start + first.len();
    let mut end = yaml;
    for line in lines {
        if line.trim_end() == "---" {
            let body = end + line.len();
            let cut = Cut { yaml: (yaml, end), body, blank: text[body..].trim().is_empty() };
            return Some(SourceFile { path: path.clone(), file: file.clone(), cut });
        }
        end += line.len();
        if end - yaml > LONGEST {
            return wrong(
                start,
                "front-matter-too-long",
                "the front matter of this file is longer than 64 KiB",
                "end it with a line `---` before the text; long texts belong below it",
            );
        }
    }
    wrong(
        start,
        "front-matter-end",
        "the front matter of this file has no end",
        "add a line `---` after its last field",
    )
}

/// Checks that every word has an entry: `text` names ids of the facts, and nothing else.
pub fn check_words(words: &Words, file: &SourceFile, facts: &Facts, findings: &mut Diagnostics) {
    if words.text.is_empty() {
        return;
    }
    let ids: Vec<&str> = entry_ids(facts);
    let unknown: Vec<&String> = words.text.keys().filter(|key| !ids.contains(&key.as_str())).collect();
    if unknown.is_empty() {
        return;
    }
    let places = file.front_matter().places();
    for (index, key) in unknown.iter().enumerate().take(MOST_ALIKE + 1) {
        let path = [crate::yaml::Step::field("text"), crate::yaml::Step::field(key)];
        let help = match did_you_mean(key, ids.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if ids.is_empty() => "remove it: the facts of this document have no entries with an id".to_owned(),
            None => format!("remove it, or use one of: {}", ids.join(", ")),
        };
        let message = match unknown.len() - index {
            more if index == MOST_ALIKE && more > 1 => {
                format!("no diary entry, figure, quote or cost has the id `{key}`, nor one of {} others", more - 1)
            }
            _ => format!("no diary entry, figure, quote or cost has the id `{key}`"),
        };
        findings.push(Diagnostic::error("unknown-text", message).at(places.key_span(&path)).help(help));
    }
}

/// The ids of the entries whose words stand under `text`, in their order.
pub fn entry_ids(facts: &Facts) -> Vec<&str> {
    match facts {
        Facts::Cluster(cluster) => cluster.diary.iter().map(|entry| entry.id.0.as_str()).collect(),
        Facts::CaseStudy(case) => {
            let costs = case.costs.iter().map(|cost| cost.id.0.as_str());
            costs.chain(case.quotes.iter().map(|quote| quote.id.0.as_str())).collect()
        }
        Facts::Result(result) => result.figures.iter().map(|figure| figure.id.0.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The JSON Schema (draft 2020-12) of a kind's front matter.
pub fn schema(kind: Kind) -> serde_json::Value {
    let specs = specs(kind);
    let properties: serde_json::Map<String, serde_json::Value> = specs
        .iter()
        .map(|spec| {
            let mut schema = (spec.schema)();
            if let Some(object) = schema.as_object_mut() {
                object.insert("description".into(), spec.doc.into());
            }
            (spec.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> = specs.iter().filter(|spec| spec.required).map(|spec| spec.name).collect();
    serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Front matter of {}", kind.what()),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}
