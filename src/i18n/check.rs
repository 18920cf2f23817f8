//! What is wrong with messages that parse.
//!
//! In: parsed files and the chains. Out: diagnostics alone. Always: what is found here never keeps a message from being
//! shown; a build with errors is stopped by whoever publishes.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use rustc_hash::{FxHashMap, FxHashSet};

use super::formats::{icu_locale, integer_categories};
use super::functions::{FUNCTIONS, Values};
use super::parse::{Item, Merged, Parsed, repeated};
use super::shape::{self, Shape};
use super::{LanguageSpec, unreadable_locale};
use crate::diag::{Diagnostic, Diagnostics, did_you_mean};
use crate::foundation::Lang;

/// How many missing messages are named; more are counted.
const NAMED: usize = 40;

type Catalogs<'m, 'p, 'a> = &'m BTreeMap<Lang, Merged<'p, 'a>>;

/// Languages without files, and messages that a language lacks and the rest of its chain has.
pub(super) fn languages(
    specs: &[LanguageSpec],
    chains: &BTreeMap<Lang, Vec<Lang>>,
    merged: Catalogs<'_, '_, '_>,
) -> Diagnostics {
    let mut findings = Diagnostics::new();
    for spec in specs {
        let lang = spec.lang;
        unreadable_locale(spec).into_iter().for_each(|finding| findings.push(finding));
        let others = &chains[&lang][1..];
        if merged[&lang].is_empty() {
            findings.push(
                Diagnostic::warning("no-messages", format!("there are no interface messages in `{lang}`"))
                    .help(format!("put .ftl files into i18n/{lang}/; until then another language's stand in")),
            );
            continue;
        }
        let own: FxHashSet<String> = merged[&lang].keys().into_iter().collect();
        let wanted = others.iter().flat_map(|other| merged[other].keys());
        let missing: BTreeSet<String> = wanted.filter(|key| !own.contains(key)).collect();
        let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
        if !missing.is_empty() {
            findings.push(missing_messages(lang, &missing));
        }
    }
    findings
}

fn missing_messages(lang: Lang, missing: &[&str]) -> Diagnostic {
    let mut names = missing[..missing.len().min(NAMED)].join(", ");
    if missing.len() > NAMED {
        names.push_str(&format!(" and {} more", missing.len() - NAMED));
    }
    let count = if missing.len() == 1 { "one message".to_owned() } else { format!("{} messages", missing.len()) };
    Diagnostic::warning("missing-message", format!("`{lang}` lacks {count}: {names}"))
        .help(format!("write them in i18n/{lang}/; until then another language's stand in"))
}

/// What the messages of each file refer to, and their plural forms.
pub(super) fn files(
    parsed: &[Parsed<'_>],
    chains: &BTreeMap<Lang, Vec<Lang>>,
    locales: &BTreeMap<Lang, String>,
    merged: Catalogs<'_, '_, '_>,
) -> Diagnostics {
    let mut findings = Diagnostics::new();
    let variables = Variables::of(parsed);
    let plurals: BTreeMap<Lang, _> =
        locales.iter().map(|(lang, locale)| (*lang, integer_categories(&icu_locale(*lang, locale)))).collect();
    // By folder, whether it is a term, and id: the file that has it first, and the name in it.
    let mut places: FxHashMap<(&str, bool, &str), (usize, &str)> = FxHashMap::default();
    for (at, file) in parsed.iter().enumerate() {
        let lang = file.lang();
        let chain = chains.get(&lang).map_or(&[][..], |chain| chain);
        let checker = Checker { file, merged: &merged[&lang], plurals: &plurals[&lang] };
        for item in file.items() {
            let is_term = matches!(item, Item::Term(_));
            let (first, name) = *places.entry((file.folder(), is_term, item.id())).or_insert((at, item.id()));
            if first != at {
                findings.push(repeated(&item.name(), file.span(item.id()), parsed[first].span(name)));
            }
            let mut found = Vec::new();
            item.patterns().for_each(|pattern| walk(pattern, &mut |node| found.extend(checker.judge(item, node))));
            found.into_iter().for_each(|finding| findings.push(finding));
            if let Some(known) = variables.known(item.id(), at, chain) {
                unknown_variables(file, item, known).into_iter().for_each(|finding| findings.push(finding));
            }
            if item.id().starts_with(shape::PREFIX) && !item.patterns().all(|pattern| Shape::new(pattern).is_some()) {
                let message = format!("`{}` may have text and variables only", item.id());
                findings.push(
                    Diagnostic::error("message-reference", message)
                        .at(file.span(item.id()))
                        .help("write it like the English one, with the same variables and no forms or functions"),
                );
            }
        }
    }
    findings
}

/// The part of a pattern that is judged.
enum Node<'n, 'a> {
    Variable(&'a str),
    Function(&'a str, &'n CallArguments<&'a str>),
    Message(&'a str, Option<&'a str>),
    Term(&'a str, Option<&'a str>),
    Select(&'n InlineExpression<&'a str>, &'n [Variant<&'a str>]),
}

fn walk<'n, 'a>(pattern: &'n Pattern<&'a str>, visit: &mut impl FnMut(Node<'n, 'a>)) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, visit);
        }
    }
}

