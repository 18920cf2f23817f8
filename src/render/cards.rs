//! Documents in lists.

use std::sync::OnceLock;

use crate::model::{DocIx, LangIx, Site, State};
use crate::source::facts::{Event, Facts};
use crate::source::values::EventStatus;

use super::cx::{Cx, Here};
use super::views::{Card, CardFields, DateView, Level, Repeated, SharedFields, Text};

/// The cards of one language, without their links, which depend on the page; each made once, when a list first needs it.
pub struct Cards(Vec<OnceLock<SharedFields>>);

impl Cards {
    pub fn of(site: &Site) -> Cards {
        Cards(site.all().map(|_| OnceLock::new()).collect())
    }

    /// The card of a document for a page; `None` where the document is absent in its language.
    pub fn at(&self, cx: &Cx, here: &Here, level: Level, document: DocIx) -> Option<Card> {
        let route = cx.site.route(document, here.lang)?;
        let fields = self.0[document.0 as usize].get_or_init(|| card(cx, here.lang, document).into());
        Some(Card { href: cx.href(here, route, here.lang), level, fields: fields.clone() })
    }
}

fn card(cx: &Cx, lang: LangIx, ix: DocIx) -> CardFields {
    let document = cx.site.get(ix);
    let state = cx.state(lang, ix);
    let kind = document.kind.as_str();
    let date = match &document.facts {
        Facts::Event(event) => {
            Some(Repeated::own(DateView { iso: event.start.to_string(), text: cx.range(lang, event.start, event.end) }))
        }
        _ => document.common.date.map(|date| cx.date(lang, date)),
    };
    let mut summary = cx.summary(lang, ix).clone();
    if let (Facts::Cluster(_), true) = (&document.facts, summary.text.is_empty()) {
        summary = cx.first(lang, ix, |text| text.goal.as_deref()).map_or(summary, Repeated::own);
    }
    CardFields {
        kind,
        kind_label: cx.word(lang, "kind", kind),
        title: cx.title(lang, ix).clone(),
        summary,
        country: cx.countries(lang, ix),
        date,
        state: state.as_str(),
        language_name: match state {
            State::Fallback { shows } => Some(cx.language_name(lang, shows)),
            _ => None,
        },
        example: document.common.example,
        town: town(cx, lang, ix),
        details: details(cx, lang, ix),
    }
}

/// How it stands with an event: what is over is not planned any more, whatever became of it.
fn standing(cx: &Cx, lang: LangIx, event: &Event) -> Option<Repeated<Text>> {
    let is_past = event.end.unwrap_or(event.start).last_day() < cx.site.as_of;
    let message = match event.status {
        None | Some(EventStatus::Planned) if is_past => "event-past".to_owned(),
        status => format!("status-{}", status?.as_str()),
    };
    Some(cx.repeats.texts.get((lang, &message), || Repeated::shared(Text::plain(cx.t(lang, &message, &[])))))
}

fn town(cx: &Cx, lang: LangIx, ix: DocIx) -> Option<Text> {
    let document = cx.site.get(ix);
    match &document.facts {
        Facts::School(school) => school.town.as_ref().map(|town| cx.text(lang, town, document.language)),
        _ => None,
    }
}

/// Two or three short facts that tell the cards of a kind apart.
fn details(cx: &Cx, lang: LangIx, ix: DocIx) -> Vec<Repeated<Text>> {
    let word = |group: &str, value: Option<&str>| {
        let text = |value| Repeated::shared(Text::plain(cx.word(lang, group, value)));
        value.map(|value| cx.repeats.texts.get((lang, group, value), || text(value)))
    };
    // Approach and setting can both be blended, and in some languages so can the outcome: only names tell them apart.
    let labelled = |field: &str, value: Option<&str>| {
        let text = |value| {
            let words = [&cx.word(lang, "field", field), ": ", &cx.word(lang, field, value)].concat();
            Repeated::shared(Text::plain(words))
        };
        value.map(|value| cx.repeats.texts.get((lang, "field", field, value), || text(value)))
    };
    let own = |text: Option<Text>| text.map(Repeated::own);
    let document = cx.site.get(ix);
    let details: Vec<Option<Repeated<Text>>> = match &document.facts {
        Facts::School(school) => vec![word("role", Some(school.role.as_str())), own(town(cx, lang, ix))],
        Facts::Cluster(_) => vec![own(cx.first(lang, ix, |text| text.theme.as_deref()))],
        Facts::CaseStudy(case) => vec![
            labelled("approach", case.approach.map(|value| value.as_str())),
            labelled("setting", case.setting.map(|value| value.as_str())),
            labelled("outcome", case.outcome.map(|value| value.as_str())),
        ],
        Facts::Result(result) => {
            vec![
                own(result.deliverable.clone().map(Text::plain)),
                word("result-type", result.r#type.map(|value| value.as_str())),
            ]
        }
        Facts::Event(event) => vec![
            word("event-type", event.r#type.map(|value| value.as_str())),
            standing(cx, lang, event),
            own(cx.first(lang, ix, |text| text.place.as_deref())),
        ],
        Facts::Organisation(organisation) => vec![
            own(organisation.acronym.clone().map(Text::plain)),
            word("membership", organisation.membership.map(|value| value.as_str())),
        ],
        Facts::PolicyPost(post) => {
            vec![own(post.author.as_deref().map(|author| cx.text(lang, author, document.language)))]
        }
        Facts::Page(_) | Facts::Country(_) | Facts::None => Vec::new(),
    };
    details.into_iter().flatten().collect()
}
