//! The timeline: results and events in lanes of work packages, each where its date is.
//!
//! In: the site. Out: [`TimelineView`]. Always: nothing is drawn that no date of the facts says, so that a work package has no
//! bar; what is known to the month or the year alone says so; no two titles of a lane touch; the list says all of it in words.

use std::collections::BTreeMap;

use crate::foundation::{Date, Day};
use crate::model::{DocIx, LangIx, SectionKey, Site, Via, work_package};
use crate::source::Kind;
use crate::source::facts::Facts;

use super::cx::{Cx, Here};
use super::generated::GeneratedPage;
use super::lists::section_title;
use super::text_width::text_width;
use super::views::*;

/// In units, which are CSS pixels on a usual screen. A row is 24 of them high on the narrowest that shows the drawing: its
/// titles are links (WCAG 2.2, 2.5.8).
const WIDTH: f64 = 1200.0;
const TITLE: u32 = 34;
const ROW: u32 = 32;
const GAP: f64 = 12.0;
/// The size of letters, and how wide a title may be.
const EM: f64 = 15.0;
const WIDEST: f64 = 30.0;
/// More than so many are a list and no picture.
const MOST_DRAWN: usize = 80;

/// What stands in the timeline.
struct Dated {
    ix: DocIx,
    kind: Kind,
    lane: Lane,
    start: Date,
    end: Option<Date>,
}

/// Lanes in their order: work packages by number, then what belongs to none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lane {
    WorkPackage(u32),
    Results,
    Events,
}

/// Whether readers of a language find something there: two dates or more, and a work package or an event among them.
pub fn is_for(site: &Site, lang: LangIx) -> bool {
    let dated = dated(site, lang);
    dated.len() > 1 && dated.iter().any(|dated| dated.lane != Lane::Results)
}

/// The View of the timeline.
pub fn timeline(cx: &Cx, here: &Here) -> TimelineView {
    let lang = here.lang;
    let dated = dated(&cx.site, lang);
    let undated = results(&cx.site, lang).filter(|ix| cx.site.get(*ix).common.date.is_none());
    let undated =
        undated.map(|ix| entry(cx, here, ix, lane_of_result(&cx.site, ix).unwrap_or(Lane::Results), None)).collect();
    let entries = dated.iter().map(|of| entry(cx, here, of.ix, of.lane, Some(of))).collect();
    let drawing = Drawing { cx, here, axis: Axis::of(cx, &dated) };
    let drawn: &[Dated] = if dated.len() > MOST_DRAWN { &[] } else { &dated };
    let mut lanes: BTreeMap<Lane, Vec<&Dated>> = BTreeMap::new();
    drawn.iter().for_each(|of| lanes.entry(of.lane).or_default().push(of));
    let mut height = TITLE;
    let lanes: Vec<TimelineLane> = lanes
        .into_iter()
        .map(|(lane, dated)| {
            let drawn = drawing.lane(lane, &dated, height);
            height += drawn.height;
            drawn
        })
        .collect();
    TimelineView {
        title: GeneratedPage::Timeline.title(cx, lang),
        label: cx.t(lang, "timeline-label", &[]),
        width: WIDTH as u32,
        height,
        ticks: if lanes.is_empty() { Vec::new() } else { drawing.axis.ticks() },
        lanes,
        entries,
        undated,
    }
}

fn results(site: &Site, lang: LangIx) -> impl Iterator<Item = DocIx> + '_ {
    site.of_kind(Kind::Result).filter(move |ix| site.route(*ix, lang).is_some())
}

/// Everything with a date, in its order; ties by kind and id.
fn dated(site: &Site, lang: LangIx) -> Vec<Dated> {
    let of_result = |ix| {
        let start = site.get(ix).common.date?;
        Some(Dated {
            ix,
            kind: Kind::Result,
            lane: lane_of_result(site, ix).unwrap_or(Lane::Results),
            start,
            end: None,
        })
    };
    let of_event = |ix| match &site.get(ix).facts {
        Facts::Event(event) => {
            let report = site.references(ix, Via::Report).next();
            let lane = report.and_then(|report| lane_of_result(site, report)).unwrap_or(Lane::Events);
            Some(Dated { ix, kind: Kind::Event, lane, start: event.start, end: event.end })
        }
        _ => None,
    };
    let events = site.of_kind(Kind::Event).filter(|ix| site.route(*ix, lang).is_some());
    let mut dated: Vec<Dated> = results(site, lang).filter_map(of_result).chain(events.filter_map(of_event)).collect();
    dated.sort_by_key(|of| (of.start.first_day(), of.start.last_day()));
    dated
}

