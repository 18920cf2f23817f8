//! The tags of a template's text: `{% extends "base.html" %}`, `{% block after %}`, `{% component card(of) %}`.
//!
//! In: a text, whether it parses or not. Out: what its tags name, with places. Always: total; comments are passed over.

use std::ops::Range;

/// A tag that names something.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Tag<'a> {
    /// `extends`, `block`, `component` …
    pub word: &'a str,
    /// What it names, without quotation marks.
    pub name: &'a str,
    /// Where that stands, in bytes.
    pub at: Range<usize>,
}

/// All tags that name something, in their order.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find("{%").map(|open| at + open) {
        if let Some(comment) = text[at..open].find("{#").map(|comment| at + comment) {
            at = text[comment..].find("#}").map_or(text.len(), |end| comment + end + 2);
            continue;
        }
        at = open + 2;
        let end = text[at..].find("%}").map_or(text.len(), |end| at + end);
        tags.extend(tag(text, at..end));
    }
    tags
}

fn tag(text: &str, inside: Range<usize>) -> Option<Tag<'_>> {
    let skip = |from: usize, what: &[char]| inside.end - text[from..inside.end].trim_start_matches(what).len();
    const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];
    let from = skip(skip(inside.start, &['-']), &SPACE);
    let word = word(&text[from..inside.end], |c| c.is_ascii_lowercase());
    let start = skip(from + word.len(), &SPACE);
    let rest = &text[start..inside.end];
    let name = match rest.strip_prefix(['"', '\'', '`']) {
        Some(quoted) => quoted.split(&rest[..1]).next().unwrap_or_default(),
        None => self::word(rest, |c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':')),
    };
    let start = start + usize::from(rest.starts_with(['"', '\'', '`']));
    (!word.is_empty() && !name.is_empty()).then_some(Tag { word, name, at: start..start + name.len() })
}

fn word(text: &str, is: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|c| !is(c)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<(&str, &str)> {
        for tag in tags(text) {
            assert_eq!(&text[tag.at], tag.name);
        }
        tags(text).into_iter().map(|tag| (tag.word, tag.name)).collect()
    }

    #[test]
    fn what_tags_name() {
        let text = "{% extends \"base.html\" %}{# {% block no %} #}{%- block head -%}{% include 'a.html' %}";
        assert_eq!(named(text), [("extends", "base.html"), ("block", "head"), ("include", "a.html")]);
        assert_eq!(named("{% component card(of) %}{% endcomponent card %}")[0], ("component", "card"));
    }

    #[test]
    fn whatever_is_written() {
        for text in ["{%", "{% block", "{% block ", "{%%}", "{% \"", "{# {% block a %}", "{% š š %}", "{% block a"] {
            tags(text);
        }
    }
}
