//! Where a build may write.
//!
//! In: the site's root and the folder that was asked for. Out: the folder and the place of its record. Always: the folder
//! neither is nor holds the root, and no build reads from it.

use std::path::{Component, Path, PathBuf};

use crate::foundation::Hash;

use super::IoProblem;
use super::layout::not_for_output;

/// An output folder that may be written to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Output {
    pub folder: PathBuf,
    /// The list of what was written there, `.mensi/written/<output>.json` below the root.
    pub record: PathBuf,
}

/// Checks an output folder, which need not be there yet.
///
/// # Errors
/// It is or contains the root, is inside a folder of sources, is a link or a file; the root does not exist.
pub fn output(root: &Path, folder: &Path) -> Result<Output, IoProblem> {
    let refuse = |why: String| {
        Err(IoProblem::new(
            "bad-output",
            format!("cannot build into {}: {why}", folder.display()),
            "name a folder of its own with --out, or leave --out away to build into public/",
        ))
    };
    let tree = root.canonicalize().map_err(|error| IoProblem::system("open", root, &error))?;
    let Some(place) = resolve(folder) else {
        return refuse("there is no such place".to_owned());
    };
    if tree.starts_with(&place) {
        return refuse("the site's sources are in it".to_owned());
    }
    if let Some(taken) = not_for_output().find(|taken| place.starts_with(tree.join(taken))) {
        return refuse(format!("it is inside {taken}/, which is not for output"));
    }
    if folder.is_symlink() {
        return refuse(format!("it is a link to {}", place.display()));
    }
    // Told before anything is built, whatever else is wrong.
    if place.exists() && !place.is_dir() {
        return refuse("it is a file, not a folder; move it away".to_owned());
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // Two folders of one name have two records; one that is not at the root is told apart by its whole path.
    let record = match place.parent() == Some(&tree) {
        true => format!("{name}.json"),
        false => format!("{name}@{}.json", Hash::of(place.as_os_str().as_encoded_bytes()).short(12)),
    };
    Ok(Output { folder: place, record: tree.join(".mensi/written").join(record) })
}

/// The absolute path with links followed as far as there is anything to follow.
fn resolve(path: &Path) -> Option<PathBuf> {
    let mut place = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
        match part {
            Component::ParentDir => {
                place.pop();
            }
            Component::CurDir => {}
            part => {
                place.push(part);
                if place.is_symlink() {
                    place = place.canonicalize().ok()?;
                }
            }
        }
    }
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_kept_apart_from_sources() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("it is there").join("site");
        std::fs::create_dir_all(root.join("content")).expect("a folder");
        for bad in
            [".", "..", "", "content", "content/out", "i18n", "static/x", "themes/mensi", ".mensi", "x/../content"]
        {
            let problem = output(&root, &root.join(bad)).expect_err(bad);
            assert_eq!(problem.code, "bad-output", "{bad}");
        }
        for good in ["public", "public-cz", "../elsewhere", "content-old", "x/../public"] {
            assert!(output(&root, &root.join(good)).is_ok(), "{good}");
        }
        let record = |out: &str| output(&root, &root.join(out)).expect("allowed").record;
        assert_eq!(record("public"), root.join(".mensi/written/public.json"));
        assert_eq!(record("x/../public"), record("public"));
        assert_ne!(record("x/public"), record("public"));
        assert_ne!(record("../public"), record("x/public"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_hide_where_it_leads() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        std::fs::create_dir_all(root.join("content")).expect("a folder");
        std::os::unix::fs::symlink("content", root.join("public")).expect("a link");
        std::os::unix::fs::symlink(root, root.join("self")).expect("a link");
        assert!(output(root, &root.join("public")).is_err());
        assert!(output(root, &root.join("public/x")).is_err());
        assert!(output(root, &root.join("self/content/x")).is_err());
        std::fs::remove_file(root.join("public")).expect("a link");
        std::os::unix::fs::symlink("/nowhere", root.join("public")).expect("a link");
        assert!(output(root, &root.join("public")).is_err());
    }
}
