//! Structured data, where schema.org has the type.

use serde_json::{Map, Value, json};

use crate::foundation::Date;
use crate::model::{DocIx, LangIx, Via};
use crate::source::facts::{Facts, ProjectResult};
use crate::source::values::{EventStatus, ResultType};
use crate::source::{Document, Kind};

use super::chrome::site_title;
use super::cx::Cx;
use super::views::Link;

/// The structured data of a document as the content of a script element; empty where schema.org has no type for it.
/// Examples have none: they must not be taken for schools that exist.
pub fn of_document(cx: &Cx, lang: LangIx, ix: DocIx, breadcrumbs: &[Link]) -> String {
    let document = cx.site.get(ix);
    let Some(route) = cx.site.route(ix, lang).filter(|_| cx.state(lang, ix).is_own()) else { return String::new() };
    let mut graph: Vec<Value> = Vec::new();
    if !document.common.example {
        graph.extend(subject(cx, lang, ix, &cx.permalink(route)));
    }
    graph.extend(way(cx, lang, ix, breadcrumbs));
    if graph.is_empty() { String::new() } else { script(&json!({ "@context": "https://schema.org", "@graph": graph })) }
}

/// JSON that is safe within a script element: `<` ends none and begins no comment.
fn script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn subject(cx: &Cx, lang: LangIx, ix: DocIx, address: &str) -> Option<Value> {
    let document = cx.site.get(ix);
    let title = cx.title(lang, ix).text;
    let summary = cx.summary(lang, ix).text;
    let mut data = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            data.insert(name.to_owned(), value);
        }
    };
    set("url", Some(address.into()));
    set("description", (!summary.is_empty()).then(|| summary.into()));
    let is_thing = matches!(document.kind, Kind::School | Kind::Organisation | Kind::Event | Kind::Country);
    if is_thing {
        set("name", Some(title.into()));
    } else {
        let (_, shown) = cx.site.text(ix, lang);
        set("headline", Some(title.clone().into()));
        set("name", Some(title.into()));
        set("inLanguage", Some(shown.as_str().into()));
        set("datePublished", document.common.date.map(|date| date.to_string().into()));
        set("dateModified", document.common.updated.map(|date| date.to_string().into()));
        set("license", document.common.licence.as_deref().map(|spdx| super::document::licence(spdx).href.into()));
        set(
            "isPartOf",
            Some(json!({ "@type": "WebSite", "name": site_title(cx, lang), "url": cx.addresses.origin.as_str() })),
        );
    }
    let kind = match &document.facts {
        Facts::School(school) => {
            let town = school.town.as_ref();
            let country = document.common.country.codes.first();
            let address = (town.is_some() || country.is_some()).then(|| {
                json!({ "@type": "PostalAddress", "addressLocality": town, "addressRegion": school.region,
                        "addressCountry": country.map(|code| code.as_str()) })
            });
            set("address", address);
            let geo = school.location.as_ref();
            set("geo", geo.map(|geo| json!({ "@type": "GeoCoordinates", "latitude": geo.lat, "longitude": geo.lon })));
            set("sameAs", school.website.as_ref().map(|url| url.as_str().into()));
            "School"
        }
        Facts::Organisation(organisation) => {
            set("alternateName", organisation.acronym.as_deref().map(Into::into));
            set("sameAs", organisation.website.as_ref().map(|url| url.as_str().into()));
            "Organization"
        }
        Facts::Event(event) => {
            set("startDate", Some(event.start.to_string().into()));
            set("endDate", event.end.map(|date: Date| date.to_string().into()));
            let place = cx.first(lang, ix, |text| text.place.as_deref());
            let location = match place {
                Some(place) => Some(json!({ "@type": "Place", "name": place.text, "address": place.text })),
                None => event.online.then(|| json!({ "@type": "VirtualLocation", "url": address })),
            };
            set("location", location);
            let mode = if event.online { "OnlineEventAttendanceMode" } else { "OfflineEventAttendanceMode" };
            set("eventAttendanceMode", Some(format!("https://schema.org/{mode}").into()));
            let status = match event.status {
                Some(EventStatus::Cancelled) => "EventCancelled",
                Some(EventStatus::Postponed) => "EventPostponed",
                Some(EventStatus::MovedOnline) => "EventMovedOnline",
                Some(EventStatus::Planned | EventStatus::Held) | None => "EventScheduled",
            };
            set("eventStatus", Some(format!("https://schema.org/{status}").into()));
            "EducationEvent"
        }
        Facts::Result(result) => {
            set("identifier", result.deliverable.as_deref().map(Into::into));
            set("sameAs", result.url.as_ref().map(|url| url.as_str().into()));
            set("author", authors(cx, lang, ix, result));
            result_type(result)
        }
        Facts::PolicyPost(post) => {
            set("author", post.author.as_ref().map(|name| json!({ "@type": "Organization", "name": name })));
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
    data.insert("@type".to_owned(), kind.into());
    Some(Value::Object(data))
}

fn result_type(result: &ProjectResult) -> &'static str {
    match result.r#type {
        Some(ResultType::Report) => "Report",
        Some(ResultType::Course) => "Course",
        Some(ResultType::Video) => "VideoObject",
        Some(ResultType::Toolkit | ResultType::Instrument | ResultType::Brochure) | None => "CreativeWork",
    }
}

fn authors(cx: &Cx, lang: LangIx, ix: DocIx, result: &ProjectResult) -> Option<Value> {
    let lead = cx.site.references(ix, Via::Lead).map(|lead| cx.title(lang, lead).text);
    let names: Vec<String> = if result.authors.is_empty() { lead.collect() } else { result.authors.clone() };
    let authors: Vec<Value> = names.iter().map(|name| json!({ "@type": "Organization", "name": name })).collect();
    (!authors.is_empty()).then(|| authors.into())
}

/// The way from home, with absolute addresses, for documents that have a section.
fn way(cx: &Cx, lang: LangIx, ix: DocIx, breadcrumbs: &[Link]) -> Option<Value> {
    let document: &Document = cx.site.get(ix);
    let section = cx.site.section(crate::model::SectionKey::of(document)?)?;
    let routes = [
        Some(crate::model::Route::new(format!("{}/", cx.site.lang(lang)))),
        Some(section.routes[usize::from(lang.0)].clone()),
        cx.site.route(ix, lang).cloned(),
    ];
    let items: Vec<Value> = breadcrumbs
        .iter()
        .zip(routes.into_iter().flatten())
        .enumerate()
        .map(|(number, (crumb, route))| {
            json!({ "@type": "ListItem", "position": number + 1, "name": crumb.title.text, "item": cx.permalink(&route) })
        })
        .collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}
