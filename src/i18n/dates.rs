//! Dates and ranges of dates, as precise as they were written.
//!
//! In: a [`Date`]. Out: text by CLDR's patterns. ICU4X has no ranges of dates yet: what two dates
//! share is left out here by the fields of the formatted text, and how the rest is joined is a message of the language
//! (`pattern-range-days`: Czech `16.–17. listopadu 2021`, Hungarian `2021. november 16–17.`).

use std::fmt;
use std::ops::Range;

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::fieldsets::{MD, Y, YM, YMD};
use icu::datetime::options::YearStyle;
use icu::datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, parts};
use writeable::{Part, PartsWrite, Writeable};

use super::shape::{Shape, Shapes};
use crate::foundation::{Date, Day};

/// How a date is written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum DateStyle {
    /// With the month's name: `14 May 2021`, `May 2021`, `2021`.
    #[default]
    Long,
    /// In figures: `14/05/2021`, `05/2021`, `2021`.
    Short,
}

impl DateStyle {
    /// As it is written in a message: `DATETIME($date, style: "short")`.
    pub(super) fn from_name(name: &str) -> Option<DateStyle> {
        match name {
            "long" => Some(DateStyle::Long),
            "short" => Some(DateStyle::Short),
            _ => None,
        }
    }
}

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

pub(super) struct Dates {
    day: Formatter<YMD>,
    month: Formatter<YM>,
    year: Formatter<Y>,
    day_of_month: Formatter<MD>,
    short_day: Formatter<YMD>,
    short_month: Formatter<YM>,
    range: Shape,
    range_days: Shape,
    range_months: Shape,
    range_years: Shape,
}

impl Dates {
    pub fn new(locale: &icu::locale::Locale, shapes: &Shapes) -> Dates {
        const WHOLE: &str = "ICU4X's compiled data falls back to the root locale";
        let prefs = DateTimeFormatterPreferences::from(locale);
        Dates {
            day: Formatter::try_new(prefs, YMD::long()).expect(WHOLE),
            month: Formatter::try_new(prefs, YM::long()).expect(WHOLE),
            year: Formatter::try_new(prefs, Y::long()).expect(WHOLE),
            day_of_month: Formatter::try_new(prefs, MD::long()).expect(WHOLE),
            short_day: Formatter::try_new(prefs, YMD::short().with_year_style(YearStyle::Full)).expect(WHOLE),
            short_month: Formatter::try_new(prefs, YM::short().with_year_style(YearStyle::Full)).expect(WHOLE),
            range: shapes.get("pattern-range", &["$from", " – ", "$to"]),
            range_days: shapes.get("pattern-range-days", &["$from", "–", "$to"]),
            range_months: shapes.get("pattern-range-months", &["$from", "–", "$to"]),
            range_years: shapes.get("pattern-range-years", &["$from", "–", "$to"]),
        }
    }

    pub fn format(&self, date: Date, style: DateStyle) -> String {
        let first = icu_date(date.first_day());
        match (date, style) {
            (Date::Day(_), DateStyle::Long) => self.day.format(&first).write_to_string().into_owned(),
            (Date::Day(_), DateStyle::Short) => self.short_day.format(&first).write_to_string().into_owned(),
            (Date::Month(..), DateStyle::Long) => self.month.format(&first).write_to_string().into_owned(),
            (Date::Month(..), DateStyle::Short) => self.short_month.format(&first).write_to_string().into_owned(),
            (Date::Year(_), _) => self.year.format(&first).write_to_string().into_owned(),
        }
    }

    /// A range says once what its ends share. Ends of different precision, or of different years, are both whole.
    pub fn format_range(&self, from: Date, to: Date) -> String {
        let join = |shape: &Shape, from: &str, to: &str| shape.fill(&[("from", from), ("to", to)]);
        match (from, to) {
            _ if from == to => self.format(from, DateStyle::Long),
            (Date::Day(a), Date::Day(b)) if (a.year, a.month) == (b.year, b.month) => {
                let (a, b) = (Fields::of(self.day.format(&icu_date(a))), Fields::of(self.day.format(&icu_date(b))));
                a.with(&a.day, &join(&self.range_days, a.get(&a.day), b.get(&b.day)))
            }
            (Date::Day(a), Date::Day(b)) if a.year == b.year => {
                let whole = Fields::of(self.day.format(&icu_date(a)));
                let (year_leads, a, b) = (whole.year.start < whole.day.start, icu_date(a), icu_date(b));
                if year_leads {
                    join(&self.range, &whole.text, &self.day_of_month.format(&b).write_to_string())
                } else {
                    let (a, b) = (self.day_of_month.format(&a), self.day.format(&b));
                    join(&self.range, &a.write_to_string(), &b.write_to_string())
                }
            }
            (Date::Month(year, _), Date::Month(same, _)) if year == same => {
                let whole = |date: Date| Fields::of(self.month.format(&icu_date(date.first_day())));
                let (a, b) = (whole(from), whole(to));
                a.with(&a.month, &join(&self.range_months, a.get(&a.month), b.get(&b.month)))
            }
            (Date::Year(_), Date::Year(_)) => {
                let whole = |date: Date| Fields::of(self.year.format(&icu_date(date.first_day())));
                let (a, b) = (whole(from), whole(to));
                a.with(&a.year, &join(&self.range_years, a.get(&a.year), b.get(&b.year)))
            }
            _ => join(&self.range, &self.format(from, DateStyle::Long), &self.format(to, DateStyle::Long)),
        }
    }
}

fn icu_date(day: Day) -> IcuDate<Gregorian> {
    IcuDate::try_new_gregorian(i32::from(day.year), day.month, day.day).expect("a Day exists")
}

/// A formatted date, and where in it its year, month and day stand.
#[derive(Default)]
struct Fields {
    text: String,
    year: Range<usize>,
    month: Range<usize>,
    day: Range<usize>,
}

impl Fields {
    fn of(formatted: impl Writeable) -> Fields {
        let mut fields = Fields::default();
        formatted.write_to_parts(&mut fields).expect("a String takes all that is written to it");
        fields
    }

    fn get(&self, field: &Range<usize>) -> &str {
        &self.text[field.clone()]
    }

    fn with(&self, field: &Range<usize>, text: &str) -> String {
        format!("{}{text}{}", &self.text[..field.start], &self.text[field.end..])
    }
}

impl fmt::Write for Fields {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        Ok(())
    }
}

impl PartsWrite for Fields {
    type SubPartsWrite = Fields;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Fields) -> fmt::Result) -> fmt::Result {
        let start = self.text.len();
        write(self)?;
        let range = start..self.text.len();
        match part {
            parts::YEAR => self.year = range,
            parts::MONTH => self.month = range,
            parts::DAY => self.day = range,
            _ => {}
        }
        Ok(())
    }
}
