//! The map of the network: which schools are on it, and what of Europe it shows.
//!
//! In: the schools' `location`. Out: [`Atlas`], from which pages draw their maps (`draw.rs`). Always: a school that no map can
//! show is left out with a warning; without any there is no map; coastlines are drawn once for all languages.

mod draw;
mod frame;
mod labels;
mod laea;
mod land;
mod list;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::{DocIx, Site, Via, countries_of};
use crate::source::Kind;
use crate::source::facts::{Facts, Location};
use crate::source::values::Role;
use crate::yaml::{CountryCode, Step};

use frame::Frame;
use laea::{Point, project};
use land::{Bounds, Land, Shores};

pub use draw::{country, overview};
pub use list::listed;

/// A school with its place.
struct Mapped {
    ix: DocIx,
    role: Role,
    country: Option<CountryCode>,
    cluster: Option<DocIx>,
    place: Point,
}

/// What the maps of a site are drawn from.
pub struct Atlas {
    /// By id.
    schools: Vec<Mapped>,
    land: Land,
    whole: OnceLock<Sketch>,
    /// Of each country that has a school on the map.
    countries: BTreeMap<CountryCode, OnceLock<Sketch>>,
}

/// What is the same on a map in every language.
struct Sketch {
    frame: Frame,
    /// SVG paths: the countries that have schools on this map, and all others.
    near: Arc<str>,
    land: Arc<str>,
}

/// What a map can show, in metres: as far as tools/europe has coastlines.
const EXTENT: Bounds = Bounds { west: 2_300_000.0, south: 1_150_000.0, east: 7_300_000.0, north: 5_650_000.0 };
/// A coarse coastline leaves a school on a cape in the sea.
const COARSE: f64 = 10_000.0;
/// The least width of a map, in metres: fewer would show no coast, border or neighbour to know the place by.
const LEAST: f64 = 160_000.0;

impl Atlas {
    /// `None` where no school is on a map.
    pub fn of(site: &Site, findings: &mut Diagnostics) -> Option<Atlas> {
        let located = |ix: DocIx| match &site.get(ix).facts {
            Facts::School(school) => Some((ix, school, school.location.as_ref()?)),
            _ => None,
        };
        let located: Vec<_> = site.of_kind(Kind::School).filter_map(located).collect();
        if located.is_empty() {
            return None;
        }
        let land = land::land();
        let shores = Shores::of(&land);
        let schools: Vec<Mapped> = located
            .into_iter()
            .filter_map(|(ix, school, location)| {
                let place =
                    on_the_map(location, &shores).map_err(|finding| findings.push(at(*finding, site, ix))).ok()?;
                let countries = countries_of(site.get(ix));
                if let Some(finding) = in_another_country(location, place, &countries, &shores) {
                    findings.push(at(finding, site, ix));
                }
                let country = countries.into_iter().next();
                Some(Mapped {
                    ix,
                    role: school.role,
                    country,
                    cluster: site.references(ix, Via::Cluster).next(),
                    place,
                })
            })
            .collect();
        let codes: BTreeSet<CountryCode> = schools.iter().filter_map(|school| school.country).collect();
        let countries = codes.into_iter().map(|code| (code, OnceLock::new())).collect();
        (!schools.is_empty()).then_some(Atlas { schools, land, whole: OnceLock::new(), countries })
    }

    /// Whether readers of a language find any of its schools.
    pub fn is_for(&self, site: &Site, lang: crate::model::LangIx) -> bool {
        self.schools.iter().any(|school| site.route(school.ix, lang).is_some())
    }

    fn whole(&self) -> &Sketch {
        self.whole.get_or_init(|| {
            let homes = self.countries.keys().map(|code| self.home(*code));
            let all: Vec<Point> = self.schools.iter().map(|school| school.place).collect();
            let wanted = homes.fold(Bounds::of(&all), |bounds, home| bounds.with(&home));
            self.sketch(Frame::around(&wanted, 0.03, LEAST), |code| {
                self.countries.keys().any(|known| known.as_str() == code)
            })
        })
    }

    fn country(&self, code: CountryCode) -> Option<&Sketch> {
        Some(
            self.countries.get(&code)?.get_or_init(|| {
                self.sketch(Frame::around(&self.home(code), 0.05, LEAST), |other| other == code.as_str())
            }),
        )
    }

    /// A country as far as its schools make it known: islands far from all of them would shrink it.
    fn home(&self, code: CountryCode) -> Bounds {
        let places: Vec<Point> =
            self.schools.iter().filter(|school| school.country == Some(code)).map(|school| school.place).collect();
        let schools = Bounds::of(&places);
        let Some(country) = self.land.country(code.as_str()) else { return schools };
        let outlines = self.land.outlines(country, 0.0);
        let bounds = outlines.iter().map(|outline| Bounds::of(outline));
        bounds.filter(|bounds| bounds.meets(&schools)).fold(schools, |all, bounds| all.with(&bounds))
    }

    fn sketch(&self, frame: Frame, is_near: impl Fn(&str) -> bool) -> Sketch {
        let (mut near, mut land) = (String::new(), String::new());
        for country in &self.land.countries {
            let path = frame.draw(&self.land.outlines(country, frame::STEP * frame.scale));
            if is_near(country.code) { near.push_str(&path) } else { land.push_str(&path) }
        }
        Sketch { frame, near: near.into(), land: land.into() }
    }
}

