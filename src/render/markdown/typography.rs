//! The quotation marks of a language.

use crate::foundation::Lang;

/// How a language quotes. Marks may hold a space of their own, as the French do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typography {
    /// What opens and closes a quotation written with straight `"`.
    pub double: (String, String),
    /// The same for `'`, and for a quotation within a quotation.
    pub single: (String, String),
    pub apostrophe: char,
    /// Words that begin with an apostrophe, without it and in lower case: the Dutch 's in `'s avonds`.
    pub elisions: &'static [&'static str],
}

impl Typography {
    /// A text of its own, such as a title, with the marks of the language.
    pub fn text<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        if super::text::is_plain(text) { text.into() } else { super::text::set_alone(text, self).into() }
    }

    /// The marks that a language's readers expect in print: for the languages of MenSI as the site's design sets them,
    /// for some neighbours as is usual there, and curly ones where the language is not known.
    pub fn of(lang: Lang) -> Typography {
        let primary = lang.as_str().split('-').next().unwrap_or_default();
        let (double, single) = match primary {
            "hr" | "bs" | "sr" => (("„", "”"), ("‚", "’")),
            "cs" | "sk" | "de" | "sl" | "bg" | "et" | "lt" => (("„", "“"), ("‚", "‘")),
            "hu" => (("„", "”"), ("»", "«")),
            "pl" | "ro" => (("„", "”"), ("«", "»")),
            "it" | "pt" | "es" | "el" => (("«", "»"), ("“", "”")),
            "fr" => (("«\u{202f}", "\u{202f}»"), ("“", "”")),
            "sv" | "fi" => (("”", "”"), ("’", "’")),
            "da" => (("»", "«"), ("›", "‹")),
            _ => (("“", "”"), ("‘", "’")),
        };
        let own = |(open, close): (&str, &str)| (open.to_owned(), close.to_owned());
        let elisions: &[&str] = match primary {
            "nl" => &["s", "t", "n", "k", "m", "r", "ie"],
            "en" => &["tis", "twas", "em", "til", "cause", "n"],
            _ => &[],
        };
        Typography { double: own(double), single: own(single), apostrophe: '’', elisions }
    }
}
