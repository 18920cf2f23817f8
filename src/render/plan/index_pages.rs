//! The pages of the index.

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::model::LangIx;
use crate::release::Made;
use crate::render::a_to_z::Index;
use crate::render::chrome::{self, Subject, page_view};
use crate::render::cx::{Cx, Here};
use crate::render::lists::{self, Numbered};
use crate::render::page::{Content, View};
use crate::render::views::*;

use super::Maker;

/// The index of each language of the site; none where the theme has no index.
pub(super) fn indexes(cx: &Cx) -> Vec<Index> {
    if cx.index.is_none() {
        return Vec::new();
    }
    let every: Vec<LangIx> = cx.site.languages().map(|(lang, _)| lang).collect();
    every.into_par_iter().map(|lang| Index::of(&cx.site, lang, cx.interface(lang))).collect()
}

impl Maker<'_> {
    /// Page `number`, from 1, of the index of a language.
    pub(super) fn index(&self, language: usize, number: usize) -> Made {
        let plan = self.plan;
        let cx = &plan.cx;
        let of = &plan.languages[language];
        let lang = of.lang;
        let index = &plan.indexes[usize::from(lang.0)];
        let route = chrome::index_route(cx, lang).expect("an index that has pages has an address");
        let here = Here::at(lang, &route.page(number));
        let title = cx.t(lang, "section-index", &[]);
        let mut page = page_view(cx, &here, Subject::Index { number, pages: &plan.index_pages });
        page.kind = "index";
        page.title = title.clone();
        page.breadcrumbs = vec![chrome::home(cx, &here)];
        let own = Link { title: Text::plain(title.clone()), href: String::new() };
        if number == 1 {
            page.breadcrumbs.push(own);
        } else {
            page.breadcrumbs.push(Link { href: cx.href(&here, route, lang), ..own });
            let crumb = plan.page_crumb(lang, number, index.pages());
            page.title = format!("{title} – {}", crumb.title.text);
            page.breadcrumbs.push(crumb);
        }
        let letters = index.jumps().into_iter().map(|(letter, at)| {
            let page = if at == number { String::new() } else { cx.href(&here, &route.page(at), lang) };
            IndexLetter { label: letter.label.clone(), href: format!("{page}#_{}", letter.id), here: at == number }
        });
        let groups = index.page(plan.titles(of), number).into_iter().map(|(letter, documents)| {
            let cards = documents.into_iter().filter_map(|ix| of.cards.at(cx, &here, Level::Three, ix));
            let entries = cards.map(|card| {
                let fields = &card.fields;
                let details = [&fields.kind_label, &fields.country].into_iter().filter(|words| !words.is_empty());
                IndexEntry { title: fields.title.clone(), details: details.cloned().collect(), href: card.href }
            });
            let entries = IndexEntries(entries.collect());
            IndexGroup { label: letter.label.clone(), id: format!("_{}", letter.id), entries }
        });
        let view = IndexView {
            title,
            count: cx.t(lang, "count-documents", &[("count", index.entries().into())]),
            letters: letters.collect(),
            groups: groups.collect(),
            pages: lists::numbered(cx, &here, route, Numbered { current: number, total: index.pages() }),
        };
        self.page(&here, None, &View { page, content: Content::Index(view) }, Diagnostics::new())
    }
}
