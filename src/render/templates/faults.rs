//! What is wrong with a template that does not parse or cannot be rendered, in words.
//!
//! In: one of Tera's errors. Out: a finding that points into the theme's files, and says what there is in the place of what is
//! not there.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::{Context, ErrorKind, Value};

use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::foundation::SourcePath;
use crate::render::views::LEFT_OUT;
use crate::source::File;

use super::names::{CARD, GROUPS, HEADING, LANGUAGE, TOC};

/// The file of each template, by its name.
pub(super) type Files = BTreeMap<String, (SourcePath, File)>;

pub(super) const CODE: &str = "template-error";
pub(super) const SYNTAX: &str =
    "correct the template; `{{ … }}` writes a value, `{% … %}` is a statement, and each needs its end";
/// Where what a template can see is described.
const GUIDE: &str = "docs/views.md lists all that a template can see";

/// What an error says, where nothing is known but the error.
pub(super) fn finding(error: &tera::Error, files: &Files) -> Diagnostic {
    finding_in(error, files, &Context::new())
}

/// What an error says that was met with a context.
pub(super) fn finding_in(error: &tera::Error, files: &Files, context: &Context) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return Diagnostic::error(CODE, error.kind().to_string()).help(SYNTAX);
    };
    let (message, range) = (report.message(), report.span().range.clone());
    let Some((path, file)) = files.get(report.filename()) else {
        return Diagnostic::error(CODE, message).help(SYNTAX);
    };
    let undefined = file.text().and_then(|text| undefined(message, text, &range, context));
    let finding = undefined.unwrap_or_else(|| {
        let help = if message.starts_with("there is no message") {
            "correct its name, or write the message into an .ftl file in i18n/<language>/"
        } else if message.starts_with("the theme has no static file") {
            "correct the name, or put the file into the theme's static/ folder"
        } else {
            SYNTAX
        };
        Diagnostic::error(CODE, message).help(help)
    });
    finding.at(Span::new(path, range))
}

/// What templates are rendered with; each sees some of it.
const ROOTS: [&str; 25] = [
    "card",
    "chooser",
    "columns",
    "compare",
    "document",
    "fact",
    "frame",
    "groups",
    "heading",
    "home",
    "index",
    "language",
    "languages",
    "level",
    "list",
    "network",
    "page",
    "redirect",
    "row",
    "rows",
    "section",
    "site",
    "switcher",
    "timeline",
    "toc",
];

/// What a page has where the theme has a template for it.
const MADE_BY: [(&str, &str); 3] = [(TOC, HEADING), (GROUPS, CARD), ("switcher", LANGUAGE)];

