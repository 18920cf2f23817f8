//! Pictures for sharing: what other sites show beside a link to a page, 1200 × 630 pixels.
//!
//! In: the theme's `cards/card.svg` with a font beside it, and the words of a card. Out: which cards a site has, where they
//! are, and each as a PNG. Always: a card is a function of the design and its words, and shows nobody.

mod draw;
mod face;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use crate::config::Cards;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Fingerprint, SourcePath};
use crate::model::{DocIx, LangIx, SectionKey, countries_of};
use crate::source::{File, Kind, Snapshot};
use crate::yaml::CountryCode;

use super::chrome;
use super::cx::Cx;
use super::lists::section_title;
use super::theme::Theme;
use draw::Background;
use face::Face;

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// What a card is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Topic {
    /// The site: its home page, and pages of their own.
    Site,
    /// The list of a section.
    Section(SectionKey),
    /// Every document of a kind, from one country where it is from one.
    Kind(Kind, Option<CountryCode>),
    /// One document, where mensi.yaml says `cards: page`.
    Document(DocIx),
}

/// What stands on a card.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Card {
    title: String,
    line: String,
    site: String,
    rtl: bool,
}

impl Card {
    fn words_of(&self, name: &str) -> &str {
        match name {
            "title" => &self.title,
            "line" => &self.line,
            _ => &self.site,
        }
    }

