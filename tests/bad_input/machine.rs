//! The call was wrong or the machine failed: exit code 2, and what stands in the way is still there.

use std::fs;

use super::common::{Files, Run, Site, good, tree};
use super::{fixture, published, refused};

#[test]
fn there_is_no_mensi_yaml() {
    let text = refused(fixture("//- mensi.yaml removed\n"), &[], 2);
    insta::assert_snapshot!(text, @r"
    error[no-config]: there is no mensi.yaml in [site]
     |
     = help: start a site there with `mensi-site init`, or name the folder of your site with `--root FOLDER`
    ");
}

#[test]
fn there_is_no_such_mirror() {
    let text = refused(Files::new(), &["--mirror", "cz"], 2);
    insta::assert_snapshot!(text, @r"
    error[unknown-mirror]: mensi.yaml has no mirror `cz`
     |
     = help: mensi.yaml describes no mirror: add one under `mirrors`

    1 error: nothing was published
    ");
}

#[test]
fn a_file_in_the_place_of_public() {
    let site = Site::new(good());
    fs::write(site.root().join("public"), "mine").expect("a file");
    let Run { code, out, err } = site.run(&["build"]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err, @r"
    error[bad-output]: cannot build into [site]/public: it is a file, not a folder; move it away
     |
     = help: name a folder of its own with --out, or leave --out away to build into public/
    ");
    assert_eq!(fs::read_to_string(site.root().join("public")).expect("a file"), "mine");
}

#[test]
fn a_foreign_file_in_public() {
    let site = Site::new(good());
    site.build(&[]);
    site.write(&fixture("//- content/join.md\n---\ntitle: Join\n---\n//- public/en/join/index.html\nmine\n"));
    let before = site.public();
    let Run { code, out, err } = site.run(&["build"]);
    assert_eq!((code, out.as_str()), (1, ""));
    insta::assert_snapshot!(err, @r"
    error[foreign-file]: public/en/join/index.html is in the way: mensi-site did not write it, and will not overwrite it
    --> public/en/join/index.html
     = help: move it away or delete it, and build again; if it belongs to the site, put it into static/

    1 error: nothing was published
    ");
    assert_eq!(site.public(), before);
    // One that is in nobody's way stays.
    fs::remove_file(site.root().join("public/en/join/index.html")).expect("a file");
    fs::write(site.root().join("public/CNAME"), "mine").expect("a file");
    site.build(&[]);
    assert_eq!(site.public()["CNAME"], b"mine");
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new(published());
    site.write(&fixture("//- content/join.md\n---\ntitle: Join\n---\n"));
    let public = site.root().join("public");
    let mode = |mode| fs::set_permissions(&public, fs::Permissions::from_mode(mode)).expect("our own folder");
    mode(0o555);
    let writable = fs::write(public.join("probe"), "").is_ok();
    let before = site.public();
    let run = (!writable).then(|| site.run(&["build"]));
    mode(0o755);
    let Some(Run { code, out, err }) = run else {
        eprintln!("SKIPPED: this user may write into folders that are read-only (root)");
        return;
    };
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    assert!(err.contains("permission denied") && err.contains("who owns it"), "{err}");
    assert_eq!(site.public(), before);
}

/// On a file system of a few hundred KiB, where one can be mounted.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    use std::process::Command;
    let site = Site::new(good());
    site.build(&[]);
    let disk = site.root().join("disk");
    fs::create_dir(&disk).expect("a folder");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|mount| mount.status.success()) {
        eprintln!("SKIPPED: no file system can be mounted here, so that none can be full");
        return;
    }
    let out = disk.join("public").display().to_string();
    let small = site.run(&["build", "--out", &out]);
    let before = tree(&disk);
    site.write(&fixture(&format!("//- static/large.bin\n{}\n", "x".repeat(400_000))));
    let run = site.run(&["build", "--out", &out]);
    let after = tree(&disk);
    let _ = Command::new("umount").arg(&disk).output();
    assert_eq!(small.code, 0, "{}", small.err);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    insta::assert_snapshot!(run.err, @r"
    error[machine]: cannot write large.bin: there is no space left
     |
     = help: free some space on that disk, then run the same command again
    ");
    assert!(before == after, "the site on the full disk has changed");
}
