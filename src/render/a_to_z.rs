//! The index of a language: all documents by their first letters, as the language sorts them.
//!
//! In: the site. Out: which letters a language has, which of them stand on which page, and the entries of each. Always: a
//! page ends with a letter, so that each letter stands on one page; which pages there are is known without sorting a title.

use std::cmp::Ordering;
use std::ops::Range;

use crate::foundation::fold;
use crate::i18n::Interface;
use crate::model::{DocIx, LangIx, Site, Titles, sorted_part};
use crate::source::Kind;

/// About how many entries a page has; a letter of more has a page of its own.
pub const PER_PAGE: usize = 200;

/// The index of a language, before its titles are sorted.
pub struct Index {
    alphabet: Alphabet,
    /// The letter of each document that the language has.
    letters: Vec<(usize, DocIx)>,
    /// The letters of each page.
    pages: Vec<Range<usize>>,
}

impl Index {
    pub fn of(site: &Site, lang: LangIx, interface: &Interface) -> Index {
        let alphabet = Alphabet::of(interface);
        let is_home = |ix: DocIx| site.get(ix).kind == Kind::Page && site.get(ix).id.as_str() == "index";
        let listed = site
            .all()
            .filter(|ix| site.get(*ix).kind != Kind::Section && site.route(*ix, lang).is_some() && !is_home(*ix));
        let letters: Vec<(usize, DocIx)> =
            listed.map(|ix| (alphabet.letter(&site.text(ix, lang).0.words.title), ix)).collect();
        let mut counts = vec![0; alphabet.labels.len()];
        letters.iter().for_each(|(letter, _)| counts[*letter] += 1);
        Index { pages: pages(&counts), alphabet, letters }
    }

    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// How many entries there are, on all pages together.
    pub fn entries(&self) -> usize {
        self.letters.len()
    }

    /// The letters that have entries, each with its page, from 1.
    pub fn jumps(&self) -> Vec<(&Letter, usize)> {
        let used = |letter: &usize| self.letters.iter().any(|(other, _)| other == letter);
        let page = |letter: usize| self.pages.iter().position(|page| page.contains(&letter)).unwrap_or_default() + 1;
        let letters = 0..self.alphabet.labels.len();
        letters.filter(used).map(|letter| (&self.alphabet.labels[letter], page(letter))).collect()
    }

    /// The letters of page `number`, from 1, with their documents in the order of the language.
    pub fn page(&self, titles: &Titles, number: usize) -> Vec<(&Letter, Vec<DocIx>)> {
        let letters = self.pages[number - 1].clone();
        let on_page = self.letters.iter().filter(|(letter, _)| letters.contains(letter));
        let mut entries: Vec<(usize, u32, DocIx)> =
            on_page.map(|(letter, ix)| (*letter, titles.place(*ix), *ix)).collect();
        entries.sort_unstable();
        let mut groups: Vec<(&Letter, Vec<DocIx>)> = Vec::new();
        let mut last = None;
        for (letter, _, ix) in entries {
            match groups.last_mut().filter(|_| last == Some(letter)) {
                Some((_, documents)) => documents.push(ix),
                None => groups.push((&self.alphabet.labels[letter], vec![ix])),
            }
            last = Some(letter);
        }
        groups
    }
}

/// Cuts letters with so many entries each into pages; there is always one.
fn pages(counts: &[usize]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (letter, count) in counts.iter().enumerate() {
        if size > 0 && size + count > PER_PAGE {
            pages.push(start..letter);
            (start, size) = (letter, 0);
        }
        size += count;
    }
    pages.push(start..counts.len());
    pages
}

/// A letter of the index.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// As the heading has it: `Ch`.
    pub label: String,
    /// For an address: `ch`.
    pub id: String,
}

/// The letters of a language, in its order: digits first, other scripts last.
struct Alphabet {
    labels: Vec<Letter>,
    /// Letters that are more than their first sign says (`ch`, `č`), longest first, with their places in `labels`.
    own: Vec<(&'static str, usize)>,
    /// The places of `a` to `z`.
    plain: [usize; 26],
}

/// What is a letter of its own in one language or another.
const CANDIDATES: [&str; 36] = [
    "č", "ć", "ď", "đ", "ľ", "ł", "ň", "ñ", "ř", "š", "ś", "ť", "ž", "ź", "ż", "ä", "å", "ö", "ő", "ø", "ü", "ű", "æ",
    "ch", "cs", "dz", "dzs", "dž", "gy", "lj", "ly", "nj", "ny", "sz", "ty", "zs",
];
const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz";

impl Alphabet {
    fn of(interface: &Interface) -> Alphabet {
        let plain = (0..PLAIN.len()).map(|at| &PLAIN[at..=at]);
        let mut letters: Vec<&'static str> =
            plain.chain(CANDIDATES.into_iter().filter(|it| is_own(interface, it))).collect();
        letters.sort_by_cached_key(|letter| interface.sort_key(letter));
        let mut labels = vec![Letter { label: "0–9".to_owned(), id: "0-9".to_owned() }];
        let mut own = Vec::new();
        let mut places = [0; 26];
        let mut last: Option<&str> = None;
        for letter in letters {
            if !last.is_some_and(|last| are_one(interface, last, letter)) {
                let mut signs = letter.chars();
                let first = signs.next().into_iter().flat_map(char::to_uppercase);
                labels.push(Letter { label: first.chain(signs).collect(), id: letter.to_owned() });
            }
            last = Some(letter);
            match letter.as_bytes() {
                [plain] => places[usize::from(plain - b'a')] = labels.len() - 1,
                _ => own.push((letter, labels.len() - 1)),
            }
        }
        labels.push(Letter { label: "…".to_owned(), id: "-".to_owned() });
        own.sort_by_key(|(letter, _)| std::cmp::Reverse(letter.chars().count()));
        Alphabet { labels, own, plain: places }
    }

