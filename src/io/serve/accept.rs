//! What a reader prefers.
//!
//! In: an `Accept-Language` or `Accept-Encoding` header. Out: a language of the site; whether gzip may be sent. Always: a
//! header that makes no sense counts as none.

/// The language of the site that a reader likes best; none where the header names none of them. Of equals the one that
/// is named first.
///
/// `de-AT` finds `de` (RFC 4647, section 3.4), `sr` finds `sr-Latn` (section 3.3.1). `*` is no reason to choose for a
/// reader.
pub(super) fn language<'a>(header: &str, languages: &'a [String]) -> Option<&'a str> {
    let mut wanted: Vec<_> = weighted(header).filter(|(_, weight)| *weight > 0).collect();
    wanted.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    wanted.into_iter().find_map(|(range, _)| lookup(range, languages))
}

fn lookup<'a>(range: &str, languages: &'a [String]) -> Option<&'a str> {
    let named = |tag: &str| languages.iter().find(|language| language.eq_ignore_ascii_case(tag));
    let shorter = std::iter::successors(Some(range), |range| range.rsplit_once('-').map(|(shorter, _)| shorter));
    let longer = || {
        languages.iter().find(|language| {
            language.as_bytes().get(range.len()) == Some(&b'-')
                && language.as_bytes()[..range.len()].eq_ignore_ascii_case(range.as_bytes())
        })
    };
    shorter.into_iter().find_map(named).or_else(longer).map(String::as_str)
}

/// Whether `Accept-Encoding` allows gzip (RFC 9110, section 12.5.3).
pub(super) fn gzip(header: &str) -> bool {
    let weight =
        |name: &str| weighted(header).find(|(coding, _)| coding.eq_ignore_ascii_case(name)).map(|(_, weight)| weight);
    weight("gzip").or_else(|| weight("x-gzip")).or_else(|| weight("*")).is_some_and(|weight| weight > 0)
}

/// The members of a list with their weights in thousandths (RFC 9110, section 12.4.2).
fn weighted(header: &str) -> impl Iterator<Item = (&str, u16)> {
    header.split(',').filter_map(|member| {
        let mut parts = member.split(';').map(str::trim);
        let name = parts.next().filter(|name| !name.is_empty())?;
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((name, weight.map_or(Some(1000), thousandths)?))
    })
}

fn thousandths(weight: &str) -> Option<u16> {
    let weight: f32 = weight.parse().ok()?;
    (0.0..=1.0).contains(&weight).then(|| (weight * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_that_the_site_has() {
        let languages: Vec<_> = ["en", "cs", "de", "sr-Latn"].map(str::to_owned).into();
        let cases = [
            ("cs", Some("cs")),
            ("CS-cz", Some("cs")),
            ("de-AT,en;q=0.8", Some("de")),
            ("fr, en;q=0.5, cs;q=0.9", Some("cs")),
            ("en;q=0.5, cs;q=0.5", Some("en")),
            ("sr", Some("sr-Latn")),
            ("de-Latn-AT-1996", Some("de")),
            ("cs;q=0, en;q=0.1", Some("en")),
            ("cs;q=0", None),
            ("fr, *", None),
            ("", None),
            (";;q=,,-,", None),
            ("c", None),
            ("cs;q=2, de;q=x", None),
        ];
        for (header, expected) in cases {
            assert_eq!(language(header, &languages), expected, "{header}");
        }
        assert_eq!(language("cs", &[]), None);
    }

    #[test]
    fn gzip_where_it_is_allowed() {
        for yes in ["gzip", "br, GZIP;q=0.1", "*", "x-gzip", "identity;q=0, *;q=0.5"] {
            assert!(gzip(yes), "{yes}");
        }
        for no in ["", "br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "identity"] {
            assert!(!gzip(no), "{no}");
        }
    }
}
