//! docs/views.md is what src/render/views says, field by field: it is written from the types and their comments, and this
//! test fails where the two differ. `MENSI_UPDATE=1 cargo test --test views_guide` writes it.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use mensi_site::render::views::{Alternates, Body, LEFT_OUT, Languages, PageView, Ready, Repeated, Text};

/// What types that write themselves add for a template; proved below by what they write.
const ADDED: [(&str, &str, &str, &str); 6] = [
    (
        "Text",
        "html",
        "HTML",
        "The words, ready to be written: in a `<span lang=\"…\">` where they are in another language.",
    ),
    (
        "Body",
        "links",
        "list of text",
        "Where the links of the text lead, in full, where the page is a handout on paper.",
    ),
    (
        "PageView",
        "head",
        "HTML",
        "What search engines and other sites read of the page: description, address, other languages, feeds, structured data, \
         the words and the picture beside a link to it. For the `<head>`, an element a line.",
    ),
    ("Card", "document", "[CardFields](#cardfields)", "What the card shows."),
    ("Card", "html", "HTML", "What `card.html` makes of it, where the theme has one."),
    ("Fact", "html", "HTML", "What `fact.html` makes of it, where the theme has one."),
];

/// Fields that exist in Rust alone.
const HIDDEN: [(&str, &str); 8] = [
    ("Body", "printed_at"),
    ("Card", "fields"),
    ("Card", "level"),
    ("PageView", "alternates"),
    ("PageView", "languages"),
    ("PageView", "json_ld"),
    ("PageView", "card"),
    ("PageView", "noindex"),
];

/// Where a template meets each View, in the order of the guide. What they are made of follows by name.
const FIRST: [&str; 15] = [
    "SiteView",
    "PageView",
    "LanguageLink",
    "DocumentView",
    "ListView",
    "GroupHtml",
    "HomeView",
    "CompareView",
    "RowView",
    "NetworkMapView",
    "TimelineView",
    "IndexView",
    "ChooserView",
    "RedirectView",
    "Body",
];

const HEAD: &str = "# Views: what a template can see\n\n\
    Written from src/render/views by `MENSI_UPDATE=1 cargo test --test views_guide`; a test fails where they differ. How\n\
    templates use it stands in [themes.md](themes.md).\n\n\
    A template meets `site` ([SiteView](#siteview)), `page` ([PageView](#pageview)), `frame` (what the theme's `frame/*.html`\n\
    make of `site`), `switcher` (what its `language.html` makes of each [LanguageLink](#languagelink); a theme without that\n\
    template has the list `languages` instead), `toc` (what its `heading.html`, where it has one, makes of each [Heading](#heading) of the page's text), and, by the template, `document` ([DocumentView](#documentview)), `list`\n\
    ([ListView](#listview)) with `groups` (a list of [GroupHtml](#grouphtml)), `home` ([HomeView](#homeview)), `compare` ([CompareView](#compareview), with\n\
    `rows`, the HTML that `compare-row.html` makes of each [RowView](#rowview)), `network` ([NetworkMapView](#networkmapview)),\n\
    `timeline` ([TimelineView](#timelineview)), `index` ([IndexView](#indexview)), `chooser` ([ChooserView](#chooserview)) or `redirect` ([RedirectView](#redirectview)). *optional* is a field that may be absent:\n\
    `{% if … %}` is false for it, as it is for an empty text or list. A field of what may be absent is asked for with `?`:\n\
    `{% if document.image?.caption %}`.\n";

#[derive(Debug)]
struct Struct {
    doc: String,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    name: String,
    kind: String,
    doc: String,
}

