//! Views to HTML, through Tera. A template receives data and asks for nothing: it has `t()`, a message, and `asset()`, the
//! published name of a static file, and no function that reaches into the site.

mod advice;
mod faults;
mod fold;
mod frame;
mod functions;
mod loading;
pub mod names;
mod shared;
mod tags;
mod written;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::{Context, Tera, Value};

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Fingerprint, Lang, SourcePath};
use crate::i18n::Interfaces;
use crate::source::{File, Snapshot};

use super::assets::Assets;
use super::page::{Content, View};
use super::seen::Seen;
use super::theme::Theme;
use super::views::{GroupHtml, RowView, Stencil, fill_rows};
use names::*;

use faults::{Files, finding_in};

pub use frame::Frame;
pub use written::Written;

/// The templates of a site, ready for each of its languages.
pub struct Templates {
    /// Each loaded when a page of its language is going to be made: most builds make few.
    engines: BTreeMap<Lang, OnceLock<Engine>>,
    load: Load,
    ready: bool,
    /// Whether a template asks for `list.groups`, or might: most have the groups as HTML, and each card would be a map for nothing.
    names_groups_of_lists: bool,
    /// The same for the headings of a body, of which most have a table of contents as HTML.
    names_contents_of_bodies: bool,
    /// The file of each template, for findings.
    files: Files,
    /// Of templates, messages and asset names, by language.
    fingerprints: BTreeMap<Lang, Fingerprint>,
}

/// What makes pages of a language.
struct Engine {
    lang: Lang,
    tera: Tera,
    /// The templates of lists that read the groups as HTML.
    of_groups: Vec<&'static str>,
    /// An entry of a table of contents, by the level of its heading.
    headings: Seen<u8, Arc<Stencil>, 6>,
    /// With the templates as they were written, once something is wrong with one: findings name places in them.
    as_written: OnceLock<Option<Tera>>,
}

/// What templates are loaded with, for any language.
struct Load {
    texts: Vec<(String, File)>,
    interfaces: Arc<Interfaces>,
    assets: Arc<Assets>,
}

impl Load {
    /// With what is the same on all pages of the language written into them.
    fn engine(&self, lang: Lang) -> Result<Engine, tera::Error> {
        let interface = self.interfaces.get(lang);
        let known = |function: &str, name: &str| match function {
            "t" => interface.message(name, &[]).ok().map(Cow::into_owned),
            _ => self.assets.find(name).map(str::to_owned),
        };
        let mut tera = self.empty(lang);
        tera.add_raw_templates(self.texts().map(|(name, text)| (name, fold::folded(text, known))))?;
        let reads_groups = |template: &&str| {
            let variables = tera.get_template_variables(template);
            // Without a `card.html` there is no HTML of cards: who writes it is told so.
            variables.is_ok_and(|variables| variables.contains(GROUPS)) && tera.contains_template(CARD)
        };
        let of_groups = [LIST, GATHERING].into_iter().filter(reads_groups).collect();
        Ok(Engine { lang, tera, of_groups, headings: Seen::default(), as_written: OnceLock::new() })
    }

    /// As they were written: for findings, which name places.
    fn as_written(&self, lang: Lang) -> Result<Tera, tera::Error> {
        let mut tera = self.empty(lang);
        tera.add_raw_templates(self.texts())?;
        Ok(tera)
    }

    /// One that knows the functions of a template, and no template.
    fn empty(&self, lang: Lang) -> Tera {
        let mut engine = Tera::new();
        functions::register(&mut engine, lang, self.interfaces.clone(), self.assets.clone());
        engine
    }

    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter_map(|(name, file)| Some((name.as_str(), file.text()?)))
    }
}

/// What templates are made from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub snapshot: &'a Snapshot,
    pub theme: &'a Theme,
    /// The theme's static files.
    pub assets: &'a Arc<Assets>,
    pub interfaces: &'a Arc<Interfaces>,
    /// Of the pages.
    pub languages: &'a [Lang],
}

/// The templates of a theme. What does not parse is found in each of them, not in the first alone.
pub fn templates(from: Sources<'_>, findings: &mut Diagnostics) -> Templates {
    let theme = from.theme;
    let mut templates = unchecked(from, findings);
    if theme.is_whole() {
        findings.append(advice::advise(&templates.files));
    }
    // What loads for one language loads for all.
    let Some((lang, engine)) = templates.engines.iter().next() else { return templates };
    match templates.load.engine(*lang) {
        Ok(first) => drop(engine.set(first)),
        Err(error) => {
            let error = templates.load.as_written(*lang).err().unwrap_or(error);
            findings.append(loading::faults(&error, &templates.load, *lang, &templates.files, theme));
            templates.ready = false;
        }
    }
    templates
}

/// The same where nothing was found before: they are not checked again. `None` where a file is not what it was then: it was
/// replaced while it was read.
pub fn templates_found_sound(from: Sources<'_>) -> Option<Templates> {
    let mut findings = Diagnostics::new();
    let templates = unchecked(from, &mut findings);
    let is_as_it_was = templates.files.values().all(|(_, file)| !file.is_misread());
    (is_as_it_was && findings.is_empty()).then_some(templates)
}

