//! RIS: one line a field, two capital letters, two spaces, a hyphen, a space; `TY` first, `ER` last, lines end in CRLF.

use crate::foundation::Date;

use super::{Reference, Sort, line};

/// Writes one record.
pub fn write(out: &mut String, reference: &Reference) {
    let mut field = |tag: &str, value: &str| {
        [tag, "  - ", &*line(value), "\r\n"].iter().for_each(|part| out.push_str(part));
    };
    field("TY", sort(reference.sort));
    field("ID", &reference.key);
    reference.authors.iter().for_each(|author| field("AU", &author.text));
    field("TI", &reference.title);
    if let Some(date) = reference.date {
        field("PY", &format!("{:04}", date.first_day().year));
        field("DA", &day(date));
    }
    field("PB", &reference.publisher);
    let optional =
        [("M1", &reference.number), ("ET", &reference.version), ("N1", &reference.example), ("DO", &reference.doi)];
    optional.iter().filter_map(|(tag, value)| Some((*tag, value.as_ref()?))).for_each(|(tag, value)| field(tag, value));
    field("LA", reference.language.as_str());
    field("UR", &reference.address);
    out.push_str("ER  - \r\n");
}

fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Report => "RPRT",
        Sort::Video => "VIDEO",
        Sort::Brochure => "PAMP",
        Sort::Post => "BLOG",
        Sort::Page => "ELEC",
        Sort::Other => "GEN",
    }
}

/// `2021/05/14/`: year, month, day and a word of one's own; what is not known is empty, its stroke stays.
fn day(date: Date) -> String {
    match date {
        Date::Year(year) => format!("{year:04}///"),
        Date::Month(year, month) => format!("{year:04}/{month:02}//"),
        Date::Day(day) => format!("{:04}/{:02}/{:02}/", day.year, day.month, day.day),
    }
}
