//! Taking a map apart: every field once, every complaint with its place, what is left over named.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, Span};

use super::locate::Step;
use super::meant::{LOCATION, elsewhere, meant};
use super::record::FieldSpec;
use super::shape::Shape;
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

    /// How it is written down.
    fn shape() -> Shape {
        Shape::Value
    }

    /// A value as an example, for who has left the field out.
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

    /// How a group of these fields is written at this place: those that it needs, or else the first of them.
    pub fn as_group(&self, fields: &[FieldSpec]) -> String {
        let needed: Vec<&FieldSpec> = fields.iter().filter(|field| field.required).collect();
        let shown = if needed.is_empty() { fields.iter().take(2).collect() } else { needed };
        let shown: Vec<String> = shown.iter().map(|field| format!("{}: …", field.name)).collect();
        let group = format!("{{{}}}", shown.join(", "));
        match self.path.last() {
            Some(Step::Field(name, _)) => format!("write it as `{name}: {group}`"),
            _ => format!("write each entry as `{group}`"),
        }
    }

    /// Reports names of fields that are repeated here, each with how often it stood before.
    fn report_repeated(&mut self, repeated: &[(&str, usize)]) {
        let places = self.yaml.places();
        let place = |name: &str, nth| places.key_span(&[&self.path[..], &[Step::Field(name.to_owned(), nth)]].concat());
        for (name, nth) in repeated.iter().take(MOST_ALIKE) {
            self.findings.push(
                Diagnostic::error("duplicate-field", format!("`{name}` stands here a second time"))
                    .at(place(name, *nth))
                    .label(place(name, 0), "it stands here first")
                    .help("keep one of the two and remove the other"),
            );
        }
        if let Some((name, nth)) = repeated.get(MOST_ALIKE) {
            let message = format!("{} more lines from here on repeat a field", repeated.len() - MOST_ALIKE);
            self.findings.push(
                Diagnostic::error("duplicate-field", message)
                    .at(place(name, *nth))
                    .help("each field stands once: remove what is repeated"),
            );
        }
    }

    /// Reads the parts of a list or of a map one by one. Where many are wrong, the rest is not read but counted.
    pub(super) fn each<'v, P: 'v, T>(
        &mut self,
        parts: &'v [P],
        mut read: impl FnMut(&mut Self, usize, &'v P) -> Option<T>,
    ) -> Option<Vec<T>> {
        let before = self.findings.len();
        let mut all = Some(Vec::with_capacity(parts.len()));
        for (index, part) in parts.iter().enumerate() {
            if self.findings.len() >= before + MOST_ALIKE {
                let message = format!("{} more entries of {} are not looked at", parts.len() - index, self.name());
                return self.wrong("too-many-findings", message, "correct the others first, and check again");
            }
            let value = read(self, index, part);
            all = all.zip(value).map(|(mut all, value)| {
                all.push(value);
                all
            });
        }
        all
    }

    /// Runs `read` one step further down.
    pub fn step<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }
}

/// Of one mistake in one map or list, so many are named and the rest counted: more is noise, and places cost time.
pub const MOST_ALIKE: usize = 20;

