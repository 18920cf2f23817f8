//! A stylesheet without what only its authors read.
//!
//! In: CSS. Out: the same rules. Always: strings and addresses are as they were, tokens stay apart, and a stylesheet that is
//! wrong is not made wronger: comments go, and each run of white space becomes one character, or none beside `{`, `}` and
//! `;` (CSS Syntax Level 3, 4.3.1 and 4.3.2). To do more would need a parser; a server compresses the rest.

/// See the module. Comments that begin with `/*!` stay: they are for readers, a licence mostly.
pub fn slim(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    // Whether white space or a comment says nothing here.
    let mut apart = true;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => string(rest, first),
            '/' if rest.starts_with("/*") => {
                let length = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
                if rest.starts_with("/*!") {
                    out.push_str(&rest[..length]);
                    apart = false;
                } else if !apart && !rest[length..].starts_with(|c: char| c.is_ascii_whitespace()) {
                    // It may be all that keeps two tokens apart.
                    out.push_str("/**/");
                }
                rest = &rest[length..];
                continue;
            }
            c if c.is_ascii_whitespace() => {
                let run = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
                let next = &rest[run..];
                if !apart && !next.is_empty() && !next.starts_with(['{', '}', ';']) {
                    out.push(if rest[..run].contains('\n') { '\n' } else { ' ' });
                    apart = true;
                }
                rest = next;
                continue;
            }
            _ if is_address(rest) => rest.find(')').map_or(rest.len(), |end| end + 1),
            '\\' => escape(rest),
            c => c.len_utf8(),
        };
        out.push_str(&rest[..length]);
        apart = matches!(first, '{' | '}' | ';');
        rest = &rest[length..];
    }
    out
}

/// The length of the escape that begins here: of hexadecimal digits, one white space is a part of it.
fn escape(css: &str) -> usize {
    let digits = css[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    match digits {
        0 => 1 + css[1..].chars().next().map_or(0, char::len_utf8),
        digits => 1 + digits + usize::from(css[1 + digits..].starts_with(|c: char| c.is_ascii_whitespace())),
    }
}

/// The length of the string that begins here, to its end quote or its line's end.
fn string(css: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = css.char_indices().skip(1).find(|(_, c)| {
        let ends = !escaped && (*c == quote || *c == '\n');
        escaped = !escaped && *c == '\\';
        ends
    });
    end.map_or(css.len(), |(at, c)| at + c.len_utf8())
}

/// Whether an address without quotation marks begins here: `//` in it is no comment.
fn is_address(css: &str) -> bool {
    css.strip_prefix("url(").is_some_and(|inner| !inner.trim_start().starts_with(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_authors_read_goes() {
        let css = "/* Roles */\n\n:root {\n  --a: #fff;   /* paper */\n  --b: 1px  2px;\n}\n\na b > c, d {\n  margin: 0;\n}\n";
        assert_eq!(slim(css), ":root{--a: #fff;--b: 1px 2px;}a b > c, d{margin: 0;}");
    }

    #[test]
    fn what_means_something_stays() {
        let kept = [
            "a::after{content: \"/* no */  \\\" {  ;\";}",
            "a{b: url(data:x/*y*/z  w);}",
            "a{b: 'it\\'s  ;  ';}",
            "/*! licence  */a{}",
            "a/**/b{}",
            "a :hover{}",
            ".a\\  b{}",
            ".\\31  b{}",
            "@media (min-width: 1px) and (max-width: 2px){a{b: c}}",
        ];
        for css in kept {
            assert_eq!(slim(css), css);
        }
        assert_eq!(slim("a/* words */b{}"), "a/**/b{}");
        assert_eq!(slim("a /* words */ b{}"), "a b{}");
        // Wrong ones end as they are.
        for css in ["a{b: \"c", "/* open", "a{b: url(c", "\\", "a{b: \"c\n}  d{e: f}"] {
            slim(css);
        }
    }

    #[test]
    fn to_slim_twice_is_to_slim_once() {
        let css = include_str!("../../../themes/mensi/static/site.css/03-frame.css");
        let once = slim(css);
        assert!(once.len() < css.len() * 9 / 10, "{} of {}", once.len(), css.len());
        assert_eq!(slim(&once), once);
    }
}
