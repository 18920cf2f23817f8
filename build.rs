//! The default theme is inside the binary: a file that is added to it must make the binary anew. A cache is used by the
//! program that wrote it alone: what it is made from has a name.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

#[cfg(feature = "search")]
#[path = "build/pagefind.rs"]
mod pagefind_files;

/// Everything that decides what the program makes of its input.
const INPUTS: [&str; 5] = ["build", "src", "themes/mensi", "Cargo.lock", "Cargo.toml"];

fn main() {
    let mut hasher = DefaultHasher::new();
    for input in INPUTS {
        println!("cargo::rerun-if-changed={input}");
        take_in(Path::new(input), &mut hasher);
    }
    println!("cargo::rustc-env=MENSI_SOURCES={:016x}", hasher.finish());
    #[cfg(feature = "search")]
    pagefind_files::take();
}

/// Hashes the names and contents of all files below a path, in the order of their names.
fn take_in(path: &Path, hasher: &mut DefaultHasher) {
    path.to_string_lossy().hash(hasher);
    if path.is_dir() {
        let entries =
            fs::read_dir(path).expect("a readable folder").map(|entry| entry.expect("a readable entry").path());
        let mut entries: Vec<_> = entries.collect();
        entries.sort();
        entries.iter().for_each(|entry| take_in(entry, hasher));
    } else {
        fs::read(path).expect("a readable file").hash(hasher);
    }
}
