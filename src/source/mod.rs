//! From files to documents.
//!
//! In: a [`Snapshot`], everything that was read from the disk. Out: [`Content`], documents, each with its facts and its
//! text in every language that it has. Always: pure; a file is judged by its path and its bytes alone, and what is wrong
//! with one does not hide what is wrong with another.

mod blocks;
mod collect;
mod document;
pub mod facts;
mod file;
mod group;
mod kind;
mod parse;
mod place;
mod skeleton;
mod snapshot;
pub mod values;

pub use blocks::{Fingerprints, LOCK_NAME, Lock, blocks, fingerprints, locks, write_lock};
pub use collect::{Content, GroupsMemo, Memos, collect};
pub use document::{Cut, Document, SourceFile, Text};
pub use file::{File, Reader};
pub use kind::{ENUMERATIONS, Kind, SECTIONS};
pub use parse::{Parses, entry_ids, schema};
pub use place::{known_id, place, source_of};
pub use skeleton::skeleton;
pub use snapshot::Snapshot;
