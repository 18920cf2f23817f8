//! From the site to its pages.

pub mod markdown;