fn lane_of_result(site: &Site, ix: DocIx) -> Option<Lane> {
    match &site.get(ix).facts {
        Facts::Result(result) => {
            result.work_package.filter(|number| work_package(*number).is_some()).map(Lane::WorkPackage)
        }
        _ => None,
    }
}

/// What a lane is called, and the page of its work package.
fn lane_title(cx: &Cx, here: &Here, lane: Lane) -> (Text, Option<String>) {
    let number = match lane {
        Lane::WorkPackage(number) => number,
        Lane::Results => return (section_title(cx, here.lang, SectionKey::Kind(Kind::Result)), None),
        Lane::Events => return (section_title(cx, here.lang, SectionKey::Kind(Kind::Event)), None),
    };
    let page = cx.site.find(Kind::Term, &format!("work-packages/{number}"));
    let href = page.and_then(|ix| cx.document_href(here, ix)).map(|(href, _)| href);
    (Text::plain(cx.t(here.lang, &format!("work-package-{number}"), &[])), href)
}

fn entry(cx: &Cx, here: &Here, ix: DocIx, lane: Lane, dated: Option<&Dated>) -> TimelineEntry {
    let kind = cx.site.get(ix).kind.as_str();
    TimelineEntry {
        href: cx.document_href(here, ix).map(|(href, _)| href).unwrap_or_default(),
        title: Text::clone(cx.title(here.lang, ix)),
        kind_label: cx.word(here.lang, "kind", kind),
        lane: lane_title(cx, here, lane).0,
        date: dated.map(|of| DateView { iso: of.start.to_string(), text: cx.range(here.lang, of.start, of.end) }),
    }
}

/// The days that are shown, from the beginning of a half-year to the end of one.
struct Axis {
    first: Day,
    last: Day,
}

impl Axis {
    /// Of everything that has a date, and of the project.
    fn of(cx: &Cx, dated: &[Dated]) -> Axis {
        let project = &cx.site.config.project;
        let days = dated.iter().flat_map(|of| [of.start.first_day(), of.end.unwrap_or(of.start).last_day()]);
        let days: Vec<Day> =
            days.chain(project.start.map(Date::first_day)).chain(project.end.map(Date::last_day)).collect();
        let (first, last) = (days.iter().min(), days.iter().max());
        let first = first.map_or(1000, |day| day.year);
        let last = last.map_or(first, |day| day.year);
        Axis { first: Day { year: first, month: 1, day: 1 }, last: Day { year: last, month: 12, day: 31 } }
            .trimmed(&days)
    }

    /// Without a half-year at either end in which there is nothing.
    fn trimmed(self, days: &[Day]) -> Axis {
        let (middle, end) = (Day { month: 7, ..self.first }, Day { month: 6, day: 30, ..self.last });
        let first = if days.iter().all(|day| *day >= middle) { middle } else { self.first };
        let last = if days.iter().all(|day| *day <= end) && end > first { end } else { self.last };
        Axis { first, last }
    }

    fn x(&self, day: Day) -> f64 {
        let (first, last) = (number(self.first), number(self.last) + 1.0);
        (number(day) - first) / (last - first) * WIDTH
    }

    fn ticks(&self) -> Vec<TimelineTick> {
        let half_years =
            (self.first.year..=self.last.year).flat_map(|year| [1, 7].map(|month| Day { year, month, day: 1 }));
        let shown = half_years.filter(|day| (self.first..=self.last).contains(day));
        let tick = |day: Day| TimelineTick {
            x: self.x(day).round() as i32,
            // The first tick has its year, too, where it begins in the middle of one.
            year: (day.month == 1 || day == self.first).then(|| day.year.to_string()),
        };
        shown.map(tick).collect()
    }
}

/// Days since the beginning of the era of 0000-03-01 (proleptic Gregorian calendar): years begin in March, so that the day
/// of a leap year is their last.
fn number(day: Day) -> f64 {
    let (year, month) = (i32::from(day.year), i32::from(day.month));
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    f64::from(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(day.day))
}

/// What lanes and marks are drawn with.
struct Drawing<'a> {
    cx: &'a Cx,
    here: &'a Here,
    axis: Axis,
}

/// A mark before it has its row, and the part of the row that it takes.
struct Mark {
    view: TimelineMark,
    taken: (f64, f64),
}