/// Templates of which only names and bytes have been looked at.
fn unchecked(from: Sources<'_>, findings: &mut Diagnostics) -> Templates {
    let Sources { snapshot, theme, assets, interfaces, languages } = from;
    let sources: BTreeMap<String, (&SourcePath, &File)> = theme.files(snapshot, "templates").collect();
    let mut texts: Vec<(String, File)> = Vec::new();
    for (name, (path, file)) in &sources {
        match file.text() {
            Some(_) => texts.push((name.clone(), (*file).clone())),
            None => findings.push(
                Diagnostic::error("not-utf8", "this template is not UTF-8")
                    .at(Span::file(path))
                    .help("save it as UTF-8"),
            ),
        }
    }
    let complete = check_complete(snapshot, theme, &sources, findings);
    let files: Files =
        sources.iter().map(|(name, (path, file))| (name.clone(), ((*path).clone(), (*file).clone()))).collect();
    let load = Load { texts, interfaces: interfaces.clone(), assets: assets.clone() };
    let names_groups_of_lists = load.texts().any(|(_, text)| names_groups_of_lists(text));
    let names_contents_of_bodies = load.texts().any(|(_, text)| names_contents_of_bodies(text));
    let contents: Vec<(&String, Fingerprint)> =
        sources.iter().map(|(name, (_, file))| (name, file.fingerprint())).collect();
    let common = Fingerprint::of(&(env!("CARGO_PKG_VERSION"), contents, assets.fingerprint()));
    let fingerprint = |lang: &Lang| (*lang, Fingerprint::of(&(common, interfaces.get(*lang).fingerprint())));
    Templates {
        ready: complete && theme.is_whole(),
        names_groups_of_lists,
        names_contents_of_bodies,
        load,
        engines: languages.iter().map(|lang| (*lang, OnceLock::new())).collect(),
        files,
        fingerprints: languages.iter().map(fingerprint).collect(),
    }
}

/// Whether a template has a name as a field, or as a text that could be one of a field; but where it follows one of these, it is
/// something else.
fn names_field(text: &str, field: &str, but_after: &[&str]) -> bool {
    let mut places = text.match_indices(field).map(|(at, _)| text[..at].trim_end());
    places.any(|before| {
        let before = before.strip_suffix(['.', '"', '\'', '`']);
        before.is_some_and(|before| !but_after.iter().any(|other| before.ends_with(other)))
    })
}

/// The index from A to Z has groups, too.
fn names_groups_of_lists(text: &str) -> bool {
    names_field(text, GROUPS, &["index"])
}

/// It is a class of HTML and a message, too.
fn names_contents_of_bodies(text: &str) -> bool {
    names_field(text, CONTENTS, &["class=", "t(id="])
}

/// Whether a theme has the templates that every theme has. One that is not there at all has been told of already.
fn check_complete(
    snapshot: &Snapshot,
    theme: &Theme,
    sources: &BTreeMap<String, (&SourcePath, &File)>,
    findings: &mut Diagnostics,
) -> bool {
    let mut lacking = NEEDED.iter().filter(|name| !sources.contains_key(**name)).peekable();
    let complete = lacking.peek().is_none();
    let folder = theme.folders().last().unwrap_or_default();
    if !theme.is_whole() {
        return complete;
    }
    if let Some((path, _)) = snapshot.files.get_key_value(format!("{folder}/theme.yaml").as_str()) {
        findings.append(
            lacking
                .map(|name| {
                    Diagnostic::error("missing-template", format!("this theme has no template {name}"))
                        .at(Span::file(path))
                        .help(format!(
                            "write {folder}/templates/{name}, or add a line `parent: mensi` to have that theme's"
                        ))
                })
                .collect(),
        );
    }
    complete
}

impl Templates {
    /// Whether the theme has a template.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Of templates, messages and asset names of a language.
    pub fn fingerprint(&self, lang: Lang) -> Option<Fingerprint> {
        self.fingerprints.get(&lang).copied()
    }

    /// Loads the templates of a language, of which pages are going to be made.
    pub fn prepare(&self, lang: Lang) {
        self.engine(lang);
    }

    fn engine(&self, lang: Lang) -> Option<&Engine> {
        let engine = self.engines.get(&lang).filter(|_| self.ready)?;
        Some(engine.get_or_init(|| self.load.engine(lang).expect("what loads for one language loads for all")))
    }

    /// What a template makes of what it is given, for a part of a page.
    fn write_part(&self, engine: &Engine, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        let html = engine.tera.render(template, context);
        html.map_err(|error| self.fault(engine, template, context, error))
    }

    /// What is wrong with a template, with its place in the template as it was written.
    fn fault(&self, engine: &Engine, template: &str, context: &Context, error: tera::Error) -> Box<Diagnostic> {
        let as_written = engine.as_written.get_or_init(|| self.load.as_written(engine.lang).ok());
        let again = as_written.as_ref().and_then(|tera| tera.render(template, context).err());
        Box::new(finding_in(&again.unwrap_or(error), &self.files, context))
    }

