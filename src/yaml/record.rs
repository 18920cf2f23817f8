//! Records and enumerations: one definition gives the type, its reader, its JSON Schema and its words for help.

use super::fields::{Fields, object_schema};
use super::shape::Shape;

/// One field of a record, for schemas and skeletons.
#[derive(Clone, Copy)]
pub struct FieldSpec {
    pub name: &'static str,
    /// One sentence for the person who fills it in.
    pub doc: &'static str,
    pub required: bool,
    pub schema: fn() -> serde_json::Value,
    pub shape: fn() -> Shape,
}

/// A group of fields with a type each. Made by [`record!`].
pub trait Record: Sized {
    /// What it describes, with an article: "a school".
    const WHAT: &'static str;

    /// Takes its fields out of a map. `None` where one is missing or wrong; the findings say so, of all of them.
    fn take(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Self>;

    fn specs() -> Vec<FieldSpec>;

    fn schema() -> serde_json::Value {
        object_schema(&Self::specs())
    }
}

/// The name of a field as it is written in YAML: `type`, for which Rust has `r#type`.
pub const fn field_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Defines a record: a struct whose fields are read from YAML by their own names. A comment before a field is its
/// documentation in the JSON Schema too.
macro_rules! record {
    ($(#[doc = $what_doc:literal])* $what:literal $name:ident { $($(#[doc = $doc:literal])* $field:ident: $type:ty,)* }) => {
        $(#[doc = $what_doc])*
        #[derive(Clone, PartialEq, Debug, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[doc = $doc])* pub $field: $type,)* }

        impl $crate::yaml::Record for $name {
            const WHAT: &'static str = $what;

            fn take(fields: &mut $crate::yaml::Fields<'_, '_, '_, '_>) -> Option<Self> {
                // All are taken before the first `?`, so that all that is wrong is said at once.
                $(let $field = fields.take::<$type>(const { $crate::yaml::field_name(stringify!($field)) });)*
                let _ = &fields;
                Some($name { $($field: $field?,)* })
            }

            fn specs() -> Vec<$crate::yaml::FieldSpec> {
                vec![$($crate::yaml::FieldSpec {
                    name: const { $crate::yaml::field_name(stringify!($field)) },
                    doc: concat!($($doc,)* "").trim_ascii(),
                    required: <$type as $crate::yaml::Field>::absent().is_none(),
                    schema: <$type as $crate::yaml::Field>::schema,
                    shape: <$type as $crate::yaml::Field>::shape,
                },)*]
            }
        }

        impl $crate::yaml::Field for $name {
            fn read(at: &mut $crate::yaml::At<'_, '_>, value: &$crate::yaml::Value) -> Option<Self> {
                let $crate::yaml::Value::Map(entries) = value else {
                    let message = format!("{} must be a group of fields, not {}", at.name(), value.describe());
                    let help = at.as_group(&<$name as $crate::yaml::Record>::specs());
                    return at.wrong("wrong-type", message, help);
                };
                let mut fields = $crate::yaml::Fields::new(at, entries);
                let record = <$name as $crate::yaml::Record>::take(&mut fields);
                fields.finish($what);
                record
            }

            fn schema() -> serde_json::Value {
                <$name as $crate::yaml::Record>::schema()
            }

            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::Group(<$name as $crate::yaml::Record>::specs())
            }

            fn sample() -> &'static str {
                "{…}"
            }
        }
    };
}

/// Defines an enumeration: its values are words of the front matter.
macro_rules! values {
    ($(#[doc = $enum_doc:literal])* $what:literal $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[doc = $enum_doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($variant,)* }

        impl $name {
            /// All values, in the order of the design.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The word of the front matter.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// The value of a word.
            #[allow(dead_code)]
            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }

        impl $crate::yaml::Field for $name {
            fn read(at: &mut $crate::yaml::At<'_, '_>, value: &$crate::yaml::Value) -> Option<Self> {
                let written = $crate::yaml::SafeText::read(at, value)?;
                let words = || $name::ALL.iter().map(|value| value.as_str());
                $name::from_word(&written.0).or_else(|| {
                    let help = match $crate::diag::did_you_mean(&written.0, words()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("use one of: {}", words().collect::<Vec<_>>().join(", ")),
                    };
                    at.wrong("unknown-value", format!("`{}` is not {}", written.0, $what), help)
                })
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({ "enum": $name::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>() })
            }

            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::Word($name::ALL.iter().map(|value| value.as_str()).collect())
            }

            fn sample() -> &'static str {
                $name::ALL[0].as_str()
            }
        }
    };
}

pub(crate) use {record, values};
