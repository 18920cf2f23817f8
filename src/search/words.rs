//! From running text to words as they are looked for.
//!
//! In: a piece of text between two spaces. Out: its word, folded to small letters without accents, and the parts that signs
//! divide it into; and their stems. Always: as pagefind's script makes words of a query: what is neither letter nor digit
//! falls out of a word, an accent falls off its letter, the stem is of what is left.

use std::borrow::Cow;

use crate::foundation::{Lang, fold};

use super::endings::Endings;

/// The parts of a piece of text that has signs inside (`peer-to-peer`, `l’école`), folded, letters and digits apart: of at
/// least two signs each; none where it has no signs inside.
pub fn parts(piece: &str) -> Vec<String> {
    let mut parts = piece.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let (Some(first), Some(second)) = (parts.next(), parts.next()) else { return Vec::new() };
    let parts = [first, second].into_iter().chain(parts);
    let apart = parts.flat_map(letters_and_digits);
    apart.map(fold).filter(|part| part.len() > 1).collect()
}

/// Cuts a text where letters and digits meet.
fn letters_and_digits(text: &str) -> impl Iterator<Item = &str> {
    let signs = || text.char_indices();
    let meet = signs().zip(signs().skip(1)).filter(|((_, one), (_, other))| one.is_numeric() != other.is_numeric());
    let cuts: Vec<usize> = [0].into_iter().chain(meet.map(|(_, (at, _))| at)).chain([text.len()]).collect();
    (1..cuts.len()).map(move |at| &text[cuts[at - 1]..cuts[at]])
}

/// The stems of one language.
pub struct Words {
    #[cfg(feature = "search")]
    snowball: Option<pagefind_stem::Stemmer>,
    endings: Option<&'static Endings>,
}

impl Words {
    pub fn of(lang: Lang) -> Words {
        Words {
            #[cfg(feature = "search")]
            snowball: snowball(lang).map(pagefind_stem::Stemmer::create),
            endings: Endings::of(lang),
        }
    }

    /// The stem of a folded word.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        #[cfg(feature = "search")]
        if let Some(stemmer) = &self.snowball {
            return stemmer.stem(word);
        }
        self.endings.map_or(Cow::Borrowed(word), |endings| endings.stem(word))
    }
}

/// The algorithm that pagefind's WebAssembly of that language has inside.
#[cfg(feature = "search")]
fn snowball(lang: Lang) -> Option<pagefind_stem::Algorithm> {
    use pagefind_stem::Algorithm::*;
    Some(match lang.as_str().split('-').next()? {
        "ar" => Arabic,
        "hy" => Armenian,
        "eu" => Basque,
        "ca" => Catalan,
        "da" => Danish,
        "nl" => Dutch,
        "en" => English,
        "eo" => Esperanto,
        "et" => Estonian,
        "fi" => Finnish,
        "fr" => French,
        "de" => German,
        "el" => Greek,
        "hi" => Hindi,
        "hu" => Hungarian,
        "id" => Indonesian,
        "ga" => Irish,
        "it" => Italian,
        "lt" => Lithuanian,
        "nb" | "nn" | "no" => Norwegian,
        "ne" => Nepali,
        "pl" => Polish,
        "pt" => Portuguese,
        "ro" => Romanian,
        "ru" => Russian,
        "sr" => Serbian,
        "es" => Spanish,
        "sv" => Swedish,
        "ta" => Tamil,
        "tr" => Turkish,
        "yi" => Yiddish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_signs_has_parts() {
        assert_eq!(parts("peer-to-peer"), ["peer", "to", "peer"]);
        assert_eq!(parts("dell’istituto."), ["dell", "istituto"]);
        assert_eq!(parts("D5.2"), Vec::<String>::new());
        assert_eq!(parts("30.11.2022"), ["30", "11", "2022"]);
        assert_eq!(parts("abc12-d"), ["abc", "12"]);
        assert_eq!(parts("(word),"), Vec::<String>::new());
    }
}
