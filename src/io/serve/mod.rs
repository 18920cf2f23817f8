//! The preview server.
//!
//! In: a [`Preview`], which is the last good site in memory and what is wrong with the newest sources. Out: answers over
//! HTTP, and a word to every open page when what it shows has changed. Always: what is sent is what a build writes, one
//! script at the end of each HTML page apart; nothing is read from the disk; no request makes it panic; it answers for
//! its own host names and for no other, so that a foreign page cannot read drafts by pointing its name here (DNS
//! rebinding).
//!
//! `answer` and all below it are functions of a request and a preview; only this file and `events` know of the network.

mod accept;
mod address;
mod answer;
mod bind;
mod events;
mod hosts;
mod kinds;
mod pages;

pub use bind::{ServeOptions, Server, bind};

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt;
use tokio::sync::watch;

use super::IoProblem;
use answer::{Asked, answer, plain};
use hosts::Hosts;

/// Where the server's own addresses begin. No id or slug of a site can hold `_`.
const OWN: &str = "/_mensi/";
const EVENTS: &str = "/_mensi/events";
const SCRIPT: &str = "/_mensi/reload.js";

/// How many requests are answered at the same time. A browser sends six.
const RENDERERS: usize = 8;

/// What is served. Asked from several threads at once; each call may see a newer site than the one before it.
pub trait Preview: Send + Sync + 'static {
    /// The file at a path of the output (`cs/skoly/x/index.html`), rendered when it is asked for. `None` where the site
    /// has none. `path` comes from a request: it has no empty, `.` or `..` segment, but may name anything.
    fn file(&self, path: &str) -> Option<Arc<[u8]>>;

    /// The languages of the site in its order, as they stand in addresses: `["en", "cs"]`.
    fn languages(&self) -> Vec<String>;

    /// The path of the base address, `/` or `/mensi/`: 404 pages link below it.
    fn base_path(&self) -> String;

    /// Published paths of the stylesheets by the names that templates use: `site.css` → `assets/site.1a2b3c4d.css`.
    fn stylesheets(&self) -> BTreeMap<String, String>;

    /// What is wrong with the newest sources, as text for people, of any number of lines. `None` where nothing is.
    fn problem(&self) -> Option<String>;
}

/// Talks to a running server from other threads; see [`Server::handle`].
#[derive(Clone, Debug)]
pub struct Handle(watch::Sender<Signal>);

#[derive(Clone, Copy, Default, Debug)]
struct Signal {
    /// How often the preview has changed.
    changes: u64,
    stopped: bool,
}

impl Handle {
    /// The preview has changed, for better or worse: every open page is looked at again. Returns at once; calls that
    /// come while pages are looked at count as one.
    pub fn changed(&self) {
        self.0.send_modify(|signal| signal.changes += 1);
    }

    /// Ends [`serve`] at once, open streams and all.
    pub fn stop(&self) {
        self.0.send_modify(|signal| signal.stopped = true);
    }
}

/// Answers requests until [`Handle::stop`] is called, on the calling thread and on some that the preview is asked from.
///
/// # Errors
/// The system gives no event queue, or the listener fails.
pub fn serve(server: Server, preview: Arc<dyn Preview>) -> Result<(), IoProblem> {
    let broken = |error| {
        IoProblem::new(
            "machine",
            format!("cannot serve: {error}"),
            "stop some other programs, and run the command again",
        )
    };
    let Server { listener, hosts, handle, .. } = server;
    // One thread is enough for the network. The preview is asked on threads of its own: it may have to render.
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_io().enable_time().max_blocking_threads(RENDERERS).build().map_err(broken)?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(|stream| {
            // An event is one small write, which must not wait for another. The stream works without, only later.
            let _ = stream.set_nodelay(true);
        });
        let mut stopped = handle.0.subscribe();
        let site = Site { preview, hosts: Arc::new(hosts), signal: handle.0.clone() };
        tokio::select! {
            served = axum::serve(listener, Router::new().fallback(respond).with_state(site)) => served,
            _ = stopped.wait_for(|signal| signal.stopped) => Ok(()),
        }
    });
    // Not waiting: a stream of events has no end, and nothing here has anything to finish.
    runtime.shutdown_background();
    served.map_err(broken)
}

#[derive(Clone)]
struct Site {
    preview: Arc<dyn Preview>,
    hosts: Arc<Hosts>,
    signal: watch::Sender<Signal>,
}

async fn respond(State(site): State<Site>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    if let Err((status, why)) = site.hosts.check(&request.uri, &request.headers) {
        return plain(status, why).map(Body::from);
    }
    if request.uri.path() == EVENTS {
        return match hosts::check_origin(&request.headers) {
            Ok(()) => events::events(site, &request).await.into_response(),
            Err((status, why)) => plain(status, why).map(Body::from),
        };
    }
    let answered = tokio::task::spawn_blocking(move || {
        answer(&*site.preview, &Asked { method: &request.method, uri: &request.uri, headers: &request.headers })
    });
    let failed = |_| plain(StatusCode::INTERNAL_SERVER_ERROR, "This page could not be made: the terminal says why.");
    answered.await.unwrap_or_else(failed).map(Body::from)
}
