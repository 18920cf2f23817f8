//! Bodies and what becomes of them.

mod findings;
mod hostile;
mod html;

use super::*;
use crate::foundation::SourcePath;

/// A site of one document, `/lessons/tips.md`, one picture, `plan.svg`, and one result, `d1-6`.
struct Site;

impl Resolve for Site {
    fn link(&self, destination: &str) -> Result<Link, Problem> {
        match destination {
            "/lessons/tips.md" => {
                Ok(Link { href: "../tips/".to_owned(), hreflang: Lang::new("hr"), document: Some("tips".to_owned()) })
            }
            "a.pdf" => Ok(Link { href: "a b.pdf".to_owned(), hreflang: None, document: None }),
            _ => Err(Problem {
                code: "missing-document",
                message: destination.to_owned(),
                help: None,
                severity: crate::diag::Severity::Error,
            }),
        }
    }

    fn picture(&self, src: &str) -> Result<Picture, Problem> {
        match src {
            "plan.svg" => {
                Ok(Picture { href: "plan.1.svg".to_owned(), srcset: None, width: Some(20), height: Some(10) })
            }
            _ => Err(Problem {
                code: "missing-picture",
                message: src.to_owned(),
                help: None,
                severity: crate::diag::Severity::Error,
            }),
        }
    }

    fn figures(&self, from: &str, show: &[&str]) -> Result<Vec<Figure>, Problem> {
        match from {
            "d1-6" => Ok(show
                .iter()
                .map(|id| Figure {
                    value: "24".to_owned(),
                    share: Some("25 %".to_owned()),
                    part: Some("24 of 96".to_owned()),
                    bar: Some(Bar { part: 250, of_whole: true }),
                    words: (*id).to_owned(),
                    lang: Lang::new("en"),
                })
                .collect()),
            _ => Err(Problem {
                code: "missing-result",
                message: from.to_owned(),
                help: None,
                severity: crate::diag::Severity::Error,
            }),
        }
    }

    fn word(&self, id: &str) -> String {
        format!("<{id}>")
    }

    fn way_back(&self, note: usize) -> String {
        format!("<footnote-back> {note}")
    }

    fn credit(&self, credit: Option<&str>, licence: Option<&str>) -> String {
        credit.into_iter().chain(licence).collect::<Vec<_>>().join(", ")
    }
}

/// A body that begins 100 bytes into its file.
fn rendered_as(text: &str, lang: &str, source_headings: Option<&[Heading]>) -> Rendered {
    let file = SourcePath::new("content/a.md").expect("a path");
    let lang = Lang::new(lang).expect("a tag");
    let typography = Typography::of(lang);
    render(
        &Input { text, file: &file, offset: 100, lang, source_headings, typography: &typography, pictures_above: 1 },
        &Site,
    )
}

fn rendered(text: &str) -> Rendered {
    rendered_as(text, "en", None)
}

/// HTML of a body without findings.
fn html(text: &str) -> String {
    let rendered = rendered(text);
    assert!(rendered.findings.is_empty(), "{text}: {:?}", rendered.findings);
    rendered.html
}

/// The codes of the findings, each with the text that it is about.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let spot = |finding: Diagnostic| {
        let span = finding.span.expect("every finding has its place");
        assert!(finding.help.is_some() || finding.code.starts_with("missing-"), "{}", finding.code);
        (finding.code, text[span.start - 100..span.end - 100].to_owned())
    };
    rendered(text).findings.sorted().into_iter().map(spot).collect()
}
