//! The body of a document for readers of a language: rendered, or known to be what it was.

use std::cell::RefCell;
use std::hash::Hash as _;
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

use crate::diag::Diagnostics;
use crate::foundation::{Fingerprint, Fingerprinter, Lang};
use crate::memo::{Late, Memo};
use crate::model::DocIx;

use super::cx::{Cx, Here};
use super::files::Files;
use super::markdown::{self, AnchorWanted, Figure, Heading, Link, Picture, Problem, Rendered, Resolve};
use super::resolve::{Resolver, marked};
use super::views::{self, Body, Html, Repeated};

/// A body, with what it leaves to be checked.
pub struct RenderedBody {
    /// All but the HTML, shared with the memo.
    known: Arc<KnownBody>,
    /// Under which the memo has it.
    pub key: Fingerprint,
    /// Until a page takes it.
    html: Mutex<Option<String>>,
    lang: Option<Lang>,
    dir: Option<&'static str>,
    pub findings: Diagnostics,
}

impl RenderedBody {
    /// What a page shows of it.
    pub fn body(&self) -> Body {
        let listed = || self.headings().get().iter().filter(|heading| matches!(heading.level, 2 | 3));
        let contents = |heading: &Heading| views::Heading {
            level: heading.level,
            id: heading.id.clone(),
            html: heading.html.clone().into(),
        };
        let contents = if listed().count() < 3 { Vec::new() } else { listed().map(contents).collect() };
        Body {
            html: Html::later(self.known.html),
            lang: self.lang,
            dir: self.dir,
            contents: Repeated::own(contents),
            printed_at: None,
        }
    }

    /// The HTML, if it has been made and not been taken: a page that is written lets go of it.
    pub fn take_html(&self) -> Option<String> {
        self.html.lock().expect("no thread fails while it takes HTML").take()
    }

    /// Whether its HTML has been made and waits for its page.
    pub fn has_html_ready(&self) -> bool {
        self.html.lock().expect("no thread fails while it takes HTML").is_some()
    }

    /// Whether this is its HTML.
    pub fn has_html(&self, html: &[u8]) -> bool {
        Fingerprint::of_bytes(html) == self.known.html
    }

    /// Of what a page shows of it.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&(self.known.shown, self.lang, self.dir))
    }

    pub fn headings(&self) -> &Headings {
        &self.known.headings
    }

    /// Everything in it that an address can name.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.headings()
            .get()
            .iter()
            .map(|heading| heading.id.as_str())
            .chain(self.known.raw_ids.iter().map(String::as_str))
    }

    /// Whether it shows figures of a result.
    pub fn has_figures(&self) -> bool {
        self.known.questions.iter().any(|question| matches!(question, Question::Figures(..)))
    }

    /// The pictures that it shows, by the words that it uses for them.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.known.questions.iter().filter_map(|question| match question {
            Question::Picture(src) => Some(src.as_str()),
            _ => None,
        })
    }

    /// Links to headings, to be checked.
    pub fn anchors(&self) -> &[AnchorWanted] {
        &self.known.anchors
    }
}

/// A body in which nothing was wrong, without its HTML, which is rendered again for a page that needs it: the answers of
/// the site are a part of what it was rendered from, and are found by asking the same questions again.
#[derive(Serialize, Deserialize)]
pub struct KnownBody {
    questions: Vec<Question>,
    answers: Fingerprint,
    html: Fingerprint,
    /// Of all that shows: the HTML and the headings.
    shown: Fingerprint,
    headings: Headings,
    raw_ids: Vec<String>,
    anchors: Vec<AnchorWanted>,
}

/// The headings of a body: of one that is known, nobody asks for more than their fingerprint.
pub type Headings = Late<Vec<Heading>>;

/// Bodies that have been rendered, by everything that goes into them but the answers of the site.
pub type BodyMemo = Memo<KnownBody>;

/// What a body asked of the site (see [`Resolve`]); its words come from the messages, which are known by their fingerprint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum Question {
    Link(String),
    Picture(String),
    Figures(String, Vec<String>),
}

/// A body to be rendered.
pub struct Task<'a> {
    pub cx: &'a Cx,
    pub files: &'a Files,
    pub here: &'a Here,
    pub ix: DocIx,
    /// The headings of the source, where this is another text.
    pub source: Option<&'a Headings>,
}