fn walk_expression<'n, 'a>(expression: &'n Expression<&'a str>, visit: &mut impl FnMut(Node<'n, 'a>)) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, visit),
        Expression::Select { selector, variants } => {
            visit(Node::Select(selector, variants));
            walk_inline(selector, visit);
            variants.iter().for_each(|variant| walk(&variant.value, visit));
        }
    }
}

fn walk_inline<'n, 'a>(inline: &'n InlineExpression<&'a str>, visit: &mut impl FnMut(Node<'n, 'a>)) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => visit(Node::Variable(id.name)),
        InlineExpression::FunctionReference { id, arguments } => {
            visit(Node::Function(id.name, arguments));
            arguments.positional.iter().for_each(|argument| walk_inline(argument, visit));
        }
        InlineExpression::MessageReference { id, attribute } => {
            visit(Node::Message(id.name, attribute.as_ref().map(|attribute| attribute.name)));
        }
        InlineExpression::TermReference { id, attribute, .. } => {
            visit(Node::Term(id.name, attribute.as_ref().map(|attribute| attribute.name)));
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, visit),
    }
}

struct Checker<'c, 'p, 'a> {
    file: &'c Parsed<'a>,
    merged: &'c Merged<'p, 'a>,
    plurals: &'c [(&'static str, Vec<u32>)],
}

impl<'a> Checker<'_, '_, 'a> {
    fn judge(&self, item: Item<'_, 'a>, node: Node<'_, 'a>) -> Vec<Diagnostic> {
        match node {
            Node::Variable(_) => Vec::new(),
            Node::Function(function, arguments) => self.function(item, function, arguments),
            Node::Message(id, attribute) => {
                let message = self.merged.messages.get(id);
                let found = message.is_some_and(|message| match attribute {
                    Some(attribute) => message.attributes.iter().any(|own| own.id.name == attribute),
                    None => message.value.is_some(),
                });
                if found {
                    return Vec::new();
                }
                let meant = did_you_mean(id, self.merged.messages.keys().copied());
                vec![self.unknown(item, id, "a message", meant)]
            }
            Node::Term(id, attribute) => {
                let found = self.merged.terms.get(id).is_some_and(|term| {
                    attribute.is_none_or(|attribute| term.attributes.iter().any(|own| own.id.name == attribute))
                });
                if found {
                    return Vec::new();
                }
                let meant = did_you_mean(id, self.merged.terms.keys().copied());
                vec![self.unknown(item, id, "a term", meant)]
            }
            Node::Select(selector, variants) => self.plural(item, selector, variants).into_iter().collect(),
        }
    }

