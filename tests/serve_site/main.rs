//! `mensi-site serve`: the real program on a real disk, asked over the network.
//!
//! What it sends is what `build` writes, its one reload script apart, after every save; what is wrong is told, and the
//! last good page stays.

#[path = "../common/mod.rs"]
mod common;
#[path = "../laws/edits.rs"]
#[allow(dead_code, reason = "nothing is done to a cache here")]
mod edits;
#[path = "../common/http.rs"]
mod http;
mod law;
#[path = "../laws/model.rs"]
#[allow(dead_code, reason = "as above")]
mod model;
mod served;
#[path = "../laws/tables.rs"]
mod tables;
#[path = "../laws/world.rs"]
#[allow(dead_code, reason = "as above")]
mod world;
mod wrong;

use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use common::{Entry, Site, good, over, tree};
use served::{Live, eventually, serve, start};

#[test]
fn whatever_is_saved_is_what_a_build_would_write() {
    let mut live = Live::new(good(), &[]);
    live.settles();
    // A body; and a title, which other pages show, by rename, as editors save.
    live.save("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nNew **words**.\n");
    live.settles();
    let school = "---\ntitle: ZŠ Nová\nrole: mentor\ncluster: cz-1\ncountry: CZ\n---\n## How we work\n\nWell.\n";
    fs::write(live.site.root().join("content/schools/.saved"), school).expect("a file");
    fs::rename(live.site.root().join("content/schools/.saved"), live.site.root().join("content/schools/cz-mentor.md"))
        .expect("in one folder");
    live.files.insert("content/schools/cz-mentor.md".into(), Entry::File(school.into()));
    live.settles();
    // A template, a message, the configuration, static files.
    live.save("//- themes/plain/templates/not-found.html\n{% extends \"base.html\" %}{% block main %}Gone{% endblock main %}\n");
    live.settles();
    live.save("//- i18n/cs/words.ftl\nskip-link = Přejít k textu\n");
    live.settles();
    live.save("//- static/files/a.txt\none\n//- static/.well-known/security.txt\nContact: mailto:x@x.example\n");
    live.settles();
    live.save("//- static/files/a.txt\ntwo\n");
    live.settles();
    live.save(
        "//- mensi.yaml\ntitle: New\nbase_url: https://mensi.example.eu/sub/\ndefault_language: en\nlanguages: [en, cs]\ntheme: plain\n",
    );
    live.settles();
    // A document comes and goes.
    live.save("//- content/news/more.md\n---\ntitle: More\ndate: 2022-02-02\n---\nMore.\n");
    live.settles();
    live.save("//- content/news/more.md removed\n");
    live.settles();
    // Ten files at once, some in folders that were not there.
    let ten: String = (0..10)
        .map(|n| {
            let (folder, day) = (if n > 6 { "/index" } else { "" }, n % 9 + 1);
            format!("//- content/news/n-{n}{folder}.md\n---\ntitle: News {n}\ndate: 2022-03-0{day}\n---\nText {n}.\n")
        })
        .collect();
    live.save(&ten);
    live.settles();
    let ten = ten.replace("Text", "Other text").replace("title: News", "title: Newer");
    live.save(&ten);
    live.settles();
    // A folder goes, with all that is in it.
    fs::remove_dir_all(live.site.root().join("content/news")).expect("a folder");
    live.files.retain(|path, _| !path.starts_with("content/news/"));
    live.settles();
    // And a folder takes another name.
    fs::rename(live.site.root().join("static/files"), live.site.root().join("static/papers")).expect("a folder");
    let file = live.files.remove("static/files/a.txt").expect("a file");
    live.files.insert("static/papers/a.txt".into(), file);
    live.settles();
    assert!(live.served.said().0.contains("Made again in "), "{:?}", live.served.said());
}

#[test]
fn a_picture_is_sent_in_its_sizes() {
    let put = |live: &mut Live, shade| {
        let file = [("static/wide.png".to_owned(), Entry::File(common::png((600, 7), shade)))];
        live.site.write(&file.clone().into());
        live.files.extend(file);
    };
    let mut live = Live::new(good(), &[]);
    put(&mut live, 1);
    live.settles();
    // It has sizes as soon as a page shows it, and others when it is another picture of the same extent.
    live.save("//- content/about.md\n---\ntitle: About\n---\n## Words\n\n![A wide picture](/wide.png)\n");
    live.settles();
    let size = |live: &Live| live.served.file("pictures/wide-png-480.png").expect("a build writes it");
    let before = size(&live);
    put(&mut live, 2);
    live.settles();
    assert_ne!(size(&live), before);
}

