//! The text of a page, and where its links lead when it is read on paper.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::foundation::Lang;

use super::{Html, Repeated};

/// Rendered Markdown. A template also has `links`: where its links lead, in full and in the order in which they stand, but
/// for those within the page; empty where a page does not print them.
#[derive(Clone, Debug, Hash, Default)]
pub struct Body {
    /// HTML, safe to write out as it is; empty where there is no text.
    pub html: Html,
    /// Set where it differs from the page's language.
    pub lang: Option<Lang>,
    /// Direction of that language; set with `lang`.
    pub dir: Option<&'static str>,
    /// The headings of levels 2 and 3, for a table of contents; empty where there are fewer than three. A template has them as
    /// `toc`, too, where the theme has a `heading.html`: what that makes of each, one after the other.
    pub contents: Repeated<Vec<Heading>>,
    /// The page's address, where it is a handout on paper: a case study, a result or a post. A template has `links` of it.
    pub printed_at: Option<String>,
}

/// A heading for the table of contents.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    /// HTML without links.
    pub html: Html,
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Body", 5)?;
        fields.serialize_field("html", &self.html)?;
        if let (Some(lang), Some(dir)) = (self.lang, self.dir) {
            fields.serialize_field("lang", &lang)?;
            fields.serialize_field("dir", dir)?;
        }
        fields.serialize_field("contents", &self.contents)?;
        // Read from the HTML, which is there by now: to keep them beside it would cost every body of the site.
        let page = self.printed_at.as_deref();
        fields.serialize_field("links", &page.map_or_else(Vec::new, |page| links(self.html.as_str(), page)))?;
        fields.end()
    }
}

/// The addresses of the links of a page that is found at `page`, as they are read on paper. They are exactly the elements
/// that a stylesheet counts by `a[href]:not([href^="#"])`.
fn links(html: &str, page: &str) -> Vec<String> {
    hrefs(html).filter(|href| !href.starts_with('#')).map(|href| on_paper(&unescape(href), page)).collect()
}

/// The `href` of each `<a>`, as it is written: our own writer and the cleaner of raw HTML put it between double quotes, and
/// neither leaves a `<` in text.
fn hrefs(html: &str) -> impl Iterator<Item = &str> {
    static LINK: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("<a "));
    LINK.find_iter(html.as_bytes()).filter_map(|start| {
        // Names stand outside of quotation marks, values within; a `>` outside ends the tag.
        let mut pieces = html[start + "<a ".len()..].split('"');
        loop {
            let (names, value) = (pieces.next()?, pieces.next()?);
            if names.contains('>') {
                return None;
            }
            if names.trim_start() == "href=" {
                return Some(value);
            }
        }
    })
}

fn on_paper(href: &str, page: &str) -> String {
    if href.starts_with("http:") || href.starts_with("https:") {
        return href.to_owned();
    }
    if let Some(plain) = href.strip_prefix("mailto:").or_else(|| href.strip_prefix("tel:")) {
        return plain.to_owned();
    }
    // Where the path begins: the root is the highest place.
    let root = page.find("://").and_then(|scheme| Some(scheme + 3 + page[scheme + 3..].find('/')? + 1));
    let root = root.unwrap_or(page.len());
    let mut folder = &page[..page.rfind('/').map_or(page.len(), |slash| slash + 1).max(root)];
    let mut rest = href;
    if let Some(path) = href.strip_prefix('/') {
        (folder, rest) = (&page[..root], path);
    }
    loop {
        if let Some(next) = rest.strip_prefix("./") {
            rest = next;
        } else if let Some(next) = rest.strip_prefix("../") {
            let above = folder.trim_end_matches('/').rfind('/').map_or(root, |slash| slash + 1);
            folder = &page[..above.max(root)];
            rest = next;
        } else {
            return [folder, rest].concat();
        }
    }
}

fn unescape(text: &str) -> String {
    let mut text = text.to_owned();
    for (written, meant) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        if text.contains('&') {
            text = text.replace(written, meant);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_as_a_reader_of_paper_needs_them() {
        let html = "<p><a href=\"../../results/d5-2/#x\">a</a> <a class=\"b\" title=\"1 > 0 href=\" href=\"https://a.eu/?b=1&amp;c\">c</a> \
            <a href=\"#fn_1\">1</a> <a id=\"place\"></a> <a href=\"mailto:a@b.eu\">m</a> <code>&lt;a href=\"no\"></code>\
            <a href=\"./\">here</a> <a href=\"../../../../../up/\">up</a> <a href=\"/files/a.pdf\">file</a></p>";
        let found = links(html, "https://mensi.eu/sub/en/cases/x/");
        let wanted = [
            "https://mensi.eu/sub/en/results/d5-2/#x",
            "https://a.eu/?b=1&c",
            "a@b.eu",
            "https://mensi.eu/sub/en/cases/x/",
            "https://mensi.eu/up/",
            "https://mensi.eu/files/a.pdf",
        ];
        // `../../` of …/cases/x/ is …/en/.
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_page_that_is_no_handout_lists_no_links() {
        let body = Body { html: Html::from("<a href=\"../\">a</a>".to_owned()), ..Body::default() };
        let links = |body: &Body| serde_json::to_value(body).expect("plain data")["links"].clone();
        assert_eq!(links(&body), serde_json::json!([]));
        let printed_at = Some("https://a.eu/en/x/".to_owned());
        assert_eq!(links(&Body { printed_at, ..body }), serde_json::json!(["https://a.eu/en/"]));
    }
}
