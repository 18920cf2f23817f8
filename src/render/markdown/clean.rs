//! The second barrier for raw HTML: whatever is not on the list goes, wherever it came from.
//!
//! In: a whole body as HTML. Out: the same body, parsed as a browser parses it and written again, so that every tag is
//! closed and nothing but what is listed here is left. What this module's own markup has must be on the list too.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::Builder;

use super::raw::{ALLOWED, parse_attributes};

/// What our own markup adds to what a contributor may write.
const OWN: &[(&str, &[&str])] = &[
    ("a", &["role"]),
    ("aside", &["role"]),
    ("code", &[]),
    ("div", &["role", "tabindex"]),
    ("img", &["loading", "decoding", "srcset", "sizes"]),
    ("input", &["type", "checked", "disabled"]),
    ("label", &[]),
    ("pre", &["tabindex"]),
    ("section", &["role"]),
];

static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = ALLOWED.iter().chain(OWN);
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (tag, names) in tags.clone() {
        attributes.entry(tag).or_default().extend(*names);
    }
    let mut builder = Builder::empty();
    builder
        .tags(tags.map(|(tag, _)| *tag).collect())
        .clean_content_tags(HashSet::from(["script", "style", "template", "iframe", "object", "noscript"]))
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["class", "id", "lang", "dir", "title", "aria-label", "aria-labelledby"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None);
    builder
});

pub(super) fn clean(html: &str) -> String {
    once(BUILDER.clean(html).to_string())
}

/// Every id once: where elements overlap (`<i id="a"><p></i></p>`), a parser makes two of one, ids and all (HTML
/// Standard, 13.2.6.4.7, the adoption agency).
fn once(html: String) -> String {
    let mut seen = HashSet::new();
    let mut again: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let (attributes, length) = parse_attributes(&html[start..], 1);
        for attribute in attributes.iter().filter(|attribute| attribute.name == "id") {
            if !seen.insert(attribute.value) {
                // With the space before it.
                again.push(start + attribute.range.start - 1..start + attribute.range.end);
            }
        }
        at = start + length;
    }
    if again.is_empty() {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut done = 0;
    for range in again {
        out.push_str(&html[done..range.start]);
        done = range.end;
    }
    out.push_str(&html[done..]);
    out
}
