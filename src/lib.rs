//! `mensi-site`: from Markdown in several languages to the MenSI portal.

pub mod config;
pub mod diag;
pub mod foundation;
pub mod i18n;
pub mod model;
pub mod release;
pub mod render;
pub mod source;
pub mod yaml;