    fn unknown(&self, item: Item<'_, 'a>, part: &'a str, what: &str, meant: Option<&str>) -> Diagnostic {
        let help = match meant.filter(|meant| *meant != part) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "compare with the same message in the English file".to_owned(),
        };
        let message = format!("the message `{}` uses {what} that does not exist here: `{part}`", item.name());
        Diagnostic::error("message-reference", message).at(self.file.span(part)).help(help)
    }

    fn function(&self, item: Item<'_, 'a>, function: &'a str, arguments: &CallArguments<&'a str>) -> Vec<Diagnostic> {
        let Some((_, options)) = FUNCTIONS.iter().find(|(known, _)| *known == function) else {
            let meant = did_you_mean(function, FUNCTIONS.iter().map(|(known, _)| *known));
            return vec![self.unknown(item, function, "a function", meant)];
        };
        let mut found: Vec<Diagnostic> = self.subject(item, function, arguments).into_iter().collect();
        for option in &arguments.named {
            let name = option.name.name;
            found.extend(match options.iter().find(|(known, _)| *known == name) {
                Some((_, values)) => self.value(item, name, *values, &option.value),
                None => {
                    let meant = did_you_mean(name, options.iter().map(|(known, _)| *known));
                    Some(self.unknown(item, name, "an option", meant))
                }
            });
        }
        found
    }

    /// What a function is given to write: one number or date, which the page fills in.
    fn subject(&self, item: Item<'_, 'a>, function: &'a str, arguments: &CallArguments<&'a str>) -> Option<Diagnostic> {
        let is_text = matches!(arguments.positional.first(), Some(InlineExpression::StringLiteral { .. }));
        let wrong = match (function, arguments.positional.len()) {
            ("NUMBER", 1) if is_text => "a text, which is no number",
            (_, 1) => return None,
            (_, 0) => "nothing to write",
            _ => "more than one thing to write",
        };
        let message = format!("in the message `{}`, {function} is given {wrong}", item.name());
        let help = format!("give it what the page fills in, such as `{{ {function}($count) }}`");
        Some(Diagnostic::error("message-function", message).at(self.file.span(function)).help(help))
    }

    /// An option has a value that it can have.
    fn value(
        &self,
        item: Item<'_, 'a>,
        option: &'a str,
        values: Values,
        value: &InlineExpression<&'a str>,
    ) -> Option<Diagnostic> {
        let help = match (values, value) {
            (Values::Number, InlineExpression::NumberLiteral { .. })
            | (Values::Text, InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. }) => None,
            (Values::OneOf(known), InlineExpression::StringLiteral { value }) if known.contains(value) => None,
            (Values::Number, _) => Some("give a number, such as `1`".to_owned()),
            (Values::Text, _) => Some("give a text in quotation marks".to_owned()),
            (Values::OneOf(known), InlineExpression::StringLiteral { value }) => {
                let all = known.iter().map(|known| format!("\"{known}\"")).collect::<Vec<_>>().join(", ");
                Some(match did_you_mean(value, known.iter().copied()) {
                    Some(meant) => format!("did you mean `\"{meant}\"`?"),
                    None => format!("use one of: {all}"),
                })
            }
            (Values::OneOf(known), _) => Some(format!("use one of: {}", known.join(", "))),
        }?;
        let message = format!("in the message `{}`, the option `{option}` cannot have this value", item.name());
        Some(Diagnostic::error("message-function", message).at(self.file.span(option)).help(help))
    }

    /// A choice by number must have a form for every whole number (CLDR's plural rules).
    fn plural(
        &self,
        item: Item<'_, 'a>,
        selector: &InlineExpression<&'a str>,
        variants: &[Variant<&'a str>],
    ) -> Option<Diagnostic> {
        let (place, ordinal) = match selector {
            InlineExpression::VariableReference { id } => (id.name, false),
            InlineExpression::FunctionReference { id, arguments } => {
                (id.name, arguments.named.iter().any(|option| option.name.name == "type"))
            }
            _ => return None,
        };
        let forms: BTreeSet<&str> = variants
            .iter()
            .filter_map(|variant| match variant.key {
                VariantKey::Identifier { name } => Some(name),
                VariantKey::NumberLiteral { .. } => None,
            })
            .collect();
        let exact: BTreeSet<u32> = variants
            .iter()
            .filter_map(|variant| match variant.key {
                VariantKey::NumberLiteral { value } => value.parse().ok(),
                VariantKey::Identifier { .. } => None,
            })
            .collect();
        let by_number = forms.iter().any(|form| matches!(*form, "zero" | "one" | "two" | "few" | "many"))
            || (!exact.is_empty() && forms.contains("other"));
        if ordinal || !by_number {
            return None;
        }
        let has = |(form, numbers): &&(&'static str, Vec<u32>)| {
            forms.contains(form) || numbers.iter().all(|number| exact.contains(number))
        };
        let lacking: Vec<&(&str, Vec<u32>)> = self.plurals.iter().filter(|category| !has(category)).collect();
        if lacking.is_empty() {
            return None;
        }
        let form = |(form, numbers): &&(&str, Vec<u32>)| {
            let first: Vec<String> = numbers.iter().take(3).map(u32::to_string).collect();
            format!("[{form}] (for {}{})", first.join(", "), if numbers.len() > 3 { " …" } else { "" })
        };
        let lacking: Vec<String> = lacking.iter().map(form).collect();
        let message = format!("the message `{}` lacks the plural form {}", item.name(), lacking.join(" and "));
        Some(
            Diagnostic::warning("missing-plural-form", message)
                .at(self.file.span(place))
                .help("add it, with the word as it stands after these numbers"),
        )
    }
}

