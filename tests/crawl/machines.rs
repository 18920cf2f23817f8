//! What machines read: feeds, calendars, sitemaps, robots.txt, stylesheets, pictures.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use crate::served::{Problems, Served, Target};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// All files that are no pages.
pub fn check(site: &Served, problems: &mut Problems) {
    for path in site.files.keys() {
        let Some((_, extension)) = path.rsplit_once('.') else { continue };
        if !matches!(extension, "xml" | "svg" | "ics" | "css" | "js" | "txt") {
            continue;
        }
        let Some(text) = site.text(path) else {
            problems.add("not UTF-8", path.clone());
            continue;
        };
        match extension {
            "xml" | "svg" => match Document::parse(text) {
                Err(error) => problems.add("not well-formed", format!("{path}: {error}")),
                Ok(document) if path.ends_with("feed.xml") => check_feed(site, path, &document, problems),
                Ok(document) if extension == "svg" => check_picture(site, path, &document, problems),
                Ok(_) => {}
            },
            "ics" => check_calendar(path, text, problems),
            "css" => check_stylesheet(site, path, text, problems),
            "js" => problems.require(!text.contains("document.cookie"), "a cookie", || path.clone()),
            _ => {}
        }
    }
    check_sitemaps(site, problems);
    let robots = site.text("robots.txt").unwrap_or_default();
    let line = format!("Sitemap: {}sitemap.xml", site.base);
    problems.require(robots.lines().any(|it| it == line), "robots.txt lacks the sitemap", || robots.to_owned());
}

fn children<'a>(node: Node<'a, 'a>, namespace: &'a str, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name((namespace, name)))
}

fn text_of<'a>(node: Node<'a, 'a>, namespace: &'a str, name: &'a str) -> Option<&'a str> {
    children(node, namespace, name).next().and_then(|child| child.text()).filter(|text| !text.trim().is_empty())
}

/// RFC 4287: id, title and updated of the feed and of each entry; the links of both lead to pages of this release.
fn check_feed(site: &Served, path: &str, document: &Document<'_>, problems: &mut Problems) {
    let feed = document.root_element();
    problems.require(feed.has_tag_name((ATOM, "feed")), "no Atom feed", || path.to_owned());
    problems.require(feed.attribute((XML, "lang")).is_some(), "a feed without a language", || path.to_owned());
    let entries: Vec<Node<'_, '_>> = children(feed, ATOM, "entry").collect();
    problems.require(!entries.is_empty(), "a feed without entries", || path.to_owned());
    let mut ids = BTreeSet::new();
    let latest = text_of(feed, ATOM, "updated");
    for node in std::iter::once(feed).chain(entries) {
        let told = |what: &str| format!("{path}: {what} of {:?}", text_of(node, ATOM, "title"));
        for name in ["id", "title", "updated"] {
            problems.require(text_of(node, ATOM, name).is_some(), "a feed lacks an element", || told(name));
        }
        let updated = text_of(node, ATOM, "updated");
        let is_date = updated.is_some_and(|text| text.len() == 20 && text.ends_with('Z'));
        problems.require(is_date && updated <= latest, "a feed's date", || told("updated"));
        problems.require(ids.insert(text_of(node, ATOM, "id")), "a feed has an id twice", || told("id"));
        let mut links = children(node, ATOM, "link").filter_map(|link| link.attribute("href")).peekable();
        problems.require(links.peek().is_some(), "a feed lacks a link", || told("link"));
        for href in links {
            problems.require(site.serves(href), "a feed's link is broken", || told(href));
        }
    }
    let own = site.base.join(path).expect("a path").to_string();
    let names_itself = children(feed, ATOM, "link")
        .any(|link| link.attribute("rel") == Some("self") && link.attribute("href") == Some(&own));
    problems.require(names_itself, "a feed does not name itself", || path.to_owned());
}

