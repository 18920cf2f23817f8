//! Paths and addresses. `PathBuf` lives in `io` alone; here a path is text with `/` between its segments.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Lang, any_byte, is_slug};

/// A file of the site's sources, relative to its root: `content/schools/hr-1.cs.md`. Never absolute, never with `.`,
/// `..` or an empty segment.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// `None` where the text is empty, absolute, or has a segment that is empty, `.` or `..`.
    pub fn new(text: &str) -> Option<SourcePath> {
        is_clean(text).then(|| SourcePath(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder of the file, without a slash at the end; empty at the root.
    pub fn parent(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }
}

fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    !any_byte(bytes, |byte| (byte == b'\\') | (byte == 0))
        && bytes.split(|byte| *byte == b'/').all(|segment| !matches!(segment, b"" | b"." | b".."))
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A file of the output, relative to the output folder: `cs/skoly/x/index.html`. As clean as a [`SourcePath`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

impl OutPath {
    /// `None` where the text would leave the output folder or is not a plain relative path.
    pub fn new(text: &str) -> Option<OutPath> {
        is_clean(text).then(|| OutPath(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// The name of a document, `[a-z0-9-]+`; of a page, its path: segments of that form with `/` between them. It never
/// changes with the language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// `None` where a segment is empty or has a character outside `a-z`, `0-9` and `-`.
    pub fn new(text: &str) -> Option<Id> {
        text.split('/').all(is_slug).then(|| Id(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// An absolute `http`, `https` or `mailto` address. No other scheme can be held: `javascript:` never reaches a page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(Arc<str>);

impl Url {
    /// `None` where the scheme is another one, the host is missing, or a character would need escaping.
    pub fn new(text: &str) -> Option<Url> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .or_else(|| text.strip_prefix("mailto:"))?;
        let clean = !rest.is_empty()
            && !rest.starts_with('/')
            && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`'));
        clean.then(|| Url(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

macro_rules! serialize_as_str {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                <$name>::new(&text).ok_or_else(|| D::Error::custom(concat!("not a ", stringify!($name))))
            }
        }
    )*};
}
serialize_as_str!(SourcePath, OutPath, Id, Url, Lang);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_the_tree() {
        for bad in ["", "/etc/passwd", "a/../b", "..", "a//b", "a/./b", "a\\b", "a/"] {
            assert!(SourcePath::new(bad).is_none(), "{bad}");
            assert!(OutPath::new(bad).is_none(), "{bad}");
        }
        let path = SourcePath::new("content/schools/hr-1.md").expect("clean");
        assert_eq!((path.parent(), path.file_name()), ("content/schools", "hr-1.md"));
    }

    #[test]
    fn an_address_is_never_a_script() {
        for bad in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "https://", "https://a b", "//x"]
        {
            assert!(Url::new(bad).is_none(), "{bad}");
        }
        assert!(Url::new("https://mensi.eun.org/results").is_some());
    }
}
