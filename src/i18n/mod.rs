//! What the interface says, and how dates, numbers and names are written, in each language of the site.
//!
//! In: the languages with their fallback chains, and the bytes of the Fluent files in the order of their layers (theme
//! below site). Out: [`Interfaces`], one [`Interface`] a language, ready for many threads. Always: whatever the files
//! hold, there is an `Interface` for every language asked for; a message that one of them lacks comes from the next
//! language of its chain, and from English at the end; the same files give the same texts, whatever the machine's locale.
//!
//! Messages are Fluent (<https://projectfluent.org>), formatting and sorting are ICU4X with its own CLDR data. What
//! ICU4X does not hold in its stable part (names of countries, percentages, currencies, ranges of dates) stands in the
//! Fluent files too (`country-be`, `pattern-percent`), so that adding a language is adding a folder.

mod catalog;
mod check;
mod dates;
mod formats;
mod functions;
mod interface;
mod parse;
mod shape;
mod syntax;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

pub use dates::DateStyle;
pub use interface::{Arg, Interface, MessageError};

use crate::diag::{Diagnostic, Diagnostics, Span, Warned, did_you_mean};
use crate::foundation::{Fingerprint, Lang, SourcePath};
use crate::source::{LOCK_NAME, Snapshot};
use catalog::Catalog;
use formats::Formats;
use parse::{Merged, Parsed};
use shape::Shapes;

/// A language of the site, as the configuration has it.
#[derive(Clone, Hash, Debug)]
pub struct LanguageSpec {
    pub lang: Lang,
    /// The BCP 47 locale by which dates and numbers are written and names are sorted: `en-GB`.
    pub locale: String,
    /// The languages whose messages stand in where this one has none, nearest first, without itself.
    pub chain: Vec<Lang>,
}

/// One Fluent file. Its language is that of its folder.
#[derive(Clone, Copy, Debug)]
pub struct FtlFile<'a> {
    pub lang: Lang,
    pub path: &'a SourcePath,
    pub bytes: &'a [u8],
}

/// The Fluent files `<root>/<lang>/*.ftl` of a snapshot, root by root: name the theme's folder before the site's.
pub fn ftl_files<'a>(snapshot: &'a Snapshot, roots: &[&'a str]) -> Vec<FtlFile<'a>> {
    let below = |root: &'a str| {
        snapshot.below(root).filter_map(move |(path, file)| {
            let (folder, name) = path.as_str().strip_prefix(root)?.strip_prefix('/')?.split_once('/')?;
            let is_ftl = name.ends_with(".ftl") && !name.contains('/');
            Some(FtlFile { lang: Lang::new(folder).filter(|_| is_ftl)?, path, bytes: file.bytes() })
        })
    };
    roots.iter().copied().flat_map(below).collect()
}

/// Files below a folder of messages that are none: those of a language that the site has not, and those that lie beside the
/// folders of languages or do not end in `.ftl`. Nobody would find out why the words do not change.
pub fn passed_over(snapshot: &Snapshot, root: &str, languages: &[Lang]) -> Diagnostics {
    let mut findings = Diagnostics::new();
    let known = || languages.iter().map(Lang::as_str).chain(["en"]);
    let mut last = "";
    for (path, _) in snapshot.below(root) {
        let inner = path.as_str().strip_prefix(root).and_then(|inner| inner.strip_prefix('/')).unwrap_or_default();
        let (folder, name) = inner.split_once('/').unwrap_or(("", inner));
        let warning = |message: String| Diagnostic::warning("no-messages-file", message).at(Span::file(path));
        if known().any(|lang| lang == folder) {
            if !name.ends_with(".ftl") && name != LOCK_NAME {
                let message = "this file is not read: messages are in files whose names end in .ftl".to_owned();
                findings.push(warning(message).help("rename it, or move it out of the folder"));
            }
        } else if folder.is_empty() {
            let message = "this file is not read: messages are in a folder of their language".to_owned();
            findings.push(warning(message).help(format!("move it into {root}/<language>/, such as {root}/en/{name}")));
        } else if folder != last {
            last = folder;
            let message = format!("nothing in {root}/{folder}/ is read: `{folder}` is not a language of this site");
            findings.push(warning(message).help(match did_you_mean(folder, known()) {
                Some(meant) => format!("did you mean `{meant}`? Rename the folder"),
                None => format!("rename the folder, or add `{folder}` under `languages` in mensi.yaml"),
            }));
        }
    }
    findings
}

/// The interface in every language of the site.
pub struct Interfaces(Vec<(Lang, Interface)>);

impl Interfaces {
    /// The interface in a language that [`load`] was given.
    pub fn get(&self, lang: Lang) -> &Interface {
        // Few enough that asking each is quicker than a map.
        let found = self.0.iter().find(|(own, _)| *own == lang);
        found.map(|(_, interface)| interface).expect("an interface is loaded for every language of the site")
    }

    pub fn iter(&self) -> impl Iterator<Item = &Interface> {
        self.0.iter().map(|(_, interface)| interface)
    }
}

/// Every chain ends here: the theme is written in it first, and is whole in it.
fn last_resort() -> Lang {
    Lang::new("en").expect("a tag")
}

