//! Names of licences, as SPDX has them (spdx.org/licenses).
//!
//! In: what somebody wrote for a licence. Out: whether that is such a name, and else the one that was meant. Always: a name that is
//! not known here is doubted, not refused: SPDX has several hundred, and of those that texts, pictures and data have only these.

use crate::diag::{Diagnostic, did_you_mean};

/// Creative Commons, before their versions.
const CREATIVE_COMMONS: [&str; 6] = ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"];
const VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];

/// What else texts, pictures, data and programs of public bodies are published under.
const OTHERS: [&str; 44] = [
    "0BSD",
    "AFL-3.0",
    "AGPL-3.0-only",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Artistic-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CC-PDDC",
    "CDLA-Permissive-2.0",
    "CDLA-Sharing-1.0",
    "DL-DE-BY-2.0",
    "DL-DE-ZERO-2.0",
    "ECL-2.0",
    "EPL-2.0",
    "etalab-2.0",
    "EUPL-1.1",
    "EUPL-1.2",
    "FAL",
    "GFDL-1.3-only",
    "GFDL-1.3-or-later",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "ISC",
    "LAL-1.3",
    "LGPL-2.1-only",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MPL-2.0",
    "NLOD-2.0",
    "ODbL-1.0",
    "ODC-By-1.0",
    "OFL-1.1",
    "OGL-UK-3.0",
    "PDDL-1.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
];

/// What is to be said of a name; nothing where it is one. The place is the caller's.
pub fn doubt(written: &str) -> Option<Diagnostic> {
    if is_known(written) {
        return None;
    }
    let help = match meant(written) {
        Some(meant) if meant.starts_with("CC-") && !written.contains(|c: char| c.is_ascii_digit()) => {
            format!("write `{meant}`, if that is its version")
        }
        Some(meant) => format!("write `{meant}`"),
        None => {
            "write its name as spdx.org/licenses has it, such as CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0; what is under no \
                 open licence has none: say so where its author is named"
                .to_owned()
        }
    };
    Some(Diagnostic::warning("unknown-licence", format!("`{written}` is not the name of a known licence")).help(help))
}

fn is_known(name: &str) -> bool {
    let creative = || {
        let (elements, version) = name.strip_prefix("CC-")?.rsplit_once('-')?;
        // Of the older ones there are national ones: CC-BY-3.0-AT.
        let (elements, version) = match VERSIONS.contains(&version) {
            true => (elements, version),
            false => elements.rsplit_once('-')?,
        };
        Some(CREATIVE_COMMONS.contains(&elements) && VERSIONS.contains(&version))
    };
    OTHERS.contains(&name) || name.starts_with("LicenseRef-") || creative().unwrap_or(false)
}

/// The name that was meant: `CC BY-SA 4.0`, `cc-by`, `Creative Commons BY`, `MIT License`.
fn meant(written: &str) -> Option<String> {
    let plain = written.to_uppercase().replace("CREATIVE COMMONS", "CC").replace("LICENSE", "").replace("LICENCE", "");
    let words: Vec<&str> = plain.split([' ', '-', '_', '/', ',']).filter(|word| !word.is_empty()).collect();
    let (elements, version): (Vec<&str>, Vec<&str>) =
        words.iter().copied().partition(|word| !word.trim_start_matches('V').starts_with(|c: char| c.is_ascii_digit()));
    // Another version is another licence: one that is not known is not guessed.
    let version = match version.first().map(|version| version.trim_start_matches('V')) {
        None => Some("4.0"),
        Some(given) => VERSIONS.into_iter().find(|known| *known == given || known.strip_suffix(".0") == Some(given)),
    };
    if let ["CC0" | "CCZERO"] | ["CC", "0" | "ZERO"] = elements.as_slice() {
        return Some("CC0-1.0".to_owned());
    }
    if let ["CC", elements @ ..] = elements.as_slice() {
        let has = |element: &str| elements.contains(&element);
        let named = ["BY", "NC", "SA", "ND"].into_iter().filter(|element| has(element)).collect::<Vec<_>>().join("-");
        if CREATIVE_COMMONS.contains(&named.as_str()) {
            return version.map(|version| format!("CC-{named}-{version}"));
        }
    }
    let joined = words.join("-");
    let same = OTHERS.into_iter().find(|known| known.eq_ignore_ascii_case(&joined));
    same.or_else(|| did_you_mean(&joined, OTHERS)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_or_meant() {
        for name in ["CC-BY-4.0", "CC-BY-NC-SA-2.5", "CC-BY-3.0-AT", "CC0-1.0", "MIT", "etalab-2.0", "LicenseRef-ours"]
        {
            assert_eq!(doubt(name), None, "{name}");
        }
        for (written, name) in [
            ("CC BY-SA 4.0", "CC-BY-SA-4.0"),
            ("CC-BY-SA-3", "CC-BY-SA-3.0"),
            ("CC BY v3.0", "CC-BY-3.0"),
            ("cc-by", "CC-BY-4.0"),
            ("CC-BY-SA", "CC-BY-SA-4.0"),
            ("CC-BY-NC-3.0 ", "CC-BY-NC-3.0"),
            ("Creative Commons BY NC 3.0", "CC-BY-NC-3.0"),
            ("CC0", "CC0-1.0"),
            ("MIT License", "MIT"),
            ("apache 2.0", "Apache-2.0"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(name), "{written}");
            assert!(doubt(written).is_some(), "{written}");
        }
        for written in ["all rights reserved", "CC", "©"] {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}
