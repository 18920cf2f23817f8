//! The site that `serve` shows: the last good one, each page made when somebody asks for it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, RwLock};

use crate::foundation::OutPath;
use crate::io::serve::Preview;
use crate::pipeline::Built;
use crate::release::{Artifacts, Bytes, Made, MadeFrom, Passage, Previous, Rendered};
use crate::render::Plan;

/// How many pages are kept, so that the same page is not rendered for each look at it.
const MOST: usize = 2000;

/// See the module.
#[derive(Default)]
pub(super) struct Shown {
    state: RwLock<State>,
    pages: Mutex<Kept>,
}

/// Pages as they were rendered, by what they were made from.
type Kept = HashMap<OutPath, (MadeFrom, Arc<[u8]>)>;

#[derive(Clone, Default)]
struct State {
    /// The newest site of which no error is known.
    newest: Option<Arc<Built>>,
    /// The newest site of which all pages have been made without an error; stands in for a page that `newest` cannot make.
    good: Option<Arc<Built>>,
    problem: Option<Problem>,
}

/// What is wrong with the newest sources.
#[derive(Clone)]
enum Problem {
    /// There is no site of them.
    OfSite(String),
    /// Pages cannot be made: whether that is mended is known when all of them have been.
    OfPages(String),
}

const WHOLE: &str = "no thread fails while it holds what is shown";

impl Shown {
    fn state(&self) -> State {
        self.state.read().expect(WHOLE).clone()
    }

    /// What is replaced is given back: a site takes as long to be taken apart as to be put together, and nobody who asks
    /// for a page is to wait for that.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.write().expect(WHOLE))
    }

    /// A new site, of whose pages nothing is known yet. The site that it replaces is given back.
    pub fn show(&self, built: Arc<Built>) -> Option<Arc<Built>> {
        if let Some(plan) = &built.plan {
            self.pages().retain(|path, _| plan.has(path));
        }
        self.change(|state| {
            state.problem = state.problem.take().filter(|problem| matches!(problem, Problem::OfPages(_)));
            state.newest.replace(built)
        })
    }

    /// All pages of the newest site can be made. The site that was good before is given back.
    pub fn approve(&self) -> Option<Arc<Built>> {
        self.change(|state| {
            state.problem = state.problem.take().filter(|problem| matches!(problem, Problem::OfSite(_)));
            std::mem::replace(&mut state.good, state.newest.clone())
        })
    }

    /// There is no site of the newest sources; the last one stays.
    pub fn complain(&self, problem: String) {
        self.change(|state| state.problem = Some(Problem::OfSite(problem)));
    }

    /// Pages of the newest site cannot be made.
    pub fn complain_of_pages(&self, problem: String) {
        self.change(|state| state.problem = Some(Problem::OfPages(problem)));
    }

    /// The newest site of which no error is known.
    pub fn newest(&self) -> Option<Arc<Built>> {
        self.state().newest
    }

    fn pages(&self) -> MutexGuard<'_, Kept> {
        self.pages.lock().expect(WHOLE)
    }

    /// `None` where the site has no such file, or cannot make it.
    fn page(&self, built: &Built, path: &OutPath) -> Option<Arc<[u8]>> {
        let plan = built.plan.as_ref().filter(|plan| plan.has(path))?;
        let kept = self.pages().get(path).cloned();
        let passage = |at: Passage| kept.as_ref()?.1.get(at.start as usize..at.end as usize).map(<[u8]>::to_vec);
        let last = kept.as_ref().map(|(from, _)| Previous { from: *from, passage: &passage });
        match plan.make(path, last) {
            Made::Known(from) => {
                let (_, bytes) = kept?;
                self.pages().insert(path.clone(), (from, bytes.clone()));
                Some(bytes)
            }
            Made::New(_, rendered) if rendered.findings.has_errors() || is_misread(&rendered) => None,
            Made::New(from, rendered) => {
                let bytes: Arc<[u8]> = rendered.bytes.into();
                let mut pages = self.pages();
                if pages.len() >= MOST {
                    pages.clear();
                }
                pages.insert(path.clone(), (from, bytes.clone()));
                Some(bytes)
            }
        }
    }

    fn plan<T>(&self, ask: impl FnOnce(&Plan) -> T) -> Option<T> {
        self.state().newest.as_ref()?.plan.as_ref().map(ask)
    }
}

/// Whether this is a file that is not what it was when it was looked at, and is only read now: what stands there is of a
/// later site, or nothing.
fn is_misread(rendered: &Rendered) -> bool {
    matches!(&rendered.bytes, Bytes::Source(file) if file.is_misread())
}

impl Preview for Shown {
    fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        let path = OutPath::new(path)?;
        let State { newest, good, .. } = self.state();
        let newest = newest?;
        self.page(&newest, &path).or_else(|| {
            // Not what the newest site has no more, only what it cannot make.
            let failed = newest.plan.as_ref().is_some_and(|plan| plan.has(&path));
            good.filter(|_| failed).and_then(|good| self.page(&good, &path))
        })
    }

    fn languages(&self) -> Vec<String> {
        self.plan(|plan| plan.hosted().map(|lang| lang.to_string()).collect()).unwrap_or_default()
    }

    fn base_path(&self) -> String {
        self.plan(Plan::base_path).unwrap_or_else(|| "/".to_owned())
    }

    fn stylesheets(&self) -> BTreeMap<String, String> {
        let of = |plan: &Plan| {
            let assets = plan.assets();
            let names = assets.names().filter(|name| name.ends_with(".css"));
            names.filter_map(|name| Some((name.to_owned(), assets.find(name)?.to_owned()))).collect()
        };
        self.plan(of).unwrap_or_default()
    }

    fn problem(&self) -> Option<String> {
        match self.state().problem? {
            Problem::OfSite(text) | Problem::OfPages(text) => Some(text),
        }
    }
}