/// The variables that the texts of a message are known to have: those in the first file of each language that has it,
/// and those that the comment above it names.
struct Variables<'a>(FxHashMap<(Lang, &'a str), (usize, BTreeSet<&'a str>)>);

impl<'a> Variables<'a> {
    fn of(parsed: &[Parsed<'a>]) -> Variables<'a> {
        let mut all = FxHashMap::default();
        for (at, file) in parsed.iter().enumerate() {
            for item in file.items().filter(|item| matches!(item, Item::Message(_))) {
                all.entry((file.lang(), item.id())).or_insert_with(|| {
                    let mut names: BTreeSet<&'a str> = variables(item).collect();
                    names.extend(item.comment().iter().flat_map(|line| named_in(line)));
                    (at, names)
                });
            }
        }
        Variables(all)
    }

    /// What English has, or the last language of the chain that has the message; `None` where only this file has it.
    fn known(&self, id: &'a str, file: usize, chain: &[Lang]) -> Option<&BTreeSet<&'a str>> {
        let (first, names) = chain.iter().rev().find_map(|lang| self.0.get(&(*lang, id)))?;
        (*first != file).then_some(names)
    }
}

fn variables<'a>(item: Item<'_, 'a>) -> impl Iterator<Item = &'a str> {
    let mut names = Vec::new();
    for pattern in item.patterns() {
        walk(pattern, &mut |node| {
            if let Node::Variable(name) = node {
                names.push(name);
            }
        });
    }
    names.into_iter()
}

/// `$count` in a comment.
fn named_in(line: &str) -> impl Iterator<Item = &str> {
    line.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        &rest[..end]
    })
}

fn unknown_variables(file: &Parsed<'_>, item: Item<'_, '_>, known: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let strange = variables(item).filter(|name| matches!(item, Item::Message(_)) && !known.contains(name));
    let finding = |name: &str| {
        let help = match (did_you_mean(name, known.iter().copied()), known.is_empty()) {
            (Some(meant), _) => format!("did you mean `${meant}`?"),
            (None, true) => "this message has no variables".to_owned(),
            (None, false) => {
                let names: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
                format!("it has {}", names.join(", "))
            }
        };
        let message = format!("the message `{}` uses a variable that it is not given: `${name}`", item.id());
        Diagnostic::error("message-reference", message).at(file.span(name)).help(help)
    };
    strange.map(finding).collect()
}
