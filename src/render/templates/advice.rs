//! What a theme's templates may well have, and are mostly not meant to: warnings.
//!
//! In: the templates. Out: findings, none of which stops a build: a template that nothing uses, and what browsers refuse on a
//! page with a strict Content-Security-Policy. Always: told by the texts alone, so that it is found in templates of which no page
//! is made.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::foundation::SourcePath;
use crate::source::Kind;

use super::faults::Files;
use super::names::*;
use super::tags::tags;

/// All of it.
pub(super) fn advise(files: &Files) -> Diagnostics {
    let mut found = Diagnostics::new();
    unused(files).into_iter().for_each(|finding| found.push(finding));
    retired(files).into_iter().for_each(|finding| found.push(finding));
    headless(files).into_iter().for_each(|finding| found.push(finding));
    for (path, file) in files.values() {
        if path.as_str().ends_with(".html") {
            refused(path, file.text().unwrap_or_default(), &mut found);
        }
    }
    found
}

/// The names that the program asks for, if a theme has them.
fn asked_for() -> BTreeSet<String> {
    let fixed = NEEDED.into_iter().chain(OPTIONAL).chain(PARTS).chain(["base.html"]);
    let kinds = Kind::ALL.iter().map(|kind| format!("{}.html", kind.as_str()));
    fixed.map(str::to_owned).chain(kinds).collect()
}

