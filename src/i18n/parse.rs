//! From the bytes of Fluent files to the messages of a language.
//!
//! In: files, in the order of their layers. Out: [`Merged`], each message once, with the file that has it. Always: what
//! does not parse is a diagnostic, and the other messages of the file count.

use std::collections::{BTreeMap, btree_map, hash_map};

use fluent_syntax::ast::{Attribute, Entry, Message, Pattern, Resource, Term};
use fluent_syntax::parser::{ErrorKind, ParserError};
use rustc_hash::FxHashMap;

use super::{FtlFile, syntax};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::Lang;

/// A file and what it holds.
pub(super) struct Parsed<'a> {
    file: FtlFile<'a>,
    text: &'a str,
    body: Vec<Entry<&'a str>>,
    pub findings: Diagnostics,
}

impl<'a> Parsed<'a> {
    pub fn lang(&self) -> Lang {
        self.file.lang
    }

    pub fn folder(&self) -> &'a str {
        self.file.path.parent()
    }

    /// The place of a part of the file's text.
    pub fn span(&self, part: &str) -> Span {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        let start = start.filter(|start| start + part.len() <= self.text.len());
        let start =
            start.expect("the parser's slices are slices of the file") + (self.file.bytes.len() - self.text.len());
        Span::new(self.file.path, start..start + part.len())
    }

    /// The messages and terms, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = Item<'_, 'a>> {
        self.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(Item::Message(message)),
            Entry::Term(term) => Some(Item::Term(term)),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => None,
        })
    }
}

/// A message or a term: what has a name and a text.
#[derive(Clone, Copy)]
pub(super) enum Item<'p, 'a> {
    Message(&'p Message<&'a str>),
    Term(&'p Term<&'a str>),
}

impl<'p, 'a> Item<'p, 'a> {
    /// As it is referred to: a term with its `-`.
    pub fn name(self) -> String {
        match self {
            Item::Message(message) => message.id.name.to_owned(),
            Item::Term(term) => format!("-{}", term.id.name),
        }
    }

    pub fn id(self) -> &'a str {
        match self {
            Item::Message(message) => message.id.name,
            Item::Term(term) => term.id.name,
        }
    }

    fn attributes(self) -> &'p [Attribute<&'a str>] {
        match self {
            Item::Message(message) => &message.attributes,
            Item::Term(term) => &term.attributes,
        }
    }

    pub fn comment(self) -> &'p [&'a str] {
        let comment = match self {
            Item::Message(message) => &message.comment,
            Item::Term(term) => &term.comment,
        };
        comment.as_ref().map_or(&[], |comment| &comment.content)
    }

    /// Its text and those of its attributes.
    pub fn patterns(self) -> impl Iterator<Item = &'p Pattern<&'a str>> {
        let value = match self {
            Item::Message(message) => message.value.as_ref(),
            Item::Term(term) => Some(&term.value),
        };
        value.into_iter().chain(self.attributes().iter().map(|attribute| &attribute.value))
    }
}

pub(super) fn parse(file: FtlFile<'_>) -> Parsed<'_> {
    let empty =
        |finding: Diagnostic| Parsed { file, text: "", body: Vec::new(), findings: [finding].into_iter().collect() };
    let text = match std::str::from_utf8(file.bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let at = error.valid_up_to();
            return empty(
                Diagnostic::error("message-syntax", "this file is not UTF-8 text")
                    .at(Span::new(file.path, at..at))
                    .help("save it as UTF-8 in your editor"),
            );
        }
    };
    if let Some(at) = syntax::too_deep(text) {
        return empty(
            Diagnostic::error("message-syntax", "the braces of this message are nested too deep")
                .at(Span::new(file.path, at..at + 1))
                .help("write it with fewer braces"),
        );
    }
    let (Resource { body }, errors) = match fluent_syntax::parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let bom = file.bytes.len() - text.len();
    let findings = errors.iter().map(|error| bad_syntax(file, error, bom)).collect();
    let mut parsed = Parsed { file, text, body, findings };
    let repeats = repeats(&parsed);
    parsed.findings.append(repeats);
    parsed
}

