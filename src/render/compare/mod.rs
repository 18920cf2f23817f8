//! The comparison of all cases: what they are compared by, and which of its pages a language has.
//!
//! In: the facts of all case studies. Out: [`Compared`], for each language the cases that it has and the selections of them
//! that have a page. Always: a selection has a page only if it holds some of the cases and not what another page holds
//! already; rows and counts of all pages come from the same bits.

mod common;
mod page;
mod rows;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::model::{DocIx, LangIx, Route, Site, countries_of};
use crate::source::facts::Facts;
use crate::source::{Document, Kind};

use super::cx::Cx;
use super::generated::GeneratedPage;
use super::lists::PER_PAGE;
use super::views::RowFields;

pub use page::{On, Place, view};

/// Rows on one page of the comparison: a row is a line, and a reader wants many of them together.
pub const ROWS: usize = 5 * PER_PAGE;

/// What cases are compared by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dimension {
    Outcome,
    Country,
    Approach,
    Setting,
    Challenges,
    Incentives,
    Enablers,
    Barriers,
    Evidence,
}

impl Dimension {
    /// In the order of the columns.
    pub const ALL: [Dimension; 9] = [
        Dimension::Outcome,
        Dimension::Country,
        Dimension::Approach,
        Dimension::Setting,
        Dimension::Challenges,
        Dimension::Incentives,
        Dimension::Enablers,
        Dimension::Barriers,
        Dimension::Evidence,
    ];

    /// The word in addresses, which is also the first part of the messages of its values.
    pub fn key(self) -> &'static str {
        match self {
            Dimension::Outcome => "outcome",
            Dimension::Country => "country",
            Dimension::Approach => "approach",
            Dimension::Setting => "setting",
            Dimension::Challenges => "challenge",
            Dimension::Incentives => "incentive",
            Dimension::Enablers => "enabler",
            Dimension::Barriers => "barrier",
            Dimension::Evidence => "evidence",
        }
    }

    /// The fact, whose label heads its column.
    fn field(self) -> &'static str {
        match self {
            Dimension::Challenges => "challenges",
            Dimension::Incentives => "incentives",
            Dimension::Enablers => "enablers",
            Dimension::Barriers => "barriers",
            one => one.key(),
        }
    }

    /// The dimension of an enumeration that has pages of its own.
    pub fn of_enumeration(name: &str) -> Option<Dimension> {
        [Dimension::Challenges, Dimension::Incentives, Dimension::Enablers, Dimension::Barriers]
            .into_iter()
            .find(|dimension| dimension.field() == name)
    }

    /// The values of a case, each with its place among all of its dimension.
    fn values(self, document: &Document) -> Vec<(usize, String)> {
        let Facts::CaseStudy(case) = &document.facts else { return Vec::new() };
        macro_rules! words {
            ($values:expr) => {
                $values.into_iter().map(|value| (value as usize, value.as_str().to_owned())).collect()
            };
        }
        match self {
            Dimension::Outcome => words!(case.outcome),
            Dimension::Country => countries_of(document).into_iter().map(|code| (0, code.slug())).collect(),
            Dimension::Approach => words!(case.approach),
            Dimension::Setting => words!(case.setting),
            Dimension::Challenges => words!(document.common.challenges.iter().copied()),
            Dimension::Incentives => words!(case.incentives.iter().copied()),
            Dimension::Enablers => words!(case.enablers.iter().copied()),
            Dimension::Barriers => words!(case.barriers.iter().copied()),
            Dimension::Evidence => words!(case.evidence.iter().copied()),
        }
    }
}

/// One value of a dimension.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Value {
    pub dimension: Dimension,
    place: usize,
    pub word: String,
}

impl Value {
    /// `outcome-mixed`: in an address.
    pub fn segment(&self) -> String {
        [self.dimension.key(), "-", &self.word].concat()
    }
}

/// A value by its number among those that occur.
pub type ValueIx = u16;

/// Which cases are shown. A pair begins with an outcome.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Selection {
    All,
    One(ValueIx),
    Two(ValueIx, ValueIx),
}

