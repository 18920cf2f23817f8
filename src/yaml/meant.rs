//! The field that was meant by a name that is none: by its spelling, or by what it is called elsewhere.

use std::collections::BTreeSet;

use crate::diag::did_you_mean;

/// What people call a field whose name they do not know, where no spelling is near.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    ("location", &["place", "coordinates", "coords", "position", "geo", "gps", "lat", "lon", "latitude", "longitude"]),
    ("lat", &["latitude", "north"]),
    ("lon", &["lng", "long", "longitude", "east"]),
    ("summary", &["description", "abstract", "subtitle", "excerpt", "teaser"]),
    ("title", &["name", "headline"]),
    ("image", &["picture", "photo", "cover"]),
    ("credit", &["author", "photographer", "copyright", "source"]),
    ("website", &["url", "homepage", "web"]),
    ("aliases", &["redirect_from", "redirects"]),
];

/// What a location is, for who writes it under another name.
pub(super) const LOCATION: &str =
    "where a school is, is written as `location: {lat: 49.59, lon: 17.25}`: degrees north and degrees east";

/// The field that was meant by a name that is none.
pub(super) fn meant<'k>(written: &str, known: &BTreeSet<&'k str>) -> Option<&'k str> {
    let other = OTHER_NAMES.iter().find(|(name, others)| known.contains(name) && others.contains(&written));
    match other {
        Some((name, _)) => known.get(name).copied(),
        None => did_you_mean(written, known.iter().copied()),
    }
}

/// What to do about a field that stands in a group, and belongs beside it.
pub(super) fn elsewhere(what: &str, written: &str) -> Option<String> {
    let meant = match (what, written) {
        ("a picture", "alt" | "image_alt") => "image_alt",
        ("a picture", "caption" | "image_caption") => "image_caption",
        _ => return None,
    };
    Some(format!(
        "write `{meant}: …` on a line of its own that is not indented, below those of the picture: it is text, which each \
         language has for itself"
    ))
}
