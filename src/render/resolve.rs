//! What a body asks of the site: where its links lead, what its pictures are, which figures a result gives.

use crate::diag::{Severity, did_you_mean};
use crate::foundation::{Lang, SourcePath};
use crate::model::{DocIx, LangIx};
use crate::source::facts::Facts;
use crate::source::{self, Document, Kind, SourceFile};

use super::cx::{Cx, Here};
use super::document::{figure_view, where_files_go};
use super::figures::{self, Counts};
use super::files;
use super::markdown::{Figure, Link, Picture, Problem, Resolve};
use super::pictures;
use super::views::FigureView;

/// The answers for one body on one page.
pub struct Resolver<'a> {
    pub cx: &'a Cx,
    pub here: &'a Here,
    pub document: &'a Document,
    /// The language of the body: what the site adds to it is in that language too.
    pub lang: LangIx,
    /// The file that the body stands in.
    pub file: &'a SourceFile,
    /// The files that are published beside pages.
    pub files: &'a files::Files,
}

impl Resolver<'_> {
    /// The path from the root of the site's sources that a destination names.
    fn path(&self, destination: &str) -> Option<String> {
        if let Some(absolute) = destination.strip_prefix('/') {
            return Some(["content/", absolute].concat());
        }
        let mut segments: Vec<&str> = self.file.path.parent().split('/').collect();
        for segment in destination.split('/') {
            match segment {
                "." | "" => {}
                ".." if segments.len() > 1 => {
                    segments.pop();
                }
                ".." => return None,
                segment => segments.push(segment),
            }
        }
        Some(segments.join("/"))
    }

    fn document_link(&self, path: &str) -> Result<Link, Problem> {
        let broken = |help: Option<String>| Problem {
            code: "broken-link",
            severity: Severity::Error,
            message: format!("there is no document {path}"),
            help: Some(
                help.unwrap_or_else(|| "correct the path; it begins with `/` and is that of the source file".into()),
            ),
        };
        // Nearly every link names a source file as it is: nothing has to be told about those.
        if let Some(ix) = self.cx.site.find_source(path) {
            return self.link_to(ix).ok_or_else(|| broken(None));
        }
        let Some((place, source)) = SourcePath::new(path)
            .and_then(|path| Some((source::place(&path, &self.cx.site.config).ok()?, source::source_of(&path))))
        else {
            return Err(broken(None));
        };
        if place.lang.is_some() {
            return Err(broken(Some(format!(
                "link to the source file, {}: it leads to the reader's language by itself",
                source.trim_start_matches("content")
            ))));
        }
        let site = &self.cx.site;
        if place.kind == Kind::Section {
            let section = site.sections.iter().find(|section| section.key.folder() == place.id.as_str());
            let section = section.ok_or_else(|| broken(None))?;
            let route = &section.routes[usize::from(self.here.lang.0)];
            let document = section.index.map(|index| anchor_key(self.cx, index, self.here.lang));
            return Ok(Link { href: self.cx.href(self.here, route, self.here.lang), hreflang: None, document });
        }
        match site.find(place.kind, place.id.as_str()) {
            Some(ix) => self.link_to(ix).ok_or_else(|| broken(None)),
            None if site.is_unpublished(place.kind, place.id.as_str()) => Err(Problem {
                code: "link-to-unpublished",
                severity: Severity::Warning,
                message: format!("{path} is not published on this date"),
                help: Some("its words stand without a link until it is; take the link out if that is for good".into()),
            }),
            // What is wrong with that document is told already; this site is not published.
            None if site.is_unusable(place.kind, place.id.as_str()) => {
                Ok(Link { href: String::new(), hreflang: None, document: None })
            }
            None => {
                let ids: Vec<&str> = site.of_kind(place.kind).map(|ix| site.get(ix).id.as_str()).collect();
                let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder).trim_start_matches("content");
                Err(broken(did_you_mean(place.id.as_str(), ids).map(|id| {
                    let name = id.rsplit('/').next().unwrap_or(id);
                    format!("did you mean `{folder}/{name}.md`?")
                })))
            }
        }
    }

    /// A link to a document as the reader finds it; `None` where no language has it.
    fn link_to(&self, ix: DocIx) -> Option<Link> {
        let (href, other) = self.cx.document_href(self.here, ix)?;
        let shown = other.unwrap_or(self.here.lang);
        let hreflang = match self.cx.site.state(ix, shown) {
            crate::model::State::Fallback { shows } => Some(shows),
            _ => other.map(|other| self.cx.site.lang(other)),
        };
        Some(Link { href, hreflang, document: Some(anchor_key(self.cx, ix, shown)) })
    }

    /// Whether a picture is gone because those who are seen no longer agree.
    fn is_lapsed(&self, src: &str) -> bool {
        let path = match src.strip_prefix('/') {
            Some(inner) => Some(format!("static/{inner}")),
            None => self.document.folder.as_ref().map(|folder| format!("{folder}/{src}")),
        };
        path.is_some_and(|path| self.cx.site.lapsed.contains(path.as_str()))
    }

    fn file(&self, destination: &str) -> Option<&files::PublishedFile> {
        self.files.find(self.document, destination)
    }
}

/// What to do with a file that is no picture, or one that not every browser shows.
pub const NOT_SHOWN: &str = "save it as JPEG (a photograph), PNG or SVG (a drawing), with a name that ends in .jpg, .png or \
    .svg; WebP and GIF are shown, too";

/// Names the page that an anchor is looked for on.
pub fn anchor_key(cx: &Cx, document: DocIx, lang: LangIx) -> String {
    let document = cx.site.get(document);
    [document.kind.as_str(), document.id.as_str(), cx.site.lang(lang).as_str()].join(" ")
}

