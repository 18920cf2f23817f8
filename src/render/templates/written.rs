//! A page as it is written.

use std::io;

/// The bytes of a page, and where in them its text stands: a later build takes the text from there.
#[derive(Default)]
pub struct Written<'t> {
    pub bytes: Vec<u8>,
    text: &'t str,
    /// Where the text begins, if the template wrote it as it is.
    pub text_at: Option<usize>,
}

impl Written<'_> {
    /// Nothing as yet of a page with this text.
    pub(super) fn with_text(text: &str) -> Written<'_> {
        // More than most pages have, in bytes.
        Written { bytes: Vec::with_capacity(24 * 1024), text, text_at: None }
    }
}

impl io::Write for Written<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    /// A template writes a value in one piece: to compare lengths finds the text without looking for it.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() == self.text.len() && self.text_at.is_none() && bytes == self.text.as_bytes() {
            self.text_at = Some(self.bytes.len());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn the_text_is_noted_where_it_stands_first() {
        let mut page = Written::with_text("<p>a</p>");
        for part in ["<main>", "<p>b</p>", "<p>a</p>", "<p>a</p>", "</main>"] {
            page.write_all(part.as_bytes()).expect("memory takes everything");
        }
        assert_eq!((page.text_at, page.bytes.as_slice()), (Some(14), &b"<main><p>b</p><p>a</p><p>a</p></main>"[..]));
    }
}
