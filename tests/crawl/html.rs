//! What a page says, read from its tokens: addresses, ids, languages, and whatever a strict policy forbids.
//!
//! In: the bytes of an HTML file. Out: a [`Page`]. Always: nothing is judged here but what no page may have at all.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What an address is there for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A reader follows it.
    Link,
    /// The browser loads it.
    Resource,
}

pub struct Reference {
    pub role: Role,
    pub element: String,
    pub href: String,
    pub is_in_footer: bool,
}

/// A piece of a page as it is compared between a mirror and its origin.
#[derive(PartialEq, Eq, Debug)]
pub enum Piece {
    Markup(String),
    /// An address, which may be written in two ways and mean one place.
    Address(String),
}

#[derive(Default)]
pub struct Page {
    /// The `lang` of the root element.
    pub lang: String,
    pub title: String,
    pub h1: usize,
    pub mains: usize,
    pub ids: Vec<String>,
    /// Ids that attributes such as `aria-controls` name, with the attribute.
    pub id_references: Vec<(String, String)>,
    pub references: Vec<Reference>,
    pub canonical: Vec<String>,
    /// hreflang and address, as they come.
    pub alternates: Vec<(String, String)>,
    /// Absolute addresses of `<meta property="og:…">`.
    pub og_addresses: Vec<String>,
    pub json_ld: Vec<String>,
    pub is_noindex: bool,
    /// It sends the reader on by itself.
    pub is_redirect: bool,
    /// What no page may have.
    pub faults: Vec<String>,
    /// All of head and main.
    pub pieces: Vec<Piece>,
}

impl Page {
    /// The address of `<link rel="canonical">`, where there is one.
    pub fn canonical(&self) -> Option<&str> {
        self.canonical.first().map(String::as_str)
    }
}

