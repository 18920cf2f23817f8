//! `mensi-site`: from Markdown in several languages to the MenSI portal.

pub mod cli;
pub mod diag;
pub mod foundation;
pub mod io;
pub mod model;
pub mod pipeline;
pub mod release;
pub mod source;
