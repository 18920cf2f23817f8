//! The network as a drawing of its numbers: 1 : 4 : 24 : 96.
//!
//! In: the figures of a result. Out: [`DrawingView`]. Always: what is drawn is what the figures say; schools of the site are
//! not counted, since they may be examples.

use std::f64::consts::TAU;
use std::fmt::Write;

use crate::i18n::Arg;
use crate::model::DocIx;
use crate::source::Kind;
use crate::source::facts::{Facts, ProjectResult};

use super::cx::{Cx, Here};
use super::views::{DrawingView, Link, StarView};

/// The room of a star, and how far its mentees are from its mentor, in units.
const ROOM: usize = 64;
const REACH: f64 = 24.0;
/// More than these would be a pattern, which nobody counts.
const MOST_CLUSTERS: usize = 150;
const MOST_MENTEES: usize = 8;

/// The counts that a drawing needs.
struct Counts {
    countries: usize,
    clusters: usize,
    mentees: usize,
}

/// The drawing of the first result that has figures `clusters`, `mentor-schools` and `mentee-schools`.
pub fn drawing(cx: &Cx, here: &Here) -> Option<DrawingView> {
    let (ix, counts) = cx.site.of_kind(Kind::Result).find_map(|ix| match &cx.site.get(ix).facts {
        Facts::Result(result) => Some((ix, counts(result)?)),
        _ => None,
    })?;
    let (clusters, each) = (counts.clusters, counts.mentees / counts.clusters);
    let columns = match counts.countries {
        countries if countries > 1 && clusters.is_multiple_of(countries) => countries,
        _ => ((clusters as f64 * 1.5).sqrt().ceil() as usize).min(clusters),
    };
    // Where mentees do not come out even, the first clusters have one more.
    let star = |number: usize| {
        let mentees = each + usize::from(number < counts.mentees % clusters);
        star(number % columns * ROOM + ROOM / 2, number / columns * ROOM + ROOM / 2, mentees, number)
    };
    let number = |value: usize| cx.interface(here.lang).number(value as f64);
    let is_even = counts.mentees.is_multiple_of(clusters);
    let ratio = [1, each, clusters, counts.mentees].map(number);
    let (caption, ratio) = if is_even { ("drawing-caption", ratio.to_vec()) } else { ("drawing-uneven", Vec::new()) };
    let args = [("each", each), ("clusters", clusters), ("mentees", counts.mentees)];
    let args = args.map(|(name, value)| (name, Arg::Number(value as f64)));
    Some(DrawingView {
        width: columns * ROOM,
        height: clusters.div_ceil(columns) * ROOM,
        stars: (0..clusters).map(star).collect(),
        ratio,
        caption: cx.t(here.lang, caption, &args),
        source: source(cx, here, ix)?,
    })
}

fn source(cx: &Cx, here: &Here, ix: DocIx) -> Option<Link> {
    Some(Link { title: cx.title(here.lang, ix).clone(), href: cx.document_href(here, ix)?.0 })
}

fn counts(result: &ProjectResult) -> Option<Counts> {
    let count = |id: &str| {
        let figure = result.figures.iter().find(|figure| figure.id.0 == id)?;
        let is_count = figure.unit.is_none() && figure.value.fract() == 0.0 && (0.0..1e6).contains(&figure.value);
        is_count.then_some(figure.value as usize)
    };
    let counts = Counts {
        countries: count("countries").unwrap_or(1),
        clusters: count("clusters")?,
        mentees: count("mentee-schools")?,
    };
    let is_drawn = (1..=MOST_CLUSTERS).contains(&counts.clusters)
        && counts.mentees <= MOST_MENTEES * counts.clusters
        && count("mentor-schools")? == counts.clusters;
    is_drawn.then_some(counts)
}

/// No two stars beside each other are turned alike.
fn star(x: usize, y: usize, mentees: usize, number: usize) -> StarView {
    let (mut rays, mut dots) = (String::new(), String::new());
    for mentee in 0..mentees {
        let turn = TAU * (mentee as f64 / mentees as f64 + number as f64 * 0.191);
        let (dx, dy) = ((REACH * turn.cos()).round() as i32, (REACH * turn.sin()).round() as i32);
        let _ = write!(rays, "M0 0L{dx} {dy}");
        let _ = write!(dots, "M{dx} {dy}h0");
    }
    StarView { x, y, rays, mentees: dots }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_has_as_many_mentees_as_it_is_given() {
        for mentees in 0..=MOST_MENTEES {
            assert_eq!(star(0, 0, mentees, 3).mentees.matches("h0").count(), mentees);
        }
        assert_eq!(star(32, 32, 4, 0).rays, "M0 0L24 0M0 0L0 24M0 0L-24 0M0 0L0 -24");
    }
}
