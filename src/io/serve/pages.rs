//! What is shown at an address.
//!
//! In: a preview, an address, a reader's languages. Out: a file as it is sent, or where to look instead. Always: an HTML
//! file ends in the reload script, once; taking that one string out gives what the build wrote.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::StatusCode;

use crate::foundation::Hash;

use super::address::Address;
use super::kinds::{HTML, Kind, kind};
use super::{Preview, accept};

/// Put before the end of every page, and nothing else.
pub(super) const TAG: &str = "<script src=\"/_mensi/reload.js\" defer></script>";

/// What is shown where the site has not even a 404 page: before the first good build, say. It listens, as all pages do.
const NOTHING: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
    content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>Nothing here yet</title>\n\
    </head>\n<body>\n<h1>Nothing here yet</h1>\n<p>The site has no page at this address.</p>\n</body>\n</html>\n";

/// A file as it is sent.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) status: StatusCode,
    pub(super) kind: Kind,
    pub(super) bytes: Bytes,
    /// Names these bytes: 16 hex digits of their hash.
    pub(super) version: String,
}

/// Where an address leads.
#[derive(Clone, Debug)]
pub(super) enum Place {
    Here(Sent),
    /// To the same address with a slash at the end.
    Folder,
}

/// A reader, as far as pages depend on one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    /// `Accept-Language`.
    pub(super) languages: &'a str,
}

/// What stands at an address, as it is or below the base path; else the 404 page.
pub(super) fn place(preview: &dyn Preview, address: &Address, reader: Reader<'_>) -> Place {
    let base = preview.base_path();
    let below = address.below(&base);
    for address in [Some(address), below.as_ref()].into_iter().flatten() {
        let path = address.file();
        if let Some(bytes) = preview.file(&path) {
            return Place::Here(shown(StatusCode::OK, &path, &bytes));
        }
        if address.file_of_folder().is_some_and(|path| preview.file(&path).is_some()) {
            return Place::Folder;
        }
    }
    // `/mensi` is a folder too, though no file says so.
    if address
        .file_of_folder()
        .is_some_and(|path| path.trim_end_matches("index.html").trim_matches('/') == base.trim_matches('/'))
    {
        return Place::Folder;
    }
    Place::Here(missing(preview, below.as_ref().unwrap_or(address).first(), reader))
}

/// The 404 page of the language that the address begins with, else of the one that the reader likes best, else of none.
pub(super) fn missing(preview: &dyn Preview, first: &str, reader: Reader<'_>) -> Sent {
    let languages = preview.languages();
    let known = languages.iter().find(|language| *language == first).map(String::as_str);
    let own = known.or_else(|| accept::language(reader.languages, &languages)).map(|lang| format!("{lang}/404.html"));
    let found = own.and_then(|path| preview.file(&path)).or_else(|| preview.file("404.html"));
    shown(StatusCode::NOT_FOUND, "404.html", &found.unwrap_or_else(|| Arc::from(NOTHING.as_bytes())))
}

/// The files that a page shows by `src`, by the words that it uses for them: pictures of a document keep their address
/// when they change. As Tera templates write them; what a theme writes otherwise is not found, and no harm is done.
pub(super) fn pictures(preview: &dyn Preview, address: &Address, page: &[u8]) -> BTreeMap<String, Arc<[u8]>> {
    let text = std::str::from_utf8(page).unwrap_or_default();
    let references = text.split(" src=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| value);
    let mut found = BTreeMap::new();
    for reference in references {
        let Some(address) = address.to(reference).filter(|_| !found.contains_key(reference)) else { continue };
        let below = || address.below(&preview.base_path()).and_then(|address| preview.file(&address.file()));
        if let Some(bytes) = preview.file(&address.file()).or_else(below) {
            found.insert(reference.to_owned(), bytes);
        }
    }
    found
}

fn shown(status: StatusCode, path: &str, bytes: &Arc<[u8]>) -> Sent {
    let kind = kind(path);
    let bytes = if kind.media == HTML { with_script(bytes).into() } else { Bytes::from_owner(Arc::clone(bytes)) };
    let version = Hash::of(&bytes).short(16);
    Sent { status, kind, bytes, version }
}

/// The page with the script before its last `</body>`, or at its end where it has none.
fn with_script(page: &[u8]) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    [&page[..at], TAG.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_the_only_difference() {
        for page in [
            "<!doctype html><body><p>x</p></body></html>",
            "<body>a</body><!-- </body> --></html>",
            "<p>no body",
            "",
            "</BODY>",
            "<body>\u{17e}",
        ] {
            let sent = String::from_utf8(with_script(page.as_bytes())).expect("UTF-8");
            assert_eq!(sent.matches(TAG).count(), 1, "{page}");
            assert_eq!(sent.replacen(TAG, "", 1), page);
        }
        let sent = with_script(b"<body>a</body>b</BoDy></html>");
        assert_eq!(sent, format!("<body>a</body>b{TAG}</BoDy></html>").into_bytes());
    }

    #[test]
    fn the_page_without_a_site_listens() {
        assert!(String::from_utf8(with_script(NOTHING.as_bytes())).expect("UTF-8").contains(&format!("{TAG}</body>")));
    }
}
