//! The comparison of all cases: `compare.html`, and `compare-row.html` for the rows of its table.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use crate::foundation::Fingerprint;
use crate::render::cx::escape;

use super::{Pages, Text};

/// All cases, or those that have one or two values. A template also has `rows`: what the theme's `compare-row.html` makes
/// of them, one after the other. That template is rendered once for a page, with marks where a row's own values go (see
/// [`RowView`]), so that it can have no conditions on them.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct CompareView {
    /// The name of the comparison as a whole.
    pub title: String,
    /// What the cases of this page have in common, as words (`Outcome: Mixed`); empty where all are shown.
    pub chosen: Vec<String>,
    /// How many cases the page and its siblings show, as words.
    pub count: String,
    /// Link to the page of all cases.
    pub base: String,
    /// How many cases there are in all.
    pub total: usize,
    /// The same link, where not all are shown.
    pub clear: Option<String>,
    /// Whether approaches are compared.
    pub by_approach: bool,
    /// That cases are examples, where some are.
    pub examples: Option<String>,
    pub filters: Vec<Filter>,
    /// The columns after the case's title.
    pub columns: Vec<Column>,
    #[serde(skip)]
    pub rows: Vec<Row>,
    /// On the page of an outcome: what its cases have in common.
    pub common: Option<Common>,
    pub pages: Option<Pages>,
    /// Links to the further pages of all cases.
    pub rest: Vec<String>,
}

/// A column of the table.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Column {
    /// `outcome`, `country`, …
    pub key: &'static str,
    pub label: String,
}

/// The values that cases can be narrowed down by, of one fact.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Filter {
    /// As [`Column::key`]; in the address of a page that filters by script.
    pub key: &'static str,
    pub label: String,
    /// Shown without being asked for.
    pub open: bool,
    pub values: Vec<FilterValue>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct FilterValue {
    /// As the front matter has it; in the address of a page that filters by script.
    pub key: String,
    pub text: String,
    /// How many cases the page would show.
    pub count: usize,
    /// The page that shows them; absent where there are none, or where it is this page.
    pub href: Option<String>,
    /// This page shows cases with this value; its link leads to those without regard to it.
    pub current: bool,
}

/// Counted features of the cases of an outcome, beside the other outcomes.
#[derive(Serialize, Clone, Debug, Hash)]
pub struct Common {
    /// Outcomes as words, that of the page first.
    pub columns: Vec<String>,
    /// Most frequent first.
    pub rows: Vec<CommonRow>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct CommonRow {
    /// The fact (`What helped`).
    pub label: String,
    pub value: String,
    /// In the order of the columns.
    pub counts: Vec<CommonCount>,
}

#[derive(Serialize, Clone, Debug, Hash)]
pub struct CommonCount {
    /// `4 of 5`.
    pub text: String,
    /// Of the cases of the outcome, rounded down.
    pub percent: usize,
}

/// A case in the table.
#[derive(Clone, Debug)]
pub struct Row {
    pub href: String,
    pub fields: Arc<RowFields>,
}

/// What is the same wherever the row stands, ready to be written.
#[derive(Debug)]
pub struct RowFields {
    /// Id, values, title, note, then the cells.
    parts: Vec<String>,
    fingerprint: Fingerprint,
}

/// What `compare-row.html` is rendered with, once for a page: `row`.
#[derive(Serialize, Debug)]
pub struct RowView {
    /// The id of the case.
    pub id: String,
    /// Its values, each as `outcome:mixed`, with spaces between.
    pub is: String,
    /// Its title as HTML, in a `<span lang="…">` where it is in another language.
    pub title: String,
    /// Where its text is in another language: a `<span class="state">` with the name of that language.
    pub note: String,
    pub href: String,
    /// In the order of the columns: words, or a list where there are several.
    pub cells: Vec<String>,
}

impl RowFields {
    /// `cells` hold words that are escaped already.
    pub fn new(id: String, is: String, title: &Text, note: &str, cells: &[Vec<&str>]) -> RowFields {
        let note = match note {
            "" => String::new(),
            note => format!("<span class=\"state\">{}</span>", escape(note)),
        };
        let cell = |words: &Vec<&str>| match words.as_slice() {
            [] | [_] => words.concat(),
            several => ["<ul><li>", &several.join("</li><li>"), "</li></ul>"].concat(),
        };
        let mut parts = vec![id, is, title.html(), note];
        parts.extend(cells.iter().map(cell));
        let fingerprint = Fingerprint::of(&parts);
        RowFields { parts, fingerprint }
    }
}

impl Hash for Row {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.href.hash(state);
        self.fields.fingerprint.hash(state);
    }
}

/// What stands in the template of a row where part `number` goes; the link is the last.
fn mark(number: usize) -> String {
    format!("\u{f8ff}{number}\u{f8ff}")
}

impl RowView {
    /// Marks for every value of a row with that many cells.
    pub fn marks(cells: usize) -> RowView {
        RowView {
            id: mark(0),
            is: mark(1),
            title: mark(2),
            note: mark(3),
            cells: (0..cells).map(|cell| mark(4 + cell)).collect(),
            href: mark(4 + cells),
        }
    }
}

/// All rows as HTML, by the template of one.
pub fn fill_rows(template: &str, rows: &[Row]) -> String {
    // Literal, number, literal, number, …, literal: no text of a site has the mark.
    let pieces: Vec<&str> = template.split('\u{f8ff}').collect();
    let numbers: Vec<usize> = pieces.iter().skip(1).step_by(2).filter_map(|number| number.parse().ok()).collect();
    let mut out = String::with_capacity(rows.len() * template.len() * 2);
    for row in rows {
        let href = escape(&row.href);
        for (literal, number) in pieces.iter().step_by(2).zip(&numbers) {
            out.push_str(literal);
            out.push_str(row.fields.parts.get(*number).map_or(&*href, String::as_str));
        }
        out.push_str(pieces.last().expect("a split has a last part"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_filled_into_the_template_of_one() {
        let title = Text { text: "A < B".to_owned(), lang: crate::foundation::Lang::new("cs") };
        let cells = [vec!["x"], vec!["y", "z"], vec![]];
        let fields = RowFields::new("a".to_owned(), "outcome:mixed".to_owned(), &title, "česky", &cells);
        let row = Row { href: "../a/?b&c".to_owned(), fields: Arc::new(fields) };
        let marks = RowView::marks(3);
        let template = format!("<tr id={}><th><a href={}>{}</a>{}", marks.id, marks.href, marks.title, marks.note)
            + &marks.cells.iter().map(|cell| format!("<td>{cell}")).collect::<String>()
            + "\n";
        let html = "<tr id=a><th><a href=../a/?b&amp;c><span lang=\"cs\">A &lt; B</span></a><span class=\"state\">česky\
            </span><td>x<td><ul><li>y</li><li>z</li></ul><td>\n";
        assert_eq!(fill_rows(&template, std::slice::from_ref(&row)), html);
        assert_eq!(fill_rows(&template, &[row.clone(), row]), html.repeat(2));
    }
}
