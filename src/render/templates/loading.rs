//! What keeps templates from being loaded together.
//!
//! In: Tera's error, whose parts are drawn for a terminal, and the templates. Out: findings that point into the theme's files.
//! Always: one cause is one finding, at the file that somebody can change: the theme's own rather than its parent's.

use std::collections::{BTreeMap, BTreeSet};

use tera::ErrorKind;

use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::foundation::{Lang, SourcePath};
use crate::render::theme::Theme;

use super::Load;
use super::faults::{CODE, Files, SYNTAX, finding};
use super::tags::{Tag, tags};

/// All of it.
pub(super) fn faults(batch: &tera::Error, load: &Load, lang: Lang, files: &Files, theme: &Theme) -> Diagnostics {
    let mut found: Vec<Diagnostic> = syntax_errors(load, lang, files);
    // Of a theme whose parent is not there, the rest says nothing.
    if !found.is_empty() || !theme.is_whole() {
        return found.into_iter().collect();
    }
    found = missing_parents(files);
    if found.is_empty() {
        found = together(batch, files, theme);
    }
    found.into_iter().collect()
}

/// All templates that do not parse, each tried alone.
fn syntax_errors(load: &Load, lang: Lang, files: &Files) -> Vec<Diagnostic> {
    load.texts()
        .filter_map(|(name, text)| {
            let error = load.empty(lang).add_raw_template(name, text).err()?;
            match error.kind() {
                // A template alone lacks the components of the others; that is no fault of its own.
                ErrorKind::SyntaxError(report) if !report.message().to_lowercase().contains("component") => {
                    Some(finding(&error, files))
                }
                _ => None,
            }
        })
        .collect()
}

/// All tags of templates with one of these words, each with its template.
fn all_tags<'a>(files: &'a Files, words: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a SourcePath, Tag<'a>)> {
    files.iter().flat_map(move |(name, (path, file))| {
        let tags = tags(file.text().unwrap_or_default()).into_iter();
        tags.filter(|tag| words.contains(&tag.word)).map(move |tag| (name.as_str(), path, tag))
    })
}

fn missing_parents(files: &Files) -> Vec<Diagnostic> {
    all_tags(files, &["extends"])
        .filter(|(.., tag)| !files.contains_key(tag.name))
        .map(|(_, path, tag)| {
            let message = format!("this template extends `{}`, which is not there", tag.name);
            let help = match did_you_mean(tag.name, files.keys().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "correct the name, or put the template into the theme".to_owned(),
            };
            Diagnostic::error(CODE, message).at(Span::new(path, tag.at)).help(help)
        })
        .collect()
}

/// What is wrong with templates that are right alone.
fn together(batch: &tera::Error, files: &Files, theme: &Theme) -> Vec<Diagnostic> {
    match batch.kind() {
        ErrorKind::Msg(text) => {
            let reports = reports(text);
            let of_blocks = blocks(&reports, files, theme);
            let other = reports.iter().filter(|report| report.block().is_none()).map(|report| report.finding(files));
            let found: Vec<Diagnostic> = of_blocks.into_iter().chain(other).collect();
            if found.is_empty() { vec![twice(text, files, theme)] } else { found }
        }
        ErrorKind::CircularExtend { tpl, .. } => vec![ring(tpl, &["extends"], "extends", files)],
        ErrorKind::CircularInclude { tpl, .. } => vec![ring(tpl, &["include"], "includes", files)],
        _ => vec![finding(batch, files)],
    }
}

/// A template that is built of itself, by way of others or not.
fn ring(template: &str, words: &[&str], does: &str, files: &Files) -> Diagnostic {
    let finding = Diagnostic::error(CODE, format!("this template {does} itself, directly or by way of others"))
        .help("name another template, or remove the line");
    let tag = all_tags(files, words).find(|(name, ..)| *name == template);
    match tag {
        Some((_, path, tag)) => finding.at(Span::new(path, tag.at)),
        None => finding,
    }
}

