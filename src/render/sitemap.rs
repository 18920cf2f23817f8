//! Sitemaps (sitemaps.org 0.9) with hreflang (Google's xhtml extension), and robots.txt.

use std::fmt::Write;

use crate::foundation::{Date, Lang};

use super::cx::escape;
use super::views::Alternate;

/// A file may name 50,000 addresses; with its alternates it must also stay below 50 MB, so that far fewer go into one.
pub const PER_FILE: usize = 10_000;

/// One page of the sitemap.
pub struct Entry<'a> {
    pub address: String,
    /// See [`links`].
    pub links: &'a str,
    /// Where the document says when it changed.
    pub changed: Option<Date>,
}

/// The name of a part of a language's sitemap, from 0.
pub fn file_name(lang: Lang, part: usize) -> String {
    if part == 0 { format!("sitemap-{lang}.xml") } else { format!("sitemap-{lang}-{}.xml", part + 1) }
}

/// A page in all languages that have it, as its entries in their sitemaps name them.
pub fn links(alternates: &[Alternate]) -> String {
    let mut out = String::with_capacity(alternates.len() * 128);
    for alternate in alternates {
        let parts = [
            "<xhtml:link rel=\"alternate\" hreflang=\"",
            alternate.hreflang(),
            "\" href=\"",
            &escape(&alternate.href),
            "\"/>",
        ];
        parts.iter().for_each(|part| out.push_str(part));
    }
    out
}

/// A sitemap of these pages, of which there are at most [`PER_FILE`].
pub fn urlset<'a>(entries: impl ExactSizeIterator<Item = Entry<'a>>) -> String {
    let mut out = String::with_capacity(entries.len() * 1024);
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        ["<url><loc>", &escape(&entry.address), "</loc>"].iter().for_each(|part| out.push_str(part));
        if let Some(changed) = entry.changed {
            let _ = write!(out, "<lastmod>{changed}</lastmod>");
        }
        out.push_str(entry.links);
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// The sitemap that names the others.
pub fn index(base: &str, names: &[String]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for name in names {
        let _ = writeln!(out, "<sitemap><loc>{}{name}</loc></sitemap>", escape(base));
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// Everybody may read everything.
pub fn robots(base: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n")
}
