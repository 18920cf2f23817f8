//! The finished site under the Nu HTML checker, axe-core and a real browser, by the scripts of tests/browser.
//!
//! They need node, java and chromium, and `npm install` in tests/browser. Where one is missing the tests say that they were
//! skipped; with MENSI_REQUIRE_BROWSER=1, as in .ci/run, they fail.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// This repository's own site in a folder of its own.
fn site(base_url: Option<&str>) -> tempfile::TempDir {
    let options = Options {
        as_of: Day::new(2023, 2, 28).expect("a day"),
        base_url: base_url.and_then(Url::new),
        mirror: None,
        links: LinkStyle::Pages,
        drafts: Drafts::Hidden,
    };
    let snapshot = io::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a site");
    let built = pipeline::build(&snapshot, &options, &Cache::default());
    assert!(!built.findings.has_errors(), "the site has errors: see `check`");
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in &built.value.release().value.files {
        let file = folder.path().join(path.as_str());
        fs::create_dir_all(file.parent().expect("below the folder")).expect("writable");
        fs::write(file, bytes).expect("writable");
    }
    folder
}

/// Runs a script on a site, and shows what it says.
fn run(script: &str, site: &Path, args: &[&str]) {
    let output =
        Command::new("node").current_dir(scripts()).arg(script).arg(site).args(args).output().expect("node starts");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{text}");
    assert!(output.status.success(), "{script} found something:\n{text}");
}

#[test]
fn the_nu_html_checker_finds_no_error() {
    if is_ready("vnu") {
        run("vnu.mjs", site(None).path(), &[]);
    }
}

#[test]
fn axe_finds_nothing_and_a_strict_policy_holds() {
    if is_ready("axe") {
        run("browse.mjs", site(None).path(), &["--axe"]);
    }
}

#[cfg(feature = "search")]
#[test]
fn the_search_finds_what_readers_look_for() {
    if is_ready("search") {
        run("search.mjs", site(None).path(), &[]);
    }
}

#[cfg(feature = "search")]
#[test]
fn the_search_works_below_a_path() {
    if is_ready("search below a path") {
        run("search.mjs", site(Some("https://host.example/sub/path/")).path(), &["--path", "/sub/path/"]);
    }
}

#[test]
fn below_a_path_everything_loads() {
    if is_ready("browser below a path") {
        let base = "https://host.example/sub/path/";
        run("browse.mjs", site(Some(base)).path(), &["--path", "/sub/path/"]);
    }
}
