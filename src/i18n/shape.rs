//! The small patterns by which ranges, percentages and currencies are written: `pattern-percent = { $number } %`.
//!
//! They are Fluent messages, so that a language is a folder, but plain ones: text and variables. That makes them cheap,
//! and lets `NUMBER` use them from inside Fluent.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::parse::Merged;

/// What all these messages are called: `pattern-range-days`.
pub(super) const PREFIX: &str = "pattern-";

#[derive(Clone, PartialEq, Debug)]
enum Piece {
    Text(String),
    Variable(String),
}

/// Text with gaps.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Shape(Vec<Piece>);

impl Shape {
    /// `None` where the pattern has more than text, quoted text and variables.
    pub fn new(pattern: &Pattern<&str>) -> Option<Shape> {
        let piece = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                Some(Piece::Text(unescape_unicode_to_string(value).into_owned()))
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Variable(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        };
        pattern.elements.iter().map(piece).collect::<Option<_>>().map(Shape)
    }

    /// The text with its gaps filled; a gap without a value stays empty.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Variable(name) => {
                    let value = values.iter().find(|(key, _)| key == name);
                    text.push_str(value.map_or("", |(_, value)| value));
                }
            }
        }
        text
    }
}

/// The shapes of a language, with those of its chain where it has none.
#[derive(Clone, Default, Debug)]
pub(super) struct Shapes(BTreeMap<String, Shape>);

impl Shapes {
    pub fn of<'m, 'p: 'm, 'a: 'p>(chain: impl Iterator<Item = &'m Merged<'p, 'a>>) -> Shapes {
        let mut shapes = BTreeMap::new();
        for merged in chain {
            for (id, message) in merged.messages.range(PREFIX..).take_while(|(id, _)| id.starts_with(PREFIX)) {
                if let Some(shape) = message.value.as_ref().and_then(Shape::new) {
                    shapes.entry((*id).to_owned()).or_insert(shape);
                }
            }
        }
        Shapes(shapes)
    }

    /// `default` stands where no language of the chain has the shape.
    pub fn get(&self, id: &str, default: &[&str]) -> Shape {
        let gap = |piece: &&str| match piece.strip_prefix('$') {
            Some(name) => Piece::Variable(name.to_owned()),
            None => Piece::Text((*piece).to_owned()),
        };
        self.0.get(id).cloned().unwrap_or_else(|| Shape(default.iter().map(gap).collect()))
    }
}
