//! Text as a field: on one or more lines, and nothing in it that nobody sees.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::foundation::may_have_control;

use super::fields::{At, Field};
use super::value::Value;

/// Text on one or more lines, without white space at its ends, never empty. A number is taken as it was written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct SafeText(pub String);

impl Field for SafeText {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<SafeText> {
        let text = match value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Int(number) => number.to_string(),
            // 1.0 must stay 1.0, so the text itself is asked.
            Value::Float(number, written) => written.clone().or_else(|| at.raw()).unwrap_or_else(|| number.to_string()),
            Value::Bool(_) => {
                let raw = at.raw().unwrap_or_default();
                let message = format!("{} must be text, and YAML takes `{raw}` for {}", at.name(), value.describe());
                return at.wrong("wrong-type", message, format!("put it between quotation marks: \"{raw}\""));
            }
            Value::Null | Value::List(_) | Value::Map(_) => {
                let message = format!("{} must be text, not {}", at.name(), value.describe());
                let help =
                    "write it on one line after the colon; put it between quotation marks if it has `: ` or `#` in it";
                return at.wrong("wrong-type", message, help);
            }
        };
        if text.is_empty() {
            let message = format!("{} is empty", at.name());
            return at.wrong("empty-field", message, "write something, or remove the line");
        }
        if has_control(&text) {
            let message = format!("{} has a control character in it", at.name());
            return at.wrong("control-character", message, "type the text anew: the character cannot be seen");
        }
        Some(SafeText(text))
    }

    fn schema() -> serde_json::Value {
        json!({ "type": ["string", "number"], "minLength": 1 })
    }

    fn sample() -> &'static str {
        "…"
    }
}

/// Whether a text has characters that nobody sees, but for the ends of its lines and tabs.
fn has_control(text: &str) -> bool {
    may_have_control(text) && text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}

impl Field for String {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<String> {
        SafeText::read(at, value).map(|text| text.0)
    }

    fn schema() -> serde_json::Value {
        SafeText::schema()
    }

    fn sample() -> &'static str {
        SafeText::sample()
    }
}
