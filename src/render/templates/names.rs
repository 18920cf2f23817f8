//! The templates that a page, or a part of many pages, is made with. A document has one of its kind, where the theme does.

pub const CHOOSER: &str = "chooser.html";
pub const DOCUMENT: &str = "document.html";
pub const GATHERING: &str = "gathering.html";
pub const HOME: &str = "home.html";
pub const LIST: &str = "list.html";
pub const NOT_FOUND: &str = "not-found.html";
pub const REDIRECT: &str = "redirect.html";

/// Those that every theme has, itself or through its parents.
pub const NEEDED: [&str; 7] = [CHOOSER, DOCUMENT, GATHERING, HOME, LIST, NOT_FOUND, REDIRECT];

// A theme that lacks one of the others has no such page or part.
pub const COMPARE: &str = "compare.html";
pub const COMPARE_ROW: &str = "compare-row.html";
pub const INDEX: &str = "index.html";
pub const MAP: &str = "map.html";
pub const OFFLINE: &str = "offline.html";
pub const TIMELINE: &str = "timeline.html";

/// Of a card in a list.
pub const CARD: &str = "card.html";
/// Of a fact at a glance.
pub const FACT: &str = "fact.html";
/// Of an entry of the table of contents.
pub const HEADING: &str = "heading.html";
/// Of an entry of the switcher of languages.
pub const LANGUAGE: &str = "language.html";
/// What the embedded `document.html`, `school.html` and `list.html` include: a theme with some of its own may leave them unused,
/// and cannot remove them.
pub const PARTS: [&str; 8] = [
    "parts/cards.html",
    "parts/cite.html",
    "parts/contents.html",
    "parts/facts.html",
    "parts/prose.html",
    "parts/relation.html",
    "parts/relations-long.html",
    "parts/relations-short.html",
];

/// The variable that a template of a list has the cards in, where it reads it.
pub const GROUPS: &str = "groups";

/// The variable that a page has its table of contents in. Names that templates ask for more often come before it: a context is
/// searched in the order of its names.
pub const TOC: &str = "toc";
/// The field of a body that has the headings.
pub const CONTENTS: &str = "contents";

/// The folder of those that are rendered once for many pages.
pub const FRAME: &str = "frame/";

/// All that a theme may lack.
pub const OPTIONAL: [&str; 10] = [CARD, COMPARE, COMPARE_ROW, FACT, HEADING, INDEX, LANGUAGE, MAP, OFFLINE, TIMELINE];
