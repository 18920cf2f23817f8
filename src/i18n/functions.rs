//! What Fluent itself does not do: `NUMBER` and `DATETIME` over ICU4X, and bare numbers and dates in the language's way.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumberStyle, FluentType};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::dates::DateStyle;
use super::formats::{Digits, Formats, Numbers};
use crate::foundation::{Date, Lang};

/// What an option of a function can be.
#[derive(Clone, Copy)]
pub(super) enum Values {
    Number,
    OneOf(&'static [&'static str]),
    /// Any text.
    Text,
}

/// The functions that a message may call, and the options that each knows.
pub(super) const FUNCTIONS: [(&str, &[(&str, Values)]); 2] = [
    (
        "NUMBER",
        &[
            ("minimumFractionDigits", Values::Number),
            ("maximumFractionDigits", Values::Number),
            ("style", Values::OneOf(&["decimal", "percent", "currency"])),
            ("currency", Values::Text),
            ("type", Values::OneOf(&["cardinal", "ordinal"])),
            ("useGrouping", Values::Text),
            ("currencyDisplay", Values::Text),
        ],
    ),
    ("DATETIME", &[("style", DATE_STYLES), ("dateStyle", DATE_STYLES)]),
];

const DATE_STYLES: Values = Values::OneOf(&["long", "short"]);

pub(super) type Bundle = FluentBundle<FluentResource>;

/// An empty bundle of the language, with our functions.
pub(super) fn bundle(formats: &Arc<Formats>) -> Bundle {
    let tag = |text: &str| text.parse::<LanguageIdentifier>().ok();
    let locale = tag(&formats.locale).or_else(|| tag(formats.lang.as_str())).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks that isolate directions have no place in HTML, which has `dir` and `<bdi>`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, memoizer| match value {
        FluentValue::Number(number) => {
            let digits = digits(number.options.minimum_fraction_digits, number.options.maximum_fraction_digits);
            memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.format(number.value, digits)).ok()
        }
        _ => None,
    }));
    let of = formats.clone();
    bundle.add_function("NUMBER", move |values, options| number(&of, values, options)).expect("a new bundle");
    let of = formats.clone();
    bundle.add_function("DATETIME", move |values, options| datetime(&of, values, options)).expect("a new bundle");
    bundle
}

impl Memoizable for Numbers {
    type Args = ();
    type Error = std::convert::Infallible;

    fn construct(locale: LanguageIdentifier, (): ()) -> Result<Numbers, Self::Error> {
        let lang = Lang::new("und").expect("a tag");
        Ok(Numbers::new(&super::formats::icu_locale(lang, &locale.to_string())))
    }
}

fn digits(least: Option<usize>, most: Option<usize>) -> Digits {
    let default = Digits::default();
    let least = least.unwrap_or(most.map_or(default.least, |most| most.min(default.least)));
    Digits { least, most: most.unwrap_or(default.most.max(least)) }
}

/// `NUMBER($n, …)` after ECMA-402's Intl.NumberFormat: `minimumFractionDigits`, `maximumFractionDigits`, `style:
/// "percent"` (of a share: 0.62 is 62 %, and then without decimals), `style: "currency", currency: "EUR"`.
fn number<'a>(formats: &Formats, values: &[FluentValue<'a>], options: &FluentArgs) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = values.first() else { return FluentValue::Error };
    let mut number = number.clone();
    number.options.merge(options);
    let (least, most) = (number.options.minimum_fraction_digits, number.options.maximum_fraction_digits);
    match (number.options.style, &number.options.currency) {
        (FluentNumberStyle::Percent, _) => {
            let digits = digits(least, most.or(Some(least.unwrap_or_default())));
            formats.percent(number.value * 100.0, digits).into()
        }
        (FluentNumberStyle::Currency, Some(code)) => formats.currency(number.value, code).into(),
        _ => FluentValue::Number(number),
    }
}

/// `DATETIME($date, style: "long")`. Text of the form `2021-05-14`, `2021-05` or `2021` is taken as a date.
fn datetime<'a>(formats: &Formats, values: &[FluentValue<'a>], options: &FluentArgs) -> FluentValue<'a> {
    let date = match values.first() {
        Some(FluentValue::Custom(value)) => value.as_ref().as_any().downcast_ref::<DateValue>().map(|value| value.date),
        Some(FluentValue::String(text)) => Date::parse(text),
        _ => None,
    };
    let style = match options.get("style").or_else(|| options.get("dateStyle")) {
        Some(FluentValue::String(name)) => DateStyle::from_name(name),
        Some(_) => None,
        None => Some(DateStyle::Long),
    };
    match (date, style) {
        (Some(date), Some(style)) => formats.dates.format(date, style).into(),
        _ => FluentValue::Error,
    }
}

/// A date among a message's arguments. Without `DATETIME` it is written in full.
#[derive(Clone)]
pub(super) struct DateValue {
    pub date: Date,
    pub formats: Arc<Formats>,
}

impl std::fmt::Debug for DateValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date.fmt(f)
    }
}

impl PartialEq for DateValue {
    fn eq(&self, other: &DateValue) -> bool {
        self.date == other.date
    }
}

impl FluentType for DateValue {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.formats.dates.format(self.date, DateStyle::Long).into()
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.formats.dates.format(self.date, DateStyle::Long).into()
    }
}
