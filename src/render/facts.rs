//! Facts at a glance: for each kind, what is known, as labelled values in the page's language.

use std::hash::Hash;

use crate::foundation::{Date, Url};
use crate::model::{DocIx, LangIx, Via, work_package};
use crate::source::Kind;
use crate::source::facts::*;
use crate::yaml::CountryCode;

use super::cx::{Cx, Here};
use super::views::{Fact, FactValue, Repeated, Text};

/// The facts of a document, in the order of design section 3.
pub fn facts(cx: &Cx, here: &Here, ix: DocIx) -> Vec<Repeated<Fact>> {
    let document = cx.site.get(ix);
    let mut facts = Labelled { cx, here, ix, out: Vec::new() };
    match &document.facts {
        Facts::School(school) => facts.school(school),
        Facts::Cluster(_) => facts.cluster(),
        Facts::CaseStudy(case) => facts.case_study(case),
        Facts::Result(result) => facts.result(result),
        Facts::PolicyPost(post) => facts.post(post),
        Facts::Country(country) => facts.country(country),
        Facts::Organisation(organisation) => facts.organisation(organisation),
        Facts::Event(event) => facts.event(event),
        Facts::Page(_) | Facts::None => {}
    }
    if !matches!(document.kind, Kind::Country | Kind::Term | Kind::Page) {
        facts.countries();
        facts.words(
            "challenges",
            "challenge",
            document.common.challenges.iter().map(|value| value.as_str()),
            Some("challenges"),
        );
    }
    facts.out
}

/// Collects labelled values; what is not known is left out.
struct Labelled<'a> {
    cx: &'a Cx,
    here: &'a Here,
    ix: DocIx,
    out: Vec<Repeated<Fact>>,
}

