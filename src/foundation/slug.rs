//! The last part of an address, and what comes nearest to it.

use unicode_normalization::UnicodeNormalization;

use super::fold::FOLDED_LETTERS;

/// Whether the text is one address segment, `[a-z0-9-]+`.
pub(crate) fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The segment that somebody may have meant: accents fall off, what is neither letter nor digit becomes one `-`, none at
/// the ends. `None` where nothing stays, as of a word in another script.
pub(crate) fn slug_of(text: &str) -> Option<String> {
    let mut slug = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            // An accent of the letter before it, and signs within words: l'école, d’école.
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            _ => match letters(c) {
                Some(letters) => slug.push_str(letters),
                None if slug.ends_with('-') || slug.is_empty() => {}
                None => slug.push('-'),
            },
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    Some(slug).filter(|slug| !slug.is_empty())
}

/// Letters that are no other letter with an accent.
fn letters(c: char) -> Option<&'static str> {
    let neighbours = [('ı', "i"), ('ŋ', "n")];
    FOLDED_LETTERS.into_iter().chain(neighbours).find(|(letter, _)| *letter == c).map(|(_, letters)| letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_portals_languages_and_its_neighbours_stay_readable() {
        for (text, slug) in [
            ("Übung Test", "ubung-test"),
            ("Škola_Žďár nad Sázavou", "skola-zdar-nad-sazavou"),
            ("Osnovna škola Đurđevac – Čakovec", "osnovna-skola-durdevac-cakovec"),
            ("Őrség, Gyűjtő", "orseg-gyujto"),
            ("Educação é cooperação", "educacao-e-cooperacao"),
            ("L'Università più bella", "luniversita-piu-bella"),
            ("reünie één IJsland ĳs", "reunie-een-ijsland-ijs"),
            ("Straße Łódź Ærø œuvre", "strasse-lodz-aero-oeuvre"),
            ("--My (first) file!--", "my-first-file"),
            ("İstanbul", "istanbul"),
        ] {
            assert_eq!(slug_of(text).as_deref(), Some(slug), "{text}");
            assert!(is_slug(slug));
        }
        for nothing in ["", "---", "Школа", "学校"] {
            assert_eq!(slug_of(nothing), None, "{nothing}");
        }
    }
}
