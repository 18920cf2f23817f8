//! Documents in lists.

use std::sync::OnceLock;

use crate::model::{DocIx, LangIx, Site, State};
use crate::source::facts::{Event, Facts};
use crate::source::values::EventStatus;

use super::cx::{Cx, Here};
use super::views::{Card, CardFields, DateView, Level, SharedFields, Text};

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
            Some(DateView { iso: event.start.to_string(), text: cx.range(lang, event.start, event.end) })
        }
        _ => document.common.date.map(|date| cx.date(lang, date)),
    };
    let mut summary = cx.summary(lang, ix);
    if let (Facts::Cluster(_), true) = (&document.facts, summary.text.is_empty()) {
        summary = cx.first(lang, ix, |text| text.goal.as_deref()).unwrap_or(summary);
    }
    CardFields {
        kind,
        kind_label: cx.word(lang, "kind", kind),
        title: cx.title(lang, ix),
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
fn standing(cx: &Cx, lang: LangIx, event: &Event) -> Option<Text> {
    let is_past = event.end.unwrap_or(event.start).last_day() < cx.site.as_of;
    let message = match event.status {
        None | Some(EventStatus::Planned) if is_past => "event-past".to_owned(),
        status => format!("status-{}", status?.as_str()),
    };
    Some(Text::plain(cx.t(lang, &message, &[])))
}

fn town(cx: &Cx, lang: LangIx, ix: DocIx) -> Option<Text> {
    let document = cx.site.get(ix);
    match &document.facts {
        Facts::School(school) => school.town.as_ref().map(|town| cx.text(lang, town, document.language)),
        _ => None,
    }
}

/// Two or three short facts that tell the cards of a kind apart.
fn details(cx: &Cx, lang: LangIx, ix: DocIx) -> Vec<Text> {
    let plain = |text: String| Text { text, lang: None };
    let word = |prefix: &str, value: Option<&str>| value.map(|value| plain(cx.word(lang, prefix, value)));
    // Approach and setting can both be blended, and in some languages so can the outcome: only names tell them apart.
    let labelled = |field: &str, value: Option<&str>| {
        word(field, value).map(|value| plain([&cx.word(lang, "field", field), ": ", &value.text].concat()))
    };
    let document = cx.site.get(ix);
    let details: Vec<Option<Text>> = match &document.facts {
        Facts::School(school) => vec![word("role", Some(school.role.as_str())), town(cx, lang, ix)],
        Facts::Cluster(_) => vec![cx.first(lang, ix, |text| text.theme.as_deref())],
        Facts::CaseStudy(case) => vec![
            labelled("approach", case.approach.map(|value| value.as_str())),
            labelled("setting", case.setting.map(|value| value.as_str())),
            labelled("outcome", case.outcome.map(|value| value.as_str())),
        ],
        Facts::Result(result) => {
            vec![result.deliverable.clone().map(plain), word("result-type", result.r#type.map(|value| value.as_str()))]
        }
        Facts::Event(event) => vec![
            word("event-type", event.r#type.map(|value| value.as_str())),
            standing(cx, lang, event),
            cx.first(lang, ix, |text| text.place.as_deref()),
        ],
        Facts::Organisation(organisation) => vec![
            organisation.acronym.clone().map(plain),
            word("membership", organisation.membership.map(|value| value.as_str())),
        ],
        Facts::PolicyPost(post) => vec![post.author.as_deref().map(|author| cx.text(lang, author, document.language))],
        Facts::Page(_) | Facts::Country(_) | Facts::None => Vec::new(),
    };
    details.into_iter().flatten().collect()
}