impl Resolve for Resolver<'_> {
    fn link(&self, destination: &str) -> Result<Link, Problem> {
        if destination.ends_with(".md") {
            let path = self.path(destination).ok_or_else(|| Problem {
                code: "broken-link",
                severity: Severity::Error,
                message: format!("`{destination}` leads out of content/"),
                help: Some("link to a document with its path from content/: `/schools/hr-school-1.md`".into()),
            })?;
            return self.document_link(&path);
        }
        match self.file(destination) {
            Some(file) => Ok(Link { href: self.cx.file_href(self.here, &file.out), hreflang: None, document: None }),
            None => Err(Problem {
                code: "broken-link",
                severity: Severity::Error,
                message: format!("`{destination}` is neither a document nor a file of this site"),
                help: Some(
                    "link to a document with the path of its source file, `/lessons/tips.md`; put other files beside the \
                     document's index.md or into static/; write https:// in front of an address elsewhere"
                        .into(),
                ),
            }),
        }
    }

    fn picture(&self, src: &str) -> Result<Picture, Problem> {
        match self.file(src) {
            Some(file) => match &file.picture {
                Some(files::Picture::Usable(shape)) => {
                    let href = |path: &str| self.cx.file_href(self.here, path);
                    let pictures::Sources { src, srcset } = pictures::sources(&file.out, shape, href);
                    Ok(Picture { href: src, srcset, width: Some(shape.width), height: Some(shape.height) })
                }
                // What is wrong with it is told already; this site is not published.
                Some(files::Picture::Unusable) => {
                    Ok(Picture { href: String::new(), srcset: None, width: None, height: None })
                }
                None => Err(Problem {
                    code: "no-picture",
                    severity: Severity::Error,
                    message: format!("`{src}` is not a picture that pages can show"),
                    help: Some(NOT_SHOWN.into()),
                }),
            },
            None if self.is_lapsed(src) => Err(Problem {
                code: "consent-ended",
                severity: Severity::Warning,
                message: format!("the consent to show `{src}` has ended, and it is shown no more"),
                help: Some("take the picture out, or renew `consent_until`".into()),
            }),
            None => Err(Problem {
                code: "missing-file",
                severity: Severity::Error,
                message: format!("there is no picture `{src}`"),
                help: Some(match src.contains("://") {
                    true => "put a copy into static/ and write its path from there, which begins with `/`; pictures \
                             elsewhere are not shown, since the site asks no third party for anything"
                        .into(),
                    false => where_files_go(self.document, src),
                }),
            }),
        }
    }

    fn figures(&self, from: &str, show: &[&str]) -> Result<Vec<Figure>, Problem> {
        let site = &self.cx.site;
        let problem = |message: String, help: String| Problem {
            code: "unknown-reference",
            message,
            help: Some(help),
            severity: Severity::Error,
        };
        let results = || site.of_kind(Kind::Result).map(|ix| site.get(ix).id.as_str()).collect::<Vec<_>>();
        let ix = site.find(Kind::Result, from).ok_or_else(|| {
            let help = match did_you_mean(from, results()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "name the id of a document in content/results".to_owned(),
            };
            problem(format!("a result with the id `{from}` is not there"), help)
        })?;
        let Facts::Result(result) = &site.get(ix).facts else { return Ok(Vec::new()) };
        let shown: Vec<_> =
            show.iter().filter_map(|id| result.figures.iter().find(|figure| figure.id.0 == *id)).collect();
        let bars = figures::bars(&shown, Counts::Together);
        show.iter()
            .enumerate()
            .map(|(number, id)| {
                let figure = result.figures.iter().find(|figure| figure.id.0 == *id).ok_or_else(|| {
                    let ids: Vec<&str> = result.figures.iter().map(|figure| figure.id.0.as_str()).collect();
                    let help = match did_you_mean(id, ids.iter().copied()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("use some of: {}", ids.join(", ")),
                    };
                    problem(format!("`{from}` has no figure with the id `{id}`"), help)
                })?;
                let FigureView { value, share, of, words, .. } = figure_view(self.cx, self.lang, ix, figure);
                let part = of.map(|of| {
                    let args = [("value", value.as_str().into()), ("of", of.as_str().into())];
                    self.cx.t(self.lang, "figure-of", &args)
                });
                Ok(Figure { value, share, part, bar: bars[number], words: words.text, lang: words.lang })
            })
            .collect()
    }

    fn word(&self, id: &str) -> String {
        self.cx.t(self.lang, id, &[])
    }

    fn way_back(&self, note: usize) -> String {
        self.cx.t(self.lang, "footnote-back", &[("number", note.into())])
    }

    fn credit(&self, credit: Option<&str>, licence: Option<&str>) -> String {
        let licence = licence.map(|spdx| super::document::licence(spdx).title.text.clone());
        match (credit, licence) {
            (Some(credit), Some(licence)) => {
                self.cx.t(self.lang, "figure-credit", &[("credit", credit.into()), ("licence", licence.into())])
            }
            (Some(credit), None) => self.cx.t(self.lang, "figure-credit-only", &[("credit", credit.into())]),
            (None, licence) => licence.unwrap_or_default(),
        }
    }
}

/// The language of a body, marked on the page where it differs.
pub fn marked(cx: &Cx, here: &Here, lang: Lang) -> (Option<Lang>, Option<&'static str>) {
    if cx.site.lang(here.lang) == lang { (None, None) } else { (Some(lang), Some(lang.direction())) }
}
