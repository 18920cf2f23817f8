//! What surrounds a page: name of the site, menu, footer, switcher, canonical and alternates, the way back home.

use std::borrow::Cow;

use crate::foundation::Lang;
use crate::model::{DocIx, LangIx, Route, SectionKey, State};
use crate::source::facts::Facts;
use crate::source::{Kind, SECTIONS};

use super::cx::{Cx, Here, LinkStyle};
use super::generated::GeneratedPage;
use super::lists::{Numbered, section_title};
use super::views::*;

/// What a page is, for its surroundings.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    Document(DocIx),
    /// Page `number` of a list; `pages` has the number of its pages in each language.
    List {
        section: &'a crate::model::Section,
        number: usize,
        pages: &'a [usize],
    },
    /// Page `number`, from 2, of what a country or a term gathers.
    Gathering {
        document: DocIx,
        number: usize,
        pages: &'a [usize],
    },
    /// Page `number` of a page that no document has.
    Generated {
        page: GeneratedPage,
        number: usize,
    },
}

/// The name of the site, its menu and its footer, for pages of one language and depth.
pub fn site_view(cx: &Cx, here: &Here, mirror: Option<&crate::config::Mirror>) -> SiteView {
    let config = &cx.site.config;
    let lang = cx.site.lang(here.lang);
    let project = &config.project;
    let home = Route::home(lang);
    SiteView {
        title: site_title(cx, here.lang),
        lang,
        language: cx.interface(here.lang).language_name(lang).to_string(),
        dir: lang.direction(),
        root: here.root.clone(),
        home: cx.href(here, &home, here.lang),
        menu: menu(cx, here),
        index: cx.generated_link(here, GeneratedPage::Index),
        search: cx.search,
        served: cx.addresses.links == LinkStyle::Pages,
        project: ProjectView {
            acronym: project.acronym.clone(),
            grant: project.grant.clone(),
            programme: project.programme.clone(),
            period: project.start.map(|start| cx.range(here.lang, start, project.end)),
            email: project.email.clone(),
            hashtag: project.hashtag.clone(),
            coordinator: project
                .coordinator
                .as_ref()
                .and_then(|id| cx.site.find(Kind::Organisation, id.as_str()))
                .and_then(|ix| {
                    Some(Link { title: cx.title(here.lang, ix).clone(), href: cx.document_href(here, ix)?.0 })
                }),
        },
        legal: legal(cx, here),
        mirror: mirror.map(|mirror| MirrorView {
            host: mirror
                .host
                .clone()
                .unwrap_or_else(|| mirror.base_url.as_str().split('/').nth(2).unwrap_or_default().to_owned()),
            contact: mirror.contact.clone(),
            origin: cx.addresses.origin.as_str().to_owned(),
        }),
    }
}

/// The title of the site in a language.
pub fn site_title(cx: &Cx, lang: LangIx) -> String {
    let lang = cx.site.lang(lang);
    cx.site.config.title.get(lang, &cx.site.config.after(lang)).to_owned()
}

fn menu(cx: &Cx, here: &Here) -> Vec<MenuItem> {
    let mut pages: Vec<(u32, DocIx)> = cx
        .site
        .of_kind(Kind::Page)
        .filter_map(|ix| match &cx.site.get(ix).facts {
            Facts::Page(page) => Some((page.menu.as_ref()?.order, ix)),
            _ => None,
        })
        .collect();
    pages.sort();
    let pages = pages.into_iter().filter_map(|(_, ix)| {
        let label =
            cx.first(here.lang, ix, |text| Some(text.words.menu_label.as_deref().unwrap_or(&text.words.title)))?;
        Some(MenuItem { key: cx.site.get(ix).id.to_string(), title: label, href: cx.document_href(here, ix)?.0 })
    });
    let sections =
        SECTIONS.iter().filter_map(|kind| cx.site.section(SectionKey::Kind(*kind))).map(|section| MenuItem {
            key: section.key.folder().to_owned(),
            title: section_title(cx, here.lang, section.key),
            href: cx.href(here, &section.routes[usize::from(here.lang.0)], here.lang),
        });
    sections.chain(pages).collect()
}

/// The menu entry of a page: its own, else that of the nearest page above it that has one, else none.
pub fn menu_key(cx: &Cx, ix: DocIx) -> String {
    let id = cx.site.get(ix).id.as_str();
    let above = id.rmatch_indices('/').map(|(end, _)| &id[..end]);
    let in_menu = |id: &&str| {
        let page = cx.site.find(Kind::Page, id).map(|ix| &cx.site.get(ix).facts);
        matches!(page, Some(Facts::Page(page)) if page.menu.is_some())
    };
    std::iter::once(id).chain(above).find(in_menu).unwrap_or_default().to_owned()
}

fn legal(cx: &Cx, here: &Here) -> Vec<LegalLink> {
    let legal = &cx.site.config.legal;
    [("accessibility", &legal.accessibility), ("privacy", &legal.privacy), ("licence", &legal.licence)]
        .into_iter()
        .filter_map(|(role, id)| {
            let ix = cx.site.find(Kind::Page, id.as_ref()?.as_str())?;
            Some(LegalLink { role, title: Text::clone(cx.title(here.lang, ix)), href: cx.document_href(here, ix)?.0 })
        })
        .collect()
}

