//! The search of a site, as files: which documents it has, in which languages, and what an edit makes new.
#![cfg(feature = "search")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use common::{Files, Site, fixture, good, options, over, render, snapshot, with_theme};
use flate2::read::GzDecoder;
use mensi_site::pipeline::Options;
use serde_json::Value;

const SITE: &str = "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs, hr]
theme: plain
project: {acronym: MenSI}
mirrors: [{name: cz, base_url: https://mensi.example.cz/, languages: [cs, en], host: DZS}]
//- themes/plain/static/search-dialog.js
export {};
//- content/index.md
---
title: Home
---
Welcome.
//- content/index.cs.md
---
title: Domů
---
Vítejte.
//- content/index.hr.md
---
title: Početna
---
Dobro došli.
//- content/about.md
---
title: About us
summary: In short.
---
Who we are.

*Schools* that [learn](/index.md).
//- content/about.cs.md
---
title: O nás
slug: o-nas
---
Školy, které se učí.
//- content/schools/one.md
---
title: Škola Jedna
language: cs
role: mentor
town: Žďár
country: CZ
example: true
---
";

fn site() -> Files {
    with_theme(fixture(SITE))
}

/// The files of the search by their names below its folder.
fn files(site: &Files, options: &Options) -> BTreeMap<String, Vec<u8>> {
    let (release, findings) = render(&snapshot(site), options);
    assert!(!findings.has_errors(), "{:?}", findings.sorted());
    let inside = |(path, bytes): (&mensi_site::foundation::OutPath, &std::sync::Arc<[u8]>)| {
        Some((path.as_str().strip_prefix("search/")?.to_owned(), bytes.to_vec()))
    };
    release.files.iter().filter_map(inside).collect()
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).expect("gzip");
    plain.strip_prefix(b"pagefind_dcd").expect("a file of pagefind").to_vec()
}

/// The texts of a language, by address.
fn records(files: &BTreeMap<String, Vec<u8>>, lang: &str) -> BTreeMap<String, Value> {
    let of = format!("fragment/{lang}_");
    let texts = files.iter().filter(|(name, _)| name.starts_with(&of));
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(&unpacked(bytes)).expect("JSON");
    texts.map(|(_, bytes)| read(bytes)).map(|it| (it["url"].as_str().expect("an address").to_owned(), it)).collect()
}

#[test]
fn a_language_finds_what_is_its_own() {
    let files = files(&site(), &options());
    let english = records(&files, "en");
    assert_eq!(english["about/"]["content"], "In short. Who we are. Schools that learn.");
    assert_eq!(english["about/"]["filters"]["kind"][0], "Page");
    let czech = records(&files, "cs");
    assert_eq!(czech["o-nas/"]["meta"]["title"], "O nás");
    // A school without words is in all languages; its name is in its own.
    let school = &czech["skoly/one/"];
    assert_eq!((&school["meta"]["country"], school["meta"].get("lang")), (&Value::from("Česko"), None));
    assert_eq!(english["schools/one/"]["meta"]["lang"], "cs");
    assert!(english["schools/one/"]["content"].as_str().is_some_and(|text| text.contains("Žďár")));
    // What Croatian only borrows is not found in it.
    let croatian = records(&files, "hr");
    assert!(croatian.contains_key("") && !croatian.keys().any(|url| url.contains("about")), "{:?}", croatian.keys());
}

#[test]
fn all_that_is_named_is_there_and_nothing_else() {
    let files = files(&site(), &options());
    let entry: Value = serde_json::from_slice(&files["pagefind-entry.json"]).expect("JSON");
    let mut named: BTreeSet<String> = ["pagefind.js", "pagefind-entry.json"].map(str::to_owned).into();
    for lang in ["en", "cs", "hr"] {
        let index = &entry["languages"][lang];
        named.insert(format!("wasm.{}.pagefind", index["wasm"].as_str().unwrap_or("unknown")));
        let meta = format!("pagefind.{}.pf_meta", index["hash"].as_str().expect("a name"));
        let list = String::from_utf8_lossy(&unpacked(&files[&meta])).into_owned();
        for name in files.keys().filter(|name| name.contains(&format!("/{lang}_")) && name.contains("pf_")) {
            let stem = name.split(['/', '.']).nth(1).expect("a folder and a name");
            assert!(list.contains(stem), "{name} is not in {meta}");
            named.insert(name.clone());
        }
        named.insert(meta);
        named.insert(format!("{lang}.json"));
        let manifest: Value = serde_json::from_slice(&files[&format!("{lang}.json")]).expect("JSON");
        let spellings = manifest["spellings"].as_object().expect("by letter").values();
        named.extend(spellings.map(|file| file.as_str().expect("a name").to_owned()));
        assert_eq!(manifest["endings"].is_null(), lang == "en");
    }
    assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), named);
}

#[test]
fn a_mirror_searches_its_own_languages() {
    let mirror = Options { mirror: Some("cz".to_owned()), ..options() };
    let files = files(&site(), &mirror);
    let entry: Value = serde_json::from_slice(&files["pagefind-entry.json"]).expect("JSON");
    assert_eq!(entry["languages"].as_object().expect("by language").keys().collect::<Vec<_>>(), ["cs", "en"]);
    assert!(!files.keys().any(|name| name.contains("hr")), "{:?}", files.keys());
    let manifest: Value = serde_json::from_slice(&files["cs.json"]).expect("JSON");
    assert!(!manifest["languages"].to_string().contains("hr"));
}

#[test]
fn a_site_without_search_has_none_of_it() {
    let without = over(
        &site(),
        &SITE[..SITE.find("project:").expect("it is there")].replace("theme: plain", "theme: plain\nsearch: false"),
    );
    assert!(files(&without, &options()).is_empty());
    // Nor has one whose theme has no dialog.
    assert!(files(good(), &options()).is_empty());
}

#[test]
fn an_edit_of_a_body_makes_its_language_anew_and_no_other() {
    let site = Site::new(&site());
    site.build(&[]);
    let before = site.public();
    site.write(&fixture("//- content/about.cs.md\n---\ntitle: O nás\nslug: o-nas\n---\nŠkoly, které se učí spolu.\n"));
    site.build(&["--verify"]);
    let after = site.public();
    let new: Vec<&String> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    let of_search = new.iter().filter(|path| path.starts_with("search/"));
    let other = of_search.filter(|path| !path.contains("cs") && !path.ends_with("pagefind-entry.json"));
    assert_eq!(other.collect::<Vec<_>>(), Vec::<&&String>::new());
    assert!(new.iter().any(|path| path.starts_with("search/fragment/cs_")), "{new:?}");
    // What is kept is not needed: a fresh folder gets all files, made again.
    site.build(&["--out", &site.root().join("public-2").display().to_string()]);
    assert_eq!(common::tree(&site.root().join("public-2")), after);
}

#[test]
fn the_folder_of_the_search_is_its_own() {
    let site = Site::new(&over(&site(), "//- static/search/mine.txt\nmine\n"));
    let run = site.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1);
    let said = [run.out, run.err].concat();
    assert!(said.contains("static/search/mine.txt:1:1: error[same-address]"), "{said}");
}
