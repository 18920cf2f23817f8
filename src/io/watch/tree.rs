//! Where the files of a site are, and what a path is to it.
//!
//! In: the site's root. Out: the folders to watch, and the meaning of a path in which something happened. Always: a link
//! is followed where a scan follows it, and no link leads out of the site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::foundation::SourcePath;
use crate::io::layout::{CONFIG, FOLDERS, is_in_sources, is_passed_over, may_be_linked};

/// What is where.
#[derive(Default, Debug)]
pub(super) struct Tree {
    /// Canonical.
    pub(super) root: PathBuf,
    /// To watch with all that is below them: the site's folders, and those that links lead to.
    pub(super) deep: BTreeSet<PathBuf>,
    /// To watch by themselves: the root, and the folders of files that links lead to.
    pub(super) flat: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
    links: BTreeSet<PathBuf>,
    /// What links lead to.
    targets: BTreeSet<PathBuf>,
}

/// What something that happened at a path means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    Nothing,
    File(SourcePath),
    /// A file that appears elsewhere too, through a link, or that has a name which only a scan can judge.
    Files,
    /// Folders or links are no longer what they were.
    Folders,
}

impl Tree {
    /// Not looked at yet.
    pub(super) fn at(root: &Path) -> Tree {
        Tree { root: root.to_owned(), ..Tree::default() }
    }

    /// Walks the site. `file` is called with every file, ignored ones apart.
    pub(super) fn look(root: &Path, file: &mut dyn FnMut(&Path)) -> Tree {
        let mut tree = Tree::at(root);
        tree.flat.insert(root.to_owned());
        let config = root.join(CONFIG);
        if config.is_symlink() {
            tree.link(&config);
        }
        file(&config);
        let mut open: Vec<_> = FOLDERS.into_iter().map(|folder| root.join(folder)).collect();
        let mut alone = Vec::new();
        while let Some(top) = open.pop() {
            // Links may lead to the same folder, or to one in another.
            if tree.folders.contains(&top) {
                continue;
            }
            if top.is_dir() && !top.is_symlink() {
                tree.deep.insert(top.clone());
            }
            let walk = WalkDir::new(&top).follow_root_links(false).into_iter();
            let wanted = |entry: &walkdir::DirEntry| entry.depth() == 0 || !ignores(root, entry.path());
            // What cannot be read now is a matter for the scan.
            for entry in walk.filter_entry(wanted).filter_map(Result::ok) {
                if entry.file_type().is_dir() {
                    tree.folders.insert(entry.into_path());
                } else if !entry.path_is_symlink() {
                    file(entry.path());
                } else if let Some(target) = tree.link(entry.path()) {
                    if target.is_dir() { open.push(target) } else { alone.push(target) }
                }
            }
        }
        for target in alone {
            file(&target);
        }
        let parents = tree.targets.iter().filter_map(|target| target.parent()).map(Path::to_owned);
        // A folder that is watched deeply must not be watched again by itself: the later word counts.
        let flat: Vec<_> = parents.filter(|parent| !tree.folders.contains(parent)).collect();
        tree.flat.extend(flat);
        tree
    }

    /// Notes a link, and what it leads to if that is in the site.
    fn link(&mut self, link: &Path) -> Option<PathBuf> {
        self.links.insert(link.to_owned());
        let target = link.canonicalize().ok()?;
        let inside = target.strip_prefix(&self.root).ok().filter(|inside| may_be_linked(inside));
        inside.is_some().then(|| self.targets.insert(target.clone()));
        inside.is_some().then_some(target)
    }

    pub(super) fn meaning(&self, path: &Path) -> Meaning {
        if path == self.root {
            // Only its own going and coming is told of it, and a change of its rights.
            return Meaning::Folders;
        }
        let Ok(inside) = path.strip_prefix(&self.root) else { return Meaning::Nothing };
        let linked = self.targets.iter().any(|target| path.starts_with(target));
        if !(linked || is_in_sources(inside)) || is_passed_over(inside) {
            return Meaning::Nothing;
        }
        let kind = fs::symlink_metadata(path).map(|data| data.file_type());
        if self.folders.contains(path)
            || self.links.contains(path)
            || kind.is_ok_and(|kind| kind.is_dir() || kind.is_symlink())
        {
            return Meaning::Folders;
        }
        let text = inside.to_str().map(|path| path.replace(std::path::MAIN_SEPARATOR, "/"));
        match text.as_deref().and_then(SourcePath::new) {
            Some(path) if !linked => Meaning::File(path),
            _ => Meaning::Files,
        }
    }

    /// Whether the same folders and links are there.
    pub(super) fn same_folders(&self, other: &Tree) -> bool {
        self.folders == other.folders && self.links == other.links && self.targets == other.targets
    }
}

fn ignores(root: &Path, path: &Path) -> bool {
    is_passed_over(path.strip_prefix(root).unwrap_or(path))
}
