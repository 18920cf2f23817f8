//! What the browser runs: pagefind's script, and its WebAssembly for each language, as `build.rs` took them from the library.

use crate::foundation::Lang;

#[cfg(feature = "search")]
mod taken {
    include!(concat!(env!("OUT_DIR"), "/pagefind.rs"));
}

/// Of pagefind: its script asks for indexes of its own version.
#[cfg(feature = "search")]
pub const VERSION: &str = taken::VERSION;
#[cfg(not(feature = "search"))]
pub const VERSION: &str = "";

/// Whether this program can make a search at all.
pub fn is_available() -> bool {
    cfg!(feature = "search")
}

/// One of pagefind's files by its name.
pub fn file(name: &str) -> Option<&'static [u8]> {
    #[cfg(feature = "search")]
    return taken::FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes);
    #[cfg(not(feature = "search"))]
    return (name != name).then_some(&[]);
}

/// The WebAssembly of a language: `en` for `wasm.en.pagefind`; `None` where pagefind knows none of its endings.
pub fn wasm(lang: Lang) -> Option<&'static str> {
    let base = lang.as_str().split('-').next()?;
    #[cfg(feature = "search")]
    return taken::WASM.iter().copied().find(|known| *known == base);
    #[cfg(not(feature = "search"))]
    return (base != base).then_some("");
}

/// The file of a language's WebAssembly; `unknown` is that of all other languages.
pub fn file_name(wasm: &str) -> Option<&'static str> {
    #[cfg(feature = "search")]
    return taken::FILES
        .iter()
        .map(|(name, _)| *name)
        .find(|name| name.strip_prefix("wasm.").and_then(|name| name.strip_suffix(".pagefind")) == Some(wasm));
    #[cfg(not(feature = "search"))]
    return (wasm != wasm).then_some("");
}

/// The library's own index of the sample, for the tests.
#[cfg(all(test, feature = "search"))]
pub fn sample() -> &'static [(&'static str, &'static [u8])] {
    taken::SAMPLE
}
