//! The preview server over the network, with a site made up for it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod client;
#[path = "../common/http.rs"]
mod http;

use std::io::Read;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use mensi_site::io::serve::{Preview, ServeOptions, bind};

use client::{Running, run};
use http::TAG;

#[test]
fn files_have_their_types_and_pages_the_script() {
    let site = run();
    let page = site.get("/cs/skoly/x/");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!((page.header("cache-control"), page.header("accept-ranges")), ("no-cache", "bytes"));
    let built = site.fake.file("cs/skoly/x/index.html").unwrap();
    assert_eq!(page.text().matches(TAG).count(), 1);
    assert_eq!(page.text().replacen(TAG, "", 1).as_bytes(), &*built);
    assert!(page.text().ends_with(&format!("{TAG}</body>")));
    for (path, media) in [
        ("/cs/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/assets/site.11111111.css", "text/css; charset=utf-8"),
        ("/files/a.pdf", "application/pdf"),
        ("/_mensi/reload.js", "text/javascript; charset=utf-8"),
    ] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, media), "{path}");
        assert!(!answer.text().contains(TAG), "{path}");
    }
    assert_eq!(site.get("/files/a.pdf").text(), "0123456789");
    assert_eq!(site.get("/_mensi/other").status, 404);
}

#[test]
fn gzip_where_it_is_allowed_and_worth_it() {
    let site = run();
    let ask = |path: &str, accept: &str| site.ask(&format!("GET {path}"), &[&format!("Accept-Encoding: {accept}")]);
    let small = ask("/assets/site.11111111.css", "br, gzip");
    assert_eq!((small.header("content-encoding"), small.header("vary")), ("gzip", "Accept-Encoding"));
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*small.body).read_to_string(&mut text).unwrap();
    let plain = ask("/assets/site.11111111.css", "gzip;q=0");
    assert_eq!((plain.header("content-encoding"), plain.text()), ("", text.as_str()));
    assert_ne!(plain.header("etag"), small.header("etag"));
    assert_eq!(ask("/cs/", "gzip").header("content-encoding"), "", "too small");
    site.fake.put("files/b.pdf", &"x".repeat(5000));
    assert_eq!(ask("/files/b.pdf", "gzip").header("content-encoding"), "", "no text");
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let site = run();
    for accept in ["Accept-Encoding: gzip", "Accept-Encoding: identity"] {
        let tag = site.ask("GET /assets/site.11111111.css", &[accept]).header("etag").to_owned();
        let ask = |tag: &str| site.ask("GET /assets/site.11111111.css", &[accept, &format!("If-None-Match: {tag}")]);
        let same = ask(&format!("\"x\", W/{tag}"));
        assert_eq!((same.status, same.body.len(), same.header("etag")), (304, 0, tag.as_str()));
        assert_eq!(ask("\"x\"").status, 200);
    }
    let tag = site.get("/cs/").header("etag").to_owned();
    site.fake.put("cs/index.html", "<body>jiný</body>");
    assert_eq!(site.ask("GET /cs/", &[&format!("If-None-Match: {tag}")]).status, 200);
    assert_eq!(site.ask("GET /nothing", &["If-None-Match: *"]).status, 404);
}

#[test]
fn ranges() {
    let site = run();
    let ask = |range: &str, more: &[&str]| {
        let range = format!("Range: bytes={range}");
        let answer = site.ask("GET /files/a.pdf", &[&[range.as_str()], more].concat());
        (answer.status, answer.header("content-range").to_owned(), answer.text().to_owned())
    };
    let part = |range: &str, text: &str| (206, format!("bytes {range}/10"), text.to_owned());
    let whole = (200, String::new(), "0123456789".to_owned());
    assert_eq!(ask("2-4", &[]), part("2-4", "234"));
    assert_eq!(ask("7-", &[]), part("7-9", "789"));
    assert_eq!(ask("-2", &[]), part("8-9", "89"));
    assert_eq!(ask("10-", &[]), (416, "bytes */10".to_owned(), String::new()));
    assert_eq!(ask("0-1,3-4", &[]), whole);
    let tag = site.get("/files/a.pdf").header("etag").to_owned();
    assert_eq!(ask("2-4", &[&format!("If-Range: {tag}")]), part("2-4", "234"));
    assert_eq!(ask("2-4", &["If-Range: \"old\""]), whole);
    let text = site.ask("GET /assets/site.11111111.css", &["Accept-Encoding: gzip", "Range: bytes=0-0"]);
    assert_eq!((text.status, text.text(), text.header("content-encoding")), (206, "a", ""));
}