/// RFC 5545: lines of at most 75 octets that end in CRLF (3.1), what begins ends (3.4), every event has its UID and its
/// stamp (3.6.1).
fn check_calendar(path: &str, text: &str, problems: &mut Problems) {
    problems.require(text.ends_with("\r\n"), "a calendar's last line is open", || path.to_owned());
    for line in text.split_terminator("\r\n") {
        problems.require(line.len() <= 75, "a calendar's line is too long", || format!("{path}: {line}"));
        problems.require(!line.contains(['\r', '\n']), "a calendar's line ends wrongly", || format!("{path}: {line}"));
    }
    let unfolded = text.replace("\r\n ", "");
    let mut open: Vec<&str> = Vec::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut uids = BTreeSet::new();
    for line in unfolded.split_terminator("\r\n") {
        let Some((name, value)) = line.split_once(':') else {
            problems.add("a calendar's line has no value", format!("{path}: {line}"));
            continue;
        };
        match name.split(';').next().unwrap_or_default() {
            "BEGIN" => open.push(value),
            "END" => {
                problems.require(open.pop() == Some(value), "a calendar's END", || format!("{path}: {value}"));
                if value == "VEVENT" {
                    let has_all = ["UID", "DTSTAMP", "DTSTART", "SUMMARY"].iter().all(|name| names.contains(name));
                    problems.require(has_all, "an event lacks a property", || format!("{path}: {names:?}"));
                    names.clear();
                }
            }
            name => {
                names.insert(name);
                if name == "UID" {
                    problems.require(uids.insert(value), "a UID twice", || format!("{path}: {value}"));
                }
            }
        }
    }
    let begins = unfolded.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
    problems.require(begins && open.is_empty(), "no calendar", || path.to_owned());
}

/// sitemaps.org 0.9: the index names every sitemap; together they hold every page to be indexed once, with the alternates
/// of the page itself. The chooser stands for no language, and hreflang names it.
fn check_sitemaps(site: &Served, problems: &mut Problems) {
    let mut listed = BTreeSet::new();
    for address in locations(site, "sitemap.xml", "sitemapindex", problems) {
        let Some(path) = address.strip_prefix(site.base.as_str()).map(str::to_owned) else {
            problems.add("a sitemap of another host", address);
            continue;
        };
        listed.extend(locations(site, &path, "urlset", problems));
    }
    let wanted: BTreeSet<String> = site
        .indexable()
        .filter(|(path, _)| *path != "index.html")
        .map(|(path, _)| site.address(path).to_string())
        .collect();
    wanted.difference(&listed).for_each(|address| problems.add("not in a sitemap", address));
    listed.difference(&wanted).for_each(|address| problems.add("in a sitemap, but no page to be indexed", address));
}

fn locations(site: &Served, path: &str, root: &str, problems: &mut Problems) -> Vec<String> {
    let Some(text) = site.text(path) else {
        problems.add("a sitemap that is not there", path);
        return Vec::new();
    };
    let Ok(document) = Document::parse(text) else { return Vec::new() };
    problems.require(document.root_element().has_tag_name((SITEMAP, root)), "no sitemap", || path.to_owned());
    let mut addresses = Vec::new();
    for entry in document.root_element().children().filter(Node::is_element) {
        let address = text_of(entry, SITEMAP, "loc").unwrap_or_default();
        problems.require(!addresses.iter().any(|known| known == address), "an address stands twice", || {
            format!("{path}: {address}")
        });
        addresses.push(address.to_owned());
        let Some((_, page)) = site.page_at(address) else { continue };
        let alternates: Vec<(String, String)> = children(entry, XHTML, "link")
            .map(|link| ["hreflang", "href"].map(|name| link.attribute(name).unwrap_or_default().to_owned()))
            .map(|[hreflang, href]| (hreflang, href))
            .collect();
        problems.require(alternates == page.alternates, "a sitemap's alternates are not the page's", || {
            format!("{path}: {address}")
        });
    }
    addresses
}

fn check_stylesheet(site: &Served, path: &str, text: &str, problems: &mut Problems) {
    problems.require(!text.contains("@import"), "a stylesheet loads another", || path.to_owned());
    for rest in text.split("url(").skip(1) {
        let inner = rest.split(')').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        let told = || format!("{path}: url({inner})");
        match site.target(path, inner) {
            Ok(Target::File(..)) => {}
            Ok(Target::Elsewhere(_)) => problems.add("loaded from another host", told()),
            Err(why) => problems.add("broken link", format!("{}: {why}", told())),
        }
    }
}

fn check_picture(site: &Served, path: &str, document: &Document<'_>, problems: &mut Problems) {
    for node in document.descendants().filter(Node::is_element) {
        problems.require(node.tag_name().name() != "script", "a picture with a script", || path.to_owned());
        for attribute in node.attributes().filter(|attribute| attribute.name() == "href") {
            let target = site.target(path, attribute.value());
            let is_there = matches!(target, Ok(Target::File(..)));
            problems.require(is_there, "a picture's reference", || format!("{path}: {}", attribute.value()));
        }
    }
}
