use std::collections::BTreeMap;

use super::*;

const PLAIN: Format = Format::Human { color: false, width: 80 };

struct Texts(BTreeMap<SourcePath, String>);

impl Sources for Texts {
    fn text(&self, file: &SourcePath) -> Option<&str> {
        self.0.get(file).map(String::as_str)
    }
}

fn path(text: &str) -> SourcePath {
    SourcePath::new(text).expect("a clean path")
}

fn texts() -> Texts {
    let long = format!("{}NEEDLE{}", "a ".repeat(4000), " b".repeat(4000));
    Texts(BTreeMap::from([
        (path("content/a.md"), "---\ntitle: Škola\ncoutnry: HR\n---\n\nText\n".to_owned()),
        (path("content/b.md"), "---\ntitle: B\nslug: a\n---\n".to_owned()),
        (path("content/empty.md"), String::new()),
        (path("content/long.md"), long),
    ]))
}

fn unknown_field() -> Diagnostic {
    Diagnostic::error("unknown-field", "a page has no field `coutnry`")
        .at(Span::new(&path("content/a.md"), 18..25))
        .help("did you mean `country`?")
}

#[test]
fn a_snippet_with_caret_labels_and_help() {
    let finding = unknown_field()
        .label(Span::new(&path("content/a.md"), 4..9), "the fields start here")
        .label(Span::new(&path("content/b.md"), 13..20), "and this one takes its place");
    let expected = "\
error[unknown-field]: a page has no field `coutnry`
 --> content/a.md:3:1
  |
2 | title: Škola
  | ----- the fields start here
3 | coutnry: HR
  | ^^^^^^^
  |
 ::: content/b.md:3:1
  |
3 | slug: a
  | ------- and this one takes its place
  |
  = help: did you mean `country`?

";
    assert_eq!(emit(&[finding], &texts(), PLAIN), expected);
}

#[test]
fn spans_that_are_wrong_are_moved_into_the_text() {
    let a = path("content/a.md");
    let past = Diagnostic::error("x", "past the end").at(Span::new(&a, 4000..5000));
    let inside = Diagnostic::warning("x", "inside a character").at(Span::new(&a, 12..12));
    let expected = "\
error[x]: past the end
 --> content/a.md:7:1
  |
7 |
  | ^

warning[x]: inside a character
 --> content/a.md:2:8
  |
2 | title: Škola
  |        ^

";
    assert_eq!(emit(&[past, inside], &texts(), PLAIN), expected);
}

#[test]
fn without_a_text_there_is_still_the_file() {
    let missing = path("content/gone.md");
    let findings = [
        Diagnostic::error("not-utf8", "not UTF-8").at(Span::new(&missing, 5..9)).help("save it as UTF-8"),
        Diagnostic::error("empty", "nothing in it").at(Span::file(&path("content/empty.md"))),
        Diagnostic::error("twice", "two files").label(Span::file(&missing), "the other one"),
        Diagnostic::error("no-file", "no file at all"),
    ];
    let expected = "\
error[not-utf8]: not UTF-8
--> content/gone.md
 = help: save it as UTF-8

error[empty]: nothing in it
--> content/empty.md

error[twice]: two files
--> content/gone.md
 = note: the other one

error[no-file]: no file at all

";
    assert_eq!(emit(&findings, &texts(), PLAIN), expected);
    let short = "\
content/gone.md:1:1: error[not-utf8]: not UTF-8
content/empty.md:1:1: error[empty]: nothing in it
error[twice]: two files
error[no-file]: no file at all
";
    assert_eq!(emit(&findings, &texts(), Format::Short), short);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let long = path("content/long.md");
    let finding = Diagnostic::error("x", "here")
        .at(Span::new(&long, 8000..8006))
        .label(Span::new(&long, 0..1), "not on the same screen");
    let drawn = emit(&[finding], &texts(), PLAIN);
    assert!(drawn.contains("content/long.md:1:8001"), "{drawn}");
    assert!(drawn.contains("NEEDLE"), "{drawn}");
    assert!(drawn.lines().all(|line| line.chars().count() < 120), "{drawn}");
}

#[test]
fn one_line_each() {
    let finding = Diagnostic { message: "two\nlines \u{1b}[31m".into(), ..unknown_field() };
    assert_eq!(
        emit(std::slice::from_ref(&finding), &texts(), Format::Short),
        "content/a.md:3:1: error[unknown-field]: two lines  [31m\n"
    );
    assert_eq!(
        emit(&[finding, Diagnostic::warning("w", "no file")], &texts(), Format::Json),
        concat!(
            r#"{"code":"unknown-field","severity":"error","file":"content/a.md","line":3,"column":1,"#,
            r#""message":"two\nlines \u001b[31m","help":"did you mean `country`?"}"#,
            "\n",
            r#"{"code":"w","severity":"warning","file":null,"line":null,"column":null,"message":"no file","help":null}"#,
            "\n"
        )
    );
}

#[test]
fn colour_only_where_it_is_asked_for_and_no_control_characters() {
    let finding = Diagnostic { message: "\u{1b}[2Jgone".into(), ..unknown_field() };
    let findings = [finding];
    assert!(!emit(&findings, &texts(), PLAIN).contains('\u{1b}'));
    let coloured = emit(&findings, &texts(), Format::Human { color: true, width: 80 });
    assert!(coloured.contains("\u{1b}[") && !coloured.contains("\u{1b}[2J"), "{coloured}");
}

#[test]
fn the_summary_counts() {
    let (error, warning) = (Diagnostic::error("x", ""), Diagnostic::warning("x", ""));
    assert_eq!(emit_summary(&[]), "");
    assert_eq!(emit_summary(&[error.clone(), error.clone(), error.clone(), warning.clone()]), "3 errors, 1 warning");
    assert_eq!(emit_summary(&[warning.clone(), warning]), "2 warnings");
    assert_eq!(emit_summary(&[error]), "1 error");
}
