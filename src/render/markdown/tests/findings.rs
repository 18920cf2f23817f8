//! What is found, and where.

use super::*;

fn one(text: &str, code: &'static str, about: &str) {
    assert_eq!(found(text), [(code, about.to_owned())], "{text}");
}

#[test]
fn headings() {
    one("a\n\n# B\n", "heading-level-one", "# B\n");
    one("## a\n\n#### b", "heading-skipped", "#### b");
    one("### a", "heading-skipped", "### a");
    one("##\n", "heading-empty", "##\n");
    one("## a {#B_}", "heading-id", "## a {#B_}");
}

#[test]
fn addresses() {
    for bad in [
        "javascript:x",
        "JAVA&#115;cript:x",
        "data:text/html,x",
        "java&Tab;script:x",
        "&#1;javascript:x",
        "//x.eu",
        "/\\x.eu",
        "vbscript:x",
    ] {
        let link = format!("[a]({bad})");
        one(&format!("č {link}"), "forbidden-address", &link);
        let rendered = rendered(&link);
        assert_eq!(rendered.html, "<p>a</p>\n");
    }
    one("x [a](/no.md#b) y", "missing-document", "[a](/no.md#b)");
    one("> x\n> [a][b]\n\n[b]: /no.md", "missing-document", "[a][b]");
    one("[a]()", "empty-address", "[a]()");
    one("[a](https:///x)", "bad-address", "[a](https:///x)");
    one("[](https://x.eu)", "link-without-text", "[](https://x.eu)");
    one("![](plan.svg)", "missing-alt", "![](plan.svg)");
    one("![a](no.png)", "missing-picture", "![a](no.png)");
    one("![a](https://x.eu/a.png)", "external-picture", "![a](https://x.eu/a.png)");
}

#[test]
fn blocks() {
    one("::: nte\nx\n:::", "unknown-block", "nte");
    one("::: note titel=\"x\"\n:::", "unknown-attribute", "titel");
    one("::: note title=\"x\" title=\"y\"\n:::", "repeated-attribute", "title");
    one("::: note title=“x”\n:::", "bad-attribute", "title=“x”");
    one("::: figure src=\"plan.svg\"\n:::", "missing-attribute", "::: figure src=\"plan.svg\"");
    one("::: figure src=\"no.svg\" alt=\"x\"\n:::", "missing-picture", "no.svg");
    one("::: figures from=\"d9\" show=\"a\"\n:::", "missing-result", "d9");
    one("::: figures from=\"d1-6\" show=\"a\"\nx\n:::", "block-content", "::: figures from=\"d1-6\" show=\"a\"");
    one("a\n:::\nb", "stray-block-end", ":::");
    one("::: note\nb", "unclosed-block", "::: note");
    one("::: note\n::: tip\n:::\n", "unclosed-block", "::: note");
    one("- ::: note", "block-indented", "::: note");
    one("<div>\n::: note\n</div>", "block-in-html", "::: note");
    assert_eq!(rendered("::: note\n## b").html.matches("aside").count(), 2);
    let help = rendered("::: nte\n:::").findings.sorted().remove(0).help;
    assert_eq!(help.as_deref(), Some("did you mean `note`?"));
}

#[test]
fn footnotes() {
    one("a[^x]", "footnote-missing", "[^x]");
    one("a\n\n[^x]: b", "footnote-unused", "[^x]: b");
    one("a[^x]\n\n[^x]: b\n\n[^X]: c", "footnote-twice", "[^X]: c");
}

#[test]
fn code() {
    one("```pyhton\nx\n```", "unknown-code-language", "```pyhton");
}

#[test]
fn raw_html() {
    one("a <script>alert(1)</script>", "html-cleaned", "<script>");
    one("> <p\n>  onclick=\"x\">a</p>", "html-cleaned", "onclick=\"x\"");
    one("a <span style=\"x\">b</span>", "html-cleaned", "style=\"x\"");
    one("<h1>a</h1>", "html-cleaned", "<h1>");
    one("## a\n\n<p id=\"a\">b</p>", "html-cleaned", "id=\"a\"");
    one("a </div>", "html-cleaned", "</div>");
    one("<a href=\" java\tscript:x\">a</a>", "forbidden-address", "href=\" java\tscript:x\"");
    one("<!-- a", "html-cleaned", "<!-- a");
    one("<img src=\"plan.svg\">", "missing-alt", "<img");
    assert_eq!(rendered("<script>a\n\n</script>b<iframe src=x>").html, "b");
    assert_eq!(rendered("<h1>a</h1>").html, "<h2>a</h2>");
    assert_eq!(rendered("## a\n\n<p id=\"a\">b</p>").html, "<h2 id=\"a\">a</h2>\n<p>b</p>");
}
