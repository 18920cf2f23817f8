//! A stylesheet of a theme: one file, or a folder of chapters that are published as one.
//!
//! `static/site.css/03-frame.css` is a chapter of `site.css`. They follow each other by name; a theme replaces one chapter
//! of its parent by a file of that name, adds one by a new name, and replaces all by a file `static/site.css`. The rules
//! and the order in which they stand are thus known from the names alone, and no reader loads more than one file, without its comments.

mod slim;

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::SourcePath;
use crate::source::File;

use super::assets::Assets;

/// What a file below `static/` is of a stylesheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Part<'a> {
    /// The name by which a template asks for the stylesheet.
    pub sheet: &'a str,
    /// Name of the chapter; empty for a stylesheet of one file.
    chapter: &'a str,
}

impl<'a> Part<'a> {
    /// Of a name below `static/`; none for what is no stylesheet.
    pub fn of(name: &'a str) -> Option<Part<'a>> {
        if !name.ends_with(".css") {
            return None;
        }
        match name.rsplit_once('/') {
            Some((sheet, chapter)) if sheet.ends_with(".css") => Some(Part { sheet, chapter }),
            _ => Some(Part { sheet: name, chapter: "" }),
        }
    }
}

/// The chapters of a stylesheet by name.
#[derive(Default)]
pub struct Stylesheet<'a>(BTreeMap<&'a str, (&'a SourcePath, &'a File)>);

impl<'a> Stylesheet<'a> {
    /// Takes a part in: a theme's own after its parents'.
    pub fn take(&mut self, part: Part<'_>, path: &'a SourcePath, file: &'a File) {
        if part.chapter.is_empty() {
            self.0.clear();
        }
        // The name as the path has it, which lives as long as the file.
        let chapter = &path.as_str()[path.as_str().len() - part.chapter.len()..];
        self.0.insert(chapter, (path, file));
    }

    /// All chapters, with every `url(…)` pointing to the published name of what it names.
    pub fn text(&self, sheet: &str, assets: &Assets, findings: &mut Diagnostics) -> String {
        let mut out = String::new();
        for (path, file) in self.0.values() {
            match file.text() {
                Some(css) => out.push_str(&slim::slim(&Chapter { sheet, path, css }.published(assets, findings))),
                None => findings.push(
                    Diagnostic::error("not-utf8", "this stylesheet is not UTF-8")
                        .at(Span::file(path))
                        .help("save it as UTF-8"),
                ),
            }
        }
        out
    }
}

/// The text of one file of a stylesheet.
struct Chapter<'a> {
    sheet: &'a str,
    path: &'a SourcePath,
    css: &'a str,
}

impl Chapter<'_> {
    /// With every `url(…)` pointing to the published name; addresses elsewhere and data are an error and left alone,
    /// respectively.
    fn published(&self, assets: &Assets, findings: &mut Diagnostics) -> String {
        let &Chapter { sheet, path, css } = self;
        let folder = sheet.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut out = String::with_capacity(css.len() + 256);
        for (at, import) in css.match_indices("@import") {
            findings.push(
                Diagnostic::error("stylesheet-import", "a stylesheet must not import another")
                    .at(Span::new(path, at..at + import.len()))
                    .help("write the rules into this file: a stylesheet from elsewhere is not loaded"),
            );
        }
        let mut at = 0;
        while let Some(found) = css[at..].find("url(") {
            let open = at + found + "url(".len();
            let Some(length) = css[open..].find(')') else { break };
            let written = css[open..open + length].trim().trim_matches(['"', '\'']);
            out.push_str(&css[at..open]);
            at = open + length;
            if written.starts_with("data:") || written.starts_with('#') {
                out.push_str(&css[open..at]);
                continue;
            }
            let wanted = if folder.is_empty() { written.to_owned() } else { format!("{folder}/{written}") };
            match assets.find(&wanted) {
                // Both stand below assets/, so the way from one to the other is the way between their folders.
                Some(target) => {
                    let up = "../".repeat(folder.split('/').filter(|segment| !segment.is_empty()).count());
                    out.push_str(&format!("\"{up}{}\"", target.trim_start_matches("assets/")));
                }
                None => {
                    findings.push(
                        Diagnostic::error(
                            "missing-file",
                            format!("this stylesheet names `{written}`, which the theme does not have"),
                        )
                        .at(Span::new(path, open..at))
                        .help("put the file into the theme's static/ folder; files from elsewhere are not loaded"),
                    );
                    out.push_str(&css[open..at]);
                }
            }
        }
        out.push_str(&css[at..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the files that `site.css` is made of, where themes come with these files, parents first.
    fn made_of(files: &[&str]) -> Vec<String> {
        let paths: Vec<SourcePath> =
            files.iter().map(|name| SourcePath::new(&format!("themes/{name}")).expect("a clean path")).collect();
        let file = File::from(Vec::new());
        let mut sheet = Stylesheet::default();
        for path in &paths {
            let name = path.as_str().split_once("/static/").expect("a static file").1;
            sheet.take(Part::of(name).expect("a stylesheet"), path, &file);
        }
        sheet.0.values().map(|(path, _)| path.as_str().trim_start_matches("themes/").to_owned()).collect()
    }

    #[test]
    fn a_theme_replaces_a_chapter_adds_one_and_replaces_all() {
        let parent = ["a/static/site.css/1.css", "a/static/site.css/2.css"];
        assert_eq!(made_of(&parent), parent);
        assert_eq!(made_of(&[parent[0], parent[1], "b/static/site.css/1.css"]), ["b/static/site.css/1.css", parent[1]]);
        assert_eq!(
            made_of(&[parent[0], parent[1], "b/static/site.css/15.css"]),
            [parent[0], "b/static/site.css/15.css", parent[1]]
        );
        assert_eq!(made_of(&[parent[0], parent[1], "b/static/site.css"]), ["b/static/site.css"]);
        assert_eq!(
            made_of(&["a/static/site.css", "b/static/site.css/more.css"]),
            ["a/static/site.css", "b/static/site.css/more.css"]
        );
    }

    #[test]
    fn a_font_in_a_folder_of_that_name_is_no_chapter() {
        assert_eq!(Part::of("site.css/a.woff2"), None);
        assert_eq!(Part::of("print/a.css"), Some(Part { sheet: "print/a.css", chapter: "" }));
    }
}
