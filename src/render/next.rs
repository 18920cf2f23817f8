//! What a reader may do next, by the kind of the page: links that lead on, at most three.

use crate::model::{DocIx, SectionKey, Via};
use crate::source::Kind;
use crate::source::facts::{CaseStudy, Facts};

use super::compare::{self, Dimension, Selection};
use super::cx::{Cx, Here};
use super::views::Step;

/// How many links a page ends with.
const MOST: usize = 3;

/// For the page of a document.
pub fn of_document(cx: &Cx, here: &Here, ix: DocIx) -> Vec<Step> {
    let steps = Steps { cx, here, ix };
    let links = match &cx.site.get(ix).facts {
        Facts::CaseStudy(case) => steps.case_study(case),
        Facts::School(_) => {
            vec![steps.first("next-cluster", Via::Cluster), steps.country()]
        }
        Facts::Cluster(_) => vec![steps.case_from(Via::Cluster), steps.all_cases()],
        Facts::Result(result) => vec![
            (!result.files.is_empty()).then(|| steps.within("next-download", "#_files")),
            Some(steps.within("next-cite", "#_cite")),
            steps.case_from(Via::Results),
            steps.section("next-results", Kind::Result),
        ],
        Facts::PolicyPost(_) => {
            vec![steps.first("next-case", Via::Cases), steps.all_cases()]
        }
        Facts::Organisation(_) => vec![steps.country(), steps.section("next-results", Kind::Result)],
        Facts::Event(_) => {
            vec![steps.first("event-report", Via::Report), steps.section("next-events", Kind::Event)]
        }
        Facts::None if cx.site.get(ix).kind == Kind::News => vec![steps.section("next-events", Kind::Event)],
        // What a country or a term gathers has a list's page.
        Facts::Country(_) | Facts::Page(_) | Facts::None => Vec::new(),
    };
    links.into_iter().flatten().take(MOST).collect()
}

/// For the page of what a country or a term gathers.
pub fn of_gathering(cx: &Cx, here: &Here, ix: DocIx) -> Vec<Step> {
    let document = cx.site.get(ix);
    let steps = Steps { cx, here, ix };
    let value = match document.kind {
        Kind::Country => Some((Dimension::Country, document.id.as_str())),
        _ => {
            document.id.as_str().split_once('/').and_then(|(name, word)| Some((Dimension::of_enumeration(name)?, word)))
        }
    };
    let compare = value.and_then(|value| steps.compare("next-here", value)).or_else(|| steps.all_cases());
    let schools = (document.kind == Kind::Country).then(|| steps.section("next-schools", Kind::School)).flatten();
    [compare, schools].into_iter().flatten().collect()
}

/// For the list of a section.
pub fn of_list(cx: &Cx, here: &Here, key: SectionKey) -> Vec<Step> {
    if key != SectionKey::Kind(Kind::CaseStudy) {
        return Vec::new();
    }
    let all = compare::route(cx, here.lang, Selection::All);
    all.map(|route| link(cx, here, "next-all", cx.href(here, route, here.lang))).into_iter().collect()
}

fn link(cx: &Cx, here: &Here, message: &str, href: String) -> Step {
    Step { words: cx.t(here.lang, message, &[]), href }
}

/// The ways that lead from one document.
struct Steps<'a> {
    cx: &'a Cx,
    here: &'a Here,
    ix: DocIx,
}

impl Steps<'_> {
    fn link(&self, message: &str, href: String) -> Step {
        link(self.cx, self.here, message, href)
    }

    fn case_study(&self, case: &CaseStudy) -> Vec<Option<Step>> {
        let same =
            case.outcome.and_then(|outcome| self.compare("next-outcome", (Dimension::Outcome, outcome.as_str())));
        vec![
            same.or_else(|| self.all_cases()),
            self.alike(),
            self.first("next-result", Via::Results).or_else(|| self.first("next-cluster", Via::Cluster)),
        ]
    }

    /// The page that compares the cases with a value.
    fn compare(&self, message: &str, value: (Dimension, &str)) -> Option<Step> {
        let route = self.cx.generated.contents.compared.route_of(self.cx, self.here.lang, value)?;
        Some(self.link(message, self.cx.href(self.here, route, self.here.lang)))
    }

    fn all_cases(&self) -> Option<Step> {
        let route = compare::route(self.cx, self.here.lang, Selection::All)?;
        Some(self.link("next-all", self.cx.href(self.here, route, self.here.lang)))
    }

    /// This case and those most like it: side by side by script, else the table of all.
    fn alike(&self) -> Option<Step> {
        let (cx, lang) = (self.cx, self.here.lang);
        let all = compare::route(cx, lang, Selection::All)?;
        let present =
            cx.generated.contents.compared.alike(self.ix).iter().filter(|other| cx.site.route(**other, lang).is_some());
        let ids: Vec<&str> = std::iter::once(&self.ix).chain(present).map(|ix| cx.site.get(*ix).id.as_str()).collect();
        let href = format!("{}?cases={}", cx.href(self.here, all, lang), ids.join(","));
        (ids.len() > 1).then(|| self.link("next-alike", href))
    }

    /// What the document refers to first.
    fn first(&self, message: &str, via: Via) -> Option<Step> {
        let to = self.cx.site.references(self.ix, via).next()?;
        Some(self.link(message, self.cx.document_href(self.here, to)?.0))
    }

    /// The first case that refers to the document.
    fn case_from(&self, via: Via) -> Option<Step> {
        let site = &self.cx.site;
        let case = site.referrers(self.ix, via).find(|from| site.get(*from).kind == Kind::CaseStudy)?;
        Some(self.link("next-case", self.cx.document_href(self.here, case)?.0))
    }

    fn country(&self) -> Option<Step> {
        let code = *self.cx.site.get(self.ix).common.country.codes.first()?;
        let page = self.cx.site.find(Kind::Country, &code.slug())?;
        Some(self.link("next-country", self.cx.document_href(self.here, page)?.0))
    }

    /// The list of a kind.
    fn section(&self, message: &str, kind: Kind) -> Option<Step> {
        let section = self.cx.site.section(SectionKey::Kind(kind))?;
        Some(
            self.link(message, self.cx.href(self.here, &section.routes[usize::from(self.here.lang.0)], self.here.lang)),
        )
    }

    /// A part of the page itself.
    fn within(&self, message: &str, part: &str) -> Step {
        self.link(message, part.to_owned())
    }
}
