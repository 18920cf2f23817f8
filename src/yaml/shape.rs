//! How a field looks where somebody is to write it.

use super::record::FieldSpec;

/// The outline of a type, for the skeleton of a new document.
pub enum Shape {
    /// A value after the colon.
    Value,
    /// `true`, or the field is left out.
    Switch,
    /// One of these words.
    Word(Vec<&'static str>),
    /// Fields, each on an indented line.
    Group(Vec<FieldSpec>),
    /// Any number of these.
    Many(Box<Shape>),
}
