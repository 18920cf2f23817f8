//! `mensi-site`: from Markdown in several languages to the MenSI portal.
//!
//! The pipeline, of which only the two ends touch the disk:
//!
//! ```text
//! io::Sources → Snapshot → source::collect → Content → model::assemble → Site
//!             → render::plan → Plan, which makes each file when it is asked for → io::Target
//! ```
//!
//! What always holds: what lies between the ends is a pure function of the snapshot and the options; a template receives
//! data and asks for nothing; everything that a user got wrong is collected and shown together; the same input gives the
//! same bytes. ARCHITECTURE.md says the rest.

pub mod cache;
pub mod cli;
pub mod config;
pub mod diag;
pub mod foundation;
pub mod i18n;
pub mod io;
pub mod memo;
pub mod model;
pub mod pipeline;
pub mod release;
pub mod render;
pub mod search;
pub mod source;
pub mod yaml;
