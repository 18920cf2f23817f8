//! The preview in a real browser; see browser.rs for what it needs.
//!
//! tests/browser/reload.mjs looks at the server and the watcher by themselves: what is served is a folder, `content` of a
//! site, and no builder takes part. tests/browser/portal.mjs edits a copy of the portal, which the real program serves.

mod common;
#[path = "common/http.rs"]
mod http;
#[path = "serve_site/served.rs"]
#[allow(dead_code, reason = "only started here")]
mod served;

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

use common::{Entry, Files, Site, tree};

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
        // What the page names: one save changes both, as one build does.
        let published = self.text("cs/index.html").and_then(|page| {
            let (_, rest) = page.split_once("assets/site.")?;
            Some(format!("assets/site.{}.css", rest.split_once(".css")?.0))
        });
        published.map(|published| ("site.css".to_owned(), published)).into_iter().collect()
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

/// Whether the browser can be asked; says so where it cannot.
fn can_run(test: &str) -> bool {
    let Some(what) = missing() else { return true };
    assert!(env::var_os("MENSI_REQUIRE_BROWSER").is_none_or(|it| it != "1"), "{what} is missing");
    // Past the test harness, which shows what a test prints only where it fails.
    let skipped = format!("{test}: SKIPPED, for want of {what}\n");
    let _ = std::io::Write::write_all(&mut std::io::stderr(), skipped.as_bytes());
    false
}

/// Runs a script on a folder and the address at which it is served.
fn run(script: &str, folder: &Path, url: &str) {
    let mut command = Command::new("node");
    command.current_dir(scripts()).arg(script).arg(folder).arg(url);
    if let Some(shots) = env::var_os("MENSI_SHOTS") {
        command.arg("--shots").arg(shots);
    }
    let output = command.output().expect("node starts");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{text}");
    assert!(output.status.success(), "{script} found something:\n{text}");
}

/// Save, see; break, see the overlay; mend, see the page.
#[test]
fn an_author_sees_what_is_saved() {
    if !can_run("the portal in the preview") {
        return;
    }
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Files::new();
    for folder in ["content", "i18n", "static", "themes"].into_iter().filter(|folder| home.join(folder).is_dir()) {
        files.extend(
            tree(&home.join(folder)).into_iter().map(|(path, bytes)| (format!("{folder}/{path}"), Entry::File(bytes))),
        );
    }
    files.insert("mensi.yaml".into(), Entry::File(fs::read(home.join("mensi.yaml")).expect("our own")));
    let site = Site::new(&files);
    let served = served::serve(&site, &[]);
    run("portal.mjs", &site.root(), &format!("http://{}/", served.client.0));
}

#[test]
fn an_open_page_follows_its_sources() {
    if !can_run("an open page") {
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
    run("reload.mjs", &content, &url);
}
