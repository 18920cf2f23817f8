//! Atom (RFC 4287): the newest of each section, in each language.

use std::fmt::Write;

use crate::foundation::Day;
use crate::model::{DocIx, LangIx, Section, newest};

use super::chrome::site_title;
use super::cx::{Cx, escape};
use super::lists::section_title;

/// How many entries a feed has.
const ENTRIES: usize = 20;

/// The documents of a section's feed: dated, in the language's own words, newest first.
pub fn entries(cx: &Cx, lang: LangIx, documents: impl Iterator<Item = DocIx>) -> Vec<(Day, DocIx)> {
    let mut dated: Vec<(Day, DocIx)> =
        documents.filter(|ix| cx.state(lang, *ix).is_own()).filter_map(|ix| Some((changed(cx, ix)?, ix))).collect();
    dated.sort_by_key(|(day, ix)| (std::cmp::Reverse(*day), *ix));
    dated.truncate(ENTRIES);
    dated
}

/// When a document last changed in substance: `updated`, else `date`, else the start of an event.
fn changed(cx: &Cx, ix: DocIx) -> Option<Day> {
    let document = cx.site.get(ix);
    let start = match &document.facts {
        crate::source::facts::Facts::Event(event) => Some(event.start.first_day()),
        crate::source::facts::Facts::Result(result) => {
            result.versions.iter().filter_map(|version| version.date).map(|date| date.last_day()).max()
        }
        _ => None,
    };
    document.common.updated.map(|date| date.last_day()).or_else(|| newest(&cx.site, ix)).or(start)
}

/// The feed of a section, given its entries, which are not empty.
pub fn atom(cx: &Cx, lang: LangIx, section: &Section, entries: &[(Day, DocIx)]) -> String {
    let tag = cx.site.lang(lang);
    let list = &section.routes[usize::from(lang.0)];
    let title = format!("{} – {}", section_title(cx, lang, section.key).text, site_title(cx, lang));
    let author = cx.site.config.project.acronym.clone().unwrap_or_else(|| site_title(cx, lang));
    let updated = entries.iter().map(|(day, _)| *day).max().expect("a feed has entries");
    let mut out = String::with_capacity(512 * (entries.len() + 1));
    let own = escape(&cx.own_address(list)).into_owned();
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n\
         <title>{}</title>\n<id>{own}feed.xml</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}feed.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" hreflang=\"{tag}\" href=\"{own}\"/>\n\
         <updated>{updated}T00:00:00Z</updated>\n<author><name>{}</name></author>\n",
        escape(&title),
        escape(&author),
    );
    for (day, ix) in entries {
        let Some(route) = cx.site.route(*ix, lang) else { continue };
        let (title, summary) = (cx.title(lang, *ix), cx.summary(lang, *ix));
        let address = escape(&cx.own_address(route)).into_owned();
        let attribute = |lang: Option<crate::foundation::Lang>| {
            lang.map(|lang| format!(" xml:lang=\"{lang}\"")).unwrap_or_default()
        };
        // The id stays the same on every mirror, so that a reader of two sees each entry once.
        let _ = write!(
            out,
            "<entry>\n<title{}>{}</title>\n<id>{}</id>\n<link rel=\"alternate\" type=\"text/html\" hreflang=\"{tag}\" href=\"{address}\"/>\n\
             <updated>{day}T00:00:00Z</updated>\n",
            attribute(title.lang),
            escape(&title.text),
            escape(&cx.permalink(route)),
        );
        if !summary.text.is_empty() {
            let _ = writeln!(out, "<summary{}>{}</summary>", attribute(summary.lang), escape(&summary.text));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}
