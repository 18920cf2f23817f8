//! Pages that no document has: 404, the chooser of languages, redirects.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::foundation::{Lang, OutPath};
use crate::model::{DocIx, LangIx, Route};
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::{Here, root_of_depth};
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::source::Kind;

use super::{Made, Owner, Planner};

impl Planner<'_> {
    pub(super) fn not_found(&self, lang: LangIx, path: &str) -> Made {
        let cx = self.cx;
        let root = cx.absolute_root();
        let here = Here { lang, root };
        let mut page = page_view(cx, &here, Subject::NotFound);
        page.kind = "not-found";
        page.title = cx.t(lang, "not-found-title", &[]);
        self.page(path, &here, View { page, content: Content::NotFound }, None)
    }

    pub(super) fn chooser(&self) -> Made {
        let cx = self.cx;
        let here = Here { lang: cx.addresses.hosted[0], root: root_of_depth(0) };
        let home = cx.site.find(Kind::Page, "index");
        let subject = home.map_or(Subject::NotFound, Subject::Document);
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
                    name: cx.interface(*lang).language_name(tag),
                    title: chrome::site_title(cx, *lang),
                    href: cx.href(&here, &Route::new(format!("{tag}/")), *lang),
                }
            })
            .collect();
        let view = View { page, content: Content::Chooser(ChooserView { languages }) };
        self.page("index.html", &here, view, None)
    }

    pub(super) fn redirects(&self, lang: LangIx) -> Vec<Made> {
        let tag: Lang = self.cx.site.lang(lang);
        let texts = self.cx.site.all().filter_map(|ix| Some((ix, self.cx.site.get(ix).texts.get(&tag)?)));
        texts
            .flat_map(|(ix, text)| {
                text.words.aliases.iter().enumerate().map(move |(number, alias)| (ix, number, alias))
            })
            .map(|(ix, number, alias)| {
                let mut made = self.redirect(lang, ix, number, alias);
                if made.findings.has_errors() {
                    made.path = OutPath::new(&format!("invalid-alias/{}-{lang}-{number}", ix.0, lang = lang.0))
                        .expect("numbers are clean");
                }
                made
            })
            .collect()
    }

    pub(super) fn redirect(&self, lang: LangIx, ix: DocIx, number: usize, alias: &str) -> Made {
        let cx = self.cx;
        let owner = Owner::Alias(ix, cx.site.lang(lang), number);
        let inner = alias.trim_start_matches('/');
        let (path, depth) = match inner.strip_suffix('/') {
            Some(folder) => (format!("{folder}/index.html"), inner.matches('/').count()),
            None if inner.ends_with(".html") => (inner.to_owned(), inner.matches('/').count()),
            None => (format!("{inner}/index.html"), inner.matches('/').count() + 1),
        };
        let here = Here { lang, root: root_of_depth(depth) };
        let route = cx.site.route(ix, lang);
        let (true, Some(route)) = (alias.starts_with('/') && is_address(&path), route) else {
            let mut made = Made::new("invalid-alias", Arc::from([].as_slice()), None);
            made.findings.push(
                Diagnostic::error("bad-alias", format!("`{alias}` is not an address of this site"))
                    .at(owner.span(cx))
                    .help(
                        "begin it with `/` and the language: `/en/old-place/`; without spaces, `?`, `#`, `%` and `..`",
                    ),
            );
            return made;
        };
        let mut page = page_view(cx, &here, Subject::Document(ix));
        page.kind = "redirect";
        page.title = cx.title(lang, ix).text;
        page.noindex = true;
        let redirect = RedirectView { href: cx.href(&here, route, lang), title: page.title.clone() };
        self.page(&path, &here, View { page, content: Content::Redirect(redirect) }, Some(owner))
    }
}

/// Whether an alias can be a file: names that a disk takes, and that neither hide nor end an address.
fn is_address(path: &str) -> bool {
    let clean = |segment: &str| {
        segment.len() <= 200
            && !segment.starts_with('.')
            && !segment.contains(|c: char| c.is_control() || c.is_whitespace() || "?#%\"<>".contains(c))
    };
    OutPath::new(path).is_some() && path.split('/').all(clean)
}
