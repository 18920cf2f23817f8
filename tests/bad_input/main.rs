//! What a contributor can get wrong: each with its golden diagnostics, on a site that is already published and that must
//! stay as it is, byte for byte.
//!
//! A fixture is laid over the good site (fixtures/good.txt). The goldens are what a person reads, so read them as one:
//! file, line, column, the mark under the place, and what to do about it.

#[path = "../common/mod.rs"]
mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use common::{Entry, Files, Run, Site, fixture, good, tree};

/// The good site with its public/, as files that a case starts from.
fn published() -> &'static Files {
    static PUBLISHED: LazyLock<Files> = LazyLock::new(|| {
        let site = Site::new(good());
        site.build(&[]);
        tree(&site.root()).into_iter().map(|(path, bytes)| (path, Entry::File(bytes))).collect()
    });
    &PUBLISHED
}

/// Everything on disk but the cache, which remembers what was read whatever came of it.
fn kept(root: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(root).into_iter().filter(|(path, _)| !path.starts_with(".mensi/cache/")).collect()
}

/// Builds the published site with the files of a fixture over it: exit code, and that nothing has changed on disk.
fn refused(fixture_: Files, args: &[&str], code: i32) -> String {
    let site = Site::new(published());
    site.write(&fixture_);
    let before = kept(&site.root());
    let Run { code: exit, out, err } = site.run(&[&["build"], args].concat());
    assert_eq!(exit, code, "{out}{err}");
    assert!(before == kept(&site.root()), "a failed build has changed something:\n{err}");
    format!("{out}{err}")
}

/// Golden diagnostics of some cases, all with exit code 1.
macro_rules! golden {
    ($name:literal, $($case:literal: $fixture:expr,)*) => {{
        let mut text = String::new();
        $(text += &format!("#### {}\n{}\n", $case, refused(fixture(AsRef::<str>::as_ref(&$fixture)), &[], 1));)*
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($name, text.trim_end());
        });
    }};
}

mod bodies;
mod configuration;
mod files;
mod front_matter;
mod machine;
mod together;
mod values;
