//! A page that is planned: its View, and nothing else. Rendering it is a pure function of that.

use super::views::*;

/// All that a page shows.
#[derive(Clone, Debug, Hash)]
pub struct View {
    pub page: PageView,
    pub content: Content,
}

impl View {
    /// The text of the page, where it has one.
    pub fn body(&self) -> Option<&Body> {
        match &self.content {
            Content::Document(document) | Content::Home(document, _) => Some(&document.body),
            Content::List(list) | Content::Gathering(list) => Some(&list.body),
            Content::Index(_)
            | Content::Compare(_)
            | Content::Map(_)
            | Content::Timeline(_)
            | Content::Chooser(_)
            | Content::Redirect(_)
            | Content::NotFound
            | Content::Offline => None,
        }
    }

    /// The facts at a glance.
    pub fn facts(&self) -> &[Repeated<Fact>] {
        match &self.content {
            Content::Document(document) | Content::Home(document, _) => &document.facts,
            Content::List(list) | Content::Gathering(list) => &list.facts,
            Content::Index(_)
            | Content::Compare(_)
            | Content::Map(_)
            | Content::Timeline(_)
            | Content::Chooser(_)
            | Content::Redirect(_)
            | Content::NotFound
            | Content::Offline => &[],
        }
    }

    /// The cards of all its lists.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        let (relations, latest, groups): (&[Relation], &[Latest], &[Group]) = match &self.content {
            Content::Document(document) => (&document.relations, &[], &[]),
            Content::Home(document, home) => (&document.relations, &home.latest, &[]),
            Content::List(list) | Content::Gathering(list) => (&[], &[], &list.groups),
            Content::Index(_)
            | Content::Compare(_)
            | Content::Map(_)
            | Content::Timeline(_)
            | Content::Chooser(_)
            | Content::Redirect(_)
            | Content::NotFound
            | Content::Offline => (&[], &[], &[]),
        };
        let relations = relations.iter().map(|relation| &relation.cards);
        let latest = latest.iter().map(|latest| &latest.cards);
        relations.chain(latest).chain(groups.iter().map(|group| &group.cards)).flatten()
    }
}

/// What the page is about; decides its template.
#[derive(Clone, Debug, Hash)]
pub enum Content {
    Document(Box<DocumentView>),
    Home(Box<DocumentView>, HomeView),
    List(ListView),
    Gathering(ListView),
    Compare(CompareView),
    Map(Box<NetworkMapView>),
    Timeline(Box<TimelineView>),
    Index(IndexView),
    Chooser(ChooserView),
    Redirect(RedirectView),
    NotFound,
    Offline,
}
