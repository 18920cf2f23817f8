//! A body as plain text.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{blocks, events, quotes, raw};

/// The words of a body, for search and descriptions: without markup, raw HTML, block lines, footnote marks and the
/// bodies of code blocks; white space is a single space. Punctuation stays as it was written.
pub fn plain_text(text: &str) -> String {
    let masked = blocks::mask(text);
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    for (event, _) in events(&masked.text).0 {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(words) | Event::Code(words) if !in_code => words.chars().for_each(|c| push(&mut out, c)),
            _ => {}
        }
        let is_break = matches!(&event, Event::InlineHtml(html) if raw::is_break(html));
        if is_break || quotes::is_block(&event) || matches!(event, Event::SoftBreak | Event::HardBreak) {
            push(&mut out, ' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn push(out: &mut String, c: char) {
    if !c.is_whitespace() {
        out.push(c);
    } else if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_is_gone() {
        let text = "## A *b*\n\nc `d` [e](f)[^1] ![g](h)<br>i\nj\n\n::: note title=\"k\"\nl\n:::\n\n```\nm\n```\n\n| n | o |\n|--|--|\n| p | q |\n\n[^1]: r";
        assert_eq!(super::plain_text(text), "A b c d e g i j l n o p q r");
    }
}
