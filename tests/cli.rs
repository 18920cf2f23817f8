//! The command line from outside: exit codes, and what goes to which stream.

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn mensi(folder: &Path, args: &[&str]) -> (i32, String, String) {
    mensi_with(folder, args, &[])
}

fn mensi_with(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mensi-site"));
    command.current_dir(folder).args(args).env_remove("SOURCE_DATE_EPOCH").envs(environment.iter().copied());
    let Output { status, stdout, stderr } = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("no signal"), text(stdout), text(stderr))
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn site() -> tempfile::TempDir {
    let folder = folder();
    assert_eq!(mensi(folder.path(), &["init"]).0, 0);
    folder
}

#[test]
fn help_is_no_failure_and_a_wrong_call_is() {
    let folder = folder();
    for args in [&["--help"][..], &["build", "--help"], &["--version"], &["new", "-h"]] {
        let (code, out, err) = mensi(folder.path(), args);
        assert!(code == 0 && !out.is_empty() && err.is_empty(), "{args:?}: {code} {err}");
    }
    let wrong: [&[&str]; 13] = [
        &[],
        &["bulid"],
        &["build", "--frmat", "json"],
        &["build", "--as-of", "2026-02-30"],
        &["build", "--base-url", "javascript:alert(1)"],
        &["build", "--base-url", "mailto:a@example.org"],
        &["build", "--base-url", "https://example.org/?a=b"],
        &["build", "--base-url", "https://example.org/#a"],
        &["build", "--mirror", "../x"],
        &["build", "--jobs", "0"],
        &["schema", "shool"],
        &["new", "school", "../x"],
        &["new", "school", "x", "--lang", "../cs"],
    ];
    for args in wrong {
        let (code, out, err) = mensi(folder.path(), args);
        assert!(code == 2 && out.is_empty() && !err.is_empty(), "{args:?}: {code} {out}");
    }
    assert!(mensi(folder.path(), &["schema", "shool"]).2.contains("'school'"));
    assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 0);
}

