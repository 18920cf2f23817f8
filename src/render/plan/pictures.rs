//! Files that are published beside pages, and the sizes of pictures.

use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::{Fingerprint, SourcePath};
use crate::release::{Bytes, Made, Rendered};
use crate::render::files::PublishedFile;
use crate::render::pictures::{self, Look, Shape, Sizes};

use super::{Maker, Plan};

impl Plan {
    /// Of a published file: what it holds, and what is done to it before it is published.
    pub(super) fn file_inputs(&self, number: usize) -> Fingerprint {
        let published = self.parts.files.nth(number);
        match published.shape() {
            Some(shape) => Fingerprint::of(&(published.file.fingerprint(), shape)),
            None => published.file.fingerprint(),
        }
    }
}

impl Maker<'_> {
    /// A file as it is published: a picture without what was written into it beside the picture.
    pub(super) fn published(&self, number: usize) -> Made {
        let published = self.plan.parts.files.nth(number);
        let Some(shape) = published.shape() else { return self.file(&published.file) };
        if let Some(known) = self.known(self.inputs) {
            return known;
        }
        let made = pictures::published(shape, published.file.bytes()).ok_or_else(|| "it is cut off".to_owned());
        // One of which sizes are made is decoded for those.
        let whole = match shape.widths.is_empty() && shape.format != pictures::Format::Svg {
            true => self.sizes(published, shape).map(drop),
            false => Ok(()),
        };
        self.made(number, whole.and(made).map(Bytes::Own))
    }

    /// A picture in one of its widths.
    pub(super) fn size(&self, number: usize, width: u32) -> Made {
        if let Some(known) = self.known(self.inputs) {
            return known;
        }
        let published = self.plan.parts.files.nth(number);
        let shape = published.shape().expect("only pictures have sizes");
        let sizes = self.sizes(published, shape);
        self.made(number, sizes.map(|sizes| Bytes::Shared(sizes[&width].clone())))
    }

    fn sizes(&self, published: &PublishedFile, shape: &Shape) -> Result<Arc<Sizes>, String> {
        let key = Fingerprint::of(&(published.file.fingerprint(), shape));
        self.plan.parts.shelf.get_or(key, || pictures::sizes(published.file.bytes(), shape))
    }

    fn made(&self, number: usize, made: Result<Bytes, String>) -> Made {
        let mut findings = Diagnostics::new();
        let bytes = made.unwrap_or_else(|why| {
            findings.push(broken(self.plan.parts.files.source(number), &why));
            Bytes::Own(Vec::new())
        });
        Made::New(self.from(self.inputs), Rendered { bytes, findings })
    }
}

fn broken(source: &str, why: &str) -> Diagnostic {
    let Look::Unusable { code, message, help } = pictures::broken(why) else { unreachable!("it is broken") };
    let finding = Diagnostic::error(code.as_str(), message).help(help);
    Diagnostic { span: SourcePath::new(source).map(|path| Span::file(&path)), ..finding }
}