impl Selection {
    /// Its values, the outcome first.
    pub fn values(self) -> impl Iterator<Item = ValueIx> {
        let (first, second) = match self {
            Selection::All => (None, None),
            Selection::One(value) => (Some(value), None),
            Selection::Two(outcome, value) => (Some(outcome), Some(value)),
        };
        first.into_iter().chain(second)
    }
}

/// Numbers below that of all values.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Bits(Vec<u64>);

impl Bits {
    fn of(numbers: impl Iterator<Item = usize>, limit: usize) -> Bits {
        let mut words = vec![0; limit.div_ceil(64)];
        numbers.for_each(|number| words[number / 64] |= 1 << (number % 64));
        Bits(words)
    }

    fn has(&self, number: ValueIx) -> bool {
        self.0[usize::from(number) / 64] >> (number % 64) & 1 == 1
    }

    /// How many both have, and how many either has.
    fn shared(&self, other: &Bits) -> (u32, u32) {
        let pairs = self.0.iter().zip(&other.0);
        pairs.fold((0, 0), |(both, either), (one, other)| {
            (both + (one & other).count_ones(), either + (one | other).count_ones())
        })
    }
}

/// The cases of the site and their values.
pub struct Compared {
    /// Those that occur, by dimension and in the order of the vocabulary.
    pub values: Vec<Value>,
    bits: BTreeMap<DocIx, Bits>,
    /// By language of the site.
    languages: Vec<InLanguage>,
    /// For each case, those that share most with it, once somebody asks.
    alike: BTreeMap<DocIx, OnceLock<Vec<DocIx>>>,
}

/// What one language compares.
#[derive(Default)]
struct InLanguage {
    /// How many cases a selection with a page of its own holds; empty where there is nothing to compare.
    pages: BTreeMap<Selection, usize>,
    /// The cases that it has, by id.
    present: Vec<DocIx>,
    rows: OnceLock<BTreeMap<DocIx, Arc<RowFields>>>,
}

/// How many cases make a comparison, and how many a pair that has a page of its own: one is found in the table of more.
const LEAST: usize = 2;

impl Compared {
    /// Nothing, where the theme has no page for it or there are no cases.
    pub fn none(site: &Site) -> Compared {
        let languages = site.languages().map(|_| InLanguage::default()).collect();
        Compared { values: Vec::new(), bits: BTreeMap::new(), languages, alike: BTreeMap::new() }
    }

    pub fn of(site: &Site) -> Compared {
        let of_case = |ix: DocIx| {
            let values = Dimension::ALL.into_iter().flat_map(move |dimension| {
                let values = dimension.values(site.get(ix)).into_iter();
                values.map(move |(place, word)| Value { dimension, place, word })
            });
            (ix, values.collect::<Vec<_>>())
        };
        let cases: Vec<(DocIx, Vec<Value>)> = site.of_kind(Kind::CaseStudy).map(of_case).collect();
        let mut values: Vec<Value> = cases.iter().flat_map(|(_, values)| values.iter().cloned()).collect();
        values.sort();
        values.dedup();
        let number = |value: &Value| values.binary_search(value).expect("a value that occurs");
        let bits = cases.iter().map(|(ix, of)| (*ix, Bits::of(of.iter().map(number), values.len()))).collect();
        let alike = cases.iter().map(|(ix, _)| (*ix, OnceLock::new())).collect();
        let mut compared = Compared { values, bits, alike, ..Compared::none(site) };
        compared.languages = site.languages().map(|(lang, _)| compared.in_language(site, lang)).collect();
        compared
    }

    fn in_language(&self, site: &Site, lang: LangIx) -> InLanguage {
        let present: Vec<DocIx> = self.bits.keys().copied().filter(|ix| site.route(*ix, lang).is_some()).collect();
        if present.len() < LEAST {
            return InLanguage::default();
        }
        let bits: Vec<&Bits> = present.iter().map(|ix| &self.bits[ix]).collect();
        let count = |values: &[ValueIx]| bits.iter().filter(|bits| values.iter().all(|it| bits.has(*it))).count();
        let mut pages = BTreeMap::from([(Selection::All, present.len())]);
        let singles: Vec<usize> = self.numbers().map(|value| count(&[value])).collect();
        for value in self.numbers() {
            let single = singles[usize::from(value)];
            if single == 0 {
                continue;
            }
            if single < present.len() {
                pages.insert(Selection::One(value), single);
            }
            for outcome in self.numbers().filter(|it| self.is_outcome(*it) && !self.is_outcome(value)) {
                let both = count(&[outcome, value]);
                if both >= LEAST && both < single && both < singles[usize::from(outcome)] {
                    pages.insert(Selection::Two(outcome, value), both);
                }
            }
        }
        InLanguage { pages, present, rows: OnceLock::new() }
    }

