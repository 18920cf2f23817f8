//! The pages that compare cases.

use crate::diag::Diagnostics;
use crate::model::{DocIx, Route, SectionKey};
use crate::release::Made;
use crate::render::chrome::{self, Subject, page_view};
use crate::render::compare::{self, On, Place, Selection};
use crate::render::cx::Here;
use crate::render::page::{Content, View};
use crate::render::views::*;
use crate::source::Kind;

use super::{InLanguage, Maker, Plan};

/// Where a page of the comparison stands in each language, and the page of all cases, for those that lack it.
pub(super) struct Stands {
    pub routes: Vec<Option<Route>>,
    pub first: Vec<Option<Route>>,
}

impl Plan {
    pub(super) fn stands(&self, Place { selection, number }: Place) -> Stands {
        let (cx, compared) = (&self.cx, &self.compared);
        let languages = || cx.site.languages().map(|(lang, _)| lang);
        let has = |lang| number <= compared.page_count(lang, selection);
        let route = |lang| compared.route(cx, lang, selection).filter(|_| has(lang)).map(|route| route.page(number));
        Stands {
            routes: languages().map(route).collect(),
            first: languages().map(|lang| compared.route(cx, lang, Selection::All)).collect(),
        }
    }

    fn compare_frame(&self, language: &InLanguage, here: &Here, place: Place) -> PageView {
        let (cx, lang) = (&self.cx, language.lang);
        let section = compare::section(cx).expect("cases that are compared have a section");
        let stands = self.stands(place);
        let mut page = page_view(cx, here, Subject::Made { routes: &stands.routes, first: &stands.first });
        let all = stands.first[usize::from(lang.0)].as_ref().expect("what is compared has a page");
        let title = cx.t(lang, "compare-cases", &[]);
        page.kind = "compare";
        page.section = section.key.folder().to_owned();
        page.description = cx.t(lang, "compare-summary", &[]);
        page.title = title.clone();
        let whole = Link { title: Text::plain(title), href: cx.href(here, all, lang) };
        page.breadcrumbs = vec![chrome::home(cx, here), chrome::section_link(cx, here, section), whole];
        if place.selection != Selection::All {
            let chosen = self.compared.chosen(cx, lang, place.selection).join(", ");
            page.title = format!("{} – {chosen}", page.title);
            page.breadcrumbs.push(Link { title: Text::plain(chosen), href: String::new() });
            // A part of the page of all cases: search engines need one.
            page.canonical = Some(cx.permalink(all));
            page.alternates = Alternates(Vec::new());
            page.noindex = true;
        }
        if place.number > 1 {
            let crumb = self.page_crumb(lang, place.number, self.compared.page_count(lang, place.selection));
            page.title = format!("{} – {}", page.title, crumb.title.text);
            page.breadcrumbs.push(crumb);
        }
        // The page itself needs no link.
        if let (Selection::All, 1, Some(last)) = (place.selection, place.number, page.breadcrumbs.last_mut()) {
            last.href = String::new();
        }
        page
    }
}

impl Maker<'_> {
    pub(super) fn compare(&self, language: usize, place: Place) -> Made {
        let plan = self.plan;
        let (cx, of) = (&plan.cx, &plan.languages[language]);
        let route = plan.compared.route(cx, of.lang, place.selection).expect("a page that is made has an address");
        let here = Here::at(of.lang, &route.page(place.number));
        let page = plan.compare_frame(of, &here, place);
        let section = cx.site.sections.iter().position(|section| section.key == SectionKey::Kind(Kind::CaseStudy));
        let section = section.expect("cases that are compared have a section");
        let cases: Vec<DocIx> = plan.listing(language, section).entries.iter().map(|(_, ix)| *ix).collect();
        let view = compare::view(&plan.compared, On { cx, here: &here, place, cases: &cases });
        self.page(&here, None, &View { page, content: Content::Compare(view) }, Diagnostics::new())
    }
}
