//! iCalendar (RFC 5545): each event, and all events of a language.

use crate::foundation::{Date, Day};
use crate::model::{DocIx, LangIx};
use crate::source::facts::{Event, Facts};
use crate::source::values::EventStatus;

use super::chrome::site_title;
use super::cx::Cx;

/// A calendar of these events; what is only known to the month or the year is left out, since a calendar would show it on
/// a day that nobody named.
pub fn calendar(cx: &Cx, lang: LangIx, events: &[DocIx]) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(
        &mut out,
        &format!(
            "PRODID:-//{}//mensi-site//{}",
            text(&site_title(cx, lang)),
            cx.site.lang(lang).as_str().to_uppercase()
        ),
    );
    line(&mut out, "CALSCALE:GREGORIAN");
    for ix in events {
        event(cx, lang, *ix, &mut out);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// Those of the documents that are events with days.
pub fn with_days(cx: &Cx, documents: impl Iterator<Item = DocIx>) -> Vec<DocIx> {
    documents.filter(|ix| matches!(&cx.site.get(*ix).facts, Facts::Event(event) if days(event).is_some())).collect()
}

/// The days of an event; `None` where one is only known to the month or the year.
pub fn days(event: &Event) -> Option<(Day, Day)> {
    let Date::Day(start) = event.start else { return None };
    match event.end {
        None => Some((start, start)),
        Some(Date::Day(end)) => Some((start, end)),
        Some(Date::Month(..) | Date::Year(_)) => None,
    }
}

fn event(cx: &Cx, lang: LangIx, ix: DocIx, out: &mut String) {
    let document = cx.site.get(ix);
    let (Facts::Event(event), Some(route)) = (&document.facts, cx.site.route(ix, lang)) else { return };
    let Some((start, end)) = days(event) else { return };
    let compact = |day: Day| format!("{:04}{:02}{:02}", day.year, day.month, day.day);
    // A stamp that follows the content, not the clock (RFC 5545, 3.8.7.2 wants one).
    let stamp = document.common.updated.or(document.common.date).unwrap_or(event.start).first_day();
    let host = cx.addresses.origin.as_str().split('/').nth(2).unwrap_or_default();
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}@{host}", document.id));
    line(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(start)));
    // The end of a whole-day event is the day after it (3.6.1).
    line(out, &format!("DTEND;VALUE=DATE:{}", compact(end.next())));
    line(out, &format!("SUMMARY;LANGUAGE={}:{}", language(cx, lang, ix), text(&cx.title(lang, ix).text)));
    let summary = cx.summary(lang, ix);
    if !summary.text.is_empty() {
        line(out, &format!("DESCRIPTION:{}", text(&summary.text)));
    }
    if let Some(place) = cx.first(lang, ix, |text| text.place.as_deref()) {
        line(out, &format!("LOCATION:{}", text(&place.text)));
    }
    line(out, &format!("URL:{}", cx.own_address(route)));
    let status = match event.status {
        Some(EventStatus::Cancelled) => "CANCELLED",
        Some(EventStatus::Postponed) => "TENTATIVE",
        _ => "CONFIRMED",
    };
    line(out, &format!("STATUS:{status}"));
    line(out, "END:VEVENT");
}

fn language(cx: &Cx, lang: LangIx, ix: DocIx) -> String {
    cx.title(lang, ix).lang.unwrap_or(cx.site.lang(lang)).to_string()
}

/// Escapes text (3.3.11).
fn text(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Writes a content line, folded after 75 octets (3.1), never within a character.
fn line(out: &mut String, content: &str) {
    let mut width = 0;
    for c in content.chars() {
        if width + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = String::new();
        line(&mut out, &"č".repeat(80));
        let lines: Vec<&str> = out.trim_end().split("\r\n").collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.len() <= 75), "{lines:?}");
        assert_eq!(lines.iter().map(|line| line.trim_start()).collect::<String>(), "č".repeat(80));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(text("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
