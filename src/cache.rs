//! What is remembered from one build to the next, beside what was written.
//!
//! In: results of pure functions, by what went into them. Out: the same results, without the work. Always: never needed;
//! a result is found by everything that it depends on, so that a build with a cache equals one without.

use std::collections::BTreeMap;

use crate::foundation::{Fingerprint, Hash, OutPath};

/// The files of one output as they were made last: what each was made from, and what came of it.
pub type Pages = BTreeMap<OutPath, Page>;

/// See [`Pages`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Page {
    pub fingerprint: Fingerprint,
    pub hash: Hash,
}