impl Drawing<'_> {
    /// A lane from `y` on: each mark in the first row that has room for it and its title.
    fn lane(&self, lane: Lane, dated: &[&Dated], y: u32) -> TimelineLane {
        let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
        let marks = dated
            .iter()
            .map(|of| {
                let mark = self.mark(of);
                let free = |row: &Vec<(f64, f64)>| {
                    row.iter().all(|(left, right)| mark.taken.1 + GAP < *left || mark.taken.0 > right + GAP)
                };
                let row = rows.iter().position(free).unwrap_or(rows.len());
                if row == rows.len() {
                    rows.push(Vec::new());
                }
                rows[row].push(mark.taken);
                TimelineMark { y: (y + TITLE + ROW * row as u32 + ROW / 2) as i32, ..mark.view }
            })
            .collect();
        let (title, href) = lane_title(self.cx, self.here, lane);
        TimelineLane { title, href, y, height: TITLE + ROW * rows.len() as u32 + ROW / 2, marks }
    }

    fn mark(&self, of: &Dated) -> Mark {
        let Drawing { cx, here, axis } = self;
        let end = of.end.filter(|end| *end != of.start);
        let (from, to) = (axis.x(of.start.first_day()), axis.x(end.unwrap_or(of.start).last_day().next()));
        let middle = (from + to) / 2.0;
        let (precision, x, end) = match (end, of.start) {
            (Some(_), _) => ("span", from, to),
            (None, Date::Day(_)) => ("day", middle, middle),
            (None, _) => ("about", middle, middle),
        };
        let text = short(cx, of.ix, cx.title(here.lang, of.ix));
        let width = text_width(&text.text) * EM;
        let on_the_right = end + GAP + width <= WIDTH;
        let (text_x, taken) = if on_the_right {
            (end + GAP, (x - GAP / 2.0, end + GAP + width))
        } else {
            (x - GAP, (x - GAP - width, end + GAP / 2.0))
        };
        let view = TimelineMark {
            href: cx.document_href(here, of.ix).map(|(href, _)| href).unwrap_or_default(),
            text,
            kind: of.kind.as_str(),
            precision,
            x: x.round() as i32,
            end: end.round() as i32,
            y: 0,
            text_x: text_x.round() as i32,
            anchor: if on_the_right { "start" } else { "end" },
        };
        Mark { view, taken }
    }
}

/// The number of a deliverable and as many words of the title as there is room for.
fn short(cx: &Cx, ix: DocIx, title: &Text) -> Text {
    let deliverable = match &cx.site.get(ix).facts {
        Facts::Result(result) => result.deliverable.as_deref(),
        _ => None,
    };
    let whole = match deliverable {
        Some(deliverable) => format!("{deliverable} {}", title.text),
        None => title.text.clone(),
    };
    Text { text: shortened(&whole, WIDEST), lang: title.lang }
}

/// As many words as fit into a width in em, with an ellipsis where some do not.
fn shortened(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| text[..at].trim_end());
    let kept = ends.take_while(|kept| text_width(kept) + 1.0 <= width).last().unwrap_or_default();
    format!("{}…", kept.trim_end_matches([',', ':', ';', '–', '-', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect(text)
    }

    #[test]
    fn days_are_counted() {
        let between = |from: &str, to: &str| number(day(to)) - number(day(from));
        assert_eq!(between("2020-02-28", "2020-03-01"), 2.0);
        assert_eq!(between("2021-02-28", "2021-03-01"), 1.0);
        assert_eq!(between("2020-11-01", "2023-02-28"), 849.0);
        assert_eq!(between("1999-12-31", "2000-01-01"), 1.0);
    }

    #[test]
    fn an_axis_is_whole_half_years() {
        let axis = |first: &str, last: &str| {
            let days = [day(first), day(last)];
            let years =
                Axis { first: Day { month: 1, day: 1, ..days[0] }, last: Day { month: 12, day: 31, ..days[1] } };
            let axis = years.trimmed(&days);
            (axis.first.to_string(), axis.last.to_string(), axis.ticks().len())
        };
        assert_eq!(axis("2020-11-01", "2023-02-28"), ("2020-07-01".into(), "2023-06-30".into(), 6));
        assert_eq!(axis("2021-03-01", "2021-04-28"), ("2021-01-01".into(), "2021-06-30".into(), 1));
        assert_eq!(axis("2021-08-01", "2021-08-28"), ("2021-07-01".into(), "2021-12-31".into(), 1));
    }

    #[test]
    fn a_long_title_ends_with_a_whole_word() {
        assert_eq!(shortened("Short", 30.0), "Short");
        assert_eq!(shortened("Effective whole school mentoring: evidence", 21.0), "Effective whole school mentoring…");
        assert_eq!(shortened("Donaudampfschifffahrtsgesellschaft", 5.0), "…");
    }
}
