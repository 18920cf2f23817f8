//! Pictures and cards from a folder of sources to a published site, with the theme that everybody has.

mod common;

use std::collections::BTreeMap;

use common::{Entry, Files, Run, Site, attributes, fixture, over};

const SITE: &str = r"
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/sub/
default_language: en
languages: [en, cs]
cards: page
search: false
legal: {}
//- content/index.md
---
title: Home
---
Read [about the visit](/news/visit.md).
//- content/news/visit/index.md
---
title: A visit to Ostrava
date: 2022-05-01
country: CZ
image: {file: group.jpg, credit: Ana Horvat, licence: CC-BY-4.0, consent_until: 2026-06-30}
image_alt: Ten teachers at a table
---
![A plan of the room](plan.png)

::: figure src=/line.svg alt=
:::
//- content/news/visit/index.cs.md
---
title: Návštěva v Ostravě
---
![Plán místnosti](plan.png)
";

/// The pixels of a photograph, held sideways, with what a telephone writes into it.
fn photograph() -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPS of Ana's telephone");
    let pixels: Vec<u8> = (0..800 * 1200 * 3).map(|at| (at / 7 % 251) as u8).collect();
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, 85);
    encoder.add_app_segment(1, &exif).expect("it fits");
    encoder.encode(&pixels, 1200, 800, jpeg_encoder::ColorType::Rgb).expect("written to memory");
    out
}

fn files() -> Files {
    let mut files = fixture(&SITE.replace("src=/line.svg alt=", "src=\"/line.svg\" alt=\"\""));
    let mut put = |path: &str, bytes: Vec<u8>| files.insert(path.to_owned(), Entry::File(bytes));
    put("content/news/visit/group.jpg", photograph());
    put("content/news/visit/plan.png", common::png((700, 20), 200));
    put("content/news/visit/unused.png", common::png((700, 20), 100));
    let line =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><script>evil()</script><path d='M0 0h9'/></svg>";
    put("static/line.svg", line.into());
    files
}

fn text<'p>(public: &'p BTreeMap<String, Vec<u8>>, path: &str) -> &'p str {
    let page = public.get(path).unwrap_or_else(|| panic!("there is no {path}: {:?}", public.keys()));
    std::str::from_utf8(page).expect("UTF-8")
}

fn says(run: &Run, code: &str) -> bool {
    run.code == 1 && run.err.contains(&format!("error[{code}]"))
}

#[test]
fn pictures_come_in_sizes_upright_and_without_secrets() {
    let site = Site::new(&files());
    site.build(&[]);
    let public = site.public();
    let page = text(&public, "en/news/visit/index.html");
    let of = |mark: &str, name: &str| attributes(page, &["img ", mark], name).join("|");
    assert_eq!(of("Ten teachers", "src"), "../../../pictures/news/visit/group-jpg-480.jpg");
    let srcset = "../../../pictures/news/visit/group-jpg-480.jpg 480w, ../../../files/news/visit/group.jpg 800w";
    assert_eq!(of("Ten teachers", "srcset"), srcset);
    assert_eq!((of("Ten teachers", "width"), of("Ten teachers", "height")), ("800".to_owned(), "1200".to_owned()));
    assert!(page.contains("Ana Horvat") && page.contains("CC BY 4.0"));
    // What is first is loaded at once, the rest when it comes into view.
    let lazy = |mark: &str| of(mark, "loading");
    assert_eq!((lazy("Ten teachers"), lazy("A plan"), lazy("line.svg")), (String::new(), "lazy".into(), "lazy".into()));
    assert_eq!(of("line.svg", "alt"), "");
    // A translation that has no words for it has those of the source, and says so.
    let czech = text(&public, "cs/aktuality/visit/index.html");
    assert_eq!(attributes(czech, &["img ", "Ten teachers"], "lang"), ["en"]);

    let published = &public["files/news/visit/group.jpg"];
    let size = image::load_from_memory(&public["pictures/news/visit/group-jpg-480.jpg"]).expect("a picture");
    assert_eq!((size.width(), size.height()), (480, 720));
    assert!(image::load_from_memory(published).is_ok());
    for (path, bytes) in &public {
        for secret in [&b"telephone"[..], b"evil"] {
            assert!(memchr::memmem::find(bytes, secret).is_none(), "{path}");
        }
    }
    // Nobody shows it, so there is no size of it.
    assert!(public.contains_key("files/news/visit/unused.png") && !public.keys().any(|path| path.contains("unused-")));
}

#[test]
fn after_the_consent_has_ended_nothing_is_left() {
    let site = Site::new(&files());
    let build = |day: &str| site.command(&["build", "--as-of", day]).output().expect("the program starts");
    assert!(build("2026-06-30").status.success());
    assert!(site.public().keys().any(|path| path.contains("group-jpg-480")));
    assert!(build("2026-07-01").status.success());
    let public = site.public();
    let names = |bytes: &[u8], what: &str| memchr::memmem::find(bytes, what.as_bytes()).is_some();
    let shows = |(path, bytes): &(&String, &Vec<u8>)| {
        path.contains("group") || names(bytes, "group.jpg") || names(bytes, "Ana Horvat")
    };
    let left: Vec<&String> = public.iter().filter(shows).map(|(path, _)| path).collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(public.contains_key("pictures/news/visit/plan-png-480.png"));
}

