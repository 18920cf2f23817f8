//! What a reader should know before reading, each in one calm line.

use crate::i18n::Arg;
use crate::model::{DocIx, State};
use crate::source::Kind;
use crate::source::facts::Facts;
use crate::source::values::{EventStatus, Origin};

use super::cx::{Cx, Here};
use super::views::{Notice, NoticeAction};

/// The notices of a document, most important first.
pub fn notices(cx: &Cx, here: &Here, ix: DocIx) -> Vec<Notice> {
    let document = cx.site.get(ix);
    let lang = here.lang;
    let plain = |kind: &'static str, id: &str| Notice { kind, text: cx.t(lang, id, &[]), action: None };
    let mut notices = Vec::new();
    let (text, _) = cx.site.text(ix, lang);
    match cx.state(lang, ix) {
        State::Fallback { shows } => {
            let language = cx.interface(lang).in_language(shows).into_owned();
            let shown = cx.site.lang_ix(shows);
            notices.push(Notice {
                kind: "fallback",
                text: cx.t(lang, "notice-fallback", &[("language", Arg::from(language.as_str()))]),
                action: cx.site.route(ix, shown).map(|route| NoticeAction {
                    text: cx.t(lang, "notice-fallback-link", &[("language", Arg::from(language.as_str()))]),
                    href: cx.href(here, route, shown),
                    hreflang: shows,
                }),
            });
        }
        State::Source
        | State::Translated
        | State::Machine
        | State::Neutral { .. }
        | State::Absent
        | State::Outdated => {}
    }
    let shown = match cx.state(lang, ix) {
        State::Fallback { shows } => cx.state(cx.site.lang_ix(shows), ix),
        state => state,
    };
    if shown == State::Outdated {
        let source = cx.site.lang_ix(document.language);
        let language = cx.interface(lang).in_language(document.language).into_owned();
        // A lock says that the original has changed, and not when: that is what its `updated` is for.
        let text = match document.common.updated {
            Some(updated) => cx.t(lang, "notice-outdated-since", &[("date", Arg::Date(updated))]),
            None => cx.t(lang, "notice-outdated", &[]),
        };
        notices.push(Notice {
            kind: "outdated",
            text,
            action: cx.site.route(ix, source).map(|route| NoticeAction {
                text: cx.t(lang, "notice-outdated-link", &[("language", Arg::from(language.as_str()))]),
                href: cx.href(here, route, source),
                hreflang: document.language,
            }),
        });
    }
    match text.words.origin {
        Some(Origin::Machine) => notices.push(plain("machine", "notice-machine")),
        Some(Origin::PostEdited) => notices.push(plain("post-edited", "notice-post-edited")),
        Some(Origin::Human) | None => {}
    }
    if document.common.draft {
        notices.push(plain("draft", "notice-draft"));
    }
    if document.common.example {
        let id = if document.kind == Kind::CaseStudy { "notice-example-case" } else { "notice-example" };
        notices.push(plain("example", id));
    }
    match &document.facts {
        Facts::CaseStudy(case) if case.anonymous => notices.push(plain("anonymous", "notice-anonymous")),
        Facts::Event(event) => match event.status {
            Some(EventStatus::Cancelled) => notices.push(plain("cancelled", "notice-cancelled")),
            Some(EventStatus::Postponed) => notices.push(plain("postponed", "notice-postponed")),
            Some(EventStatus::MovedOnline) => notices.push(plain("moved-online", "notice-moved-online")),
            Some(EventStatus::Planned | EventStatus::Held) | None => {}
        },
        _ => {}
    }
    notices
}
