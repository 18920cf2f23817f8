//! What the tests of the whole program share: sites written down as one text, a theme of their own, and the two ways to
//! build them, through the program and in memory.
//!
//! A fixture holds several files, each after a line `//- path`. What follows the path changes how the file is written:
//! `bom`, `crlf`, `latin1`; `png` is a small picture whatever follows; `removed` takes a file of the good site away, `-> target` makes a symbolic link.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use mensi_site::cache::Cache;
use mensi_site::diag::{self, Diagnostics, Format};
use mensi_site::foundation::{Day, SourcePath};
use mensi_site::model::Drafts;
use mensi_site::pipeline::{self, LinkStyle, Options};
use mensi_site::release::Release;
use mensi_site::source::Snapshot;
use tempfile::TempDir;

/// The day on which all builds of the tests take place.
pub const TODAY: &str = "2026-03-31";

/// What stands at a path of a fixture.
#[derive(Clone, PartialEq, Debug)]
pub enum Entry {
    File(Vec<u8>),
    Link(String),
    Removed,
}

/// The files of a site by their paths.
pub type Files = BTreeMap<String, Entry>;

/// Takes a fixture apart.
pub fn fixture(text: &str) -> Files {
    let mut files = Files::new();
    let text = text.strip_prefix('\n').unwrap_or(text);
    for part in text.split("//- ").skip(1) {
        let (header, body) = part.split_once('\n').unwrap_or((part, ""));
        let (path, how) = header.trim().split_once(' ').unwrap_or((header.trim(), ""));
        let entry = match how {
            "" => Entry::File(body.into()),
            "removed" => Entry::Removed,
            "bom" => Entry::File(format!("\u{feff}{body}").into()),
            "crlf" => Entry::File(body.replace('\n', "\r\n").into()),
            "png" => Entry::File(png((7, 5), 0)),
            "latin1" => Entry::File(body.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect()),
            link => Entry::Link(link.strip_prefix("-> ").expect("a known word after the path").to_owned()),
        };
        files.insert(path.to_owned(), entry);
    }
    files
}

/// A picture of one shade of grey.
pub fn png(sides: (u32, u32), shade: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, sides.0, sides.1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("written to memory");
    writer.write_image_data(&vec![shade; (sides.0 * sides.1 * 3) as usize]).expect("written to memory");
    writer.finish().expect("written to memory");
    out
}

/// A fixture over other files.
pub fn over(below: &Files, text: &str) -> Files {
    let mut files = below.clone();
    files.extend(fixture(text));
    files
}

/// A small site in which nothing is wrong, in English and Czech; see fixtures/good.txt.
pub fn good() -> &'static Files {
    static GOOD: LazyLock<Files> = LazyLock::new(|| with_theme(fixture(include_str!("../fixtures/good.txt"))));
    &GOOD
}

/// The same files with the theme `plain`, whose words are those of the embedded theme.
pub fn with_theme(mut files: Files) -> Files {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (from, to) in [("tests/fixtures/theme", "themes/plain"), ("themes/mensi/i18n", "themes/plain/i18n")] {
        for (path, bytes) in tree(&home.join(from)) {
            files.entry(format!("{to}/{path}")).or_insert(Entry::File(bytes));
        }
    }
    files
}