/// A page's own frame, before what its content adds.
pub fn page_view(cx: &Cx, here: &Here, subject: Subject<'_>) -> PageView {
    let standings = standings(cx, subject);
    let own = &standings[usize::from(here.lang.0)];
    PageView {
        title: String::new(),
        description: String::new(),
        kind: "page",
        section: String::new(),
        canonical: canonical(cx, &standings, own).map(|route| cx.permalink(route)),
        alternates: alternates_of(cx, subject, &standings),
        breadcrumbs: Vec::new(),
        languages: languages(cx, here, subject, &standings),
        notices: Vec::new(),
        feeds: Vec::new(),
        json_ld: Ready::default(),
        card: None,
        noindex: !own.state.is_own(),
    }
}

/// How a subject stands in one language.
struct Standing<'a> {
    lang: Lang,
    state: State,
    /// Where, if it does.
    route: Option<Cow<'a, Route>>,
}

/// How the subject stands in each language of the site.
fn standings<'a>(cx: &'a Cx, subject: Subject<'a>) -> Vec<Standing<'a>> {
    let of = |(ix, lang)| {
        let route = route_in(cx, subject, ix);
        let state = match subject {
            Subject::Document(document) => cx.state(ix, document),
            Subject::Gathering { document, .. } if route.is_some() => cx.state(ix, document),
            // A list stands in every language, whatever its entries do.
            Subject::List { .. } | Subject::Generated { .. } if route.is_some() => State::Translated,
            Subject::List { .. } | Subject::Gathering { .. } | Subject::Generated { .. } => State::Absent,
        };
        Standing { lang, state, route }
    };
    cx.site.languages().map(of).collect()
}

/// Where the subject stands in a language, if it does.
fn route_in<'a>(cx: &'a Cx, subject: Subject<'a>, lang: LangIx) -> Option<Cow<'a, Route>> {
    let page = |route: &'a Route, number, pages: usize| {
        (number <= pages).then(|| match number {
            1 => Cow::Borrowed(route),
            number => Cow::Owned(route.page(number)),
        })
    };
    let of = usize::from(lang.0);
    match subject {
        Subject::Document(ix) => cx.site.route(ix, lang).map(Cow::Borrowed),
        Subject::List { section, number, pages } => page(&section.routes[of], number, pages[of]),
        Subject::Gathering { document, number, pages } => page(cx.site.route(document, lang)?, number, pages[of]),
        Subject::Generated { page: of, number } => {
            page(cx.generated.route(of, lang)?, number, cx.generated.pages(of, lang))
        }
    }
}

/// The page that is named as the one to cite: itself, or for a fallback the page that it shows.
fn canonical<'s>(cx: &Cx, standings: &'s [Standing<'_>], own: &'s Standing<'_>) -> Option<&'s Route> {
    match own.state {
        State::Fallback { shows } => standings[usize::from(cx.site.lang_ix(shows).0)].route.as_deref(),
        State::Absent => None,
        _ => own.route.as_deref(),
    }
}

/// The page in each language that has it as its own, `x-default` last: the chooser for home, else the site's default
/// language, else the language that it was written in.
pub fn alternates(cx: &Cx, subject: Subject<'_>) -> Repeated<Alternates> {
    alternates_of(cx, subject, &standings(cx, subject))
}

fn alternates_of(cx: &Cx, subject: Subject<'_>, standings: &[Standing<'_>]) -> Repeated<Alternates> {
    let make = || Alternates::from(make_alternates(cx, subject, standings));
    match subject {
        Subject::Document(ix) => cx.repeats.alternates(ix, make),
        Subject::List { .. } | Subject::Gathering { .. } | Subject::Generated { .. } => Repeated::own(make()),
    }
}

fn make_alternates(cx: &Cx, subject: Subject<'_>, standings: &[Standing<'_>]) -> Vec<Alternate> {
    let mut alternates = Vec::with_capacity(standings.len() + 1);
    let mut own: Vec<Lang> = Vec::with_capacity(standings.len());
    for standing in standings.iter().filter(|standing| standing.state.is_own()) {
        let Some(route) = &standing.route else { continue };
        own.push(standing.lang);
        alternates.push(Alternate { lang: Some(standing.lang), href: cx.permalink(route) });
    }
    let is_home = matches!(subject, Subject::Document(ix) if is_home(cx, ix));
    let source = match subject {
        Subject::Document(ix) => Some(cx.site.get(ix).language),
        _ => None,
    };
    let default = if is_home {
        Some(cx.addresses.origin.as_str().to_owned())
    } else {
        let of = |wanted: Lang| own.iter().position(|lang| *lang == wanted);
        let default = of(cx.site.config.default_language).or_else(|| of(source?)).unwrap_or(0);
        alternates.get(default).map(|alternate| alternate.href.clone())
    };
    alternates.extend(default.map(|href| Alternate { lang: None, href }));
    alternates
}

