//! Stand-in: what the command line asks of the model.

use crate::foundation::{Id, Lang};

/// The JSON Schema of a kind's front matter.
pub fn schema(_kind: &str) -> Option<serde_json::Value> {
    None
}

/// A source file for a new document, its front matter commented. `lang` is `None` in the site's default language.
pub fn skeleton(_kind: &str, _id: &Id, _lang: Option<Lang>) -> String {
    "---\ntitle: \"\"\nsummary: \"\"\n---\n".to_owned()
}