/// All files below a folder and their bytes; links are named, not followed.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.expect("a readable folder").path();
            let name = path.strip_prefix(folder).expect("below the folder").to_str().expect("UTF-8").to_owned();
            if path.is_symlink() {
                let target = fs::read_link(&path).expect("a link");
                files.insert(name, format!("-> {}", target.display()).into_bytes());
            } else if path.is_dir() {
                open.push(path);
            } else {
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// What a run of the program said.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A temporary folder, on a RAM disk where there is one and nobody asked for another place: hundreds of builds that put
/// files into the places of others wait for the journal of a disk more than for anything else.
fn scratch() -> TempDir {
    let memory = Path::new("/dev/shm");
    let chosen = std::env::var_os("TMPDIR").is_none() && memory.is_dir();
    let folder = if chosen { tempfile::tempdir_in(memory).ok() } else { None };
    folder.unwrap_or_else(|| tempfile::tempdir().expect("a temporary folder"))
}

/// A site on disk, in a folder that is gone with it.
pub struct Site {
    folder: TempDir,
}

impl Site {
    pub fn new(files: &Files) -> Site {
        let site = Site { folder: scratch() };
        site.write(files);
        site
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().expect("it is there")
    }

    pub fn write(&self, files: &Files) {
        for (path, entry) in files {
            let place = self.folder.path().join(path);
            fs::create_dir_all(place.parent().expect("a file has a folder")).expect("a folder");
            match entry {
                Entry::File(bytes) => fs::write(&place, bytes).expect("a file"),
                Entry::Removed => fs::remove_file(&place).expect("a file that is there"),
                #[cfg(unix)]
                Entry::Link(target) => std::os::unix::fs::symlink(target, &place).expect("a link"),
                #[cfg(not(unix))]
                Entry::Link(_) => unreachable!("tests with links are for Unix"),
            }
        }
    }

    /// Runs `mensi-site` on this site, on [`TODAY`]. The folder is called `[site]` in what it says.
    pub fn run(&self, args: &[&str]) -> Run {
        self.said(self.command(&[args, &["--as-of", TODAY]].concat()).output().expect("the program starts"))
    }

    /// `mensi-site` on this site, to be started.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mensi-site"));
        command.args(args).arg("--root").arg(self.root()).env_remove("SOURCE_DATE_EPOCH");
        command
    }

    /// What it said; the folder is called `[site]`.
    pub fn said(&self, done: Output) -> Run {
        let root = self.root().display().to_string();
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8").replace(&root, "[site]");
        Run { code: done.status.code().expect("no signal"), out: text(done.stdout), err: text(done.stderr) }
    }

    /// Builds what must build, and without a word.
    pub fn build(&self, args: &[&str]) -> String {
        let Run { code, out, err } = self.run(&[&["build"], args].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        out
    }

    pub fn public(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.root().join("public"))
    }
}

/// The options of a plain build on [`TODAY`].
pub fn options() -> Options {
    Options {
        as_of: Day::parse(TODAY).expect("a day"),
        base_url: None,
        mirror: None,
        links: LinkStyle::Pages,
        drafts: Drafts::Hidden,
    }
}

/// The files as a build would read them, without a disk.
pub fn snapshot(files: &Files) -> Snapshot {
    let mut snapshot = Snapshot::default();
    for (path, entry) in files {
        if let Entry::File(bytes) = entry {
            snapshot.files.insert(SourcePath::new(path).expect("a clean path"), bytes.as_slice().into());
        }
    }
    snapshot
}

/// Builds and renders in memory.
pub fn render(snapshot: &Snapshot, options: &Options) -> (Release, Diagnostics) {
    let built = pipeline::build(snapshot, options, &Cache::default());
    let release = built.value.release();
    let mut findings = built.findings;
    findings.append(release.findings);
    (release.value, findings)
}

/// The release of a site in which nothing is wrong, as texts by path.
pub fn pages(files: &Files, options: &Options) -> BTreeMap<String, String> {
    let snapshot = snapshot(files);
    let (release, findings) = render(&snapshot, options);
    let drawn = diag::emit(&findings.sorted(), &snapshot, Format::Human { color: false, width: 100 });
    assert_eq!(drawn, "");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    release.files.iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

/// The value of each attribute of that name in the tags that contain all of `marks`.
pub fn attributes<'h>(html: &'h str, marks: &[&str], name: &str) -> Vec<&'h str> {
    let tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
    let key = format!(" {name}=\"");
    tags.filter(|tag| marks.iter().all(|mark| tag.contains(mark)))
        .filter_map(|tag| tag.split_once(&key)?.1.split('"').next())
        .collect()
}