/// Whether a document is the home page.
pub fn is_home(cx: &Cx, ix: DocIx) -> bool {
    let document = cx.site.get(ix);
    document.kind == Kind::Page && document.id.as_str() == "index"
}

/// All languages of the site, for the switcher.
fn languages(cx: &Cx, here: &Here, subject: Subject<'_>, standings: &[Standing<'_>]) -> Languages {
    let make = || language_links(cx, here, subject, standings);
    let links = match subject {
        // Their pages differ in language and, where a section lies deeper in one of them, in depth.
        Subject::Document(ix) => cx.repeats.languages(ix, &here.root, make),
        Subject::List { .. } | Subject::Gathering { .. } | Subject::Generated { .. } => Repeated::own(make()),
    };
    Languages { here: cx.site.lang(here.lang), links }
}

/// The links for pages in all languages that are as deep as this one.
fn language_links(cx: &Cx, here: &Here, subject: Subject<'_>, standings: &[Standing<'_>]) -> Vec<LanguageLink> {
    let interface = cx.interface(here.lang);
    let of = |((ix, lang), standing): ((LangIx, Lang), &Standing<'_>)| {
        let route = standing.route.as_deref().or_else(|| first_page(cx, subject, ix));
        let origin = !cx.addresses.hosted.contains(&ix);
        let file = file_in(cx, subject, ix).filter(|_| ix != here.lang && !origin);
        let state = match (route, standing.state) {
            (None, _) if file.is_none() => "absent",
            (Some(_), State::Fallback { .. }) => "fallback",
            _ => "available",
        };
        LanguageLink {
            lang,
            name: interface.language_name(lang),
            href: match (route, file) {
                (Some(route), _) => cx.href(here, route, ix),
                (None, Some(file)) => cx.file_href(here, file),
                (None, None) => cx.href(here, &Route::home(lang), ix),
            },
            state,
            origin,
        }
    };
    cx.site.languages().zip(standings).map(of).collect()
}

/// Where a list has fewer pages in another language, its first page.
fn first_page<'a>(cx: &'a Cx, subject: Subject<'a>, lang: LangIx) -> Option<&'a Route> {
    match subject {
        Subject::List { section, .. } => Some(&section.routes[usize::from(lang.0)]),
        Subject::Gathering { document, .. } => cx.site.route(document, lang),
        Subject::Generated { page, .. } => cx.generated.route(page.whole(), lang),
        Subject::Document(_) => None,
    }
}

/// The file that the subject is in a language, where it is at no address as documents have.
fn file_in<'a>(cx: &'a Cx, subject: Subject<'_>, lang: LangIx) -> Option<&'a str> {
    match subject {
        Subject::Generated { page, .. } => cx.generated.file(page, lang),
        Subject::Document(_) | Subject::List { .. } | Subject::Gathering { .. } => None,
    }
}

/// The way from home to a document; the document itself comes last, without a link.
pub fn breadcrumbs(cx: &Cx, here: &Here, ix: DocIx) -> Vec<Repeated<Link>> {
    let document = cx.site.get(ix);
    let mut way = vec![home(cx, here)];
    if let Some(section) = SectionKey::of(document).and_then(|key| cx.site.section(key)) {
        way.push(section_link(cx, here, section));
    }
    if document.kind == Kind::Page {
        let id = document.id.as_str();
        let above = id.match_indices('/').filter_map(|(end, _)| cx.site.find(Kind::Page, &id[..end]));
        let above = above.filter_map(|ix| {
            Some(Repeated::own(Link { title: cx.title(here.lang, ix).clone(), href: cx.document_href(here, ix)?.0 }))
        });
        way.extend(above);
    }
    way.push(Repeated::own(Link { title: cx.title(here.lang, ix).clone(), href: String::new() }));
    way
}

/// Says of page `current` of a list or the like which one it is, in its title and at the end of the way to it; the first is
/// what the way ends with already.
pub fn number_page(cx: &Cx, here: &Here, page: &mut PageView, number: Numbered) {
    if number.current == 1 {
        if let Some(last) = page.breadcrumbs.last_mut() {
            *last = Repeated::own(Link { href: String::new(), ..Link::clone(last) });
        }
        return;
    }
    let words = number.words(cx, here.lang);
    page.title = [&page.title, " – ", &words].concat();
    page.breadcrumbs.push(Repeated::own(Link { title: Repeated::own(Text::plain(&*words)), href: String::new() }));
}

/// A link to the home page.
pub fn home(cx: &Cx, here: &Here) -> Repeated<Link> {
    cx.repeats.links.get(("home", here), || {
        let route = Route::home(cx.site.lang(here.lang));
        let title = Repeated::own(Text::plain(cx.t(here.lang, "home", &[])));
        Repeated::shared(Link { title, href: cx.href(here, &route, here.lang) })
    })
}

/// A link to the list of a section.
pub fn section_link(cx: &Cx, here: &Here, section: &crate::model::Section) -> Repeated<Link> {
    cx.repeats.links.get(("section", here, section.key), || {
        let title = Repeated::own(section_title(cx, here.lang, section.key));
        Repeated::shared(Link { title, href: cx.href(here, &section.routes[usize::from(here.lang.0)], here.lang) })
    })
}
