//! The front matter that nearly every file has, read without a YAML parser.
//!
//! In: the text of a document. Out: its fields, where all its lines are `name: value` and each value is text, a number, a
//! date or a list of words that has nothing about it to think of; else `None`, and the parser reads it. Always: what is
//! read here is what the parser reads.

use super::value::Value;

pub(super) fn read(text: &str) -> Option<Vec<(String, Value)>> {
    if text.is_empty() {
        return None;
    }
    let mut entries = Vec::with_capacity(8);
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        let (name, written) = line.split_once(": ")?;
        if !(name.len() <= 64 && is_word(name)) {
            return None;
        }
        entries.push((name.to_owned(), value(written)?));
    }
    Some(entries)
}

fn value(written: &str) -> Option<Value> {
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    match written.as_bytes() {
        [quote @ (b'"' | b'\''), .., end] if quote == end => {
            let inner = &written[1..written.len() - 1];
            let is_simple = |c: char| is_print(c) && !matches!(c, '"' | '\'' | '\\');
            inner.chars().all(is_simple).then(|| text(inner))?
        }
        [b'[', .., b']'] => list(&written[1..written.len() - 1]),
        [b'1'..=b'9', ..] => number(written),
        _ if is_plain(written) => text(written),
        _ => None,
    }
}

/// A whole number without anything before or in it, or a date.
fn number(written: &str) -> Option<Value> {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    if written.len() <= 9 && digits(written, written.len()) {
        return written.parse().ok().map(Value::Int);
    }
    let (year, rest) = written.split_once('-')?;
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let is_date = digits(year, 4) && digits(month, 2) && day.is_none_or(|day| digits(day, 2));
    is_date.then(|| Value::Text(written.to_owned()))
}

fn list(inner: &str) -> Option<Value> {
    let word = |word: &str| is_word(word).then(|| Value::Text(word.to_owned()));
    if inner.is_empty() {
        Some(Value::List(Vec::new()))
    } else {
        inner.split(", ").map(word).collect::<Option<_>>().map(Value::List)
    }
}

/// A name or an id. It begins with a letter, so that it is no number.
fn is_word(word: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(rest) && !means_something(word)
}

/// Text without quotation marks.
fn is_plain(text: &str) -> bool {
    let is_simple = |c: char| c.is_alphanumeric() && is_print(c) || " ,.-–()/'’".contains(c);
    text.starts_with(|c: char| c.is_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(is_simple)
        && !means_something(text)
}

/// Words that YAML does not take for text.
fn means_something(word: &str) -> bool {
    ["null", "true", "false"].iter().any(|special| word.eq_ignore_ascii_case(special))
}

/// What YAML prints and breaks no line at, without what few texts have.
fn is_print(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(text: &str) -> Option<Vec<(String, Value)>> {
        match serde_yaml::from_str(text) {
            Ok(Value::Map(entries)) => Some(entries),
            _ => None,
        }
    }

    #[test]
    fn simple_front_matter_is_read() {
        let text = "title: \"O škole: #1\"\nname: Škola, nová (2)\nn: 240\nwhen: 2021-05-14\nids: [a-1, b]\nnone: []\n";
        let read = read(text).expect("simple");
        assert_eq!(Some(&read), parsed(text).as_ref());
        assert_eq!((read.len(), &read[2].1), (6, &Value::Int(240)));
        for other in
            ["", "a:\n", "a: b: c", "a: 'it''s'", "a: \"\\n\"", "a: x # y", "a: |\n  b\n", "a: 1.5", "a: 007", "a: *b"]
        {
            assert_eq!(super::read(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_here_is_what_the_parser_reads(
            lines in prop::collection::vec(
                ("[a-z]{1,5}|null|True", ": |:|:  ", "[\"'\\[]?[a-zA-Z0-9 ,.:#'\"\\-\\]\\[{}&*!|>%@`~šß\u{2028}\u{85}\u{feff}]{0,8}[\"'\\]]?|null|TRUE|inf|[0-9]{1,4}-[0-9]{2}(-[0-9]{1,2})?|[0-9]{1,12}|\\[[a-z0-9, -]{0,9}\\]"),
                1..4,
            ),
            end in "\n|",
        ) {
            let lines: Vec<String> = lines.iter().map(|(name, colon, value)| format!("{name}{colon}{value}")).collect();
            let text = lines.join("\n") + &end;
            if let Some(read) = read(&text) {
                prop_assert_eq!(Some(read), parsed(&text));
            }
        }
    }
}
