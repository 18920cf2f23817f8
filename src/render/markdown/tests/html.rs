//! What is written.

use super::*;

#[test]
fn a_text() {
    let body =
        "A \"**bold** text\" & *it's*  \nnext ~~old~~ `a \"b\" -- c`\n\n> quoted\n\n- a\n- b\n\n3. c\n\n   d\n\n---\n";
    assert_eq!(
        html(body),
        "<p>A “<strong>bold</strong> text” &amp; <em>it’s</em><br>\nnext <del>old</del> <code>a &quot;b&quot; -- c</code></p>\n\
         <blockquote>\n<p>quoted</p>\n</blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n\
         <ol start=\"3\">\n<li><p>c</p>\n<p>d</p>\n</li>\n</ol>\n<hr>\n"
    );
}

#[test]
fn quotes_pair_across_markup_and_lines_and_not_in_code() {
    assert_eq!(
        html("\"*a*\n[b](a.pdf)\" \"`c`\" \\\"d &quot;e"),
        "<p>“<em>a</em>\n<a href=\"a%20b.pdf\">b</a>” “<code>c</code>” &quot;d &quot;e</p>\n"
    );
    assert_eq!(html("**\"a\"**\"b\""), "<p><strong>“a”</strong>“b”</p>\n");
    assert_eq!(
        html("<https://x.eu/a--b> \"x\"[^1]\n\n[^1]: y").split("</p>").next(),
        Some(
            "<p><a href=\"https://x.eu/a--b\">https://x.eu/a--b</a> “x”<sup class=\"footnote-ref\"><a href=\"#fn_1\" id=\"fnref_1\" role=\"doc-noteref\">1</a></sup>"
        )
    );
    assert_eq!(rendered_as("- \"a\"\n- 'b'", "hu", None).html, "<ul>\n<li>„a”</li>\n<li>»b«</li>\n</ul>\n");
}

#[test]
fn headings() {
    let rendered =
        rendered("## The \"*first*\" [one](a.pdf)[^1]\n### `b` & c\n## The first one\n## Own {#x-y}\n\n[^1]: n");
    assert!(rendered.findings.is_empty(), "{:?}", rendered.findings);
    let headings: Vec<_> = rendered.headings.iter().map(|h| (h.level, &*h.id, &*h.text, &*h.html)).collect();
    assert_eq!(
        headings,
        [
            (2, "the-first-one", "The “first” one", "The “<em>first</em>” one"),
            (3, "b-c", "b & c", "<code>b</code> &amp; c"),
            (2, "the-first-one-2", "The first one", "The first one"),
            (2, "x-y", "Own", "Own"),
        ]
    );
    assert!(rendered.html.contains("<h3 id=\"b-c\"><code>b</code> &amp; c</h3>\n"));
}

#[test]
fn a_translation_has_the_ids_of_its_source() {
    let source = rendered("## One\n### Two\n## Three").headings;
    let ids = |text: &str| {
        let rendered = rendered_as(text, "cs", Some(&source));
        let ids: Vec<_> = rendered.headings.into_iter().map(|h| h.id).collect();
        (ids, rendered.findings.sorted().into_iter().map(|f| (f.code, f.span)).collect::<Vec<_>>())
    };
    assert_eq!(ids("## Jedna\n### Dvě\n## Tři"), (vec!["one".into(), "two".into(), "three".into()], vec![]));
    let (ids, findings) = ids("## Jedna\n### Dvě\n### Three\n## Tři");
    assert_eq!(ids, ["one", "two", "three-2", "three"]);
    assert_eq!((findings.len(), findings[0].0), (1, "heading-mismatch"));
    assert_eq!(findings[0].1.as_ref().map(|span| span.start), Some(118));
}

#[test]
fn tables() {
    let table = "| a | |\n|:--|--:|\n| 1 | \"2\" |\n";
    assert_eq!(
        html(table),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"&lt;table-region&gt;\"><table>\n<thead><tr>\
         <th scope=\"col\" class=\"align-left\">a</th><td class=\"align-right\"></td></tr></thead>\n<tbody>\n<tr>\
         <td class=\"align-left\">1</td><td class=\"align-right\">“2”</td></tr>\n</tbody>\n</table></div>\n"
    );
    let two = html(&format!("{table}\n{table}"));
    assert!(two.contains("&gt; 1\"") && two.contains("&gt; 2\""), "regions have names of their own");
}

