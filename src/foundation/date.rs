//! Dates as a contributor writes them: a day, a month or a year (ISO 8601, proleptic Gregorian calendar).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day that exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Day {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Day {
    /// `None` where there is no such day, or the year is not one of 1000 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let exists =
            (1000..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Day { year, month, day })
    }

    /// `2021-05-14`; anything else is `None`.
    pub fn parse(text: &str) -> Option<Day> {
        match Date::parse(text)? {
            Date::Day(day) => Some(day),
            Date::Month(..) | Date::Year(_) => None,
        }
    }

    /// The day, in UTC, of a number of seconds since 1970-01-01T00:00:00Z.
    pub fn from_unix_seconds(seconds: u64) -> Day {
        let mut left = seconds / 86_400;
        let mut year = 1970;
        while left >= days_in_year(year) {
            left -= days_in_year(year);
            year += 1;
        }
        let mut month = 1;
        while left >= u64::from(days_in(year, month)) {
            left -= u64::from(days_in(year, month));
            month += 1;
        }
        Day { year, month, day: left as u8 + 1 }
    }

    /// The day after this one.
    pub fn next(self) -> Day {
        if self.day < days_in(self.year, self.month) {
            Day { day: self.day + 1, ..self }
        } else if self.month < 12 {
            Day { month: self.month + 1, day: 1, ..self }
        } else {
            Day { year: self.year + 1, month: 1, day: 1 }
        }
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_year(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day, a month or a year, as precise as it was written, and shown no more precisely than that.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Date {
    Year(u16),
    Month(u16, u8),
    Day(Day),
}

impl Date {
    /// `2021`, `2021-05` or `2021-05-14`, with all their digits. `None` for anything else, and for a day that does not
    /// exist.
    pub fn parse(text: &str) -> Option<Date> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|year| *year >= 1000)?;
        let Some(month) = parts.next() else { return Some(Date::Year(year)) };
        let month = digits(month, 2).filter(|month| (1..=12).contains(month))? as u8;
        let Some(day) = parts.next() else { return Some(Date::Month(year, month)) };
        let day = digits(day, 2)? as u8;
        if parts.next().is_some() {
            return None;
        }
        Day::new(year, month, day).map(Date::Day)
    }

    /// The first day that it covers.
    pub fn first_day(self) -> Day {
        match self {
            Date::Year(year) => Day { year, month: 1, day: 1 },
            Date::Month(year, month) => Day { year, month, day: 1 },
            Date::Day(day) => day,
        }
    }

    /// The last day that it covers.
    pub fn last_day(self) -> Day {
        match self {
            Date::Year(year) => Day { year, month: 12, day: 31 },
            Date::Month(year, month) => Day { year, month, day: days_in(year, month) },
            Date::Day(day) => day,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Date::Year(year) => write!(f, "{year:04}"),
            Date::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Date::Day(day) => day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_kept() {
        for text in ["2021", "2021-05", "2021-05-14", "2024-02-29"] {
            assert_eq!(Date::parse(text).expect(text).to_string(), text);
        }
        for bad in ["2021-13", "2021-02-29", "2021-5", "21", "2021-05-14-1", "", "2021-05-", "٢٠٢١"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_clock_is_read_as_utc() {
        assert_eq!(Day::from_unix_seconds(0).to_string(), "1970-01-01");
        assert_eq!(Day::from_unix_seconds(1_677_628_799).to_string(), "2023-02-28");
        assert_eq!(Day::from_unix_seconds(1_709_164_800).to_string(), "2024-02-29");
        assert_eq!(Day::parse("2023-02-28").map(Day::next), Day::new(2023, 3, 1));
    }
}
