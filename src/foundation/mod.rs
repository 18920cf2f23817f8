//! The nouns that every other module shares: paths, languages, hashes and dates.
//!
//! In: nothing. Out: small value types without behaviour beyond parsing, comparing and showing themselves.
//! Always: no value here is half built; a `SourcePath` has no `..`, an `Id` is `[a-z0-9-]+`, a `Date` exists.

mod bytes;
mod date;
mod hash;
mod lang;
mod path;

pub(crate) use bytes::any_byte;
pub use date::{Date, Day};
pub use hash::{Fingerprint, Fingerprinter, Hash};
pub use lang::Lang;
pub(crate) use path::is_slug;
pub use path::{Id, OutPath, SourcePath, Url};
