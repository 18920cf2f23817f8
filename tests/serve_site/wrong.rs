//! Errors, and how a site comes back from them.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::common::{Files, Site, fixture, good, over, with_theme};
use crate::served::{Live, eventually, serve};

const ABOUT: &str = "en/about/index.html";
const BROKEN: &str = "//- content/about.md\n---\ntitle: About\nrole: [\n---\nNew words.\n";

#[test]
fn a_broken_front_matter_leaves_the_last_good_site() {
    let mut live = Live::new(good(), &[]);
    live.settles();
    let mut events = live.served.client.listen("page=%2Fen%2Fabout%2F");
    events.expect("hello");
    events.expect("mended");
    live.save("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nBetter words.\n");
    events.expect("reload");
    let good_page = live.served.text(ABOUT);
    assert!(good_page.contains("Better words."));
    live.save(BROKEN);
    let told = events.expect("problem");
    assert!(told.contains("content/about.md:3") || told.contains("content/about.md:4"), "{told}");
    live.served.says("content/about.md:");
    live.served.says("1 error: the last good site stays");
    assert_eq!(live.served.text(ABOUT), good_page, "the last good page stays, with the edit before");
    // Another file is saved meanwhile.
    live.save("//- content/news/start.md\n---\ntitle: We start again\ndate: 2021-01-15\n---\n");
    assert!(live.served.problem().is_some());
    // Mended to what it was: only the other file is new.
    live.save("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nBetter words.\n");
    events.expect("mended");
    live.settles();
    live.served.shows("en/news/start/index.html", "We start again");
    live.save(BROKEN);
    events.expect("problem");
    live.save("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nThe best words.\n");
    events.expect("mended");
    events.expect("reload");
    live.served.shows(ABOUT, "The best words.");
    live.settles();
}

#[test]
fn a_template_that_fails_for_one_kind_is_told_of_though_nobody_looks() {
    let mut live = Live::new(good(), &[]);
    live.settles();
    let before = live.served.text("en/schools/cz-mentor/index.html");
    let school = "themes/plain/templates/school.html";
    live.save(&format!("//- {school}\n{{% extends \"base.html\" %}}{{% block main %}}{{{{ document.nothing.x }}}}{{% endblock main %}}\n"));
    let told = live.served.tells(school);
    assert!(told.contains("school.html:1"), "{told}");
    live.served.says("school.html:1");
    assert_eq!(live.served.text("en/schools/cz-mentor/index.html"), before, "the last good page stays");
    // An edit of another page is seen beneath it, and the error stays on the screen all the while.
    let mut events = live.served.client.listen("page=%2Fen%2Fabout%2F");
    events.expect("hello");
    events.expect("problem");
    live.save("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nSeen beneath.\n");
    events.expect("reload");
    let told = live.served.said().1.matches("school.html:1").count();
    live.served.tells(school);
    // Told once for each save, though the watcher reports that anything may have changed; then something else is wrong, and told.
    fs::create_dir(live.site.root().join("content/empty")).expect("a folder");
    thread::sleep(Duration::from_millis(100));
    live.save("//- content/news/start.md\n---\ntitle: [\n---\n");
    live.served.tells("content/news/start.md");
    let err = live.served.said().1;
    assert!(err.matches("school.html:1").count() <= told + 1, "{err}");
    events.expect("problem");
    live.served.shows(ABOUT, "Seen beneath.");
    assert_eq!(live.served.text("en/schools/cz-mentor/index.html"), before, "the last good page stays");
    live.save("//- content/news/start.md\n---\ntitle: We start\ndate: 2021-01-15\n---\n");
    live.served.tells(school);
    live.save(&format!(
        "//- {school}\n{{% extends \"base.html\" %}}{{% block main %}}<h1>School</h1>{{% endblock main %}}\n"
    ));
    live.served.shows("en/schools/cz-mentor/index.html", "<h1>School</h1>");
    events.until("mended");
    live.settles();
}

#[test]
fn an_edit_before_the_error_stays_though_not_all_pages_were_made_yet() {
    let mut live = Live::new(good(), &[]);
    for number in 0..10 {
        live.save(&format!("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nText {number}.\n"));
        live.served.shows(ABOUT, &format!("Text {number}."));
        live.save("//- content/news/start.md\n---\ntitle: [\n---\n");
        live.served.tells("content/news/start.md");
        assert!(live.served.text(ABOUT).contains(&format!("Text {number}.")));
        live.save(&format!("//- content/news/start.md\n---\ntitle: We start {number}\ndate: 2021-01-15\n---\n"));
        live.served.shows("en/news/start/index.html", &format!("We start {number}"));
    }
    live.settles();
}

/// An editor that empties a file and then writes it, the machine being busy.
#[test]
fn half_a_save_is_no_error() {
    const SAVES: usize = 10;
    let live = Live::new(good(), &[]);
    let place = live.site.root().join("content/about.md");
    for number in 0..SAVES {
        fs::write(&place, "").expect("a file");
        thread::sleep(Duration::from_millis(15));
        fs::write(&place, format!("---\ntitle: About\n---\n## Words\n\nText {number}.\n")).expect("a file");
        live.served.shows(ABOUT, &format!("Text {number}."));
    }
    let err = live.served.said().1;
    // A machine that is very busy may make it a long half.
    assert!(err.matches("the last good site stays").count() <= SAVES / 2, "{err}");
}

