//! The order of all titles in a language.
//!
//! In: titles, and how the language compares two of them. Out: the place of each. Always: as if they had been compared with
//! each other. Most of a comparison is to begin it, and titles begin with the same words (`School`, `Osnovna škola`): so each
//! word is compared with other words, once, and titles by the places of their first words, as far as those are few. That a
//! language sorts the parts of a title one after the other is asked of the result, not believed: where it does not, whole
//! titles are sorted.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use crate::i18n::Interface;
use crate::source::Kind;

use super::{DocIx, LangIx, Site, sorted_part};

/// The order of all titles in a language: equal numbers for titles that the language does not tell apart.
pub struct Titles(Vec<u32>);

impl Titles {
    /// Made once for a language: a document stands in five lists or more. A sort key takes as long as forty comparisons, and
    /// none is compared so often.
    pub fn of(site: &Site, lang: LangIx, interface: &Interface) -> Titles {
        let sorted_by_title = |ix: &DocIx| site.get(*ix).kind != Kind::Section;
        let title = |ix: DocIx| (sorted_part(&site.text(ix, lang).0.words.title), ix);
        let mut titles: Vec<(&str, DocIx)> = site.all().filter(sorted_by_title).map(title).collect();
        let mut places = vec![0; site.documents.len()];
        let of_titles = sort(&mut titles, &|one, other| interface.compare(one, other));
        for ((_, ix), place) in titles.into_iter().zip(of_titles) {
            places[ix.0 as usize] = place;
        }
        Titles(places)
    }

    /// The place of a document among all.
    pub fn place(&self, ix: DocIx) -> u32 {
        self.0[ix.0 as usize]
    }
}

type Compare<'c> = &'c dyn Fn(&str, &str) -> Ordering;

/// A title and what it is of.
type Titled<'t, T> = (&'t str, T);

