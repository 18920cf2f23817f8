//! From the site to the files of a release.
//!
//! In: a [`crate::model::Site`], the interfaces, a theme. Out: a [`Plan`], every file of the release with its bytes. Always: a
//! template receives data and asks for nothing; a page is a pure function of its View, the templates and the messages of
//! its language.

mod a_to_z;
mod assets;
mod bodies;
mod body;
mod calendar;
mod cards;
mod chrome;
mod cite;
mod compare;
mod cx;
mod document;
mod everywhere;
mod facts;
mod feeds;
mod figures;
mod files;
mod generated;
mod json;
mod json_ld;
mod lists;
mod map;
pub mod markdown;
mod network;
mod next;
mod notices;
mod page;
mod pictures;
mod plan;
mod relations;
mod repeats;
mod resolve;
mod search;
mod seen;
mod share;
mod sitemap;
mod stylesheet;
mod templates;
mod text_width;
pub mod theme;
mod timeline;
pub mod views;

pub use assets::{Assets, assets};
pub use bodies::{Bodies, BodiesMemo, Memos, bodies};
pub use body::BodyMemo;
pub use cx::{Addresses, Cx, LinkStyle};
pub use everywhere::Everywhere;
pub use files::Files;
pub use generated::GeneratedPages;
pub use markdown::Typography;
pub use page::{Content, View};
pub use pictures::{Looks, Shelf};
pub use plan::{Parts, Plan, plan};
pub use repeats::Repeats;
pub use search::{Search, SearchMemo};
pub use share::{Design, design};
pub use templates::{Sources as TemplateSources, Templates, templates, templates_found_sound};
pub use theme::theme;
pub use views::SiteView;
