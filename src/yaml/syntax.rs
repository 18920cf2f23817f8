//! What does not parse, for somebody who has never met a parser.
//!
//! In: the text and the parser's error. Out: one finding. Always: where one line alone is to blame, and quotation marks would
//! mend it, the finding is at its value and says the line as it has to be written.

use std::ops::Range;

use crate::diag::Diagnostic;

use super::value::{Value, Yaml};

const HELP: &str = "often a value has a colon, a `#` or a quotation mark in it: put the whole value between quotation marks, \
    \"like this\"; indent with spaces, never with tabs";

/// What is wrong, as far as it can be told.
pub(super) fn finding(yaml: Yaml<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let point = error.location().map_or(0, |location| location.index().min(yaml.text.len()));
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or(&text);
    let lines = || yaml.text.lines().map(str::trim);
    let said =
        |message: &str, help: &str| Diagnostic::error("yaml-syntax", message).at(yaml.at(point..point)).help(help);
    if lines().all(|line| line.is_empty() || line.starts_with('#')) {
        said("there is nothing in this file", "write one field a line, its name, a colon, a space, and its value")
    } else if reason.contains("repetition limit") {
        said(
            "this YAML repeats itself through aliases without end",
            "write the values out instead of using `&name` and `*name`",
        )
    } else if reason.contains("recursion limit") {
        said("this YAML is nested too deeply", "at most a few levels of lists and groups are needed here")
    } else if let Some(unquoted) = unquoted(yaml.text, point) {
        let Unquoted { at, why, meant } = unquoted;
        Diagnostic::error("yaml-syntax", format!("this value cannot be read: {why}"))
            .at(yaml.at(at))
            .help(format!("put it between quotation marks: {meant}"))
    } else if let Some(at) =
        unclosed(yaml.text, point).filter(|_| reason.contains("expected ','") || reason.contains("end of"))
    {
        let (open, close) = if yaml.text[at.clone()].starts_with('[') { ("list `[`", ']') } else { ("group `{`", '}') };
        Diagnostic::error("yaml-syntax", format!("this {open} has no end, or lacks a comma"))
            .at(yaml.at(at))
            .help(format!("put commas between its entries, and `{close}` at its end"))
    } else if reason.contains("tags") || reason.contains("enum") {
        said("a YAML tag (`!name`) is not understood here", "remove the word that begins with `!`")
    } else {
        said(&format!("this cannot be read as YAML: {}", in_words(reason)), HELP)
    }
}

/// A value that lacks its quotation marks.
struct Unquoted {
    at: Range<usize>,
    why: &'static str,
    /// The line as it has to be written.
    meant: String,
}

/// The line that the parser stopped in or after, where it cannot be read alone and could with quotation marks. Lists and groups
/// that go on over several lines cannot be read line by line either, and are nobody's fault: they have no end on their line.
fn unquoted(text: &str, point: usize) -> Option<Unquoted> {
    let mut at = 0;
    let mut found = None;
    for line in text.split_inclusive('\n') {
        if at > point {
            break;
        }
        found = self::line(line.trim_end(), at).or(found);
        at += line.len();
    }
    found
}

fn line(line: &str, at: usize) -> Option<Unquoted> {
    let inner = line.trim_start_matches([' ', '-']);
    let (name, rest) = inner.split_once(':')?;
    let value = rest.trim();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let reads = |line: &str| serde_yaml::from_str::<Value>(line).is_ok();
    if !is_name || value.is_empty() || reads(inner) {
        return None;
    }
    let first = value.chars().next()?;
    let why = match first {
        '[' | '{' if value.find([']', '}']).is_none_or(|end| end + 1 == value.len()) => return None,
        '[' => "a bracket `[` at the beginning makes it a list",
        '{' => "a brace `{` at the beginning makes it a group",
        '"' | '\'' if value[1..].contains(first) => {
            "a quotation mark at the beginning ends it at the next one, and it goes on"
        }
        '"' | '\'' => "the quotation mark at its beginning is not closed",
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | ',' | '?' => {
            "the sign at its beginning has a meaning of its own"
        }
        _ if value.contains(": ") || value.ends_with(':') => "it has a colon followed by a space in it",
        _ => return None,
    };
    let open = matches!(first, '"' | '\'') && !value[1..].contains(first);
    let meant = format!("{name}: {}", if open { quoted(&value[1..]) } else { quoted(value) });
    let start = at + line.len() - rest.trim_start().len();
    reads(&meant).then_some(Unquoted { at: start..start + value.len(), why, meant: format!("`{meant}`") })
}

