//! BibTeX, as BibLaTeX reads it: UTF-8, with what LaTeX takes for its own escaped.

use crate::foundation::any_byte;

use super::{Reference, Sort, line};

/// Writes one entry.
pub fn write(out: &mut String, reference: &Reference) {
    let entry = match reference.sort {
        Sort::Report => "@techreport{",
        Sort::Video | Sort::Brochure | Sort::Post | Sort::Page | Sort::Other => "@misc{",
    };
    [entry, &reference.key].iter().for_each(|part| out.push_str(part));
    // In braces of its own a name is not taken apart into first and last.
    field(out, "author", |out| {
        for (number, author) in reference.authors.iter().enumerate() {
            out.push_str(if number == 0 { "{" } else { " and {" });
            escape(out, &author.text);
            out.push('}');
        }
    });
    // Two pairs: a style must not change capital letters, which other languages have elsewhere.
    field(out, "title", |out| {
        out.push('{');
        escape(out, &reference.title);
        out.push('}');
    });
    if let Some(date) = reference.date {
        let iso = date.to_string();
        let mut parts = iso.splitn(3, '-');
        text(out, "year", parts.next());
        text(out, "month", parts.next());
        text(out, "day", parts.next());
    }
    let publisher = if reference.sort == Sort::Report { "institution" } else { "publisher" };
    text(out, publisher, Some(&reference.publisher));
    text(out, "number", reference.number.as_deref());
    text(out, "version", reference.version.as_deref());
    text(out, "note", reference.example.as_deref());
    field(out, "language", |out| out.push_str(reference.language.as_str()));
    verbatim(out, "doi", reference.doi.as_deref());
    verbatim(out, "url", Some(&reference.address));
    out.push_str("\n}\n");
}

fn field(out: &mut String, name: &str, value: impl FnOnce(&mut String)) {
    [",\n", name, "={"].iter().for_each(|part| out.push_str(part));
    value(out);
    out.push('}');
}

fn text(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        field(out, name, |out| escape(out, value));
    }
}

/// An address is taken as it is; only braces must be balanced, and addresses have other ways to say them.
fn verbatim(out: &mut String, name: &str, value: Option<&str>) {
    let Some(value) = value else { return };
    field(out, name, |out| {
        let value = line(value);
        if !any_byte(value.as_bytes(), |byte| (byte == b'{') | (byte == b'}') | (byte == b'\\')) {
            return out.push_str(&value);
        }
        for c in value.chars() {
            match c {
                '{' => out.push_str("%7B"),
                '}' => out.push_str("%7D"),
                '\\' => out.push_str("%5C"),
                c => out.push(c),
            }
        }
    });
}

fn escape(out: &mut String, text: &str) {
    let text = line(text);
    let named = |byte| (byte == b'\\') | (byte == b'~') | (byte == b'^') | (byte == b'{') | (byte == b'}');
    let special =
        |byte| named(byte) | (byte == b'$') | (byte == b'&') | (byte == b'#') | (byte == b'_') | (byte == b'%');
    // Most texts have nothing to escape.
    if !any_byte(text.as_bytes(), special) {
        return out.push_str(&text);
    }
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
}
