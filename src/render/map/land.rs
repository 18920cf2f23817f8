//! Coastlines and borders: europe.txt, which tools/europe makes, read.
//!
//! In: the text, which is a part of the program. Out: [`Land`]. Always: neighbours have the very same points on their
//! border, however coarse it is drawn; all coordinates are those of [`super::laea`].

use super::laea::Point;

const TEXT: &str = include_str!("europe.txt");

/// Countries and the lines that they consist of.
pub struct Land {
    arcs: Vec<Vec<Point>>,
    /// By code.
    pub countries: Vec<Country>,
}

/// A country as closed lines.
pub struct Country {
    /// ISO 3166-1 alpha-2, in capitals; `XK` for Kosovo, which has none.
    pub code: &'static str,
    rings: Vec<Ring>,
}

/// Numbers of arcs, in their order around an area.
struct Ring(Vec<Arc>);

#[derive(Clone, Copy)]
enum Arc {
    Forward(usize),
    Backward(usize),
}

/// A closed line; the last point is next to the first.
pub type Outline = Vec<Point>;

const MADE: &str = "tools/europe writes it so";

/// Reads the map. It takes a fraction of a millisecond, and is done for a page that shows it.
pub fn land() -> Land {
    let mut unit = 1.0;
    let mut arcs = Vec::new();
    let mut countries = Vec::new();
    for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(' ').expect(MADE) {
            ("unit", metres) => unit = metres.parse().expect(MADE),
            (">", steps) => arcs.push(arc(steps, unit)),
            (code, rings) => countries.push(Country { code, rings: rings.split(';').map(ring).collect() }),
        }
    }
    Land { arcs, countries }
}

fn arc(steps: &str, unit: f64) -> Vec<Point> {
    let mut numbers = numbers(steps);
    let (mut x, mut y) = (0, 0);
    let mut points = Vec::with_capacity(steps.len() / 3);
    while let Some(east) = numbers.next() {
        x += east;
        y += numbers.next().expect(MADE);
        points.push(Point { x: f64::from(x) * unit, y: f64::from(y) * unit });
    }
    points
}

/// Groups of five bits, low ones first, as characters from `?`; the sign is the lowest bit.
fn numbers(text: &str) -> impl Iterator<Item = i32> + '_ {
    let mut bytes = text.bytes();
    std::iter::from_fn(move || {
        let (mut value, mut shift) = (0_u32, 0);
        loop {
            let group = u32::from(bytes.next()?) - 63;
            value |= (group & 31) << shift;
            if group < 32 {
                break;
            }
            shift += 5;
        }
        let size = i32::try_from(value >> 1).expect(MADE);
        Some(if value & 1 == 1 { -size } else { size })
    })
}

fn ring(text: &str) -> Ring {
    let arc = |number: &str| match number.parse::<i32>().expect(MADE) {
        forward @ 0.. => Arc::Forward(forward as usize),
        backward => Arc::Backward((-1 - backward) as usize),
    };
    Ring(text.split(',').map(arc).collect())
}

impl Land {
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    /// The outlines of a country, in which two points of a line are at least `step` metres from each other, but for the
    /// ends of lines, which neighbours share.
    pub fn outlines(&self, country: &Country, step: f64) -> Vec<Outline> {
        let outline = |ring: &Ring| {
            let mut points: Outline = Vec::new();
            for arc in &ring.0 {
                // The last point of an arc is the first of the next.
                points.pop();
                match *arc {
                    Arc::Forward(number) => points.extend(thinned(&self.arcs[number], step)),
                    Arc::Backward(number) => points.extend(thinned(&self.arcs[number], step).into_iter().rev()),
                }
            }
            points.pop();
            points
        };
        country.rings.iter().map(outline).filter(|outline| outline.len() > 2).collect()
    }
}