/// Templates that are neither asked for, nor named by another, nor have components in them.
fn unused(files: &Files) -> Vec<Diagnostic> {
    let asked_for = asked_for();
    let named: BTreeSet<&str> = files
        .keys()
        .flat_map(|name| tags(text(files, name)))
        .filter(|tag| matches!(tag.word, "extends" | "include" | "import"))
        .map(|tag| tag.name)
        .collect();
    let is_used = |name: &str| {
        asked_for.contains(name)
            || named.contains(name)
            || name.strip_prefix(FRAME).is_some_and(|name| name.ends_with(".html"))
            || tags(text(files, name)).iter().any(|tag| tag.word == "component")
    };
    files
        .iter()
        .filter(|(name, _)| !is_used(name))
        .map(|(name, (path, _))| {
            let help = match did_you_mean(name, asked_for.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`? Rename the file"),
                None => "rename it to one of the templates that docs/themes.md lists, let another include it, or remove it; \
                         a part of every page goes into frame/"
                    .to_owned(),
            };
            Diagnostic::warning("unused-template", "no page is made with this template").at(Span::file(path)).help(help)
        })
        .collect()
}

/// Templates with a `<head>` that does not say what machines read of a page: search engines would show pages that they should leave
/// alone, and would not find the other languages.
fn headless(files: &Files) -> Vec<Diagnostic> {
    const END: &str = "</head>";
    let says = |name: &str| text(files, name).replace(char::is_whitespace, "").contains("page.head");
    let says_so = |name: &str| {
        let mut included = tags(text(files, name)).into_iter().filter(|tag| tag.word == "include");
        says(name) || included.any(|tag| says(tag.name))
    };
    let heads = files.iter().filter_map(|(name, (path, _))| Some((name, path, text(files, name).find(END)?)));
    heads
        .filter(|(name, ..)| !says_so(name))
        .map(|(_, path, at)| {
            let message =
                "search engines are not told of these pages' addresses and languages, and not which to leave alone";
            Diagnostic::warning("no-page-head", message)
                .at(Span::new(path, at..at + END.len()))
                .help("write {{ page.head }} before it; what that says is in docs/themes.md")
        })
        .collect()
}

/// Names of what `page.head` says now: to ask `{% if %}` about what is not there is no error.
fn retired(files: &Files) -> Vec<Diagnostic> {
    const RETIRED: [&str; 4] = ["page.alternates", "page.json_ld", "page.card", "page.noindex"];
    let in_text = |text: &str| -> Vec<Range<usize>> {
        let places = RETIRED.iter().flat_map(|name| text.match_indices(name));
        let is_whole = |(at, name): &(usize, &str)| {
            let goes_on = |c: char| c.is_alphanumeric() || c == '_';
            !text[at + name.len()..].starts_with(goes_on) && !text[..*at].ends_with(|c| goes_on(c) || c == '.')
        };
        places.filter(is_whole).map(|(at, name)| at..at + name.len()).collect()
    };
    let places = files
        .values()
        .flat_map(|(path, file)| in_text(file.text().unwrap_or_default()).into_iter().map(move |range| (path, range)));
    places
        .map(|(path, range)| {
            Diagnostic::warning("retired-name", "`page` has this no more: it is a part of {{ page.head }}")
                .at(Span::new(path, range))
                .help("write {{ page.head }} into the <head>, and take away what stood there for it")
        })
        .collect()
}

/// The text of a template, empty where there is none.
fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    files.get(name).and_then(|(_, file)| file.text()).unwrap_or_default()
}

/// What a strict Content-Security-Policy forbids: browsers pass over it without a word to readers.
fn refused(path: &SourcePath, text: &str, found: &mut Diagnostics) {
    let mut tell = |at: Range<usize>, what: &str, help: &str| {
        let message = format!("browsers pass over {what}: pages are served with a strict Content-Security-Policy");
        found.push(Diagnostic::warning("inline-code", message).at(Span::new(path, at)).help(help));
    };
    const SCRIPT: &str = "put it into a file of the theme's static/ and write \
        <script src=\"{{ site.root }}{{ asset(path=\"mine.js\") }}\" defer></script>";
    const STYLE: &str = "put it into a chapter of the stylesheet, static/site.css/50-mine.css";
    for (at, tag) in elements(text) {
        let range = at..at + tag.len();
        let name = &tag[1..tag[1..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(tag.len(), |end| end + 1)];
        let has = |attribute: &str| value_of(tag, attribute);
        let is_data = has("type").is_some_and(|kind| kind.contains("json"));
        if name.eq_ignore_ascii_case("style") {
            tell(range, "`<style>` within a page", STYLE);
            continue;
        }
        if name.eq_ignore_ascii_case("script") {
            match has("src") {
                None if !is_data => tell(range.clone(), "a script within a page", SCRIPT),
                Some(src) if src.starts_with("http") || src.starts_with("//") => {
                    tell(range.clone(), "a script from elsewhere", SCRIPT);
                }
                _ => {}
            }
        }
        if has("style").is_some() {
            tell(range.clone(), "a `style` attribute", STYLE);
        }
        if let Some(event) = ["onclick", "onload", "onchange", "oninput", "onsubmit", "onerror", "onkeydown", "onfocus"]
            .into_iter()
            .find(|event| has(event).is_some())
        {
            tell(range, &format!("`{event}`"), SCRIPT);
        }
    }
}

/// The beginnings of elements, `<a href="…">`, with where they stand; what stands in comments of HTML or Tera is none.
fn elements(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['<', '{']).map(|next| at + next) {
        let rest = &text[next..];
        let skip = |end: &str| rest.find(end).map_or(text.len(), |length| next + length + end.len());
        at = if rest.starts_with("<!--") {
            skip("-->")
        } else if rest.starts_with("{#") {
            skip("#}")
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = end_of_tag(rest);
            found.push((next, &rest[..end]));
            next + end
        } else {
            next + 1
        };
    }
    found
}

/// Where a tag ends: at the first `>` that is in no quotation marks and in nothing of Tera's.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    let mut tera = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => tera += 1,
            '}' => tera = tera.saturating_sub(1),
            _ if tera > 0 => {}
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(c),
            '>' if quote.is_none() => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The value of an attribute of a tag.
fn value_of<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let lower = tag.to_ascii_lowercase();
    let starts = lower.match_indices(name).map(|(at, _)| at);
    let is_alone = |at: &usize| lower[..*at].ends_with(|c: char| c.is_ascii_whitespace());
    starts.filter(is_alone).find_map(|at| {
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        Some(value.trim_start_matches(['"', '\'']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut found = Diagnostics::new();
        refused(&SourcePath::new("a.html").expect("clean"), text, &mut found);
        let places = found.sorted().into_iter().filter_map(|finding| finding.span);
        places.map(|span| text[span.start..span.end].to_owned()).collect()
    }

    #[test]
    fn what_a_policy_forbids_is_found() {
        for text in [
            "<script>",
            "<script type=\"module\">",
            "<SCRIPT SRC=\"https://x.example/a.js\">",
            "<style media=\"print\">",
            "<p class=\"a\" style=\"color: red\">",
            "<a href=\"{{ x }}\" onclick=\"go()\">",
        ] {
            assert_eq!(told(&format!("<p>1 < 2</p>{text}</p>")), [text], "{text}");
        }
    }

    #[test]
    fn what_it_allows_is_not() {
        for text in [
            "<script src=\"{{ site.root }}{{ asset(path=\"a.js\") }}\" defer data-style=\"x\"></script>",
            "<script type=\"application/ld+json\">{{ page.json_ld }}</script>",
            "<!-- <style> --><p>{# <script> #}</p>",
            "<link rel=\"stylesheet\" href=\"{% if a > b %}a{% endif %}\"><p class=\"style=1\">",
            "<",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }
}
