//! The set of all files of a site.
//!
//! In: the artifacts of a build. Out: a [`Release`], path to bytes. Always: what is in a release is whole; nothing of it
//! depends on the order in which it was rendered.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::foundation::OutPath;

/// All files of the output, rendered.
#[derive(Clone, Default, Debug)]
pub struct Release {
    pub files: BTreeMap<OutPath, Arc<[u8]>>,
}
