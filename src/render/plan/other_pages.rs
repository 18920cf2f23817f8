//! Pages outside the languages of the site: the chooser of languages, redirects.

use crate::diag::{Diagnostic, Diagnostics};
use crate::foundation::{Lang, OutPath};
use crate::model::{DocIx, LangIx, Route};
use crate::release::Made;
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::{Here, root_of_depth};
use crate::render::generated::GeneratedPage;
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::source::Kind;

use super::addresses::alias_span;
use super::artifact::Artifact;
use super::{Maker, Plan};

impl Maker<'_> {
    pub(super) fn chooser(&self) -> Made {
        let cx = &self.plan.cx;
        let here = Here { lang: cx.addresses.hosted[0], root: root_of_depth(0) };
        let home = cx.site.find(Kind::Page, "index");
        // Without a home page it stands for nothing that a language has an address of.
        let nowhere = Subject::Generated { page: GeneratedPage::NotFound, number: 1 };
        let subject = home.map_or(nowhere, Subject::Document);
        let mut page = page_view(cx, &here, subject);
        page.kind = "chooser";
        page.title = chrome::site_title(cx, here.lang);
        page.canonical = Some(cx.addresses.origin.as_str().to_owned());
        page.noindex = false;
        let languages = cx
            .addresses
            .hosted
            .iter()
            .map(|lang| {
                let tag = cx.site.lang(*lang);
                ChooserLanguage {
                    lang: tag,
                    dir: tag.direction(),
                    name: cx.interface(*lang).language_name(tag).to_string(),
                    title: chrome::site_title(cx, *lang),
                    href: cx.href(&here, &Route::home(tag), *lang),
                }
            })
            .collect();
        let view = View { page, content: Content::Chooser(ChooserView { languages }) };
        self.page(&here, None, &view, Diagnostics::new())
    }

    pub(super) fn redirect(&self, lang: LangIx, ix: DocIx) -> Made {
        let cx = &self.plan.cx;
        let depth = self.path.as_str().matches('/').count();
        let here = Here { lang, root: root_of_depth(depth) };
        let route = cx.site.route(ix, lang).expect("only documents with an address have aliases");
        let mut page = page_view(cx, &here, Subject::Document(ix));
        page.kind = "redirect";
        let title = Text::clone(cx.title(lang, ix));
        page.title = title.text.clone();
        page.noindex = true;
        // An old address is no page in any language.
        page.alternates = Repeated::own(Alternates::default());
        let redirect = RedirectView { href: cx.href(&here, route, lang), title };
        self.page(&here, None, &View { page, content: Content::Redirect(redirect) }, Diagnostics::new())
    }
}

/// The files of a language's aliases; an alias that cannot be one is a finding.
pub(super) fn redirects(plan: &Plan, language: usize) -> (Vec<(OutPath, Artifact)>, Diagnostics) {
    let (mut found, mut findings) = (Vec::new(), Diagnostics::new());
    let cx = &plan.cx;
    let lang = plan.languages[language].lang;
    let tag: Lang = cx.site.lang(lang);
    for ix in cx.site.all() {
        let Some(text) = cx.site.get(ix).texts.get(&tag) else { continue };
        for (number, alias) in text.words.aliases.iter().enumerate() {
            let path = file_of(alias).filter(|_| cx.site.route(ix, lang).is_some());
            match path {
                Some(path) => found.push((path, Artifact::Redirect { lang, ix, alias: number })),
                None => findings.push(
                    Diagnostic::error("bad-alias", format!("`{alias}` is not an address of this site"))
                        .at(alias_span(plan, lang, ix, number))
                        .help(
                            "begin it with `/` and the language: `/en/old-place/`; without spaces, `?`, `#`, `%` and `..`",
                        ),
                ),
            }
        }
    }
    (found, findings)
}

/// The file that a server shows at an alias.
fn file_of(alias: &str) -> Option<OutPath> {
    let inner = alias.trim_start_matches('/');
    let path = match inner.strip_suffix('/') {
        Some(folder) => format!("{folder}/index.html"),
        None if inner.ends_with(".html") => inner.to_owned(),
        None => format!("{inner}/index.html"),
    };
    OutPath::new(&path).filter(|_| alias.starts_with('/') && is_address(&path))
}

/// Whether an alias can be a file: names that a disk takes, and that neither hide nor end an address.
fn is_address(path: &str) -> bool {
    let clean = |segment: &str| {
        segment.len() <= 200
            && !segment.starts_with('.')
            && !segment.contains(|c: char| c.is_control() || c.is_whitespace() || "?#%\"<>".contains(c))
    };
    path.split('/').all(clean)
}
