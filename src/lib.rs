//! `mensi-site`: from Markdown in several languages to the MenSI portal.

pub mod diag;
pub mod foundation;
pub mod io;
pub mod release;
pub mod source;
