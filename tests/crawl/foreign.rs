//! Words of another language: on the pages of a language that has nothing of its own, each must stand in an element that
//! says so (WCAG 2.2, 3.1.2).

use std::cell::RefCell;
use std::path::Path;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::common::{self, Site};
use crate::served::Problems;

/// Every text of the fixture's documents has this word, and no message has it.
const MARK: &str = "foreign";
const ATTRIBUTES: [&str; 4] = ["alt", "title", "aria-label", "placeholder"];
/// Elements without an end tag (HTML Standard, 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Checks the language of each text with the mark in a page; returns how many there are.
fn check(path: &str, html: &str, wanted: &str, problems: &mut Problems) -> usize {
    let reader = Reader(RefCell::default());
    let tokenizer = Tokenizer::new(reader, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let State { found, .. } = tokenizer.sink.0.into_inner();
    for (lang, words) in &found {
        problems.require(lang == wanted, "words of another language without their lang", || {
            format!("{path}: lang={lang}: {}", words.trim())
        });
    }
    found.len()
}

#[derive(Default)]
struct State {
    /// Open elements: name, and the language within.
    open: Vec<(String, String)>,
    /// Texts with the mark in the body, with the language that they are said to be in.
    found: Vec<(String, String)>,
}

struct Reader(RefCell<State>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.start(&tag),
            Token::TagToken(tag) => {
                if let Some(at) = state.open.iter().rposition(|(name, _)| **name == *tag.name) {
                    state.open.truncate(at);
                }
            }
            Token::CharacterTokens(text) => {
                let lang = state.lang();
                state.note(lang, &text);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn lang(&self) -> String {
        self.open.last().map(|(_, lang)| lang.clone()).unwrap_or_default()
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let own = tag.attrs.iter().find(|it| &*it.name.local == "lang").map(|it| it.value.to_string());
        let lang = own.unwrap_or_else(|| self.lang());
        for attribute in tag.attrs.iter().filter(|it| ATTRIBUTES.contains(&&*it.name.local)) {
            self.note(lang.clone(), &attribute.value);
        }
        if !VOID.contains(&name) && !tag.self_closing {
            self.open.push((name.to_owned(), lang));
        }
        match name {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            _ => TokenSinkResult::Continue,
        }
    }

    /// What stands in the head is for machines, which read its language elsewhere.
    fn note(&mut self, lang: String, text: &str) {
        let is_seen =
            self.open.iter().any(|(name, _)| name == "body") && !self.open.iter().any(|(name, _)| name == "script");
        if is_seen && text.to_lowercase().contains(MARK) {
            self.found.push((lang, text.to_owned()));
        }
    }
}

#[test]
fn every_foreign_part_says_its_language() {
    let site = Site::new(&common::fixture(include_str!("../fixtures/foreign.txt")));
    let snapshot = mensi_site::io::scan(Path::new(&site.root())).expect("a site");
    let (release, findings) = common::render(&snapshot, &common::options());
    assert!(!findings.has_errors(), "{:?}", findings.sorted());
    let mut problems = Problems::default();
    let mut found = 0;
    let mut pages = 0;
    for (path, bytes) in release.files.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        let Some(lang) = path.as_str().split_once('/').map(|(lang, _)| lang) else { continue };
        let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
        // In Czech all words are foreign; in English none is, and a part that says so is wrong.
        found += check(path.as_str(), html, "en", &mut problems);
        pages += usize::from(lang == "cs");
    }
    problems.assert_none();
    assert!(pages > 20 && found > 300, "the fixture is looked at: {found} texts, {pages} Czech pages");
}

#[test]
fn a_part_without_its_language_is_found() {
    let mut problems = Problems::default();
    let page = "<!doctype html><html lang=cs><title>foreign</title><body><p>foreign<p lang=en>Foreign <img alt=foreign>\
        <b>foreign</b></p><i title='a foreign word'>x</i><script>foreign</script>";
    assert_eq!(check("a", page, "en", &mut problems), 5);
    assert_eq!(problems.rules(), ["words of another language without their lang"]);
    let mut none = Problems::default();
    assert_eq!(check("a", "<html lang=cs><body lang=en><p>foreign", "en", &mut none), 1);
    none.assert_none();
}