/// The last list or group up to there that begins in a line and does not end in it.
fn unclosed(text: &str, point: usize) -> Option<Range<usize>> {
    let mut at = 0;
    let mut found = None;
    for line in text.split_inclusive('\n') {
        if at > point {
            break;
        }
        if let Some((_, value)) = line.trim_end().split_once(": ") {
            let value = value.trim_start();
            let end = match value.chars().next() {
                Some('[') => Some(']'),
                Some('{') => Some('}'),
                _ => None,
            };
            if end.is_some_and(|end| !value.contains(end)) {
                let start = at + line.trim_end().len() - value.len();
                found = Some(start..start + value.len());
            }
        }
        at += line.len();
    }
    found
}

/// Between quotation marks that are not in it, if there are such.
fn quoted(value: &str) -> String {
    match value.contains(['"', '\\']) {
        true => format!("'{}'", value.replace('\'', "''")),
        false => format!("\"{value}\""),
    }
}

/// The parser's commonest complaints.
fn in_words(reason: &str) -> &str {
    let known = [
        ("mapping values are not allowed", "there is a second `: ` in this line"),
        ("unexpected end of stream", "a quotation mark or a bracket is opened and not closed"),
        ("did not find expected ',' or ']'", "a list `[…]` lacks a comma or its end"),
        ("did not find expected ',' or '}'", "a group `{…}` lacks a comma or its end"),
        ("could not find expected ':'", "this line has no `: ` between a name and its value"),
        (
            "did not find expected key",
            "this line is indented in another way than those before it, or its value goes on after its quotation marks",
        ),
        ("did not find expected '-' indicator", "the entries of a list are not indented alike"),
        ("cannot start any token", "a value cannot begin with this character, nor a line with a tab"),
        ("unknown anchor", "`*` before a word has a meaning of its own"),
    ];
    known.into_iter().find(|(theirs, _)| reason.contains(theirs)).map_or(reason, |(_, ours)| ours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::SourcePath;

    /// What is said of a front matter with this line in it, and where its mark begins.
    fn told(line: &str) -> (String, usize) {
        let file = SourcePath::new("a.md").expect("clean");
        let text = format!("summary: Fine\n{line}\ndate: 2022\n");
        let finding = Yaml { file: &file, text: &text, offset: 0 }.parse().expect_err(line);
        let start = finding.span.as_ref().map_or(0, |span| span.start);
        (finding.help.unwrap_or_default(), start)
    }

    #[test]
    fn a_line_is_said_as_it_has_to_be_written() {
        for (line, meant) in [
            ("title: Second: we go on", "`title: \"Second: we go on\"`"),
            ("title: \"Second\" is here", "`title: '\"Second\" is here'`"),
            ("title: [Draft] Our school", "`title: \"[Draft] Our school\"`"),
            ("title: @mensi", "`title: \"@mensi\"`"),
            ("title: \"Second", "`title: \"Second\"`"),
            ("title: *New* tools", "`title: \"*New* tools\"`"),
            ("title: Who's there: a \"mentor\"", "`title: 'Who''s there: a \"mentor\"'`"),
        ] {
            let (help, start) = told(line);
            assert!(help.ends_with(meant), "{line}: {help}");
            assert_eq!(start, "summary: Fine\ntitle: ".len(), "{line}");
        }
    }

    #[test]
    fn nothing_is_said_of_lines_that_are_right() {
        for line in ["challenges: [a,\n  b\nlevels: [c]", "  x: 1\n y: 2", "image:\n\tfile: a.png"] {
            assert!(!told(line).0.starts_with("put it"), "{line}: {}", told(line).0);
        }
    }
}
