use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::super::record::{mtime_ns, save};
use super::super::standing::InTheWay;
use super::in_place::union;
use super::*;
use crate::release::Release;

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Place {
        Place(tempfile::tempdir().expect("a temporary folder"))
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn record(&self) -> PathBuf {
        self.0.path().join(".mensi/written/public.json")
    }

    fn output(&self) -> Output {
        Output { folder: self.out(), record: self.record() }
    }

    fn apply(&self, release: &Release) -> Result<Applied, ApplyError> {
        let output = self.output();
        Target::open(&output, &Last::default())?
            .apply(release, &Pages::new(), &Looked::default(), &|| true)
            .map(|(done, _)| done)
    }

    fn done(&self, release: &Release) -> (usize, usize, usize) {
        let done = self.apply(release).expect("nothing is in the way");
        (done.written, done.unchanged, done.removed)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().expect("below the output")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Everything in the output folder; a folder ends in `/` and is named where it is empty.
    fn tree(&self) -> BTreeMap<String, String> {
        let entries = walkdir::WalkDir::new(self.out()).min_depth(1).into_iter().map(|entry| entry.expect("readable"));
        let named = entries.filter_map(|entry| {
            let path = entry.path().strip_prefix(self.out()).expect("below").to_str().expect("UTF-8").to_owned();
            match entry.file_type().is_dir() {
                true => {
                    let empty = fs::read_dir(entry.path()).expect("readable").next().is_none();
                    empty.then(|| (format!("{path}/"), String::new()))
                }
                false => Some((path, fs::read_to_string(entry.path()).unwrap_or_default())),
            }
        });
        named.collect()
    }

    fn age(&self, path: &str) {
        let file = File::options().write(true).open(self.out().join(path)).expect("a file");
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("a time");
    }

    fn mtime(&self, path: &str) -> u64 {
        mtime_ns(&fs::metadata(self.out().join(path)).expect("a file"))
    }
}

fn release(files: &[(&str, &str)]) -> Release {
    let file = |(path, text): &(&str, &str)| (OutPath::new(path).expect("clean"), text.as_bytes().into());
    Release { files: files.iter().map(file).collect() }
}

fn texts(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const OLD: [(&str, &str); 5] = [
    ("assets/site.1.css", "old css"),
    ("cs/skoly/x/index.html", "old x"),
    ("cs/skoly/y/index.html", "y"),
    ("en/index.html", "en"),
    ("index.html", "chooser"),
];

const NEW: [(&str, &str); 5] = [
    ("assets/site.2.css", "new css"),
    ("cs/skoly/x/index.html", "new x"),
    ("en/index.html", "en"),
    ("files/results/d1/a.pdf", "pdf"),
    ("index.html", "chooser"),
];

#[test]
fn the_folder_becomes_the_release() {
    let place = Place::new();
    assert_eq!(place.done(&release(&OLD)), (5, 0, 0));
    assert_eq!(place.tree(), texts(&OLD));
    let kept = place.mtime("en/index.html");
    assert_eq!(place.done(&release(&NEW)), (3, 2, 2));
    assert_eq!(place.tree(), texts(&NEW), "and no empty folder stays");
    assert_eq!(place.mtime("en/index.html"), kept);
    assert_eq!(place.done(&release(&[])), (0, 0, 5));
    assert!(place.tree().is_empty());
}

#[test]
fn a_second_time_nothing_is_written() {
    let place = Place::new();
    place.done(&release(&OLD));
    let record = fs::metadata(place.record()).expect("a record").modified().expect("a time");
    let folder = fs::metadata(place.out()).expect("a folder").modified().expect("a time");
    assert_eq!(place.done(&release(&OLD)), (0, 5, 0));
    assert_eq!(fs::metadata(place.record()).expect("a record").modified().expect("a time"), record);
    assert_eq!(fs::metadata(place.out()).expect("a folder").modified().expect("a time"), folder);
}

#[test]
fn what_was_changed_by_hand_is_put_right() {
    let place = Place::new();
    place.done(&release(&OLD));
    place.put("en/index.html", "by hand");
    place.put("index.html", "CHOOSER");
    fs::remove_dir_all(place.out().join("cs")).expect("a folder");
    assert_eq!(place.done(&release(&OLD)), (4, 1, 0));
    assert_eq!(place.tree(), texts(&OLD));
}

#[test]
fn a_touched_file_is_compared_and_keeps_its_time() {
    let place = Place::new();
    place.done(&release(&OLD));
    place.age("index.html");
    let aged = place.mtime("index.html");
    assert_eq!(place.done(&release(&OLD)), (0, 5, 0));
    assert_eq!(place.mtime("index.html"), aged);
}

#[test]
fn files_of_others_stay() {
    let place = Place::new();
    place.put(".gitignore", "*");
    place.put("cs/skoly/y/notes.txt", "mine");
    place.done(&release(&OLD));
    place.done(&release(&NEW));
    let mut expected = texts(&NEW);
    expected.extend(texts(&[(".gitignore", "*"), ("cs/skoly/y/notes.txt", "mine")]));
    assert_eq!(place.tree(), expected);
}

#[test]
fn all_files_in_the_way_are_named_and_nothing_is_changed() {
    let place = Place::new();
    place.put("en/index.html", "mine");
    place.put("cs", "mine too");
    place.put("index.html", "chooser");
    let before = place.tree();
    let Err(ApplyError::Foreign(found)) = place.apply(&release(&OLD)) else { panic!("two files are in the way") };
    let found = found.sorted();
    let files: Vec<_> = found.iter().map(|finding| finding.span.as_ref().expect("a file").file.as_str()).collect();
    assert_eq!(files, ["public/cs", "public/en/index.html"]);
    assert!(found.iter().all(|finding| finding.code == "foreign-file" && finding.help.is_some()));
    assert_eq!(place.tree(), before);
    assert!(!place.record().exists());
}

#[test]
fn a_lost_record_is_made_anew_where_the_files_are_the_same() {
    let place = Place::new();
    place.done(&release(&OLD));
    fs::remove_file(place.record()).expect("a record");
    assert_eq!(place.done(&release(&OLD)), (0, 5, 0));
    assert_eq!(place.done(&release(&[])), (0, 0, 5));
}

#[test]
fn many_files_in_the_way_are_one_finding_that_spares_what_is_the_users() {
    let place = Place::new();
    let pages = |word| (0..2000).map(move |n| (format!("en/p{n:04}/index.html"), format!("{word} {n}")));
    let some = |word| {
        let files: Vec<_> = pages(word).collect();
        release(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
    };
    place.done(&some("old"));
    fs::remove_file(place.record()).expect("a record");
    let before = place.tree();
    let Err(ApplyError::Foreign(found)) = place.apply(&some("new")) else { panic!("all files are in the way") };
    let found = found.sorted();
    let [finding] = &found[..] else { panic!("{} findings", found.len()) };
    assert!(finding.message.starts_with("2000 files are in the way"), "{}", finding.message);
    assert!(
        finding.message.ends_with(
            "public/en/p0000/index.html, public/en/p0001/index.html, public/en/p0002/index.html and 1997 more"
        )
    );
    let help = finding.help.as_deref().expect("a remedy");
    assert!(
        help.contains("move those to a safe place") && help.contains("--out") && !help.contains("delete"),
        "{help}"
    );
    assert_eq!(place.tree(), before);
}

#[test]
fn a_damaged_record_stops_the_build() {
    let place = Place::new();
    place.done(&release(&OLD));
    fs::write(place.record(), "{").expect("a record");
    let Err(ApplyError::Problem(problem)) = place.apply(&release(&NEW)) else { panic!("the record is damaged") };
    assert_eq!(problem.code, "bad-record");
    assert!(problem.help.contains("move those to a safe place") && !problem.help.contains("delete the"), "{problem}");
    assert!(problem.help.contains(&place.out().display().to_string()), "{problem}");
    assert_eq!(place.tree(), texts(&OLD));
}

#[test]
fn files_become_folders_and_folders_files() {
    let place = Place::new();
    let other = [("a", "file"), ("b/c/index.html", "folder"), ("d", "file")];
    place.done(&release(&[("a/b/index.html", "folder"), ("a/index.html", "folder"), ("b", "file"), ("d", "file")]));
    assert_eq!(place.done(&release(&other)), (2, 1, 3));
    assert_eq!(place.tree(), texts(&other));
}

#[test]
fn a_folder_in_the_way_is_named() {
    let place = Place::new();
    place.put("index.html/mine.txt", "mine");
    let Err(ApplyError::Foreign(found)) = place.apply(&release(&OLD)) else { panic!("a folder is in the way") };
    let found = found.sorted();
    assert_eq!((found.len(), found[0].code), (1, "foreign-folder"));
    assert!(found[0].message.starts_with("public/index.html"), "{found:?}");
    assert_eq!(place.tree(), texts(&[("index.html/mine.txt", "mine")]));
    fs::remove_dir_all(place.out()).expect("a folder");
    fs::write(place.out(), "").expect("a file");
    let Err(ApplyError::Problem(problem)) = place.apply(&release(&OLD)) else { panic!("public is a file") };
    assert_eq!(problem.code, "bad-output");
}

#[test]
fn a_failed_write_leaves_the_folder_as_it_was() {
    let place = Place::new();
    place.done(&release(&OLD));
    // A name that no disk takes fails while the files are written beside their places.
    let long = "x".repeat(300);
    let files: Vec<_> = NEW.into_iter().chain([(long.as_str(), "")]).collect();
    let Err(ApplyError::Problem(problem)) = place.apply(&release(&[(&*format!("{long}/index.html"), "")])) else {
        panic!("the name is too long")
    };
    assert_eq!(problem.code, "machine");
    assert!(place.apply(&release(&files)).is_err());
    assert_eq!(place.tree(), texts(&OLD), "and no temporary file stays");
    fs::remove_dir_all(place.out()).expect("a folder");
    assert!(place.apply(&release(&[(&*format!("{long}/index.html"), "")])).is_err());
    assert!(!place.out().exists());
}

/// A build that is killed after any number of renames: every file is whole, and the next build completes it.
#[test]
fn a_killed_build_is_completed() {
    let (old, new) = (release(&OLD), release(&NEW));
    for kill_after in 0..4 {
        let place = Place::new();
        place.done(&old);
        place.put("mine.txt", "mine");
        let (before, _) = load(&place.output(), &Last::default()).expect("a record");
        let stage = Stage::new(&place.out()).expect("writable");
        let nothing = Pages::new();
        let output = place.output();
        let target = Target::open(&output, &Last::default()).expect("a folder");
        let (staged, _) = target.staged(&stage, &new, &nothing, &Looked::default()).expect("written");
        save(&place.record(), &union(&before, &staged).expect("new files")).expect("written");
        let written = staged.iter().filter_map(|one| match one.outcome {
            Outcome::Written(waits) => Some((one.path, waits)),
            _ => None,
        });
        let mut way = InTheWay::default();
        way.look_at_folders_of(&place.out(), &before, written.clone().map(|(path, _)| path)).expect("readable");
        for (to, from) in stage.moves(written, &way.fresh).into_iter().flatten().take(kill_after) {
            fs::rename(place.out().join(from), place.out().join(to)).expect("renamed");
        }
        for (path, text) in place.tree().into_iter().filter(|(path, _)| !path.starts_with(".mensi-tmp")) {
            let whole = |files: &[(&str, &str)]| files.contains(&(path.as_str(), text.as_str()));
            assert!(whole(&OLD) || whole(&NEW) || path == "mine.txt", "{path}: {text}");
        }
        let (written, unchanged, removed) = place.done(&new);
        assert_eq!((written + unchanged, removed), (5, 2), "after {kill_after}");
        let mut expected = texts(&NEW);
        expected.extend(texts(&[("mine.txt", "mine")]));
        assert_eq!(place.tree(), expected, "after {kill_after}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    use std::os::unix::fs::symlink;

    let place = Place::new();
    let outside = place.0.path().join("outside");
    fs::create_dir_all(outside.join("skoly/y")).expect("a folder");
    fs::write(outside.join("skoly/y/index.html"), "outside").expect("a file");
    place.done(&release(&OLD));

    // A listed file that became a link: the link is replaced, what it points to stays.
    fs::remove_file(place.out().join("index.html")).expect("a file");
    symlink(outside.join("skoly/y/index.html"), place.out().join("index.html")).expect("a link");
    assert_eq!(place.done(&release(&OLD)).0, 1);
    assert!(!place.out().join("index.html").is_symlink());

    // A folder of listed files that became a link: it is in the way, or what is behind it is not ours to remove.
    fs::remove_dir_all(place.out().join("cs")).expect("a folder");
    symlink(&outside, place.out().join("cs")).expect("a link");
    assert!(matches!(place.apply(&release(&OLD)), Err(ApplyError::Foreign(_))));
    place.done(&release(&[("index.html", "chooser")]));
    assert_eq!(fs::read_to_string(outside.join("skoly/y/index.html")).expect("a file"), "outside");
}

#[test]
fn many_files_in_new_folders() {
    let files: Vec<_> = (0..2000).map(|n| (format!("en/schools/school-{n}/index.html"), format!("page {n}"))).collect();
    let release = release(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
    let place = Place::new();
    assert_eq!(place.done(&release), (2000, 0, 0));
    assert_eq!(place.done(&release), (0, 2000, 0));
    assert_eq!(place.tree().len(), 2000);
}

/// Neighbours are written from the folder that they share: whoever comes between them is in another.
#[test]
fn pages_of_many_folders_take_turns() {
    let paths = [
        "index.html",
        "a/index.html",
        "a/b/index.html",
        "a/c/d/index.html",
        "a/c/e/index.html",
        "a/f/index.html",
        "g/index.html",
        "g/h.txt",
    ];
    let texts: Vec<(&str, &str)> = paths.iter().map(|path| (*path, *path)).collect();
    let place = Place::new();
    assert_eq!(place.done(&release(&texts)), (paths.len(), 0, 0));
    assert_eq!(place.tree(), self::texts(&texts));
    let stage = Stage::new(&place.out()).expect("writable");
    let mut near = Near::default();
    let mut write =
        |path: &str| stage.write(&mut near, &OutPath::new(path).expect("clean"), Waits::InTree, path.as_bytes());
    for path in ["x/1/index.html", "y/1/index.html", "x/2/index.html"] {
        write(path).expect("written");
    }
    // What stands in a folder's place stops that page, and no other.
    fs::write(place.out().join(".mensi-tmp/tree/x/3"), "a file").expect("written");
    assert!(write("x/3/index.html").is_err());
    write("x/4/index.html").expect("written");
    let written = fs::read_to_string(place.out().join(".mensi-tmp/tree/x/4/index.html"));
    assert_eq!(written.expect("a page"), "x/4/index.html");
    stage.clear();
}
