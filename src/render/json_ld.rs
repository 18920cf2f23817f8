//! Structured data, where schema.org has the type.

use crate::foundation::Lang;
use crate::model::{DocIx, LangIx, Route, SectionKey, Via};
use crate::source::Kind;
use crate::source::facts::{Event, Facts, Location, ProjectResult, School};
use crate::source::values::{EventStatus, ResultType};
use crate::yaml::CountryCode;

use super::chrome::site_title;
use super::cx::Cx;
use super::json::{self, Object};
use super::views::{Link, Repeated};

/// The structured data of a document as the content of a script element; empty where schema.org has no type for it.
/// Examples have none: they must not be taken for schools that exist.
pub fn of_document(cx: &Cx, lang: LangIx, ix: DocIx, breadcrumbs: &[Repeated<Link>]) -> String {
    let document = cx.site.get(ix);
    let Some(route) = cx.site.route(ix, lang).filter(|_| cx.state(lang, ix).is_own()) else { return String::new() };
    let subject = if document.common.example { None } else { subject(cx, lang, ix, cx.permalink(route)) };
    let way = way(cx, lang, ix, breadcrumbs);
    if subject.is_none() && way.is_none() {
        return String::new();
    }
    json::object(USUAL_LENGTH, |data| {
        data.text("@context", "https://schema.org");
        data.list("@graph", |graph| {
            subject.iter().for_each(|subject| graph.object(|node| subject.write(node)));
            way.into_iter().for_each(|way| graph.object(way));
        });
    })
}

/// Room for what most pages have, in bytes.
const USUAL_LENGTH: usize = 1536;

/// What a page is about. What is not known is left out.
#[derive(Default)]
struct Subject {
    kind: &'static str,
    url: String,
    description: Option<String>,
    name: String,
    headline: Option<String>,
    in_language: Option<Lang>,
    date_published: Option<String>,
    date_modified: Option<String>,
    license: Option<String>,
    is_part_of: Option<Named>,
    identifier: Option<String>,
    alternate_name: Option<String>,
    same_as: Option<String>,
    author: Vec<Named>,
    address: Option<Address>,
    geo: Option<Location>,
    start_date: Option<String>,
    end_date: Option<String>,
    location: Option<Place>,
    event_attendance_mode: Option<&'static str>,
    event_status: Option<&'static str>,
}

struct Named {
    kind: &'static str,
    name: String,
    url: Option<String>,
}

struct Address {
    locality: Option<String>,
    region: Option<String>,
    country: Option<CountryCode>,
}

enum Place {
    Place { name: String },
    Virtual { url: String },
}

impl Subject {
    fn write(&self, node: &mut Object<'_>) {
        node.text("@type", self.kind);
        node.text("url", &self.url);
        node.optional("description", self.description.as_deref());
        node.text("name", &self.name);
        node.optional("headline", self.headline.as_deref());
        node.optional("inLanguage", self.in_language.as_ref().map(Lang::as_str));
        node.optional("datePublished", self.date_published.as_deref());
        node.optional("dateModified", self.date_modified.as_deref());
        node.optional("license", self.license.as_deref());
        if let Some(whole) = &self.is_part_of {
            node.object("isPartOf", |node| whole.write(node));
        }
        node.optional("identifier", self.identifier.as_deref());
        node.optional("alternateName", self.alternate_name.as_deref());
        node.optional("sameAs", self.same_as.as_deref());
        if !self.author.is_empty() {
            node.objects("author", &self.author, |author, node| author.write(node));
        }
        if let Some(address) = &self.address {
            node.object("address", |node| address.write(node));
        }
        if let Some(location) = &self.geo {
            node.object("geo", |node| {
                node.text("@type", "GeoCoordinates");
                node.number("latitude", location.lat);
                node.number("longitude", location.lon);
            });
        }
        node.optional("startDate", self.start_date.as_deref());
        node.optional("endDate", self.end_date.as_deref());
        if let Some(place) = &self.location {
            node.object("location", |node| place.write(node));
        }
        node.optional("eventAttendanceMode", self.event_attendance_mode);
        node.optional("eventStatus", self.event_status);
    }
}

impl Named {
    fn write(&self, node: &mut Object<'_>) {
        node.text("@type", self.kind);
        node.text("name", &self.name);
        node.optional("url", self.url.as_deref());
    }
}

impl Address {
    fn write(&self, node: &mut Object<'_>) {
        node.text("@type", "PostalAddress");
        node.optional("addressLocality", self.locality.as_deref());
        node.optional("addressRegion", self.region.as_deref());
        node.optional("addressCountry", self.country.as_ref().map(CountryCode::as_str));
    }
}

impl Place {
    fn write(&self, node: &mut Object<'_>) {
        match self {
            Place::Place { name } => {
                node.text("@type", "Place");
                node.text("name", name);
                node.text("address", name);
            }
            Place::Virtual { url } => {
                node.text("@type", "VirtualLocation");
                node.text("url", url);
            }
        }
    }
}