#[test]
fn what_is_to_come_is_shown_where_it_is_asked_for() {
    let more = "//- content/news/draft.md\n---\ntitle: Draft\ndate: 2022-02-02\ndraft: true\n---\n\
        //- content/news/later.md\n---\ntitle: Later\ndate: 2022-02-02\npublish_on: 2026-12-01\n---\n";
    for (args, there, gone) in [
        (&[][..], "", "draft later"),
        (&["--drafts"], "draft later", ""),
        (&["--as-of", "2026-12-01"], "later", "draft"),
    ] {
        let live = Live::new(&over(good(), more), args);
        let is_there = |id: &str| live.served.file(&format!("en/news/{id}/index.html")).is_some();
        assert!(there.split_whitespace().all(is_there), "{args:?}");
        assert!(!gone.split_whitespace().any(is_there), "{args:?}");
    }
    let mut live = Live::new(&over(good(), more), &["--drafts"]);
    live.save("//- content/news/draft.md\n---\ntitle: Draft\ndate: 2022-02-02\ndraft: true\n---\nNew\n");
    live.served.shows("en/news/draft/index.html", "New");
}

#[test]
fn nothing_is_written_but_the_cache_and_that_is_used() {
    let site = Site::new(good());
    let files = || tree(&site.root()).into_keys().collect::<BTreeSet<_>>();
    let before = files();
    // What was written within the last tick of the disk's clock is not trusted, and not remembered.
    thread::sleep(Duration::from_millis(100));
    let served = serve(&site, &[]);
    eventually("the cache is kept", || {
        let kept: Vec<_> = files().difference(&before).cloned().collect();
        assert!(kept.iter().all(|path| path.starts_with(".mensi/")), "{kept:?}");
        let whole = ["stamps", "parses", "bodies"].iter().all(|name| kept.contains(&format!(".mensi/cache/{name}")));
        if whole { Ok(()) } else { Err(format!("{kept:?}")) }
    });
    drop(served);
    // A damaged one is a warning.
    fs::write(site.root().join(".mensi/cache/parses"), "mensi").expect("a file");
    let served = serve(&site, &[]);
    let (out, err) = served.said();
    assert!(err.contains("warning[cache]") && served.problem().is_none(), "{out}{err}");
    assert!(served.text("en/about/index.html").contains("<em>clusters</em>"));
}

#[test]
fn a_port_in_use_is_passed_over_and_said() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("bound").port();
    let site = Site::new(good());
    let served = serve(&site, &["--port", &port.to_string()]);
    let out = served.said().0;
    assert!(out.starts_with(&format!("Port {port} is in use by another program.\n")), "{out}");
    assert!(served.client.0.port() > port);
    assert_eq!(served.client.get("/en/").status, 200);
}

