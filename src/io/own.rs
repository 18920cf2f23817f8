//! What mensi-site keeps for itself, below `.mensi`.
//!
//! In: a path there. Out: a folder, or the bytes of a file. Always: nothing leads elsewhere through a link, and nothing that
//! somebody put there, a pipe say, keeps the program waiting.

use std::fs;
use std::io;
use std::path::Path;

use super::IoProblem;

/// Makes a folder whose parent is there; refuses a link in its place, which could lead out of the site.
///
/// # Errors
/// Something else stands there, or the system refuses.
pub(super) fn real_folder(path: &Path) -> Result<(), IoProblem> {
    match fs::create_dir(path) {
        Ok(()) => Ok(()),
        Err(_) if path.is_symlink() => Err(in_the_way(path)),
        Err(_) if path.is_dir() => Ok(()),
        Err(error) => Err(IoProblem::system("make the folder", path, &error)),
    }
}

/// A file as it is.
///
/// # Errors
/// It is not there, cannot be read, or is no plain file: to open a pipe would wait for somebody at its other end.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    match fs::symlink_metadata(path)?.is_file() {
        true => fs::read(path),
        false => Err(io::Error::other("it is not a file")),
    }
}

/// Something stands where a file or folder of ours must.
pub(super) fn in_the_way(path: &Path) -> IoProblem {
    let what = if path.is_symlink() { "a link" } else { "not a file" };
    IoProblem::new("machine", format!("{} is {what}", path.display()), "delete it: mensi-site makes what it needs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_opened() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = folder.path().join("own");
        assert_eq!(read(&place).expect_err("nothing").kind(), io::ErrorKind::NotFound);
        let made = std::process::Command::new("mkfifo").arg(&place).status();
        assert!(made.is_ok_and(|made| made.success()), "a pipe");
        assert!(read(&place).is_err());
        assert!(real_folder(&place).is_err());
        fs::remove_file(&place).expect("a pipe");
        fs::write(&place, "kept").expect("a file");
        assert_eq!(read(&place).expect("a file"), b"kept");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&place, &link).expect("a link");
        assert!(read(&link).is_err() && in_the_way(&link).message.ends_with("is a link"));
    }
}