fn bad_syntax(file: FtlFile<'_>, error: &ParserError, bom: usize) -> Diagnostic {
    let text = std::str::from_utf8(&file.bytes[bom..]).expect("checked before parsing");
    let mut start = text.floor_char_boundary(error.pos.start.min(text.len()));
    let mut end = text.ceil_char_boundary(error.pos.end.min(text.len())).max(start);
    let junk = error.slice.clone().and_then(|slice| text.get(slice)).unwrap_or_default();
    // The parser notices a brace that is not closed where the next line begins; the writer looks for the brace.
    let open =
        error.slice.as_ref().and_then(|slice| text.get(slice.start..start)?.rfind('{').map(|at| slice.start + at));
    if let (ErrorKind::ExpectedToken('}'), Some(open)) = (&error.kind, open) {
        (start, end) = (open, open + 1);
    }
    let name = junk.trim_start().split(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).next();
    let (reason, help) = syntax::explain(&error.kind);
    let message = match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("the message `{name}` cannot be read: {reason}"),
        None => format!("this cannot be read as a message: {reason}"),
    };
    Diagnostic::error("message-syntax", message).at(Span::new(file.path, bom + start..bom + end)).help(help)
}

fn repeats(parsed: &Parsed<'_>) -> Diagnostics {
    // By whether it is a term, and id.
    let mut first: FxHashMap<(bool, &str), &str> = FxHashMap::default();
    let mut findings = Diagnostics::new();
    for item in parsed.items() {
        match first.entry((matches!(item, Item::Term(_)), item.id())) {
            hash_map::Entry::Occupied(earlier) => {
                findings.push(repeated(&item.name(), parsed.span(item.id()), parsed.span(earlier.get())));
            }
            hash_map::Entry::Vacant(entry) => {
                entry.insert(item.id());
            }
        }
    }
    findings
}

pub(super) fn repeated(name: &str, here: Span, earlier: Span) -> Diagnostic {
    Diagnostic::error("duplicate-message", format!("the message `{name}` is here twice"))
        .at(here)
        .label(earlier, "first here")
        .help("remove one of the two; the later one counts")
}

/// The messages of one language, layers and all.
#[derive(Default)]
pub(super) struct Merged<'p, 'a> {
    pub messages: BTreeMap<&'a str, Message<&'a str>>,
    pub terms: BTreeMap<&'a str, Term<&'a str>>,
    /// The files that have a message, for diagnostics: the last has the last word.
    files: Vec<(&'a str, &'p Parsed<'a>)>,
}

impl Merged<'_, '_> {
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty() && self.terms.is_empty()
    }

    /// The names under which a text can be asked for: `id` and `id.attribute`, in order.
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for message in self.messages.values() {
            keys.extend(message.value.is_some().then(|| message.id.name.to_owned()));
            keys.extend(message.attributes.iter().map(|part| format!("{}.{}", message.id.name, part.id.name)));
        }
        keys
    }

    /// Where the message stands that counts.
    pub fn place(&self, id: &str) -> Option<Span> {
        let name = self.messages.get(id)?.id.name;
        let (_, file) = self.files.iter().rev().find(|(of, _)| *of == id)?;
        Some(file.span(name))
    }
}

/// Files of one language, each over those before it.
pub(super) fn merge<'p, 'a>(files: impl Iterator<Item = &'p Parsed<'a>>) -> Merged<'p, 'a> {
    let mut merged = Merged::default();
    for file in files {
        for item in file.items() {
            match item {
                Item::Message(message) => {
                    merged.files.push((message.id.name, file));
                    match merged.messages.entry(message.id.name) {
                        btree_map::Entry::Occupied(mut below) => lay_over(below.get_mut(), message),
                        btree_map::Entry::Vacant(free) => {
                            free.insert(Message { comment: None, ..message.clone() });
                        }
                    }
                }
                Item::Term(term) => {
                    merged.terms.insert(term.id.name, Term { comment: None, ..term.clone() });
                }
            }
        }
    }
    merged
}

fn lay_over<'a>(below: &mut Message<&'a str>, above: &Message<&'a str>) {
    // The name of the upper one: places are found by it.
    below.id = above.id.clone();
    if above.value.is_some() {
        below.value = above.value.clone();
    }
    for attribute in &above.attributes {
        match below.attributes.iter_mut().find(|old| old.id.name == attribute.id.name) {
            Some(old) => *old = attribute.clone(),
            None => below.attributes.push(attribute.clone()),
        }
    }
}
