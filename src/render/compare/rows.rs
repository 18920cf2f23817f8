//! The rows of the comparison, each made once a language.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{DocIx, LangIx, State};
use crate::render::cx::{Cx, Here, escape};
use crate::render::views::{Column, Row, RowFields};

use super::{Compared, Dimension, ValueIx};

/// What all rows of a language are made with.
struct Shared<'a> {
    cx: &'a Cx,
    lang: LangIx,
    /// The word of each value, escaped.
    words: Vec<String>,
    dimensions: Vec<Dimension>,
}

impl Compared {
    /// The columns that have anything in them, of the cases of a language.
    pub(super) fn columns(&self, cx: &Cx, lang: LangIx) -> Vec<Column> {
        self.dimensions()
            .map(|dimension| Column {
                key: dimension.key(),
                label: cx.t(lang, &format!("field-{}", dimension.field()), &[]),
            })
            .collect()
    }

    /// Those that any case has a value of.
    pub(super) fn dimensions(&self) -> impl Iterator<Item = Dimension> + '_ {
        Dimension::ALL.into_iter().filter(|dimension| self.values.iter().any(|value| value.dimension == *dimension))
    }

    /// The rows of some cases for a page.
    pub(super) fn rows(&self, cx: &Cx, here: &Here, cases: &[DocIx]) -> Vec<Row> {
        let of = &self.languages[usize::from(here.lang.0)];
        let made = of.rows.get_or_init(|| self.make_rows(cx, here.lang));
        let row = |ix: &DocIx| {
            let route = cx.site.route(*ix, here.lang)?;
            Some(Row { href: cx.href(here, route, here.lang), fields: made.get(ix)?.clone() })
        };
        cases.iter().filter_map(row).collect()
    }

    fn make_rows(&self, cx: &Cx, lang: LangIx) -> BTreeMap<DocIx, Arc<RowFields>> {
        let shared = Shared {
            cx,
            lang,
            words: self.numbers().map(|value| escape(&self.word(cx, lang, value)).into_owned()).collect(),
            dimensions: self.dimensions().collect(),
        };
        let present = &self.languages[usize::from(lang.0)].present;
        present.iter().map(|ix| (*ix, Arc::new(self.row(&shared, *ix)))).collect()
    }

    fn row(&self, Shared { cx, lang, words, dimensions }: &Shared<'_>, ix: DocIx) -> RowFields {
        let document = cx.site.get(ix);
        let bits = &self.bits[&ix];
        let mut cells = vec![Vec::new(); dimensions.len()];
        let mut is = String::new();
        for number in self.numbers().filter(|number| bits.has(*number)) {
            let value = self.value(number);
            let separator = if is.is_empty() { "" } else { " " };
            [separator, value.dimension.key(), ":", &value.word].iter().for_each(|part| is.push_str(part));
            if let Some(column) = dimensions.iter().position(|dimension| *dimension == value.dimension) {
                cells[column].push(words[usize::from(number)].as_str());
            }
        }
        let note = match cx.state(*lang, ix) {
            State::Fallback { shows } => cx.language_name(*lang, shows),
            _ => String::new(),
        };
        RowFields::new(document.id.to_string(), is, cx.title(*lang, ix), &note, &cells)
    }

    /// A value in a language.
    pub(super) fn word(&self, cx: &Cx, lang: LangIx, number: ValueIx) -> String {
        let value = self.value(number);
        if value.dimension == Dimension::Country {
            let code = crate::yaml::CountryCode::new(&value.word.to_ascii_uppercase());
            return code.map_or_else(|| value.word.clone(), |code| cx.country(lang, code));
        }
        cx.t(lang, &format!("{}-{}", value.dimension.key(), value.word), &[])
    }
}
