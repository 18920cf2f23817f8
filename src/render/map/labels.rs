//! Names on a map, of which no two touch.
//!
//! In: names with the places where each may stand, the most important first, and dots that no name may cover. Out: where
//! each stands and from which size of the map on; the least important are left out. Always: at each size no two names that
//! are shown overlap; a name that is shown on a small map stands at the same place on a larger one, where it takes less of
//! it; the same names give the same places.

use super::frame::{At, WIDTH};

/// How a name stands to its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// After it in the direction of writing of the map, which is that of Latin letters.
    Right,
    Left,
    Above,
    Below,
}

/// A name to be placed.
pub struct Wanted {
    /// How wide it is, in em (see [`width`]), and how high.
    pub width: f64,
    pub height: f64,
    /// Where it may stand, the best first.
    pub places: Vec<(At, Side)>,
}

/// Where a name stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Placed {
    pub at: At,
    pub side: Side,
    /// The smallest size of map that shows it, by its place in [`EMS`].
    pub from: usize,
}

/// The size of letters on a small, a medium and a large map, in units: a map is as wide as its reader's screen allows, and
/// letters must not shrink with it. The stylesheet has the same numbers.
pub const EMS: [f64; 3] = [42.0, 25.0, 16.0];
/// How far a name stands from its place, in em.
const GAP: f64 = 0.55;
/// How far the middle of a line of letters is above the line that they stand on, in em.
const MIDDLE: f64 = 0.35;
/// Around a dot, in em.
const DOT: f64 = 0.4;

#[derive(Clone, Copy, PartialEq, Debug)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn is_within(&self, height: f64) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= WIDTH && self.bottom <= height
    }
}

/// What a name takes at a size of letters.
fn area(name: &Wanted, (at, side): (At, Side), em: f64) -> Area {
    let (wide, high, gap) = (name.width * em, name.height * em, GAP * em);
    let (left, top) = match side {
        Side::Right => (at.x + gap, at.y - high / 2.0),
        Side::Left => (at.x - gap - wide, at.y - high / 2.0),
        Side::Above => (at.x - wide / 2.0, at.y - gap - high),
        Side::Below => (at.x - wide / 2.0, at.y + gap),
    };
    Area { left, top, right: left + wide, bottom: top + high }
}

/// How far from its place a name of a height begins, or ends, or has its middle, and stands on its line: in hundredths of
/// an em, to the right and down.
pub fn offset(side: Side, height: f64) -> (i32, i32) {
    let (x, y) = match side {
        Side::Right => (GAP, MIDDLE),
        Side::Left => (-GAP, MIDDLE),
        Side::Above => (0.0, MIDDLE - GAP - height / 2.0),
        Side::Below => (0.0, MIDDLE + GAP + height / 2.0),
    };
    ((x * 100.0).round() as i32, (y * 100.0).round() as i32)
}

/// Places names on a map of a height, around dots.
pub fn place(wanted: &[Wanted], dots: &[At], height: f64) -> Vec<Option<Placed>> {
    let mut placed: Vec<Option<Placed>> = vec![None; wanted.len()];
    for from in 0..EMS.len() {
        for number in 0..wanted.len() {
            if placed[number].is_some() {
                continue;
            }
            let name = &wanted[number];
            // Two names that point at each other may be apart on a small map and touch on a large one.
            let is_free = |place: &&(At, Side)| {
                EMS[from..].iter().all(|em| {
                    let area = area(name, **place, *em);
                    let is_taken = shown(wanted, &placed, *em).any(|other| other.overlaps(&area));
                    area.is_within(height) && !is_taken && !dots.iter().any(|dot| around(*dot, *em).overlaps(&area))
                })
            };
            let found = name.places.iter().find(is_free).copied();
            placed[number] = found.map(|(at, side)| Placed { at, side, from });
        }
    }
    placed
}

/// What the names take that have their places.
fn shown<'a>(wanted: &'a [Wanted], placed: &'a [Option<Placed>], em: f64) -> impl Iterator<Item = Area> + 'a {
    let stands =
        move |(name, placed): (&Wanted, &Option<Placed>)| placed.map(|placed| area(name, (placed.at, placed.side), em));
    wanted.iter().zip(placed).filter_map(stands)
}

fn around(dot: At, em: f64) -> Area {
    let reach = DOT * em;
    Area { left: dot.x - reach, top: dot.y - reach, right: dot.x + reach, bottom: dot.y + reach }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn beside(x: f64, y: f64) -> Vec<(At, Side)> {
        [Side::Right, Side::Left, Side::Above, Side::Below].map(|side| (At { x, y }, side)).to_vec()
    }

    proptest! {
        #[test]
        fn no_two_names_touch(
            points in prop::collection::vec((0.0..WIDTH, 0.0..700.0, 1.0..12.0), 1..60),
            dots in prop::collection::vec((0.0..WIDTH, 0.0..700.0), 0..40),
        ) {
            let wanted: Vec<Wanted> =
                points.iter().map(|(x, y, width)| Wanted { width: *width, height: 1.2, places: beside(*x, *y) }).collect();
            let dots: Vec<At> = dots.into_iter().map(|(x, y)| At { x, y }).collect();
            let placed = place(&wanted, &dots, 700.0);
            for (size, em) in EMS.into_iter().enumerate() {
                let shown: Vec<Area> = wanted
                    .iter()
                    .zip(&placed)
                    .filter_map(|(name, placed)| Some((name, (*placed)?)))
                    .filter(|(_, placed)| placed.from <= size)
                    .map(|(name, placed)| area(name, (placed.at, placed.side), em))
                    .collect();
                for (number, one) in shown.iter().enumerate() {
                    prop_assert!(one.is_within(700.0), "{one:?}");
                    prop_assert!(!shown[..number].iter().any(|other| one.overlaps(other)), "{one:?} at {em}");
                }
            }
            prop_assert_eq!(placed, place(&wanted, &dots, 700.0));
        }
    }

    #[test]
    fn the_most_important_name_stays() {
        let wanted = [
            Wanted { width: 8.0, height: 1.2, places: beside(500.0, 300.0) },
            Wanted { width: 8.0, height: 1.2, places: beside(505.0, 302.0) },
        ];
        let placed = place(&wanted, &[], 600.0);
        assert_eq!(placed[0].expect("placed").from, 0);
        assert_eq!(placed[0].expect("placed").side, Side::Right);
        assert_ne!(placed[1].map(|placed| placed.side), Some(Side::Right));
    }

    #[test]
    fn what_does_not_fit_anywhere_is_left_out() {
        let wanted = [Wanted { width: 80.0, height: 1.2, places: beside(500.0, 300.0) }];
        assert_eq!(place(&wanted, &[], 600.0), [None]);
    }
}