/// A component of two files; told at the one of the theme's own.
fn twice(text: &str, files: &Files, theme: &Theme) -> Diagnostic {
    let name = text.strip_prefix("Component `").and_then(|rest| rest.split('`').next());
    let mut places: Vec<Span> = all_tags(files, &["component"])
        .filter(|(.., tag)| Some(tag.name) == name)
        .map(|(_, path, tag)| Span::new(path, tag.at))
        .collect();
    places.sort_by_key(|span| theme.rank(&span.file));
    let (Some(name), Some(own)) = (name, places.pop()) else { return Diagnostic::error(CODE, text).help(SYNTAX) };
    let finding = Diagnostic::error(CODE, format!("two files of the theme have a component `{name}`")).at(own).help(
        "to change a component, copy the whole file that it stands in and keep the file's name; else give yours another name",
    );
    places.into_iter().fold(finding, |finding, other| finding.label(other, "this is the other one"))
}

/// An error as Tera draws it: `error: message`, then ` --> file:line:column`, the line, and marks below it.
struct Report<'a> {
    message: &'a str,
    template: &'a str,
    /// From 1, in characters.
    line: usize,
    column: usize,
    /// In characters.
    width: usize,
}

fn reports(text: &str) -> Vec<Report<'_>> {
    let mut reports: Vec<Report<'_>> = Vec::new();
    let mut message = None;
    for line in text.lines() {
        let inner = line.trim_start();
        if let Some(said) = line.strip_prefix("error: ") {
            message = Some(said);
        } else if let (Some(said), Some(place)) = (message, inner.strip_prefix("--> ")) {
            let mut parts = place.rsplitn(3, ':');
            let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
            let (column, line) = (number(), number());
            reports.push(Report { message: said, template: parts.next().unwrap_or_default(), line, column, width: 1 });
            message = None;
        } else if let (Some(marks), Some(last)) = (inner.strip_prefix("| "), reports.last_mut())
            && marks.trim_start().starts_with('^')
            && marks.trim().bytes().all(|byte| byte == b'^')
        {
            last.width = marks.trim().len();
        }
    }
    reports
}

impl Report<'_> {
    fn span(&self, files: &Files) -> Option<Span> {
        let (path, file) = files.get(self.template)?;
        let text = file.text()?;
        let line = text.split_inclusive('\n').take(self.line - 1).map(str::len).sum::<usize>();
        let byte = |column: usize| text[line..].char_indices().nth(column).map_or(text.len(), |(at, _)| line + at);
        Some(Span::new(path, byte(self.column - 1)..byte(self.column - 1 + self.width)))
    }

    /// The block that no template above it has.
    fn block(&self) -> Option<&str> {
        self.message.strip_prefix("Block `")?.strip_suffix("` is not defined in any parent template")
    }

    fn finding(&self, files: &Files) -> Diagnostic {
        let unknown = |what: &str| self.message.strip_prefix(what).and_then(|name| name.strip_suffix('`'));
        let near = |name: &str, known: &BTreeSet<&str>, else_: &str| match did_you_mean(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => else_.to_owned(),
        };
        let (message, help) = if let Some(name) = unknown("Unknown component `") {
            let known = all_tags(files, &["component"]).map(|(.., tag)| tag.name).collect();
            (format!("the theme has no component `{name}`"), near(name, &known, "define it, or correct its name"))
        } else if let Some(name) = unknown("Unknown template `") {
            let known = files.keys().map(String::as_str).collect();
            let help = near(name, &known, "correct the name, or put the template into the theme");
            (format!("this template includes `{name}`, which is not there"), help)
        } else if let Some(name) = unknown("Unknown function `") {
            let known = BTreeSet::from(["t", "asset"]);
            let help = near(name, &known, "a template has two: `t(id=\"…\")`, a message, and `asset(path=\"…\")`");
            (format!("there is no function `{name}`"), help)
        } else if let Some(name) = unknown("Unknown filter `") {
            let message = format!("there is no filter `{name}`");
            (message, "correct its name, or remove it and the `|`: the manual of Tera 2 lists the filters".to_owned())
        } else if let Some(name) = unknown("Unknown test `") {
            (format!("there is no test `{name}`"), "correct its name: the manual of Tera 2 lists the tests".to_owned())
        } else {
            (self.message.to_owned(), SYNTAX.to_owned())
        };
        let finding = Diagnostic::error(CODE, message).help(help);
        match self.span(files) {
            Some(span) => finding.at(span),
            None => finding,
        }
    }
}

