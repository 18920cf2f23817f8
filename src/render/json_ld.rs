//! Structured data, where schema.org has the type.

use serde::Serialize;

use crate::foundation::any_byte;
use crate::model::{DocIx, LangIx, Route, SectionKey, Via};
use crate::source::Kind;
use crate::source::facts::{Event, Facts, ProjectResult, School};
use crate::source::values::{EventStatus, ResultType};

use super::chrome::site_title;
use super::cx::Cx;
use super::views::{Link, Repeated};

/// The structured data of a document as the content of a script element; empty where schema.org has no type for it.
/// Examples have none: they must not be taken for schools that exist.
pub fn of_document(cx: &Cx, lang: LangIx, ix: DocIx, breadcrumbs: &[Repeated<Link>]) -> String {
    let document = cx.site.get(ix);
    let Some(route) = cx.site.route(ix, lang).filter(|_| cx.state(lang, ix).is_own()) else { return String::new() };
    let mut graph = Vec::with_capacity(2);
    if !document.common.example {
        graph.extend(subject(cx, lang, ix, &cx.permalink(route)).map(Node::Subject));
    }
    graph.extend(way(cx, lang, ix, breadcrumbs).map(Node::Way));
    if graph.is_empty() { String::new() } else { script(&Data { context: "https://schema.org", graph }) }
}

/// Room for what most pages have, in bytes.
const USUAL_LENGTH: usize = 1536;

/// JSON that is safe within a script element: `<` ends none and begins no comment.
fn script(data: &Data) -> String {
    let mut json = Vec::with_capacity(USUAL_LENGTH);
    serde_json::to_writer(&mut json, data).expect("text and numbers are JSON");
    let json = String::from_utf8(json).expect("JSON is UTF-8");
    if !any_byte(json.as_bytes(), |byte| (byte == b'<') | (byte == b'>') | (byte == b'&')) {
        return json;
    }
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[derive(Serialize)]
struct Data {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node {
    Subject(Box<Subject>),
    Way(Way),
}

/// What a page is about. What is not known is left out.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Subject {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Vec<Named>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<Geo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_attendance_mode: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_status: Option<&'static str>,
}

#[derive(Serialize)]
struct Named {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_locality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_country: Option<String>,
}

#[derive(Serialize)]
struct Geo {
    #[serde(rename = "@type")]
    kind: &'static str,
    latitude: f64,
    longitude: f64,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Place {
    Place { name: String, address: String },
    VirtualLocation { url: String },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Way {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    item: String,
}

fn subject(cx: &Cx, lang: LangIx, ix: DocIx, address: &str) -> Option<Box<Subject>> {
    let document = cx.site.get(ix);
    let title = cx.title(lang, ix).text;
    let summary = cx.summary(lang, ix).text;
    let mut data = Subject {
        url: address.to_owned(),
        description: (!summary.is_empty()).then_some(summary),
        name: Some(title.clone()),
        ..Subject::default()
    };
    let is_thing = matches!(document.kind, Kind::School | Kind::Organisation | Kind::Event | Kind::Country);
    if !is_thing {
        let (_, shown) = cx.site.text(ix, lang);
        let common = &document.common;
        data.headline = Some(title);
        data.in_language = Some(shown.to_string());
        data.date_published = common.date.map(|date| date.to_string());
        data.date_modified = common.updated.map(|date| date.to_string());
        data.license = common.licence.as_deref().map(|spdx| super::document::licence(spdx).href);
        let site = cx.addresses.origin.as_str().to_owned();
        data.is_part_of = Some(Named { kind: "WebSite", name: site_title(cx, lang), url: Some(site) });
    }
    data.kind = match &document.facts {
        Facts::School(facts) => {
            data.address = school_address(cx, ix, facts);
            let geo = facts.location.as_ref();
            data.geo = geo.map(|geo| Geo { kind: "GeoCoordinates", latitude: geo.lat, longitude: geo.lon });
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
            data.author = post.author.clone().map(|name| vec![organization(name)]);
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
    Some(Box::new(data))
}

fn school_address(cx: &Cx, ix: DocIx, school: &School) -> Option<Address> {
    let country = cx.site.get(ix).common.country.codes.first();
    (school.town.is_some() || country.is_some()).then(|| Address {
        kind: "PostalAddress",
        address_locality: school.town.clone(),
        address_region: school.region.clone(),
        address_country: country.map(|code| code.as_str().to_owned()),
    })
}

fn event(cx: &Cx, lang: LangIx, ix: DocIx, event: &Event, data: &mut Subject) {
    data.start_date = Some(event.start.to_string());
    data.end_date = event.end.map(|date| date.to_string());
    data.location = match cx.first(lang, ix, |text| text.place.as_deref()) {
        Some(place) => Some(Place::Place { name: place.text.clone(), address: place.text }),
        None => event.online.then(|| Place::VirtualLocation { url: data.url.clone() }),
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

fn authors(cx: &Cx, lang: LangIx, ix: DocIx, result: &ProjectResult) -> Option<Vec<Named>> {
    let lead = cx.site.references(ix, Via::Lead).map(|lead| cx.title(lang, lead).text);
    let names: Vec<String> = if result.authors.is_empty() { lead.collect() } else { result.authors.clone() };
    (!names.is_empty()).then(|| names.into_iter().map(organization).collect())
}

/// The way from home, with absolute addresses, for documents that have a section.
fn way(cx: &Cx, lang: LangIx, ix: DocIx, breadcrumbs: &[Repeated<Link>]) -> Option<Way> {
    let section = cx.site.section(SectionKey::of(cx.site.get(ix))?)?;
    let home = Route::new(format!("{}/", cx.site.lang(lang)));
    let routes = [Some(&home), Some(&section.routes[usize::from(lang.0)]), cx.site.route(ix, lang)];
    let steps = breadcrumbs.iter().zip(routes.into_iter().flatten()).enumerate().map(|(number, (crumb, route))| Step {
        kind: "ListItem",
        position: number + 1,
        name: crumb.title.text.clone(),
        item: cx.permalink(route),
    });
    Some(Way { kind: "BreadcrumbList", item_list_element: steps.collect() })
}
