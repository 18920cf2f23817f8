//! The site that `serve` shows: the last good one, each page made when somebody asks for it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, RwLock};

use crate::foundation::OutPath;
use crate::io::serve::Preview;
use crate::pipeline::Built;
use crate::release::{Artifacts, Made, MadeFrom};
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
    problem: Option<String>,
}

const WHOLE: &str = "no thread fails while it holds what is shown";

impl Shown {
    fn state(&self) -> State {
        self.state.read().expect(WHOLE).clone()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.write().expect(WHOLE));
    }

    /// A new site, of whose pages nothing is known yet.
    pub fn show(&self, built: Arc<Built>) {
        self.change(|state| {
            state.newest = Some(built);
            state.problem = None;
        });
    }

    /// All pages of the newest site can be made.
    pub fn approve(&self) {
        self.change(|state| state.good = state.newest.clone());
    }

    /// What is wrong with the newest sources; the last good site stays.
    pub fn complain(&self, problem: String) {
        self.change(|state| {
            state.newest = state.good.clone().or_else(|| state.newest.clone());
            state.problem = Some(problem);
        });
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
        match plan.make(path, kept.as_ref().map(|(from, _)| *from)) {
            Made::Known(_) => kept.map(|(_, bytes)| bytes),
            Made::New(_, rendered) if rendered.findings.has_errors() => None,
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

impl Preview for Shown {
    fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        let path = OutPath::new(path)?;
        let state = self.state();
        [state.newest, state.good].into_iter().flatten().find_map(|built| self.page(&built, &path))
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
        self.state().problem
    }
}