/// The structs of a source file that a template can meet, by their names.
fn read(source: &str, structs: &mut BTreeMap<String, Struct>) {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut doc = String::new();
    let mut open: Option<(String, Struct)> = None;
    let mut is_skipped = false;
    for line in source.lines() {
        let words = line.trim();
        if let Some(more) = words.strip_prefix("///") {
            doc = format!("{doc} {}", more.trim()).trim().to_owned();
            continue;
        }
        if let Some((_, of)) = &mut open {
            match words.strip_prefix("pub ").and_then(|field| field.trim_end_matches(',').split_once(": ")) {
                Some((name, kind)) if !is_skipped => of.fields.push(Field {
                    name: name.trim_start_matches("r#").to_owned(),
                    kind: kind.to_owned(),
                    doc: std::mem::take(&mut doc),
                }),
                _ => {}
            }
            is_skipped = words == "#[serde(skip)]";
            if words == "}" {
                let (name, of) = open.take().expect("open");
                structs.insert(name, of);
            }
        } else if let Some(name) = words.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            open = Some((name.to_owned(), Struct { doc: std::mem::take(&mut doc), fields: Vec::new() }));
        }
        if !words.starts_with("#[") {
            doc.clear();
        }
    }
}

/// A type in words; names of structs are links.
fn kind(rust: &str, structs: &BTreeMap<String, Struct>) -> String {
    let inner = |prefix: &str| rust.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
    if let Some(of) = inner("Option<") {
        return format!("{}, optional", kind(of, structs));
    }
    if let Some(of) = inner("Vec<") {
        return format!("list of {}", kind(of, structs));
    }
    if let Some(of) = inner("Repeated<") {
        return kind(of, structs);
    }
    match rust {
        "String" | "&'static str" | "Arc<str>" => "text".to_owned(),
        "Lang" => "BCP 47 tag".to_owned(),
        "bool" => "yes or no".to_owned(),
        "u8" | "u16" | "u32" | "usize" | "i32" | "f64" | "Exact" => "number".to_owned(),
        "Html" | "Ready" | "IndexEntries" => "HTML".to_owned(),
        "Extra" => "whatever the front matter has".to_owned(),
        name => {
            assert!(structs.contains_key(name), "no words for the type {name}: add them to this test");
            format!("[{name}](#{})", name.to_lowercase())
        }
    }
}

/// Intra-doc links and what only Rust knows are not for theme authors.
fn plain(doc: &str) -> String {
    let mut out = doc.replace("[`super::", "[`");
    while let Some((before, rest)) = out.split_once("[`") {
        let Some((name, after)) = rest.split_once("`]") else { break };
        out = format!("{before}`{name}`{after}");
    }
    out.replace('|', "\\|")
}

/// The structs that a template can come to from those of [`FIRST`], in the order in which they are met.
fn met(structs: &BTreeMap<String, Struct>) -> Vec<&str> {
    let mut order: Vec<&str> = FIRST.to_vec();
    let mut seen: BTreeSet<&str> = order.iter().copied().collect();
    let mut at = 0;
    while let Some(name) = order.get(at).copied() {
        at += 1;
        let of = structs.get(name).unwrap_or_else(|| panic!("there is no View {name}"));
        let added = ADDED.iter().filter(|(of, ..)| *of == name).map(|(_, _, kind, _)| *kind);
        let shown = of.fields.iter().filter(|field| !HIDDEN.contains(&(name, field.name.as_str())));
        let kinds: Vec<&str> = shown.map(|field| field.kind.as_str()).chain(added).collect();
        let is_named = |other: &&String| {
            kinds.iter().any(|kind| kind.split(|c: char| !c.is_alphanumeric()).any(|word| word == other.as_str()))
        };
        order.extend(structs.keys().filter(is_named).map(String::as_str).filter(|other| seen.insert(other)));
    }
    order
}

fn guide(structs: &BTreeMap<String, Struct>) -> String {
    let mut out = HEAD.to_owned();
    for name in met(structs) {
        let of = &structs[name];
        write!(out, "\n## {name}\n\n").expect("a String takes everything");
        if !of.doc.is_empty() {
            write!(out, "{}\n\n", plain(&of.doc)).expect("a String takes everything");
        }
        out.push_str("| field | what it is | |\n| --- | --- | --- |\n");
        let fields = of.fields.iter().filter(|field| !HIDDEN.contains(&(name, field.name.as_str())));
        for Field { name, kind: rust, doc } in fields {
            writeln!(out, "| `{name}` | {} | {} |", kind(rust, structs), plain(doc))
                .expect("a String takes everything");
        }
        for (_, field, kind, doc) in ADDED.iter().filter(|(of, ..)| *of == name) {
            writeln!(out, "| `{field}` | {kind} | {doc} |").expect("a String takes everything");
        }
    }
    out
}

