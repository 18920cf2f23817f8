//! The pipeline: Snapshot → parse → Documents → assemble → Site → plan → Artifacts.
//!
//! In: a [`Snapshot`], [`Options`], and a [`Cache`] that changes nothing but the time it takes. Out: a [`Built`], whose plan
//! makes the files of the site. Always: pure; the same input gives the same bytes, whatever the machine, the clock and the
//! number of threads.

use std::sync::Arc;

use rayon::prelude::*;

use crate::cache::{Cache, Summary};
use crate::config::{self, Config, Mirror};
use crate::diag::{Diagnostic, Diagnostics, Span, Warned, did_you_mean};
use crate::foundation::{Day, Fingerprint, Lang, SourcePath, Url};
use crate::i18n::{self, Interfaces, LanguageSpec};
use crate::model::{self, Drafts, Inputs, LangIx};
use crate::release::{Artifacts, Release, Rendered, told_once};
use crate::render::{
    Addresses, Assets, Cx, Design, Everywhere, Files, GeneratedPages, Memos, Parts, Plan, Repeats, Search,
    TemplateSources, Templates, Typography, assets, bodies, design, plan, templates, templates_found_sound, theme,
};
use crate::search;
use crate::source::{self, File, Snapshot};

pub use crate::render::LinkStyle;

/// All that a build knows besides the snapshot.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Options {
    /// The one date that a build knows: what is published and what is past.
    pub as_of: Day,
    /// The address of the site, where it is not that of mensi.yaml.
    pub base_url: Option<Url>,
    /// The name of the mirror to make; else the origin is made.
    pub mirror: Option<String>,
    pub links: LinkStyle,
    pub drafts: Drafts,
}

/// A site: all its files, each made when it is asked for, and what there is to say about it.
#[derive(Default)]
pub struct Built {
    pub summary: Summary,
    /// `None` where the configuration is too wrong for there to be one.
    pub plan: Option<Plan>,
}

/// The fingerprint of all that a build is made from: where it is the same, so is the site.
pub fn inputs(snapshot: &Snapshot, options: &Options) -> Fingerprint {
    let files: Vec<_> = snapshot.files.iter().map(|(path, file)| (path, file.fingerprint())).collect();
    Fingerprint::of(&(options, files, snapshot.refused.clone().sorted()))
}

impl Built {
    /// All files, rendered, and what was found in that: what is wrong with the templates, for one.
    pub fn release(&self) -> Warned<Release> {
        let Some(plan) = &self.plan else { return Warned { value: Release::default(), findings: Diagnostics::new() } };
        let rendered: Vec<_> = plan.paths().into_par_iter().map(|path| (path, plan.render(path))).collect();
        let mut release = Release::default();
        let mut findings = Vec::new();
        for (path, Rendered { bytes, findings: found }) in rendered {
            findings.push((path, found));
            release.files.insert(path.clone(), bytes.into());
        }
        Warned { value: release, findings: told_once(findings) }
    }

    /// What would be found in making all files, which are let go.
    pub fn check(&self) -> Diagnostics {
        let Some(plan) = &self.plan else { return Diagnostics::new() };
        told_once(plan.paths().into_par_iter().map(|path| (path, plan.render(path).findings)).collect())
    }
}

/// Makes a site of everything that was read. Where there are errors the value is not to be published; it is as whole as it
/// can be, so that what is wrong with the templates is found too.
pub fn build(snapshot: &Snapshot, options: &Options, cache: &Cache) -> Warned<Built> {
    build_watched(snapshot, options, cache, &|_| ())
}

/// The same; `ended` is told when a stage has ended.
pub fn build_watched(
    snapshot: &Snapshot,
    options: &Options,
    cache: &Cache,
    ended: &(dyn Fn(&'static str) + Sync),
) -> Warned<Built> {
    let mut findings = snapshot.refused.clone();
    let from = From { snapshot, options, cache, ended };
    let value = build_with(&from, &mut findings).unwrap_or_default();
    Warned { value, findings }
}

/// What a site is built from.
struct From<'a> {
    snapshot: &'a Snapshot,
    options: &'a Options,
    cache: &'a Cache,
    ended: &'a (dyn Fn(&'static str) + Sync),
}

