//! No input makes a build panic or hang, or name a file that is not below the output folder.

mod common;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use common::{Entry, Files, good, options, over, render, snapshot};
use mensi_site::foundation::OutPath;
use mensi_site::pipeline::Options;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

/// The good site with more of what a page can hold, a theme of few words, and no second copy of anything.
fn site() -> &'static Files {
    static SITE: LazyLock<Files> = LazyLock::new(|| {
        let mut files = good().clone();
        files.retain(|path, _| !path.starts_with("themes/plain/i18n/"));
        over(&files, include_str!("fixtures/rich.txt"))
    });
    &SITE
}

/// Builds, with whatever findings. A build of some thirty pages that takes so long would never end on a real site.
/// What the `data:` links of citations hold, which words of contributors never do.
const OWN_DATA: [&str; 3] =
    ["application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json"];

fn survives(files: &Files, options: &Options) -> Result<(), TestCaseError> {
    let start = Instant::now();
    let has_own_theme =
        files.iter().any(|(path, entry)| path.starts_with("themes/") && site().get(path) != Some(entry));
    let snapshot = snapshot(files);
    let (release, findings) = render(&snapshot, options);
    let took = start.elapsed();
    prop_assert!(took < Duration::from_secs(20), "it took {took:?}");
    let errors = findings.has_errors();
    let shown = findings.sorted();
    mensi_site::diag::emit(&shown, &snapshot, mensi_site::diag::Format::Human { color: false, width: 100 });
    prop_assert!(errors || !release.files.is_empty(), "neither a site nor an error");
    for (path, bytes) in &release.files {
        prop_assert!(OutPath::new(path.as_str()).is_some(), "{path} is no place below the output");
        let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
        let unsafe_ = ["href=\"javascript:", "src=\"javascript:", "href=\"data:", "href=\"vbscript:"];
        // The site's own: references, which a browser saves and does not show.
        let text = OWN_DATA.iter().fold(text, |text, own| text.replace(&format!("href=\"data:{own},"), "href=\""));
        // Whoever writes a template writes HTML; everybody else writes words.
        let judged = path.as_str().ends_with(".html") && !has_own_theme;
        prop_assert!(!(judged && unsafe_.iter().any(|bad| text.contains(bad))), "{path}");
        prop_assert!(!(judged && bare(&text).any(|tag| tag.contains("href=javascript:"))), "{path}");
    }
    Ok(())
}

/// The tags of a page without the values that stand between quotation marks: a title may well be about `href=javascript:`,
/// and stands in attributes too.
fn bare(html: &str) -> impl Iterator<Item = String> + '_ {
    let tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
    tags.map(|tag| tag.split('"').step_by(2).collect())
}

#[test]
fn words_are_no_links() {
    let unsafe_ = |html: &str| bare(html).any(|tag| tag.contains("href=javascript:"));
    assert!(unsafe_("<p><a class=\"x\" href=javascript:x>y</a>"));
    assert!(!unsafe_("<meta content=\"&lt;a href=javascript:x&gt;\"><p>&lt;a href=javascript:x&gt;</p>"));
}

#[test]
fn the_site_that_is_spoilt_below_is_good() {
    let (release, findings) = render(&snapshot(site()), &options());
    let drawn: Vec<String> =
        findings.sorted().into_iter().map(|found| format!("{}: {}", found.code, found.message)).collect();
    assert_eq!(drawn, [""; 0]);
    assert!(release.files.len() > 50);
}

/// What means something to one of the parsers on the way.
const WORDS: [&str; 62] = [
    "---\n",
    "---",
    "\n",
    "\r\n",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "\u{85}",
    "\t",
    "  ",
    ":",
    ": ",
    "- ",
    "#",
    "&a ",
    "*a",
    "!!binary ",
    "<<: ",
    "|\n",
    ">\n",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "%",
    "..",
    "../",
    "//",
    "\\",
    "title: ",
    "slug: ../x",
    "date: 9999-99-99",
    "language: hr",
    "country: ZZ",
    "file: ../../x",
    "javascript:alert(1)",
    "](javascript:alert(1))",
    "](data:text/html,x)",
    "<script>",
    "<img src=x onerror=y>",
    "<a href=javascript:x>",
    "</div>",
    "<!--",
    "]]>",
    "[^1]",
    "[^1]: x",
    "```",
    "~~~",
    "| a |",
    "|---|",
    "::: ",
    "[[",
    "$",
    "{{",
    "}}",
    "{%",
    "{ $x ->",
    "*[other]",
    "ž",
    "🏫",
];