fn structs() -> BTreeMap<String, Struct> {
    let mut structs = BTreeMap::new();
    let views = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/views");
    for (path, bytes) in common::tree(&views) {
        assert!(path.ends_with(".rs"), "{path}");
        read(&String::from_utf8(bytes).expect("Rust is UTF-8"), &mut structs);
    }
    structs
}

#[test]
fn the_guide_says_what_the_views_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/views.md");
    let wanted = guide(&structs());
    if env::var_os("MENSI_UPDATE").is_some_and(|it| it == "1") {
        fs::write(&path, &wanted).expect("writable");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let differs = written.lines().zip(wanted.lines()).find(|(written, wanted)| written != wanted);
    assert!(
        written == wanted,
        "docs/views.md is old: run `MENSI_UPDATE=1 cargo test --test views_guide`\n{differs:#?}"
    );
}

/// Types that write themselves are documented by hand: here is what they write.
#[test]
fn what_types_add_for_a_template_is_what_they_write() {
    let structs = structs();
    let documented = |name: &str| -> BTreeSet<String> {
        let fields = structs[name].fields.iter().map(|field| field.name.clone());
        let fields = fields.filter(|field| !HIDDEN.contains(&(name, field)));
        fields.chain(ADDED.iter().filter(|(of, ..)| *of == name).map(|(_, field, ..)| (*field).to_owned())).collect()
    };
    let written = |value: serde_json::Value| -> BTreeSet<String> {
        value.as_object().expect("a struct").keys().cloned().collect()
    };
    // What may be absent is there in these, since they are in another language.
    let lang = mensi_site::foundation::Lang::new("cs");
    let text = Text { lang, ..Text::plain("a") };
    assert_eq!(written(serde_json::to_value(text).expect("plain data")), documented("Text"));
    let body = Body { lang, dir: Some("ltr"), ..Body::default() };
    assert_eq!(written(serde_json::to_value(body).expect("plain data")), documented("Body"));
    let page = PageView {
        title: "a".to_owned(),
        description: String::new(),
        kind: "page",
        section: String::new(),
        canonical: Some("https://a.eu/".to_owned()),
        alternates: Repeated::own(Alternates::default()),
        breadcrumbs: Vec::new(),
        languages: Languages { here: lang.expect("a tag"), links: Repeated::own(Vec::new()) },
        notices: Vec::new(),
        feeds: Vec::new(),
        json_ld: Ready::default(),
        card: None,
        noindex: true,
    };
    assert_eq!(written(serde_json::to_value(page).expect("plain data")), documented("PageView"));
}

/// An error about one of them says to ask for it first.
#[test]
fn the_fields_that_are_left_out_are_known() {
    let marked = |source: String| -> Vec<String> {
        let fields = source.split("skip_serializing_if").skip(1).filter_map(|rest| rest.split_once("pub "));
        fields.filter_map(|(_, field)| Some(field.split_once(':')?.0.to_owned())).collect()
    };
    let views = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/views");
    let files = fs::read_dir(views).expect("the views").map(|entry| entry.expect("a file").path());
    let marked = files.flat_map(|path| marked(fs::read_to_string(path).expect("text")));
    // Texts, bodies and pages write themselves.
    let known: BTreeSet<String> = marked.chain(["lang", "dir", "canonical"].map(str::to_owned)).collect();
    let left_out: BTreeSet<String> = LEFT_OUT.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(left_out, known);
}

#[test]
fn a_field_and_its_comment_are_read() {
    let mut structs = BTreeMap::new();
    read(
        "/// A page.\n#[derive(Serialize)]\npub struct A {\n    /// Its\n    /// words.\n    pub words: Option<String>,\n    #[serde(skip)]\n    pub no: u8,\n    pub more: Vec<A>,\n}\n",
        &mut structs,
    );
    let a = &structs["A"];
    assert_eq!(a.doc, "A page.");
    let fields: Vec<(&str, String, &str)> =
        a.fields.iter().map(|field| (field.name.as_str(), kind(&field.kind, &structs), field.doc.as_str())).collect();
    assert_eq!(
        fields,
        [("words", "text, optional".to_owned(), "Its words."), ("more", "list of [A](#a)".to_owned(), "")]
    );
}
