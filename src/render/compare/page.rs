//! The View of one page of the comparison.

use crate::i18n::Arg;
use crate::model::{DocIx, LangIx, Route, SectionKey};
use crate::render::cx::{Cx, Here};
use crate::render::generated::GeneratedPage;
use crate::render::lists::{self, Numbered};
use crate::render::views::{CompareView, Filter, FilterValue};
use crate::source::Kind;

use super::{Compared, Dimension, ROWS, Selection, ValueIx, route};

/// Which page, from 1, of which selection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    pub selection: Selection,
    pub number: usize,
}

/// What a page is made with.
#[derive(Clone, Copy)]
pub struct On<'a> {
    pub cx: &'a Cx,
    pub here: &'a Here,
    pub place: Place,
    /// All cases of the language, in the order of their list.
    pub cases: &'a [DocIx],
}

/// The View of a page.
pub fn view(compared: &Compared, on: On<'_>) -> CompareView {
    let On { cx, here, cases, place: Place { selection, number } } = on;
    let lang = here.lang;
    let all = route(cx, lang, Selection::All).expect("what is compared has a page");
    let route = route(cx, lang, selection).expect("a page that is made has an address");
    let selected = compared.selected(selection, cases);
    let total = selected.len().div_ceil(ROWS).max(1);
    let shown: Vec<DocIx> = selected.iter().copied().skip((number - 1) * ROWS).take(ROWS).collect();
    let href = |route: &Route| cx.href(here, route, lang);
    let rest = (2..=compared.pages(lang, Selection::All)).map(|page| href(&all.page(page)));
    let examples = cases.iter().filter(|ix| cx.site.get(**ix).common.example).count();
    CompareView {
        title: GeneratedPage::Compare(selection).title(cx, lang),
        chosen: compared.chosen(cx, lang, selection),
        count: lists::count(cx, lang, SectionKey::Kind(Kind::CaseStudy), selected.len()),
        base: href(all),
        total: cases.len(),
        clear: (selection != Selection::All).then(|| href(all)),
        by_approach: compared.dimensions().any(|dimension| dimension == Dimension::Approach),
        examples: examples_line(cx, lang, (examples, cases.len())),
        filters: compared.filters(on),
        columns: compared.columns(cx, lang),
        rows: compared.rows(cx, here, &shown),
        common: compared.common(on),
        pages: lists::numbered(cx, here, route, Numbered { current: number, total }),
        rest: rest.collect(),
    }
}

/// That cases are examples, where some are: all of them, or how many.
fn examples_line(cx: &Cx, lang: LangIx, (examples, cases): (usize, usize)) -> Option<String> {
    match examples {
        0 => None,
        _ if examples == cases => Some(cx.t(lang, "compare-examples-all", &[])),
        _ => Some(cx.t(lang, "compare-examples-some", &[("count", Arg::from(examples))])),
    }
}

impl Compared {
    /// `Outcome: Mixed`, for each value that a page is about.
    pub fn chosen(&self, cx: &Cx, lang: LangIx, selection: Selection) -> Vec<String> {
        let name = |number: ValueIx| {
            let label = cx.t(lang, &format!("field-{}", self.value(number).dimension.field()), &[]);
            format!("{label}: {}", self.word(cx, lang, number))
        };
        selection.values().map(name).collect()
    }

    fn filters(&self, on: On<'_>) -> Vec<Filter> {
        let chosen: Vec<ValueIx> = on.place.selection.values().collect();
        self.dimensions()
            .map(|dimension| {
                let numbers = self.numbers().filter(|number| self.value(*number).dimension == dimension);
                let values: Vec<FilterValue> = numbers.map(|number| self.filter_value(on, number)).collect();
                Filter {
                    key: dimension.key(),
                    label: on.cx.t(on.here.lang, &format!("field-{}", dimension.field()), &[]),
                    open: dimension == Dimension::Outcome
                        || chosen.iter().any(|number| self.value(*number).dimension == dimension),
                    values,
                }
            })
            .filter(|filter| filter.values.iter().any(|value| value.count > 0))
            .collect()
    }

    fn filter_value(&self, on: On<'_>, number: ValueIx) -> FilterValue {
        let On { cx, here, place: Place { selection, .. }, .. } = on;
        let current = selection.values().any(|value| value == number);
        let wanted = self.with(selection, number);
        let count = self.count(here.lang, wanted);
        let to = if current { Some(self.without(selection, number)) } else { self.shown_by(here.lang, wanted, count) };
        let href = match to {
            Some(to) if to == selection => None,
            Some(to) => route(cx, here.lang, to).map(|route| cx.href(here, route, here.lang)),
            None if count == 1 => self.only_case(on, wanted),
            None => None,
        };
        FilterValue {
            key: self.value(number).word.clone(),
            text: self.word(cx, here.lang, number),
            count,
            href,
            current,
        }
    }

    /// The selection that a value leads to: an outcome joins another value and takes the place of an outcome, and so the
    /// other way round.
    fn with(&self, selection: Selection, number: ValueIx) -> Selection {
        let other = selection.values().find(|value| self.is_outcome(*value) != self.is_outcome(number));
        match other {
            None => Selection::One(number),
            Some(outcome) if self.is_outcome(outcome) => Selection::Two(outcome, number),
            Some(value) => Selection::Two(number, value),
        }
    }

    fn without(&self, selection: Selection, number: ValueIx) -> Selection {
        selection.values().find(|value| *value != number).map_or(Selection::All, Selection::One)
    }

    /// How many cases of a language a selection holds, whether it has a page or not.
    fn count(&self, lang: LangIx, selection: Selection) -> usize {
        let of = &self.languages[usize::from(lang.0)];
        of.pages.get(&selection).copied().unwrap_or_else(|| {
            of.present.iter().filter(|ix| selection.values().all(|value| self.bits[ix].has(value))).count()
        })
    }

    /// The page that shows what a selection holds: its own, else that of one of its values which holds no other cases.
    fn shown_by(&self, lang: LangIx, selection: Selection, count: usize) -> Option<Selection> {
        let singles = selection.values().map(Selection::One);
        let candidates = std::iter::once(selection).chain(singles).chain([Selection::All]);
        let has = |it: &Selection| self.languages[usize::from(lang.0)].pages.get(it) == Some(&count);
        candidates.into_iter().find(has).filter(|_| count > 0)
    }

    /// A link to the row of the only case of a pair, in the table of its outcome or of all.
    fn only_case(&self, On { cx, here, cases, .. }: On<'_>, pair: Selection) -> Option<String> {
        let only = *self.selected(pair, cases).first()?;
        let outcome = pair.values().next().map(Selection::One);
        let table = outcome.filter(|outcome| self.pages(here.lang, *outcome) > 0).unwrap_or(Selection::All);
        let row = self.selected(table, cases).iter().position(|ix| *ix == only)?;
        let route = route(cx, here.lang, table)?.page(row / ROWS + 1);
        Some(format!("{}#{}", cx.href(here, &route, here.lang), cx.site.get(only).id))
    }
}