/// One thing that goes wrong with the bytes of a file. Places are shares of its length.
#[derive(Clone, Debug)]
enum Spoil {
    Insert(u16, Vec<u8>),
    Word(u16, usize, usize),
    Cut(u16, u16),
    Twice(u16, u16),
    Flip(u16, u8),
}

fn spoil() -> impl Strategy<Value = Spoil> {
    prop_oneof![
        1 => (any::<u16>(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, bytes)| Spoil::Insert(at, bytes)),
        4 => (any::<u16>(), 0..WORDS.len(), 1..4usize).prop_map(|(at, word, times)| Spoil::Word(at, word, times)),
        2 => (any::<u16>(), any::<u16>()).prop_map(|(from, to)| Spoil::Cut(from, to)),
        1 => (any::<u16>(), any::<u16>()).prop_map(|(from, to)| Spoil::Twice(from, to)),
        1 => (any::<u16>(), any::<u8>()).prop_map(|(at, bit)| Spoil::Flip(at, bit)),
    ]
}

fn spoilt(mut bytes: Vec<u8>, spoil: &Spoil) -> Vec<u8> {
    let length = bytes.len();
    let place = |share: u16| usize::from(share) * length / usize::from(u16::MAX);
    match spoil {
        Spoil::Insert(at, new) => drop(bytes.splice(place(*at)..place(*at), new.iter().copied())),
        Spoil::Word(at, word, times) => {
            drop(bytes.splice(place(*at)..place(*at), WORDS[*word].repeat(*times).into_bytes()));
        }
        Spoil::Cut(from, to) => drop(bytes.drain(place(*from.min(to))..place(*from.max(to)))),
        Spoil::Twice(from, to) => bytes.extend_from_within(place(*from.min(to))..place(*from.max(to))),
        Spoil::Flip(at, bit) if length > 0 => bytes[place(*at).min(length - 1)] ^= 1 << (bit % 8),
        Spoil::Flip(..) => {}
    }
    bytes
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 250, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn spoilt_files(spoils in prop::collection::vec((any::<prop::sample::Index>(), spoil()), 1..5)) {
        let mut files = site().clone();
        // mensi.yaml and the theme are a few files of many, and all depends on them: content is spoilt more often.
        let paths: Vec<&String> = site().keys().collect();
        for (which, spoil) in &spoils {
            let path = *which.get(&paths);
            if let Some(Entry::File(bytes)) = files.get_mut(path) {
                *bytes = spoilt(std::mem::take(bytes), spoil);
            }
        }
        survives(&files, &options())?;
    }

    #[test]
    fn random_bytes(path in 0..6usize, bytes in prop::collection::vec(any::<u8>(), 0..200), words in prop::collection::vec(0..WORDS.len(), 0..40)) {
        let paths = ["mensi.yaml", "content/about.md", "i18n/cs/mine.ftl", "i18n/cs/translated.lock", "themes/plain/templates/list.html", "static/a.png"];
        let mut files = site().clone();
        let front: &[u8] = if path == 1 { b"---\ntitle: x\n---\n" } else { b"" };
        let words = words.iter().flat_map(|word| WORDS[*word].bytes());
        files.insert(paths[path].to_owned(), Entry::File(front.iter().copied().chain(words).chain(bytes).collect()));
        survives(&files, &options())?;
    }
}

