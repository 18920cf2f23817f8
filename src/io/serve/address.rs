//! From the path of a request to a path of the site.
//!
//! In: the path as it was sent, percent-encoded. Out: an [`Address`]. Always: an address has no empty segment but the
//! last, no `.` and `..`, no control character and no backslash, however they were encoded.

use percent_encoding::percent_decode_str;

/// Where a request leads, without the slash at the start: `` for the root, `cs/skoly/` for a folder, `cs/feed.xml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Address(String);

/// Why a path is no address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NoAddress {
    /// It is no text, or has characters that no address has.
    Malformed,
    /// It is well-formed, and no site has anything there.
    Nowhere,
}

impl Address {
    pub(super) fn new(path: &str) -> Result<Address, NoAddress> {
        let text = percent_decode_str(path).decode_utf8().map_err(|_| NoAddress::Malformed)?;
        let text = text.strip_prefix('/').ok_or(NoAddress::Malformed)?;
        if text.contains(|c: char| c.is_control() || c == '\\') {
            return Err(NoAddress::Malformed);
        }
        let folders = text.strip_suffix('/').unwrap_or(text);
        let clean = text.is_empty() || folders.split('/').all(|segment| !matches!(segment, "" | "." | ".."));
        if clean { Ok(Address(text.to_owned())) } else { Err(NoAddress::Nowhere) }
    }

    /// The same without the base path that it begins with: `cs/` of `mensi/cs/`. `None` where it does not begin with it.
    pub(super) fn below(&self, base: &str) -> Option<Address> {
        let base = base.trim_matches('/');
        let rest = self.0.strip_prefix(base).filter(|_| !base.is_empty())?;
        rest.strip_prefix('/').map(|rest| Address(rest.to_owned()))
    }

    pub(super) fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The first segment: a language, if the page is in one.
    pub(super) fn first(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// Where a reference in the page at this address leads: `../x.png`. `None` where it has a scheme or is no text.
    pub(super) fn to(&self, reference: &str) -> Option<Address> {
        let path = reference.split(['?', '#']).next().unwrap_or_default();
        let path = percent_decode_str(path).decode_utf8().ok().filter(|path| !path.contains(':'))?;
        let folder = self.0.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut segments: Vec<_> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
        for segment in path.split('/') {
            match segment {
                "" | "." => {}
                ".." => _ = segments.pop(),
                segment => segments.push(segment),
            }
        }
        Some(Address(segments.join("/").trim_start_matches('/').to_owned()))
    }

    /// The file that stands there: a folder shows its index.
    pub(super) fn file(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The file that would stand there with a slash at the end; `None` where there is one already.
    pub(super) fn file_of_folder(&self) -> Option<String> {
        let open = !self.0.is_empty() && !self.0.ends_with('/');
        open.then(|| format!("{}/index.html", self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_a_site() {
        let file = |path: &str| Address::new(path).map(|address| address.file());
        assert_eq!(file("/").as_deref(), Ok("index.html"));
        assert_eq!(file("/cs/skoly/x/").as_deref(), Ok("cs/skoly/x/index.html"));
        assert_eq!(file("/files/a%20b/%C5%A1.pdf").as_deref(), Ok("files/a b/š.pdf"));
        assert_eq!(file("/100%").as_deref(), Ok("100%"));
        for nowhere in ["/../x", "/%2e%2e/x", "/a/..", "/a/./b", "//evil.example", "/%2Fevil.example", "/a//", "/.."] {
            assert_eq!(file(nowhere), Err(NoAddress::Nowhere), "{nowhere}");
        }
        for malformed in ["", "x", "*", "/%00", "/a%0d%0a", "/%ff", "/a%5Cb", "/a\\b"] {
            assert_eq!(file(malformed), Err(NoAddress::Malformed), "{malformed}");
        }
    }

    #[test]
    fn references() {
        let to = |page: &str, reference: &str| Address::new(page).expect("clean").to(reference).map(|it| it.0);
        assert_eq!(to("/cs/skoly/x/", "../../../files/a%20b.png?1#x").as_deref(), Some("files/a b.png"));
        assert_eq!(to("/cs/index.html", "./a.png").as_deref(), Some("cs/a.png"));
        assert_eq!(to("/", "a.png").as_deref(), Some("a.png"));
        assert_eq!(to("/", "../../a.png").as_deref(), Some("a.png"));
        assert_eq!(to("/cs/", "/mensi/a.png").as_deref(), Some("mensi/a.png"));
        for elsewhere in ["https://host.example/a.png", "data:image/png;base64,x", "%ff"] {
            assert_eq!(to("/cs/", elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn below_a_base_path() {
        let below = |path: &str, base: &str| Address::new(path).expect("clean").below(base).map(|it| it.0);
        assert_eq!(below("/mensi/cs/", "/mensi/").as_deref(), Some("cs/"));
        assert_eq!(below("/mensi/", "/mensi/").as_deref(), Some(""));
        assert_eq!(below("/a/b/cs/x", "/a/b").as_deref(), Some("cs/x"));
        for (path, base) in [("/mensi", "/mensi/"), ("/mensix/cs/", "/mensi/"), ("/cs/", "/"), ("/cs/", "")] {
            assert_eq!(below(path, base), None, "{path} {base}");
        }
    }
}
