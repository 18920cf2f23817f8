//! From a request to an answer.
//!
//! In: a preview and a request whose host has been checked. Out: the whole response. Always: nothing is sent that a
//! browser may keep without asking again; a range is one of the bytes as they are, never of compressed ones; what a
//! client may not do is told in a plain sentence.

use std::io::Write;
use std::ops::Range;

use axum::body::Bytes;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::foundation::Hash;

use super::address::{Address, NoAddress};
use super::hosts::host_of;
use super::pages::{Place, Reader, Sent, missing, place};
use super::{OWN, Preview, SCRIPT, accept, kinds};

/// Below this a compressed answer takes as many packets as a plain one.
const WORTH_COMPRESSING: usize = 1024;

/// What README recommends to every host, so that an author sees here what would be blocked there.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/// A browser asks so for a service worker. It would keep pages that the next save makes old.
const WORKER: HeaderName = HeaderName::from_static("service-worker");

/// Says which version of a page was sent to the script on it, which can see no other header of its own page.
const VERSION: HeaderName = HeaderName::from_static("server-timing");

/// A request, as far as answers depend on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) method: &'a Method,
    pub(super) uri: &'a Uri,
    pub(super) headers: &'a HeaderMap,
}

impl<'a> Asked<'a> {
    /// Empty where it is missing or not text.
    fn header(&self, name: HeaderName) -> &'a str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Answers anything but the stream of events. The body is there for HEAD too; the connection leaves it out.
pub(super) fn answer(preview: &dyn Preview, asked: &Asked<'_>) -> Response<Bytes> {
    if !matches!(*asked.method, Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "This preview can only be read.");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let path = asked.uri.path();
    if path == SCRIPT {
        return script(asked);
    }
    if asked.headers.contains_key(WORKER) {
        return plain(
            StatusCode::NOT_FOUND,
            "The preview has no service worker: it would show pages of before a save.",
        );
    }
    if path.starts_with(OWN) {
        return plain(StatusCode::NOT_FOUND, "The preview has nothing at this address.");
    }
    let reader = Reader { languages: asked.header(header::ACCEPT_LANGUAGE) };
    match Address::new(path) {
        Err(NoAddress::Malformed) => plain(StatusCode::BAD_REQUEST, "This address is not one that a page can have."),
        Err(NoAddress::Nowhere) => send(missing(preview, "", reader), asked),
        Ok(address) => match home(preview, &address, asked) {
            Some(language) => moved(StatusCode::FOUND, &format!("{path}{language}/"), asked),
            None => match place(preview, &address, reader) {
                Place::Here(shown) => send(shown, asked),
                Place::Folder => moved(StatusCode::PERMANENT_REDIRECT, &format!("{path}/"), asked),
            },
        },
    }
}

/// A sentence for whoever sees it.
pub(super) fn plain(status: StatusCode, sentence: &'static str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(sentence.as_bytes()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The script of the preview. It is sent as the files of the site are: a page is looked at as its readers will have it, and
/// this is all that comes with it.
fn script(asked: &Asked<'_>) -> Response<Bytes> {
    const TEXT: &[u8] = include_bytes!("reload.js");
    let kind = kinds::kind("reload.js");
    let version = Hash::of(TEXT).short(16);
    send(Sent { status: StatusCode::OK, kind, bytes: Bytes::from_static(TEXT), version }, asked)
}

/// The language whose home page a reader of `/` is sent to. Who comes from a page of the site, or asks for `?languages`,
/// wants to choose.
fn home(preview: &dyn Preview, address: &Address, asked: &Asked<'_>) -> Option<String> {
    let root = address.is_root() || address.below(&preview.base_path()).is_some_and(|address| address.is_root());
    let from_here = host_of(asked.header(header::REFERER)).is_some_and(|host| host == asked.header(header::HOST));
    if !root || from_here || asked.uri.query() == Some("languages") {
        return None;
    }
    accept::language(asked.header(header::ACCEPT_LANGUAGE), &preview.languages()).map(str::to_owned)
}

/// `path` is that of the request and a little more, so that it has no characters that a header cannot hold.
fn moved(status: StatusCode, path: &str, asked: &Asked<'_>) -> Response<Bytes> {
    let query = asked.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(to) = HeaderValue::try_from(format!("{path}{query}")) else {
        return plain(StatusCode::BAD_REQUEST, "This address is not one that a page can have.");
    };
    let mut response = plain(status, "The page is at another address.");
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, to);
    // A permanent move would outlive the preview in a browser's cache.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if status == StatusCode::FOUND {
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    }
    response
}

