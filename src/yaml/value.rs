//! A YAML document as plain values in the order in which they were written.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diag::{Diagnostic, Span};
use crate::foundation::SourcePath;

use super::fields::MOST_ALIKE;
use super::locate::{Step, Tree};
use super::simple;
use super::syntax;

/// One value. A map keeps its entries in order, repeated keys included, so that they can be reported.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    /// As it was written, too, in a document with many: see [`Yaml::parse`].
    Float(f64, Option<String>),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// What it is, for a message.
    pub fn describe(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Int(_) | Value::Float(..) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of fields",
        }
    }
}

impl Value {
    fn floats(&self) -> usize {
        match self {
            Value::Float(..) => 1,
            Value::List(items) => items.iter().map(Value::floats).sum(),
            Value::Map(entries) => entries.iter().map(|(_, value)| value.floats()).sum(),
            _ => 0,
        }
    }

    fn fill_in(&mut self, path: &mut Vec<Step>, written: &dyn Fn(&[Step]) -> Option<String>) {
        match self {
            Value::Float(_, text) => *text = written(path),
            Value::List(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    path.push(Step::Item(index));
                    item.fill_in(path, written);
                    path.pop();
                }
            }
            Value::Map(entries) => fill_in(entries, path, written),
            _ => {}
        }
    }
}

fn fill_in(entries: &mut [(String, Value)], path: &mut Vec<Step>, written: &dyn Fn(&[Step]) -> Option<String>) {
    for (name, value) in entries {
        path.push(Step::field(name));
        value.fill_in(path, written);
        path.pop();
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain YAML without tags")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Int(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Float(value as f64, None), Value::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Float(value, None))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = access.next_entry::<Key, Value>()? {
            entries.push((key.0, value));
        }
        Ok(Value::Map(entries))
    }
}

/// The name of a field; `2021:` is the text "2021".
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        struct AnyKey;
        impl Visitor<'_> for AnyKey {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }
            fn visit_str<E>(self, value: &str) -> Result<Key, E> {
                Ok(Key(value.to_owned()))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Key, E> {
                Ok(Key(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Key, E> {
                Ok(Key(value.to_string()))
            }
            fn visit_bool<E>(self, value: bool) -> Result<Key, E> {
                Ok(Key(value.to_string()))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Key, E> {
                Ok(Key(value.to_string()))
            }
        }
        deserializer.deserialize_any(AnyKey)
    }
}

/// What is longer is refused before it is parsed, in bytes: nested flow collections take quadratic time.
pub const LONGEST: usize = 64 * 1024;

/// The text of one YAML document, with its place in a file.
#[derive(Clone, Copy, Debug)]
pub struct Yaml<'a> {
    pub file: &'a SourcePath,
    /// The text that is YAML.
    pub text: &'a str,
    /// Where it begins in the file, in bytes.
    pub offset: usize,
}

impl<'a> Yaml<'a> {
    /// The fields of the document; an empty document has none. What does not parse is one diagnostic, `yaml-syntax`,
    /// and so is what is longer than 64 KiB, `yaml-too-long`.
    pub fn parse(self) -> Result<Vec<(String, Value)>, Box<Diagnostic>> {
        if self.text.len() > LONGEST {
            return Err(Box::new(
                Diagnostic::error("yaml-too-long", format!("this file is longer than {} KiB", LONGEST / 1024))
                    .at(self.at(0..0))
                    .help("it holds settings only; long texts belong into content/"),
            ));
        }
        if let Some(entries) = simple::read(self.text) {
            return Ok(entries);
        }
        match serde_yaml::from_str::<Value>(self.text) {
            Ok(Value::Map(mut entries)) => {
                // Text wants to know how a number was written. A few are looked up then; many are looked up here, once.
                if entries.iter().map(|(_, value)| value.floats()).sum::<usize>() > MOST_ALIKE {
                    let tree = Tree::of(self.text);
                    let mut path = Vec::new();
                    fill_in(&mut entries, &mut path, &|path| Some(self.text.get(tree.value(path)?)?.to_owned()));
                }
                Ok(entries)
            }
            Ok(Value::Null) => Ok(Vec::new()),
            Ok(other) => Err(Box::new(
                Diagnostic::error(
                    "yaml-syntax",
                    format!("`name: value` lines are wanted here, not {}", other.describe()),
                )
                .at(self.at(0..0))
                .help("write one field a line, its name, a colon, a space, and its value: `title: Our school`"),
            )),
            Err(error) => Err(Box::new(syntax::finding(self, &error))),
        }
    }

    /// The place of a value, or of its name where the value is a group or a list; the document's first line where it is
    /// not there.
    pub fn span(self, path: &[Step]) -> Span {
        self.places().span(path)
    }

    /// The place of the name of a field.
    pub fn key_span(self, path: &[Step]) -> Span {
        self.places().key_span(path)
    }

    /// All places of the document, for whoever asks for several: each of the two above parses the text anew.
    pub fn places(self) -> Places<'a> {
        // What is too long was never read, so nobody has a finding in it.
        Places { yaml: self, tree: Tree::of(if self.text.len() > LONGEST { "" } else { self.text }) }
    }

    /// The text of a scalar exactly as it was written: `1.0`, not `1`.
    pub fn raw(self, path: &[Step]) -> Option<&'a str> {
        self.text.get(Tree::of(self.text).value(path)?)
    }

    pub(super) fn at(self, range: Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }
}

/// The places of a document, parsed once.
pub struct Places<'a> {
    yaml: Yaml<'a>,
    tree: Tree<'a>,
}

impl Places<'_> {
    /// As [`Yaml::span`].
    pub fn span(&self, path: &[Step]) -> Span {
        self.yaml.at(self.tree.value(path).unwrap_or(0..0))
    }

    /// As [`Yaml::key_span`].
    pub fn key_span(&self, path: &[Step]) -> Span {
        self.yaml.at(self.tree.key(path).unwrap_or(0..0))
    }
}
