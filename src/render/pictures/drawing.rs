//! Drawings: SVG that somebody brought.
//!
//! In: the bytes of a file. Out: its size, or the same drawing with what is seen of it and nothing else. Always: no script,
//! nothing from elsewhere, no words of an editor: what is published may be opened by itself, where it is a page.

use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::{Format, Look, Shape, broken};
use crate::render::cx::escape;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that are left out with all that is in them: they run, embed or only describe.
const LEFT_OUT: [&str; 9] =
    ["script", "foreignObject", "iframe", "object", "embed", "audio", "video", "metadata", "handler"];
/// A drawing of more parts would be slow in every browser.
const MOST_NODES: u32 = 200_000;

fn parse(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    // Old drawing programs write a DTD; entities in it are expanded within bounds.
    Document::parse_with_options(
        text,
        ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() },
    )
}

pub(super) fn look(bytes: &[u8]) -> Look {
    let Ok(text) = std::str::from_utf8(bytes) else { return broken("it is no SVG file in UTF-8") };
    let document = match parse(text) {
        Ok(document) => document,
        Err(error) => return broken(&format!("it is no SVG file ({error})")),
    };
    let root = document.root_element();
    if !is_svg(root) || root.tag_name().name() != "svg" {
        return broken("it is no SVG file: its first element is not `svg` of the namespace http://www.w3.org/2000/svg");
    }
    Look::Picture(Shape::plain(Format::Svg, size(root)))
}

/// In pixels: what the drawing says of itself, else the size of its view box, else what browsers take.
fn size(root: Node<'_, '_>) -> (u32, u32) {
    let pixels = |name: &str| {
        let written: f64 = root.attribute(name)?.trim().trim_end_matches("px").parse().ok()?;
        Some(written).filter(|side| side.is_finite() && *side > 0.0)
    };
    let view: Vec<f64> = root.attribute("viewBox").map(numbers).unwrap_or_default();
    let view = match view[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    };
    let (width, height) = match (pixels("width"), pixels("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(view)) => (width, width * view.1 / view.0),
        (None, Some(height), Some(view)) => (height * view.0 / view.1, height),
        (_, _, Some(view)) => view,
        _ => (300.0, 150.0),
    };
    let whole = |side: f64| side.round().clamp(1.0, 100_000.0) as u32;
    (whole(width), whole(height))
}

fn numbers(list: &str) -> Vec<f64> {
    list.split([',', ' ', '\t', '\n', '\r']).filter(|it| !it.is_empty()).filter_map(|it| it.parse().ok()).collect()
}

fn is_svg(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace() == Some(SVG)
}

/// The drawing, cleaned; `None` where it is none.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let document = parse(text).ok()?;
    let root = Some(document.root_element()).filter(|root| is_svg(*root))?;
    let mut out = String::with_capacity(text.len());
    // Not by recursion: a file may be as deep as it is long.
    let mut todo = vec![Step::Begin(root)];
    while let Some(step) = todo.pop() {
        match step {
            Step::Begin(node) if node.is_text() => out.push_str(&escape(node.text().unwrap_or_default())),
            Step::Begin(node) if is_kept(node) => {
                out.push('<');
                out.push_str(node.tag_name().name());
                if node == root {
                    out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
                }
                node.attributes()
                    .filter_map(|attribute| kept(node, attribute))
                    .for_each(|written| out.push_str(&written));
                out.push('>');
                todo.push(Step::End(node));
                let first = todo.len();
                todo.extend(node.children().map(Step::Begin));
                todo[first..].reverse();
            }
            Step::Begin(_) => {}
            Step::End(node) => {
                out.push_str("</");
                out.push_str(node.tag_name().name());
                out.push('>');
            }
        }
    }
    out.push('\n');
    Some(out.into_bytes())
}

enum Step<'a, 'input> {
    Begin(Node<'a, 'input>),
    End(Node<'a, 'input>),
}

fn is_kept(node: Node<'_, '_>) -> bool {
    let name = node.tag_name().name();
    let style = || node.children().filter_map(|child| child.text()).all(stays_here);
    // What moves may not give another element a link or a handler.
    let target = node.attribute("attributeName").unwrap_or_default().to_ascii_lowercase();
    node.is_element()
        && is_svg(node)
        && !LEFT_OUT.contains(&name)
        && (name != "style" || style())
        && !(target.starts_with("on") || target.ends_with("href"))
}

