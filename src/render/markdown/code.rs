//! Highlighted code.
//!
//! In: code and the name of its language. Out: HTML text with few, short classes: syntect's own are ten times the
//! source. Always: the text of the result is the code; neighbours of one class are one span.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::escape;
use crate::diag::did_you_mean;

/// The classes of spans in code, with what they mean, for a stylesheet.
pub const CLASSES: &[(&str, &str)] = &[
    ("c", "comment"),
    ("s", "string"),
    ("e", "escape in a string"),
    ("m", "number or other constant"),
    ("k", "keyword"),
    ("o", "operator"),
    ("f", "name of a function"),
    ("t", "name of a type"),
    ("n", "name of a tag or a heading"),
    ("a", "name of an attribute or a key"),
    ("v", "variable"),
    ("p", "punctuation"),
    ("i", "inserted line"),
    ("d", "deleted line"),
];

/// Scopes, the more special first, and their classes.
const SCOPES: &[(&str, &str)] = &[
    ("punctuation.definition.comment", "c"),
    ("comment", "c"),
    ("constant.character.escape", "e"),
    ("punctuation.definition.string", "s"),
    ("string", "s"),
    ("constant", "m"),
    ("keyword.operator", "o"),
    ("keyword", "k"),
    ("storage", "k"),
    ("entity.name.tag.yaml", "a"),
    ("entity.name.tag", "n"),
    ("entity.other.attribute-name", "a"),
    ("entity.name.function", "f"),
    ("support.function", "f"),
    ("variable.function", "f"),
    ("entity.name.section", "n"),
    ("markup.heading", "n"),
    ("markup.inserted", "i"),
    ("markup.deleted", "d"),
    ("entity.name", "t"),
    ("entity.other.inherited-class", "t"),
    ("support", "t"),
    ("variable", "v"),
    ("punctuation", "p"),
];

/// Code beyond these is not highlighted: its grammars are regular expressions, and patience is limited.
const LONGEST_CODE: usize = 100_000;
const LONGEST_LINE: usize = 4_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

static CLASS_OF: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    SCOPES.iter().map(|(scope, class)| (Scope::new(scope).expect("the scopes above are scopes"), *class)).collect()
});

/// A language that can be highlighted.
pub(super) struct Language(Option<&'static SyntaxReference>);

/// The language of a name or a file's ending; what may have been meant where there is none.
pub(super) fn language(name: &str) -> Result<Language, Option<&'static str>> {
    if matches!(name.to_ascii_lowercase().as_str(), "text" | "txt" | "plain" | "plaintext" | "none") {
        return Ok(Language(None));
    }
    match SYNTAXES.find_syntax_by_token(name) {
        Some(syntax) => Ok(Language(Some(syntax))),
        None => {
            let names = SYNTAXES.syntaxes().iter();
            // Endings of a letter or two are near to everything.
            let endings = names.clone().flat_map(|syntax| &syntax.file_extensions).filter(|ending| ending.len() > 2);
            let all = names.map(|syntax| &syntax.name).filter(|name| !name.contains(' ')).chain(endings);
            Err(did_you_mean(name, all.map(String::as_str)))
        }
    }
}

thread_local! {
    /// The blocks that were highlighted last, each with its syntax and what became of it. A translation has the
    /// code of its source, and is rendered right after it.
    static LATEST: RefCell<VecDeque<(&'static SyntaxReference, String, String)>> = const { RefCell::new(VecDeque::new()) };
}

/// How many blocks are remembered, and how long they may be, in bytes: of documents with more, each is highlighted anew.
const REMEMBERED: usize = 8;
const LONGEST_REMEMBERED: usize = 4_000;

/// Appends code as HTML text.
pub(super) fn push(out: &mut String, code: &str, language: &Language) {
    let Language(Some(syntax)) = language else { return escape::push(out, code) };
    if code.len() > LONGEST_REMEMBERED {
        return push_anew(out, code, language);
    }
    LATEST.with_borrow_mut(|latest| {
        if let Some((_, _, html)) = latest.iter().find(|(of, text, _)| std::ptr::eq(*of, *syntax) && text == code) {
            return out.push_str(html);
        }
        let begin = out.len();
        push_anew(out, code, language);
        latest.truncate(REMEMBERED - 1);
        latest.push_front((syntax, code.to_owned(), out[begin..].to_owned()));
    });
}

fn push_anew(out: &mut String, code: &str, language: &Language) {
    let begin = out.len();
    if let Language(Some(syntax)) = language
        && code.len() <= LONGEST_CODE
        && code.lines().all(|line| line.len() <= LONGEST_LINE)
    {
        if highlight(out, code, syntax).is_some() {
            return;
        }
        out.truncate(begin);
    }
    escape::push(out, code);
}

/// `None` where a grammar failed.
fn highlight(out: &mut String, code: &str, syntax: &SyntaxReference) -> Option<()> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut spans = Spans { out, class: None };
    for line in code.split_inclusive('\n') {
        let mut done = 0;
        for (at, operation) in state.parse_line(line, &SYNTAXES).ok()? {
            spans.push(line.get(done..at)?, &stack);
            stack.apply(&operation).ok()?;
            done = at;
        }
        spans.push(line.get(done..)?, &stack);
    }
    spans.class(None);
    Some(())
}

struct Spans<'a> {
    out: &'a mut String,
    class: Option<&'static str>,
}

impl Spans<'_> {
    fn push(&mut self, text: &str, stack: &ScopeStack) {
        if text.is_empty() {
            return;
        }
        // White space looks the same in every class.
        if !text.trim().is_empty() {
            let class = |scope: &Scope| CLASS_OF.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope));
            self.class(stack.as_slice().iter().rev().find_map(class).map(|(_, class)| *class));
        }
        escape::push(self.out, text);
    }

    fn class(&mut self, class: Option<&'static str>) {
        if class == self.class {
            return;
        }
        if self.class.is_some() {
            self.out.push_str("</span>");
        }
        if let Some(class) = class {
            self.out.push_str("<span class=\"");
            self.out.push_str(class);
            self.out.push_str("\">");
        }
        self.class = class;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_short_and_whole() {
        let mut out = String::new();
        push(&mut out, "# a <b>\ntitle: \"x\"\n", &language("yaml").unwrap_or(Language(None)));
        assert_eq!(
            out,
            "<span class=\"c\"># a &lt;b&gt;\n</span><span class=\"a\">title</span><span class=\"p\">: </span><span class=\"s\">&quot;x&quot;\n</span>"
        );
        assert!(SCOPES.iter().all(|(_, class)| CLASSES.iter().any(|(known, _)| known == class)));
    }

    #[test]
    fn slips_in_names() {
        assert_eq!(language("pyhton").err(), Some(Some("Python")));
        assert_eq!(language("qqqqqq").err(), Some(None));
    }
}
