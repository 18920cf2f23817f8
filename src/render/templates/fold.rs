//! What is the same on all pages of a language is written into their templates before the engine reads them: a call of
//! `t()` or `asset()` by a name and nothing else, as in `{{ t(id="facts") }}`.
//!
//! A page has a dozen of these, each of which costs the engine as much as writing a kilobyte. Always: the engine would
//! have written the same; what it would have to escape, or take spaces from, is left to it. Places in a folded template
//! are not those of its file, so that findings are made with the template as it was written.

use std::borrow::Cow;

/// The template with each such call replaced by what `known` knows of it: of the function's name and its one text.
pub fn folded<'a>(template: &'a str, known: impl Fn(&str, &str) -> Option<String>) -> Cow<'a, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(tag) = next_tag(template, at) {
        // What follows is no call, as far as its end.
        if template[tag.clone()].trim_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '{' | '%' | '-' | '}'))
            == "raw"
        {
            return Cow::Borrowed(template);
        }
        if let Some(text) =
            call(&template[tag.clone()]).and_then(|(name, text)| known(name, text)).filter(|text| is_plain(text))
        {
            out.push_str(&template[copied..tag.start]);
            out.push_str(&text);
            copied = tag.end;
        }
        at = tag.end;
    }
    if copied == 0 {
        return Cow::Borrowed(template);
    }
    out.push_str(&template[copied..]);
    Cow::Owned(out)
}

/// From its first brace to its last: the next comment, statement or value from `at` on.
fn next_tag(template: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let bytes = template.as_bytes();
    let starts = memchr::memchr_iter(b'{', &bytes[at..]).map(|found| at + found);
    let (start, end) = starts
        .filter_map(|start| match bytes.get(start + 1)? {
            b'#' => Some((start, "#}")),
            b'%' => Some((start, "%}")),
            b'{' => Some((start, "}}")),
            _ => None,
        })
        .next()?;
    let inside = start + 2;
    if end == "#}" {
        return Some(start..inside + template[inside..].find(end)? + end.len());
    }
    // A text may hold what looks like an end.
    let mut quote = None;
    let mut is_escaped = false;
    for (offset, byte) in template[inside..].bytes().enumerate() {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        match (quote, byte) {
            (Some(_), b'\\') => is_escaped = true,
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'' | b'`') => quote = Some(byte),
            (None, _) if bytes[inside + offset..].starts_with(end.as_bytes()) => {
                return Some(start..inside + offset + end.len());
            }
            (None, _) => {}
        }
    }
    None
}

/// The function and its one text, if the tag is such a call and takes no spaces away.
fn call(tag: &str) -> Option<(&str, &str)> {
    let inner = tag.strip_prefix("{{ ")?.strip_suffix(" }}")?.trim();
    let (name, text) = match (inner.strip_prefix("t(id=\""), inner.strip_prefix("asset(path=\"")) {
        (Some(text), _) => ("t", text),
        (_, Some(text)) => ("asset", text),
        (None, None) => return None,
    };
    let text = text.strip_suffix("\")")?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
    text.bytes().all(is_name).then_some((name, text))
}

/// Whether a text can stand in a template as the engine would write it.
fn is_plain(text: &str) -> bool {
    let is_apart = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    is_apart(text.chars().next())
        && is_apart(text.chars().next_back())
        && !text.contains(['&', '<', '>', '"', '\'', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(template: &str) -> String {
        folded(template, |name, text| match (name, text) {
            ("t", "facts") => Some("Na první pohled".to_owned()),
            ("t", "quoted") => Some("„A & B“".to_owned()),
            ("t", "spaced") => Some("bis ".to_owned()),
            ("t", "empty") => Some(String::new()),
            ("asset", "a/b.css") => Some("assets/a/b.1234.css".to_owned()),
            _ => None,
        })
        .into_owned()
    }

    #[test]
    fn calls_by_a_name_alone_become_text() {
        assert_eq!(fold("<h2>{{ t(id=\"facts\") }}</h2>\n"), "<h2>Na první pohled</h2>\n");
        assert_eq!(
            fold("{{ r }}{{ asset(path=\"a/b.css\") }}|{{ t(id=\"facts\") }}"),
            "{{ r }}assets/a/b.1234.css|Na první pohled"
        );
        assert_eq!(fold("{% if a %}{{ t(id=\"facts\") }}{%- endif %}"), "{% if a %}Na první pohled{%- endif %}");
    }

    #[test]
    fn all_else_is_left_to_the_engine() {
        for template in [
            "{{ t(id=\"facts\", count=1) }}",
            "{{ t(id=\"facts\") | upper }}",
            "{{- t(id=\"facts\") }}",
            "{{ t(id=name) }}",
            "{{ t(id=\"unknown\") }}",
            "{{ t(id=\"quoted\") }}",
            "{{ t(id=\"spaced\") }}",
            "{{ t(id=\"empty\") }}",
            "{{ <part words={t(id=\"facts\")} /> }}",
            "{{ x | default(value=\"{{ t(id='facts') }}\") }}",
            "{% set x = '{{ t(id=\"facts\") }}' %}",
            "{# {{ t(id=\"facts\") }} #}",
            "{% raw %}{{ t(id=\"facts\") }}{% endraw %}",
            "{%-raw-%}{{ t(id=\"facts\") }}{%-endraw-%}",
            "{%\traw\r\n%}{{ t(id=\"facts\") }}{% endraw %}",
            "{{ x | replace(from=\"\\\"\", to=\"'\") }}{% raw %}{{ t(id=\"facts\") }}{% endraw %}",
            "{{ t(id=\"facts\")",
            "{ {{ ",
            "",
        ] {
            assert_eq!(fold(template), template);
        }
    }

    /// The engine writes into a page what folding writes into its template.
    #[test]
    fn the_engine_would_have_written_the_same() {
        for text in ["At a glance", "l’anno", "Na první pohled – „vše“", "a/b.css", "x} y }}", "1 % #} %}"] {
            assert!(is_plain(text));
            let mut engine = tera::Tera::new();
            engine.add_raw_templates([("a.html", "[{{ x }}]"), ("b.html", &format!("[{text}]"))]).expect("templates");
            let mut context = tera::Context::new();
            context.insert("x", text);
            assert_eq!(
                engine.render("a.html", &context).expect("a page"),
                engine.render("b.html", &context).expect("a page")
            );
        }
    }
}