fn send(shown: Sent, asked: &Asked<'_>) -> Response<Bytes> {
    let Sent { status, kind, bytes, version } = shown;
    let found = status == StatusCode::OK;
    let mut headers = HeaderMap::new();
    let mut set = |name: HeaderName, value: String| {
        headers.insert(name, HeaderValue::try_from(value).expect("ASCII from tables and numbers"))
    };
    set(header::CONTENT_TYPE, kind.media.to_owned());
    set(header::CACHE_CONTROL, "no-cache".to_owned());
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned());
    set(header::CONTENT_SECURITY_POLICY, POLICY.to_owned());
    if kind.media == kinds::HTML {
        set(VERSION, format!("page;desc=\"{version}\""));
    }
    if kind.text {
        set(header::VARY, "Accept-Encoding".to_owned());
    }
    let plain_tag = format!("\"{version}\"");
    let range = if found && *asked.method == Method::GET { range(asked, &plain_tag, bytes.len()) } else { Part::Whole };
    let small = range == Part::Whole
        && kind.text
        && bytes.len() > WORTH_COMPRESSING
        && accept::gzip(asked.header(header::ACCEPT_ENCODING));
    // Other bytes, another tag (RFC 9110, section 8.8.3.3).
    let tag = if small { format!("\"{version}-gzip\"") } else { plain_tag };
    if found {
        set(header::ACCEPT_RANGES, "bytes".to_owned());
        set(header::ETAG, tag.clone());
    }
    let (status, bytes) = if found && matches_none(asked.header(header::IF_NONE_MATCH), &tag) {
        headers.remove(header::CONTENT_TYPE);
        (StatusCode::NOT_MODIFIED, Bytes::new())
    } else {
        match range {
            Part::Whole if small => {
                set(header::CONTENT_ENCODING, "gzip".to_owned());
                (status, gzip(&bytes))
            }
            Part::Whole => (status, bytes),
            Part::Of(range) => {
                let (from, to) = (range.start, range.end - 1);
                set(header::CONTENT_RANGE, format!("bytes {from}-{to}/{}", bytes.len()));
                (StatusCode::PARTIAL_CONTENT, bytes.slice(range))
            }
            Part::Outside => {
                set(header::CONTENT_RANGE, format!("bytes */{}", bytes.len()));
                (StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new())
            }
        }
    };
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// `If-None-Match` against our tag, weakly (RFC 9110, section 13.1.2).
fn matches_none(header: &str, tag: &str) -> bool {
    header.split(',').map(str::trim).any(|given| given == "*" || given.strip_prefix("W/").unwrap_or(given) == tag)
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    Whole,
    /// Not empty, and within the file.
    Of(Range<usize>),
    Outside,
}

/// What `Range` asks of a file (RFC 9110, section 14). More ranges than one, and what makes no sense, are the whole file,
/// as is a range of another version.
fn range(asked: &Asked<'_>, tag: &str, len: usize) -> Part {
    let unchanged = asked.headers.get(header::IF_RANGE).is_none_or(|given| given.as_bytes() == tag.as_bytes());
    let Some((first, last)) = asked
        .header(header::RANGE)
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
        .filter(|_| unchanged)
    else {
        return Part::Whole;
    };
    // More digits than a number holds are beyond any end; anything else is no number.
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().unwrap_or(usize::MAX))
    };
    let range = match (first.trim(), last.trim()) {
        ("", last) => number(last).map(|count| len.saturating_sub(count)..len),
        (first, "") => number(first).map(|first| first..len),
        (first, last) => match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => Some(first..len.min(last.saturating_add(1))),
            _ => None,
        },
    };
    match range {
        None => Part::Whole,
        Some(range) if range.start < range.end => Part::Of(range),
        Some(_) => Part::Outside,
    }
}

/// At the level that servers are set to: what an author measures here is what readers get. A page takes less than a
/// millisecond.
fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(6));
    encoder.write_all(bytes).expect("writing to memory");
    encoder.finish().expect("writing to memory").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let part = |text: &str, len: usize| {
            let headers = HeaderMap::from_iter([(header::RANGE, text.parse().expect("a header"))]);
            range(&Asked { method: &Method::GET, uri: &Uri::from_static("/"), headers: &headers }, "\"v\"", len)
        };
        assert_eq!(part("bytes=0-3", 10), Part::Of(0..4));
        assert_eq!(part("bytes=4-", 10), Part::Of(4..10));
        assert_eq!(part("bytes=-3", 10), Part::Of(7..10));
        assert_eq!(part("bytes=-30", 10), Part::Of(0..10));
        assert_eq!(part("bytes=5-99999999999999999999999999", 10), Part::Of(5..10));
        for outside in ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999999-"] {
            assert_eq!(part(outside, 10), Part::Outside, "{outside}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Outside);
        for whole in
            ["", "bytes", "bytes=", "bytes=-", "bytes=3-1", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=+1-2"]
        {
            assert_eq!(part(whole, 10), Part::Whole, "{whole}");
        }
    }

    #[test]
    fn the_policy_is_the_one_that_hosts_are_told_and_nothing_inline_passes() {
        let readme = include_str!("../../../README.md");
        assert_eq!(readme.matches(&format!("\"{POLICY}\"")).count(), 2, "README has it for nginx and for Apache");
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("http"));
    }

    #[test]
    fn tags() {
        for yes in ["\"v\"", "W/\"v\"", "\"a\", \"v\"", "*"] {
            assert!(matches_none(yes, "\"v\""), "{yes}");
        }
        for no in ["", "v", "\"v-gzip\""] {
            assert!(!matches_none(no, "\"v\""), "{no}");
        }
    }
}
