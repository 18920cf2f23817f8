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
use super::own::{in_the_way, real_folder};

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
    real_folder(&folder).map_err(beside_the_site)?;
    let path = folder.join("lock");
    if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
        return Err(in_the_way(&path));
    }
    let problem = |error| beside_the_site(IoProblem::system("lock", &path, &error));
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

/// Where the machine does not let us write beside mensi.yaml, another output is of no help.
fn beside_the_site(problem: IoProblem) -> IoProblem {
    let help = "mensi-site keeps notes in .mensi, beside mensi.yaml: it must be a folder where you may write; or copy the \
                site to another place, and build there";
    IoProblem { help: help.to_owned(), ..problem }
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
