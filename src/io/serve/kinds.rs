//! What a file is.
//!
//! In: a path of the output. Out: its media type, and whether it is text. Always: text says that it is UTF-8.
//!
//! A table rather than a crate: a site has two dozen kinds of files, and `feed.xml` is a kind of its own.

/// The type of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Kind {
    /// For `Content-Type`.
    pub(super) media: &'static str,
    /// Whether compressing it is worth the while.
    pub(super) text: bool,
}

/// By the name of the feeds, else by what stands after the last dot.
pub(super) fn kind(path: &str) -> Kind {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let text = |media| Kind { media, text: true };
    let bytes = |media| Kind { media, text: false };
    if name == "feed.xml" {
        return text("application/atom+xml; charset=utf-8");
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => text(HTML),
        "css" => text("text/css; charset=utf-8"),
        "js" | "mjs" => text("text/javascript; charset=utf-8"),
        "json" | "map" => text("application/json; charset=utf-8"),
        "jsonld" => text("application/ld+json; charset=utf-8"),
        "geojson" => text("application/geo+json; charset=utf-8"),
        "webmanifest" => text("application/manifest+json; charset=utf-8"),
        "xml" => text("application/xml; charset=utf-8"),
        "xsl" => text("application/xslt+xml; charset=utf-8"),
        "svg" => text("image/svg+xml; charset=utf-8"),
        "ics" => text("text/calendar; charset=utf-8"),
        "txt" => text("text/plain; charset=utf-8"),
        "bib" => text("application/x-bibtex; charset=utf-8"),
        "ris" => text("application/x-research-info-systems; charset=utf-8"),
        "csv" => text("text/csv; charset=utf-8"),
        "md" => text("text/markdown; charset=utf-8"),
        "vtt" => text("text/vtt; charset=utf-8"),
        "wasm" => bytes("application/wasm"),
        "woff2" => bytes("font/woff2"),
        "woff" => bytes("font/woff"),
        "ttf" => bytes("font/ttf"),
        "otf" => bytes("font/otf"),
        "png" => bytes("image/png"),
        "jpg" | "jpeg" => bytes("image/jpeg"),
        "webp" => bytes("image/webp"),
        "gif" => bytes("image/gif"),
        "avif" => bytes("image/avif"),
        "ico" => bytes("image/x-icon"),
        "pdf" => bytes("application/pdf"),
        "epub" => bytes("application/epub+zip"),
        "zip" => bytes("application/zip"),
        "gz" => bytes("application/gzip"),
        "mp3" => bytes("audio/mpeg"),
        "mp4" => bytes("video/mp4"),
        "webm" => bytes("video/webm"),
        "odt" => bytes("application/vnd.oasis.opendocument.text"),
        "ods" => bytes("application/vnd.oasis.opendocument.spreadsheet"),
        "odp" => bytes("application/vnd.oasis.opendocument.presentation"),
        "docx" => bytes("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "xlsx" => bytes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "pptx" => bytes("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        _ => bytes("application/octet-stream"),
    }
}

pub(super) const HTML: &str = "text/html; charset=utf-8";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_name_and_ending() {
        assert_eq!(kind("cs/skoly/index.html").media, HTML);
        assert_eq!(kind("cs/feed.xml").media, "application/atom+xml; charset=utf-8");
        assert_eq!(kind("sitemap.xml").media, "application/xml; charset=utf-8");
        assert_eq!(kind("files/results/d52/Report.PDF"), Kind { media: "application/pdf", text: false });
        for nameless in ["CNAME", "a.b/c", "", "pagefind/wasm.en.pagefind"] {
            assert_eq!(kind(nameless).media, "application/octet-stream", "{nameless}");
        }
    }
}