fn build_with(from: &From<'_>, findings: &mut Diagnostics) -> Option<Built> {
    let From { snapshot, options, cache, ended } = *from;
    let config = read_config(snapshot, findings)?;
    let config_fingerprint = snapshot.get(config::FILE).map(File::fingerprint).unwrap_or_default();
    let mirror = find_mirror(&config, options, findings)?;
    let addresses = addresses(&config, options, mirror);
    let theme = theme(snapshot, &config, findings);
    let hosted: Vec<_> = addresses.hosted.iter().map(|lang| config.languages[usize::from(lang.0)]).collect();
    // Bodies and facts are read while the interfaces and what needs them are loaded: neither needs the other.
    let ((interfaces, of_theme), (content, locks, found)) = rayon::join(
        || {
            let (key, interfaces) = interfaces(from, &config, &theme);
            let of_theme = of_theme(from, &theme, (key, &interfaces.0), &hosted);
            (interfaces, of_theme)
        },
        || {
            let mut found = Diagnostics::new();
            let memos = source::Memos { parses: &cache.parses, groups: &cache.groups };
            let content = source::collect(snapshot, &config, &memos, &mut found);
            let locks = source::locks(snapshot, &config.languages, &mut found);
            (content, locks, found)
        },
    );
    ended("parse");
    let (interfaces, of_interfaces) = &*interfaces;
    findings.append(of_interfaces.clone());
    findings.append(found);
    let inputs = Inputs { config: &config, interfaces, locks: &locks, as_of: options.as_of, drafts: options.drafts };
    let site = model::assemble(content, &inputs, findings);
    let (templates, assets, found) = &*of_theme;
    ended("relate");
    let typography = config.languages.iter().map(|lang| Typography::of(*lang)).collect();
    let next_change = site.next_change.clone();
    let files = Files::of(&site, snapshot, &cache.looks, findings);
    findings.append(found.clone());
    let generated = GeneratedPages::of(&site, interfaces, templates, findings);
    // A theme without a dialog for it has no use for an index.
    let search = site.config.search && search::is_available() && assets.find(search::DIALOG).is_some();
    let repeats = Repeats::of(&site);
    let cx = Cx { site, interfaces: Arc::clone(interfaces), addresses, typography, generated, repeats, search };
    let (templates, assets) = (templates.clone(), assets.clone());
    let everywhere = Everywhere::of(&cx, &files, config_fingerprint, mirror);
    let of_cards = cards(from, &cx.site.config, &theme);
    let (design, found) = &*of_cards;
    findings.append(found.clone());
    let (design, shelf) = (design.clone(), cache.shelf.clone());
    let search = cx.search.then(|| Search::of(cache.search.clone()));
    let parts = Parts { files, assets, templates, mirror: mirror.cloned(), everywhere, shelf, design, search };
    let languages = hosted.len();
    let memos = Memos { bodies: &cache.bodies, documents: &cache.documents };
    let bodies = bodies(&cx, &parts.files, everywhere, &memos, findings);
    ended("bodies");
    // Templates are loaded when a page is made. Where one body is new, that is soon, and one core has nothing else to do; where
    // bodies of many languages are, each loads its own.
    let renewed = bodies.renewed().map(|lang| cx.site.lang(lang));
    let (plan, ()) = rayon::join(
        || plan(cx, parts, bodies, findings),
        || renewed.into_iter().for_each(|lang| of_theme.0.prepare(lang)),
    );
    ended("plan");
    Some(Built {
        summary: Summary {
            pages: plan.pages,
            languages,
            next_change: next_change.map(|next| (next.day, format!("`{}` of {}", next.field, next.file))),
        },
        plan: Some(plan),
    })
}

/// Templates and assets, with what is wrong with them.
type OfTheme = (Arc<Templates>, Arc<Assets>, Diagnostics);

/// What the theme has; templates know nothing of the site. The messages come with the fingerprint of what they were made from.
fn of_theme(
    from: &From<'_>,
    theme: &theme::Theme,
    (messages, interfaces): (Fingerprint, &Arc<Interfaces>),
    hosted: &[Lang],
) -> Arc<OfTheme> {
    let snapshot = from.snapshot;
    let files: Vec<_> = theme.folders().map(|folder| (folder, fingerprints(snapshot, folder))).collect();
    // Where a theme is not there, another stands in for it, and is not the same for that.
    let key = Fingerprint::of(&("templates", files, theme.is_whole(), messages, hosted));
    from.cache.templates.get_or(key, || {
        let mut found = Diagnostics::new();
        let assets = Arc::new(assets(snapshot, theme, &mut found));
        let parts = TemplateSources { snapshot, theme, assets: &assets, interfaces, languages: hosted };
        let sound = Some(parts).filter(|_| from.cache.is_sound(key)).and_then(templates_found_sound);
        let templates = sound.unwrap_or_else(|| {
            let templates = templates(parts, &mut found);
            from.cache.note_sound(key, &found);
            templates
        });
        (Arc::new(templates), assets, found)
    })
}

/// How the theme draws pictures for sharing, if it does and the site wants them.
fn cards(from: &From<'_>, config: &Config, theme: &theme::Theme) -> Arc<(Option<Arc<Design>>, Diagnostics)> {
    let folders: Vec<String> = theme.folders().map(|folder| format!("{folder}/cards")).collect();
    let files: Vec<_> = folders.iter().map(|folder| (folder, fingerprints(from.snapshot, folder))).collect();
    from.cache.design.get_or(Fingerprint::of(&(files, config.cards)), || {
        let mut found = Diagnostics::new();
        let design = design(from.snapshot, theme, config.cards, &mut found);
        (design.map(Arc::new), found)
    })
}