/// Files that no build needed to open are the last good ones too, though their sources are others by now.
#[test]
fn files_of_the_last_good_site_stay_whole() {
    let files = over(good(), "//- static/files/a.txt\none\n//- static/files/b.txt\nb\n");
    let site = Site::new(&files);
    // A cache of settled files, so that none is read again.
    eventually("the cache has the stamps", || {
        site.build(&[]);
        let stamps = fs::read(site.root().join(".mensi/cache/stamps")).map_or(0, |bytes| bytes.len());
        if stamps > 2000 { Ok(()) } else { Err(stamps.to_string()) }
    });
    let served = serve(&site, &[]);
    eventually("the cache was used and all is read", || served.file("files/b.txt").map(drop).ok_or(String::new()));
    site.write(&fixture("//- content/new/index.md\n---\ntitle: New\n---\nHere.\n"));
    served.shows("en/new/index.html", "Here.");
    site.write(&fixture(BROKEN));
    served.tells("content/about.md");
    site.write(&fixture("//- static/files/a.txt\nother\n"));
    fs::remove_file(site.root().join("static/files/b.txt")).expect("a file");
    for _ in 0..20 {
        assert_eq!((served.text("files/a.txt").as_str(), served.text("files/b.txt").as_str()), ("one\n", "b\n"));
    }
    site.write(&fixture("//- content/about.md\n---\ntitle: About\n---\n## Words\n\nMended.\n"));
    served.shows(ABOUT, "Mended.");
    served.shows("files/a.txt", "other");
    assert_eq!(served.file("files/b.txt"), None);
}

/// The whole way from a site that is wrong at the start.
fn comes_from(wrong: &Files, told: &str, mended: &Files) {
    let site = Site::new(wrong);
    let served = serve(&site, &[]);
    served.says(told);
    served.tells(told);
    let page = served.client.get("/en/");
    assert_eq!(page.status, 404);
    assert!(page.text().contains("Nothing here yet") && page.text().contains("/_mensi/reload.js"), "{}", page.text());
    site.write(mended);
    let cold = Site::new(&over_all(wrong, mended));
    cold.build(&[]);
    let expected = cold.public();
    eventually("the site is there", || {
        let differs = served.differs(&expected, [].iter()).or_else(|| served.problem());
        differs.map_or(Ok(()), |differs| Err(format!("{differs}\n{:?}", served.said())))
    });
}

fn over_all(below: &Files, above: &Files) -> Files {
    let mut files = below.clone();
    files.extend(above.clone());
    files
}

#[test]
fn a_site_that_is_wrong_at_the_start_comes_when_it_is_mended() {
    let about = fixture("//- content/about.md\n---\ntitle: About\n---\n## What we do\n");
    comes_from(&over(good(), BROKEN), "content/about.md", &about);
    let config = good().iter().filter(|(path, _)| *path == "mensi.yaml");
    let config: Files = config.map(|(path, entry)| (path.clone(), entry.clone())).collect();
    comes_from(&over(good(), "//- mensi.yaml\ntitle: [\n"), "mensi.yaml", &config);
    comes_from(&over(good(), "//- mensi.yaml\ntitel: x\n"), "mensi.yaml", &config);
}

#[test]
fn a_site_without_content_gets_some() {
    let empty = with_theme(fixture(
        "//- mensi.yaml\ntitle: Site\nbase_url: https://x.example/\ndefault_language: en\nlanguages: [en]\ntheme: plain\n",
    ));
    let site = Site::new(&empty);
    let served = serve(&site, &[]);
    site.write(&fixture("//- content/index.md\n---\ntitle: Home\n---\nFirst words.\n"));
    served.shows("en/index.html", "First words.");
    eventually("nothing is wrong", || served.problem().map_or(Ok(()), Err));
}

#[test]
fn a_configuration_that_goes_and_comes_again() {
    let mut live = Live::new(good(), &[]);
    live.settles();
    let place = live.site.root().join("mensi.yaml");
    let text = fs::read(&place).expect("a file");
    for _ in 0..3 {
        fs::remove_file(&place).expect("a file");
        live.served.tells("mensi.yaml");
        assert!(live.served.text(ABOUT).contains("clusters"), "the last good site stays");
        fs::write(&place, &text).expect("a file");
        live.settles();
    }
    // And the whole of the content, as `git stash` and `git checkout` do.
    let (content, aside) = (live.site.root().join("content"), live.site.root().join(".aside"));
    fs::rename(&content, &aside).expect("a folder");
    eventually("it is missed", || live.served.file(ABOUT).map_or(Ok(()), |_| Err(String::new())));
    fs::rename(&aside, &content).expect("a folder");
    live.settles();
}
