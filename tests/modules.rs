//! The order of the modules (design, section 4), and that only the two ends touch the machine.

mod common;

use std::collections::BTreeMap;
use std::path::Path;

/// Each module may use itself and those before it.
const ORDER: [&str; 15] = [
    "foundation",
    "diag",
    "memo",
    "yaml",
    "config",
    "source",
    "i18n",
    "model",
    "release",
    "search",
    "render",
    "cache",
    "pipeline",
    "io",
    "cli",
];

/// What reaches outside, and may stand in io, cli and main.rs alone.
const MACHINE: [&str; 14] = [
    "std::fs",
    "fs::",
    "std::env",
    "env::",
    "std::process",
    "std::net",
    "std::thread",
    "SystemTime",
    "Instant",
    "println!",
    "eprintln!",
    "print!",
    "dbg!",
    "PathBuf",
];

/// The sources by their paths, without comments and without tests.
fn sources() -> BTreeMap<String, String> {
    let files = common::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let ours =
        |path: &String| path.ends_with(".rs") && !path.split('/').any(|part| matches!(part, "tests" | "tests.rs"));
    let code = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("Rust is UTF-8");
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    files.into_iter().filter(|(path, _)| ours(path)).map(|(path, bytes)| (path, code(bytes))).collect()
}

/// `model` of `model/routes.rs`, `cache` of `cache.rs`; `None` for lib.rs and main.rs.
fn module(path: &str) -> Option<&str> {
    let first = path.split('/').next().expect("split gives at least one part").trim_end_matches(".rs");
    (!matches!(first, "lib" | "main")).then_some(first)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The modules that follow `crate::`, alone or in braces.
fn imports(code: &str) -> Vec<String> {
    let mut imports = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            // The names at the first level of the braces.
            Some(group) => {
                let mut depth = 0;
                let mut name = String::new();
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => imports.push(std::mem::take(&mut name)),
                        c if depth == 0 => name.push(c),
                        _ => {}
                    }
                }
                imports.push(name);
            }
            None => imports.push(rest.chars().take_while(|c| is_word(*c)).collect()),
        }
    }
    let first = |name: String| name.trim().split("::").next().unwrap_or_default().to_owned();
    imports.into_iter().map(first).filter(|name| !name.is_empty()).collect()
}

#[test]
fn no_module_imports_a_later_one() {
    let place = |name: &str| ORDER.iter().position(|other| *other == name);
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let Some(module) = module(&path) else { continue };
        let own = place(module).unwrap_or_else(|| panic!("src/{path} has no place in the order of the modules"));
        for import in imports(&code) {
            match place(&import) {
                Some(other) if other <= own => {}
                Some(_) => wrong.push(format!("src/{path} imports {import}, which comes after {module}")),
                None => wrong.push(format!("src/{path} imports {import}, which has no place in the order")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_two_ends_touch_the_machine() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        if matches!(module(&path), None | Some("io" | "cli")) {
            continue;
        }
        for (number, line) in code.lines().enumerate() {
            for word in MACHINE {
                let alone = |at: usize| !line[..at].chars().next_back().is_some_and(is_word);
                if line.match_indices(word).any(|(at, _)| alone(at)) {
                    wrong.push(format!("src/{path}, line {} of its code: {word} in `{}`", number + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_scan_sees_what_it_looks_for() {
    let code =
        "use crate::diag::{Diagnostic, Span};\nuse crate::{cli::x, io::{scan, apply}};\nlet x = crate::model::Site;";
    assert_eq!(imports(code), ["diag", "cli", "io", "model"]);
}
