//! The part of Europe that a map shows, and how it is drawn: from metres to the units of an SVG.
//!
//! In: what must be seen. Out: [`Frame`], which places points and draws outlines. Always: a map is [`WIDTH`] units wide;
//! coordinates are whole units, so that the same site gives the same bytes on any machine; nothing is drawn that lies wholly
//! outside.

use std::fmt::Write;

use super::laea::Point;
use super::land::{Bounds, Outline};

/// The width of every map, in units.
pub const WIDTH: f64 = 1000.0;
/// A map is neither lower nor higher than these parts of its width.
const LOWEST: f64 = 0.55;
const HIGHEST: f64 = 1.1;
/// Points of a coastline are so far from each other, in units.
pub const STEP: f64 = 2.5;
/// Outlines are cut so far outside, that no line along the cut is seen.
const BEYOND: f64 = 12.0;

/// What a map shows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    west: f64,
    north: f64,
    /// Metres a unit.
    pub scale: f64,
    /// In units.
    pub height: f64,
}

/// A place on a map, in units, from its upper left corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct At {
    pub x: f64,
    pub y: f64,
}

impl Frame {
    /// Around `wanted`, with a margin of a part of its size, and at least `least` metres wide.
    pub fn around(wanted: &Bounds, margin: f64, least: f64) -> Frame {
        let (width, height) = (wanted.east - wanted.west, wanted.north - wanted.south);
        let margin = margin * width.max(height);
        let (width, height) = ((width + 2.0 * margin).max(least), height + 2.0 * margin);
        let (width, height) = (width.max(height / HIGHEST), height.max(width * LOWEST));
        let (x, y) = ((wanted.east + wanted.west) / 2.0, (wanted.north + wanted.south) / 2.0);
        let scale = width / WIDTH;
        Frame { west: x - width / 2.0, north: y + height / 2.0, scale, height: (height / scale).round() }
    }

    pub fn place(&self, point: Point) -> At {
        At { x: (point.x - self.west) / self.scale, y: (self.north - point.y) / self.scale }
    }

    /// All that can be seen, in metres.
    pub fn bounds(&self) -> Bounds {
        let (width, height) = (WIDTH * self.scale, self.height * self.scale);
        Bounds { west: self.west, north: self.north, east: self.west + width, south: self.north - height }
    }

    /// Outlines as the data of an SVG path, cut at the frame.
    pub fn draw(&self, outlines: &[Outline]) -> String {
        let seen = self.bounds().grown(BEYOND * self.scale);
        let mut path = String::new();
        for outline in outlines.iter().filter(|outline| Bounds::of(outline).meets(&seen)) {
            self.push(&mut path, &cut(outline, &seen));
        }
        path
    }

    fn push(&self, path: &mut String, outline: &[Point]) {
        let mut points = outline.iter().map(|point| {
            let At { x, y } = self.place(*point);
            (whole(x), whole(y))
        });
        let Some((mut x, mut y)) = points.next() else { return };
        let start = path.len();
        let _ = write!(path, "M{x} {y}l");
        let drawn = path.len();
        for (next_x, next_y) in points.filter({
            let mut last = (x, y);
            move |next| std::mem::replace(&mut last, *next) != *next
        }) {
            let (dx, dy) = (next_x - x, next_y - y);
            // A sign separates numbers as well as a space does.
            let gap = if path.len() > drawn && dx >= 0 { " " } else { "" };
            let _ = if dy < 0 { write!(path, "{gap}{dx}{dy}") } else { write!(path, "{gap}{dx} {dy}") };
            (x, y) = (next_x, next_y);
        }
        // What is smaller than a unit is not drawn.
        if path.len() == drawn { path.truncate(start) } else { path.push('z') }
    }
}

/// A coordinate as it is written.
pub fn whole(units: f64) -> i32 {
    units.round() as i32
}

/// An edge of a rectangle: the coordinate that it is about, its place, and on which side the inside is.
type Edge = (fn(&Point) -> f64, f64, f64);

/// The part of an outline within a rectangle (Sutherland and Hodgman): where it leaves and comes back, it follows the edge.
fn cut(outline: &[Point], to: &Bounds) -> Outline {
    let edges: [Edge; 4] = [
        (|point| point.x, to.west, 1.0),
        (|point| point.x, to.east, -1.0),
        (|point| point.y, to.south, 1.0),
        (|point| point.y, to.north, -1.0),
    ];
    let mut left: Outline = outline.to_vec();
    for (of, edge, sign) in edges {
        let depth = |point: &Point| (of(point) - edge) * sign;
        let mut kept = Outline::with_capacity(left.len());
        for (number, point) in left.iter().enumerate() {
            let before = left[(number + left.len() - 1) % left.len()];
            let (was, is) = (depth(&before), depth(point));
            if (was < 0.0) != (is < 0.0) {
                let part = was / (was - is);
                kept.push(Point {
                    x: before.x + part * (point.x - before.x),
                    y: before.y + part * (point.y - before.y),
                });
            }
            if is >= 0.0 {
                kept.push(*point);
            }
        }
        left = kept;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        Frame::around(&Bounds { west: 0.0, south: 0.0, east: 10_000.0, north: 10_000.0 }, 0.0, 0.0)
    }

    fn square(from: f64, to: f64) -> Outline {
        [(from, from), (to, from), (to, to), (from, to)].map(|(x, y)| Point { x, y }).to_vec()
    }

    #[test]
    fn north_is_up() {
        assert_eq!(frame().place(Point { x: 0.0, y: 10_000.0 }), At { x: 0.0, y: 0.0 });
        assert_eq!(frame().draw(&[square(1000.0, 2000.0)]), "M100 900l100 0 0-100-100 0z");
    }

    #[test]
    fn what_is_outside_or_too_small_is_not_drawn() {
        assert_eq!(frame().draw(&[square(20_000.0, 30_000.0)]), "");
        assert_eq!(frame().draw(&[square(5000.0, 5001.0)]), "");
        assert_eq!(frame().draw(&[square(-90_000.0, 90_000.0)]), "M-12 -12l0 1024 1024 0 0-1024z");
    }

    #[test]
    fn a_frame_is_neither_flat_nor_tall() {
        let of = |east, north| Frame::around(&Bounds { west: 0.0, south: 0.0, east, north }, 0.1, 1000.0);
        for (east, north) in [(1e6, 1.0), (1.0, 1e6), (0.0, 0.0), (3e5, 2e5)] {
            let frame = of(east, north);
            assert!(frame.height >= 549.0 && frame.height <= 1101.0, "{frame:?}");
            let seen = frame.bounds();
            assert!(seen.holds(Point { x: east, y: north }) && seen.holds(Point { x: 0.0, y: 0.0 }), "{frame:?}");
        }
    }
}
