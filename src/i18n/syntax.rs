//! The Fluent parser's complaints, in words for people who write texts.

use fluent_syntax::parser::ErrorKind;

/// How deep braces and brackets of one message may be nested. The parser recurses; no text needs more.
const DEEPEST: usize = 40;

/// What is wrong, and what to do about it.
pub(super) fn explain(kind: &ErrorKind) -> (String, &'static str) {
    let (reason, help): (&str, &'static str) = match kind {
        ErrorKind::ExpectedToken('=') => ("there is no `=` after the message's name", "write `name = text`"),
        ErrorKind::ExpectedToken('}') => {
            ("a `{` is not closed", "close it with `}`; for a brace in the text write `{\"{\"}`")
        }
        ErrorKind::ExpectedToken(token) => {
            return (format!("`{token}` is missing here"), "compare with the same message in the English file");
        }
        ErrorKind::ExpectedCharRange { .. } => (
            "a name was expected here",
            "names are `a-z`, `0-9` and `-` and begin with a letter; the text of a message that goes on over several \
             lines is indented",
        ),
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
            ("there is no text after the `=`", "write the text, or remove the line so that English stands in")
        }
        ErrorKind::MissingDefaultVariant => {
            ("no form is marked as the one to take otherwise", "put `*` before the last one: `*[other] …`")
        }
        ErrorKind::MultipleDefaultVariants => {
            ("more than one form is marked with `*`", "leave the `*` on one of them, as a rule `*[other]`")
        }
        ErrorKind::UnbalancedClosingBrace => {
            ("a `}` closes nothing", "remove it; for a brace in the text write `{\"}\"}`")
        }
        ErrorKind::UnterminatedStringLiteral => ("a quoted text is not closed", "close it with `\"` on the same line"),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            ("this `\\` stands before a letter that it does not go with", "write the character itself")
        }
        ErrorKind::ForbiddenCallee => ("only functions in capitals can be called", "use NUMBER or DATETIME"),
        ErrorKind::PositionalArgumentFollowsNamed => {
            ("a value stands after a named option", "put the value first: `NUMBER($count, style: \"percent\")`")
        }
        ErrorKind::DuplicatedNamedArgument(name) => {
            return (format!("the option `{name}` is given twice"), "remove one of them");
        }
        ErrorKind::ExpectedLiteral => ("an option takes a quoted text or a number", "write `style: \"long\"`"),
        ErrorKind::ExpectedInlineExpression => (
            "nothing usable stands between the braces",
            "write a variable (`$count`), a message's name or a quoted text",
        ),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermAttributeAsPlaceable
        | ErrorKind::ExpectedSimpleExpressionAsSelector => {
            ("forms can only be chosen by a variable here", "write `{ $count -> … }`")
        }
    };
    (reason.to_owned(), help)
}

/// Where braces or brackets of one message are nested too deep for the parser; `None` in any text that people write.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut line_start) = (0_usize, true);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' | b'(' => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            // A new entry begins at the margin.
            b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'#' if line_start => depth = 0,
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
        line_start = byte == b'\n';
    }
    None
}
