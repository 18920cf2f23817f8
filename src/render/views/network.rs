//! The network as a whole: maps, the drawing of the home page, the timeline.

use std::sync::Arc;

use serde::Serialize;

use super::{DateView, Link, Text};

/// A map as the parts of an SVG, `width` by `height` units. Paths are ready for `d`. Dots have no length: the stylesheet says
/// how large they are.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct MapView {
    /// What is shown, for those who do not see it.
    pub label: String,
    pub width: u32,
    pub height: u32,
    /// Countries of the network, and all others.
    pub near: Arc<str>,
    pub land: Arc<str>,
    /// Lines from each mentor to the others of its cluster.
    pub rays: String,
    /// Schools by their role; empty where there are none.
    pub mentors: String,
    pub mentees: String,
    pub labs: String,
    /// Schools with a link, as far as there is room for one.
    pub targets: Vec<MapTarget>,
    /// Countries or towns, of which no two touch.
    pub labels: Vec<MapLabel>,
}

/// A school that a map leads to.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct MapTarget {
    pub href: String,
    pub title: Text,
    pub x: i32,
    pub y: i32,
}

/// A name on a map: attributes of an SVG text.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct MapLabel {
    pub text: Text,
    pub href: Option<String>,
    pub x: i32,
    pub y: i32,
    pub dx: String,
    pub dy: String,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The smallest map that has room for it: `small`, `medium` or `large`.
    pub from: &'static str,
}

/// The page of the map: `map.html`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct NetworkMapView {
    pub title: String,
    pub map: MapView,
    /// All schools, those without a place on the map too.
    pub countries: Vec<ListedCountry>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct ListedCountry {
    /// For an anchor: `cz`; empty for schools of no country.
    pub id: String,
    pub title: String,
    pub href: Option<String>,
    /// How many schools, as words.
    pub count: String,
    pub clusters: Vec<ListedCluster>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct ListedCluster {
    /// Absent for schools without a cluster.
    pub title: Option<Text>,
    pub href: Option<String>,
    pub schools: Vec<ListedSchool>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct ListedSchool {
    pub title: Text,
    pub href: String,
    /// `mentor`, `mentee` or `learning-lab`, and as a word.
    pub role: &'static str,
    pub role_label: String,
    pub town: Option<Text>,
}

/// The network drawn from the figures of a result: a star for each cluster.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct DrawingView {
    pub width: usize,
    pub height: usize,
    pub stars: Vec<StarView>,
    /// One mentor, its mentees, the clusters, all mentees: as numbers.
    pub ratio: Vec<String>,
    /// The same as a sentence.
    pub caption: String,
    /// The result that has the figures.
    pub source: Link,
}

/// One cluster of the drawing: where its mentor is, and paths, ready for `d`, from there: lines to the mentees, and the
/// mentees as dots of no length.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct StarView {
    pub x: usize,
    pub y: usize,
    pub rays: String,
    pub mentees: String,
}

/// The page of the timeline: `timeline.html`.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct TimelineView {
    pub title: String,
    /// What is shown, for those who do not see it.
    pub label: String,
    pub width: u32,
    pub height: u32,
    /// Beginnings of years and half-years.
    pub ticks: Vec<TimelineTick>,
    pub lanes: Vec<TimelineLane>,
    /// The same as a list, by date.
    pub entries: Vec<TimelineEntry>,
    /// Results of which no date is known.
    pub undated: Vec<TimelineEntry>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct TimelineTick {
    pub x: i32,
    /// The year, where one begins.
    pub year: Option<String>,
}

/// A work package, or what belongs to none.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct TimelineLane {
    pub title: Text,
    pub href: Option<String>,
    /// Its upper edge and its height.
    pub y: u32,
    pub height: u32,
    pub marks: Vec<TimelineMark>,
}

/// A result or an event in its lane.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct TimelineMark {
    pub href: String,
    /// As much of the title as there is room for.
    pub text: Text,
    /// `result` or `event`.
    pub kind: &'static str,
    /// `day` for a day, `span` for what lasts longer, `about` where no more than the month or the year is known.
    pub precision: &'static str,
    pub x: i32,
    /// Where what lasts ends; else `x`.
    pub end: i32,
    pub y: i32,
    /// Where its title begins or ends.
    pub text_x: i32,
    /// `start` or `end`.
    pub anchor: &'static str,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct TimelineEntry {
    pub href: String,
    pub title: Text,
    /// The kind as a word, and the work package or what the lane is named.
    pub kind_label: String,
    pub lane: Text,
    pub date: Option<DateView>,
}