/// The body that readers of a language are shown, as far as all other pages need to know it: its HTML may be left for
/// [`html`].
pub fn body(task: &Task<'_>, memo: &BodyMemo) -> RenderedBody {
    let key = key(task);
    let resolver = resolver(task);
    if let Some(known) = memo.get_once(key)
        && known.answers == ask(&resolver, &known.questions)
    {
        return finish(task, (key, known), None, Diagnostics::new());
    }
    let asked = Asked { resolver: &resolver, questions: RefCell::default(), answers: RefCell::default() };
    let Rendered { html, headings, ids, anchors, findings } = render(task, &asked);
    let fingerprint = Fingerprint::of_bytes(html.as_bytes());
    let headings = Headings::of(headings);
    let remembered = KnownBody {
        questions: asked.questions.into_inner(),
        answers: asked.answers.into_inner().end(),
        html: fingerprint,
        shown: Fingerprint::of(&(fingerprint, headings.fingerprint())),
        headings,
        raw_ids: ids,
        anchors,
    };
    // What was found wrong is found again: it is told each time.
    let known = if findings.is_empty() { memo.put(key, remembered) } else { Arc::new(remembered) };
    finish(task, (key, known), Some(html), findings)
}

/// The HTML of a body of which [`body`] only gave the rest.
pub fn html(task: &Task<'_>) -> String {
    render(task, &resolver(task)).html
}

fn resolver<'a>(task: &Task<'a>) -> Resolver<'a> {
    let cx = task.cx;
    let (text, lang) = cx.site.text(task.ix, task.here.lang);
    Resolver {
        cx,
        here: task.here,
        document: cx.site.get(task.ix),
        lang: cx.site.lang_ix(lang),
        file: &text.file,
        files: task.files,
    }
}

/// Everything that goes into a body but the answers of the site.
fn key(task: &Task<'_>) -> Fingerprint {
    let cx = task.cx;
    let (text, lang) = cx.site.text(task.ix, task.here.lang);
    let file = &text.file;
    let words = cx.interface(cx.site.lang_ix(lang)).fingerprint();
    Fingerprint::of(&(
        (file.file.fingerprint(), &file.path, file.cut.body),
        (lang, words, task.source.map(Headings::fingerprint), pictures_above(task)),
        (task.here.lang, &task.here.root, &cx.addresses),
    ))
}

fn render(task: &Task<'_>, site: &dyn Resolve) -> Rendered {
    let cx = task.cx;
    let (text, lang) = cx.site.text(task.ix, task.here.lang);
    let input = markdown::Input {
        text: text.body(),
        file: &text.file.path,
        offset: text.file.cut.body,
        lang,
        source_headings: task.source.filter(|_| lang != cx.site.get(task.ix).language).map(|source| &**source.get()),
        typography: &cx.typography[usize::from(cx.site.lang_ix(lang).0)],
        pictures_above: pictures_above(task),
    };
    markdown::render(&input, site)
}

fn pictures_above(task: &Task<'_>) -> usize {
    usize::from(task.cx.site.get(task.ix).common.image.is_some())
}

fn finish(
    task: &Task<'_>,
    (key, known): (Fingerprint, Arc<KnownBody>),
    html: Option<String>,
    findings: Diagnostics,
) -> RenderedBody {
    let (cx, here) = (task.cx, task.here);
    let (lang, dir) = marked(cx, here, cx.site.text(task.ix, here.lang).1);
    RenderedBody { known, key, html: Mutex::new(html), lang, dir, findings }
}

/// Notes what is asked, and the fingerprint of what is answered.
struct Asked<'a, 'r> {
    resolver: &'r Resolver<'a>,
    questions: RefCell<Vec<Question>>,
    answers: RefCell<Fingerprinter>,
}

fn ask(resolver: &Resolver<'_>, questions: &[Question]) -> Fingerprint {
    let mut answers = Fingerprinter::with_room();
    for question in questions {
        match question {
            Question::Link(destination) => resolver.link(destination).hash(&mut answers),
            Question::Picture(src) => resolver.picture(src).hash(&mut answers),
            Question::Figures(from, show) => {
                let show: Vec<&str> = show.iter().map(String::as_str).collect();
                resolver.figures(from, &show).hash(&mut answers);
            }
        }
    }
    answers.end()
}

impl Asked<'_, '_> {
    fn note<A: std::hash::Hash>(&self, question: Question, answer: A) -> A {
        self.questions.borrow_mut().push(question);
        answer.hash(&mut *self.answers.borrow_mut());
        answer
    }
}

impl Resolve for Asked<'_, '_> {
    fn link(&self, destination: &str) -> Result<Link, Problem> {
        self.note(Question::Link(destination.to_owned()), self.resolver.link(destination))
    }

    fn picture(&self, src: &str) -> Result<Picture, Problem> {
        self.note(Question::Picture(src.to_owned()), self.resolver.picture(src))
    }

    fn figures(&self, from: &str, show: &[&str]) -> Result<Vec<Figure>, Problem> {
        let names = show.iter().map(|id| (*id).to_owned()).collect();
        self.note(Question::Figures(from.to_owned(), names), self.resolver.figures(from, show))
    }

    fn word(&self, id: &str) -> String {
        self.resolver.word(id)
    }

    fn way_back(&self, note: usize) -> String {
        self.resolver.way_back(note)
    }

    fn credit(&self, credit: Option<&str>, licence: Option<&str>) -> String {
        self.resolver.credit(credit, licence)
    }
}
