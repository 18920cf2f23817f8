//! Where a place is on the map: Lambert's azimuthal equal-area projection of Europe.
//!
//! In: degrees. Out: metres, as EPSG:3035 has them (ETRS89, centred on 52° N 10° E), which the European Union uses for maps
//! that compare areas. Always: the formulas are those of IOGP guidance note 7-2, method 9820; tools/europe has the same.

use std::f64::consts::FRAC_PI_2;

/// A place on the plane of the map, in metres.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// Eastward.
    pub x: f64,
    /// Northward.
    pub y: f64,
}

/// Of the ellipsoid GRS 1980, in metres.
const RADIUS: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_222_101;
/// Its eccentricity, squared.
const E2: f64 = 2.0 * FLATTENING - FLATTENING * FLATTENING;

const CENTRE: (f64, f64) = (52.0, 10.0);
/// What the centre is given as coordinates.
const FALSE_ORIGIN: Point = Point { x: 4_321_000.0, y: 3_210_000.0 };

/// Where a place of so many degrees north and east is; `None` where there is no such place, or it lies opposite to Europe.
pub fn project(lat: f64, lon: f64) -> Option<Point> {
    if !(lat.abs() <= 90.0 && lon.abs() <= 180.0) {
        return None;
    }
    let pole = authalic(FRAC_PI_2);
    let radius = RADIUS * (pole / 2.0).sqrt();
    let beta = |lat: f64| (authalic(lat) / pole).clamp(-1.0, 1.0).asin();
    let (lat0, lon0) = (CENTRE.0.to_radians(), CENTRE.1.to_radians());
    let (beta, beta0) = (beta(lat.to_radians()), beta(lat0));
    let stretch = RADIUS * lat0.cos() / (1.0 - E2 * lat0.sin().powi(2)).sqrt() / (radius * beta0.cos());
    let (sin, cos) = (lon.to_radians() - lon0).sin_cos();
    let depth = 1.0 + beta0.sin() * beta.sin() + beta0.cos() * beta.cos() * cos;
    let b = radius * (2.0 / depth).sqrt();
    (depth > 1e-9).then(|| Point {
        x: FALSE_ORIGIN.x + b * stretch * beta.cos() * sin,
        y: FALSE_ORIGIN.y + b / stretch * (beta0.cos() * beta.sin() - beta0.sin() * beta.cos() * cos),
    })
}

/// The quantity q of the formulas, from which the authalic latitude follows.
fn authalic(lat: f64) -> f64 {
    let (sin, e) = (lat.sin(), E2.sqrt());
    (1.0 - E2) * (sin / (1.0 - E2 * sin * sin) - ((1.0 - e * sin) / (1.0 + e * sin)).ln() / (2.0 * e))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<Point>, (x, y): (f64, f64), metres: f64) {
        let found = found.expect("a place");
        assert!((found.x - x).abs() < metres && (found.y - y).abs() < metres, "{found:?} is not {x} {y}");
    }

    /// The example of the guidance note, to the centimetre, and the centre.
    #[test]
    fn known_points() {
        close(project(50.0, 5.0), (3_962_799.45, 2_999_718.85), 0.01);
        close(project(52.0, 10.0), (4_321_000.0, 3_210_000.0), 0.01);
    }

    /// Equal areas: a degree by a degree far north is as much smaller on the map as on the ground.
    #[test]
    fn areas_are_kept() {
        let cell = |lat: f64, lon: f64| {
            let half = 0.01;
            let corner = |north: f64, east: f64| project(lat + north * half, lon + east * half).expect("a place");
            let (sw, se, nw) = (corner(-1.0, -1.0), corner(-1.0, 1.0), corner(1.0, -1.0));
            ((se.x - sw.x) * (nw.y - sw.y) - (nw.x - sw.x) * (se.y - sw.y)).abs()
        };
        // Areas of such cells on the ellipsoid go by the difference of q.
        let ground = |lat: f64| authalic((lat + 0.01_f64).to_radians()) - authalic((lat - 0.01_f64).to_radians());
        let (here, there) = (cell(52.0, 10.0) / ground(52.0), cell(38.0, -8.0) / ground(38.0));
        assert!((here / there - 1.0).abs() < 1e-3, "{here} {there}");
    }

    #[test]
    fn what_is_no_place_is_nowhere() {
        for (lat, lon) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY), (-52.0, -170.0)] {
            assert_eq!(project(lat, lon), None, "{lat} {lon}");
        }
    }
}
