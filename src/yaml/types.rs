//! The types that fields have beside text: numbers, dates, addresses, ids, and lists and options of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::foundation::{Date, Day, Id, Lang, SourcePath, Url};

use super::fields::{At, Field};
use super::locate::Step;
use super::shape::Shape;
use super::text::SafeText;
use super::value::Value;

/// Reads text and converts it; `what` and `help` say what was wanted where that fails.
fn convert<T>(
    at: &mut At<'_, '_>,
    value: &Value,
    (code, what, help): (&'static str, &str, &str),
    convert: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = SafeText::read(at, value)?.0;
    convert(&text).or_else(|| at.wrong(code, format!("`{text}` is not {what}"), help))
}

/// A day as Europe writes it (`14.5.2026`, `14/5/2026`) as it has to be written.
fn in_order(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u32>().ok();
    let written = format!("{year}-{:02}-{:02}", number(month)?, number(day)?);
    (year.len() == 4 && Day::parse(&written).is_some()).then_some(written)
}

/// Reads a date; one in another order is told how it is written.
fn dated<T>(
    at: &mut At<'_, '_>,
    value: &Value,
    (what, help): (&str, &str),
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = SafeText::read(at, value)?.0;
    parse(&text).or_else(|| match in_order(&text) {
        Some(meant) => {
            at.wrong("bad-date", format!("`{text}` is not how a date is written here"), format!("write `{meant}`"))
        }
        None => at.wrong("bad-date", format!("`{text}` is not {what}"), help),
    })
}

impl Field for Date {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Date> {
        let help = "write a day as 2021-05-14, a month as 2021-05, a year as 2021; check that the day exists";
        dated(at, value, ("a date that exists", help), Date::parse)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
    }

    fn sample() -> &'static str {
        "2021-05-14"
    }
}

impl Field for Day {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Day> {
        let help = "write year, month and day as 2021-05-14; check that the day exists";
        dated(at, value, ("a day that exists", help), Day::parse)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "format": "date" })
    }

    fn sample() -> &'static str {
        "2021-05-14"
    }
}

impl Field for Url {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Url> {
        let help = "write the whole address with https:// in front; other kinds of address are not published";
        convert(at, value, ("bad-address", "a web address", help), Url::new)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "format": "uri", "pattern": "^(https?://|mailto:)" })
    }

    fn sample() -> &'static str {
        "https://www.example.org/"
    }
}

impl Field for Id {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Id> {
        let help = "an id is the file's name without its ending: small letters, digits and `-`";
        convert(at, value, ("bad-id", "the id of a document", help), Id::new)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)*$" })
    }

    fn sample() -> &'static str {
        "hr-school-1"
    }
}

impl Field for Lang {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Lang> {
        convert(at, value, ("bad-language", "the tag of a language", "use a tag such as en, hr or pt"), Lang::new)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$" })
    }

    fn sample() -> &'static str {
        "hr"
    }
}

/// A file of the site, named relative to the document or from the root of `static` with a `/` in front.
impl Field for SourcePath {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<SourcePath> {
        let help =
            "name a file beside this document, `picture.jpg`, or one in static/, `/files/report.pdf`; never `..`";
        convert(at, value, ("bad-path", "the name of a file of this site", help), |text| {
            SourcePath::new(text.trim_start_matches('/'))
        })
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string" })
    }

    fn sample() -> &'static str {
        "picture.jpg"
    }
}

/// The id of an entry within a document (a diary entry, a figure): the key of its words under `text`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct LocalId(pub String);

/// Disks take names of 255 bytes; who types an address wants fewer.
const LONGEST_ID: usize = 100;

impl Field for LocalId {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<LocalId> {
        let text = SafeText::read(at, value)?.0;
        if !crate::foundation::is_slug(&text) {
            let message = format!("`{text}` cannot stand in {}", at.name());
            let better = crate::foundation::slug_of(&text).unwrap_or_else(|| Self::sample().to_owned());
            let help = format!("use small letters without accents, digits and `-`, for example `{better}`");
            return at.wrong("bad-id", message, help);
        }
        if text.len() > LONGEST_ID {
            let message = format!("{} has {} characters", at.name(), text.len());
            return at.wrong("bad-id", message, format!("use {LONGEST_ID} at most: it becomes the name of a folder"));
        }
        Some(LocalId(text))
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z0-9-]+$" })
    }

    fn sample() -> &'static str {
        "kick-off"
    }
}

