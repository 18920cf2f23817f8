//! One build of a site at a time.
//!
//! In: the site's root. Out: a [`Lock`], held until it is dropped or the process ends, however it ends. Always: the
//! operating system keeps the lock, so that a crash leaves none behind; the file itself stays. A preview holds it for a
//! moment only, to keep its cache; a build that comes just then waits for so long.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::IoProblem;

/// The right to write below a root; see [`lock`].
#[derive(Debug)]
pub struct Lock(#[allow(dead_code, reason = "held for its drop")] File);

/// What [`IoProblem::code`] says where somebody else holds the lock.
pub const ANOTHER_BUILD: &str = "another-build";

/// Longer than a preview takes to keep its cache, and short for somebody who started two builds.
const PATIENCE: Duration = Duration::from_secs(1);

/// Takes `.mensi/lock` below `root`, waiting for a moment.
///
/// # Errors
/// Another build holds it; `.mensi` cannot be made or leads elsewhere.
pub fn lock(root: &Path) -> Result<Lock, IoProblem> {
    const PAUSE: Duration = Duration::from_millis(5);
    let end = Instant::now() + PATIENCE;
    loop {
        match try_lock(root) {
            Err(problem) if problem.code == ANOTHER_BUILD && Instant::now() < end => thread::sleep(PAUSE),
            done => return done,
        }
    }
}

/// Takes `.mensi/lock` below `root`, without waiting.
///
/// # Errors
/// As those of [`lock`].
pub fn try_lock(root: &Path) -> Result<Lock, IoProblem> {
    let folder = root.join(".mensi");
    // No other output helps here: the notes are kept beside mensi.yaml, wherever the site goes.
    const WRITABLE: &str = "mensi-site keeps notes in .mensi, beside mensi.yaml: copy the site to a place where you may write, and build there";
    let place = |problem: IoProblem| IoProblem { help: WRITABLE.to_owned(), ..problem };
    real_folder(&folder).map_err(|problem| if folder.is_symlink() { problem } else { place(problem) })?;
    let path = folder.join("lock");
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_symlink() => return Err(leads_elsewhere(&path)),
        // To open a pipe waits for somebody at its other end.
        Ok(found) if !found.is_file() => {
            let message = format!("{} is not a file", path.display());
            return Err(IoProblem::new("machine", message, "delete it: mensi-site makes what it needs"));
        }
        _ => {}
    }
    let problem = |error| place(IoProblem::system("lock", &path, &error));
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(problem)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(IoProblem::new(
            ANOTHER_BUILD,
            format!("another build of {} is running", root.display()),
            "wait until it has finished, or stop it, and run the command again",
        )),
        // Some network disks know no locks: two builds at once are then up to the user.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Lock(file)),
        Err(TryLockError::Error(error)) => Err(problem(error)),
    }
}

/// Makes a folder whose parent is there; refuses a link in its place, which could lead out of the site.
pub(super) fn real_folder(path: &Path) -> Result<(), IoProblem> {
    match fs::create_dir(path) {
        Ok(()) => Ok(()),
        Err(_) if path.is_symlink() => Err(leads_elsewhere(path)),
        Err(_) if path.is_dir() => Ok(()),
        Err(error) => Err(IoProblem::system("make the folder", path, &error)),
    }
}

fn leads_elsewhere(path: &Path) -> IoProblem {
    IoProblem::new(
        "machine",
        format!("{} is a link", path.display()),
        "delete the link: mensi-site makes what it needs",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_builds_do_not_meet() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let first = lock(root.path()).expect("free");
        let problem = lock(root.path()).expect_err("taken");
        assert_eq!(problem.code, "another-build");
        assert!(problem.message.contains("another build"), "{problem}");
        drop(first);
        let third = try_lock(root.path()).expect("free again");
        let freed = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            drop(third);
        });
        lock(root.path()).expect("free in a moment");
        freed.join().expect("it sleeps and drops");
    }
}
