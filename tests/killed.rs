//! A build that is killed at any moment: every page in the output is at every moment whole, of the site before or of the
//! site after; and the next build makes the site after, whatever the killed one left.
//!
//! `MENSI_KILLS` is the number of kills, a quarter of them of first builds. Half of them are spread over the whole length
//! of a build, half over the part in which files are written and come into place.

#![cfg(unix)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use common::{Entry, Files, Site, attributes, good, tree};

const KILLS: u32 = 100;
const LANGUAGES: [&str; 3] = ["en", "cs", "hu"];
const DOCUMENTS: usize = 90;

type Tree = BTreeMap<String, Vec<u8>>;

/// One of two sites that differ in almost every page: titles, a template, a stylesheet, slugs, languages, and which
/// documents there are.
fn sources(second: bool) -> Files {
    let word = if second { "Second" } else { "First" };
    let is_theme = |path: &str| path.starts_with("themes/plain/") && !path.starts_with("themes/plain/i18n/");
    let mut files: Files =
        good().iter().filter(|(path, _)| is_theme(path)).map(|(path, entry)| (path.clone(), entry.clone())).collect();
    let base = match &files["themes/plain/templates/base.html"] {
        Entry::File(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => unreachable!("the theme has files alone"),
    };
    let mut put = |path: String, text: String| drop(files.insert(path, Entry::File(text.into())));
    let link = "<link rel=\"stylesheet\" href=\"{{ site.root }}{{ asset(path=\"site.css\") }}\"></head>";
    put("themes/plain/templates/base.html".into(), format!("{}<!-- {word} -->\n", base.replace("</head>", link)));
    put("themes/plain/static/site.css".into(), format!("/* {word} */\n"));
    // A language less, and with it all its pages.
    let languages = &LANGUAGES[..if second { 3 } else { 2 }];
    put(
        "mensi.yaml".into(),
        format!(
            "title: {word}\nbase_url: https://x.example/\ndefault_language: en\nlanguages: [{}]\ntheme: plain\n",
            languages.join(", ")
        ),
    );
    put("content/index.md".into(), format!("---\ntitle: Home {word}\n---\n"));
    for lang in languages {
        let words = "skip-link = Skip\nnav-main = Menu\nnav-language = Languages\n";
        put(format!("i18n/{lang}/words.ftl"), words.to_owned());
    }
    for number in 0..DOCUMENTS {
        // Some are in one of the two alone, some under another address in each; one is a folder in the second.
        if number % 7 == usize::from(second) {
            continue;
        }
        let slug = if number % 3 == 0 { format!("slug: {}-{number}\n", word.to_lowercase()) } else { String::new() };
        let body = "A paragraph.\n\n## A heading\n\n".repeat(1 + number % 4);
        put(
            format!("content/news/n-{number}.md"),
            format!("---\ntitle: {word} {number}\ndate: 2022-01-{:02}\n{slug}---\n{body}", 1 + number % 28),
        );
    }
    let file = if second { "static/place/inner.txt" } else { "static/place" };
    put(file.into(), "A file that becomes a folder, and a file again.\n".into());
    files
}

/// Makes the sources those of a site; what is the same is left alone.
fn edit(site: &Site, files: &Files) {
    let folders = ["content", "i18n", "static", "themes"].into_iter();
    let before = folders.flat_map(|folder| {
        let found = tree(&site.root().join(folder)).into_iter();
        found.map(move |(path, bytes)| (format!("{folder}/{path}"), Entry::File(bytes)))
    });
    let before: Files = before.collect();
    for path in before.keys().filter(|path| !files.contains_key(*path)) {
        fs::remove_file(site.root().join(path)).expect("a file that is there");
    }
    // `static/place` is a file in one of the sites, and a folder in the other.
    let _ = fs::remove_dir(site.root().join("static/place"));
    let changed = files.iter().filter(|(path, entry)| before.get(*path) != Some(*entry));
    site.write(&changed.map(|(path, entry)| (path.clone(), entry.clone())).collect());
}

fn start(site: &Site) -> Child {
    let mut command = site.command(&["build", "--as-of", common::TODAY]);
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program starts")
}

/// How long a build takes until it writes its first file, and from there to its end.
fn measure(site: &Site) -> (Duration, Duration) {
    let begun = Instant::now();
    let mut build = start(site);
    let written = wait_for_stage(site, &mut build);
    let until = begun.elapsed();
    assert!(build.wait().expect("it ends").success() && written, "a build that writes, and is seen at it");
    (until, begun.elapsed() - until)
}

/// Waits until files are written beside the output; false if the build ends without.
fn wait_for_stage(site: &Site, build: &mut Child) -> bool {
    let stage = site.root().join("public/.mensi-tmp");
    loop {
        if stage.exists() {
            return true;
        }
        if build.try_wait().expect("our own child").is_some() {
            return false;
        }
        thread::sleep(Duration::from_micros(300));
    }
}

/// Starts a build and kills it at a moment; `part` of 1 is a little after its end.
fn kill(site: &Site, (until, after): (Duration, Duration), part: f64, writing: bool) {
    let mut build = start(site);
    let length = if writing {
        wait_for_stage(site, &mut build);
        after
    } else {
        until + after
    };
    thread::sleep(length.mul_f64(part * 1.1));
    let _ = build.kill();
    build.wait().expect("it ends");
}

/// Every page in the folder is that of one of the sites, and a page of all of them is there. What is wrong, else `None`.
fn look(public: &Path, sites: &[&Tree]) -> Option<String> {
    let mut seen = 0;
    for path in html_below(public) {
        let name = path.strip_prefix(public).expect("below it").to_string_lossy().into_owned();
        let bytes = match fs::read(&path) {
            // Removed since it was listed.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => continue,
            bytes => bytes.expect("a readable page"),
        };
        seen += 1;
        if !sites.iter().any(|site| site.get(&name) == Some(&bytes)) {
            return Some(format!("{name}, {} bytes, is of neither site", bytes.len()));
        }
    }
    let [before, after] = sites else { return None };
    let both = before.keys().filter(|path| path.ends_with(".html") && after.contains_key(*path));
    let gone = both.into_iter().find(|path| !public.join(path).is_file());
    gone.map(|path| format!("{path} is not there, {seen} others are"))
}

/// The pages below a folder that others change meanwhile; not those that wait for their place.
fn html_below(folder: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(next).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() && !path.ends_with(".mensi-tmp") {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                pages.push(path);
            }
        }
    }
    pages
}

