//! `mensi-site`: from Markdown in several languages to the MenSI portal.

pub mod cli;
pub mod config;
pub mod diag;
pub mod foundation;
pub mod i18n;
pub mod io;
pub mod model;
pub mod pipeline;
pub mod release;
pub mod render;
pub mod source;
pub mod yaml;