#[test]
fn without_a_site_nothing_is_made() {
    let folder = folder();
    for args in [&["build"][..], &["check"], &["new", "school", "x"], &["build", "--root", "absent"]] {
        let (code, out, err) = mensi(folder.path(), args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(err.contains("no-config") && err.contains("mensi-site init") && err.contains("--root"), "{err}");
        assert!(err.contains(&folder.path().display().to_string()), "{err}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 0);

    let (code, out, err) = mensi(folder.path(), &["check", "--format", "json"]);
    assert_eq!((code, err.as_str()), (2, ""));
    let object: serde_json::Value = serde_json::from_str(&out).expect("one object");
    assert_eq!((&object["code"], &object["file"]), (&"no-config".into(), &serde_json::Value::Null));
    let (_, _, err) = mensi(folder.path(), &["check", "--format", "short"]);
    assert!(err.starts_with("error[no-config]: ") && err.lines().count() == 1, "{err}");
}

#[test]
fn output_never_goes_where_the_sources_are() {
    let site = site();
    for out in [".", "..", "content", "static/x", "i18n", "themes/a", ".mensi"] {
        let (code, _, err) = mensi(site.path(), &["build", "--out", out]);
        assert!(code == 2 && err.contains("bad-output"), "{out}: {err}");
    }
    fs::write(site.path().join("public"), "").expect("a file");
    let (code, _, err) = mensi(site.path(), &["build"]);
    assert_eq!((code, fs::read(site.path().join("public")).expect("a file").len()), (2, 0), "{err}");
}

#[test]
fn the_date_of_a_build_is_a_date() {
    let site = site();
    let epoch = |value| mensi_with(site.path(), &["check"], &[("SOURCE_DATE_EPOCH", value)]);
    for bad in ["", "yesterday", "-5", "18446744073709551615"] {
        let (code, _, err) = epoch(bad);
        assert!(code == 2 && err.contains("SOURCE_DATE_EPOCH") && err.contains("--as-of"), "{bad}: {err}");
    }
    assert_ne!(epoch("1700000000").0, 2);
    let with_day = ["check", "--as-of", "2026-03-31"];
    assert_ne!(mensi_with(site.path(), &with_day, &[("SOURCE_DATE_EPOCH", "x")]).0, 2);
}

#[test]
fn a_second_build_does_not_run_beside_the_first() {
    let site = site();
    let _lock = mensi_site::io::lock(site.path()).expect("free");
    let (code, _, err) = mensi(site.path(), &["build"]);
    assert!(code == 2 && err.contains("another-build"), "{err}");
    assert!(!mensi(site.path(), &["check"]).2.contains("another-build"), "a check needs no lock");
}

#[test]
fn a_build_proves_that_the_cache_does_not_show() {
    let site = site();
    for _ in 0..2 {
        let (code, out, err) = mensi(site.path(), &["build", "--verify"]);
        let last = out.lines().last().unwrap_or_default();
        assert!(code == 0 && last.starts_with("The cache is right: ") && last.contains(" files"), "{out}{err}");
    }
    let page = site.path().join("public/en/index.html");
    let time = fs::metadata(&page).and_then(|found| found.modified()).expect("a time");
    fs::write(&page, fs::read(&page).expect("a page").to_ascii_uppercase()).expect("a file");
    fs::File::options().write(true).open(&page).and_then(|file| file.set_modified(time)).expect("our own file");
    assert_eq!(mensi(site.path(), &["build"]).0, 0, "it looks as it did");
    let (code, out, err) = mensi(site.path(), &["build", "--verify"]);
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    assert!(err.contains("output-differs") && err.contains("en/index.html"), "{err}");
    fs::remove_file(&page).expect("a file");
    assert_eq!(mensi(site.path(), &["build", "--verify"]).0, 0);
}

#[test]
fn what_stands_where_the_cache_is_kept_stops_no_build() {
    let site = site();
    assert_eq!(mensi(site.path(), &["build", "--out", "clean"]).0, 0);
    let clean = common::tree(&site.path().join("clean"));
    let cache = site.path().join(".mensi/cache");
    let builds = |args: &[&str]| {
        let (code, out, err) = mensi(site.path(), &[&["build", "--format", "short"], args].concat());
        assert_eq!(code, 0, "{err}");
        assert!(common::tree(&site.path().join("public")) == clean, "{out}");
        let warnings: Vec<String> = err.lines().filter(|line| line.starts_with("warning")).map(str::to_owned).collect();
        warnings
    };
    fs::remove_dir_all(&cache).expect("a cache");
    fs::write(&cache, "mine").expect("a file");
    for args in [&[][..], &["--verify"], &[]] {
        let said = builds(args);
        assert!(said.len() == 1 && said[0].contains("[cache]") && said[0].contains(".mensi/cache"), "{said:?}");
    }
    assert_eq!(fs::read(&cache).expect("a file"), b"mine");
    fs::remove_file(&cache).expect("a file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", &cache).expect("a link");
        assert_eq!(builds(&[]).len(), 1);
        fs::remove_file(&cache).expect("a link");
    }
    assert_eq!(builds(&[]), Vec::<String>::new());
    for name in fs::read_dir(&cache).expect("a cache").map(|entry| entry.expect("readable").path()).collect::<Vec<_>>()
    {
        fs::remove_file(&name).expect("a file");
        fs::create_dir_all(name.join("deep")).expect("a folder");
    }
    assert!(!builds(&[]).is_empty());
    fs::write(site.path().join("content/more.md"), "---\ntitle: More\n---\n").expect("a file");
    assert_eq!(mensi(site.path(), &["build"]).0, 0);
    fs::remove_file(site.path().join("content/more.md")).expect("a file");
    assert_eq!(builds(&[]), Vec::<String>::new(), "each has made way for a file");
}

#[cfg(unix)]
#[test]
fn errors_of_the_content_are_one_and_publish_nothing() {
    let site = site();
    std::os::unix::fs::symlink("/etc/passwd", site.path().join("content/passwd.md")).expect("a link");
    let (code, out, err) = mensi(site.path(), &["build"]);
    assert_eq!(code, 1, "{err}");
    assert!(out.is_empty() && err.contains("link-outside") && err.contains("nothing was published"), "{err}");
    assert!(!err.contains('\u{1b}'), "no colour but on a terminal");
    assert!(!site.path().join("public").exists());
    let (code, out, err) = mensi(site.path(), &["check", "--format", "json", "--quiet"]);
    assert_eq!((code, err.as_str()), (1, ""));
    for line in out.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("one object a line");
        let keys: Vec<_> = ["code", "severity", "file", "line", "column", "message", "help"].to_vec();
        assert!(keys.iter().all(|key| object.get(key).is_some()), "{line}");
    }
}

#[test]
fn init_makes_a_site_and_overwrites_nothing() {
    let folder = folder();
    let (code, out, err) = mensi(folder.path(), &["init", "my site"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("mensi-site check --root 'my site'") && out.contains("mensi-site build"), "{out}");
    assert!(out.contains("Next:\n  mensi-site serve --open --root 'my site'\n"), "{out}");
    let site = folder.path().join("my site");
    assert!(site.join("mensi.yaml").is_file() && site.join("content/index.cs.md").is_file());
    fs::write(site.join("mensi.yaml"), "mine").expect("a file");
    fs::remove_file(site.join("content/about.md")).expect("a file");
    let (code, _, err) = mensi(folder.path(), &["init", "my site"]);
    assert!(code == 2 && err.contains("mensi.yaml") && err.contains("content/index.md"), "{err}");
    assert_eq!(fs::read_to_string(site.join("mensi.yaml")).expect("a file"), "mine");
    assert!(!site.join("content/about.md").exists(), "nothing is written where anything is in the way");
    assert_eq!(mensi(folder.path(), &["init", "--root", "other", "-q"]), (0, String::new(), String::new()));
}

#[test]
fn new_documents_and_translations() {
    let site = site();
    let file = |path: &str| fs::read_to_string(site.path().join(path));
    let (code, out, err) = mensi(site.path(), &["new", "case-study", "shared"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("content/case-studies/shared.md"), "{out}");
    assert!(file("content/case-studies/shared.md").expect("a file").contains("title:"));

    assert_eq!(mensi(site.path(), &["new", "event", "kick-off"]).0, 0);
    let (code, _, err) = mensi(site.path(), &["check", "--format", "short"]);
    let missing = |field: &str| err.contains(&format!("missing-field]: `{field}` is missing"));
    assert!(code == 1 && missing("title") && missing("start"), "what is not filled in is reported: {err}");
    fs::remove_file(site.path().join("content/events/kick-off.md")).expect("a file");

    assert_eq!(mensi(site.path(), &["new", "case-study", "shared"]).0, 2, "it is there");
    let config = file("mensi.yaml").expect("a file").replace("languages: [en, cs]", "languages: [en, cs, hu]");
    fs::write(site.path().join("mensi.yaml"), config).expect("a file");
    assert_eq!(mensi(site.path(), &["new", "page", "about", "--lang", "hu"]).0, 0);
    let translation = file("content/about.hu.md").expect("a file");
    assert!(translation.contains("# title of the source: About this site\ntitle: \"\"\n"), "{translation}");
    let case = file("content/case-studies/shared.md").expect("a file");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("new-case-study", case);
    });
    let (code, _, err) = mensi(site.path(), &["new", "page", "about", "--lang", "cs"]);
    assert!(code == 2 && err.contains("content/about.cs.md"), "{err}");
    assert!(file("content/about.cs.md").expect("a file").contains("O těchto stránkách"));
    let (code, _, err) = mensi(site.path(), &["new", "page", "absent", "--lang", "cs"]);
    assert!(code == 2 && err.contains("no-source"), "{err}");
}

#[test]
fn a_translation_is_into_another_language_of_the_site() {
    let site = site();
    let files = || fs::read_dir(site.path().join("content")).expect("readable").count();
    let before = files();
    let (code, _, err) = mensi(site.path(), &["new", "page", "about", "--lang", "xx"]);
    assert!(code == 2 && err.contains("unknown-language") && err.contains("the languages are en, cs"), "{err}");
    let (code, _, err) = mensi(site.path(), &["new", "page", "about", "--lang", "en"]);
    assert!(code == 2 && err.contains("own-language") && err.contains("content/about.md is written in `en`"), "{err}");
    assert!(err.contains("to translate it, use one of cs"), "{err}");
    // One that says in which language it is.
    let czech = "---\ntitle: Kontakt\nlanguage: \"cs\" # not English\n---\n";
    fs::write(site.path().join("content/contact.md"), czech).expect("a file");
    let (code, _, err) = mensi(site.path(), &["new", "page", "contact", "--lang", "cs"]);
    assert!(code == 2 && err.contains("own-language"), "{err}");
    assert_eq!(mensi(site.path(), &["new", "page", "contact", "--lang", "en"]).0, 0);
    assert_eq!(files(), before + 2);
    fs::write(site.path().join("mensi.yaml"), "title: x\n").expect("a file");
    let (code, _, err) = mensi(site.path(), &["new", "page", "contact", "--lang", "hu"]);
    assert!(code == 1 && err.contains("missing-field") && err.contains("nothing was written"), "{err}");
}

#[test]
fn a_damaged_cache_is_told_once_though_there_are_errors() {
    let site = site();
    let build = || mensi(site.path(), &["build"]).2;
    assert_eq!(build(), "");
    fs::write(site.path().join("content/wrong.md"), "---\ntitle:\n---\n").expect("a file");
    for name in ["pages-public", "stamps", "parses", "bodies"] {
        fs::write(site.path().join(".mensi/cache").join(name), "damaged").expect("a file");
    }
    let err = build();
    assert!(err.contains("missing-field") && err.matches("it is damaged").count() == 4, "{err}");
    let err = build();
    assert!(err.contains("missing-field") && !err.contains("warning[cache]"), "{err}");
}

#[test]
fn stages_are_told_once() {
    let site = site();
    for _ in 0..2 {
        let (code, out, _) = mensi(site.path(), &["build", "--timings"]);
        assert!(code == 0 && out.matches("scan").count() == 1 && out.matches(" in all").count() == 1, "{out}");
    }
    assert!(mensi(site.path(), &["build"]).1.contains("It took "));
}

#[test]
fn what_the_help_and_init_name_as_output_is_kept_out_of_git() {
    let site = site();
    let ignored = fs::read_to_string(site.path().join(".gitignore")).expect("a file");
    assert!(ignored.contains("/public-*/\n"));
    let help = mensi(site.path(), &["build", "--help"]).1;
    let readme = include_str!("../README.md");
    let named =
        help.split("--out ").chain(readme.split("--out ")).skip(1).filter_map(|rest| rest.split([' ', '`']).next());
    let named: Vec<_> = named.filter(|name| name.starts_with(char::is_alphabetic)).collect();
    assert!(named.contains(&"public-on-disk") && named.iter().all(|name| name.starts_with("public")), "{named:?}");
}