/// Does something while the output is watched all the time; how often it was looked at as a whole.
fn watched(site: &Site, sites: &[&Tree], work: impl FnOnce()) -> usize {
    let done = AtomicBool::new(false);
    let public = site.root().join("public");
    thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut looks = 0;
            loop {
                // Asked first: there is a look after the end, too.
                let last = done.load(Ordering::Acquire);
                let begun = Instant::now();
                if let Some(wrong) = look(&public, sites) {
                    return Err(wrong);
                }
                looks += 1;
                if last {
                    return Ok(looks);
                }
                // The build needs a core of its own.
                thread::sleep(begun.elapsed() / 2);
            }
        });
        work();
        done.store(true, Ordering::Release);
        watcher.join().expect("it does not panic").unwrap_or_else(|wrong| panic!("{wrong}"))
    })
}

/// The next build is right, and leaves nothing behind but what any build does.
fn recovers(site: &Site, sites: &[&Tree]) -> usize {
    let looks = watched(site, sites, || drop(site.build(&[])));
    let after = sites.last().expect("at least the new one");
    let found = site.public();
    let path = found.keys().chain(after.keys()).find(|path| found.get(*path) != after.get(*path));
    assert_eq!(path, None, "it differs from the new site");
    assert!(!site.root().join("public/.mensi-tmp").exists());
    let mut top: Vec<_> =
        fs::read_dir(site.root()).expect("the site").map(|entry| entry.expect("an entry").file_name()).collect();
    top.sort();
    assert_eq!(top, [".mensi", "content", "i18n", "mensi.yaml", "public", "static", "themes"]);
    let left = tree(&site.root().join(".mensi")).into_keys().find(|path| path.ends_with("new") || path.contains("tmp"));
    assert_eq!(left, None, "a file that was about to take the place of another is left in .mensi");
    looks
}