/// All outlines with their countries, for the question whether a place is on land, and on whose.
pub struct Shores(Vec<(&'static str, Bounds, Outline)>);

impl Shores {
    pub fn of(land: &Land) -> Shores {
        let of = |country: &Country| {
            land.outlines(country, 0.0).into_iter().map(|outline| (country.code, outline)).collect()
        };
        let outlines = land.countries.iter().flat_map(|country| -> Vec<(&'static str, Outline)> { of(country) });
        Shores(outlines.map(|(code, outline)| (code, Bounds::of(&outline), outline)).collect())
    }

    /// The country that a place is in, as far as coarse borders tell.
    pub fn country(&self, place: Point) -> Option<&'static str> {
        let found = self.0.iter().find(|(_, bounds, outline)| bounds.holds(place) && surrounds(outline, place));
        found.map(|(code, ..)| *code)
    }

    /// Whether the map has a country.
    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|(other, ..)| *other == code)
    }

    /// Whether a place is in a country, or so near to it that a coarse border may have cut it off.
    pub fn are_of(&self, code: &str, place: Point, metres: f64) -> bool {
        self.near(place, metres).any(|other| other == code)
    }

    /// Whether a place is on land, or so near to it that a coarse coastline may have cut it off.
    pub fn are_near(&self, place: Point, metres: f64) -> bool {
        self.near(place, metres).next().is_some()
    }

    /// The countries of the outlines that are so near.
    fn near(&self, place: Point, metres: f64) -> impl Iterator<Item = &'static str> + '_ {
        let is_near = move |(_, bounds, outline): &&(&'static str, Bounds, Outline)| {
            bounds.grown(metres).holds(place) && (surrounds(outline, place) || reaches(outline, place, metres))
        };
        self.0.iter().filter(is_near).map(|(code, ..)| *code)
    }
}

fn thinned(points: &[Point], step: f64) -> Vec<Point> {
    let mut left: Vec<Point> = Vec::with_capacity(points.len());
    for (number, point) in points.iter().enumerate() {
        let is_far = |last: &Point| (point.x - last.x).hypot(point.y - last.y) >= step;
        if number + 1 == points.len() || left.last().is_none_or(is_far) {
            left.push(*point);
        }
    }
    left
}

/// A rectangle on the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Bounds {
    /// Around points; around none it is empty and holds nothing.
    pub fn of(points: &[Point]) -> Bounds {
        let empty =
            Bounds { west: f64::INFINITY, south: f64::INFINITY, east: f64::NEG_INFINITY, north: f64::NEG_INFINITY };
        points.iter().fold(empty, |bounds, point| Bounds {
            west: bounds.west.min(point.x),
            south: bounds.south.min(point.y),
            east: bounds.east.max(point.x),
            north: bounds.north.max(point.y),
        })
    }

    pub fn grown(self, metres: f64) -> Bounds {
        Bounds {
            west: self.west - metres,
            south: self.south - metres,
            east: self.east + metres,
            north: self.north + metres,
        }
    }

    pub fn holds(&self, place: Point) -> bool {
        (self.west..=self.east).contains(&place.x) && (self.south..=self.north).contains(&place.y)
    }

    pub fn meets(&self, other: &Bounds) -> bool {
        self.west <= other.east && other.west <= self.east && self.south <= other.north && other.south <= self.north
    }

    /// Around both.
    pub fn with(&self, other: &Bounds) -> Bounds {
        Bounds {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }
}

/// The sides of an outline, each with its two ends.
fn sides(outline: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    let ends = outline.iter().skip(1).chain(outline.first());
    outline.iter().copied().zip(ends.copied())
}

/// Whether an outline goes around a place: a line from there to the east crosses it an odd number of times.
fn surrounds(outline: &[Point], place: Point) -> bool {
    let crosses = |(a, b): &(Point, Point)| {
        (a.y > place.y) != (b.y > place.y) && place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)
    };
    sides(outline).filter(crosses).count() % 2 == 1
}

/// Whether an outline comes as near as that.
fn reaches(outline: &[Point], place: Point, metres: f64) -> bool {
    sides(outline).any(|(a, b)| {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = dx * dx + dy * dy;
        let along = if length > 0.0 { ((place.x - a.x) * dx + (place.y - a.y) * dy) / length } else { 0.0 };
        let along = along.clamp(0.0, 1.0);
        (place.x - a.x - along * dx).hypot(place.y - a.y - along * dy) <= metres
    })
}

#[cfg(test)]
mod tests {
    use super::super::laea::project;
    use super::*;

    #[test]
    fn it_has_the_countries_of_the_project_and_stays_small() {
        assert!(TEXT.len() < 48 * 1024, "{}", TEXT.len());
        let land = land();
        for code in ["BE", "HR", "CZ", "HU", "IT", "PT", "GB", "NO", "MT", "LU", "CY", "TR", "XK"] {
            let country = land.country(code).unwrap_or_else(|| panic!("{code}"));
            assert!(!land.outlines(country, 0.0).is_empty(), "{code}");
        }
    }

    #[test]
    fn towns_are_on_land_and_ships_are_not() {
        let shores = Shores::of(&land());
        let near = |lat, lon| shores.are_near(project(lat, lon).expect("a place"), 10_000.0);
        for (lat, lon) in [(49.59, 17.25), (43.51, 16.44), (38.72, -9.14), (51.22, 2.92), (40.85, 14.27), (47.5, 19.04)]
        {
            assert!(near(lat, lon), "{lat} {lon}");
        }
        for (lat, lon) in [(56.0, 3.0), (45.0, -8.0), (40.0, 12.0)] {
            assert!(!near(lat, lon), "{lat} {lon}");
        }
    }

    /// Drawn coarsely, neighbours still have their border in common.
    #[test]
    fn neighbours_share_their_border() {
        let land = land();
        let points = |code: &str| -> Vec<Point> {
            land.outlines(land.country(code).expect(code), 20_000.0).into_iter().flatten().collect()
        };
        let (one, other) = (points("CZ"), points("AT"));
        let shared = one.iter().filter(|point| other.contains(point)).count();
        assert!(shared > 5, "{shared}");
    }
}
