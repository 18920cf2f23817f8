//! Views to HTML, through Tera. A template receives data and asks for nothing: it has `t()`, a message, and `asset()`, the
//! published name of a static file, and no function that reaches into the site.

mod advice;
mod faults;
mod frame;
mod loading;
mod tags;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::{Context, Kwargs, State, Tera, Value};

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Fingerprint, Lang, SourcePath};
use crate::i18n::{Arg, Interface, Interfaces};
use crate::source::{File, Snapshot};

use super::assets::Assets;
use super::page::{Content, View};
use super::theme::Theme;
use super::views::{Column, LEVEL, LINK, RowView, fill_rows};

use faults::{Files, finding, finding_in};

pub use frame::Frame;

/// The templates of a site, ready for each of its languages.
pub struct Templates {
    /// Each loaded when a page of its language is first made: most builds make few.
    engines: BTreeMap<Lang, OnceLock<Tera>>,
    load: Load,
    ready: bool,
    /// The file of each template, for findings.
    files: Files,
    /// Of templates, messages and asset names, by language.
    fingerprints: BTreeMap<Lang, Fingerprint>,
}

/// What templates are loaded with, for any language.
struct Load {
    texts: Vec<(String, File)>,
    interfaces: Arc<Interfaces>,
    assets: Arc<Assets>,
}

impl Load {
    fn engine(&self, lang: Lang) -> Result<Tera, tera::Error> {
        let mut engine = self.empty(lang);
        engine.add_raw_templates(self.texts())?;
        Ok(engine)
    }

    /// One that knows the functions of a template, and no template.
    fn empty(&self, lang: Lang) -> Tera {
        let mut engine = Tera::new();
        register(&mut engine, lang, self.interfaces.clone(), self.assets.clone());
        engine
    }

    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter_map(|(name, file)| Some((name.as_str(), file.text()?)))
    }
}

/// Loads all templates of a theme. What does not parse is found in each of them, not in the first alone.
pub fn templates(
    snapshot: &Snapshot,
    theme: &Theme,
    assets: &Arc<Assets>,
    interfaces: &Arc<Interfaces>,
    languages: &[Lang],
    findings: &mut Diagnostics,
) -> Templates {
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
    if theme.is_whole() {
        findings.append(advice::advise(&files));
    }
    let load = Load { texts, interfaces: interfaces.clone(), assets: assets.clone() };
    let mut engines: BTreeMap<Lang, OnceLock<Tera>> = languages.iter().map(|lang| (*lang, OnceLock::new())).collect();
    // What loads for one language loads for all.
    let loaded = engines.iter_mut().next().is_none_or(|(lang, engine)| match load.engine(*lang) {
        Ok(first) => engine.set(first).is_ok(),
        Err(error) => {
            findings.append(loading::faults(&error, &load, *lang, &files, theme));
            false
        }
    });
    let contents: Vec<(&String, Fingerprint)> =
        sources.iter().map(|(name, (_, file))| (name, file.fingerprint())).collect();
    let common = Fingerprint::of(&(env!("CARGO_PKG_VERSION"), contents, assets.fingerprint()));
    let fingerprint = |lang: &Lang| (*lang, Fingerprint::of(&(common, interfaces.get(*lang).fingerprint())));
    Templates {
        ready: complete && loaded && theme.is_whole(),
        load,
        engines,
        files,
        fingerprints: languages.iter().map(fingerprint).collect(),
    }
}

/// The templates that every theme has, itself or through its parents.
const NEEDED: [&str; 7] =
    ["chooser.html", "document.html", "gathering.html", "home.html", "list.html", "not-found.html", "redirect.html"];

/// Whether a theme has them. One that is not there at all has been told of already.
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

fn register(engine: &mut Tera, lang: Lang, interfaces: Arc<Interfaces>, assets: Arc<Assets>) {
    engine.register_function("t", move |kwargs: Kwargs, _: &State<'_>| t(interfaces.get(lang), &kwargs));
    engine.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| {
        let path: &str = kwargs.must_get("path")?;
        assets.find(path).map(Value::from).ok_or_else(|| {
            let meant = crate::diag::did_you_mean(path, assets.names()).map(|name| format!("; did you mean `{name}`?"));
            tera::Error::message(format!("the theme has no static file `{path}`{}", meant.unwrap_or_default()))
        })
    });
}