/// The stylesheet of each page is there, as assets come before the pages that refer to them and go after them.
fn is_dressed(site: &Site) {
    let public = site.root().join("public");
    for path in html_below(&public) {
        let html = fs::read_to_string(&path).expect("a page");
        for href in attributes(&html, &["rel=\"stylesheet\""], "href") {
            // The page of a missing page, which is shown anywhere, names it from the root.
            let place = href.strip_prefix('/').map_or_else(|| path.with_file_name(href), |href| public.join(href));
            assert!(place.exists(), "{} refers to {href}", path.display());
        }
    }
}

/// Numbers from 0 to 1 that look random; the seed is shown when a test fails.
struct Random(u64);

impl Random {
    fn new() -> Random {
        let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(1, |now| now.as_micros() as u64);
        println!("seed {clock}");
        Random(clock | 1)
    }

    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1u64 << 24) as f64
    }
}

fn kills() -> u32 {
    std::env::var("MENSI_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(KILLS)
}

/// What a build makes of sources in a folder of its own.
fn clean(files: &Files) -> Tree {
    let site = Site::new(files);
    site.build(&[]);
    site.public()
}

#[test]
fn a_killed_build_leaves_whole_pages_and_the_next_completes_it() {
    let files = [sources(false), sources(true)];
    let site = Site::new(&files[1]);
    let own =
        BTreeMap::from([(".htaccess".to_owned(), b"mine".to_vec()), ("en/own.html".to_owned(), b"mine".to_vec())]);
    let write_own = |folder: &str| {
        for (path, bytes) in &own {
            let place = site.root().join(folder).join(path);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
            fs::write(place, bytes).expect("a file");
        }
    };
    write_own("public");
    let with_own = |mut site: Tree| {
        site.extend(own.clone());
        site
    };
    let sites = [with_own(clean(&files[0])), with_own(clean(&files[1]))];
    site.build(&[]);
    assert!(site.public() == sites[1]);
    let lengths = (0..4).map(|number| {
        edit(&site, &files[number % 2]);
        measure(&site)
    });
    // Whatever else the machine does makes it longer.
    let length = lengths.min_by_key(|(until, after)| *until + *after).expect("four of them");
    println!("a build: {length:?}, {} files", sites[1].len());
    let mut random = Random::new();
    let (mut looks, mut at_work) = (0, 0);
    for number in 0..kills() * 3 / 4 {
        let second = number % 2 == 0;
        let (before, after) = (&sites[usize::from(!second)], &sites[usize::from(second)]);
        edit(&site, &files[usize::from(second)]);
        let (part, writing) = (random.next(), number % 4 >= 2);
        looks += watched(&site, &[before, after], || kill(&site, length, part, writing));
        is_dressed(&site);
        let found = site.public();
        at_work += u32::from(found != *before && found != *after);
        looks += recovers(&site, &[before, after]);
    }
    println!("{} kills, {at_work} of them in the midst of it; looked {looks} times", kills() * 3 / 4);
}

#[test]
fn a_killed_first_build_leaves_whole_pages_and_the_next_completes_it() {
    let files = sources(false);
    let after = clean(&files);
    let site = Site::new(&files);
    let length = measure(&site);
    let mut random = Random::new();
    let mut at_work = 0;
    for number in 0..kills() / 4 {
        fs::remove_dir_all(site.root().join("public")).expect("it was built");
        // The cache of the build before stays every other time: it is written once with and once without another.
        fs::remove_dir_all(site.root().join(".mensi/written")).expect("it was built");
        if number % 2 == 0 {
            fs::remove_dir_all(site.root().join(".mensi")).expect("it was built");
        }
        let part = random.next();
        watched(&site, &[&after], || kill(&site, length, part, number % 4 >= 2));
        let public = site.root().join("public");
        at_work += u32::from(public.is_dir() && site.public() != after);
        recovers(&site, &[&after]);
    }
    println!("{} first builds were killed, {at_work} of them in the midst of it", kills() / 4);
}

/// Killed at the very end: everything is in place, and what it was staged in is still there.
#[test]
fn what_a_killed_build_left_goes_even_if_nothing_is_to_be_done() {
    let files = sources(false);
    let site = Site::new(&files);
    site.build(&[]);
    let after = site.public();
    let stage = site.root().join("public/.mensi-tmp");
    fs::create_dir_all(stage.join("tree/en")).expect("a folder");
    fs::write(stage.join("tree/en/index.html"), "half").expect("a file");
    recovers(&site, &[&after]);
}
