//! What search engines and other sites read of a page, in its `<head>`.

use crate::render::cx::escape;
use crate::source::Kind;

use super::PageView;

/// Elements for the end of a page's `<head>`, a line each: description, address, other languages, feeds, structured data, and the
/// words and the picture that other sites show beside a link to the page (the Open Graph protocol).
pub(super) fn head(page: &PageView) -> String {
    let mut out = Elements(String::with_capacity(3 * 1024));
    if !page.description.is_empty() {
        out.push("<meta name=\"description\" content=\"", &page.description, "\">");
        out.push("<meta property=\"og:description\" content=\"", &page.description, "\">");
    }
    if page.noindex {
        out.push("<meta name=\"robots\" content=\"", "noindex", "\">");
    }
    if let Some(address) = &page.canonical {
        out.push("<link rel=\"canonical\" href=\"", address, "\">");
        out.push("<meta property=\"og:url\" content=\"", address, "\">");
    }
    out.push_ready("", &page.alternates.html, "");
    for feed in &page.feeds {
        let parts =
            ["<link rel=\"alternate\" type=\"application/atom+xml\" title=\"", &escape(&feed.title.text), "\" href=\""];
        out.push(&parts.concat(), &feed.href, "\">");
    }
    out.push("<meta property=\"og:title\" content=\"", &page.title, "\">");
    // Lists, maps and the home page are none.
    let kind = if Kind::from_word(page.kind).is_some() { "article" } else { "website" };
    out.push("<meta property=\"og:type\" content=\"", kind, "\">");
    if let Some(card) = &page.card {
        out.push("<meta property=\"og:image\" content=\"", &card.src, "\">");
        out.push("<meta property=\"og:image:width\" content=\"", &card.width.to_string(), "\">");
        out.push("<meta property=\"og:image:height\" content=\"", &card.height.to_string(), "\">");
        out.push("<meta property=\"og:image:alt\" content=\"", &card.alt, "\">");
        out.push("<meta name=\"twitter:card\" content=\"", "summary_large_image", "\">");
    }
    out.push_ready("<script type=\"application/ld+json\">", &page.json_ld.0, "</script>");
    out.0
}

/// Elements, a line each.
struct Elements(String);

impl Elements {
    /// An element with a text.
    fn push(&mut self, begin: &str, text: &str, end: &str) {
        self.push_ready(begin, &escape(text), end);
    }

    /// An element, unless what it has is nothing.
    fn push_ready(&mut self, begin: &str, html: &str, end: &str) {
        if html.is_empty() {
            return;
        }
        let line = if self.0.is_empty() { "" } else { "\n" };
        [line, begin, html, end].iter().for_each(|part| self.0.push_str(part));
    }
}
