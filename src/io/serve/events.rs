//! Tells open pages what has changed.
//!
//! In: a page that listens, and each change of the preview. Out: a stream of events: `hello` {page} once, with `problem`
//! or `mended` after it, then `style` {page, styles: [[old, new]]}, `reload`, `problem` {text} and `mended` as they come. Always: a page is told of a change only when what
//! stands at its address, or a picture on it, is other than what it has; `page` is the version of it that the client has after the event.
//!
//! A page says which version it has, so that a change between its loading and its listening is not missed, nor one made
//! while the server was away. Each stream renders its own page: a preview has one or two readers, and their pages are
//! seldom the same.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;

use super::address::Address;
use super::pages::{Place, Reader, Sent, missing, pictures, place};
use super::{Preview, Signal, Site};

/// What a client may be told.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Told {
    Hello { page: String },
    Style { page: String, styles: Vec<(String, String)> },
    Reload,
    Problem { text: String },
    Mended,
}

/// What stands at the address of a page, and what is wrong.
struct Seen {
    shown: Sent,
    pictures: BTreeMap<String, Arc<[u8]>>,
    stylesheets: BTreeMap<String, String>,
    problem: Option<String>,
}

/// The stream of one page: `?page=` its path as the browser shows it, `&seen=` the version that it has, if it knows.
pub(super) async fn events(
    site: Site,
    request: &Parts,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + Send + 'static> {
    let query = request.uri.query().unwrap_or_default();
    let languages = request.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let page = Arc::new(Page { path: parameter(query, "page"), languages: languages.to_owned() });
    // Listening comes before looking: a change in between is then looked at again, and not missed.
    let changes = site.signal.subscribe();
    let mut client = Client { preview: site.preview, page, changes, waiting: VecDeque::new(), seen: None };
    client.look(|seen| greeting(seen, &parameter(query, "seen"))).await;
    let stream = unfold(client, |mut client| async move {
        loop {
            if let Some(told) = client.waiting.pop_front() {
                return Some((Ok(event(&told)), client));
            }
            client.changes.changed().await.ok()?;
            client.look(|_| Vec::new()).await;
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

struct Page {
    /// Percent-encoded, from the client: anything.
    path: String,
    languages: String,
}

struct Client {
    preview: Arc<dyn Preview>,
    page: Arc<Page>,
    changes: watch::Receiver<Signal>,
    waiting: VecDeque<Told>,
    /// What the client was last told; `None` before the first look.
    seen: Option<Seen>,
}

impl Client {
    /// Looks at the page again. `first` says what a client is told that has not been told anything.
    async fn look(&mut self, first: impl FnOnce(&Seen) -> Vec<Told>) {
        let (preview, page) = (Arc::clone(&self.preview), Arc::clone(&self.page));
        // A page that cannot be rendered has said so in the terminal; the client keeps what it has.
        let Ok(now) = tokio::task::spawn_blocking(move || look(&*preview, &page)).await else { return };
        self.waiting.extend(match &self.seen {
            None => first(&now),
            Some(before) => news(before, &now),
        });
        self.seen = Some(now);
    }
}

fn look(preview: &dyn Preview, page: &Page) -> Seen {
    let reader = Reader { languages: &page.languages };
    let address = Address::new(&page.path).ok();
    let shown = match address.as_ref().map(|address| place(preview, address, reader)) {
        Some(Place::Here(shown)) => shown,
        // No page can have been loaded from there: whatever it is, it stays the same.
        Some(Place::Folder) | None => missing(preview, "", reader),
    };
    let pictures = address.map(|address| pictures(preview, &address, &shown.bytes)).unwrap_or_default();
    Seen { shown, pictures, stylesheets: preview.stylesheets(), problem: preview.problem() }
}

/// What a page is told when it begins to listen. `has`: the version that it shows, empty where it does not know.
fn greeting(now: &Seen, has: &str) -> Vec<Told> {
    let page = now.shown.version.clone();
    let stale = !has.is_empty() && has != page;
    let mut told = vec![Told::Hello { page }];
    told.extend(stale.then_some(Told::Reload));
    // The client may come back with a problem on its screen that has been mended meanwhile.
    told.push(now.problem.clone().map_or(Told::Mended, |text| Told::Problem { text }));
    told
}

fn news(before: &Seen, now: &Seen) -> Vec<Told> {
    let mut told = Vec::new();
    match (&before.problem, &now.problem) {
        (Some(_), None) => told.push(Told::Mended),
        (before, Some(text)) if before.as_ref() != Some(text) => told.push(Told::Problem { text: text.clone() }),
        _ => {}
    }
    if before.pictures != now.pictures {
        told.push(Told::Reload);
    } else if before.shown.version != now.shown.version {
        let page = now.shown.version.clone();
        told.push(restyled(before, now).map_or(Told::Reload, |styles| Told::Style { page, styles }));
    }
    told
}

/// The published paths of stylesheets, old and new, where a page differs in nothing else.
fn restyled(before: &Seen, now: &Seen) -> Option<Vec<(String, String)>> {
    let page = |seen: &Seen| std::str::from_utf8(&seen.shown.bytes).ok().map(str::to_owned);
    let mut page_before = page(before)?;
    let mut styles = Vec::new();
    for (name, old) in &before.stylesheets {
        let new = now.stylesheets.get(name)?;
        if old != new && page_before.contains(old.as_str()) {
            page_before = page_before.replace(old.as_str(), new);
            styles.push((old.clone(), new.clone()));
        }
    }
    (page_before == page(now)?).then_some(styles)
}

/// A parameter of a query, decoded; empty where there is none.
fn parameter(query: &str, name: &str) -> String {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.find(|(key, _)| *key == name).map(|(_, value)| value).unwrap_or_default();
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}

/// The data is JSON throughout: a line end in it would otherwise be one of the stream's.
fn event(told: &Told) -> Event {
    let (name, data) = match told {
        Told::Hello { page } => ("hello", serde_json::json!({ "page": page })),
        Told::Style { page, styles } => ("style", serde_json::json!({ "page": page, "styles": styles })),
        Told::Reload => ("reload", serde_json::json!({})),
        Told::Problem { text } => ("problem", serde_json::json!({ "text": text })),
        Told::Mended => ("mended", serde_json::json!({})),
    };
    Event::default().event(name).data(data.to_string())
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use axum::http::StatusCode;

    use super::*;
    use crate::io::serve::kinds::kind;

    fn seen(page: &str, style: &str) -> Seen {
        let shown = Sent {
            status: StatusCode::OK,
            kind: kind("x.html"),
            bytes: Bytes::copy_from_slice(page.as_bytes()),
            version: page.to_owned(),
        };
        let stylesheets = [("site.css".to_owned(), format!("assets/site.{style}.css"))].into();
        Seen { shown, pictures: BTreeMap::new(), stylesheets, problem: None }
    }

    fn wrong(seen: Seen, text: &str) -> Seen {
        Seen { problem: Some(text.to_owned()), ..seen }
    }

    #[test]
    fn a_page_that_is_the_same_is_told_nothing() {
        assert_eq!(news(&seen("a", "1"), &seen("a", "1")), []);
        assert_eq!(news(&seen("a", "1"), &seen("a", "2")), [], "it does not use that stylesheet");
    }

    #[test]
    fn a_page_that_differs_in_a_stylesheet_alone_is_restyled() {
        let (old, new) = ("<link href=../assets/site.1.css>x", "<link href=../assets/site.2.css>x");
        let styles = vec![("assets/site.1.css".to_owned(), "assets/site.2.css".to_owned())];
        let told = Told::Style { page: new.to_owned(), styles };
        assert_eq!(news(&seen(old, "1"), &seen(new, "2")), [told]);
        let other = "<link href=../assets/site.2.css>y";
        assert_eq!(news(&seen(old, "1"), &seen(other, "2")), [Told::Reload]);
        assert_eq!(news(&seen("x", "1"), &seen("y", "1")), [Told::Reload]);
    }

    #[test]
    fn problems_come_and_go_once() {
        let fine = || seen("a", "1");
        let problem = |text: &str| Told::Problem { text: text.to_owned() };
        assert_eq!(news(&fine(), &wrong(fine(), "p")), [problem("p")]);
        assert_eq!(news(&wrong(fine(), "p"), &wrong(fine(), "p")), []);
        assert_eq!(news(&wrong(fine(), "p"), &wrong(fine(), "q")), [problem("q")]);
        assert_eq!(news(&wrong(fine(), "p"), &fine()), [Told::Mended]);
        assert_eq!(news(&wrong(fine(), "p"), &seen("b", "1")), [Told::Mended, Told::Reload]);
    }

    #[test]
    fn a_page_that_missed_a_change_is_reloaded_when_it_listens() {
        let hello = Told::Hello { page: "a".to_owned() };
        assert_eq!(greeting(&seen("a", "1"), ""), [hello.clone(), Told::Mended]);
        assert_eq!(greeting(&seen("a", "1"), "a"), [hello.clone(), Told::Mended]);
        assert_eq!(greeting(&seen("a", "1"), "b"), [hello.clone(), Told::Reload, Told::Mended]);
        let problem = Told::Problem { text: "p".to_owned() };
        assert_eq!(greeting(&wrong(seen("a", "1"), "p"), "a"), [hello, problem]);
    }

    #[test]
    fn queries() {
        assert_eq!(parameter("page=%2Fcs%2F%25C5%25A1&seen=1", "page"), "/cs/%C5%A1");
        assert_eq!(parameter("page=%2Fcs%2F&seen=1", "seen"), "1");
        assert_eq!(parameter("page=%ff", "page"), "\u{fffd}");
        assert_eq!(parameter("", "page"), "");
    }
}
