use super::super::sources::scan;
use super::*;

struct Site(tempfile::TempDir);

impl Site {
    fn new(files: &[&str]) -> Site {
        let site = Site(tempfile::tempdir().expect("a temporary folder"));
        site.put(CONFIG);
        files.iter().for_each(|file| site.put(file));
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("site").join(name)
    }

    fn put(&self, name: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("below the site")).expect("a folder");
        fs::write(path, name).expect("a file");
    }

    /// The files that were read, without the embedded theme, and the codes of what was refused with their files.
    fn scan(&self) -> (Vec<String>, Vec<String>) {
        let snapshot = scan(&self.path("")).expect("a site");
        let files = snapshot.files.keys().map(SourcePath::to_string).filter(|file| !file.starts_with(THEME_FOLDER));
        let refused = snapshot.refused.clone().sorted().into_iter().map(|finding| {
            let file = finding.span.map(|span| span.file.to_string()).unwrap_or_default();
            format!("{} {file}", finding.code)
        });
        (files.collect(), refused.collect())
    }
}

#[test]
fn a_site_is_its_folders_and_nothing_else() {
    let site = Site::new(&[
        "content/a.md",
        "content/škola/b.md",
        "i18n/cs/site.ftl",
        "static/.well-known/security.txt",
        "static/.DS_Store",
        "content/.draft.md",
        "content/.git/x.md",
        "content/a.md~",
        "content/.a.md.swp",
        "content/#a.md#",
        "content/Thumbs.db",
        "static/4913",
        "content/a.md___jb_tmp___",
        "content/.well-known/x.md",
        "public/index.html",
        "notes.txt",
    ]);
    let files = ["content/a.md", "content/škola/b.md", "i18n/cs/site.ftl", "mensi.yaml"];
    let expected: Vec<_> = files.into_iter().chain(["static/.well-known/security.txt"]).map(str::to_owned).collect();
    assert_eq!(site.scan(), (expected, vec![]));
}

#[test]
fn the_sites_own_theme_lies_over_the_embedded_one_file_by_file() {
    let site = Site::new(&["content/a.md"]);
    let theme = |site: &Site| {
        scan(&site.path("")).expect("a site").get("themes/mensi/theme.yaml").map(|file| file.bytes().to_vec())
    };
    assert_eq!(theme(&site).as_deref(), THEME.get_file("theme.yaml").map(|file| file.contents()));
    site.put("themes/mensi/theme.yaml");
    site.put("themes/mensi/templates/own.html");
    assert_eq!(theme(&site).as_deref(), Some(b"themes/mensi/theme.yaml".as_slice()));
    let snapshot = scan(&site.path("")).expect("a site");
    assert!(snapshot.get("themes/mensi/templates/own.html").is_some());
}

#[test]
fn without_a_configuration_there_is_no_site() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let problem = scan(folder.path()).expect_err("no mensi.yaml");
    assert_eq!(problem.code, "no-config");
    assert!(problem.message.contains(&folder.path().display().to_string()), "{problem}");
    assert!(problem.help.contains("mensi-site init") && problem.help.contains("--root"), "{problem}");
    assert_eq!(scan(&folder.path().join("absent")).expect_err("no folder").code, "no-config");
    fs::create_dir(folder.path().join(CONFIG)).expect("a folder");
    assert_eq!(scan(folder.path()).expect_err("a folder").code, "no-config");
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_tree_only() {
    use std::os::unix::fs::symlink;

    let site = Site::new(&["content/a/x.md", "shared/logo.svg", ".git/config"]);
    fs::create_dir_all(site.path("../elsewhere/deep")).expect("a folder");
    fs::write(site.path("../elsewhere/secret.md"), "secret").expect("a file");
    fs::create_dir_all(site.path("static")).expect("a folder");
    let link = |target: &str, name: &str| symlink(target, site.path(name)).expect("a link");
    link("../shared", "static/shared");
    link("a/x.md", "content/y.md");
    link("../../elsewhere", "content/out");
    link("../../elsewhere/secret.md", "content/secret.md");
    link("../.git/config", "static/config");
    link("..", "content/root");
    link("../a", "content/a/loop");
    link("gone.md", "content/broken.md");
    link("user@host.1234", "content/.#x.md");
    link("../content/a", "shared/again");

    let (files, refused) = site.scan();
    assert_eq!(files, ["content/a/x.md", "content/y.md", "mensi.yaml", "static/shared/logo.svg"]);
    let expected = [
        "unreadable-file content/broken.md",
        "link-loop content/a/loop",
        "link-outside content/out",
        "link-outside content/root",
        "link-outside content/secret.md",
        "link-outside static/config",
        "link-loop static/shared/again",
    ];
    let sorted = |mut list: Vec<String>| {
        list.sort();
        list
    };
    assert_eq!(sorted(refused), sorted(expected.map(str::to_owned).to_vec()));
}

#[cfg(unix)]
#[test]
fn all_of_a_folder_behind_a_link_is_found() {
    let site = Site::new(&["texts/x.md", "texts/schools/deep/y.md"]);
    std::os::unix::fs::symlink("texts", site.path("content")).expect("a link");
    let (files, refused) = site.scan();
    assert_eq!(files, ["content/schools/deep/y.md", "content/x.md", "mensi.yaml"]);
    assert_eq!(refused, [""; 0]);
}

#[cfg(unix)]
#[test]
fn names_and_files_that_cannot_be_used_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::net::UnixListener;

    let site = Site::new(&["content/a.md", "content/b\\c.md", "content/b\nc.md", "content/bad\u{7}/d.md"]);
    fs::write(site.path("content").join(OsStr::from_bytes(b"\xff.md")), "").expect("a file");
    let _socket = UnixListener::bind(site.path("content/socket.md")).expect("a socket");
    fs::write(site.path("static"), "").expect("a file");
    let (files, refused) = site.scan();
    assert_eq!(files, ["content/a.md", "mensi.yaml"]);
    let mut expected = vec!["bad-file-name content"; 4];
    expected.extend(["unreadable-file content/socket.md", "unreadable-file static"]);
    assert_eq!(refused, expected);
}

#[cfg(unix)]
#[test]
fn links_to_links_do_not_multiply() {
    let site = Site::new(&["content/d0/x.md"]);
    for level in 0..20 {
        fs::create_dir_all(site.path(&format!("content/d{level}"))).expect("a folder");
        for name in ["a", "b"] {
            let link = site.path(&format!("content/d{level}/{name}"));
            std::os::unix::fs::symlink(format!("../d{}", level + 1), link).expect("a link");
        }
    }
    site.put("content/d20/x.md");
    let (files, refused) = site.scan();
    assert!(files.len() < 10 && refused.len() < 100, "{} {}", files.len(), refused.len());
}
