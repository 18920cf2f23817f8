//! Pictures for sharing, and what pages say of them.

use crate::diag::Diagnostics;
use crate::foundation::Fingerprint;
use crate::model::LangIx;
use crate::release::{Bytes, Made, Rendered};
use crate::render::share::{self, Topic};
use crate::render::views::ShareView;

use super::{Maker, Plan};

impl Plan {
    /// The card of a page, where the site has cards. As the canonical address does, it names the origin.
    pub(super) fn share(&self, lang: LangIx, topic: Topic) -> Option<ShareView> {
        let design = self.parts.design.as_ref()?;
        let src = [self.cx.addresses.origin.as_str(), &share::path(&self.cx, lang, topic)].concat();
        let alt = design.card(&self.cx, lang, topic).alt();
        Some(ShareView { src, width: share::WIDTH, height: share::HEIGHT, alt })
    }
}

impl Maker<'_> {
    pub(super) fn card(&self, lang: LangIx, topic: Topic) -> Made {
        let plan = self.plan;
        let design = plan.parts.design.as_ref().expect("only a site with a design has cards");
        let card = design.card(&plan.cx, lang, topic);
        let shown = Fingerprint::of(&(design.fingerprint(), &card));
        if let Some(known) = self.known(shown) {
            return known;
        }
        let mut findings = Diagnostics::new();
        let bytes = design.draw(&card).unwrap_or_else(|finding| {
            findings.push(finding.met_on(self.path));
            Vec::new()
        });
        Made::New(self.from(shown), Rendered { bytes: Bytes::Own(bytes), findings })
    }
}
