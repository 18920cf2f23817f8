//! A page that is planned: its View, and nothing else. Rendering it is a pure function of that.

use super::views::*;

/// All that a page shows.
#[derive(Clone, Debug, Hash)]
pub struct View {
    pub page: PageView,
    pub content: Content,
}

/// What a page has that other pages may have, too.
#[derive(Default)]
struct Shared<'a> {
    body: Option<&'a Body>,
    facts: &'a [Repeated<Fact>],
    relations: &'a [Relation],
    latest: &'a [Latest],
    groups: &'a [Group],
}

impl View {
    fn shared(&self) -> Shared<'_> {
        match &self.content {
            Content::Document(document) => Shared {
                body: Some(&document.body),
                facts: &document.facts,
                relations: &document.relations,
                ..Shared::default()
            },
            Content::Home(document, home) => Shared {
                body: Some(&document.body),
                facts: &document.facts,
                relations: &document.relations,
                latest: &home.latest,
                ..Shared::default()
            },
            Content::List(list) | Content::Gathering(list) => {
                Shared { body: Some(&list.body), facts: &list.facts, groups: &list.groups, ..Shared::default() }
            }
            Content::Index(_)
            | Content::Compare(_)
            | Content::Map(_)
            | Content::Timeline(_)
            | Content::Chooser(_)
            | Content::Redirect(_)
            | Content::NotFound
            | Content::Offline => Shared::default(),
        }
    }

    /// The facts at a glance.
    pub fn facts(&self) -> &[Repeated<Fact>] {
        self.shared().facts
    }

    /// The text of the page, where it has one.
    pub fn body(&self) -> Option<&Body> {
        self.shared().body
    }

    /// The cards of all its lists.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        let Shared { relations, latest, groups, .. } = self.shared();
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
