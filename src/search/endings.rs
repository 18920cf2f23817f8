//! Light stemmers for languages that pagefind has none for: Czech and Croatian.
//!
//! In: a folded word. Out: its stem. Always: a table of endings and nothing else; the same table is published with the index,
//! and the search's script follows the same few lines ([`Endings::stem`]), so that words and queries cannot part.
//!
//! After the idea of the light stemmers of Dolamic and Savoy («Indexing and stemming approaches for the Czech language»,
//! 2009) and of Ljubešić, Boras and Kubelka («Retrieving Information in Croatian», 2007): case endings of nouns and adjectives
//! fall off, and consonants that an ending changes are made one. The tables are our own, from the grammars, for words without
//! accents, as readers type them.

use std::borrow::Cow;

use serde::Serialize;

use crate::foundation::Lang;

/// The endings of a language.
#[derive(Serialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endings {
    /// How many letters stay at least.
    least: usize,
    /// Longest first: the first that fits falls off.
    endings: &'static [&'static str],
    /// What the last letters become, after that: the first that fits.
    tails: &'static [(&'static str, &'static str)],
}

/// Letters that stay before a tail.
const BEFORE_TAIL: usize = 2;

impl Endings {
    /// Those of a language, where it has any here.
    pub fn of(lang: Lang) -> Option<&'static Endings> {
        match lang.as_str().split('-').next()? {
            "cs" | "sk" => Some(&CZECH),
            "hr" | "bs" => Some(&CROATIAN),
            _ => None,
        }
    }

    /// The stem of a folded word. What has other letters or digits stays as it is.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Cow::Borrowed(word);
        }
        let fits = |ending: &&&str| word.len() >= self.least + ending.len() && word.ends_with(**ending);
        let stem = &word[..word.len() - self.endings.iter().find(fits).map_or(0, |ending| ending.len())];
        let fits = |tail: &&(&str, &str)| stem.len() >= BEFORE_TAIL + tail.0.len() && stem.ends_with(tail.0);
        match self.tails.iter().find(fits) {
            Some((from, to)) => Cow::Owned([&stem[..stem.len() - from.len()], to].concat()),
            None => Cow::Borrowed(stem),
        }
    }
}

const CZECH: Endings = Endings {
    least: 3,
    endings: &[
        // Adjectives of possession and relation, so that `případový` is found with `případ`.
        "oveho", "ovemu", "ovymi", "ovych", "ejsich", "ejsimi", "ovou", "ovym", "atech", "ejsim", "ejsiho",
        // Adjectives and nouns in all cases.
        "ami", "ach", "ech", "ich", "ych", "eho", "emu", "iho", "imu", "ymi", "imi", "emi", "ete", "eti", "ata", "aty",
        "ove", "ovi", "ova", "ovo", "ovy", "ejsi", "am", "em", "im", "um", "ym", "ou", "uv", "at", "mi", "a", "e", "i",
        "o", "u", "y",
    ],
    tails: &[("ek", "k"), ("ec", "k"), ("c", "k"), ("z", "h")],
};

const CROATIAN: Endings = Endings {
    least: 3,
    endings: &[
        "ovima", "evima", "ijega", "ijemu", "ovog", "ovom", "ovih", "ovim", "ama", "ima", "oga", "ega", "omu", "ome",
        "emu", "ovi", "evi", "ova", "eva", "ove", "eve", "ovu", "om", "em", "og", "eg", "oj", "ih", "im", "ju", "a",
        "e", "i", "o", "u",
    ],
    tails: &[("ak", "k"), ("ac", "k"), ("ar", "r"), ("c", "k"), ("z", "g")],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn same(endings: &Endings, forms: &[&str]) {
        let stems: std::collections::BTreeSet<_> = forms.iter().map(|form| endings.stem(form)).collect();
        assert_eq!(stems.len(), 1, "{forms:?}: {stems:?}");
    }

    #[test]
    fn the_longest_ending_comes_first() {
        for Endings { endings, .. } in [CZECH, CROATIAN] {
            for (at, ending) in endings.iter().enumerate() {
                let hidden = endings[at + 1..].iter().find(|later| later.ends_with(ending));
                assert_eq!(hidden, None, "`{ending}` hides a longer one");
            }
        }
    }

    #[test]
    fn forms_of_a_czech_word_have_one_stem() {
        same(&CZECH, &["skola", "skoly", "skole", "skolu", "skolou", "skol", "skolam", "skolach", "skolami"]);
        same(&CZECH, &["ucitel", "ucitele", "uciteli", "ucitelem", "ucitelu", "ucitelum", "ucitelich"]);
        same(&CZECH, &["zaka", "zakovi", "zaci", "zaku", "zakum", "zacich", "zaky"]);
        same(&CZECH, &["matka", "matce", "matek", "matkou"]);
        same(&CZECH, &["praha", "praze", "prahy", "prahou"]);
        same(&CZECH, &["vysledek", "vysledky", "vysledku", "vysledcich"]);
        same(&CZECH, &["digitalni", "digitalniho", "digitalnich", "digitalnimi"]);
        same(&CZECH, &["studie", "studii", "studiim", "studiich"]);
        same(&CZECH, &["zkusenost", "zkusenosti", "zkusenostech", "zkusenostmi"]);
    }

    #[test]
    fn forms_of_a_croatian_word_have_one_stem() {
        same(&CROATIAN, &["skola", "skole", "skoli", "skolu", "skolom", "skolama"]);
        same(&CROATIAN, &["ucenik", "ucenika", "ucenici", "ucenicima", "ucenike"]);
        same(&CROATIAN, &["ucitelj", "ucitelja", "ucitelji", "uciteljima", "uciteljem"]);
        same(&CROATIAN, &["rijeka", "rijeke", "rijeci", "rijekom"]);
        same(&CROATIAN, &["centar", "centra", "centru", "centrima"]);
        same(&CROATIAN, &["zadatak", "zadatka", "zadatku", "zadatkom"]);
        same(&CROATIAN, &["digitalni", "digitalnih", "digitalnoga", "digitalnom"]);
    }

    #[test]
    fn what_is_no_word_stays() {
        assert_eq!(CZECH.stem("d52"), "d52");
        assert_eq!(CZECH.stem("rok"), "rok");
        assert_eq!(CZECH.stem("αθηνα"), "αθηνα");
    }
}
