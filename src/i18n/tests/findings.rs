//! What is found in messages that are wrong.

use super::*;

/// Loads the site's files alone; each finding as `code: text under the span: message`.
fn findings(tags: &[&str], files: &[(&str, &str)]) -> Vec<String> {
    let mut snapshot = Snapshot::default();
    for (path, text) in files {
        let path = SourcePath::new(&format!("i18n/{path}")).expect("clean");
        snapshot.files.insert(path, text.as_bytes().into());
    }
    let specs: Vec<LanguageSpec> = tags.iter().map(|tag| spec(tag)).collect();
    let found = load(&specs, &ftl_files(&snapshot, &["i18n"])).findings.sorted();
    let line = |finding: Diagnostic| {
        let place = finding.span.map_or(String::new(), |span| {
            let bytes = snapshot.get(span.file.as_str()).expect("a file of the test");
            String::from_utf8_lossy(&bytes.bytes()[span.start..span.end]).into_owned()
        });
        format!("{}: {place}: {}", finding.code, finding.message)
    };
    found.into_iter().map(line).collect()
}

#[test]
fn what_does_not_parse_is_named_and_the_rest_counts() {
    let found = findings(&["en"], &[("en/a.ftl", "a = A\nb = { $x\nc = C\nd = } ě\n")]);
    assert_eq!(
        found,
        [
            "message-syntax: {: the message `b` cannot be read: a `{` is not closed",
            "message-syntax: }: the message `d` cannot be read: a `}` closes nothing",
        ]
    );
    let deep = format!("a = {}\n", "{".repeat(100_000));
    assert_eq!(findings(&["en"], &[("en/a.ftl", &deep)]).len(), 2);
    let calls = format!("a = {{ {} }}\n", "NUMBER(".repeat(100_000));
    assert_eq!(findings(&["en"], &[("en/a.ftl", &calls)]).len(), 2);
}

#[test]
fn a_byte_order_mark_does_not_shift_places() {
    assert_eq!(
        findings(&["en"], &[("en/a.ftl", "\u{feff}a = { FOO() }\r\n")]),
        ["message-reference: FOO: the message `a` uses a function that does not exist here: `FOO`"]
    );
}

#[test]
fn references_must_lead_somewhere() {
    let english = "# $page is the number\na = { $count } of { $pages }\nb = { nothing }\nc = { -brand } { a.x }\nd = { DATETIME($d, stile: \"long\") }\nloop = { loop2 }\nloop2 = { loop }\n";
    let found = findings(
        &["en", "cs"],
        &[("en/a.ftl", english), ("cs/a.ftl", "a = { $cuont } { $page }\nb = B\nc = C\nd = D\nloop = x\nloop2 = x\n")],
    );
    let expected = [
        "message-reference: cuont: the message `a` uses a variable that it is not given: `$cuont`",
        "message-reference: nothing: the message `b` uses a message that does not exist here: `nothing`",
        "message-reference: brand: the message `c` uses a term that does not exist here: `brand`",
        "message-reference: a: the message `c` uses a message that does not exist here: `a`",
        "message-reference: stile: the message `d` uses an option that does not exist here: `stile`",
        "message-reference: loop: the message `loop` refers to itself in the end",
        "message-reference: loop2: the message `loop2` refers to itself in the end",
    ];
    assert_eq!(found, expected);
}

#[test]
fn functions_are_given_what_they_can_write() {
    let english = "a = { DATETIME($d, style: \"longg\") } { DATETIME($d, dateStyle: \"short\") }\nb = { NUMBER(\"x\") } { NUMBER() }\nc = { NUMBER($n, style: \"percnt\") } { NUMBER($n, minimumFractionDigits: \"a\") }\nd = { NUMBER($n, style: \"currency\", currency: \"EUR\") } { NUMBER($n, $m) }\n";
    assert_eq!(
        findings(&["en"], &[("en/a.ftl", english)]),
        [
            "message-function: style: in the message `a`, the option `style` cannot have this value",
            "message-function: NUMBER: in the message `b`, NUMBER is given a text, which is no number",
            "message-function: NUMBER: in the message `b`, NUMBER is given nothing to write",
            "message-function: style: in the message `c`, the option `style` cannot have this value",
            "message-function: minimumFractionDigits: in the message `c`, the option `minimumFractionDigits` cannot have this value",
            "message-function: NUMBER: in the message `d`, NUMBER is given more than one thing to write",
        ]
    );
}

#[test]
fn forms_and_messages_that_a_language_lacks() {
    let english =
        "a = { $n ->\n [one] x\n *[other] y\n }\nb = B\n    .slug = b\nc = { $t ->\n [pdf] x\n *[other] y\n }\n";
    let czech = "a = { $n ->\n [1] x\n *[other] y\n }\nc = C\n";
    assert_eq!(
        findings(&["en", "cs", "it"], &[("en/a.ftl", english), ("cs/a.ftl", czech)]),
        [
            "missing-message: : `cs` lacks 2 messages: b, b.slug",
            "no-messages: : there are no interface messages in `it`",
            "missing-plural-form: n: the message `a` lacks the plural form [few] (for 2, 3, 4)",
        ]
    );
}

#[test]
fn doubles_and_bad_addresses() {
    let found = findings(&["en"], &[("en/a.ftl", "a = A\na = Z\ns = S\n    .slug = Škola\n"), ("en/b.ftl", "a = B\n")]);
    assert_eq!(
        found,
        [
            "duplicate-message: a: the message `a` is here twice",
            "bad-slug: s: `Škola`, the address of `s`, cannot stand in an address",
            "duplicate-message: a: the message `a` is here twice",
        ]
    );
}