/// `t(id="page-of", page=1, pages=3)`.
fn t(interface: &Interface, kwargs: &Kwargs) -> tera::TeraResult<Value> {
    let id: &str = kwargs.must_get("id")?;
    let args: Vec<(&str, Arg<'_>)> = kwargs
        .iter()
        .filter_map(|(key, value)| Some((key.as_str()?, value)))
        .filter(|(key, _)| *key != "id")
        .filter_map(|(key, value)| {
            let arg = match (value.as_str(), value.as_f64()) {
                (Some(text), _) => Arg::from(text),
                (None, Some(number)) => Arg::Number(number),
                (None, None) => return None,
            };
            Some((key, arg))
        })
        .collect();
    match interface.message(id, &args) {
        Ok(text) => Ok(Value::from(text.as_ref())),
        Err(error) => Err(tera::Error::message(error.to_string())),
    }
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

    /// Whether the theme has an index.
    pub fn has_index(&self) -> bool {
        self.has(INDEX)
    }

    fn engine(&self, lang: Lang) -> Option<&Tera> {
        let engine = self.engines.get(&lang).filter(|_| self.ready)?;
        Some(engine.get_or_init(|| self.load.engine(lang).expect("what loads for one language loads for all")))
    }

    /// The page as HTML, empty where the templates are not ready. A finding names the template and the place in it.
    pub fn render(&self, lang: Lang, frame: &Frame, view: &View) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some(engine) = self.engine(lang) else { return Ok(Vec::new()) };
        if engine.contains_template(CARD) {
            view.cards().try_for_each(|of| of.prepare(|fields| self.card(engine, fields)))?;
        }
        let parts = frame.parts(self, engine, &view.page.section)?;
        let mut context = Context::new();
        context.insert_value("site", frame.site.clone());
        context.insert_value("frame", parts);
        context.insert("page", &view.page);
        match frame.switcher(self, engine, &view.page.languages)? {
            Some(html) => context.insert_value("switcher", html),
            None => context.insert("languages", &view.page.languages),
        }
        let template = match &view.content {
            Content::Document(document) => {
                context.insert("document", document);
                let own = format!("{}.html", document.kind);
                if engine.contains_template(&own) { own } else { "document.html".to_owned() }
            }
            Content::Home(document, home) => {
                context.insert("document", document);
                context.insert("home", home);
                "home.html".to_owned()
            }
            Content::List(list) => {
                context.insert("list", list);
                "list.html".to_owned()
            }
            Content::Gathering(list) => {
                context.insert("list", list);
                "gathering.html".to_owned()
            }
            Content::Compare(compare) => {
                let row = self.row(engine, RowView::marks(compare.columns.len()), &compare.columns)?;
                context.insert_value("rows", Value::safe_string(&fill_rows(&row, &compare.rows)));
                context.insert("compare", compare);
                COMPARE.to_owned()
            }
            Content::Map(network) => {
                context.insert("network", network);
                "map.html".to_owned()
            }
            Content::Timeline(timeline) => {
                context.insert("timeline", timeline);
                "timeline.html".to_owned()
            }
            Content::Index(index) => {
                context.insert("index", index);
                INDEX.to_owned()
            }
            Content::Chooser(chooser) => {
                context.insert("chooser", chooser);
                "chooser.html".to_owned()
            }
            Content::Redirect(redirect) => {
                context.insert("redirect", redirect);
                "redirect.html".to_owned()
            }
            Content::NotFound => "not-found.html".to_owned(),
            Content::Offline => OFFLINE.to_owned(),
        };
        let mut out = Vec::with_capacity(16 * 1024);
        let rendered = engine.render_to(&template, &context, &mut out);
        rendered.map_err(|error| Box::new(finding_in(&error, &self.files, &context)))?;
        Ok(out)
    }
}

/// The template of the page of what a reader keeps, where the theme has one; and the name of that page.
pub const OFFLINE: &str = "offline.html";
/// The template of the index, where the theme has one.
const INDEX: &str = "index.html";

/// The template of a card, where the theme has one.
const CARD: &str = "card.html";
/// Those of the comparison. A theme that lacks one has no such pages.
const COMPARE: &str = "compare.html";
const COMPARE_ROW: &str = "compare-row.html";

impl Templates {
    /// Whether the theme has the comparison of cases.
    pub fn has_comparison(&self) -> bool {
        [COMPARE, COMPARE_ROW].iter().all(|name| self.files.contains_key(*name))
    }

    /// The HTML of a row of the comparison, with marks in it.
    fn row(&self, engine: &Tera, row: RowView, columns: &[Column]) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("row", &row);
        context.insert("columns", columns);
        engine.render(COMPARE_ROW, &context).map_err(|error| Box::new(finding_in(&error, &self.files, &context)))
    }

    /// The HTML of a card, with [`LINK`] and [`LEVEL`] in it.
    fn card(&self, engine: &Tera, fields: &Value) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("card", &BTreeMap::from([("href", &Value::from(LINK)), ("document", fields)]));
        context.insert("level", LEVEL);
        engine.render(CARD, &context).map_err(|error| Box::new(finding_in(&error, &self.files, &context)))
    }
}