    fn numbers(&self) -> impl Iterator<Item = ValueIx> + use<> {
        0..ValueIx::try_from(self.values.len()).expect("vocabularies and countries are few")
    }

    fn value(&self, number: ValueIx) -> &Value {
        &self.values[usize::from(number)]
    }

    fn is_outcome(&self, number: ValueIx) -> bool {
        self.value(number).dimension == Dimension::Outcome
    }

    /// The selections that have pages in a language.
    pub fn selections(&self, lang: LangIx) -> impl Iterator<Item = Selection> + '_ {
        self.languages[usize::from(lang.0)].pages.keys().copied()
    }

    /// On how many pages a selection stands; 0 where it has none.
    pub fn pages(&self, lang: LangIx, selection: Selection) -> usize {
        self.languages[usize::from(lang.0)].pages.get(&selection).map_or(0, |cases| cases.div_ceil(ROWS))
    }

    /// Where the first page of a selection stands, below that of all cases.
    pub fn below(&self, all: Route, selection: Selection) -> Route {
        selection.values().fold(all, |route, value| route.join(&self.value(value).segment()))
    }

    /// The page that shows the cases with a value, where some have it: its own, or, where all have it, that of all.
    pub fn route_of<'c>(&self, cx: &'c Cx, lang: LangIx, value: (Dimension, &str)) -> Option<&'c Route> {
        let number = self.values.iter().position(|it| (it.dimension, it.word.as_str()) == value)?;
        let selection = Selection::One(ValueIx::try_from(number).ok()?);
        route(cx, lang, selection).or_else(|| route(cx, lang, Selection::All))
    }

    /// The cases of a selection that a language has, in the order of `entries`.
    fn selected(&self, selection: Selection, entries: &[DocIx]) -> Vec<DocIx> {
        let has = |ix: &&DocIx| self.bits.get(ix).is_some_and(|bits| selection.values().all(|value| bits.has(value)));
        entries.iter().filter(has).copied().collect()
    }

    /// The cases that share most with a case: most alike first, ties by id.
    pub fn alike(&self, ix: DocIx) -> &[DocIx] {
        self.alike.get(&ix).map_or(&[], |alike| alike.get_or_init(|| self.most_alike(ix)))
    }

    fn most_alike(&self, ix: DocIx) -> Vec<DocIx> {
        let own = &self.bits[&ix];
        // Shares as whole numbers, so that they compare the same on every machine.
        let share = |(other, bits): (&DocIx, &Bits)| {
            let (both, either) = own.shared(bits);
            (both > 0 && *other != ix).then(|| (std::cmp::Reverse(both * 10_000 / either), *other))
        };
        let mut others: Vec<_> = self.bits.iter().filter_map(share).collect();
        let wanted = ALIKE.min(others.len());
        if wanted < others.len() {
            others.select_nth_unstable(wanted);
            others.truncate(wanted);
        }
        others.sort_unstable();
        others.into_iter().map(|(_, other)| other).collect()
    }
}

/// How many cases are put beside one: four columns are as many as one can read.
const ALIKE: usize = 3;

/// Where the first page of a selection stands in a language, if it has one.
pub fn route(cx: &Cx, lang: LangIx, selection: Selection) -> Option<&Route> {
    cx.generated.route(GeneratedPage::Compare(selection), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_count_what_is_shared() {
        let (one, other) = (Bits::of([0, 63, 64].into_iter(), 70), Bits::of([63, 64, 69].into_iter(), 70));
        assert_eq!(one.shared(&other), (2, 4));
        assert!(one.has(64) && !one.has(69));
    }

    #[test]
    fn the_values_of_a_selection_begin_with_its_outcome() {
        assert_eq!(Selection::Two(1, 7).values().collect::<Vec<_>>(), [1, 7]);
        assert_eq!(Selection::All.values().count(), 0);
    }
}
