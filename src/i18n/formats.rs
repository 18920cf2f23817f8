//! Dates, numbers, lists and the order of names in one locale.
//!
//! In: a locale and the language's shapes. Out: [`Formats`], made once a language. Always: every locale gives one; what
//! ICU4X does not know is formatted as in the root locale.

use std::cmp::Ordering;

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::decimal::DecimalFormatter;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};

use super::dates::Dates;
use super::shape::{Shape, Shapes};
use crate::foundation::Lang;

const WHOLE: &str = "ICU4X's compiled data falls back to the root locale";

pub(super) struct Formats {
    pub lang: Lang,
    /// As it was asked for.
    pub locale: String,
    pub dates: Dates,
    shapes: Shapes,
    numbers: Numbers,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
    percent: Shape,
    currency: Shape,
    currency_code: Shape,
}

/// The locale, else the language's own, else the root.
pub(super) fn icu_locale(lang: Lang, locale: &str) -> Locale {
    locale.parse().or_else(|_| lang.as_str().parse()).unwrap_or(Locale::UNKNOWN)
}

impl Formats {
    pub fn new(lang: Lang, locale: &str, shapes: Shapes) -> Formats {
        let icu = icu_locale(lang, locale);
        Formats {
            lang,
            locale: locale.to_owned(),
            dates: Dates::new(&icu, &shapes),
            numbers: Numbers::new(&icu),
            list: ListFormatter::try_new_and((&icu).into(), ListFormatterOptions::default()).expect(WHOLE),
            collator: Collator::try_new((&icu).into(), CollatorOptions::default()).expect(WHOLE),
            percent: shapes.get("pattern-percent", &["$number", "%"]),
            currency: shapes.get("pattern-currency", &["$number", "\u{a0}", "$symbol"]),
            currency_code: shapes.get("pattern-currency-code", &["$number", "\u{a0}", "$symbol"]),
            shapes,
        }
    }

    pub fn number(&self, value: f64, digits: Digits) -> String {
        self.numbers.format(value, digits)
    }

    /// 62 is `62 %`.
    pub fn percent(&self, value: f64, digits: Digits) -> String {
        self.percent.fill(&[("number", &self.number(value, digits))])
    }

    /// Whole amounts without decimals, others with two. `code` is ISO 4217; its sign is the shape `pattern-symbol-eur`,
    /// and where there is none the code itself is written.
    pub fn currency(&self, value: f64, code: &str) -> String {
        let decimals = if value.fract() == 0.0 { 0 } else { 2 };
        let number = self.number(value, Digits { least: decimals, most: decimals });
        let code_only: &[&str] = &[code];
        let symbol = self.shapes.get(&format!("pattern-symbol-{}", code.to_ascii_lowercase()), code_only).fill(&[]);
        let shape = if symbol == code { &self.currency_code } else { &self.currency };
        shape.fill(&[("number", &number), ("symbol", &symbol)])
    }

    pub fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter())
    }

    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(text, &mut key);
        key
    }
}

/// How many digits stand after the decimal sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Digits {
    pub least: usize,
    pub most: usize,
}

impl Default for Digits {
    /// As in ECMA-402, and so in Fluent: none to three.
    fn default() -> Digits {
        Digits { least: 0, most: 3 }
    }
}

/// Numbers in one locale.
pub(super) struct Numbers(DecimalFormatter);

impl Numbers {
    pub fn new(locale: &Locale) -> Numbers {
        Numbers(DecimalFormatter::try_new(locale.into(), Default::default()).expect(WHOLE))
    }

    /// Rounded half away from zero. What is not a number stays as it is.
    pub fn format(&self, value: f64, digits: Digits) -> String {
        // Rust writes a float with as many digits as it takes to read it back, and never with an exponent.
        let text = value.to_string();
        let Ok(mut decimal) = text.parse::<Decimal>() else { return text };
        // More digits than a float has say nothing, and a number of digits must fit ICU's type.
        let (least, most) = (digits.least.min(20) as i16, digits.most.max(digits.least).min(20) as i16);
        decimal.round_with_mode(-most, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
        decimal.absolute.trim_end();
        decimal.absolute.pad_end(-least);
        self.0.format_to_string(&decimal)
    }
}

/// The plural categories that whole numbers have in a locale, each with the numbers from 0 to 1,000 that are in it.
/// Categories that begin later (Italian and Portuguese `many`, at a million) are left out: Fluent does not choose them.
pub(super) fn integer_categories(locale: &Locale) -> Vec<(&'static str, Vec<u32>)> {
    let rules = PluralRules::try_new_cardinal(locale.into()).expect(WHOLE);
    let mut categories: Vec<(&'static str, Vec<u32>)> = Vec::new();
    for number in 0..=1000_u32 {
        let name = match rules.category_for(number) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        };
        match categories.iter_mut().find(|(category, _)| *category == name) {
            Some((_, numbers)) => numbers.push(number),
            None => categories.push((name, vec![number])),
        }
    }
    categories
}