#[test]
fn footnotes_are_numbered_as_they_are_met() {
    let text = "a[^b] c[^a] d[^b]\n\n[^a]: A[^n]\n[^b]: B\n\n    - list\n[^n]: N";
    assert_eq!(
        html(text),
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn_1\" id=\"fnref_1\" role=\"doc-noteref\">1</a></sup> \
         c<sup class=\"footnote-ref\"><a href=\"#fn_2\" id=\"fnref_2\" role=\"doc-noteref\">2</a></sup> \
         d<sup class=\"footnote-ref\"><a href=\"#fn_1\" id=\"fnref_1-2\" role=\"doc-noteref\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn_title\">\n\
         <h2 id=\"fn_title\">&lt;footnotes-title&gt;</h2>\n<ol>\n\
         <li id=\"fn_1\">\n<p>B</p>\n<ul>\n<li>list</li>\n</ul> \
         <a href=\"#fnref_1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"&lt;footnote-back&gt; 1\">↩</a> \
         <a href=\"#fnref_1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"&lt;footnote-back&gt; 1-2\">↩</a>\n</li>\n\
         <li id=\"fn_2\">\n<p>A<sup class=\"footnote-ref\"><a href=\"#fn_3\" id=\"fnref_3\" role=\"doc-noteref\">3</a></sup> \
         <a href=\"#fnref_2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"&lt;footnote-back&gt; 2\">↩</a></p>\n</li>\n\
         <li id=\"fn_3\">\n<p>N <a href=\"#fnref_3\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"&lt;footnote-back&gt; 3\">↩</a></p>\n</li>\n\
         </ol>\n</section>\n"
    );
}

#[test]
fn lists_of_tasks_and_of_terms() {
    assert_eq!(
        html("- [x] a *b*\n  - c\n- [ ] d"),
        "<ul>\n<li><label class=\"task\"><input type=\"checkbox\" disabled checked> a <em>b</em></label>\
         <ul>\n<li>c</li>\n</ul>\n</li>\n<li><label class=\"task\"><input type=\"checkbox\" disabled> d</label></li>\n</ul>\n"
    );
    assert!(
        html("- [ ] a\n\n- b")
            .contains("<li><p><label class=\"task\"><input type=\"checkbox\" disabled> a</label></p>\n</li>")
    );
    assert_eq!(html("Term\n: \"What\"\n"), "<dl>\n<dt>Term</dt>\n<dd>“What”</dd>\n</dl>\n");
}

#[test]
fn links_and_pictures() {
    let text =
        "[t](/lessons/tips.md#a%C4%8D \"it's\") [u](#b) [v](a.pdf#page=2) <a@b.eu> [w](tel:+32) ![\"x\" *y*](plan.svg)";
    let rendered = rendered(text);
    assert!(rendered.findings.is_empty());
    assert_eq!(
        rendered.html,
        "<p><a href=\"../tips/#a%C4%8D\" hreflang=\"hr\" title=\"it’s\">t</a> <a href=\"#b\">u</a> \
         <a href=\"a%20b.pdf#page=2\">v</a> <a href=\"mailto:a@b.eu\">a@b.eu</a> <a href=\"tel:+32\">w</a> \
         <img src=\"plan.1.svg\" alt=\"“x” y\" width=\"20\" height=\"10\" loading=\"lazy\" decoding=\"async\"></p>\n"
    );
    let anchors: Vec<_> =
        rendered.anchors.iter().map(|a| (a.document.as_deref(), &*a.fragment, a.span.start)).collect();
    assert_eq!(anchors, [(Some("tips"), "ač", 100), (None, "b", 100 + text.find("[u]").expect("there"))]);
}

#[test]
fn code() {
    assert_eq!(
        html("```rust,ignore\nlet a = \"<\";\n```\n\n    ::: note\n"),
        "<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"k\">let</span> a <span class=\"o\">= </span>\
         <span class=\"s\">&quot;&lt;&quot;</span><span class=\"p\">;\n</span></code></pre>\n\
         <pre tabindex=\"0\"><code>::: note\n</code></pre>\n"
    );
}

