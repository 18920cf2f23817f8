//! Full-text search in the browser: an index that pagefind's own script reads.
//!
//! In: the records of one language. Out: the files of its index, in the format of pagefind 1.6. Always: the same records
//! give the same bytes under the same names; a name carries the hash of its contents, so that a file with that name never
//! changes; what one record takes is made from that record alone, and is remembered.
//!
//! The indexer of pagefind's library begins anew with all pages each time, in one lock, and knows no Czech or Croatian
//! endings. So its format is written here, page by page and in parallel. Its stemmers, its script and its WebAssembly are
//! the library's own; `build.rs` takes them from it, with an index that ours is held against ([`tests`]).

mod cbor;
mod endings;
mod entry;
mod pack;
mod runtime;
mod spelling;
mod words;

#[cfg(all(test, feature = "search"))]
mod tests;

pub use endings::Endings;
pub use entry::{Entry, Record, compressed};
pub use pack::{Packed, pack};
pub use runtime::{VERSION, file as runtime_file, file_name as runtime_file_name, is_available, wasm};
pub use spelling::spellings;
pub use words::Words;

use crate::foundation::{Hash, Lang};

/// The script of the dialog, by which a theme says that it has one.
pub const DIALOG: &str = "search-dialog.js";

/// A name for contents of a language that no other contents have.
pub(crate) fn name_of(lang: Lang, bytes: &[u8]) -> String {
    format!("{lang}_{}", Hash::of(bytes).short(10))
}
