//! Lists: of a section, and what a country or a term gathers; 20 a page.

use std::collections::BTreeMap;

use crate::i18n::Arg;
use crate::model::{DocIx, LangIx, Route, Section, SectionKey, Site, Titles, in_order};
use crate::source::{Kind, SECTIONS};

use super::cards::Cards;
use super::cx::{Cx, Here};
use super::views::*;

/// How many documents a page of a list shows (design section 3).
pub const PER_PAGE: usize = 20;

/// A list in its order, cut into pages.
pub struct Listing {
    /// Where its first page stands.
    pub route: Route,
    /// Documents with the title of their group; empty for a plain list.
    pub entries: Vec<(Text, DocIx)>,
}

impl Listing {
    pub fn pages(&self) -> usize {
        self.entries.len().div_ceil(PER_PAGE).max(1)
    }
}

/// The documents of each section, by kind and id.
pub fn members(site: &Site) -> BTreeMap<SectionKey, Vec<DocIx>> {
    let mut members: BTreeMap<SectionKey, Vec<DocIx>> = BTreeMap::new();
    for ix in site.all() {
        if let Some(key) = SectionKey::of(site.get(ix)) {
            members.entry(key).or_default().push(ix);
        }
    }
    members
}

/// The documents of a section in a language.
pub fn of_section(cx: &Cx, lang: LangIx, titles: &Titles, section: &Section, members: &[DocIx]) -> Listing {
    let site = &cx.site;
    let kind = match section.key {
        SectionKey::Kind(kind) => kind,
        SectionKey::Enumeration(_) => Kind::Term,
    };
    let present = members.iter().copied().filter(|ix| site.route(*ix, lang).is_some()).collect();
    let mut sorted = in_order(site, kind, titles, present);
    if section.key == SectionKey::Enumeration("work-packages") {
        sorted.sort_by(|a, b| site.get(*a).id.cmp(&site.get(*b).id));
    }
    let route = section.routes[usize::from(lang.0)].clone();
    Listing { route, entries: sorted.into_iter().map(|ix| (Text::default(), ix)).collect() }
}

/// What a country or a term gathers, kind by kind in the order of the menu.
pub fn gathering(cx: &Cx, lang: LangIx, titles: &Titles, ix: DocIx, gathered: &[DocIx]) -> Listing {
    let route = cx.site.route(ix, lang).expect("a page that is made has an address").clone();
    let entries = SECTIONS
        .iter()
        .flat_map(|kind| {
            let of_kind: Vec<DocIx> = gathered.iter().copied().filter(|ix| cx.site.get(*ix).kind == *kind).collect();
            let title = section_title(cx, lang, SectionKey::Kind(*kind));
            let sorted = in_order(&cx.site, *kind, titles, of_kind);
            sorted.into_iter().map(move |ix| (title.clone(), ix))
        })
        .collect();
    Listing { route, entries }
}

/// The title of a section in a language; its folder's name where it has no documents.
pub fn section_title(cx: &Cx, lang: LangIx, key: SectionKey) -> Text {
    match cx.site.section(key) {
        Some(section) => {
            let (title, shown) = &section.titles[usize::from(lang.0)];
            cx.text(lang, title, *shown)
        }
        None => Text::plain(key.folder()),
    }
}

/// The groups of page `number`, from 1.
pub fn groups(cx: &Cx, cards: &Cards, here: &Here, listing: &Listing, number: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (title, ix) in listing.entries.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE) {
        let level = if title.text.is_empty() { Level::Two } else { Level::Three };
        let Some(card) = cards.at(cx, here, level, *ix) else { continue };
        match groups.last_mut() {
            Some(group) if group.title == *title => group.cards.push(card),
            _ => groups.push(Group { title: title.clone(), cards: vec![card] }),
        }
    }
    groups
}

/// Where page `number` is among its siblings; `None` where there is one page only.
pub fn pages(cx: &Cx, here: &Here, listing: &Listing, number: usize) -> Option<Pages> {
    numbered(cx, here, &listing.route, Numbered { current: number, total: listing.pages() })
}

/// A page among its siblings, from 1.
#[derive(Clone, Copy, Debug)]
pub struct Numbered {
    pub current: usize,
    pub total: usize,
}

impl Numbered {
    /// `Page 3 of 20`: so speak nine pages of a page, and each list of so many.
    pub fn words(self, cx: &Cx, lang: LangIx) -> Repeated<String> {
        let Numbered { current, total } = self;
        let words = || Repeated::shared(cx.t(lang, "page-of", &[("page", current.into()), ("pages", total.into())]));
        cx.repeats.page_numbers.get((lang, current, total), words)
    }
}

/// The same for any pages of which the first is at `route`.
pub fn numbered(cx: &Cx, here: &Here, route: &Route, this: Numbered) -> Option<Pages> {
    let Numbered { current: number, total } = this;
    if total == 1 {
        return None;
    }
    let href = |page: usize| cx.href(here, &route.page(page), here.lang);
    // The first, the last, and two on either side; a gap is marked on the number after it.
    let near = |page: &usize| *page == 1 || *page == total || page.abs_diff(number) <= 2;
    let mut numbers: Vec<PageNumber> = Vec::new();
    let mut before = 0;
    for page in (1..=total).filter(near) {
        let href = if page == number { String::new() } else { href(page) };
        let words = Numbered { current: page, total }.words(cx, here.lang);
        numbers.push(PageNumber { number: page, words, href, gap: page != before + 1 });
        before = page;
    }
    Some(Pages {
        current: number,
        total,
        words: this.words(cx, here.lang),
        previous: (number > 1).then(|| href(number - 1)),
        next: (number < total).then(|| href(number + 1)),
        numbers,
    })
}

/// How many there are, as words: of the kind where the section is of one, else of documents.
pub fn count(cx: &Cx, lang: LangIx, key: SectionKey, count: usize) -> String {
    let id = format!("count-{}", key.folder());
    let id = if cx.interface(lang).has(&id) { id } else { "count-documents".to_owned() };
    cx.t(lang, &id, &[("count", Arg::Number(count as f64))])
}

/// Links to narrower lists.
pub fn facets<'a>(cx: &Cx, here: &Here, listed: impl Iterator<Item = (SectionKey, &'a Listing)>) -> Vec<Facet> {
    listed
        .filter_map(|(key, listing)| {
            let links: Vec<Link> = listing
                .entries
                .iter()
                .filter_map(|(_, ix)| {
                    Some(Link { title: cx.title(here.lang, *ix).clone(), href: cx.document_href(here, *ix)?.0 })
                })
                .collect();
            (!links.is_empty()).then(|| Facet {
                key: key.folder(),
                title: section_title(cx, here.lang, key).text,
                links,
            })
        })
        .collect()
}
