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
    out.push_ready("", page.alternates.html(), "");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::Lang;
    use crate::render::views::{Alternate, Alternates, Languages, Link, Ready, Repeated, ShareView, Text};

    const AWKWARD: &str = "\"<&'";

    fn page(kind: &'static str) -> PageView {
        PageView {
            title: "T".to_owned(),
            description: String::new(),
            kind,
            section: String::new(),
            canonical: None,
            alternates: Repeated::default(),
            breadcrumbs: Vec::new(),
            languages: Languages { here: Lang::new("en").expect("a tag"), links: Repeated::default() },
            notices: Vec::new(),
            feeds: Vec::new(),
            json_ld: Ready::default(),
            card: None,
            noindex: false,
        }
    }

    #[test]
    fn a_page_with_nothing_says_its_title() {
        let of = |kind| head(&page(kind));
        let title = "<meta property=\"og:title\" content=\"T\">\n<meta property=\"og:type\" content=";
        assert_eq!(of("case-study"), format!("{title}\"article\">"));
        for kind in ["home", "list", "gathering", "map", "not-found", "chooser", "redirect"] {
            assert_eq!(of(kind), format!("{title}\"website\">"), "{kind}");
        }
    }

    #[test]
    fn a_page_with_everything_says_each_thing_once_and_escaped() {
        let text = || AWKWARD.to_owned();
        let feed = Link { title: Repeated::own(Text::plain(AWKWARD)), href: text() };
        let alternates =
            vec![Alternate { lang: Lang::new("cs"), href: text() }, Alternate { lang: None, href: text() }];
        let page = PageView {
            title: text(),
            description: text(),
            canonical: Some(text()),
            alternates: Repeated::own(Alternates::from(alternates)),
            feeds: vec![Repeated::own(feed)],
            json_ld: Ready("{}".to_owned()),
            card: Some(ShareView { src: text(), width: 1200, height: 630, alt: text() }),
            noindex: true,
            ..page("school")
        };
        let written = head(&page).replace("&quot;&lt;&amp;&#39;", "~");
        let wanted = "\
<meta name='description' content='~'>
<meta property='og:description' content='~'>
<meta name='robots' content='noindex'>
<link rel='canonical' href='~'>
<meta property='og:url' content='~'>
<link rel='alternate' hreflang='cs' href='~'>
<link rel='alternate' hreflang='x-default' href='~'>
<link rel='alternate' type='application/atom+xml' title='~' href='~'>
<meta property='og:title' content='~'>
<meta property='og:type' content='article'>
<meta property='og:image' content='~'>
<meta property='og:image:width' content='1200'>
<meta property='og:image:height' content='630'>
<meta property='og:image:alt' content='~'>
<meta name='twitter:card' content='summary_large_image'>
<script type='application/ld+json'>{}</script>";
        assert_eq!(written.replace('"', "'"), wanted);
    }
}
