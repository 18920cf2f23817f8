//! New source files, for a user who asked for them.
//!
//! In: paths below a root and what they are to hold. Out: the files. Always: nothing that is there is overwritten, and
//! either all files are made or none.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::foundation::SourcePath;

use super::IoProblem;

/// Why files could not be made. None was.
#[derive(Debug)]
pub enum CreateError {
    /// What stands in the way.
    InTheWay(Vec<SourcePath>),
    Problem(IoProblem),
}

/// Makes files below `root`, and the folders that they are in.
///
/// # Errors
/// See [`CreateError`].
pub fn create(root: &Path, files: &[(SourcePath, &str)]) -> Result<(), CreateError> {
    let there = |path: &str| fs::symlink_metadata(root.join(path)).is_ok();
    let taken: Vec<_> = files
        .iter()
        .filter_map(|(path, _)| {
            let blocked =
                super::standing::ancestors(path.as_str()).find(|folder| there(folder) && !root.join(folder).is_dir());
            blocked
                .map(|folder| SourcePath::new(folder).expect("a folder of a clean path is a clean path"))
                .or_else(|| there(path.as_str()).then(|| path.clone()))
        })
        .collect();
    if !taken.is_empty() {
        return Err(CreateError::InTheWay(taken));
    }
    for (done, (path, text)) in files.iter().enumerate() {
        let place = root.join(path.as_str());
        let folder = place.parent().expect("a path below the root has a folder");
        let opened = fs::create_dir_all(folder).and_then(|()| File::create_new(&place));
        // A file that could not even be made is somebody else's.
        let ours = done + usize::from(opened.is_ok());
        if let Err(error) = opened.and_then(|mut file| file.write_all(text.as_bytes())) {
            for (path, _) in &files[..ours] {
                let _ = fs::remove_file(root.join(path.as_str()));
            }
            return Err(CreateError::Problem(IoProblem::system("write", &place, &error)));
        }
    }
    Ok(())
}