#[test]
fn blocks_are_part_of_the_body() {
    let text = "a[^1]\n::: note title=\"It's so\"\n[b] \"c\"\n\n- d\n:::\n\n[^1]: e\n\n[b]: a.pdf\n\n::: tip\n:::\n";
    assert_eq!(
        html(text).split("<section").next(),
        Some(
            "<p>a<sup class=\"footnote-ref\"><a href=\"#fn_1\" id=\"fnref_1\" role=\"doc-noteref\">1</a></sup></p>\n\
             <aside class=\"callout callout-note\" role=\"note\" aria-label=\"&lt;block-note&gt;\">\n\
             <p class=\"callout-title\">It’s so</p>\n<p><a href=\"a%20b.pdf\">b</a> “c”</p>\n<ul>\n<li>d</li>\n</ul>\n</aside>\n\
             <aside class=\"callout callout-tip\" role=\"note\" aria-label=\"&lt;block-tip&gt;\">\n\
             <p class=\"callout-title\">&lt;block-tip&gt;</p>\n</aside>\n"
        )
    );
    assert_eq!(
        html("::: quote role=\"Head\"\nWell.\n:::\n::: figures from=\"d1-6\" show=\"a, b\"\n:::"),
        "<figure class=\"pullquote\"><blockquote>\n<p>Well.</p>\n</blockquote><figcaption>Head</figcaption></figure>\n\
         <dl class=\"figures\">\n<div><dt lang=\"en\">a</dt><dd>24</dd></div>\n<div><dt lang=\"en\">b</dt><dd>24</dd></div>\n</dl>\n"
    );
    let img = "<img src=\"plan.1.svg\" alt=\"\" width=\"20\" height=\"10\" loading=\"lazy\" decoding=\"async\">\n";
    assert_eq!(
        html("::: figure src=\"plan.svg\" alt=\"\" credit=\"M\" licence=\"CC-BY-SA-4.0\"\nA *plan*\n:::"),
        format!(
            "<figure>{img}<figcaption>A <em>plan</em> <span class=\"credit\">M, CC-BY-SA-4.0</span></figcaption></figure>\n"
        )
    );
    assert_eq!(html("::: figure src=\"plan.svg\" alt=\"\"\n:::"), format!("<figure>{img}</figure>\n"));
}

#[test]
fn lines_in_code_are_code() {
    assert_eq!(
        html("::: note\n:::\n\n```text\n::: note\n:::\n```\n").rsplit("text\">").next(),
        Some("::: note\n:::\n</code></pre>\n")
    );
}

#[test]
fn raw_html_keeps_our_own_markup() {
    let text = "## H\n\nA <kbd class=\"k\">it's</kbd> \"<b>x</b>\"\n\n- [x] t\n\n| a |\n|-:|\n| 1 |\n\n```text\nx\n```\n\n::: note\n![p](plan.svg)[^1]\n:::\n\n[^1]: f\n\n<!-- c -->";
    let cleaned = html(text);
    let bare =
        html(&text.replace("<kbd class=\"k\">", "`").replace("</kbd>", "`").replace("<b>", "*").replace("</b>", "*"));
    let same = |html: &str| {
        html.replace(" disabled=\"\"", " disabled")
            .replace(" checked=\"\"", " checked")
            .replace("&gt;", ">")
            .replace("<kbd class=\"k\">", "<code>")
            .replace("</kbd>", "</code>")
            .replace("b>", "em>")
            .replace("&lt;", "<")
    };
    assert_eq!(same(&cleaned), same(&bare));
    assert_eq!(
        html("<details open><summary>S</summary>\n\n*a*\n\n</details>\n"),
        "<details open=\"\"><summary>S</summary>\n<p><em>a</em></p>\n</details>\n"
    );
    assert_eq!(
        html("<a href=\"/lessons/tips.md#x\" id=\"raw\">a</a><img src=plan.svg alt=\"\">"),
        "<p><a href=\"../tips/#x\" hreflang=\"hr\" id=\"raw\">a</a><img src=\"plan.1.svg\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n"
    );
}