/// Reads the files, each over those before it: a message of a later file takes the place of one of the same name, while
/// attributes that the later one does not mention (`.slug`, say) stay. Files of languages that no `spec` names are left
/// out, but for English, with which every chain ends.
pub fn load(specs: &[LanguageSpec], files: &[FtlFile<'_>]) -> Warned<Interfaces> {
    load_with(specs, files, |read| {
        let mut findings = check::languages(specs, &read.chains, &read.merged);
        findings.append(check::files(read.parsed, &read.chains, &read.locales, &read.merged));
        findings
    })
}

/// The same for files in which nothing was found before: they are not checked again, which takes a third of the time.
pub fn load_sound(specs: &[LanguageSpec], files: &[FtlFile<'_>]) -> Interfaces {
    load_with(specs, files, |_| Diagnostics::new()).value
}

/// What the files hold, to be checked.
struct ReadFiles<'p, 'a> {
    parsed: &'p [Parsed<'a>],
    locales: BTreeMap<Lang, String>,
    /// See [`whole_chain`].
    chains: BTreeMap<Lang, Vec<Lang>>,
    merged: BTreeMap<Lang, Merged<'p, 'a>>,
}

fn load_with(
    specs: &[LanguageSpec],
    files: &[FtlFile<'_>],
    check: impl FnOnce(&ReadFiles<'_, '_>) -> Diagnostics,
) -> Warned<Interfaces> {
    let mut findings = Diagnostics::new();
    let english = last_resort();
    let mut locales: BTreeMap<Lang, String> = specs.iter().map(|spec| (spec.lang, spec.locale.clone())).collect();
    locales.entry(english).or_insert_with(|| "en-GB".to_owned());

    let parsed: Vec<Parsed> =
        files.par_iter().filter(|file| locales.contains_key(&file.lang)).map(|file| parse::parse(*file)).collect();
    let merged: BTreeMap<Lang, Merged> = locales
        .par_iter()
        .map(|(lang, _)| (*lang, parse::merge(parsed.iter().filter(|file| file.lang() == *lang))))
        .collect();
    let chains: BTreeMap<Lang, Vec<Lang>> = specs.iter().map(|spec| (spec.lang, whole_chain(spec, &merged))).collect();
    for file in &parsed {
        findings.append(file.findings.clone());
    }
    let read = ReadFiles { parsed: &parsed, locales, chains, merged };
    findings.append(check(&read));
    let ReadFiles { locales, chains, merged, .. } = read;

    let catalogs: Vec<(Arc<Catalog>, Diagnostics)> = locales
        .par_iter()
        .map(|(lang, locale)| {
            let chain = chains.get(lang).map_or(&[][..], |chain| chain);
            let shapes = Shapes::of(chain.iter().map(|link| &merged[link]));
            Catalog::new(&merged[lang], Arc::new(Formats::new(*lang, locale, shapes)))
        })
        .collect();
    let mut by_lang = BTreeMap::new();
    for (catalog, found) in catalogs {
        findings.append(found);
        by_lang.insert(catalog.lang(), catalog);
    }
    let autonyms: Arc<BTreeMap<Lang, Arc<str>>> = Arc::new(
        by_lang.values().filter_map(|catalog| Some((catalog.lang(), catalog.plain("autonym")?.into()))).collect(),
    );
    let interface = |spec: &LanguageSpec| {
        let chain = chains[&spec.lang].iter().map(|lang| by_lang[lang].clone()).collect();
        let of_chain = |file: &&FtlFile<'_>| chains[&spec.lang].contains(&file.lang);
        let contents: Vec<(Lang, &SourcePath, Fingerprint)> = files
            .iter()
            .filter(of_chain)
            .map(|file| (file.lang, file.path, Fingerprint::of_bytes(file.bytes)))
            .collect();
        let fingerprint = Fingerprint::of(&(contents, &locales, &autonyms, &chains[&spec.lang]));
        (spec.lang, Interface::new(chain, autonyms.clone(), fingerprint))
    };
    let interfaces: BTreeMap<Lang, Interface> = specs.iter().map(interface).collect();
    Warned { value: Interfaces(interfaces.into_iter().collect()), findings }
}

/// The languages in which a message is looked for: its own, the chain's, English. Languages without a catalog are left
/// out.
fn whole_chain(spec: &LanguageSpec, merged: &BTreeMap<Lang, Merged>) -> Vec<Lang> {
    let mut chain = Vec::new();
    for lang in std::iter::once(spec.lang).chain(spec.chain.iter().copied()).chain([last_resort()]) {
        if merged.contains_key(&lang) && !chain.contains(&lang) {
            chain.push(lang);
        }
    }
    chain
}

/// A locale that ICU cannot read. The language's tag, and at last the root locale, stands in for it.
fn unreadable_locale(spec: &LanguageSpec) -> Option<Diagnostic> {
    spec.locale.parse::<icu::locale::Locale>().is_err().then(|| {
        Diagnostic::error("bad-locale", format!("`{}` is not a locale", spec.locale))
            .help(format!("write a language and a country under `locales` in mensi.yaml, such as `{}-BE`", spec.lang))
    })
}
