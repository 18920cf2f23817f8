//! What documents are, and in which folder each kind lives.

/// What a document is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    Page,
    School,
    Cluster,
    CaseStudy,
    Result,
    PolicyPost,
    Country,
    Organisation,
    News,
    Event,
    Term,
    /// Title and introduction of a section's list: `content/<section>/index.md`.
    Section,
}

impl Kind {
    pub const ALL: &'static [Kind] = &[
        Kind::Page,
        Kind::School,
        Kind::Cluster,
        Kind::CaseStudy,
        Kind::Result,
        Kind::PolicyPost,
        Kind::Country,
        Kind::Organisation,
        Kind::News,
        Kind::Event,
        Kind::Term,
        Kind::Section,
    ];

    /// The kind's word: in commands, in Views, in messages (`kind-<word>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Page => "page",
            Kind::School => "school",
            Kind::Cluster => "cluster",
            Kind::CaseStudy => "case-study",
            Kind::Result => "result",
            Kind::PolicyPost => "policy-post",
            Kind::Country => "country",
            Kind::Organisation => "organisation",
            Kind::News => "news",
            Kind::Event => "event",
            Kind::Term => "term",
            Kind::Section => "section",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }

    /// The kind with its article, for messages to contributors.
    pub fn what(self) -> &'static str {
        match self {
            Kind::Page => "a page",
            Kind::School => "a school",
            Kind::Cluster => "a cluster",
            Kind::CaseStudy => "a case study",
            Kind::Result => "a result",
            Kind::PolicyPost => "a policy post",
            Kind::Country => "a country",
            Kind::Organisation => "an organisation",
            Kind::News => "a news item",
            Kind::Event => "an event",
            Kind::Term => "a term",
            Kind::Section => "a section's introduction",
        }
    }

    /// The folder below content/ whose documents are of this kind; pages, terms and sections have no one folder.
    pub fn folder(self) -> Option<&'static str> {
        Some(match self {
            Kind::School => "schools",
            Kind::Cluster => "clusters",
            Kind::CaseStudy => "case-studies",
            Kind::Result => "results",
            Kind::PolicyPost => "policy-exchange",
            Kind::Country => "countries",
            Kind::Organisation => "organisations",
            Kind::News => "news",
            Kind::Event => "events",
            Kind::Page | Kind::Term | Kind::Section => return None,
        })
    }

    /// The kind of the documents of a folder.
    pub fn of_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.folder() == Some(folder))
    }

    /// Whether facts alone make it a page in every language: a document without body and summary is `neutral`.
    pub fn can_be_neutral(self) -> bool {
        matches!(self, Kind::School | Kind::Cluster | Kind::Organisation)
    }
}

/// The sections in the order of the menu.
pub const SECTIONS: &[Kind] = &[
    Kind::CaseStudy,
    Kind::School,
    Kind::Cluster,
    Kind::Country,
    Kind::Result,
    Kind::PolicyPost,
    Kind::Event,
    Kind::News,
    Kind::Organisation,
];

/// The folders below content/terms, one an enumeration.
pub const ENUMERATIONS: &[&str] =
    &["challenges", "enablers", "incentives", "barriers", "activities", "levels", "work-packages"];
