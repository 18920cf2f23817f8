//! Maps for readers of a language: of the whole network, and of one country.
//!
//! In: an [`Atlas`] and a page. Out: [`MapView`]. Always: a school is a dot whose kind is its role, a cluster the lines from
//! its mentor; a link on a map is as large as a finger, and none lies over another.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::LangIx;
use crate::render::cx::{Cx, Here};
use crate::render::text_width::text_width;
use crate::render::views::{MapLabel, MapTarget, MapView, Text};
use crate::source::Kind;
use crate::source::facts::Facts;
use crate::source::values::Role;
use crate::yaml::CountryCode;

use super::frame::{At, Frame, WIDTH, whole};
use super::labels::{self, Placed, Side, Wanted};
use super::{Atlas, Mapped, Sketch, importance};

/// The radius of a link on a map, in units: 12 CSS pixels where the page is 320 wide (WCAG 2.2, 2.5.8).
const FINGER: f64 = 42.0;
/// The height of a name, in em: one that is a link is as high as a finger on the smallest map.
const NAME: f64 = 1.2;
const LINKED_NAME: f64 = 2.0;

/// The whole network: each country that has schools with its name, which leads to its page.
pub fn overview(cx: &Cx, atlas: &Atlas, here: &Here) -> MapView {
    let sketch = atlas.whole();
    let drawn = Drawn::of(cx, sketch, here.lang, atlas.schools.iter());
    let mut countries: BTreeMap<CountryCode, Vec<At>> = BTreeMap::new();
    for (school, at) in &drawn.dots {
        // A school of no country has its dot, and no name stands beside it.
        let Some(code) = school.country else { continue };
        countries.entry(code).or_default().push(*at);
    }
    let mut countries: Vec<(CountryCode, Vec<At>)> = countries.into_iter().collect();
    countries.sort_by_key(|(code, dots)| (std::cmp::Reverse(dots.len()), *code));
    let names = countries.iter().map(|(code, dots)| {
        let page = cx.site.find(Kind::Country, &code.slug());
        let href = page.and_then(|ix| Some(cx.href(here, cx.site.route(ix, here.lang)?, here.lang)));
        let text = Text::plain(cx.country(here.lang, *code));
        Name { text, href, places: around(dots), height: LINKED_NAME }
    });
    let names = names.collect();
    let label = cx.t(here.lang, "map-label", &[]);
    MapView { label, ..drawn.view(sketch, names) }
}

/// One country: its towns with their names; dots lead to schools, as far as there is room for a finger.
pub fn country(cx: &Cx, atlas: &Atlas, here: &Here, code: CountryCode) -> Option<MapView> {
    let sketch = atlas.country(code)?;
    let schools = atlas.schools.iter().filter(|school| school.country == Some(code));
    let drawn = Drawn::of(cx, sketch, here.lang, schools);
    if drawn.dots.is_empty() {
        return None;
    }
    let targets = drawn.targets(cx, here);
    let label = cx.t(here.lang, "map-country-label", &[("country", cx.country(here.lang, code).as_str().into())]);
    Some(MapView { label, targets, ..drawn.view(sketch, towns(cx, here.lang, &drawn)) })
}

/// The schools of a map that readers of a language find, mentors first, with their places.
struct Drawn<'a> {
    dots: Vec<(&'a Mapped, At)>,
}

/// A name before it has its place.
struct Name {
    text: Text,
    href: Option<String>,
    places: Vec<(At, Side)>,
    height: f64,
}

