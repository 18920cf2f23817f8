//! Where a site keeps what, and which names mean nothing.
//!
//! In: a path below the site's root. Out: whether a build may read what stands there. Always: told by the path alone; the
//! scan, the watch and the check of the output ask here, so that each says the same.

use std::path::Path;

use crate::foundation::SourcePath;

pub(super) use crate::config::FILE as CONFIG;

/// The folders that a build reads, beside [`CONFIG`].
pub(super) const FOLDERS: [&str; 4] = ["content", "i18n", STATIC, "themes"];
const STATIC: &str = "static";

/// Folders that no build may write to: they hold sources, or are somebody else's.
pub(super) fn not_for_output() -> impl Iterator<Item = &'static str> {
    FOLDERS.into_iter().chain([".mensi", ".git"])
}

/// Whether a build may read a plain file of this path.
pub(super) fn is_source(path: &SourcePath) -> bool {
    let path = Path::new(path.as_str());
    let alone = path.parent() == Some(Path::new(""));
    is_in_sources(path) && alone == (path == Path::new(CONFIG)) && !is_passed_over(path)
}

/// Whether a path is that of the configuration, of a folder of sources, or below one.
pub(super) fn is_in_sources(inside: &Path) -> bool {
    inside == Path::new(CONFIG) || FOLDERS.iter().any(|folder| inside.starts_with(folder))
}

/// Whether a path, or a folder that it is in, has a name that means nothing.
pub(super) fn is_passed_over(inside: &Path) -> bool {
    inside.ancestors().any(means_nothing)
}

/// Whether the last name of a path means nothing there.
pub(super) fn means_nothing(inside: &Path) -> bool {
    let name = inside.file_name().unwrap_or_default();
    is_leftover(name.as_encoded_bytes()) && !(inside.starts_with(STATIC) && is_published_dot_file(name.to_str()))
}

/// What a link may point to: anything below the root but `.git`, `.mensi` and the like, and what a build wrote itself.
pub(super) fn may_be_linked(inside: &Path) -> bool {
    let mut parts = inside.iter().map(|part| part.to_string_lossy());
    let first = parts.next().unwrap_or_default();
    !first.is_empty()
        && first != "public"
        && !first.starts_with("public-")
        && !first.starts_with('.')
        && !parts.any(|part| part.starts_with('.'))
}

/// Dot files, what editors and file managers leave behind, and what editors make for a moment: vim tries with `4913`
/// whether it may write, JetBrains' put the old file aside.
pub(super) fn is_leftover(name: &[u8]) -> bool {
    name.starts_with(b".")
        || name.ends_with(b"~")
        || name.ends_with(b".swp")
        || (name.len() > 1 && name.starts_with(b"#") && name.ends_with(b"#"))
        || name == b"4913"
        || name.ends_with(b"___jb_tmp___")
        || name.ends_with(b"___jb_old___")
        || name.eq_ignore_ascii_case(b"thumbs.db")
        || name.eq_ignore_ascii_case(b"desktop.ini")
}

/// Dot files that a web server needs (RFC 8615; Apache; GitHub Pages) and that static/ may therefore hold.
fn is_published_dot_file(name: Option<&str>) -> bool {
    matches!(name, Some(".well-known" | ".htaccess" | ".nojekyll"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_build_may_read() {
        let is = |path: &str| is_source(&SourcePath::new(path).expect("clean"));
        for good in ["mensi.yaml", "content/a.md", "static/.well-known/x", "themes/a/4913.html", "i18n/cs/site.ftl"] {
            assert!(is(good), "{good}");
        }
        for bad in ["content", "notes.txt", "x/mensi.yaml", "mensi.yaml/x", "content/.well-known/x", "static/4913"] {
            assert!(!is(bad), "{bad}");
        }
    }
}
