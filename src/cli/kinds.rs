//! The kinds of documents by the names that a user types, and the folders that they are in.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;

/// Name and folder below content/. A page is in content/ itself.
pub(super) const KINDS: [(&str, &str); 11] = [
    ("school", "schools"),
    ("cluster", "clusters"),
    ("case-study", "case-studies"),
    ("result", "results"),
    ("policy-post", "policy-exchange"),
    ("country", "countries"),
    ("organisation", "organisations"),
    ("news", "news"),
    ("event", "events"),
    ("term", "terms"),
    ("page", ""),
];

/// What people call a kind, beside the names of folders.
const OTHER_NAMES: [(&str, &[&str]); 9] = [
    ("policy-post", &["post", "policy", "blog", "blog-post"]),
    ("news", &["news-item", "article", "announcement"]),
    ("case-study", &["case", "study", "story"]),
    ("result", &["deliverable", "publication", "report", "output"]),
    ("event", &["meeting", "workshop", "webinar", "conference"]),
    ("organisation", &["org", "organization", "partner"]),
    ("school", &["mentor", "mentee", "profile"]),
    ("term", &["enabler", "challenge", "barrier", "incentive", "activity", "level"]),
    ("page", &["section", "index", "text"]),
];

/// Takes one of the names, and says what was meant where it is another.
pub(super) fn parser() -> impl TypedValueParser<Value = String> {
    Parser(PossibleValuesParser::new(KINDS.map(|(kind, _)| kind)))
}

#[derive(Clone)]
struct Parser(PossibleValuesParser);

impl TypedValueParser for Parser {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        match value.to_str().and_then(meant) {
            Some(kind) => {
                let message = format!(
                    "there is no kind `{}`: did you mean `{kind}`? The kinds are {}\n",
                    value.display(),
                    KINDS.map(|(kind, _)| kind).join(", ")
                );
                Err(clap::Error::raw(ErrorKind::InvalidValue, message).with_cmd(command))
            }
            None => self.0.parse_ref(command, arg, value),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

/// The kind that somebody means by another word: that of its folder, or of daily life.
fn meant(written: &str) -> Option<&'static str> {
    let word = written.to_lowercase();
    if KINDS.iter().any(|(kind, _)| *kind == written) || word.is_empty() {
        return None;
    }
    let of_folder = KINDS.iter().find(|(kind, folder)| *folder == word || *kind == word || format!("{kind}s") == word);
    let of_life = || OTHER_NAMES.iter().find(|(_, words)| words.contains(&word.as_str()));
    of_folder.map(|(kind, _)| *kind).or_else(|| of_life().map(|(kind, _)| *kind))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_kind_by_another_word() {
        for (word, kind) in
            [("post", "policy-post"), ("schools", "school"), ("News", "news"), ("case-studies", "case-study")]
        {
            assert_eq!(meant(word), Some(kind), "{word}");
        }
        assert_eq!(meant("school"), None, "it is one");
        assert_eq!(meant("recipe"), None);
    }
}
