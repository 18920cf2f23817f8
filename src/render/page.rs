//! A page that is planned: its View, and nothing else. Rendering it is a pure function of that.

use super::views::*;

/// All that a page shows.
#[derive(Clone, Debug, Hash)]
pub struct View {
    pub page: PageView,
    pub content: Content,
}

/// What the page is about; decides its template.
#[derive(Clone, Debug, Hash)]
pub enum Content {
    Document(Box<DocumentView>),
    Home(Box<DocumentView>, HomeView),
    List(ListView),
    Gathering(ListView),
    Chooser(ChooserView),
    Redirect(RedirectView),
    NotFound,
}