/// A value that is written or gone through although it is not there: which, and what there is instead.
fn undefined(message: &str, text: &str, range: &Range<usize>, context: &Context) -> Option<Diagnostic> {
    let quoted = |begin: &str| message.strip_prefix(begin)?.split('`').next();
    let listed: Vec<&str> = message.split_once("Available ").map_or(Vec::new(), |(_, list)| {
        list.split_once(": ").map_or(Vec::new(), |(_, names)| names.split(", ").collect())
    });
    let is_missing = message.contains("is not defined") || message.contains("its value is undefined");
    let mut range = range.clone();
    if message == "Iteration not possible on type `undefined`" {
        range.end = end_of_path(text, range.end, &['%', '-'])?;
    } else if message.contains("`undefined`") && message.contains(" got ") || message.contains("of type undefined ") {
        range = filtered(text, &range)?;
    } else {
        quoted("Field `").or_else(|| quoted("Variable `")).filter(|_| is_missing)?;
    }
    // The mark is on what is not there, even where the complaint is about a field of it.
    let missing = text.get(range.clone())?.rsplit('.').next()?;
    let before = &text[..range.end - missing.len()];
    let owner = before.trim_end_matches(of_path).len();
    let owner = before[owner..].trim_end_matches(['.', '?']).replace('?', "");
    if missing.is_empty() || !missing.chars().all(of_path) {
        return None;
    }
    if owner.is_empty() {
        let roots: Vec<&str> = ROOTS.into_iter().filter(|root| context.contains_key(root)).collect();
        let known = if listed.is_empty() { roots } else { listed };
        let finding = Diagnostic::error(CODE, format!("there is nothing with the name `{missing}` here"));
        let made_by = MADE_BY.iter().find(|(name, _)| *name == missing).filter(|_| context.contains_key("page"));
        return Some(finding.help(match made_by {
            Some((_, template)) => format!("it is there where the theme has a {template}: write one, or {GUIDE}"),
            None => instead(missing, &known, "this template sees"),
        }));
    }
    let value = value_of(&owner, context);
    if value.is_some_and(Value::is_none) {
        let finding = Diagnostic::error(CODE, format!("`{owner}` is empty here, and has no `{missing}`"));
        return Some(finding.help(asked_first(&owner)));
    }
    let fields: Vec<String> =
        value.and_then(Value::as_map).map_or(Vec::new(), |map| map.keys().map(ToString::to_string).collect());
    let mut known: Vec<&str> = if fields.is_empty() { listed } else { fields.iter().map(String::as_str).collect() };
    known.sort_unstable();
    if known.contains(&missing) || LEFT_OUT.contains(&missing) {
        let finding = Diagnostic::error(CODE, format!("`{owner}` has no `{missing}` here"));
        return Some(finding.help(asked_first(&format!("{owner}.{missing}"))));
    }
    let ask = format!("`{{% if {owner}.{missing} %}}` asks for what only some pages have");
    let help = match did_you_mean(missing, known.iter().copied()) {
        Some(_) => instead(missing, &known, ""),
        None => format!("{}; {ask}", instead(missing, &known, &format!("`{owner}` has"))),
    };
    Some(Diagnostic::error(CODE, format!("`{owner}` has no field `{missing}`")).help(help))
}

/// Whether a sign is of a path: `document.image?.alt`.
fn of_path(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '?')
}

/// Where a path ends whose first name ends there, if one of these signs follows it: what a filter makes of it is another matter.
fn end_of_path(text: &str, first: usize, next: &[char]) -> Option<usize> {
    let rest = text.get(first..)?.trim_start_matches(of_path);
    rest.trim_start().starts_with(next).then_some(text.len() - rest.len())
}

/// What a filter was given, where the mark is on that or on the filter; `None` where that is what another filter made.
fn filtered(text: &str, mark: &Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..mark.start)?.trim_end();
    let Some(before) = before.strip_suffix('|').map(str::trim_end) else {
        return Some(mark.start..end_of_path(text, mark.end, &['|'])?);
    };
    let start = before.trim_end_matches(of_path).len();
    let is_first = !before[..start].trim_end().ends_with(['|', ')', ']', '"', '\'']);
    (start < before.len() && is_first).then_some(start..before.len())
}

/// What was meant by a name, or all that could be.
fn instead(missing: &str, known: &[&str], there_is: &str) -> String {
    match did_you_mean(missing, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`? {GUIDE}"),
        None if known.is_empty() => format!("correct its name: {GUIDE}"),
        None => format!("{there_is}: {}; {GUIDE}", known.join(", ")),
    }
}

fn asked_first(path: &str) -> String {
    format!("not every page has it: ask first, `{{% if {path} %}}…{{% endif %}}`; {GUIDE}")
}

/// What a path names; `None` where that is not known, as in a component.
fn value_of<'c>(path: &str, context: &'c Context) -> Option<&'c Value> {
    let mut steps = path.split('.');
    let root = context.get(steps.next()?)?;
    steps.try_fold(root, |value, step| {
        value.as_map()?.iter().find(|(key, _)| key.as_str() == Some(step)).map(|(_, it)| it)
    })
}