/// Whether a value is none: a name without one, or with an empty text, as `new` writes them for somebody to fill in.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The fields of one map, taken out one by one.
pub struct Fields<'m, 'a, 'y, 'f> {
    pub at: &'a mut At<'y, 'f>,
    entries: &'m [(String, Value)],
    known: Vec<&'static str>,
    /// What must be there and is not; told at the end, since it may stand there under a wrong name.
    missing: Vec<(&'static str, Diagnostic)>,
}

/// Names that stand again, each with how often it stood before.
fn repeated(entries: &[(String, Value)]) -> Vec<(&str, usize)> {
    /// So few are compared with each other sooner than sorted.
    const FEW: usize = 16;
    let stood_before =
        |(at, (name, _)): (usize, &(String, Value))| entries[..at].iter().any(|(other, _)| other == name);
    if entries.len() <= FEW && !entries.iter().enumerate().any(stood_before) {
        return Vec::new();
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut repeated = Vec::new();
    for (name, _) in entries {
        let count = seen.entry(name).or_default();
        if *count > 0 {
            repeated.push((name.as_str(), *count));
        }
        *count += 1;
    }
    repeated
}

impl<'m, 'a, 'y, 'f> Fields<'m, 'a, 'y, 'f> {
    /// Reports repeated names on the way.
    pub fn new(at: &'a mut At<'y, 'f>, entries: &'m [(String, Value)]) -> Self {
        let repeated = repeated(entries);
        if !repeated.is_empty() {
            at.report_repeated(&repeated);
        }
        // As many as nearly all groups have.
        Fields { at, entries, known: Vec::with_capacity(32), missing: Vec::new() }
    }

    /// The value of a field; what stands for it where it is not there or is empty; `None` where it is wrong, or is
    /// missing although it must be there.
    pub fn take<T: Field>(&mut self, name: &'static str) -> Option<T> {
        self.known.push(name);
        match self.entries.iter().find(|(key, value)| key == name && !is_empty(value)) {
            Some((_, value)) => self.at.step(Step::field(name), |at| T::read(at, value)),
            None => T::absent().or_else(|| {
                let is_empty = self.entries.iter().any(|(key, _)| key == name);
                let span = if is_empty { self.key_span(name) } else { self.whole() };
                let written = self.entries.iter().find(|(key, _)| key == name).map(|(_, value)| value);
                let help = match (self.comment_for_value(&span).filter(|_| is_empty), written) {
                    (Some(comment), _) => format!("`#` begins a comment: write `{name}: \"{comment}\"`"),
                    (None, Some(Value::Text(_))) => format!("write it between the quotation marks of `{name}: \"\"`"),
                    (None, Some(_)) => format!("write it after the colon, such as `{name}: {}`", T::sample()),
                    (None, None) => format!("add a line `{name}: {}`", T::sample()),
                };
                let finding = Diagnostic::error("missing-field", format!("`{name}` is missing"));
                self.missing.push((name, finding.at(span).help(help)));
                None
            }),
        }
    }

    /// What stands in the place of a value behind a name, where that is a comment: `title: #mensi`.
    fn comment_for_value(&self, name: &Span) -> Option<&str> {
        let Yaml { text, offset, .. } = self.at.yaml;
        let rest = text.get(name.end.checked_sub(offset)?..)?.lines().next()?;
        let comment = rest.trim_start().strip_prefix(':')?.trim();
        (comment.starts_with('#') && !comment.contains(['"', '\\'])).then_some(comment)
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
    pub fn left_over(&self) -> impl Iterator<Item = &'m str> {
        self.entries.iter().map(|(name, _)| name.as_str()).filter(|name| !self.known.contains(name))
    }

    /// The place of the name of a field of this map.
    pub fn key_span(&self, name: &str) -> Span {
        let mut path = self.at.path.clone();
        path.push(Step::field(name));
        self.at.yaml.key_span(&path)
    }

    /// Reports what is missing, and what is left over as unknown. `what` is what the map describes: "a school". Whoever takes
    /// fields ends with this.
    pub fn finish(self, what: &str) {
        let mut named = BTreeSet::new();
        let unknown: Vec<&str> = self.left_over().filter(|name| named.insert(*name)).collect();
        if unknown.is_empty() {
            return self.missing.into_iter().for_each(|(_, finding)| self.at.findings.push(finding));
        }
        let known: BTreeSet<&'static str> = self.known.iter().copied().collect();
        let meant: Vec<Option<&str>> = unknown.iter().map(|name| meant(name, &known)).collect();
        // A name that is written wrongly is one mistake, not two.
        let missing = self.missing.into_iter().filter(|(name, _)| !meant.contains(&Some(*name)));
        missing.for_each(|(_, finding)| self.at.findings.push(finding));
        let places = self.at.yaml.places();
        let place = |at: &At<'_, '_>, name: &str| places.key_span(&[&at.path[..], &[Step::field(name)]].concat());
        for (name, meant) in unknown.iter().copied().zip(meant).take(MOST_ALIKE) {
            let help = elsewhere(what, name).unwrap_or_else(|| match meant {
                Some("location") => LOCATION.to_owned(),
                Some(meant) => format!("did you mean `{meant}`?"),
                // A comma ends an entry: `{lat: 49,2}` has a field `2`.
                None if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                    "write decimals with a point: `49.2`, not `49,2`".to_owned()
                }
                None => {
                    let known: Vec<&str> = known.iter().copied().collect();
                    format!("remove the line, or use one of: {}", known.join(", "))
                }
            });
            let finding = Diagnostic::error("unknown-field", format!("{what} has no field `{name}`"));
            self.at.findings.push(finding.at(place(self.at, name)).help(help));
        }
        if let Some(name) = unknown.get(MOST_ALIKE) {
            let known: Vec<&str> = known.iter().copied().collect();
            let message = format!("{what} has none of the {} other fields from here on", unknown.len() - MOST_ALIKE);
            self.at.findings.push(
                Diagnostic::error("unknown-field", message)
                    .at(place(self.at, name))
                    .help(format!("remove the lines, or use: {}", known.join(", "))),
            );
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

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::foundation::SourcePath;

    /// What is found in a document of which only `known` is known: numbers under a name each.
    fn findings(text: &str) -> Vec<Diagnostic> {
        let file = SourcePath::new("a.md").expect("clean");
        let yaml = Yaml { file: &file, text, offset: 0 };
        let entries = yaml.parse().expect("YAML");
        let mut found = Diagnostics::new();
        let mut at = At { yaml, path: Vec::new(), findings: &mut found };
        let mut fields = Fields::new(&mut at, &entries);
        fields.take::<Option<Vec<u32>>>("known");
        fields.finish("a test");
        found.sorted()
    }

    #[test]
    fn thousands_of_one_mistake_are_a_few_findings_and_no_work() {
        let start = Instant::now();
        let count = |text: &str, code| {
            let found = findings(text);
            assert!(found.iter().any(|finding| finding.message.contains("2980")), "{:?}", found.last());
            found.iter().filter(|finding| finding.code == code).count()
        };
        assert_eq!(count(&format!("a: 1\n{}", "a: 1\n".repeat(3000)), "duplicate-field"), MOST_ALIKE + 1);
        let unknown: String = (0..3000).map(|n| format!("a{n}: 1\n")).collect();
        assert_eq!(count(&unknown, "unknown-field"), MOST_ALIKE + 1);
        assert_eq!(count(&format!("known: [{}]", "x, ".repeat(3000)), "wrong-type"), MOST_ALIKE);
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }

    #[test]
    fn numbers_as_text_are_looked_up_once() {
        let file = SourcePath::new("a.md").expect("clean");
        let text = format!("names: [{}2.50]", "1.0, ".repeat(3000));
        let yaml = Yaml { file: &file, text: &text, offset: 0 };
        let start = Instant::now();
        let entries = yaml.parse().expect("YAML");
        let mut found = Diagnostics::new();
        let mut at = At { yaml, path: Vec::new(), findings: &mut found };
        let names = Fields::new(&mut at, &entries).take::<Vec<String>>("names").expect("text");
        assert!(names[0] == "1.0" && names[3000] == "2.50");
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }

    #[test]
    fn what_is_too_long_is_not_parsed() {
        let file = SourcePath::new("mensi.yaml").expect("clean");
        let text = format!("title: {}", "x".repeat(super::super::LONGEST));
        let found = Yaml { file: &file, text: &text, offset: 0 }.parse().expect_err("too long");
        assert_eq!(found.code, "yaml-too-long");
    }
}
