//! What a theme of somebody's own reads, and nobody else.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::json;

use super::fields::{At, Field};
use super::value::Value;

/// Anything, as it is: what `extra` holds for a theme. It is kept as JSON text where a format wants to know its type.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Free(pub serde_json::Value);

impl Serialize for Free {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_string())
    }
}

impl<'de> Deserialize<'de> for Free {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Free, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        serde_json::from_str(&text).map(Free).map_err(D::Error::custom)
    }
}

impl Field for Free {
    fn read(_: &mut At<'_, '_>, value: &Value) -> Option<Free> {
        Some(Free(plain(value)))
    }

    fn absent() -> Option<Free> {
        Some(Free::default())
    }

    fn schema() -> serde_json::Value {
        json!({})
    }

    fn sample() -> &'static str {
        "{…}"
    }
}

fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Int(value) => (*value).into(),
        Value::Float(value, _) => (*value).into(),
        Value::Text(value) => value.clone().into(),
        Value::List(items) => items.iter().map(plain).collect::<Vec<_>>().into(),
        Value::Map(entries) => {
            entries.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<serde_json::Map<_, _>>().into()
        }
    }
}
