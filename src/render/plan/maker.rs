//! One artifact in the making: as it was when it was made last, where it would show the same, else made.

use crate::diag::Diagnostics;
use crate::foundation::{Fingerprint, OutPath};
use crate::model::{DocIx, LangIx};
use crate::release::{Bytes, Made, MadeFrom, Passage, Previous, Rendered};
use crate::render::cx::Here;
use crate::render::page::View;
use crate::render::templates::Written;
use crate::source::File;

use super::artifact::Artifact;
use super::{Plan, frame};

/// One artifact in the making.
pub(super) struct Maker<'a> {
    pub plan: &'a Plan,
    pub path: &'a OutPath,
    pub inputs: Fingerprint,
    pub last: Option<Previous<'a>>,
}

impl Maker<'_> {
    pub fn make(&self, artifact: Artifact) -> Made {
        match artifact {
            Artifact::Document { language, ix } => self.document(language, ix),
            Artifact::Gathering { language, ix, number } => self.gathering(language, ix, number),
            Artifact::List { language, section, number } => self.list(language, section, number),
            Artifact::Generated { language, page, number } => self.generated(language, page, number),
            Artifact::Chooser => self.chooser(),
            Artifact::Redirect { lang, ix, .. } => self.redirect(lang, ix),
            Artifact::Feed { language, section } => self.feed(language, section),
            Artifact::Calendar { language, section } => self.calendar(language, section),
            Artifact::Event { language, ix } => self.event(language, ix),
            Artifact::References { language, section, format } => self.references(language, section, format),
            Artifact::Sitemap { language, part } => self.sitemap(language, part),
            Artifact::Sitemaps => self.sitemaps(),
            Artifact::Robots => self.robots(),
            Artifact::File(number) => self.published(number),
            Artifact::Size { file, width } => self.size(file, width),
            Artifact::Card { lang, topic } => self.card(lang, topic),
            Artifact::Asset(number) => self.file(&self.plan.parts.assets.files[number].1),
        }
    }

    /// A file as it is.
    pub fn file(&self, file: &File) -> Made {
        self.unless_known(file.fingerprint(), || Bytes::Source(file.clone()))
    }

    /// A page with the text of the document `of`; `findings` were found in making its View.
    pub fn page(&self, here: &Here, of: Option<DocIx>, view: &View, findings: Diagnostics) -> Made {
        let plan = self.plan;
        let lang = plan.cx.site.lang(here.lang);
        let own;
        let frame = match plan.frames.get(&(here.lang, here.root.clone())) {
            Some(frame) => frame,
            None => {
                own = frame(&plan.cx, &plan.parts, here);
                &own
            }
        };
        let fingerprint = frame.fingerprint_of(view);
        // What was wrong with a View is told each time.
        if let Some(known) = self.known(fingerprint).filter(|_| findings.is_empty()) {
            return known;
        }
        let text = of.and_then(|ix| {
            let html = &view.body()?.html;
            html.prepare(|| self.text_of(ix, here.lang));
            Some(html.as_str())
        });
        let mut findings = findings;
        let Written { bytes, text_at, .. } = plan.parts.templates.render(lang, frame, view).unwrap_or_else(|fault| {
            findings.push(fault.met_on(self.path));
            Written::default()
        });
        let text = text.map_or_else(Passage::default, |text| passage(text, text_at.or_else(|| find(text, &bytes))));
        let from = MadeFrom { text, ..self.from(fingerprint) };
        Made::New(from, Rendered { bytes: Bytes::Own(bytes), findings })
    }

    /// The HTML of the page's text: as it was rendered for this build; as the page had it when it was made last, if it is
    /// what it was; else rendered again.
    fn text_of(&self, ix: DocIx, lang: LangIx) -> String {
        let Plan { bodies, cx, parts, .. } = self.plan;
        let published = || {
            let Previous { from, passage } = self.last?;
            let html = passage(from.text).filter(|html| bodies.is_html_of(html, ix, lang))?;
            String::from_utf8(html).ok()
        };
        bodies.take_html(ix, lang).or_else(published).unwrap_or_else(|| bodies.html(cx, &parts.files, ix, lang))
    }

    pub fn from(&self, shown: Fingerprint) -> MadeFrom {
        MadeFrom { inputs: self.inputs, shown, text: Passage::default() }
    }

    /// Where it shows what it showed when it was made last, it is what it was.
    pub fn known(&self, shown: Fingerprint) -> Option<Made> {
        let last = self.last.filter(|last| last.from.shown == shown)?;
        Some(Made::Known(MadeFrom { inputs: self.inputs, ..last.from }))
    }

    /// Text that is made whenever it is asked for: the text is its own fingerprint.
    pub fn text(&self, text: String) -> Made {
        self.unless_known(Fingerprint::of_bytes(text.as_bytes()), || Bytes::Own(text.into_bytes()))
    }

    pub fn unless_known(&self, fingerprint: Fingerprint, make: impl FnOnce() -> Bytes) -> Made {
        self.known(fingerprint).unwrap_or_else(|| {
            Made::New(self.from(fingerprint), Rendered { bytes: make(), findings: Diagnostics::new() })
        })
    }
}

/// Where a text stands in a page, if the template has put other words together with it.
fn find(text: &str, page: &[u8]) -> Option<usize> {
    memchr::memmem::find(page, text.as_bytes())
}

/// The passage of a text that begins there; of one that is empty there is none.
fn passage(text: &str, start: Option<usize>) -> Passage {
    let ends = start.filter(|_| !text.is_empty());
    let ends = ends.and_then(|start| Some((u32::try_from(start).ok()?, u32::try_from(start + text.len()).ok()?)));
    ends.map_or_else(Passage::default, |(start, end)| Passage { start, end })
}