impl<'a> Drawn<'a> {
    fn of(cx: &Cx, sketch: &Sketch, lang: LangIx, schools: impl Iterator<Item = &'a Mapped>) -> Drawn<'a> {
        let shown = schools.filter(|school| cx.site.route(school.ix, lang).is_some());
        let mut dots: Vec<_> = shown.map(|school| (school, sketch.frame.place(school.place))).collect();
        dots.sort_by_key(|(school, _)| (importance(school.role), school.ix));
        Drawn { dots }
    }

    /// All but what is said in words.
    fn view(&self, sketch: &Sketch, names: Vec<Name>) -> MapView {
        let Frame { height, .. } = sketch.frame;
        MapView {
            label: String::new(),
            width: WIDTH as u32,
            height: height as u32,
            land: sketch.land.clone(),
            near: sketch.near.clone(),
            rays: self.rays(),
            mentors: self.dots_of(Role::Mentor),
            mentees: self.dots_of(Role::Mentee),
            labs: self.dots_of(Role::LearningLab),
            targets: Vec::new(),
            labels: self.labels(height, names),
        }
    }

    /// Dots of no length: the stylesheet says how large they are, whatever the size of the map.
    fn dots_of(&self, role: Role) -> String {
        let dots = self.dots.iter().filter(|(school, _)| school.role == role);
        dots.fold(String::new(), |mut path, (_, at)| {
            let _ = write!(path, "M{} {}h0", whole(at.x), whole(at.y));
            path
        })
    }

    /// From each mentor to the others of its cluster.
    fn rays(&self) -> String {
        let mut path = String::new();
        for (mentor, from) in self.dots.iter().filter(|(school, _)| school.role == Role::Mentor) {
            let others = self.dots.iter().filter(|(school, _)| {
                school.cluster.is_some() && school.cluster == mentor.cluster && school.role != Role::Mentor
            });
            for (_, to) in others {
                let _ = write!(path, "M{} {}L{} {}", whole(from.x), whole(from.y), whole(to.x), whole(to.y));
            }
        }
        path
    }

    fn targets(&self, cx: &Cx, here: &Here) -> Vec<MapTarget> {
        let mut taken: Vec<At> = Vec::new();
        let mut targets = Vec::new();
        for (school, at) in &self.dots {
            let is_free = taken.iter().all(|other| (other.x - at.x).hypot(other.y - at.y) >= 2.0 * FINGER);
            let Some(route) = cx.site.route(school.ix, here.lang).filter(|_| is_free) else { continue };
            taken.push(*at);
            targets.push(MapTarget {
                href: cx.href(here, route, here.lang),
                title: Text::clone(cx.title(here.lang, school.ix)),
                x: whole(at.x),
                y: whole(at.y),
            });
        }
        targets
    }

    fn labels(&self, height: f64, names: Vec<Name>) -> Vec<MapLabel> {
        let wanted: Vec<Wanted> = names
            .iter()
            .map(|name| Wanted { width: text_width(&name.text.text), height: name.height, places: name.places.clone() })
            .collect();
        let dots: Vec<At> = self.dots.iter().map(|(_, at)| *at).collect();
        let placed = labels::place(&wanted, &dots, height);
        names.into_iter().zip(placed).filter_map(|(name, placed)| Some(label(name, placed?))).collect()
    }
}

fn label(name: Name, placed: Placed) -> MapLabel {
    let offset = labels::offset(placed.side, name.height);
    MapLabel {
        text: name.text,
        href: name.href,
        x: whole(placed.at.x),
        y: whole(placed.at.y),
        dx: em(offset.0),
        dy: em(offset.1),
        anchor: match placed.side {
            Side::Right => "start",
            Side::Left => "end",
            Side::Above | Side::Below => "middle",
        },
        from: ["small", "medium", "large"][placed.from],
    }
}

/// Hundredths of an em as SVG has them.
fn em(hundredths: i32) -> String {
    format!("{}em", f64::from(hundredths) / 100.0)
}

/// Where a name for many dots may stand: around all of them.
fn around(dots: &[At]) -> Vec<(At, Side)> {
    let range = |of: fn(&At) -> f64| {
        let values = dots.iter().map(of);
        (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max))
    };
    let ((left, right), (top, bottom)) = (range(|at| at.x), range(|at| at.y));
    let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
    let beside = [(x, top, Side::Above), (x, bottom, Side::Below), (right, y, Side::Right), (left, y, Side::Left)];
    let corners =
        [(right, top, Side::Right), (left, top, Side::Left), (right, bottom, Side::Right), (left, bottom, Side::Left)];
    beside.into_iter().chain(corners).map(|(x, y, side)| (At { x, y }, side)).collect()
}

/// The towns of the schools: those with a mentor first, then those with most schools.
fn towns(cx: &Cx, lang: LangIx, drawn: &Drawn<'_>) -> Vec<Name> {
    let mut towns: BTreeMap<Text, (u8, usize, At)> = BTreeMap::new();
    for (school, at) in &drawn.dots {
        let document = cx.site.get(school.ix);
        let Facts::School(facts) = &document.facts else { continue };
        let Some(town) = &facts.town else { continue };
        // Mentors come first: the name stands at its mentor.
        let town = towns.entry(cx.text(lang, town, document.language)).or_insert((importance(school.role), 0, *at));
        town.1 += 1;
    }
    let mut towns: Vec<_> = towns.into_iter().collect();
    towns.sort_by_key(|(_, (importance, schools, _))| (*importance, std::cmp::Reverse(*schools)));
    let sides = [Side::Right, Side::Left, Side::Above, Side::Below];
    let name = |(text, (_, _, at)): (Text, (u8, usize, At))| Name {
        text,
        href: None,
        places: sides.map(|side| (at, side)).to_vec(),
        height: NAME,
    };
    towns.into_iter().map(name).collect()
}
