//! The name that was meant.

/// The candidate that is nearest to what was written, if it is near enough to be a slip: at most a third of its letters
/// differ (Damerau–Levenshtein), and at least one is the same.
pub fn did_you_mean<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (written.chars().count().max(3)) / 3;
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&written.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let names = ["title", "summary", "slug", "country"];
        assert_eq!(did_you_mean("tittle", names), Some("title"));
        assert_eq!(did_you_mean("coutnry", names), Some("country"));
        assert_eq!(did_you_mean("colour", names), None);
        assert_eq!(did_you_mean("x", names), None);
    }
}