    /// The page as HTML, empty where the templates are not ready. A finding names the template and the place in it.
    pub fn render<'v>(&self, lang: Lang, frame: &Frame, view: &'v View) -> Result<Written<'v>, Box<Diagnostic>> {
        let Some(engine) = self.engine(lang) else { return Ok(Written::default()) };
        if engine.tera.contains_template(CARD) {
            view.cards().try_for_each(|of| of.prepare(|fields| self.card(engine, fields)))?;
        }
        if engine.tera.contains_template(FACT) {
            view.facts().iter().try_for_each(|fact| fact.prepare(|fact| self.fact(engine, fact)))?;
        }
        let parts = frame.parts(self, engine, &view.page.section)?;
        let mut context = Context::new();
        context.insert_value("site", frame.site.clone());
        context.insert_value("frame", parts);
        context.insert("page", &view.page);
        match frame.switcher(self, engine, &view.page.languages)? {
            Some(html) => context.insert_value("switcher", html),
            None => context.insert("languages", &view.page.languages.all()),
        }
        let headings = view.body().map_or(&[][..], |body| &body.contents);
        if let Some(html) = self.toc(engine, headings)? {
            context.insert_value(TOC, html);
            if let Some(body) = view.body().filter(|_| !self.names_contents_of_bodies) {
                // Nothing to go through, so that who asks in a way that was not seen is told.
                body.contents.prepare(|_| Ok::<_, Box<Diagnostic>>(Value::none()))?;
            }
        }
        let template = match &view.content {
            Content::Document(document) => {
                context.insert("document", document);
                let own = [document.kind, ".html"].concat();
                if engine.tera.contains_template(&own) { own } else { DOCUMENT.to_owned() }
            }
            Content::Home(document, home) => {
                context.insert("document", document);
                context.insert("home", home);
                HOME.to_owned()
            }
            Content::List(list) | Content::Gathering(list) => {
                let template = if matches!(view.content, Content::List(_)) { LIST } else { GATHERING };
                if engine.of_groups.contains(&template) {
                    let groups: Vec<GroupHtml> = list.groups.iter().map(GroupHtml::of).collect();
                    let groups = Value::from_serializable(&groups);
                    // Nobody asks for each card by itself.
                    if !self.names_groups_of_lists {
                        list.groups.prepare(|_| Ok::<_, Box<Diagnostic>>(groups.clone()))?;
                    }
                    context.insert_value(GROUPS, groups);
                }
                context.insert("list", list);
                template.to_owned()
            }
            Content::Compare(compare) => {
                let row = self.row(engine, RowView::marks(compare.columns.len()), &compare.columns)?;
                context.insert_value("rows", Value::safe_string(&fill_rows(&row, &compare.rows)));
                context.insert("compare", compare);
                COMPARE.to_owned()
            }
            Content::Map(network) => {
                context.insert("network", network);
                MAP.to_owned()
            }
            Content::Timeline(timeline) => {
                context.insert("timeline", timeline);
                TIMELINE.to_owned()
            }
            Content::Index(index) => {
                context.insert("index", index);
                INDEX.to_owned()
            }
            Content::Chooser(chooser) => {
                context.insert("chooser", chooser);
                CHOOSER.to_owned()
            }
            Content::Redirect(redirect) => {
                context.insert("redirect", redirect);
                REDIRECT.to_owned()
            }
            Content::NotFound => NOT_FOUND.to_owned(),
            Content::Offline => OFFLINE.to_owned(),
        };
        let mut page = Written::with_text(view.body().map_or("", |body| body.html.as_str()));
        let written = engine.tera.render_to(&template, &context, &mut page);
        written.map(|()| page).map_err(|error| self.fault(engine, &template, &context, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_for_headings_or_cards_one_by_one_is_seen() {
        for text in [
            "{% for h in document.body.contents %}",
            "{{ document.body . contents | length }}",
            "{{ of?.contents }}",
            "{{ document[\"body\"][\"contents\"] }}",
            "{{ document.body | get(key='contents') }}",
            "{% set id=\"contents\" %}{{ document.body[id] }}",
        ] {
            assert!(names_contents_of_bodies(text), "{text}");
        }
        for text in ["{{ list. groups }}", "{{ list[`groups`] }}", "{% for g in of.groups %}"] {
            assert!(names_groups_of_lists(text), "{text}");
        }
    }

    /// It would cost each page a list that nobody reads.
    #[test]
    fn the_embedded_theme_asks_for_neither() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/mensi/templates");
        let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("readable"));
        let templates: Vec<_> = files.filter(|file| file.file_type().is_file()).collect();
        assert!(templates.len() > 20);
        for file in templates {
            let text = std::fs::read_to_string(file.path()).expect("UTF-8");
            assert!(!names_contents_of_bodies(&text), "{:?}", file.path());
            assert!(!names_groups_of_lists(&text), "{:?}", file.path());
        }
    }
}
