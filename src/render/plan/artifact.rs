//! What a file of the release shows, in a few numbers.

use crate::model::{DocIx, LangIx};
use crate::render::cite::Format;
use crate::render::generated::GeneratedPage;
use crate::render::share::Topic;

/// A file of the release by what it shows. `language` counts the release's languages, `section` those of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Artifact {
    /// The page of a document that gathers nothing.
    Document {
        language: usize,
        ix: DocIx,
    },
    /// Page `number`, from 1, of a country or a term.
    Gathering {
        language: usize,
        ix: DocIx,
        number: usize,
    },
    /// Page `number`, from 1, of a section's list.
    List {
        language: usize,
        section: usize,
        number: usize,
    },
    /// Page `number`, from 1, of one that no document has.
    Generated {
        language: usize,
        page: GeneratedPage,
        number: usize,
    },
    Chooser,
    /// An old address of a document: the alias of that number.
    Redirect {
        lang: LangIx,
        ix: DocIx,
        alias: usize,
    },
    Feed {
        language: usize,
        section: usize,
    },
    /// All events of a language.
    Calendar {
        language: usize,
        section: usize,
    },
    Event {
        language: usize,
        ix: DocIx,
    },
    /// The references of all that a section's list has.
    References {
        language: usize,
        section: usize,
        format: Format,
    },
    /// A part of a language's sitemap, from 0.
    Sitemap {
        language: usize,
        part: usize,
    },
    Sitemaps,
    Robots,
    /// A published file, by its number.
    File(usize),
    /// A published picture in one of its widths.
    Size {
        file: usize,
        width: u32,
    },
    /// A picture for sharing.
    Card {
        lang: LangIx,
        topic: Topic,
    },
    /// A static file of the theme, by its number.
    Asset(usize),
}
