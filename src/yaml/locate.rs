//! Where a value stands in the text. Used only once something is wrong with it, so it may take its time.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, Span};

/// One step from a document to a value in it.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// The field of this name; the nth of that name, from 0, where it is repeated.
    Field(String, usize),
    /// The item of a list, from 0.
    Item(usize),
}

impl Step {
    pub fn field(name: &str) -> Step {
        Step::Field(name.to_owned(), 0)
    }
}

/// The tree of places of one text. To make it takes a parse, to ask it does not: whoever has several questions keeps it.
pub struct Tree<'a> {
    text: &'a str,
    root: Option<Node>,
}

impl<'a> Tree<'a> {
    pub fn of(text: &'a str) -> Tree<'a> {
        Tree { text, root: tree(text) }
    }

    /// The range of bytes of the value at a path.
    pub fn value(&self, path: &[Step]) -> Option<Range<usize>> {
        let node = self.node(path)?;
        match node.children {
            Children::None => Some(node.range.clone()),
            Children::Map(_) | Children::List(_) if path.is_empty() => None,
            Children::Map(_) | Children::List(_) => self.key(path),
        }
    }

    /// The range of bytes of the name of the field at a path; of the item itself where the last step is one.
    pub fn key(&self, path: &[Step]) -> Option<Range<usize>> {
        let (last, before) = path.split_last()?;
        let (key, value) = self.node(before)?.child(last)?;
        Some(key.unwrap_or_else(|| value.first_line(self.text)))
    }

    fn node(&self, path: &[Step]) -> Option<&Node> {
        path.iter().try_fold(self.root.as_ref()?, |node, step| node.child(step).map(|(_, value)| value))
    }
}

struct Node {
    range: Range<usize>,
    children: Children,
}

enum Children {
    None,
    List(Vec<Node>),
    Map(Vec<(String, Range<usize>, Node)>),
}

impl Node {
    fn child(&self, step: &Step) -> Option<(Option<Range<usize>>, &Node)> {
        match (&self.children, step) {
            (Children::List(items), Step::Item(index)) => items.get(*index).map(|item| (None, item)),
            (Children::Map(entries), Step::Field(name, nth)) => entries
                .iter()
                .filter(|(key, ..)| key == name)
                .nth(*nth)
                .map(|(_, range, value)| (Some(range.clone()), value)),
            _ => None,
        }
    }

    fn first_line(&self, text: &str) -> Range<usize> {
        let line = text.get(self.range.clone()).and_then(|part| part.lines().next()).unwrap_or_default();
        self.range.start..self.range.start + line.trim_end().len()
    }
}

/// The document as a tree of places; `None` where this parser cannot read it.
fn tree(text: &str) -> Option<Node> {
    let mut bytes_of_chars: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes_of_chars.push(text.len());
    let byte = |mark: &Marker| bytes_of_chars.get(mark.index()).copied().unwrap_or(text.len());

    // The open collections: their start, and what they hold so far. Scalars that are keys wait in `key`.
    struct Open {
        start: usize,
        children: Children,
        key: Option<(String, Range<usize>)>,
    }
    let mut stack: Vec<Open> = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, Span { start, end }) = event.ok()?;
        let range = byte(&start)..byte(&end);
        let (scalar, node) = match event {
            Event::SequenceStart(..) => {
                stack.push(Open { start: range.start, children: Children::List(Vec::new()), key: None });
                continue;
            }
            Event::MappingStart(..) => {
                stack.push(Open { start: range.start, children: Children::Map(Vec::new()), key: None });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let open = stack.pop()?;
                (String::new(), Node { range: open.start..range.end, children: open.children })
            }
            Event::Scalar(value, ..) => {
                // The span of a plain scalar may run on to the line's end: trim what is white space.
                let written = text.get(range.clone()).unwrap_or_default().trim_end().len();
                (value.into_owned(), Node { range: range.start..range.start + written, children: Children::None })
            }
            Event::Alias(_) => (String::new(), Node { range, children: Children::None }),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                continue;
            }
        };
        let Some(open) = stack.last_mut() else { return Some(node) };
        match (&mut open.children, open.key.take()) {
            (Children::List(items), _) => items.push(node),
            (Children::Map(entries), Some((key, key_range))) => entries.push((key, key_range, node)),
            (Children::Map(_), None) => open.key = Some((scalar, node.range)),
            (Children::None, _) => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_blocks_and_flows() {
        let text = "title: Škola č. 1\ndiary:\n  - id: start\n    date: 2021-02-30\n  - {id: end, date: 2022-01}\ntitle: again\n";
        let tree = Tree::of(text);
        let at = |path: &[Step]| tree.value(path).and_then(|range| text.get(range));
        assert_eq!(at(&[Step::field("title")]), Some("Škola č. 1"));
        assert_eq!(at(&[Step::field("diary"), Step::Item(0), Step::field("date")]), Some("2021-02-30"));
        assert_eq!(at(&[Step::field("diary"), Step::Item(1), Step::field("date")]), Some("2022-01"));
        assert_eq!(tree.key(&[Step::Field("title".into(), 1)]), Some(text.len() - 13..text.len() - 8));
        assert_eq!(at(&[Step::field("missing")]), None);
    }
}
