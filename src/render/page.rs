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
            Content::Map(_) | Content::Timeline(_) | Content::Chooser(_) | Content::Redirect(_) | Content::NotFound => {
                None
            }
        }
    }

    /// The cards of all its lists.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        let (relations, latest, groups): (&[Relation], &[Latest], &[Group]) = match &self.content {
            Content::Document(document) => (&document.relations, &[], &[]),
            Content::Home(document, home) => (&document.relations, &home.latest, &[]),
            Content::List(list) | Content::Gathering(list) => (&[], &[], &list.groups),
            Content::Map(_) | Content::Timeline(_) | Content::Chooser(_) | Content::Redirect(_) | Content::NotFound => {
                (&[], &[], &[])
            }
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
    Map(Box<NetworkMapView>),
    Timeline(Box<TimelineView>),
    Chooser(ChooserView),
    Redirect(RedirectView),
    NotFound,
}