/// Blocks that templates fill and that no template above them has. Where a theme has replaced the one above, the fault is
/// its own, however many templates of its parent fill blocks of it.
fn blocks(reports: &[Report<'_>], files: &Files, theme: &Theme) -> Vec<Diagnostic> {
    let all: Vec<(&Report<'_>, &str)> = reports.iter().filter_map(|it| Some((it, it.block()?))).collect();
    let parent_of: BTreeMap<&str, &str> =
        all_tags(files, &["extends"]).map(|(name, _, tag)| (name, tag.name)).collect();
    let parent = |report: &Report<'_>| parent_of.get(report.template).copied();
    let rank = |template: &str| files.get(template).map_or(0, |(path, _)| theme.rank(path));
    // Where two fill the same block, the one above them was changed: a site's file over the built-in one.
    let alike = |of: &str, block: &str| all.iter().filter(|(it, its)| parent(it) == Some(of) && *its == block).count();
    let is_to_blame = |(report, block): &(&Report<'_>, &str)| {
        parent(report).filter(|of| rank(of) > rank(report.template) || alike(of, block) > 1)
    };
    let to_blame: BTreeSet<&str> = all.iter().filter_map(is_to_blame).collect();
    let mut found = Vec::new();
    let mut lacking: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for (report, block) in &all {
        match parent(report) {
            Some(parent) if to_blame.contains(parent) => {
                let (blocks, fillers) = lacking.entry(parent).or_default();
                blocks.insert(block);
                fillers.insert(report.template);
            }
            Some(parent) => found.push(unknown_block(report, block, parent, &parent_of, files)),
            None => found.push(report.finding(files)),
        }
    }
    found.extend(lacking.into_iter().map(|(parent, (blocks, fillers))| {
        let list = |names: BTreeSet<&str>, mark: &str| {
            names.into_iter().map(|name| format!("{mark}{name}{mark}")).collect::<Vec<_>>().join(", ")
        };
        let first = blocks.first().copied().unwrap_or_default().to_owned();
        let noun = if blocks.len() == 1 { "block" } else { "blocks" };
        let message = format!(
            "{parent} lacks the {noun} {}, which {} of the theme fill in",
            list(blocks, "`"),
            list(fillers, "")
        );
        let finding = Diagnostic::error(CODE, message).help(format!(
            "write `{{% block {first} %}}{{% endblock %}}` where that is to stand, and each of the others likewise; or \
                 copy {parent} of the parent theme anew and change that"
        ));
        match files.get(parent) {
            Some((path, _)) => finding.at(Span::file(path)),
            None => finding,
        }
    }));
    found
}

fn unknown_block(
    report: &Report<'_>,
    block: &str,
    parent: &str,
    parent_of: &BTreeMap<&str, &str>,
    files: &Files,
) -> Diagnostic {
    let mut above: BTreeSet<&str> = BTreeSet::from([parent]);
    let mut next = parent;
    while let Some(parent) = parent_of.get(next).filter(|parent| !above.contains(**parent)) {
        above.insert(parent);
        next = parent;
    }
    let known: BTreeSet<&str> =
        all_tags(files, &["block"]).filter(|(name, ..)| above.contains(name)).map(|(.., tag)| tag.name).collect();
    let help = match did_you_mean(block, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("use one of: {}", known.into_iter().collect::<Vec<_>>().join(", ")),
    };
    let message = format!("there is no block `{block}` in {parent}, which this template extends");
    let finding = Diagnostic::error(CODE, message).help(help);
    match report.span(files) {
        Some(span) => finding.at(span),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tera_draws_is_read() {
        let drawn = "error: Block `heda` is not defined in any parent template\n  --> a.html:12:10\n   |\n12 | {% block \
                     heda %}\n   |          ^^^^\n\nerror: Unknown filter `x`\n --> frame/b.html:1:2\n  |\n1 | {{ x }}\n  \
                     |  ^";
        let found = reports(drawn);
        let places: Vec<_> = found.iter().map(|it| (it.template, it.line, it.column, it.width)).collect();
        assert_eq!(places, [("a.html", 12, 10, 4), ("frame/b.html", 1, 2, 1)]);
        assert_eq!(found[0].block(), Some("heda"));
    }
}
