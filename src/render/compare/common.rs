//! What the cases of one outcome have in common, counted beside those of the other outcomes.

use crate::i18n::Arg;
use crate::model::{DocIx, LangIx};
use crate::render::cx::Cx;
use crate::render::views::{Common, CommonCount, CommonRow};

use super::page::On;
use super::{Compared, Dimension, Selection, ValueIx};

/// How many features are shown: those that most cases have.
const MOST: usize = 12;

impl Compared {
    /// For the page of an outcome with two cases or more. Examples are left out where there are real cases of any outcome.
    pub(super) fn common(&self, On { cx, here, place, cases }: On<'_>) -> Option<Common> {
        let Selection::One(outcome) = place.selection else { return None };
        let lang = here.lang;
        if !self.is_outcome(outcome) {
            return None;
        }
        let counted = counted(cx, cases);
        let others = self.numbers().filter(|number| self.is_outcome(*number) && *number != outcome);
        let outcomes: Vec<(ValueIx, Vec<DocIx>)> = std::iter::once(outcome)
            .chain(others)
            .map(|number| (number, self.selected(Selection::One(number), &counted)))
            .collect();
        let own = &outcomes[0].1;
        if own.len() < 2 {
            return None;
        }
        let of = |value: ValueIx, cases: &[DocIx]| cases.iter().filter(|ix| self.bits[ix].has(value)).count();
        let is_feature = |number: &ValueIx| {
            !matches!(self.value(*number).dimension, Dimension::Outcome | Dimension::Country | Dimension::Evidence)
        };
        let mut features: Vec<(usize, ValueIx)> =
            self.numbers().filter(is_feature).map(|value| (of(value, own), value)).filter(|it| it.0 > 1).collect();
        features.sort_by_key(|(count, value)| (std::cmp::Reverse(*count), *value));
        features.truncate(MOST);
        let row = |(_, value): &(usize, ValueIx)| CommonRow {
            label: cx.t(lang, &format!("field-{}", self.value(*value).dimension.field()), &[]),
            value: self.word(cx, lang, *value),
            counts: outcomes.iter().map(|(_, cases)| count(cx, lang, of(*value, cases), cases.len())).collect(),
        };
        Some(Common {
            columns: outcomes.iter().map(|(number, _)| self.word(cx, lang, *number)).collect(),
            rows: features.iter().map(row).collect(),
        })
        .filter(|common| !common.rows.is_empty())
    }
}

/// The cases that figures count: real ones, or, where there are none, the examples.
fn counted(cx: &Cx, cases: &[DocIx]) -> Vec<DocIx> {
    let real: Vec<DocIx> = cases.iter().copied().filter(|ix| !cx.site.get(*ix).common.example).collect();
    if real.is_empty() { cases.to_vec() } else { real }
}

fn count(cx: &Cx, lang: LangIx, count: usize, of: usize) -> CommonCount {
    let number = |number: usize| Arg::from(cx.interface(lang).number(number as f64));
    CommonCount {
        text: cx.t(lang, "figure-of", &[("value", number(count)), ("of", number(of))]),
        percent: (100 * count).checked_div(of).unwrap_or(0),
    }
}
