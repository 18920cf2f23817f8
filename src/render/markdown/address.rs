//! Where links lead and pictures lie.
//!
//! In: an address as it was written. Out: one that may stand on a page, or an error at its place. Always: no scheme but
//! http, https, mailto and tel comes through, however it is disguised.

use std::ops::Range;

use super::writer::Writer;
use super::{AnchorWanted, Picture, Problem, escape};
use crate::diag::Diagnostic;
use crate::foundation::{Lang, decoded};

/// Where a link leads.
pub(super) struct Target {
    pub(super) href: String,
    pub(super) hreflang: Option<Lang>,
}

enum Scheme {
    Web,
    Other,
    Forbidden,
    None,
}

/// The address without what a browser leaves out before it looks for a scheme (URL Standard, 4.4).
fn normal(written: &str) -> String {
    written.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

fn scheme(address: &str) -> Scheme {
    let end = address.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-')));
    let name = match end {
        Some(end) if address[end..].starts_with(':') && end > 0 => &address[..end],
        // Two slashes, either way, lead to another host.
        _ if address.starts_with(['/', '\\']) && address[1..].starts_with(['/', '\\']) => return Scheme::Forbidden,
        _ => return Scheme::None,
    };
    match name.to_ascii_lowercase().as_str() {
        "http" | "https" => Scheme::Web,
        "mailto" | "tel" => Scheme::Other,
        _ => Scheme::Forbidden,
    }
}

impl Writer<'_> {
    /// The address for a page; `None` after an error at `range`.
    pub(super) fn address(&mut self, written: &str, range: Range<usize>) -> Option<Target> {
        let address = normal(written);
        if address.is_empty() {
            let finding = Diagnostic::error("empty-address", "this link has no address")
                .help("write the address between the round brackets, or remove the link");
            self.report.add(range, finding);
            return None;
        }
        let there = |href: &str| Some(Target { href: escape::address(href), hreflang: None });
        match scheme(&address) {
            Scheme::Web => {
                let host = address.split_once("://").map_or("", |(_, host)| host);
                if !host.starts_with(|c: char| c.is_alphanumeric() || c == '[') {
                    let message = format!("`{address}` has no host");
                    let finding =
                        Diagnostic::error("bad-address", message).help("write it in full: https://example.eu/");
                    self.report.add(range, finding);
                    return None;
                }
                there(&address)
            }
            Scheme::Other => there(&address),
            Scheme::Forbidden => {
                self.forbidden(&address, range);
                None
            }
            Scheme::None => self.inside(&address, range),
        }
    }

    /// The address of something on this site.
    fn inside(&mut self, address: &str, range: Range<usize>) -> Option<Target> {
        let (destination, fragment) = address.split_once('#').map_or((address, None), |(at, of)| (at, Some(of)));
        let (mut href, hreflang, document) = if destination.is_empty() {
            (String::new(), None, Some(None))
        } else {
            match self.body.site.link(destination) {
                Ok(link) => (escape::address(&link.href), link.hreflang, link.document.map(Some)),
                Err(problem) => {
                    self.problem(problem, range);
                    return None;
                }
            }
        };
        if let Some(fragment) = fragment {
            href.push('#');
            href.push_str(&escape::address(fragment));
            if let (Some(document), false) = (document, fragment.is_empty()) {
                let fragment = decoded(fragment).into_owned();
                self.anchors.push(AnchorWanted { document, fragment, span: self.report.span(range) });
            }
        }
        Some(Target { href, hreflang })
    }

    /// A picture of this site; `None` after an error at `range`.
    pub(super) fn picture_address(&mut self, written: &str, range: Range<usize>) -> Option<Picture> {
        let address = normal(written);
        match scheme(&address) {
            Scheme::None if address.is_empty() => {
                let finding = Diagnostic::error("empty-address", "this picture has no file");
                self.report.add(range, finding.help("name the file of the picture"));
                None
            }
            Scheme::None => match self.body.site.picture(&address) {
                Ok(picture) => Some(Picture { href: escape::address(&picture.href), ..picture }),
                Err(problem) => {
                    self.problem(problem, range);
                    None
                }
            },
            Scheme::Web => {
                let finding = Diagnostic::error("external-picture", "the picture lies on another site")
                    .help("put the file beside the text: pages ask no other site for anything");
                self.report.add(range, finding);
                None
            }
            Scheme::Other | Scheme::Forbidden => {
                self.forbidden(&address, range);
                None
            }
        }
    }

    pub(super) fn problem(&mut self, problem: Problem, range: Range<usize>) {
        let finding = Diagnostic::error(problem.code, problem.message);
        self.report.add(range, Diagnostic { help: problem.help, severity: problem.severity, ..finding });
    }

    pub(super) fn missing_alt(&mut self, range: Range<usize>) {
        let finding = Diagnostic::error("missing-alt", "the picture has no text for those who do not see it").help(
            "say what is seen: ![two teachers at a table](photo.jpg); where it only decorates, say that instead: \
             ::: figure src=\"photo.jpg\" alt=\"\"",
        );
        self.report.add(range, finding);
    }

    fn forbidden(&mut self, address: &str, range: Range<usize>) {
        let shown: String = address.chars().take(60).collect();
        let finding =
            Diagnostic::error("forbidden-address", format!("`{shown}` is not an address that a page may have"))
                .help("links are https:, http:, mailto: or tel:, or the path of a document such as /lessons/tips.md");
        self.report.add(range, finding);
    }
}