#[test]
fn a_mirror_that_there_is_not_is_told_at_the_start() {
    let mirrors = "//- mensi.yaml\ntitle: New\nbase_url: https://mensi.example.eu/\ndefault_language: en\nlanguages: [en, cs]\n\
        theme: plain\nmirrors: [{name: cz, base_url: https://portal.example.cz/, languages: [cs]}]\n";
    let site = Site::new(&over(good(), mirrors));
    let run = site.run(&["serve", "--port", "0", "--mirror", "nope"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("mensi.yaml has no mirror `nope`") && run.err.contains("are: cz"), "{}", run.err);
    serve(&site, &["--mirror", "cz"]).shows("cs/index.html", "<html");
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_browser_opens_the_address_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new(good());
    let programs = tempfile::tempdir().expect("a temporary folder");
    let xdg_open = programs.path().join("xdg-open");
    let told = |script: Option<&str>, display: &str| {
        if let Some(script) = script {
            fs::write(&xdg_open, script).expect("a file");
            fs::set_permissions(&xdg_open, fs::Permissions::from_mode(0o755)).expect("our own file");
        }
        let mut command = site.command(&["serve", "--port", "0", "--open"]);
        command
            .env("PATH", programs.path())
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("BROWSER");
        let served = served::spawn(command).serves();
        let url = format!("http://{}/", served.client.0);
        eventually("it says so", || {
            let out = served.said().0;
            if out.contains(&format!("open {url} in one yourself")) { Ok(()) } else { Err(out) }
        });
    };
    told(None, ":0");
    told(Some("#!/bin/sh\nexit 0\n"), "");
    told(Some("#!/bin/sh\nexit 3\n"), ":0");
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_when_it_is_told_to() {
    for signal in ["-TERM", "-INT"] {
        let site = Site::new(good());
        let mut served = serve(&site, &[]);
        let mut events = served.client.listen("page=%2Fen%2F");
        events.expect("hello");
        let sent = Command::new("kill").arg(signal).arg(served.id().to_string()).status().expect("kill");
        assert!(sent.success());
        let (_, time) = served.end();
        assert!(time < Duration::from_secs(2), "{signal}: {time:?}");
    }
}

#[test]
fn builds_of_the_same_site_go_on_beside_it() {
    let mut live = Live::new(good(), &[]);
    for number in 0..6 {
        let args: &[&str] = if number % 2 == 0 { &[] } else { &["--verify"] };
        thread::scope(|scope| {
            let build = scope.spawn(|| live.site.run(&[&["build"], args].concat()));
            let text = format!("---\ntitle: About\n---\n## Words\n\nText {number}.\n");
            fs::write(live.site.root().join("content/about.md"), &text).expect("a file");
            live.served.shows("en/about/index.html", &format!("Text {number}."));
            let run = build.join().expect("it ends");
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        });
        live.files.insert(
            "content/about.md".into(),
            Entry::File(fs::read(live.site.root().join("content/about.md")).expect("a file")),
        );
    }
    live.settles();
    // A build that has the lock, when it starts.
    let site = Site::new(good());
    let lock = mensi_site::io::lock(&site.root()).expect("free");
    let served = serve(&site, &[]);
    served.shows("en/about/index.html", "<em>clusters</em>");
    drop(lock);
    assert_eq!(served.said().1, "");
    let run = site.run(&["build"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    // Many that start together with it.
    for _ in 0..5 {
        let site = Site::new(good());
        thread::scope(|scope| {
            let builds: Vec<_> = (0..2).map(|_| scope.spawn(|| site.run(&["build"]))).collect();
            let served = serve(&site, &[]);
            served.shows("en/about/index.html", "<em>clusters</em>");
            assert_eq!(served.said().1, "");
            for build in builds {
                let run = build.join().expect("it ends");
                assert_eq!((run.code, run.err.as_str()), (0, ""));
            }
        });
    }
}

#[test]
fn what_is_saved_while_it_starts_is_not_missed() {
    for number in 0..12 {
        let site = Site::new(good());
        let starting = start(&site, &[]);
        thread::sleep(Duration::from_millis(number * 12));
        let text = format!("---\ntitle: About\n---\n## Words\n\nText {number}.\n");
        fs::write(site.root().join("content/about.md"), text).expect("a file");
        fs::create_dir_all(site.root().join("content/news/new")).expect("a folder");
        fs::write(site.root().join("content/news/new/index.md"), "---\ntitle: New\ndate: 2022-02-02\n---\n")
            .expect("a file");
        let served = starting.serves();
        served.shows("en/about/index.html", &format!("Text {number}."));
        served.shows("en/news/new/index.html", "New");
    }
}

/// A preview is open for days: what it made once and needs no more is forgotten.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_saves() {
    const SAVES: u32 = 60;
    let site = Site::new(good());
    let served = serve(&site, &[]);
    let mut times = Vec::new();
    let mut memory = Vec::new();
    for number in 0..SAVES {
        // Much to remember, and little to do.
        let line = format!("Line of save {number}, and words that go on and on until it ends.\n");
        let text = format!("---\ntitle: About\n---\nText {number}.\n\n```\n{}```\n", line.repeat(8000));
        let begun = Instant::now();
        fs::write(site.root().join("content/about.md"), text).expect("a file");
        served.shows("en/about/index.html", &format!("Text {number}."));
        times.push(begun.elapsed());
        let status = fs::read_to_string(format!("/proc/{}/status", served.id())).expect("it runs");
        let kib = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse().ok());
        memory.push(kib.unwrap_or(0_u64));
    }
    times.sort();
    let half = memory.len() / 2;
    let most = |part: &[u64]| part.iter().max().copied().unwrap_or_default() / 1024;
    let (first, last) = (most(&memory[..half]), most(&memory[half..]));
    println!(
        "{SAVES} saves, median {:?}; most memory {first} MiB in the first half, {last} MiB in the second",
        times[half]
    );
    // Half a megabyte a save: sites or sources that stay were many times that.
    assert!(last < first + 25, "{first} MiB and then {last} MiB");
}
