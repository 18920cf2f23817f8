//! JSON that is safe within a script element, written as it is made.
//!
//! In: names, which are our own and need no escaping, and values. Out: JSON in which no `<` ends the element or begins a
//! comment. Always: but for `<`, `>` and `&` the same as serde_json writes, which asks of every name whether it must be escaped: on ten thousand
//! pages that is half of the work.

use crate::foundation::any_byte;

/// An object, with room for so many bytes.
pub(super) fn object(room: usize, fill: impl FnOnce(&mut Object<'_>)) -> String {
    let mut out = String::with_capacity(room);
    fill_object(&mut out, fill);
    out
}

/// Objects of a list that is written later.
pub(super) fn items(fill: impl FnOnce(&mut List<'_>)) -> String {
    let mut out = String::new();
    fill(&mut List { out: &mut out, begun: false });
    out
}

fn fill_object(out: &mut String, fill: impl FnOnce(&mut Object<'_>)) {
    out.push('{');
    fill(&mut Object { out, begun: false });
    out.push('}');
}

/// An object that is being written.
pub(super) struct Object<'o> {
    out: &'o mut String,
    begun: bool,
}

impl Object<'_> {
    fn name(&mut self, name: &'static str) {
        let before = if std::mem::replace(&mut self.begun, true) { ",\"" } else { "\"" };
        [before, name, "\":"].iter().for_each(|part| self.out.push_str(part));
    }

    pub fn text(&mut self, name: &'static str, value: &str) {
        self.joined(name, &[value]);
    }

    /// A text that comes in parts.
    pub fn joined(&mut self, name: &'static str, parts: &[&str]) {
        self.name(name);
        self.out.push('"');
        parts.iter().for_each(|part| push_escaped(self.out, part));
        self.out.push('"');
    }

    /// A text, where there is one.
    pub fn optional(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    pub fn count(&mut self, name: &'static str, value: usize) {
        self.name(name);
        self.out.push_str(&value.to_string());
    }

    /// A number; `null` where it is none.
    pub fn number(&mut self, name: &'static str, value: f64) {
        self.name(name);
        self.out.push_str(&serde_json::Value::from(value).to_string());
    }

    pub fn object(&mut self, name: &'static str, fill: impl FnOnce(&mut Object<'_>)) {
        self.name(name);
        fill_object(self.out, fill);
    }

    /// A list of objects.
    pub fn list(&mut self, name: &'static str, fill: impl FnOnce(&mut List<'_>)) {
        self.name(name);
        self.out.push('[');
        fill(&mut List { out: self.out, begun: false });
        self.out.push(']');
    }

    /// The same, of one object for each value.
    pub fn objects<T>(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = T>,
        fill: impl Fn(T, &mut Object<'_>),
    ) {
        self.list(name, |list| values.into_iter().for_each(|value| list.object(|object| fill(value, object))));
    }
}

/// A list of objects that is being written.
pub(super) struct List<'o> {
    out: &'o mut String,
    begun: bool,
}

impl List<'_> {
    /// Objects that have been written as [`items`]; at least one.
    pub fn written(&mut self, items: &str) {
        debug_assert!(!items.is_empty(), "a comma follows");
        self.separate();
        self.out.push_str(items);
    }

    fn separate(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            self.out.push(',');
        }
    }

    pub fn object(&mut self, fill: impl FnOnce(&mut Object<'_>)) {
        self.separate();
        fill_object(self.out, fill);
    }
}

fn push_escaped(out: &mut String, text: &str) {
    let special =
        |byte| (byte < b' ') | (byte == b'"') | (byte == b'\\') | (byte == b'<') | (byte == b'>') | (byte == b'&');
    if !any_byte(text.as_bytes(), special) {
        return out.push_str(text);
    }
    let json = serde_json::to_string(text).expect("text is JSON");
    for c in json[1..json.len() - 1].chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_what_serde_json_writes() {
        let written = object(16, |object| {
            object.text("a", "x\"\\\n\u{1}č");
            object.optional("b", None);
            object.object("c", |object| object.number("d", -0.5));
            object.objects("e", [1, 2], |value, object| object.count("f", value));
            object.list("g", |_| {});
            object.joined("h", &["https://x/", "y"]);
            let before = items(|list| (1..3).for_each(|value| list.object(|object| object.count("i", value))));
            object.list("i", |list| {
                list.written(&before);
                list.object(|object| object.count("i", 3));
            });
        });
        let same = serde_json::json!({
            "a": "x\"\\\n\u{1}č", "c": { "d": -0.5 }, "e": [{ "f": 1 }, { "f": 2 }], "g": [], "i": [{ "i": 1 }, { "i": 2 }, { "i": 3 }], "h": "https://x/y",
        });
        assert_eq!(written, same.to_string());
    }

    proptest! {
        #[test]
        fn any_text_is_safe_and_comes_back(text in "[<>&\"\\\\a-c\\x00-\\x1f\u{7f}\u{2028}č]{0,12}") {
            let written = object(0, |object| object.text("t", &text));
            prop_assert!(!written.contains(['<', '>', '&']));
            let read: serde_json::Value = serde_json::from_str(&written).expect("JSON");
            prop_assert_eq!(read["t"].as_str(), Some(text.as_str()));
        }
    }
}
