//! Sites that are this repository's own in another guise.
//!
//! In: the repository. Out: the files of a site. Always: what is not changed is as it is.

use std::fs;
use std::path::Path;

use crate::common::{Entry, Files, tree};

/// The pseudo-language: the portal's Czech, in another script.
pub const LANG: &str = "fa";

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn own() -> Files {
    let mut files = Files::new();
    for folder in ["content", "i18n", "static", "themes"].into_iter().filter(|folder| home().join(folder).is_dir()) {
        let below = tree(&home().join(folder));
        files.extend(below.into_iter().map(|(path, bytes)| (format!("{folder}/{path}"), Entry::File(bytes))));
    }
    files
}

fn config() -> String {
    fs::read_to_string(home().join("mensi.yaml")).expect("our own")
}

/// The portal with a theme from a folder of this repository.
pub fn with_theme(name: &str, folder: &str) -> Files {
    let mut files = own();
    let theme = tree(&home().join(folder));
    files.extend(theme.into_iter().map(|(path, bytes)| (format!("themes/{name}/{path}"), Entry::File(bytes))));
    files.insert("mensi.yaml".into(), Entry::File(format!("{}\ntheme: {name}\n", config()).into()));
    files
}

/// The portal with a language more, which is written from right to left: its texts are those of the Czech translation and
/// its messages the English ones, letter by letter in the Arabic script, but for lines that hold markup.
pub fn portal() -> Files {
    let mut files = own();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    for (path, bytes) in tree(&home().join("content")) {
        if let Some(stem) = path.strip_suffix(".cs.md") {
            let lines: Vec<String> = text(&bytes).lines().map(translated).collect();
            files.insert(format!("content/{stem}.{LANG}.md"), Entry::File(lines.join("\n").into()));
        }
    }
    for (path, bytes) in tree(&home().join("themes/mensi/i18n/en")) {
        let lines: Vec<String> = text(&bytes).lines().map(message).collect();
        files.insert(format!("i18n/{LANG}/{path}"), Entry::File((lines.join("\n") + "\n").into()));
    }
    let languages = "languages: [en, nl, hr, cs, hu, it, pt]";
    let config = config();
    assert!(config.contains(languages), "mensi.yaml names its languages in this way");
    let more = config.replace(languages, &format!("languages: [en, nl, hr, cs, hu, it, pt, {LANG}]"));
    files.insert("mensi.yaml".into(), Entry::File(more.into()));
    files
}

/// A line of a document. Addresses and names stay, since other files know them.
fn translated(line: &str) -> String {
    let markup = |text: &str| text.contains(['[', ']', '<', '>', '{', '}', '|', '`', '"', ':', '=', '#']);
    match line.split_once(": ") {
        Some((key @ ("title" | "summary"), words)) if !markup(words) => format!("{key}: {}", in_script(words)),
        _ if line.starts_with("## ") && !markup(&line[3..]) => format!("## {}", in_script(&line[3..])),
        _ if markup(line) || line == "---" => line.to_owned(),
        _ => in_script(line),
    }
}

/// A line of messages: those without variables, but for addresses.
fn message(line: &str) -> String {
    match line.split_once(" = ") {
        Some((id, words)) if !id.starts_with(['#', ' ']) && !words.contains('{') && !words.is_empty() => {
            format!("{id} = {}", in_script(words))
        }
        _ => line.to_owned(),
    }
}

fn in_script(words: &str) -> String {
    let letters: Vec<char> = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".chars().collect();
    let letter = |c: char| if c.is_alphabetic() { letters[c as usize % letters.len()] } else { c };
    words.chars().map(letter).collect()
}
