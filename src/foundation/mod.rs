//! The nouns that every other module shares: paths, languages, hashes and dates.
//!
//! In: nothing. Out: small value types without behaviour beyond parsing, comparing and showing themselves.
//! Always: no value here is half built; a `SourcePath` has no `..`, an `Id` is `[a-z0-9-]+`, a `Date` exists.

mod bytes;
mod date;
mod fold;
mod hash;
mod lang;
mod path;
mod percent;
mod slug;

pub(crate) use bytes::{any_byte, may_have_control};
pub use date::{Date, Day};
pub use fold::{FOLDED_LETTERS, fold};
pub(crate) use hash::written;
pub use hash::{Fingerprint, Fingerprinter, Hash};
pub use lang::Lang;
pub use path::{Id, OutPath, SourcePath, Url};
pub(crate) use percent::{Encoding, decoded, push_encoded};
pub(crate) use slug::{is_slug, slug_of};