/// An attribute as it is written, if it is.
fn kept(node: Node<'_, '_>, attribute: Attribute<'_, '_>) -> Option<String> {
    let (name, value) = (attribute.name(), attribute.value());
    let written = match attribute.namespace() {
        None if name.to_ascii_lowercase().starts_with("on") => return None,
        None => name.to_owned(),
        Some(XLINK) if name == "href" && !node.attributes().any(is_plain_href) => name.to_owned(),
        Some(XML) if matches!(name, "lang" | "space") => format!("xml:{name}"),
        Some(_) => return None,
    };
    let is_safe = if name == "href" { is_here(value) } else { stays_here(value) };
    is_safe.then(|| format!(" {written}=\"{}\"", escape(value)))
}

fn is_plain_href(attribute: Attribute<'_, '_>) -> bool {
    attribute.namespace().is_none() && attribute.name() == "href"
}

/// Whether an address is one in the drawing, or a picture within it.
fn is_here(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    let pictures = ["png", "jpeg", "gif", "webp"];
    address.starts_with('#') || pictures.iter().any(|kind| address.starts_with(&format!("data:image/{kind};")))
}

/// Whether a style asks for nothing elsewhere. What is written with escapes is not looked through, and is left out.
fn stays_here(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let mut urls =
        style.match_indices("url(").map(|(at, it)| style[at + it.len()..].trim_start_matches([' ', '"', '\'']));
    !style.contains('\\') && !style.contains("@import") && !style.contains("image-set(") && urls.all(is_here)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(inner: &str) -> String {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:ink='urn:ink' \
             viewBox='0 0 40 20'>{inner}</svg>"
        );
        assert!(matches!(look(text.as_bytes()), Look::Picture(_)), "{inner}");
        let out = String::from_utf8(clean(text.as_bytes()).expect("a drawing")).expect("UTF-8");
        assert!(matches!(look(out.as_bytes()), Look::Picture(_)), "{out}");
        out
    }

    #[test]
    fn what_runs_or_asks_elsewhere_goes() {
        for bad in [
            "<script>evil()</script>",
            "<g onload='evil()'/>",
            "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>evil</p></foreignObject>",
            "<a xlink:href='javascript:evil()'/>",
            "<a href=' javascript:evil()'/>",
            "<image href='https://evil.example/a.png'/>",
            "<image href='data:image/svg+xml;base64,evil'/>",
            "<style>@import 'https://evil.example/a.css'</style>",
            "<style>g{fill:url( \"https://evil.example\")}</style>",
            "<g style='fill:u\\72l(evil)'/>",
            "<a><set attributeName='xlink:href' to='javascript:evil()'/></a>",
            "<set attributeName='onclick' to='evil()'/>",
            "<metadata>evil</metadata>",
            "<ink:page author='evil'/>",
            "<g ink:author='evil'/>",
            "<!-- evil -->",
            "<?evil?>",
        ] {
            let out = cleaned(bad);
            assert!(!out.contains("evil"), "{bad} → {out}");
        }
    }

    #[test]
    fn what_is_seen_stays() {
        let inner = "<style>.a{fill:url(#b)}</style><defs><linearGradient id=\"b\"></linearGradient></defs>\
            <use href=\"#c\"></use><text x=\"1\" xml:lang=\"cs\">Škola &amp; 1 &lt; 2</text>";
        let out = cleaned(inner);
        assert_eq!(out, format!("<svg xmlns=\"{SVG}\" viewBox=\"0 0 40 20\">{inner}</svg>\n"));
        assert!(cleaned("<use xlink:href='#c'/>").contains("<use href=\"#c\">"));
        assert_eq!(clean(out.as_bytes()), Some(out.into_bytes()));
    }

    #[test]
    fn its_size() {
        let size = |attributes: &str| match look(format!("<svg xmlns='{SVG}' {attributes}/>").as_bytes()) {
            Look::Picture(shape) => (shape.width, shape.height),
            Look::Unusable { message, .. } => panic!("{message}"),
        };
        assert_eq!(size("viewBox='0 0 40.4 20'"), (40, 20));
        assert_eq!(size("viewBox='0,0,40,20' width='80'"), (80, 40));
        assert_eq!(size("width='8px' height='9' viewBox='0 0 1 1'"), (8, 9));
        assert_eq!(size("width='100%' height='100%' viewBox='0 0 3 4'"), (3, 4));
        assert_eq!(size("width='nan' height='inf'"), (300, 150));
    }

    #[test]
    fn what_is_no_drawing_is_told() {
        for bad in ["", "<svg/>", "<svg xmlns='http://www.w3.org/2000/svg'>", "<html/>", "a & b"] {
            assert!(matches!(look(bad.as_bytes()), Look::Unusable { .. }), "{bad}");
        }
        let deep = format!("<svg xmlns='{SVG}'>{}{}</svg>", "<g>".repeat(50_000), "</g>".repeat(50_000));
        assert!(clean(deep.as_bytes()).is_some());
        assert!(matches!(look(b"\xff"), Look::Unusable { .. }));
    }
}
