//! The list beside the map: it says the same without sight or script, and more: it has every school.
//!
//! In: the schools of a language. Out: countries with their clusters with their schools. Always: each school stands in it
//! once; countries are in the order of the language, clusters by title, a mentor before its mentees.

use std::collections::BTreeMap;

use crate::i18n::Arg;
use crate::model::{DocIx, Via, countries_of};
use crate::render::cx::{Cx, Here};
use crate::render::views::{ListedCluster, ListedCountry, ListedSchool, Text};
use crate::source::Kind;
use crate::source::facts::Facts;
use crate::source::values::Role;
use crate::yaml::CountryCode;

/// Countries, clusters and schools for readers of a language.
pub fn listed(cx: &Cx, here: &Here) -> Vec<ListedCountry> {
    let mut countries: BTreeMap<Option<CountryCode>, Vec<DocIx>> = BTreeMap::new();
    for ix in cx.site.of_kind(Kind::School).filter(|ix| cx.site.route(*ix, here.lang).is_some()) {
        countries.entry(countries_of(cx.site.get(ix)).into_iter().next()).or_default().push(ix);
    }
    let mut listed: Vec<_> = countries.into_iter().map(|(code, schools)| country(cx, here, code, schools)).collect();
    let interface = cx.interface(here.lang);
    // What is in no country comes last.
    listed.sort_by(|one, other| {
        one.id.is_empty().cmp(&other.id.is_empty()).then_with(|| interface.compare(&one.title, &other.title))
    });
    listed
}

fn country(cx: &Cx, here: &Here, code: Option<CountryCode>, schools: Vec<DocIx>) -> ListedCountry {
    let page = code.and_then(|code| cx.site.find(Kind::Country, &code.slug()));
    let count = Arg::Number(schools.len() as f64);
    let mut clusters: BTreeMap<Option<DocIx>, Vec<DocIx>> = BTreeMap::new();
    for ix in schools {
        clusters.entry(cx.site.references(ix, Via::Cluster).next()).or_default().push(ix);
    }
    let mut clusters: Vec<_> =
        clusters.into_iter().map(|(cluster, schools)| listed_cluster(cx, here, cluster, schools)).collect();
    let interface = cx.interface(here.lang);
    clusters.sort_by(|one, other| {
        let title = |cluster: &ListedCluster| cluster.title.clone().map_or_else(String::new, |title| title.text);
        one.title.is_none().cmp(&other.title.is_none()).then_with(|| interface.compare(&title(one), &title(other)))
    });
    ListedCountry {
        id: code.map_or_else(String::new, |code| code.slug()),
        title: match code {
            Some(code) => cx.country(here.lang, code),
            None => cx.t(here.lang, "map-no-country", &[]),
        },
        href: page.and_then(|ix| Some(cx.href(here, cx.site.route(ix, here.lang)?, here.lang))),
        count: cx.t(here.lang, "count-schools", &[("count", count)]),
        clusters,
    }
}

fn listed_cluster(cx: &Cx, here: &Here, cluster: Option<DocIx>, mut schools: Vec<DocIx>) -> ListedCluster {
    schools.sort_by_key(|ix| role(cx, *ix).map(super::importance));
    ListedCluster {
        title: cluster.map(|ix| Text::clone(cx.title(here.lang, ix))),
        href: cluster.and_then(|ix| cx.document_href(here, ix)).map(|(href, _)| href),
        schools: schools.into_iter().filter_map(|ix| school(cx, here, ix)).collect(),
    }
}

fn school(cx: &Cx, here: &Here, ix: DocIx) -> Option<ListedSchool> {
    let document = cx.site.get(ix);
    let Facts::School(facts) = &document.facts else { return None };
    Some(ListedSchool {
        title: Text::clone(cx.title(here.lang, ix)),
        href: cx.href(here, cx.site.route(ix, here.lang)?, here.lang),
        role: facts.role.as_str(),
        role_label: cx.t(here.lang, &format!("role-{}", facts.role.as_str()), &[]),
        town: facts.town.as_ref().map(|town| cx.text(here.lang, town, document.language)),
    })
}

fn role(cx: &Cx, ix: DocIx) -> Option<Role> {
    match &cx.site.get(ix).facts {
        Facts::School(school) => Some(school.role),
        _ => None,
    }
}