    /// The place of a title's first letter.
    fn letter(&self, title: &str) -> usize {
        let title = sorted_part(title);
        let begins = |letter: &str| {
            let mut title = title.chars().flat_map(char::to_lowercase);
            letter.chars().all(|c| title.next() == Some(c))
        };
        if let Some((_, place)) = self.own.iter().find(|(letter, _)| begins(letter)) {
            return *place;
        }
        let Some(first) = title.chars().next() else { return self.labels.len() - 1 };
        match fold(first.encode_utf8(&mut [0; 4])).bytes().next() {
            Some(letter @ b'a'..=b'z') => self.plain[usize::from(letter - b'a')],
            _ if first.is_numeric() => 0,
            _ => self.labels.len() - 1,
        }
    }
}

/// Whether a letter sorts after everything that begins with its first sign: a Greek letter comes after all Latin ones.
fn is_own(interface: &Interface, letter: &str) -> bool {
    let first = letter.chars().next().unwrap_or_default();
    let base = fold(first.encode_utf8(&mut [0; 4]));
    let end = format!("{}ω", base.chars().next().unwrap_or(first));
    interface.compare(letter, &end) == Ordering::Greater
}

/// Whether the language sorts two letters as one: Hungarian ö and ő.
fn are_one(interface: &Interface, one: &str, other: &str) -> bool {
    let before = |one: &str, other: &str| interface.compare(&format!("{one}a"), &format!("{other}b")) == Ordering::Less;
    before(one, other) && before(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::Lang;
    use crate::i18n::{self, LanguageSpec};

    fn alphabet(lang: &str) -> (String, Vec<String>) {
        let lang = Lang::new(lang).expect("a language");
        let spec = LanguageSpec { lang, locale: lang.to_string(), chain: Vec::new() };
        let interfaces = i18n::load(&[spec], &[]).value;
        let alphabet = Alphabet::of(interfaces.get(lang));
        let labels: Vec<&str> = alphabet.labels.iter().map(|letter| letter.label.as_str()).collect();
        let titles =
            ["„Šance“", "Chata", "Citron", "Dzsungel", "Dzéta", "Őrség", "Ördög", "Ålborg", "1. škola", "Αθήνα", "—"];
        let of = |title: &str| alphabet.labels[alphabet.letter(title)].label.clone();
        (labels.join(" "), titles.map(of).to_vec())
    }

    #[test]
    fn each_language_has_its_letters() {
        let (labels, titles) = alphabet("cs");
        assert!(
            labels.starts_with("0–9 A B C Č D") && labels.contains(" H Ch I ") && labels.contains(" R Ř S Š T"),
            "{labels}"
        );
        assert_eq!(titles, ["Š", "Ch", "C", "D", "D", "O", "O", "A", "0–9", "…", "…"]);
        let (labels, titles) = alphabet("hu");
        assert!(
            labels.contains(" C Cs D Dz Dzs E ") && labels.contains(" O Ö P ") && labels.ends_with(" Z Zs …"),
            "{labels}"
        );
        assert_eq!(titles[2..7], ["C", "Dzs", "Dz", "Ö", "Ö"]);
        let (labels, _) = alphabet("hr");
        assert!(labels.contains(" C Č Ć D Dž Đ E ") && labels.contains(" L Lj M N Nj O "), "{labels}");
        let (_, titles) = alphabet("en");
        assert_eq!(titles, ["S", "C", "C", "D", "D", "O", "O", "A", "0–9", "…", "…"]);
    }

    #[test]
    fn a_letter_stands_on_one_page() {
        assert_eq!(pages(&[0, 0]), vec![Range { start: 0, end: 2 }]);
        assert_eq!(pages(&[150, 50, 1, 300, 2]), [0..2, 2..3, 3..4, 4..5]);
    }
}
