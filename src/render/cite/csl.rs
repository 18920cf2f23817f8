//! CSL-JSON (schema 1.0 of the Citation Style Language): a list of one item.

use serde::Serialize;

use crate::foundation::Date;

use super::{Reference, Sort};

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    author: Vec<Name<'a>>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    publisher: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<&'a str>,
    #[serde(rename = "URL")]
    url: &'a str,
    language: &'a str,
}

/// A name that is not taken apart.
#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    date_parts: [Vec<u16>; 1],
}

/// The list.
pub fn written(reference: &Reference) -> String {
    let item = Item {
        id: &reference.key,
        r#type: match reference.sort {
            Sort::Report => "report",
            Sort::Video => "motion_picture",
            Sort::Brochure => "pamphlet",
            Sort::Post => "post-weblog",
            Sort::Page => "webpage",
            Sort::Other => "document",
        },
        author: reference.authors.iter().map(|author| Name { literal: &author.text }).collect(),
        title: &reference.title,
        issued: reference.date.map(|date| Issued { date_parts: [parts(date)] }),
        publisher: &reference.publisher,
        number: reference.number.as_deref(),
        version: reference.version.as_deref(),
        note: reference.example.as_deref(),
        doi: reference.doi.as_deref(),
        url: &reference.address,
        language: reference.language.as_str(),
    };
    serde_json::to_string(&[item]).expect("text and numbers are JSON")
}

fn parts(date: Date) -> Vec<u16> {
    match date {
        Date::Year(year) => vec![year],
        Date::Month(year, month) => vec![year, u16::from(month)],
        Date::Day(day) => vec![day.year, u16::from(day.month), u16::from(day.day)],
    }
}