/// What is known to have brought down others: depth, length and number.
#[test]
fn hostile_sizes() {
    let body = |text: String| ("content/about.md", format!("---\ntitle: x\n---\n{text}"));
    let field = |text: String| ("content/news/x.md", format!("---\ntitle: x\n{text}\n---\n"));
    let languages: Vec<String> = (0..400)
        .map(|n| format!("x{}{}", char::from(b'a' + (n / 26) as u8), char::from(b'a' + (n % 26) as u8)))
        .collect();
    let mut cases = vec![
        body("> ".repeat(5_000)),
        body("- ".repeat(5_000)),
        body("[".repeat(20_000)),
        body("![".repeat(20_000)),
        body("*a **b ".repeat(5_000)),
        body("<div>".repeat(5_000)),
        body("<a href=x ".repeat(5_000)),
        body("| a ".repeat(2_000) + "\n" + &"|---".repeat(2_000) + "\n" + &"|\n".repeat(500)),
        body("[^a]".repeat(2_000) + "\n\n[^a]: [^a]"),
        body("# a\n\n".repeat(3_000)),
        body("```rust\n".to_owned() + &"fn x() { \"".repeat(5_000)),
        body("a".repeat(400_000)),
        body("\"'".repeat(20_000)),
        body(":::".repeat(10_000)),
        body("::: note\n".repeat(2_000)),
        field(format!("extra: {}", "{a: ".repeat(8_000))),
        field(format!("extra: {}", "[".repeat(30_000))),
        field(format!("extra: {}{}", "[".repeat(100), "]".repeat(100))),
        field(format!("aliases: [{}]", (0..2_000).map(|n| format!("/en/a{n}/")).collect::<Vec<_>>().join(", "))),
        field(format!("summary: \"{}\"", "\\u0000".repeat(100))),
        field("date: 0000-00-00\nupdated: 99999999999999999999\npublish_on: -1".to_owned()),
        ("i18n/en/mine.ftl", "a = { ".repeat(5_000)),
        ("i18n/en/mine.ftl", (0..200).map(|n| format!("a{n} = {{ a{} }}{{ a{} }}\n", n + 1, n + 1)).collect()),
        ("themes/plain/templates/list.html", "{% if list %}".repeat(2_000)),
        ("themes/plain/templates/list.html", "{{ ((((".repeat(2_000)),
        ("themes/plain/templates/list.html", r#"{% extends "list.html" %}"#.to_owned()),
        ("themes/plain/theme.yaml", "name: plain\nparent: plain\n".to_owned()),
        (
            "mensi.yaml",
            format!(
                "title: x\nbase_url: https://x.example/\ndefault_language: xaa\nlanguages: [{}]\ntheme: plain\n",
                languages.join(", ")
            ),
        ),
    ];
    // Numbers at the edges of their types, through the formatting of every language.
    for number in
        ["1e308", "-1e308", "1e-308", "-0.0", "9223372036854775807", "18446744073709551615", ".inf", ".nan", "0.1"]
    {
        cases.push(("content/results/n.md", format!("---\ntitle: x\nfigures: [{{id: a, value: {number}, unit: percent, of: {number}}}]\ntext: {{a: x}}\n---\n")));
        cases.push(("content/schools/n.md", format!("---\ntitle: x\nrole: mentee\ncluster: cz-1\npupils: {number}\nlocation: {{lat: {number}, lon: {number}}}\n---\n")));
        cases.push((
            "content/case-studies/n.md",
            format!("---\ntitle: x\ncosts: [{{id: a, amount: {number}, currency: XXX, hours: {number}}}]\n---\n"),
        ));
    }
    for (path, text) in cases {
        let mut files = site().clone();
        let shown: String = text.chars().take(60).collect();
        files.insert(path.to_owned(), Entry::File(text.into()));
        let start = Instant::now();
        let outcome = std::panic::catch_unwind(|| survives(&files, &options()));
        let outcome =
            outcome.map_err(|_| "a panic".to_owned()).and_then(|done| done.map_err(|error| error.to_string()));
        if start.elapsed() > Duration::from_secs(2) {
            eprintln!("{path} {shown:?}: {:?}", start.elapsed());
        }
        assert_eq!(outcome, Ok(()), "{path}: {shown}");
    }
}