#[test]
fn only_reading() {
    let site = run();
    let (get, head) = (site.get("/cs/"), site.ask("HEAD /cs/", &[]));
    assert_eq!((head.status, head.body.len()), (200, 0));
    for name in ["content-length", "content-type", "etag", "server-timing"] {
        assert!(!get.header(name).is_empty(), "{name}");
        assert_eq!(get.header(name), head.header(name), "{name}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = site.ask(&format!("{method} /cs/"), &[]);
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn addresses() {
    let site = run();
    let folder = site.get("/cs/skoly/x?q=1&r");
    assert_eq!((folder.status, folder.header("location")), (308, "/cs/skoly/x/?q=1&r"));
    assert_eq!(site.get("/mensi/cs/skoly/x/").text(), site.get("/cs/skoly/x/").text());
    assert_eq!(site.get("/mensi/cs").header("location"), "/mensi/cs/");
    assert_eq!(site.get("/mensi").header("location"), "/mensi/");
    site.fake.put("cs/š/index.html", "<body>š</body>");
    assert_eq!(site.get("/cs/%C5%A1/").status, 200);
    assert_eq!(site.get("/cs/%C5%A1").header("location"), "/cs/%C5%A1/");
    for nowhere in
        ["/../Cargo.toml", "/cs/%2e%2e/%2e%2e/etc/passwd", "//evil.example/", "/cs//skoly", "/cs/index.html/"]
    {
        let answer = site.get(nowhere);
        assert_eq!((answer.status, answer.header("location")), (404, ""), "{nowhere}");
    }
    for bad in ["/%00", "/cs/%ff", "/cs%5Cskoly", "/a%0d%0aSet-Cookie:x"] {
        assert_eq!(site.get(bad).status, 400, "{bad}");
    }
    // A preview that fails takes one answer with it, not the server.
    assert_eq!(site.get("/panic").status, 500);
    assert_eq!(site.get("/cs/").status, 200);
}

#[test]
fn the_404_page_is_in_the_readers_language() {
    let site = run();
    let text = |path: &str, languages: &str| {
        let answer = site.ask(&format!("GET {path}"), &[&format!("Accept-Language: {languages}")]);
        assert_eq!(answer.status, 404);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.text().matches(TAG).count(), 1);
        answer.text().replace(TAG, "")
    };
    assert_eq!(text("/cs/nic/", "en"), "<body>nenalezeno</body>");
    assert_eq!(text("/mensi/cs/nic/", "en"), "<body>nenalezeno</body>");
    assert_eq!(text("/nothing", "en-GB"), "<body>not found</body>");
    assert_eq!(text("/nothing", "fr"), "<body>nothing</body>");
    // German has no page of its own.
    assert_eq!(text("/de/nichts/", "en"), "<body>nothing</body>");
    for page in ["404.html", "cs/404.html"] {
        site.fake.take(page);
    }
    assert!(text("/cs/nic/", "fr").contains("no page at this address"));
}

#[test]
fn the_root_leads_to_the_readers_language() {
    let site = run();
    let ask = |path: &str, headers: &[&str]| {
        let answer = site.ask(&format!("GET {path}"), headers);
        assert!(answer.status == 200 || answer.header("vary") == "Accept-Language");
        (answer.status, answer.header("location").to_owned())
    };
    let to = |place: &str| (302, place.to_owned());
    let chooser = (200, String::new());
    assert_eq!(ask("/", &["Accept-Language: de-AT, en;q=0.5"]), to("/de/"));
    assert_eq!(ask("/", &["Accept-Language: en;q=0.5, cs"]), to("/cs/"));
    assert_eq!(ask("/mensi/", &["Accept-Language: cs"]), to("/mensi/cs/"));
    assert_eq!(ask("/?x=1", &["Accept-Language: cs"]), to("/cs/?x=1"));
    assert_eq!(ask("/", &["Accept-Language: fr"]), chooser);
    assert_eq!(ask("/", &[]), chooser);
    assert_eq!(ask("/?languages", &["Accept-Language: cs"]), chooser);
    assert_eq!(ask("/index.html", &["Accept-Language: cs"]), chooser);
    assert_eq!(ask("/", &["Accept-Language: cs", "Referer: http://localhost/cs/"]), chooser);
    assert_eq!(ask("/", &["Accept-Language: cs", "Referer: http://evil.example/localhost/"]), to("/cs/"));
}

#[test]
fn foreign_names_are_not_answered_for() {
    let site = run();
    let status =
        |host: &str, path: &str| site.raw(&format!("GET {path} HTTP/1.1\r\n{host}Connection: close\r\n\r\n")).status;
    let port = site.client.0.port();
    for ours in ["localhost", "127.0.0.1", "[::1]", "cs.localhost"] {
        assert_eq!(status(&format!("Host: {ours}\r\n"), "/cs/"), 200, "{ours}");
        assert_eq!(status(&format!("Host: {ours}:{port}\r\n"), "/cs/"), 200, "{ours}");
    }
    for path in ["/cs/", "/_mensi/reload.js", "/_mensi/events?page=/cs/"] {
        assert_eq!(status("Host: evil.example\r\n", path), 421, "{path}");
        assert_eq!(status("", path), 400, "{path}");
    }
    assert_eq!(status("Host: localhost\r\n", "http://evil.example/cs/"), 421);
    for foreign in ["Sec-Fetch-Site: cross-site", "Origin: http://evil.example", "Origin: null"] {
        assert_eq!(site.ask("GET /_mensi/events?page=/cs/", &[foreign]).status, 403, "{foreign}");
    }
}

#[test]
fn a_page_is_told_what_changed_and_nothing_else() {
    let site = run();
    let page = site.get("/cs/skoly/x/");
    let version =
        page.header("server-timing").strip_prefix("page;desc=\"").unwrap().strip_suffix('"').unwrap().to_owned();
    let mut events = site.listen(&format!("page=%2Fcs%2Fskoly%2Fx%2F&seen={version}"));
    assert_eq!(events.expect("hello"), format!("hello {{\"page\":\"{version}\"}}"));
    events.expect("mended");

    // Another page, then this one: the first is not told.
    site.fake.put("cs/index.html", "<body>jiný</body>");
    site.handle.changed();
    let restyled = "<!doctype html><link rel=stylesheet href=../../../assets/site.22222222.css><body>škola</body>";
    {
        let mut state = site.fake.0.lock().unwrap();
        state.style = "assets/site.22222222.css".to_owned();
        state.files.insert("cs/skoly/x/index.html".to_owned(), restyled.into());
    }
    site.handle.changed();
    let style = events.expect("style");
    assert!(style.contains("[[\"assets/site.11111111.css\",\"assets/site.22222222.css\"]]"), "{style}");
    assert!(site.get("/cs/skoly/x/").header("etag").trim_matches('"').chars().all(|c| c.is_ascii_hexdigit()));
    assert!(style.contains(site.get("/cs/skoly/x/").header("etag").trim_matches('"')), "{style}");

    site.fake.0.lock().unwrap().problem = Some("error: \"x\"\r\n  --> content/a.md".to_owned());
    site.handle.changed();
    assert_eq!(events.expect("problem"), "problem {\"text\":\"error: \\\"x\\\"\\r\\n  --> content/a.md\"}");
    site.handle.changed();
    let mut late = site.listen("page=%2Fcs%2F");
    late.expect("hello");
    late.expect("problem");
    site.fake.0.lock().unwrap().problem = None;
    site.fake.put("cs/skoly/x/index.html", "<body>nová</body>");
    site.handle.changed();
    events.expect("mended");
    events.expect("reload");
    late.expect("mended");
    site.fake.take("cs/skoly/x/index.html");
    site.handle.changed();
    events.expect("reload");
}

#[test]
fn a_picture_that_changes_at_its_address_changes_its_page() {
    let site = run();
    site.fake.put("cs/index.html", "<body><img src=\"../files/a%20b.png\"><img src=\"/mensi/files/c.png\"></body>");
    site.fake.put("files/a b.png", "1");
    let mut events = site.listen("page=%2Fcs%2F");
    events.expect("hello");
    events.expect("mended");
    for picture in ["files/a b.png", "files/c.png"] {
        site.fake.put("files/other.png", picture);
        site.handle.changed();
        site.fake.put(picture, "2");
        site.handle.changed();
        events.expect("reload");
    }
    // All changes have been looked at when this one has.
    site.fake.0.lock().unwrap().problem = Some("the end".to_owned());
    site.handle.changed();
    events.expect("problem");
}

#[test]
fn a_change_before_listening_is_not_missed() {
    let site = run();
    let mut events = site.listen("page=%2Fcs%2F&seen=0123456789abcdef");
    events.expect("hello");
    events.expect("reload");
    // Nothing that a client says as its page does harm.
    for page in ["", "..", "%2F..%2F..%2Fetc%2Fpasswd", "%00", "%2F%2500", "%ff", "x%0d%0ay", "%2Fcs", "%2Fpanic"] {
        let mut events = site.listen(&format!("page={page}"));
        if page != "%2Fpanic" {
            events.expect("hello");
        }
        site.handle.changed();
    }
    assert_eq!(site.get("/cs/").status, 200);
}

#[test]
fn stopping_does_not_wait_for_open_streams() {
    let site = run();
    let mut events = site.listen("page=%2Fcs%2F");
    events.expect("hello");
    events.expect("mended");
    let begun = Instant::now();
    drop(site);
    assert_eq!(events.next(), None);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[test]
fn a_port_in_use_is_passed_over() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let site = Running::on(run().fake.clone(), ServeOptions { port, ..ServeOptions::default() });
    assert!(site.client.0.port() > port);
    assert_eq!(site.get("/cs/").status, 200);
}

#[test]
fn all_addresses_when_asked() {
    let names = vec!["portal.test".to_owned()];
    let options = ServeOptions { host: "0.0.0.0".parse().unwrap(), port: 0, names };
    let server = bind(&options).unwrap();
    assert!(server.url().starts_with("http://127.0.0.1:"), "{}", server.url());
    drop(server);
    let mut site = run();
    site.handle.stop();
    site.thread.take().unwrap().join().unwrap();
    let mut site = Running::on(site.fake.clone(), options);
    site.client.0.set_ip("127.0.0.1".parse().unwrap());
    let status =
        |host: &str| site.raw(&format!("GET /cs/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).status;
    assert_eq!((status("192.168.7.7"), status("portal.test:80"), status("evil.example")), (200, 200, 421));
}