fn subject(cx: &Cx, lang: LangIx, ix: DocIx, url: String) -> Option<Subject> {
    let document = cx.site.get(ix);
    let title = cx.title(lang, ix).text.clone();
    let summary = cx.summary(lang, ix).text.clone();
    let mut data =
        Subject { url, description: (!summary.is_empty()).then_some(summary), name: title, ..Subject::default() };
    let is_thing = matches!(document.kind, Kind::School | Kind::Organisation | Kind::Event | Kind::Country);
    if !is_thing {
        let (_, shown) = cx.site.text(ix, lang);
        let common = &document.common;
        data.headline = Some(data.name.clone());
        data.in_language = Some(shown);
        data.date_published = common.date.map(|date| date.to_string());
        data.date_modified = common.updated.map(|date| date.to_string());
        data.license = common.licence.as_deref().map(|spdx| super::document::licence(spdx).href);
        let site = cx.addresses.origin.as_str().to_owned();
        data.is_part_of = Some(Named { kind: "WebSite", name: site_title(cx, lang), url: Some(site) });
    }
    data.kind = match &document.facts {
        Facts::School(facts) => {
            data.address = school_address(cx, ix, facts);
            data.geo = facts.location.clone();
            data.same_as = facts.website.as_ref().map(|url| url.as_str().to_owned());
            "School"
        }
        Facts::Organisation(organisation) => {
            data.alternate_name = organisation.acronym.clone();
            data.same_as = organisation.website.as_ref().map(|url| url.as_str().to_owned());
            "Organization"
        }
        Facts::Event(facts) => {
            event(cx, lang, ix, facts, &mut data);
            "EducationEvent"
        }
        Facts::Result(result) => {
            data.identifier = result.deliverable.clone();
            data.same_as = result.url.as_ref().map(|url| url.as_str().to_owned());
            data.author = authors(cx, lang, ix, result);
            result_type(result)
        }
        Facts::PolicyPost(post) => {
            data.author = post.author.iter().cloned().map(organization).collect();
            "BlogPosting"
        }
        Facts::CaseStudy(_) => "Article",
        Facts::None => match document.kind {
            Kind::News => "NewsArticle",
            Kind::Term => "DefinedTerm",
            _ => return None,
        },
        Facts::Cluster(_) | Facts::Country(_) => return None,
        Facts::Page(_) => "WebPage",
    };
    Some(data)
}

fn school_address(cx: &Cx, ix: DocIx, school: &School) -> Option<Address> {
    let country = cx.site.get(ix).common.country.codes.first();
    (school.town.is_some() || country.is_some()).then(|| Address {
        locality: school.town.clone(),
        region: school.region.clone(),
        country: country.copied(),
    })
}

fn event(cx: &Cx, lang: LangIx, ix: DocIx, event: &Event, data: &mut Subject) {
    data.start_date = Some(event.start.to_string());
    data.end_date = event.end.map(|date| date.to_string());
    data.location = match cx.first(lang, ix, |text| text.place.as_deref()) {
        Some(place) => Some(Place::Place { name: place.text }),
        None => event.online.then(|| Place::Virtual { url: data.url.clone() }),
    };
    data.event_attendance_mode = Some(match event.online {
        true => "https://schema.org/OnlineEventAttendanceMode",
        false => "https://schema.org/OfflineEventAttendanceMode",
    });
    data.event_status = Some(match event.status {
        Some(EventStatus::Cancelled) => "https://schema.org/EventCancelled",
        Some(EventStatus::Postponed) => "https://schema.org/EventPostponed",
        Some(EventStatus::MovedOnline) => "https://schema.org/EventMovedOnline",
        Some(EventStatus::Planned | EventStatus::Held) | None => "https://schema.org/EventScheduled",
    });
}

fn result_type(result: &ProjectResult) -> &'static str {
    match result.r#type {
        Some(ResultType::Report) => "Report",
        Some(ResultType::Course) => "Course",
        Some(ResultType::Video) => "VideoObject",
        Some(ResultType::Toolkit | ResultType::Instrument | ResultType::Brochure) | None => "CreativeWork",
    }
}

fn organization(name: String) -> Named {
    Named { kind: "Organization", name, url: None }
}

fn authors(cx: &Cx, lang: LangIx, ix: DocIx, result: &ProjectResult) -> Vec<Named> {
    let lead = cx.site.references(ix, Via::Lead).map(|lead| cx.title(lang, lead).text.clone());
    let names: Vec<String> = if result.authors.is_empty() { lead.collect() } else { result.authors.clone() };
    names.into_iter().map(organization).collect()
}

/// The way from home, with absolute addresses, for documents that have a section. All but its last step is the same for the
/// whole section.
fn way<'a>(
    cx: &'a Cx,
    lang: LangIx,
    ix: DocIx,
    breadcrumbs: &'a [Repeated<Link>],
) -> Option<impl FnOnce(&mut Object<'_>) + 'a> {
    let section = cx.site.section(SectionKey::of(cx.site.get(ix))?)?;
    let route = cx.site.route(ix, lang)?;
    let (own, above) = breadcrumbs.split_last()?;
    let origin = cx.addresses.origin.as_str();
    let step = move |number: usize, crumb: &Link, route: &Route, node: &mut Object<'_>| {
        node.text("@type", "ListItem");
        node.count("position", number);
        node.text("name", &crumb.title.text);
        node.joined("item", &[origin, route.as_str()]);
    };
    let ways_above = cx.repeats.ways.get((lang, section.key), || {
        let home = Route::home(cx.site.lang(lang));
        let steps = above.iter().zip([&home, &section.routes[usize::from(lang.0)]]);
        let items = json::items(|list| {
            (1..).zip(steps).for_each(|(number, (crumb, route))| list.object(|node| step(number, crumb, route, node)));
        });
        items.into()
    });
    Some(move |node: &mut Object<'_>| {
        node.text("@type", "BreadcrumbList");
        node.list("itemListElement", |list| {
            list.written(&ways_above);
            list.object(|node| step(breadcrumbs.len(), own, route, node));
        });
    })
}