impl Labelled<'_> {
    fn lang(&self) -> LangIx {
        self.here.lang
    }

    fn push(&mut self, name: &'static str, values: Vec<FactValue>) {
        if !values.is_empty() {
            self.out.push(Repeated::own(self.fact(name, values)));
        }
    }

    fn fact(&self, name: &'static str, values: Vec<FactValue>) -> Fact {
        let id: String = name.chars().map(|c| if c == '_' { '-' } else { c }).collect();
        Fact { name, label: self.cx.word(self.lang(), "field", &id), values }
    }

    /// A fact that many documents have, made once for all of them: `of` are its values, from which `values` makes what is
    /// shown in the language and at the depth of the page.
    fn push_repeated(&mut self, name: &'static str, of: impl Hash, values: impl FnOnce() -> Vec<FactValue>) {
        let fact = self.cx.repeats.facts.get((self.here, name, of), || Repeated::shared(self.fact(name, values())));
        self.out.push(fact);
    }

    /// A fact that is text: it is in the language of the source.
    fn text(&mut self, name: &'static str, value: Option<&str>) {
        let language = self.cx.site.get(self.ix).language;
        let values = value.map(|value| plain(self.cx.text(self.lang(), value, language)));
        self.push(name, values.into_iter().collect());
    }

    /// Text that is the same in every language: a number, a name.
    fn plain(&mut self, name: &'static str, value: Option<String>) {
        self.push(name, value.map(|text| plain(Text { text, lang: None })).into_iter().collect());
    }

    fn translated(&mut self, name: &'static str, value: Option<Text>) {
        self.push(name, value.map(plain).into_iter().collect());
    }

    /// Values of an enumeration, with a link to the page of the term where there is one.
    fn words<'v>(
        &mut self,
        name: &'static str,
        prefix: &str,
        values: impl IntoIterator<Item = &'v str>,
        enumeration: Option<&str>,
    ) {
        let values: Vec<&str> = values.into_iter().collect();
        if values.is_empty() {
            return;
        }
        let (cx, here) = (self.cx, self.here);
        let shown = |value: &&str| {
            let text = cx.word(here.lang, prefix, value);
            let term = enumeration.and_then(|name| cx.site.find(Kind::Term, &[name, "/", value].concat()));
            let href = term.and_then(|term| cx.document_href(here, term)).map(|(href, _)| href);
            FactValue { text: Text { text, lang: None }, href, external: false, datetime: None }
        };
        self.push_repeated(name, (prefix, enumeration, &values), || values.iter().map(shown).collect());
    }

    fn referred(&mut self, name: &'static str, via: Via) {
        let (cx, here) = (self.cx, self.here);
        let documents: Vec<DocIx> = cx.site.references(self.ix, via).collect();
        if documents.is_empty() {
            return;
        }
        let shown = |document: &DocIx| FactValue {
            text: Text::clone(cx.title(here.lang, *document)),
            href: cx.document_href(here, *document).map(|(href, _)| href),
            external: false,
            datetime: None,
        };
        self.push_repeated(name, &documents, || documents.iter().map(shown).collect());
    }

    fn url(&mut self, name: &'static str, url: Option<&Url>) {
        let values = url.map(|url| {
            let shown = url.as_str().trim_start_matches("https://").trim_start_matches("http://");
            external(shown.trim_start_matches("www.").trim_end_matches('/').to_owned(), url)
        });
        self.push(name, values.into_iter().collect());
    }

    fn date(&mut self, name: &'static str, date: Option<Date>) {
        let values = date.map(|date| {
            let view = self.cx.date(self.lang(), date);
            FactValue { text: Text::plain(&view.text), href: None, external: false, datetime: Some(view.iso.clone()) }
        });
        self.push(name, values.into_iter().collect());
    }

    fn countries(&mut self) {
        let (cx, here) = (self.cx, self.here);
        let document = cx.site.get(self.ix);
        let codes = crate::model::countries_of(document);
        let international = document.common.country.international;
        if codes.is_empty() && !international {
            return;
        }
        let shown = |code: &CountryCode| {
            let page = cx.site.find(Kind::Country, &code.slug());
            FactValue {
                text: Text { text: cx.country(here.lang, *code), lang: None },
                href: page.and_then(|page| cx.document_href(here, page)).map(|(href, _)| href),
                external: false,
                datetime: None,
            }
        };
        self.push_repeated("country", (&codes, international), || {
            let countries = codes.iter().map(shown);
            let of_all = international.then(|| plain(Text::plain(cx.t(here.lang, "country-international", &[]))));
            countries.chain(of_all).collect()
        });
    }

    fn school(&mut self, school: &School) {
        self.words("role", "role", [school.role.as_str()], None);
        self.referred("cluster", Via::Cluster);
        self.text("town", school.town.as_deref());
        self.text("region", school.region.as_deref());
        self.words("levels", "level", school.levels.iter().map(|value| value.as_str()), Some("levels"));
        let pupils = school.pupils.map(|pupils| self.cx.interface(self.lang()).number(f64::from(pupils)));
        self.plain("pupils", pupils);
        self.url("website", school.website.as_ref());
        let tools = school.tools.iter().map(|tool| plain(Text { text: tool.clone(), lang: None })).collect();
        self.push("tools", tools);
        if let Some(selfie) = &school.selfie {
            let rounds = [(selfie.start, "selfie-start"), (selfie.end, "selfie-end")];
            let done = rounds.iter().filter(|(done, _)| *done).map(|(_, id)| self.cx.t(self.lang(), id, &[]));
            let values = done.map(|text| plain(Text { text, lang: None })).collect();
            self.push("selfie", values);
        }
    }

    fn cluster(&mut self) {
        let theme = self.cx.first(self.lang(), self.ix, |text| text.theme.as_deref());
        self.translated("theme", theme);
        let goal = self.cx.first(self.lang(), self.ix, |text| text.goal.as_deref());
        self.translated("goal", goal);
        self.referred("coordinator", Via::Coordinator);
    }

    fn case_study(&mut self, case: &CaseStudy) {
        self.referred("cluster", Via::Cluster);
        self.words("approach", "approach", case.approach.map(|value| value.as_str()), None);
        self.words("model", "model", case.model.map(|value| value.as_str()), None);
        self.words("setting", "setting", case.setting.map(|value| value.as_str()), None);
        self.words("activities", "activity", case.activities.iter().map(|value| value.as_str()), Some("activities"));
        self.words("outcome", "outcome", case.outcome.map(|value| value.as_str()), None);
        self.words("domains", "domain", case.domains.iter().map(|value| value.as_str()), None);
        self.words("evidence", "evidence", case.evidence.iter().map(|value| value.as_str()), None);
        self.words("incentives", "incentive", case.incentives.iter().map(|value| value.as_str()), Some("incentives"));
        self.words("enablers", "enabler", case.enablers.iter().map(|value| value.as_str()), Some("enablers"));
        self.words("barriers", "barrier", case.barriers.iter().map(|value| value.as_str()), Some("barriers"));
    }

    fn result(&mut self, result: &ProjectResult) {
        self.plain("deliverable", result.deliverable.clone());
        self.words("type", "result-type", result.r#type.map(|value| value.as_str()), None);
        self.words("work_package", "work-package", result.work_package.and_then(work_package), Some("work-packages"));
        self.words("nature", "nature", result.nature.map(|value| value.as_str()), None);
        self.words("dissemination", "dissemination", result.dissemination.map(|value| value.as_str()), None);
        self.referred("lead", Via::Lead);
        self.text("authors", (!result.authors.is_empty()).then(|| result.authors.join(", ")).as_deref());
        self.date("due", result.due);
        if let Some(address) = result.doi.as_ref().and_then(|doi| Url::new(&format!("https://doi.org/{doi}"))) {
            let shown = address.as_str().trim_start_matches("https://doi.org/").to_owned();
            self.push("doi", vec![external(shown, &address)]);
        }
        self.url("url", result.url.as_ref());
    }

    fn post(&mut self, post: &PolicyPost) {
        self.referred("organisation", Via::Organisation);
        self.text("author", post.author.as_deref());
        self.referred("meeting", Via::Meeting);
    }

    fn country(&mut self, country: &Country) {
        self.referred("partner", Via::Partner);
        self.contact("coordinator", country.coordinator.as_ref());
        self.words(
            "priorities",
            "challenge",
            country.priorities.iter().map(|value| value.as_str()),
            Some("challenges"),
        );
        self.words("approach", "approach", country.approach.map(|value| value.as_str()), None);
        let lang = self.lang();
        let incentives = country
            .incentives
            .iter()
            .map(|entry| {
                let mut text = self.cx.word(lang, "incentive", entry.r#type.as_str());
                if let Some(amount) = entry.amount {
                    text = format!("{text}, {}", self.cx.money(lang, amount, entry.currency.as_deref()));
                }
                if let Some(to) = entry.to {
                    text = format!("{}: {text}", self.cx.word(lang, "role", to.as_str()));
                }
                plain(Text { text, lang: None })
            })
            .collect();
        self.push("incentives", incentives);
        self.channels("community", &country.community);
        self.contact("enforcement", country.enforcement.as_ref());
    }

    fn organisation(&mut self, organisation: &Organisation) {
        self.plain("acronym", organisation.acronym.clone());
        self.words("type", "organisation-type", organisation.r#type.map(|value| value.as_str()), None);
        self.words("membership", "membership", organisation.membership.map(|value| value.as_str()), None);
        self.url("website", organisation.website.as_ref());
        self.channels("channels", &organisation.channels);
    }

    fn event(&mut self, event: &Event) {
        let when = FactValue {
            text: Text { text: self.cx.range(self.lang(), event.start, event.end), lang: None },
            href: None,
            external: false,
            datetime: event.end.is_none_or(|end| end == event.start).then(|| event.start.to_string()),
        };
        self.push("when", vec![when]);
        let place = self.cx.first(self.lang(), self.ix, |text| text.place.as_deref());
        self.translated("place", place);
        let online = event.online.then(|| self.cx.t(self.lang(), "setting-online", &[]));
        self.plain("online", online);
        self.words("type", "event-type", event.r#type.map(|value| value.as_str()), None);
        self.words("status", "status", event.status.map(|value| value.as_str()), None);
        self.text("audience", event.audience.as_deref());
        self.url("register_url", event.register_url.as_ref());
        self.referred("report", Via::Report);
    }

    fn contact(&mut self, name: &'static str, contact: Option<&Contact>) {
        let language = self.cx.site.get(self.ix).language;
        let values = contact.map(|contact| FactValue {
            text: self.cx.text(self.lang(), &contact.name, language),
            href: contact.url.as_ref().map(|url| url.as_str().to_owned()),
            external: contact.url.is_some(),
            datetime: None,
        });
        self.push(name, values.into_iter().collect());
    }

    fn channels(&mut self, name: &'static str, channels: &[Channel]) {
        let lang = self.lang();
        let values = channels
            .iter()
            .map(|channel| {
                let mut text = channel.network.clone();
                if let Some(followers) = channel.followers {
                    let count = self.cx.t(lang, "count-followers", &[("count", f64::from(followers).into())]);
                    text = format!("{text}: {count}");
                }
                if let Some(date) = channel.as_of {
                    text = format!("{text}, {}", self.cx.t(lang, "as-of", &[("date", date.into())]));
                }
                FactValue {
                    text: Text { text, lang: None },
                    href: channel.url.as_ref().map(|url| url.as_str().to_owned()),
                    external: channel.url.is_some(),
                    datetime: None,
                }
            })
            .collect();
        self.push(name, values);
    }
}

fn plain(text: Text) -> FactValue {
    FactValue { text, href: None, external: false, datetime: None }
}

fn external(text: String, url: &Url) -> FactValue {
    FactValue { text: Text { text, lang: None }, href: Some(url.as_str().to_owned()), external: true, datetime: None }
}