/// Where a school is on the map, or why it is on none.
fn on_the_map(location: &Location, shores: &Shores) -> Result<Point, Box<Diagnostic>> {
    let place = |lat, lon| project(lat, lon).filter(|place| EXTENT.holds(*place));
    let is_land = |place: &Point| shores.are_near(*place, COARSE);
    let is_there = |lat, lon| place(lat, lon).is_some_and(|place| is_land(&place));
    let found = place(location.lat, location.lon);
    if let Some(place) = found.filter(is_land) {
        return Ok(place);
    }
    let message = match found {
        _ if !(-90.0..=90.0).contains(&location.lat) => {
            let message = format!(
                "there is no such place: lat is from -90 to 90, not {}; the school is left out of the map",
                location.lat
            );
            return Err(Box::new(Diagnostic::warning("off-the-map", message).help(
                turned(location, is_there).unwrap_or_else(|| {
                    "look it up on a map on the web: in Europe lat is from 34 to 72, lon from -25 to 45".to_owned()
                }),
            )));
        }
        Some(_) => "this location is in the sea, and the school is left out of the map",
        None => "this location is not in Europe, and the school is left out of the map",
    };
    let help = turned(location, is_there).unwrap_or_else(|| {
        "lat is how many degrees north, lon how many degrees east, as maps on the web show them; west of Greenwich lon begins \
         with a minus. The map ends where Europe does: remove the line if the school lies elsewhere"
            .to_owned()
    });
    Err(Box::new(Diagnostic::warning("off-the-map", message).help(help)))
}

/// What to write where lat and lon have changed places.
fn turned(location: &Location, is_there: impl Fn(f64, f64) -> bool) -> Option<String> {
    let Location { lat, lon } = location;
    is_there(*lon, *lat)
        .then(|| format!("lat and lon seem to have changed places: write `location: {{lat: {lon}, lon: {lat}}}`"))
}

/// A border is drawn coarsely, and towns lie on rivers that are one.
const BORDER: f64 = 15_000.0;

/// A place that is in none of the countries of its school, where the map has all of these.
fn in_another_country(
    location: &Location,
    place: Point,
    countries: &[CountryCode],
    shores: &Shores,
) -> Option<Diagnostic> {
    let is_at_home = |place: Point| countries.iter().any(|code| shores.are_of(code.as_str(), place, BORDER));
    if countries.is_empty() || !countries.iter().all(|code| shores.has(code.as_str())) || is_at_home(place) {
        return None;
    }
    let there = shores.country(place)?;
    let named: Vec<&str> = countries.iter().map(CountryCode::as_str).collect();
    let message = format!("this location is in {there}, and the `country` of the school is {}", named.join(", "));
    let help = turned(location, |lat, lon| project(lat, lon).is_some_and(is_at_home)).unwrap_or_else(|| {
        "correct one of the two: lat is how many degrees north, lon how many degrees east, as maps on the web show them"
            .to_owned()
    });
    Some(Diagnostic::warning("other-country", message).help(help))
}

fn at(finding: Diagnostic, site: &Site, ix: DocIx) -> Diagnostic {
    let front_matter = site.get(ix).source().file.front_matter();
    let span: Span = front_matter.key_span(&[Step::field("location")]);
    finding.at(span)
}

/// Which school comes first, and keeps a place that several want.
fn importance(role: Role) -> u8 {
    match role {
        Role::Mentor => 0,
        Role::LearningLab => 1,
        Role::Mentee => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lat: f64, lon: f64) -> Option<String> {
        let shores = Shores::of(&land::land());
        let finding = on_the_map(&Location { lat, lon }, &shores).err()?;
        Some(format!("{}; {}", finding.message, finding.help.unwrap_or_default()))
    }

    #[test]
    fn a_school_in_the_sea_or_elsewhere_is_left_out() {
        assert_eq!(told(49.59, 17.25), None);
        assert_eq!(told(37.74, -25.67), told(37.7, -25.7), "the Azores, whatever the map says of them");
        assert!(told(45.0, -8.0).expect("in the Atlantic").contains("in the sea"));
        assert!(told(40.71, -74.0).expect("New York").contains("not in Europe"));
        assert!(
            told(17.25, 49.59)
                .expect("Olomouc the other way round")
                .contains("write `location: {lat: 49.59, lon: 17.25}`")
        );
        assert!(told(f64::NAN, 0.0).expect("nowhere").contains("no such place"));
        assert!(told(149.5, 16.6).expect("a digit too many").contains("from -90 to 90"));
    }

    #[test]
    fn a_school_in_another_country_is_told() {
        let shores = Shores::of(&land::land());
        let told = |lat, lon, codes: &[&str]| {
            let codes: Vec<CountryCode> = codes.iter().filter_map(|code| CountryCode::new(code)).collect();
            let place = project(lat, lon).expect("a place");
            in_another_country(&Location { lat, lon }, place, &codes, &shores).map(|finding| finding.message)
        };
        assert_eq!(told(49.59, 17.25, &["CZ"]), None);
        assert_eq!(told(49.59, 17.25, &["HR", "CZ"]), None);
        assert_eq!(told(49.59, 17.25, &[]), None);
        assert_eq!(told(49.59, 17.25, &["US"]), None, "the map does not have it");
        assert!(
            told(49.59, 17.25, &["HR"]).expect("Olomouc").contains("is in CZ, and the `country` of the school is HR")
        );
        // Towns on borders: Český Těšín, Slavonski Brod, Komárom, Baarle-Hertog, Gorizia, Chaves.
        for (lat, lon, code) in [
            (49.75, 18.63, "CZ"),
            (45.16, 18.02, "HR"),
            (47.74, 18.12, "HU"),
            (51.44, 4.93, "BE"),
            (45.94, 13.62, "IT"),
            (41.74, -7.47, "PT"),
        ] {
            assert_eq!(told(lat, lon, &[code]), None, "{code}");
        }
    }
}
