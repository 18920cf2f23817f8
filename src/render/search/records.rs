//! What can be found of a document: title, text, place and number, and what results can be narrowed by.

use std::collections::BTreeMap;
use std::hash::Hash;

use crate::foundation::Fingerprint;
use crate::model::{DocIx, LangIx, countries_of};
use crate::render::cx::{Cx, LinkStyle};
use crate::render::markdown::plain_text;
use crate::search::Record;
use crate::source::Kind;
use crate::source::facts::Facts;

/// The records of one language.
pub(super) struct Records<'a> {
    pub cx: &'a Cx,
    pub lang: LangIx,
}

impl Records<'_> {
    /// Whether a document can be found: it has a page, and is no frame for a list.
    pub fn has(&self, ix: DocIx) -> bool {
        self.cx.site.get(ix).kind != Kind::Section && self.cx.site.route(ix, self.lang).is_some()
    }

    /// What tells a record from every other: all but the text, and the fingerprint of that.
    pub fn key(&self, ix: DocIx) -> impl Hash {
        let text = self.cx.site.text(ix, self.lang).0;
        let file = (text.file.file.fingerprint(), text.file.cut.body, text.fingerprint);
        let title = self.cx.title(self.lang, ix);
        Fingerprint::of(&(file, title, self.url(ix), self.place(ix), self.filters(ix)))
    }

    pub fn record(&self, ix: DocIx) -> Record {
        let cx = self.cx;
        let text = cx.site.text(ix, self.lang).0;
        let title = cx.title(self.lang, ix);
        let place = self.place(ix);
        let filters = self.filters(ix);
        let summary = text.words.summary.as_deref().unwrap_or_default();
        let own = [&text.theme, &text.goal].into_iter().flatten();
        let words = text.words.text.values();
        let parts = [summary.to_owned()].into_iter().chain(own.cloned()).chain([plain_text(text.body())]);
        let parts = parts.chain(words.cloned()).chain([place.clone()]).filter(|part| !part.is_empty());
        let mut shown: BTreeMap<&'static str, String> =
            filters.iter().map(|(name, values)| (*name, values.join(", "))).collect();
        shown.extend(title.lang.map(|lang| ("lang", lang.to_string())));
        Record {
            url: self.url(ix),
            text: parts.collect::<Vec<_>>().join(" "),
            fields: [place, title.text.clone()],
            shown,
            filters: filters.into_iter().collect(),
        }
    }

    /// Below the folder of the language.
    fn url(&self, ix: DocIx) -> String {
        let route = self.cx.site.route(ix, self.lang).expect("what can be found has an address");
        let inner = route.as_str().split_once('/').map_or("", |(_, inner)| inner);
        match self.cx.addresses.links {
            LinkStyle::Pages => inner.to_owned(),
            LinkStyle::Files => format!("{inner}index.html"),
        }
    }

    /// Where it is and what it is called beside its title: towns, countries, numbers of deliverables, short names.
    fn place(&self, ix: DocIx) -> String {
        let document = self.cx.site.get(ix);
        let text = self.cx.site.text(ix, self.lang).0;
        let own: [Option<&str>; 2] = match &document.facts {
            Facts::School(school) => [school.town.as_deref(), school.region.as_deref()],
            Facts::Result(result) => [result.deliverable.as_deref(), None],
            Facts::Organisation(organisation) => [organisation.acronym.as_deref(), None],
            Facts::Event(_) => [text.place.as_deref(), None],
            Facts::PolicyPost(post) => [post.author.as_deref(), None],
            _ => [None, None],
        };
        let role = match &document.facts {
            Facts::School(school) => Some(self.cx.t(self.lang, &format!("role-{}", school.role.as_str()), &[])),
            _ => None,
        };
        let own = own.into_iter().flatten().map(str::to_owned);
        role.into_iter().chain(own).chain(self.countries(ix)).collect::<Vec<_>>().join(" · ")
    }

    fn countries(&self, ix: DocIx) -> Vec<String> {
        let document = self.cx.site.get(ix);
        let mut names: Vec<String> =
            countries_of(document).into_iter().map(|code| self.cx.country(self.lang, code)).collect();
        if document.common.country.international {
            names.push(self.cx.t(self.lang, "country-international", &[]));
        }
        names
    }

    /// What results can be narrowed by: the kind, and the countries where there are any.
    pub fn filters(&self, ix: DocIx) -> Vec<(&'static str, Vec<String>)> {
        let kind = self.cx.site.get(ix).kind.as_str();
        let kind = ("kind", vec![self.cx.t(self.lang, &format!("kind-{kind}"), &[])]);
        let countries = self.countries(ix);
        let countries = (!countries.is_empty()).then_some(("country", countries));
        [kind].into_iter().chain(countries).collect()
    }
}
