//! From files to documents.
//!
//! In: a [`Snapshot`], everything that was read from the disk. Out: documents, each with its facts and its text in every
//! language that it has. Always: pure; a file is judged by its path and its bytes alone.

mod snapshot;

pub use snapshot::{Bytes, Snapshot};