#[test]
fn each_page_has_a_card_with_its_title() {
    let site = Site::new(&files());
    site.build(&[]);
    let public = site.public();
    let cards: Vec<&String> = public.keys().filter(|path| path.starts_with("cards/cs/")).collect();
    assert_eq!(cards.len(), 3, "home, the list of news, and the visit: {cards:?}");
    let page = text(&public, "cs/aktuality/visit/index.html");
    let meta = |name: &str| attributes(page, &["meta ", &format!("og:image{name}\"")], "content").join("|");
    assert_eq!(meta(""), "https://mensi.example.eu/sub/cards/cs/news/visit.png");
    assert!(meta(":alt").starts_with("Návštěva v Ostravě · "), "{}", meta(":alt"));
    let card = image::load_from_memory(&public["cards/cs/news/visit.png"]).expect("a picture");
    assert_eq!((card.width().to_string(), card.height().to_string()), (meta(":width"), meta(":height")));
    assert_ne!(public["cards/cs/news/visit.png"], public["cards/en/news/visit.png"]);

    // Another machine, another time: the same bytes.
    let other = Site::new(&files());
    other.build(&["--jobs", "1"]);
    assert!(other.public() == public);
    // One body more, and no card is made again; without cards nothing is left of them.
    site.write(&over(&Files::new(), "//- content/index.md\n---\ntitle: Home\n---\nOther words.\n"));
    let said = site.build(&[]);
    assert!(said.contains("2 files written"), "the page in two languages: {said}");
    let without = SITE.replace("cards: page", "cards: false");
    site.write(&Files::from([("mensi.yaml".to_owned(), fixture(&without)["mensi.yaml"].clone())]));
    site.build(&[]);
    let public = site.public();
    assert!(!public.keys().any(|path| path.starts_with("cards/")));
    assert!(!text(&public, "cs/aktuality/visit/index.html").contains("og:image"));
}

#[test]
fn a_warm_build_is_a_cold_one_whatever_becomes_of_pictures() {
    let site = Site::new(&files());
    site.build(&[]);
    let edits: [(&str, Entry); 4] = [
        ("content/news/visit/plan.png", Entry::File(common::png((1200, 20), 90))),
        ("content/news/visit/group.jpg", Entry::File(common::png((9, 9), 1))),
        ("content/news/visit/group.jpg", Entry::File(photograph())),
        ("themes/mensi/cards/card.svg", {
            let own = include_str!("../themes/mensi/cards/card.svg").replace("#86195a", "#225588");
            Entry::File(own.into())
        }),
    ];
    for (path, entry) in edits {
        site.write(&Files::from([(path.to_owned(), entry)]));
        let warm = site.run(&["build"]);
        let fresh = Site::new(&Files::new());
        for (path, bytes) in common::tree(&site.root()) {
            if !path.starts_with("public") && !path.starts_with(".mensi") {
                fresh.write(&Files::from([(path, Entry::File(bytes))]));
            }
        }
        let cold = fresh.run(&["build"]);
        assert_eq!((warm.code, &warm.err), (cold.code, &cold.err), "{path}");
        assert!(warm.code == 1 || site.public() == fresh.public(), "{path}");
    }
}

#[test]
fn what_cannot_be_shown_stops_the_build_and_says_why() {
    let site = Site::new(&files());
    let mut cut = photograph();
    cut.truncate(3_000);
    let mut bomb = common::png((8, 8), 0);
    bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    // Whole but for its pixels.
    let mut broken = common::png((700, 700), 3);
    let data = memchr::memmem::find(&broken, b"IDAT").expect("data") + 6;
    broken[data..data + 20].fill(0x5a);
    for (bytes, code) in [
        (cut, "broken-picture"),
        (bomb, "picture-too-large"),
        (broken, "broken-picture"),
        (b"<html>".to_vec(), "broken-picture"),
    ] {
        site.write(&Files::from([("content/news/visit/plan.png".to_owned(), Entry::File(bytes))]));
        for again in [1, 2] {
            let run = site.run(&["build"]);
            assert!(says(&run, code) && run.err.contains("content/news/visit/plan.png"), "{again}: {}", run.err);
        }
    }
    let site = Site::new(&files());
    let texts = [
        ("image: {file: notes.pdf}\nimage_alt: x\n---\n", "no-picture"),
        ("image: {file: group.jpg}\n---\n", "missing-alt"),
        ("---\n![](plan.png)\n", "missing-alt"),
        ("---\n![Notes](notes.pdf)\n", "no-picture"),
    ];
    site.write(&Files::from([("content/news/visit/notes.pdf".to_owned(), Entry::File(b"%PDF".to_vec()))]));
    for (rest, code) in texts {
        let page = format!("---\ntitle: A visit\n{rest}");
        site.write(&Files::from([("content/news/visit/index.md".to_owned(), Entry::File(page.into()))]));
        let run = site.run(&["check"]);
        assert!(says(&run, code), "{rest}: {}", run.err);
    }
}