    /// What it says, for those who do not see it.
    pub fn alt(&self) -> String {
        let words = [&self.title, &self.line, &self.site];
        words.into_iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// The boxes that a design may have for words.
const BOXES: [&str; 3] = ["site", "title", "line"];

/// Where words stand, in pixels.
#[derive(Clone, Debug)]
struct Box {
    name: &'static str,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
    colour: [u8; 3],
    /// The largest that they may be.
    size: f32,
}

impl Box {
    fn rows(&self) -> Range<u32> {
        self.y..self.y + self.height
    }

    /// The pixels of one of its rows.
    fn row(&self, y: u32) -> Range<usize> {
        let start = (y * WIDTH + self.x) as usize;
        start..start + self.width as usize
    }
}

/// How a theme wants its cards.
pub struct Design {
    path: SourcePath,
    drawing: File,
    font: File,
    boxes: Vec<Box>,
    background: OnceLock<Result<Background, String>>,
    fingerprint: Fingerprint,
    /// One for each page, or one a kind, country and language.
    each: bool,
}

/// The folder of a theme that has its design.
const FOLDER: &str = "cards";
const DRAWING: &str = "card.svg";

/// The design of a theme; `None` where it has none or the site wants no cards.
pub fn design(snapshot: &Snapshot, theme: &Theme, cards: Cards, findings: &mut Diagnostics) -> Option<Design> {
    if cards == Cards::None {
        return None;
    }
    let files: BTreeMap<_, _> = theme.files(snapshot, FOLDER).collect();
    let (path, drawing) = *files.get(DRAWING)?;
    let mut wrong = |message: String, help: &str| {
        findings.push(Diagnostic::error("bad-card-design", message).at(Span::file(path)).help(help));
    };
    let is_font = |name: &str| [".ttf", ".otf"].iter().any(|ending| name.ends_with(ending));
    let font = files.iter().find(|(name, _)| is_font(name)).map(|(_, (_, file))| (*file).clone());
    let Some(font) = font.filter(|font| Face::of(font.bytes()).is_some()) else {
        wrong(
            "there is no font beside this design of pictures for sharing".to_owned(),
            "put a TrueType or OpenType font into the same folder, with a name that ends in .ttf or .otf",
        );
        return None;
    };
    match boxes(drawing) {
        Ok(boxes) => {
            let fingerprint = Fingerprint::of(&(drawing.fingerprint(), font.fingerprint()));
            let (drawing, background) = (drawing.clone(), OnceLock::new());
            Some(Design {
                path: path.clone(),
                drawing,
                font,
                boxes,
                background,
                fingerprint,
                each: cards == Cards::Page,
            })
        }
        Err(why) => {
            wrong(
                why,
                "see themes/mensi/cards/card.svg: 1200 × 630, and in its <defs> boxes <rect id=\"title\" x=\"…\" y=\"…\" \
                 width=\"…\" height=\"…\" fill=\"#…\" font-size=\"…\"/>, also `line` and `site`",
            );
            None
        }
    }
}

/// The boxes of a design, in an order of their own.
fn boxes(drawing: &File) -> Result<Vec<Box>, String> {
    let text = drawing.text().ok_or("this design is not UTF-8")?;
    let document = roxmltree::Document::parse(text).map_err(|error| format!("this is no SVG file: {error}"))?;
    let root = document.root_element();
    if [root.attribute("width"), root.attribute("height")] != [Some("1200"), Some("630")] {
        return Err("this design does not say width=\"1200\" height=\"630\"".to_owned());
    }
    let boxes: Vec<Box> = BOXES
        .into_iter()
        .filter_map(|name| {
            let node = document.descendants().find(|node| node.attribute("id") == Some(name))?;
            let read = || a_box(name, node).ok_or_else(|| format!("the box `{name}` of this design cannot be read"));
            Some(read())
        })
        .collect::<Result<_, _>>()?;
    match boxes.iter().any(|of| of.name == "title") {
        true => Ok(boxes),
        false => Err("this design has no box `title`".to_owned()),
    }
}

/// `None` where a number is missing, or the box is not in the picture.
fn a_box(name: &'static str, node: roxmltree::Node<'_, '_>) -> Option<Box> {
    let number = |name: &str| node.attribute(name)?.parse::<u32>().ok();
    let colour =
        u32::from_str_radix(node.attribute("fill")?.strip_prefix('#').filter(|hex| hex.len() == 6)?, 16).ok()?;
    let [_, red, green, blue] = colour.to_be_bytes();
    let size = node.attribute("font-size")?.parse().ok().filter(|size| (8.0..=400.0).contains(size))?;
    let (x, y, width, height) = (number("x")?, number("y")?, number("width")?, number("height")?);
    let inside = width > 0 && height > 0 && x.checked_add(width)? <= WIDTH && y.checked_add(height)? <= HEIGHT;
    inside.then_some(Box { name, x, y, width, height, colour: [red, green, blue], size })
}

impl Design {
    /// Of all that it does to words.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// # Errors
    /// The design cannot be drawn: a finding about its file.
    pub fn draw(&self, card: &Card) -> Result<Vec<u8>, std::boxed::Box<Diagnostic>> {
        let background = self.background.get_or_init(|| Background::of(self.drawing.text().unwrap_or_default()));
        let face = Face::of(self.font.bytes()).expect("it was one when the design was read");
        let drawn = background.as_ref().map(|background| draw::draw(background, &face, &self.boxes, card));
        drawn.map_err(|why| {
            let finding =
                Diagnostic::error("bad-card-design", format!("this picture for sharing cannot be drawn: {why}"))
                    .at(Span::file(&self.path))
                    .help("correct the drawing; what stands at line and column counts from its beginning");
            std::boxed::Box::new(finding)
        })
    }

    /// What the card of a document is of.
    pub fn topic(&self, cx: &Cx, ix: DocIx) -> Topic {
        let document = cx.site.get(ix);
        match document.kind {
            _ if chrome::is_home(cx, ix) => Topic::Site,
            _ if self.each => Topic::Document(ix),
            Kind::Page | Kind::Term | Kind::Section => Topic::Site,
            Kind::Country => Topic::Kind(Kind::Country, CountryCode::from_slug(document.id.as_str())),
            kind => {
                let countries = countries_of(document);
                Topic::Kind(kind, countries.first().copied().filter(|_| countries.len() == 1))
            }
        }
    }

    /// Every card that a site has, for each language the same.
    pub fn topics(&self, cx: &Cx) -> BTreeSet<Topic> {
        let shown = cx.site.all().filter(|ix| cx.site.get(*ix).kind != Kind::Section);
        let sections = cx.site.sections.iter().map(|section| Topic::Section(section.key));
        shown.map(|ix| self.topic(cx, ix)).chain(sections).chain([Topic::Site]).collect()
    }

    /// What stands on a card. Where a title has letters that the font lacks, the kind stands in for it.
    pub fn card(&self, cx: &Cx, lang: LangIx, topic: Topic) -> Card {
        let site = chrome::site_title(cx, lang);
        let kind = |kind: Kind| cx.t(lang, &format!("kind-{}", kind.as_str()), &[]);
        let (title, line, site) = match topic {
            Topic::Site => (site, String::new(), String::new()),
            Topic::Section(key) => (section_title(cx, lang, key).text, String::new(), site),
            Topic::Kind(Kind::Country, Some(code)) => (cx.country(lang, code), kind(Kind::Country), site),
            Topic::Kind(of, Some(code)) => (kind(of), cx.country(lang, code), site),
            Topic::Kind(of, None) => (kind(of), String::new(), site),
            Topic::Document(ix) => {
                let document = cx.site.get(ix);
                let label = if document.kind == Kind::Page { String::new() } else { kind(document.kind) };
                let title = clean(&cx.title(lang, ix).text);
                let face = Face::of(self.font.bytes()).filter(|face| face.has(&title));
                let line = [label.clone(), cx.countries(lang, ix)].into_iter().filter(|word| !word.is_empty());
                let line = line.collect::<Vec<_>>().join(" · ");
                match face {
                    Some(_) => (title, line, site),
                    None if label.is_empty() => (site, String::new(), String::new()),
                    None => (label, cx.countries(lang, ix), site),
                }
            }
        };
        Card {
            title: clean(&title),
            line: clean(&line),
            site: clean(&site),
            rtl: cx.site.lang(lang).direction() == "rtl",
        }
    }
}

/// Letters with their signs as one, as fonts have them; without what tells where a word may be hyphenated.
fn clean(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfc().filter(|letter| *letter != '\u{ad}').collect()
}

/// Whether there is such a card in a language: one of a document that the language does not have is nowhere shown.
pub fn is_in(cx: &Cx, lang: LangIx, topic: Topic) -> bool {
    match topic {
        Topic::Document(ix) => cx.site.route(ix, lang).is_some(),
        _ => true,
    }
}

/// Where a card is, from the root of the site.
pub fn path(cx: &Cx, lang: LangIx, topic: Topic) -> String {
    let lang = cx.site.lang(lang);
    match topic {
        Topic::Site => format!("cards/{lang}/site.png"),
        Topic::Section(key) => format!("cards/{lang}/all-{}.png", key.folder()),
        Topic::Kind(kind, Some(code)) => format!("cards/{lang}/{}-{}.png", kind.as_str(), code.slug()),
        Topic::Kind(kind, None) => format!("cards/{lang}/{}.png", kind.as_str()),
        Topic::Document(ix) => {
            let document = cx.site.get(ix);
            format!("cards/{lang}/{}/{}.png", document.kind.as_str(), document.id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: &[u8] = include_bytes!("../../../themes/mensi/cards/card.svg");
    const FONT: &[u8] = include_bytes!("../../../themes/mensi/cards/piazzolla-700.ttf");

    fn ours() -> Design {
        let (drawing, font) = (File::from(DRAWING), File::from(FONT));
        let boxes = boxes(&drawing).expect("the theme's own");
        let path = SourcePath::new("themes/mensi/cards/card.svg").expect("clean");
        Design {
            path,
            drawing,
            font,
            boxes,
            background: OnceLock::new(),
            fingerprint: Fingerprint::default(),
            each: true,
        }
    }

    fn card(title: &str) -> Card {
        Card {
            title: title.to_owned(),
            line: "Případová studie · Česko".to_owned(),
            site: "MenSI".to_owned(),
            rtl: false,
        }
    }

    #[test]
    fn a_card_is_a_small_picture_of_its_words() {
        let bytes = ours().draw(&card("Sdílené hodiny přes hranice")).expect("drawn");
        let picture = image::load_from_memory(&bytes).expect("a PNG").into_rgb8();
        assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
        let ink = |x: Range<u32>, y: Range<u32>| {
            let dark = |(x, y): (u32, u32)| picture.get_pixel(x, y)[1] < 60;
            y.flat_map(|y| x.clone().map(move |x| (x, y))).filter(|at| dark(*at)).count()
        };
        assert!(ink(80..870, 160..470) > 5_000 && ink(80..870, 500..560) > 1_000 && ink(150..850, 56..112) > 500);
        assert_eq!(ink(0..70, 0..600), 0, "the margin stays free");
        assert_eq!(ours().draw(&card("Sdílené hodiny přes hranice")).expect("drawn"), bytes);
        assert_ne!(ours().draw(&card("Sdílené hodiny")).expect("drawn"), bytes);
    }

    #[test]
    fn what_is_wrong_with_a_design_is_told() {
        let text = std::str::from_utf8(DRAWING).expect("UTF-8");
        let told = |from: &str, to: &str| {
            assert!(text.contains(from), "{from}");
            boxes(&File::from(text.replacen(from, to, 1).into_bytes())).err()
        };
        assert_eq!(told("id=\"line\"", "id=\"none\""), None);
        for (from, to) in [
            ("id=\"title\"", "id=\"none\""),
            ("y=\"160\"", "y=\"600\""),
            ("#1d1a24", "black"),
            ("font-size=\"112\"", "font-size=\"112px\""),
            ("width=\"1200\"", "width=\"12\""),
            ("</svg>", ""),
        ] {
            assert!(told(from, to).is_some(), "{from}");
        }
        assert!(Background::of("<svg").is_err());
    }
}
