//! The front matter of a new document: something to fill in.
//!
//! In: a kind. Out: the beginning of its source file. Always: nothing in it is published as it stands: what is needed is
//! empty, and `check` reports it until somebody has written it; all else is a comment, and holds no invented value.

use crate::yaml::{FieldSpec, Shape};

use super::kind::Kind;
use super::parse::specs;

/// A heading, and the fields below it that documents of every kind can have.
type Group = (&'static str, &'static [&'static str]);

const GROUPS: &[Group] = &[
    ("The picture at the top", &["image", "image_alt", "image_caption"]),
    ("When it is shown", &["draft", "publish_on", "expires_on", "updated"]),
    ("Address, language and rights", &["slug", "aliases", "menu_label", "language", "licence", "example", "extra"]),
];

/// Filled in for nearly every document, and good to have in lists.
const SUMMARY: &str = "summary";

/// What documents of every kind can have and what they are about begins with, and what it ends with.
const ABOUT: (&[&str], &[&str]) = (&["date", "country"], &["text", "challenges"]);

/// Whether somebody who starts a document of this kind has a use for the field.
fn is_useful(kind: Kind, name: &str) -> bool {
    match name {
        // Of translations.
        "origin" => false,
        "text" => matches!(kind, Kind::Cluster | Kind::CaseStudy | Kind::Result),
        "menu_label" => kind == Kind::Page,
        // A country says its priorities; of pages and terms neither is shown.
        "country" | "challenges" => !matches!(kind, Kind::Country | Kind::Term | Kind::Page),
        // An event has days of its own; a profile is of no day.
        "date" => matches!(kind, Kind::CaseStudy | Kind::Result | Kind::PolicyPost | Kind::News | Kind::Page),
        _ => true,
    }
}

/// See the module.
pub fn skeleton(kind: Kind) -> String {
    let specs: Vec<FieldSpec> = specs(kind).into_iter().filter(|spec| is_useful(kind, spec.name)).collect();
    let is_open = |spec: &&FieldSpec| spec.required || spec.name == SUMMARY;
    let of_all = |name: &str| {
        ABOUT.0.contains(&name) || ABOUT.1.contains(&name) || GROUPS.iter().any(|(_, names)| names.contains(&name))
    };
    let named = |names: &[&str]| -> Vec<&FieldSpec> {
        names.iter().filter_map(|name| specs.iter().find(|spec| spec.name == *name)).collect()
    };
    let mut out = String::from("---\n");
    for spec in specs.iter().filter(is_open) {
        explain(&mut out, spec);
        out += &format!("{}:\n", spec.name);
    }
    let own = specs.iter().filter(|spec| !spec.required && spec.name != SUMMARY && !of_all(spec.name));
    let about: Vec<&FieldSpec> = named(ABOUT.0).into_iter().chain(own).chain(named(ABOUT.1)).collect();
    out += "\n# The text of the page goes to the end of this file, below the line of three hyphens.\n#\n";
    comment(
        &mut out,
        "All that follows may be left as it is. To use a field, remove the # at the beginning of its line and write after \
         the colon. Between [ and ] there may be several values, with commas between them.",
    );
    let what = kind.what();
    let what = what.split_once(' ').map_or(what, |(_, what)| what);
    let groups = GROUPS.iter().map(|(heading, names)| ((*heading).to_owned(), named(names)));
    for (heading, fields) in std::iter::once((format!("About the {what}"), about)).chain(groups) {
        if !fields.is_empty() {
            out += &format!("\n# --- {heading} ---\n\n");
        }
        for spec in fields {
            explain(&mut out, spec);
            outline(&mut out, spec.name, &(spec.shape)());
        }
    }
    out + "---\n\n"
}

/// What a field is for, and what it can be.
fn explain(out: &mut String, spec: &FieldSpec) {
    let text = match (spec.shape)() {
        Shape::Word(words) => format!("{} One of: {}.", spec.doc, words.join(", ")),
        Shape::Many(of) => match *of {
            Shape::Word(words) => format!("{} Any of: {}.", spec.doc, words.join(", ")),
            Shape::Group(_) => format!("{} Repeat the lines from the hyphen on for each one.", spec.doc),
            _ => spec.doc.to_owned(),
        },
        _ => spec.doc.to_owned(),
    };
    comment(out, &text);
}

/// The lines of a field, each behind a # that is not followed by one space, as those of comments are.
fn outline(out: &mut String, name: &str, shape: &Shape) {
    let fields = match shape {
        Shape::Value | Shape::Word(_) => return *out += &format!("#{name}:\n"),
        Shape::Switch => return *out += &format!("#{name}: true\n"),
        Shape::Group(fields) => {
            *out += &format!("#{name}:\n");
            return inner(out, fields, "  ");
        }
        Shape::Many(of) => of,
    };
    match &**fields {
        Shape::Group(fields) => {
            *out += &format!("#{name}:\n");
            inner(out, fields, "  - ");
        }
        _ => *out += &format!("#{name}: []\n"),
    }
}

/// The fields of a group with their explanations beside them.
fn inner(out: &mut String, fields: &[FieldSpec], first: &str) {
    let width = fields.iter().map(|spec| spec.name.len()).max().unwrap_or_default();
    let mut indent = first;
    for spec in fields {
        let needed = if spec.required { "Needed. " } else { "" };
        let words = match (spec.shape)() {
            Shape::Word(words) => format!(" One of: {}.", words.join(", ")),
            _ => String::new(),
        };
        let name = match (spec.shape)() {
            Shape::Switch => format!("{}: true", spec.name),
            _ => format!("{}:", spec.name),
        };
        *out += &format!("#{indent}{name:<width$}   # {needed}{}{words}\n", spec.doc, width = width + 1);
        indent = if first.len() == 4 { "    " } else { first };
    }
}

/// A comment of as many lines as it takes.
fn comment(out: &mut String, text: &str) {
    const WIDTH: usize = 100;
    let mut column = 0;
    for word in text.split_whitespace() {
        if column == 0 || column + 1 + word.chars().count() > WIDTH {
            if column > 0 {
                out.push('\n');
            }
            out.push('#');
            column = 1;
        }
        out.push(' ');
        out.push_str(word);
        column += 1 + word.chars().count();
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::foundation::{Id, SourcePath};
    use crate::source::File;
    use crate::source::parse::{Parses, parse};
    use crate::source::place::Place;

    fn found(kind: Kind, text: &str) -> Vec<(&'static str, String)> {
        let place = Place { kind, id: Id::new("x").expect("an id"), lang: None, folder: None };
        let path = SourcePath::new("content/x.md").expect("clean");
        let mut findings = Diagnostics::new();
        parse(&place, &path, &File::from(text.as_bytes()), &Parses::default(), &mut findings);
        findings.sorted().into_iter().map(|finding| (finding.code, finding.message)).collect()
    }

    /// Whether this is a field behind a #, not an explanation.
    fn is_field(line: &str) -> bool {
        line.starts_with('#') && line != "#" && (!line.starts_with("# ") || line.starts_with("#  "))
    }

    #[test]
    fn only_what_is_needed_is_missing_and_nothing_would_be_published() {
        for kind in Kind::ALL {
            let needed: Vec<_> = specs(*kind).iter().filter(|spec| spec.required).map(|spec| spec.name).collect();
            let found = found(*kind, &skeleton(*kind));
            assert!(found.iter().all(|(code, _)| *code == "missing-field"), "{kind:?}: {found:?}");
            assert_eq!(found.len(), needed.len(), "{kind:?}: {found:?}");
        }
    }

    #[test]
    fn every_field_can_be_uncommented_and_holds_nothing_invented() {
        for kind in Kind::ALL {
            let skeleton = skeleton(*kind);
            let lines = skeleton.lines().map(|line| if is_field(line) { &line[1..] } else { line });
            let all: String = lines.map(|line| format!("{line}\n")).collect();
            let found = found(*kind, &all);
            assert!(found.iter().all(|(code, _)| *code == "missing-field"), "{kind:?}: {found:?}\n{all}");
            for line in skeleton.lines().filter(|line| is_field(line)) {
                let (_, value) = line.split_once(':').expect("a field");
                let value = value.split('#').next().unwrap_or_default().trim();
                assert!(matches!(value, "" | "[]" | "true"), "{kind:?}: {line}");
            }
        }
    }

    #[test]
    fn a_skeleton_has_the_fields_of_its_kind_once() {
        for kind in Kind::ALL {
            let skeleton = skeleton(*kind);
            for spec in specs(*kind) {
                let count = skeleton
                    .lines()
                    .filter(|line| line.trim_start_matches('#').starts_with(&format!("{}:", spec.name)))
                    .count();
                assert_eq!(count, usize::from(is_useful(*kind, spec.name)), "{kind:?}: {}", spec.name);
            }
        }
    }
}
