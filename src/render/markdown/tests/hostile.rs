//! Texts that nobody means well with.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Whether tags are closed in the order in which they were opened, ids stand once and no script is left.
fn assert_whole(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split_once('>').unwrap_or_else(|| panic!("a tag does not end: {html}")).0;
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
        } else if !matches!(name, "br" | "hr" | "img" | "input" | "wbr" | "col") {
            open.push(name);
        }
        assert!(!matches!(name, "script" | "style" | "iframe" | "form" | "h1" | "svg" | "object"), "{html}");
        if let Some((_, id)) = tag.split_once(" id=\"") {
            assert!(ids.insert(id.split('"').next()), "{html}");
        }
        let attributes = tag.to_lowercase();
        assert!(!attributes.contains("href=\"javascript:") && !attributes.contains(" onclick"), "{html}");
    }
    assert!(open.is_empty(), "{html}");
}

fn check(text: &str) {
    let rendered = rendered(text);
    assert_whole(&rendered.html);
    for heading in &rendered.headings {
        assert_whole(&heading.html);
    }
    for finding in rendered.findings.sorted() {
        let span = finding.span.expect("every finding has its place");
        assert!(text.get(span.start - 100..span.end - 100).is_some(), "{:?} of {text:?}", finding.code);
    }
    plain_text(text);
}

/// Pieces that mean something, put together without meaning.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "\n",
        "\n\n",
        " ",
        "a",
        "č",
        "\"",
        "'",
        "--",
        "...",
        "1-2",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "```rust\n",
        "[",
        "]",
        "(",
        ")",
        "](#a)",
        "![",
        "[^1]",
        "\n[^1]: ",
        "\n## ",
        "\n# ",
        "{#a}",
        "\n> ",
        "\n- ",
        "\n- [ ] ",
        "\n1. ",
        "    ",
        "\n| a | b |\n|---|:-:|\n| ",
        " | ",
        "\n: ",
        "\n:::\n",
        "\n::: note\n",
        "\n::: quote role=\"",
        "\n::: figure src=\"plan.svg\" alt=\"\"\n",
        "\n***\n",
        "\n---\n",
        "\\",
        "&amp;",
        "&",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p id=\"a\">",
        "<a href=\"javascript:x\" onclick=x>",
        "</a>",
        "<script>",
        "</script>",
        "<h1>",
        "</h1>",
        "<!--",
        "-->",
        "<table>",
        "<td>",
        "<svg>",
        "<details><summary>",
        "</details>",
        "<code>",
        "<br>",
        "<https://x.eu>",
        "javascript:",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{301}",
        "<img src=plan.svg>",
        "<li>",
        "</p>",
        "<input>",
        "<style>",
        "<i x='",
    ];
    proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_markdown(text in proptest::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())) {
        check(&text);
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        check(&text);
    }
}

#[test]
fn depth_and_size_are_bounded() {
    let many = 10_000;
    let nested = |open: &str, close: &str| format!("{}a{}", open.repeat(many), close.repeat(many));
    let texts = [
        ">".repeat(many),
        "[".repeat(many),
        nested("[", "](#a)"),
        nested("![", "](plan.svg)"),
        nested("*a ", " a*"),
        nested("**a", "b**"),
        "- ".repeat(many),
        "1. ".repeat(many),
        "> - ".repeat(many),
        nested("<div>", "</div>"),
        nested("<b>", ""),
        "<b>\n\n".repeat(many),
        nested("<a class=x>", ""),
        "</div>".repeat(many),
        "<script>".repeat(many),
        "<".repeat(many),
        "<!--".repeat(many),
        "<a ".repeat(many),
        format!("<p {}>", "x ".repeat(many)),
        "'a \"b ".repeat(many),
        "\"'".repeat(many),
        "'a ".repeat(many) + &"a\" ".repeat(many),
        "## a\n".repeat(many),
        "::: note\n".repeat(many),
        ":::\n".repeat(many),
        "[^1]".repeat(many) + "\n\n[^1]: a",
        "[^1]: [^1]\n".repeat(many),
        "`".repeat(many),
        "```\n".repeat(many),
        "| a ".repeat(many) + "\n" + &"|-".repeat(many),
        "1-".repeat(many),
        "-- https://a".repeat(many),
        "--a".repeat(many) + "://",
        "a\n: b\n".repeat(many),
        "- [ ] a\n".repeat(many),
        "![a](".repeat(many),
        "&".repeat(many),
        "\\".repeat(many),
        "<table><tr><td>".repeat(many),
        "<li>".repeat(many),
        "~~a".repeat(many),
        format!("```rust\n{}\n```", "(".repeat(many)),
        format!("```js\n{}\n```", "a(\n".repeat(many / 10)),
        "a ".repeat(many * 20),
    ];
    for text in texts {
        let begin = Instant::now();
        let begun: String = text.chars().take(30).collect();
        check(&text);
        // Without optimisation on a busy machine; what is quadratic takes minutes.
        assert!(begin.elapsed() < Duration::from_secs(20), "{begun} took {:?}", begin.elapsed());
        if std::env::var_os("SHOW").is_some() && begin.elapsed() > Duration::from_millis(300) {
            eprintln!("{begun:?} {:?}", begin.elapsed());
        }
    }
}

#[test]
fn translations_of_any_size() {
    let source = rendered(&"## a\n### b\n".repeat(600)).headings;
    let rendered = rendered_as(&"## a\n### b\n### c\n".repeat(600), "cs", Some(&source));
    assert_whole(&rendered.html);
    assert_eq!(rendered.headings.len(), 1800);
}
