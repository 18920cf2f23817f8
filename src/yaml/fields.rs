//! Taking a map apart: every field once, every complaint with its place, what is left over named.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};

use super::locate::Step;
use super::record::FieldSpec;
use super::value::{Value, Yaml};

/// A type that a field can have.
pub trait Field: Sized {
    /// The value, or `None` after a finding has said what is wrong with it.
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Self>;

    /// What stands for a field that is not there; `None` where a field of this type must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// The type as JSON Schema (draft 2020-12).
    fn schema() -> serde_json::Value;

    /// A value as an example, for the skeleton of a new document.
    fn sample() -> &'static str;
}

/// A place in a document, where a value is being read.
pub struct At<'y, 'f> {
    pub yaml: Yaml<'y>,
    pub path: Vec<Step>,
    pub findings: &'f mut Diagnostics,
}

impl At<'_, '_> {
    /// Says what is wrong with the value at this place.
    pub fn wrong<T>(&mut self, code: &'static str, message: String, help: impl Into<String>) -> Option<T> {
        let span = self.span();
        self.findings.push(Diagnostic::error(code, message).at(span).help(help));
        None
    }

    pub fn span(&self) -> Span {
        self.yaml.span(&self.path)
    }

    /// The scalar at this place as it was written.
    pub fn raw(&self) -> Option<String> {
        self.yaml.raw(&self.path).map(str::to_owned)
    }

    /// The name of the field that is being read, for messages.
    pub fn name(&self) -> String {
        self.path
            .iter()
            .rev()
            .find_map(|step| match step {
                Step::Field(name, _) => Some(format!("`{name}`")),
                Step::Item(_) => None,
            })
            .unwrap_or_default()
    }

    /// Runs `read` one step further down.
    pub fn step<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }
}

/// The fields of one map, taken out one by one.
pub struct Fields<'m, 'a, 'y, 'f> {
    pub at: &'a mut At<'y, 'f>,
    entries: &'m [(String, Value)],
    known: BTreeSet<&'static str>,
}

impl<'m, 'a, 'y, 'f> Fields<'m, 'a, 'y, 'f> {
    /// Reports repeated names on the way.
    pub fn new(at: &'a mut At<'y, 'f>, entries: &'m [(String, Value)]) -> Self {
        for (index, (name, _)) in entries.iter().enumerate() {
            let nth = entries[..index].iter().filter(|(before, _)| before == name).count();
            if nth > 0 {
                let place = |nth| {
                    let mut path = at.path.clone();
                    path.push(Step::Field(name.clone(), nth));
                    path
                };
                let (again, first) = (at.yaml.key_span(&place(nth)), at.yaml.key_span(&place(0)));
                at.findings.push(
                    Diagnostic::error("duplicate-field", format!("`{name}` stands here a second time"))
                        .at(again)
                        .label(first, "it stands here first")
                        .help("keep one of the two and remove the other"),
                );
            }
        }
        Fields { at, entries, known: BTreeSet::new() }
    }

    /// The value of a field; what stands for it where it is not there or is empty; `None` where it is wrong, or is
    /// missing although it must be there.
    pub fn take<T: Field>(&mut self, name: &'static str) -> Option<T> {
        self.known.insert(name);
        match self.entries.iter().find(|(key, value)| key == name && *value != Value::Null) {
            Some((_, value)) => self.at.step(Step::field(name), |at| T::read(at, value)),
            None => T::absent().or_else(|| {
                let span = if self.entries.iter().any(|(key, _)| key == name) {
                    let mut path = self.at.path.clone();
                    path.push(Step::field(name));
                    self.at.yaml.key_span(&path)
                } else {
                    self.whole()
                };
                self.at.findings.push(
                    Diagnostic::error("missing-field", format!("`{name}` is missing"))
                        .at(span)
                        .help(format!("add a line `{name}: {}`", T::sample())),
                );
                None
            }),
        }
    }

    /// Where a missing field is reported: the item that lacks it, or the first line of the document.
    fn whole(&self) -> Span {
        if self.at.path.is_empty() { self.at.yaml.span(&[]) } else { self.at.yaml.key_span(&self.at.path) }
    }

    /// Names that are known here although nothing takes them.
    pub fn know(&mut self, names: impl IntoIterator<Item = &'static str>) {
        self.known.extend(names);
    }

    /// The names that nobody took, with the nth of its name.
    pub fn left_over(&self) -> impl Iterator<Item = &'m str> + use<'m, '_> {
        let known: BTreeSet<&'static str> = self.known.clone();
        self.entries.iter().map(|(name, _)| name.as_str()).filter(move |name| !known.contains(name))
    }

    /// The place of the name of a field of this map.
    pub fn key_span(&self, name: &str) -> Span {
        let mut path = self.at.path.clone();
        path.push(Step::field(name));
        self.at.yaml.key_span(&path)
    }

    /// Reports what is left over as unknown. `what` is what the map describes: "a school".
    pub fn finish(self, what: &str) {
        let unknown: Vec<&str> = self.left_over().collect();
        for name in unknown {
            let span = self.key_span(name);
            let finding = Diagnostic::error("unknown-field", format!("{what} has no field `{name}`")).at(span);
            let finding = match did_you_mean(name, self.known.iter().copied()) {
                Some(meant) => finding.help(format!("did you mean `{meant}`?")),
                None => {
                    let known: Vec<&str> = self.known.iter().copied().collect();
                    finding.help(format!("remove the line, or use one of: {}", known.join(", ")))
                }
            };
            self.at.findings.push(finding);
        }
    }
}

/// The JSON Schema of an object with these fields.
pub(crate) fn object_schema(fields: &[FieldSpec]) -> serde_json::Value {
    let properties: serde_json::Map<String, serde_json::Value> = fields
        .iter()
        .map(|field| {
            let mut schema = (field.schema)();
            if let Some(object) = schema.as_object_mut() {
                object.insert("description".into(), field.doc.into());
            }
            (field.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    serde_json::json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}
