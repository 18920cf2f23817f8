//! What the browser runs for the search, taken from pagefind's library when the program is made: its script, and its
//! WebAssembly for each language. Beside them an index that the library makes of a few records, for a test to hold ours
//! against (`src/search/tests.rs`).
//!
//! The library has no other way to its files than to index something; to do that for each build of a site would cost as much
//! as the site.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use pagefind::api::{PagefindIndex, SyntheticFile};

/// The languages of pagefind's stemmers.
const LANGUAGES: [&str; 33] = [
    "ar", "ca", "da", "de", "el", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id", "it", "lt",
    "nb", "ne", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi",
];

/// Records that ours and pagefind's index are made of: language, address, text, and the words of the fields `place`, `title`.
const SAMPLE: &str = "src/search/sample.txt";

/// Writes them to the folder that the compiler reads them from, with a list of them: `pagefind.rs`.
pub fn take() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let files = runtime.block_on(index(LANGUAGES.iter().map(|lang| [*lang, lang, "word", "", ""])));
    let wanted = |name: &str| name == "pagefind.js" || name.starts_with("wasm.");
    let mut list = Vec::new();
    let mut version = String::new();
    for SyntheticFile { filename, contents } in files {
        let name = filename.to_string_lossy().into_owned();
        if name == "pagefind-entry.json" {
            let entry = String::from_utf8(contents).expect("JSON is UTF-8");
            version = entry.split('"').nth(3).expect("the entry begins with the version").to_owned();
        } else if wanted(&name) {
            let path = save(&out, &name, &contents);
            list.push(format!("({name:?}, include_bytes!({path:?}))"));
        }
    }
    list.sort();
    let sample = fs::read_to_string(SAMPLE).expect("the sample is there");
    let records = sample.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut parts = line.split('|').map(str::trim);
        [(); 5].map(|()| parts.next().expect("a record of the sample has five parts"))
    });
    let files = runtime.block_on(index(records));
    let index = files
        .into_iter()
        .filter(|file| file.filename.extension().is_some_and(|it| it.to_string_lossy().starts_with("pf_")));
    let index = index.enumerate().map(|(number, SyntheticFile { filename, contents })| {
        let path = save(&out, &format!("sample-{number}"), &contents);
        format!("({:?}, include_bytes!({path:?}))", filename.to_string_lossy())
    });
    let index: Vec<String> = index.collect();
    let code = format!(
        "pub const VERSION: &str = {version:?};\n\
         pub static FILES: &[(&str, &[u8])] = &[{}];\n\
         pub static WASM: &[&str] = &{LANGUAGES:?};\n\
         #[cfg(test)]\n\
         pub static SAMPLE: &[(&str, &[u8])] = &[{}];\n",
        list.join(",\n"),
        index.join(",\n"),
    );
    fs::write(out.join("pagefind.rs"), code).expect("a writable folder");
}

fn save(out: &Path, name: &str, contents: &[u8]) -> String {
    let path = out.join(name);
    fs::write(&path, contents).expect("a writable folder");
    path.to_string_lossy().into_owned()
}

/// The files of an index of these records.
async fn index<'r>(records: impl Iterator<Item = [&'r str; 5]>) -> Vec<SyntheticFile> {
    let mut index = PagefindIndex::new(None).expect("the library's own options");
    for [lang, url, text, place, title] in records {
        let fields = [("place", place), ("title", title)].map(|(name, words)| (name.to_owned(), words.to_owned()));
        let filters = BTreeMap::from([("kind".to_owned(), vec![lang.to_owned()])]);
        let added = index.add_custom_record(
            url.to_owned(),
            text.to_owned(),
            lang.to_owned(),
            Some(BTreeMap::from(fields)),
            Some(filters),
            None,
        );
        added.await.expect("a record that can be indexed");
    }
    index.get_files().await.expect("an index")
}