fn read_config(snapshot: &Snapshot, findings: &mut Diagnostics) -> Option<Config> {
    let file = SourcePath::new(config::FILE).expect("a constant path");
    let Some(found) = snapshot.get(config::FILE) else {
        findings.push(
            Diagnostic::error("no-config", "there is no mensi.yaml")
                .help("`mensi-site init` writes one, with a small site to begin with"),
        );
        return None;
    };
    match found.text() {
        Some(text) => config::read(text, findings),
        None => {
            findings.push(
                Diagnostic::error("not-utf8", "mensi.yaml is not UTF-8")
                    .at(Span::file(&file))
                    .help("open it in an editor and save it with the encoding UTF-8"),
            );
            None
        }
    }
}

/// The mirror that the options name: `Some(None)` for the origin, `None` where there is no such mirror.
fn find_mirror<'c>(config: &'c Config, options: &Options, findings: &mut Diagnostics) -> Option<Option<&'c Mirror>> {
    let Some(name) = &options.mirror else { return Some(None) };
    mirror(config, name).map_err(|finding| findings.push(*finding)).ok().map(Some)
}

/// The mirror of that name.
///
/// # Errors
/// There is none; the finding names those that there are.
pub fn mirror<'c>(config: &'c Config, name: &str) -> Result<&'c Mirror, Box<Diagnostic>> {
    config.mirrors.iter().find(|mirror| mirror.name.0 == *name).ok_or_else(|| {
        let names: Vec<&str> = config.mirrors.iter().map(|mirror| mirror.name.0.as_str()).collect();
        let all = || format!("the mirrors in mensi.yaml are: {}", names.join(", "));
        let help = match did_you_mean(name, names.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`? {}", all()),
            None if names.is_empty() => "mensi.yaml describes no mirror: add one under `mirrors`".to_owned(),
            None => format!("use another name, or add it under `mirrors`; {}", all()),
        };
        Box::new(Diagnostic::error("unknown-mirror", format!("mensi.yaml has no mirror `{name}`")).help(help))
    })
}

fn addresses(config: &Config, options: &Options, mirror: Option<&Mirror>) -> Addresses {
    let index = |lang: &crate::foundation::Lang| {
        let index = config.languages.iter().position(|other| other == lang);
        LangIx(index.expect("a mirror's languages are the site's") as u8)
    };
    let given = options.base_url.as_ref().map(config::with_slash);
    match mirror {
        Some(mirror) => Addresses {
            own: given.unwrap_or_else(|| mirror.base_url.clone()),
            origin: config.base_url.clone(),
            hosted: mirror.languages.iter().map(index).collect(),
            links: options.links,
        },
        None => {
            let own = given.unwrap_or_else(|| config.base_url.clone());
            let hosted = config.languages.iter().map(index).collect();
            Addresses { origin: own.clone(), own, hosted, links: options.links }
        }
    }
}

/// Names and contents of all files below a folder.
fn fingerprints(snapshot: &Snapshot, folder: &str) -> Fingerprint {
    let files: Vec<_> = snapshot.below(folder).map(|(path, file)| (path, file.fingerprint())).collect();
    Fingerprint::of(&files)
}

/// The site's own messages.
const MESSAGES: &str = "i18n";

/// The messages of all languages, and the fingerprint of what they were made from.
fn interfaces(
    from: &From<'_>,
    config: &Config,
    theme: &theme::Theme,
) -> (Fingerprint, Arc<(Arc<Interfaces>, Diagnostics)>) {
    let snapshot = from.snapshot;
    let specs: Vec<LanguageSpec> = config
        .languages
        .iter()
        .map(|lang| LanguageSpec { lang: *lang, locale: config.locales[lang].clone(), chain: config.after(*lang) })
        .collect();
    let roots: Vec<String> =
        theme.folders().map(|folder| format!("{folder}/i18n")).chain([MESSAGES.to_owned()]).collect();
    let roots: Vec<&str> = roots.iter().map(String::as_str).collect();
    let files: Vec<_> = roots.iter().map(|root| (root, fingerprints(snapshot, root))).collect();
    let key = Fingerprint::of(&("messages", &specs, files));
    let loaded = from.cache.interfaces.get_or(key, || {
        let files = i18n::ftl_files(snapshot, &roots);
        if from.cache.is_sound(key) {
            return (Arc::new(i18n::load_sound(&specs, &files)), Diagnostics::new());
        }
        let Warned { value, mut findings } = i18n::load(&specs, &files);
        findings.append(i18n::passed_over(snapshot, MESSAGES, &config.languages));
        from.cache.note_sound(key, &findings);
        (Arc::new(value), findings)
    });
    (key, loaded)
}