/// What somebody means who writes `yes`, or `true` between quotation marks.
pub fn yes_or_no(value: &Value) -> Option<bool> {
    let Value::Text(text) = value else { return None };
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => Some(true),
        "no" | "n" | "off" | "none" | "false" => Some(false),
        _ => None,
    }
}

impl Field for bool {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<bool> {
        match value {
            Value::Bool(value) => Some(*value),
            other => {
                let message = format!("{} must be true or false, not {}", at.name(), other.describe());
                let help = match yes_or_no(other) {
                    Some(meant) => format!("write `{meant}`"),
                    None => "write `true` or `false`, without quotation marks".to_owned(),
                };
                at.wrong("wrong-type", message, help)
            }
        }
    }

    fn absent() -> Option<bool> {
        Some(false)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "boolean" })
    }

    fn shape() -> Shape {
        Shape::Switch
    }

    fn sample() -> &'static str {
        "true"
    }
}

/// `12,5` as it has to be written; not `1,200`, which may be either.
fn with_point(value: &Value) -> Option<String> {
    let Value::Text(text) = value else { return None };
    let (_, decimals) = text.split_once(',')?;
    let meant = text.replace(',', ".");
    (decimals.len() != 3 && meant.parse::<f64>().is_ok()).then_some(meant)
}

impl Field for f64 {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<f64> {
        match value {
            Value::Int(number) => Some(*number as f64),
            Value::Float(number, _) if number.is_finite() => Some(*number),
            other => {
                let message = format!("{} must be a number, not {}", at.name(), other.describe());
                let help = match with_point(other) {
                    Some(meant) => format!("write decimals with a point: `{meant}`"),
                    None => "write digits only, with a point before decimals and nothing between thousands".to_owned(),
                };
                at.wrong("wrong-type", message, help)
            }
        }
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "number" })
    }

    fn sample() -> &'static str {
        "24"
    }
}

impl Field for u32 {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<u32> {
        match value {
            Value::Int(number) if u32::try_from(*number).is_ok() => u32::try_from(*number).ok(),
            other => {
                let message = format!("{} must be a whole number from 0 on, not {}", at.name(), other.describe());
                at.wrong("wrong-type", message, "write digits only, without quotation marks")
            }
        }
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "integer", "minimum": 0 })
    }

    fn sample() -> &'static str {
        "1"
    }
}

impl<T: Field> Field for Option<T> {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Option<T>> {
        T::read(at, value).map(Some)
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }

    fn schema() -> serde_json::Value {
        T::schema()
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn sample() -> &'static str {
        T::sample()
    }
}

/// A list; one value alone is a list of one.
impl<T: Field> Field for Vec<T> {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<Vec<T>> {
        let Value::List(items) = value else { return T::read(at, value).map(|item| vec![item]) };
        at.each(items, |at, index, item| at.step(Step::Item(index), |at| T::read(at, item)))
    }

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }

    fn schema() -> serde_json::Value {
        json!({ "anyOf": [T::schema(), { "type": "array", "items": T::schema() }] })
    }

    fn shape() -> Shape {
        Shape::Many(Box::new(T::shape()))
    }

    fn sample() -> &'static str {
        T::sample()
    }
}

/// Words by id.
impl<T: Field> Field for BTreeMap<String, T> {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<BTreeMap<String, T>> {
        let Value::Map(entries) = value else {
            let message = format!("{} must be a group of `name: value` lines, not {}", at.name(), value.describe());
            return at.wrong("wrong-type", message, "write each entry on a line of its own, indented by two spaces");
        };
        // For its report of repeated names.
        super::fields::Fields::new(at, entries);
        let read = at.each(entries, |at, _, (name, value)| {
            at.step(Step::field(name), |at| Some((name.clone(), T::read(at, value)?)))
        })?;
        Some(read.into_iter().collect())
    }

    fn absent() -> Option<BTreeMap<String, T>> {
        Some(BTreeMap::new())
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "object", "additionalProperties": T::schema() })
    }

    fn sample() -> &'static str {
        "{…}"
    }
}
