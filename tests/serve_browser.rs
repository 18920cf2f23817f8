//! The preview server and the watcher under a real browser, by tests/browser/reload.mjs; see browser.rs for what it needs.
//!
//! What is served is a folder, `content` of a site: no builder takes part.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use mensi_site::io::serve::{Handle, Preview, ServeOptions, bind, serve};
use mensi_site::io::{WatchOptions, watch};

struct Folder(PathBuf);

impl Folder {
    fn text(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.0.join(name)).ok()
    }
}

impl Preview for Folder {
    fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        fs::read(self.0.join(path)).ok().map(Arc::from)
    }

    fn languages(&self) -> Vec<String> {
        vec!["cs".to_owned(), "en".to_owned()]
    }

    fn base_path(&self) -> String {
        "/".to_owned()
    }

    fn stylesheets(&self) -> BTreeMap<String, String> {
        self.text("style.txt").map(|published| ("site.css".to_owned(), published)).into_iter().collect()
    }

    fn problem(&self) -> Option<String> {
        self.text("problem.txt")
    }
}

/// What is missing of what the script needs.
fn missing() -> Option<&'static str> {
    let chromium = env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let starts = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|out| out.status.success());
    match (starts("node") && starts(&chromium), scripts().join("node_modules/axe-core").is_dir()) {
        (false, _) => Some("node or chromium"),
        (_, false) => Some("`npm install` in tests/browser"),
        _ => None,
    }
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

#[test]
fn an_open_page_follows_its_sources() {
    if let Some(what) = missing() {
        assert!(env::var_os("MENSI_REQUIRE_BROWSER").is_none_or(|it| it != "1"), "{what} is missing");
        // Past the test harness, which shows what a test prints only where it fails.
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            format!("an open page: SKIPPED, for want of {what}\n").as_bytes(),
        );
        return;
    }
    let site = tempfile::tempdir().expect("a temporary folder");
    let content = site.path().join("content");
    fs::create_dir(&content).expect("writable");
    fs::write(site.path().join("mensi.yaml"), "").expect("writable");

    let first = bind(&ServeOptions { port: 0, ..ServeOptions::default() }).expect("a free port");
    let (url, port) = (first.url(), first.address().port());
    let handle: Arc<Mutex<Handle>> = Arc::new(Mutex::new(first.handle()));
    let (told, restart) = (Arc::clone(&handle), content.join("restart.txt"));
    let mut restarts = String::new();
    let _watch = watch(site.path(), &WatchOptions::default(), move |_| {
        let handle = told.lock().expect("no panic").clone();
        let asked = fs::read_to_string(&restart).unwrap_or_default();
        if asked == restarts {
            handle.changed();
        } else {
            restarts = asked;
            handle.stop();
        }
    })
    .expect("watching");
    let preview: Arc<dyn Preview> = Arc::new(Folder(content.clone()));
    // Ends with the test.
    thread::spawn(move || {
        let mut server = first;
        loop {
            serve(server, Arc::clone(&preview)).expect("serving");
            thread::sleep(Duration::from_millis(400));
            server = bind(&ServeOptions { port, ..ServeOptions::default() }).expect("the port is free again");
            assert_eq!(server.address().port(), port);
            *handle.lock().expect("no panic") = server.handle();
        }
    });
    let mut script = Command::new("node");
    script.current_dir(scripts()).arg("reload.mjs").arg(&content).arg(url);
    if let Some(shots) = env::var_os("MENSI_SHOTS") {
        script.arg("--shots").arg(shots);
    }
    let output = script.output().expect("node starts");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{text}");
    assert!(output.status.success(), "reload.mjs found something:\n{text}");
}