/// Reads a page.
pub fn read(html: &str) -> Page {
    let reader = Reader { state: RefCell::new(State { page: Page::default(), ..State::default() }) };
    let tokenizer = Tokenizer::new(reader, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut page = tokenizer.sink.state.into_inner().page;
    if !html.to_ascii_lowercase().starts_with("<!doctype html>") {
        page.faults.push("does not begin with <!doctype html>".to_owned());
    }
    page
}

#[derive(Default)]
struct State {
    page: Page,
    footers: usize,
    /// Within head or main.
    is_compared: bool,
    /// What the text that follows is.
    text: Text,
}

#[derive(Default, PartialEq, Eq)]
enum Text {
    #[default]
    Prose,
    Title,
    JsonLd,
}

struct Reader {
    state: RefCell<State>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.start(&tag),
            Token::TagToken(tag) => state.end(&tag),
            Token::CharacterTokens(text) => state.text(&text),
            Token::ParseError(error) => state.page.faults.push(format!("line {line}: {error}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if matches!(name, "head" | "main") {
            self.is_compared = true;
        }
        self.compare(tag);
        match name {
            "html" => self.page.lang = value(tag, "lang").unwrap_or_default().to_owned(),
            "h1" => self.page.h1 += 1,
            "main" => self.page.mains += 1,
            "footer" => self.footers += 1,
            "style" => self.page.faults.push("an inline <style>".to_owned()),
            "base" => self.page.faults.push("a <base>, which moves every link".to_owned()),
            "meta" => self.meta(tag),
            "link" => self.link(tag),
            _ => {}
        }
        for attribute in &tag.attrs {
            self.attribute(name, &attribute.name.local, &attribute.value);
        }
        self.text = match name {
            "title" if self.page.title.is_empty() => Text::Title,
            "script" if value(tag, "type") == Some("application/ld+json") => {
                self.page.json_ld.push(String::new());
                Text::JsonLd
            }
            "script" if value(tag, "src").is_none() => {
                self.page.faults.push("an inline <script>".to_owned());
                Text::Prose
            }
            _ => Text::Prose,
        };
        match name {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "style" | "iframe" | "noembed" | "noframes" | "xmp" => TokenSinkResult::RawData(RawKind::Rawtext),
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&mut self, tag: &Tag) {
        self.compare(tag);
        match &*tag.name {
            "head" | "main" => self.is_compared = false,
            "footer" => self.footers = self.footers.saturating_sub(1),
            _ => {}
        }
        self.text = Text::Prose;
    }

    fn text(&mut self, text: &str) {
        match self.text {
            Text::Prose => {}
            Text::Title => self.page.title.push_str(text),
            Text::JsonLd => self.page.json_ld.last_mut().expect("begun with its element").push_str(text),
        }
        if self.is_compared {
            self.page.pieces.push(Piece::Markup(text.to_owned()));
        }
    }

    fn compare(&mut self, tag: &Tag) {
        if !self.is_compared {
            return;
        }
        let mut markup = format!("{:?} {}", tag.kind, tag.name);
        for attribute in &tag.attrs {
            markup.push_str(&format!(" {}", attribute.name.local));
            if matches!(&*attribute.name.local, "href" | "src" | "action" | "poster") {
                self.page.pieces.push(Piece::Address(attribute.value.to_string()));
            } else {
                markup.push_str(&format!("={}", attribute.value));
            }
        }
        self.page.pieces.push(Piece::Markup(markup));
    }

    fn attribute(&mut self, element: &str, name: &str, value: &str) {
        let faults = &mut self.page.faults;
        match name {
            "id" => self.page.ids.push(value.to_owned()),
            "style" => faults.push(format!("an inline style of <{element}>: {value}")),
            "lang" if value.is_empty() => faults.push(format!("an empty lang of <{element}>")),
            name if name.starts_with("on") => faults.push(format!("an inline handler of <{element}>: {name}")),
            "for"
            | "headers"
            | "list"
            | "popovertarget"
            | "commandfor"
            | "aria-labelledby"
            | "aria-describedby"
            | "aria-controls"
            | "aria-owns"
            | "aria-details"
            | "aria-activedescendant"
            | "aria-errormessage" => {
                let ids = value.split_ascii_whitespace().map(|id| (name.to_owned(), id.to_owned()));
                self.page.id_references.extend(ids);
            }
            "src" | "poster" | "data" => self.refer(Role::Resource, element, value),
            "srcset" | "imagesrcset" => {
                let candidates = value.split(", ").filter_map(|candidate| candidate.split_ascii_whitespace().next());
                candidates.for_each(|candidate| self.refer(Role::Resource, element, candidate));
            }
            "href" if matches!(element, "use" | "image" | "feimage") => self.refer(Role::Resource, element, value),
            "href" if element != "link" => self.refer(Role::Link, element, value),
            "action" | "formaction" | "cite" => self.refer(Role::Link, element, value),
            _ => {}
        }
    }

    fn link(&mut self, tag: &Tag) {
        let rel = value(tag, "rel").unwrap_or_default().to_ascii_lowercase();
        let has = |word: &str| rel.split_ascii_whitespace().any(|part| part == word);
        let Some(href) = value(tag, "href") else { return };
        if has("canonical") {
            self.page.canonical.push(href.to_owned());
        } else if let Some(hreflang) = value(tag, "hreflang").filter(|_| has("alternate")) {
            self.page.alternates.push((hreflang.to_owned(), href.to_owned()));
        } else if ["alternate", "next", "prev", "license", "author", "help", "me"].into_iter().any(has) {
            self.refer(Role::Link, "link", href);
        } else {
            self.refer(Role::Resource, "link", href);
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let content = value(tag, "content").unwrap_or_default();
        let is =
            |attribute: &str, wanted: &str| value(tag, attribute).is_some_and(|it| it.eq_ignore_ascii_case(wanted));
        if is("name", "robots") && content.contains("noindex") {
            self.page.is_noindex = true;
        }
        if is("http-equiv", "refresh") {
            self.page.is_redirect = true;
            match content.split_once("url=") {
                Some((_, url)) => self.refer(Role::Link, "meta", url),
                None => self.page.faults.push(format!("a refresh without an address: {content}")),
            }
        }
        if is("http-equiv", "set-cookie") {
            self.page.faults.push("a cookie".to_owned());
        }
        if ["og:url", "og:image"].into_iter().any(|property| is("property", property)) {
            self.page.og_addresses.push(content.to_owned());
        }
    }

    fn refer(&mut self, role: Role, element: &str, href: &str) {
        let is_in_footer = self.footers > 0;
        self.page.references.push(Reference { role, element: element.to_owned(), href: href.to_owned(), is_in_footer });
    }
}

fn value<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_with_what_it_loads_and_must_not_have() {
        let page = read(
            "<!doctype html><html lang=cs><title>A &amp; B</title><link rel=stylesheet href=a.css>\
             <script>alert('<h1>')</script><main><h1 id=x style=a>T</h1><a href='b/#y' onclick=z>b</a>\
             <img src=c.png srcset='d.png 1x, e.png 2x'></main><footer><a href=f>f</a></footer>",
        );
        assert_eq!((page.lang.as_str(), page.title.as_str(), page.h1, page.mains), ("cs", "A & B", 1, 1));
        let hrefs: Vec<&str> = page.references.iter().map(|reference| reference.href.as_str()).collect();
        assert_eq!(hrefs, ["a.css", "b/#y", "c.png", "d.png", "e.png", "f"]);
        let links = page.references.iter().filter(|reference| reference.role == Role::Link);
        assert_eq!(links.map(|link| link.is_in_footer).collect::<Vec<_>>(), [false, true]);
        assert_eq!(page.faults.len(), 3, "{:?}", page.faults);
    }
}