/// Sorts titles and gives the place of each.
fn sort<T: Copy>(titles: &mut [Titled<'_, T>], compare: Compare<'_>) -> Vec<u32> {
    by_words(titles, compare);
    let (of_titles, in_order) = places(titles, compare);
    if in_order {
        return of_titles;
    }
    by_titles(titles, compare);
    places(titles, compare).0
}

/// The place of each title, and whether they are in order.
fn places<T>(titles: &[Titled<'_, T>], compare: Compare<'_>) -> (Vec<u32>, bool) {
    let mut places = Vec::with_capacity(titles.len());
    let (mut place, mut in_order) = (0, true);
    for (number, (title, _)) in titles.iter().enumerate() {
        if number > 0 {
            let order = compare(titles[number - 1].0, title);
            place += u32::from(order.is_ne());
            in_order &= order.is_le();
        }
        places.push(place);
    }
    (places, in_order)
}

fn by_titles<T>(titles: &mut [Titled<'_, T>], compare: Compare<'_>) {
    titles.sort_by(|(one, _), (other, _)| compare(one, other));
}

/// At most so many words of a title are looked at.
const DEEPEST: usize = 12;

/// Sorts titles by as many of their first words as are half as many, without those that come again, as there are titles; those
/// whose words are alike are compared.
fn by_words<T: Copy>(titles: &mut [Titled<'_, T>], compare: Compare<'_>) {
    let Some((columns, words)) = columns(titles) else { return by_titles(titles, compare) };
    let classes = &classes(&words, compare);
    let row = |title: usize| columns.iter().map(move |column| classes[column[title] as usize]);
    let mut order: Vec<usize> = (0..titles.len()).collect();
    order.sort_by(|one, other| row(*one).cmp(row(*other)));
    let came = titles.to_vec();
    titles.iter_mut().zip(&order).for_each(|(place, from)| *place = came[*from]);
    let mut rest = titles;
    for alike in order.chunk_by(|one, other| row(*one).eq(row(*other))) {
        let (alike, others) = rest.split_at_mut(alike.len());
        rest = others;
        if alike.iter().any(|(title, _)| *title != alike[0].0) {
            by_titles(alike, compare);
        }
    }
}

/// The first, second and further words of all titles, as numbers, and the words themselves; `None` where even the first ones
/// are too many: then they would be compared as often as the titles.
fn columns<'t, T>(titles: &[Titled<'t, T>]) -> Option<(Vec<Vec<u32>>, Vec<&'t str>)> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut words: Vec<&str> = Vec::new();
    let mut columns = Vec::new();
    let mut begin = vec![0; titles.len()];
    while columns.len() < DEEPEST && titles.iter().zip(&begin).any(|((title, _), at)| *at < title.len()) {
        let before = words.len();
        let number = |((title, _), at): (&Titled<'t, T>, &mut usize)| {
            let word = word(title, *at);
            *at += word.len() + 1;
            *numbers.entry(word).or_insert_with(|| {
                words.push(word);
                words.len() as u32 - 1
            })
        };
        let column: Vec<u32> = titles.iter().zip(&mut begin).map(number).collect();
        if words.len() * 2 > titles.len() {
            words.truncate(before);
            break;
        }
        columns.push(column);
    }
    (!columns.is_empty()).then_some((columns, words))
}

/// The word that begins there, empty where the title has ended.
fn word(title: &str, at: usize) -> &str {
    let rest = title.get(at..).unwrap_or_default();
    rest.split_once(' ').map_or(rest, |(word, _)| word)
}

/// The place of each word among words: the same for those that differ in nothing but accents or capitals, which decide only
/// where nothing after them does.
fn classes(words: &[&str], compare: Compare<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by(|one, other| compare(words[*one], words[*other]));
    let mut classes = vec![0; words.len()];
    let alike = |one: &usize, other: &usize| {
        compare(&[words[*other], " 0"].concat(), &[words[*one], " 1"].concat()) == Ordering::Less
    };
    for (place, class) in order.chunk_by(alike).enumerate() {
        class.iter().for_each(|word| classes[*word] = place);
    }
    classes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::foundation::Lang;
    use crate::i18n::{self, LanguageSpec};

    /// Numbers the titles by their first appearance, so that it shows which of two equal ones came first.
    fn numbered(titles: &[String]) -> Vec<Titled<'_, usize>> {
        titles.iter().enumerate().map(|(number, title)| (title.as_str(), number)).collect()
    }

    proptest! {
        #[test]
        fn words_sort_as_titles_do(
            lang in "en|cs|hu|hr|fr|th|ja",
            titles in prop::collection::vec("(ab|ab|aB|áb|abc|a|c|ch|cs|h|Š|-|1|10|o\u{308}|ö){0,2}( (ab|ab|Ab|á|c|h|dzs|-|\u{ad}|2))?( ab| c|  x)?", 0..60),
        ) {
            let lang = Lang::new(&lang).expect("a language");
            let spec = LanguageSpec { lang, locale: lang.to_string(), chain: Vec::new() };
            let interfaces = i18n::load(&[spec], &[]).value;
            let compare = |one: &str, other: &str| interfaces.get(lang).compare(one, other);
            let (mut by_words, mut plain) = (numbered(&titles), numbered(&titles));
            let places_of = sort(&mut by_words, &compare);
            by_titles(&mut plain, &compare);
            let by_number = |titles: &[Titled<'_, usize>], places: Vec<u32>| {
                let mut all: Vec<(usize, u32)> = titles.iter().map(|(_, number)| *number).zip(places).collect();
                all.sort_unstable();
                all
            };
            let plainly = places(&plain, &compare).0;
            prop_assert_eq!(by_number(&by_words, places_of), by_number(&plain, plainly));
        }
    }

    #[test]
    fn a_language_that_passes_over_spaces_is_sorted_too() {
        let letters = |text: &str| text.replace(' ', "");
        let compare = |one: &str, other: &str| letters(one).cmp(&letters(other));
        let titles: Vec<String> =
            (0..40).map(|n| format!("a{} {}", "b".repeat(n % 3), ["a", "b", "c"][n % 7 % 3])).collect();
        let mut sorted = numbered(&titles);
        by_words(&mut sorted, &compare);
        assert!(!places(&sorted, &compare).1, "words alone would not do");
        sort(&mut sorted, &compare);
        assert!(places(&sorted, &compare).1);
    }

    #[test]
    fn a_language_that_compares_in_no_order_stops_nothing() {
        let compare = |one: &str, other: &str| if one == other { Ordering::Equal } else { Ordering::Greater };
        let titles: Vec<String> = (0..9).map(|n| format!("a {}", n % 4)).collect();
        assert_eq!(sort(&mut numbered(&titles), &compare).len(), 9);
    }

    #[test]
    fn words_that_differ_in_capitals_do_not_decide_before_the_next() {
        let lang = Lang::new("en").expect("a language");
        let spec = LanguageSpec { lang, locale: lang.to_string(), chain: Vec::new() };
        let interfaces = i18n::load(&[spec], &[]).value;
        let compare = |one: &str, other: &str| interfaces.get(lang).compare(one, other);
        let titles: Vec<String> =
            (0..40).map(|n| format!("{} {}", ["Plan", "plan"][n % 2], ["b", "a", "á", "c"][n / 2 % 4])).collect();
        let mut sorted = numbered(&titles);
        by_words(&mut sorted, &compare);
        assert!(places(&sorted, &compare).1, "without a second look: {sorted:?}");
        assert_eq!((sorted[0].0, sorted[39].0), ("plan a", "Plan c"));
    }

    #[test]
    fn few_words_are_compared() {
        let titles: Vec<String> = (0..1000).map(|n| format!("School {} of the {}", n * 7 % 40, n * 11 % 30)).collect();
        let count = |sort: &dyn Fn(&mut Vec<Titled<'_, usize>>, Compare<'_>)| {
            let compared = std::cell::Cell::new(0);
            let compare = |one: &str, other: &str| {
                compared.set(compared.get() + 1);
                one.cmp(other)
            };
            sort(&mut numbered(&titles), &compare);
            compared.get()
        };
        let by_words = count(&|titles, compare| drop(sort(titles, compare)));
        let plain = count(&|titles, compare| by_titles(titles, compare));
        assert!(by_words * 2 < plain, "{by_words} of {plain}");
    }
}
