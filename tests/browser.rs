//! The finished site under the Nu HTML checker, axe-core and a real browser, by the scripts of tests/browser.
//!
//! They need node, java and chromium, and `npm install` in tests/browser. Where one is missing the tests say that they were
//! skipped; with MENSI_REQUIRE_BROWSER=1, as in .ci/run, they fail. Each kind of page is looked at in one language, the next
//! kind in the next; with MENSI_BROWSER=full, as in .ci/run, in all of them.

#[path = "browser/pseudo.rs"]
mod pseudo;

mod common;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, Weak};

use tempfile::TempDir;

use mensi_site::cache::Cache;
use mensi_site::foundation::{Day, Url};
use mensi_site::io;
use mensi_site::model::Drafts;
use mensi_site::pipeline::{self, LinkStyle, Options};

/// What is missing of what the scripts need.
fn missing() -> Vec<String> {
    let starts = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|out| out.status.success());
    let chromium = env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let mut missing: Vec<String> =
        ["node", "java", &chromium].into_iter().filter(|program| !starts(program)).map(str::to_owned).collect();
    if !scripts().join("node_modules/axe-core").is_dir() {
        missing.push("`npm install` in tests/browser".to_owned());
    }
    missing
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// Whether the scripts can run.
fn is_ready(test: &str) -> bool {
    let missing = missing();
    if missing.is_empty() {
        return true;
    }
    let why = format!("{test}: SKIPPED, for want of {}", missing.join(", "));
    assert!(env::var_os("MENSI_REQUIRE_BROWSER").is_none_or(|it| it != "1"), "{why}");
    // Past the test harness, which shows what a test prints only where it fails.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{why}\n").as_bytes());
    false
}

/// A site in a folder of its own: that of `root`, published at `base_url`.
fn publish(root: &Path, base_url: Option<&str>) -> TempDir {
    let options = Options {
        as_of: Day::new(2023, 2, 28).expect("a day"),
        base_url: base_url.and_then(Url::new),
        mirror: None,
        links: LinkStyle::Pages,
        drafts: Drafts::Hidden,
    };
    let snapshot = io::scan(root).expect("a site");
    let built = pipeline::build(&snapshot, &options, &Cache::default());
    assert!(!built.findings.has_errors(), "the site has errors: {:?}", built.findings.sorted());
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in &built.value.release().value.files {
        let file = folder.path().join(path.as_str());
        fs::create_dir_all(file.parent().expect("below the folder")).expect("writable");
        fs::write(file, bytes).expect("writable");
    }
    folder
}

/// This repository's own site, made once for the tests that run at the same time.
fn portal() -> Arc<TempDir> {
    static MADE: Mutex<Weak<TempDir>> = Mutex::new(Weak::new());
    shared(&MADE, None)
}

/// The same site below a path of its host.
fn portal_below_a_path() -> Arc<TempDir> {
    static MADE: Mutex<Weak<TempDir>> = Mutex::new(Weak::new());
    shared(&MADE, Some("https://host.example/sub/path/"))
}

fn shared(made: &Mutex<Weak<TempDir>>, base: Option<&str>) -> Arc<TempDir> {
    let mut made = made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    made.upgrade().unwrap_or_else(|| {
        let site = Arc::new(publish(Path::new(env!("CARGO_MANIFEST_DIR")), base));
        *made = Arc::downgrade(&site);
        site
    })
}

/// Runs a script on a site, and shows what it says.
fn run(script: &str, site: &Path, args: &[&str]) {
    let output =
        Command::new("node").current_dir(scripts()).arg(script).arg(site).args(args).output().expect("node starts");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{text}");
    assert!(output.status.success(), "{script} found something:\n{text}");
}

fn is_full() -> bool {
    env::var("MENSI_BROWSER").is_ok_and(|how| how == "full")
}

#[test]
fn the_nu_html_checker_finds_no_error() {
    if is_ready("vnu") {
        run("vnu.mjs", portal().path(), &[]);
    }
}

#[test]
fn every_kind_of_page_holds_in_a_browser() {
    if is_ready("axe") {
        let args: &[&str] = if is_full() { &["--axe", "--full"] } else { &["--axe"] };
        run("browse.mjs", portal().path(), args);
    }
}

#[test]
fn a_case_study_is_a_handout_of_two_pages() {
    if is_ready("handout") {
        run("handout.mjs", portal().path(), &[]);
    }
}

#[test]
fn the_place_is_kept_when_the_language_changes() {
    if is_ready("language") {
        run("language.mjs", portal().path(), &[]);
    }
}

#[cfg(feature = "search")]
#[test]
fn the_search_finds_what_readers_look_for() {
    if is_ready("search") {
        run("search.mjs", portal().path(), &[]);
    }
}

#[cfg(feature = "search")]
#[test]
fn the_search_works_below_a_path() {
    if is_ready("search below a path") {
        run("search.mjs", portal_below_a_path().path(), &["--path", "/sub/path/"]);
    }
}

#[test]
fn below_a_path_everything_loads() {
    if is_ready("browser below a path") {
        run("browse.mjs", portal_below_a_path().path(), &["--path", "/sub/path/"]);
    }
}

/// The portal in a language that is written from right to left, made of another of its languages.
#[test]
fn from_right_to_left_the_layout_is_mirrored() {
    if is_ready("right to left") {
        let sources = common::Site::new(&pseudo::portal());
        let shots = env::var("MENSI_SHOTS").ok();
        let args: Vec<&str> =
            std::iter::once(pseudo::LANG).chain(shots.iter().flat_map(|to| ["--shots", to])).collect();
        run("rtl.mjs", publish(&sources.root(), None).path(), &args);
    }
}

/// The small theme of tests/themes.rs, on the portal.
#[test]
fn a_theme_of_three_files_holds_in_a_browser() {
    if is_ready("a second theme") {
        let sources = common::Site::new(&pseudo::with_theme("evening", "tests/fixtures/theme-evening"));
        let few = ["--axe", "--kinds", "home,list,case-study,school,cluster"];
        run("browse.mjs", publish(&sources.root(), None).path(), &few);
    }
}

#[test]
fn cases_are_compared_with_and_without_script() {
    if is_ready("compare") {
        run("compare.mjs", portal().path(), &[]);
    }
}

#[test]
fn what_is_read_can_be_read_without_a_line() {
    if is_ready("offline") {
        run("offline.mjs", portal_below_a_path().path(), &["--path", "/sub/path/"]);
    }
}
