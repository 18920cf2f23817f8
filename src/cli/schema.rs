//! `schema`: what an editor needs in order to complete and check front matter.

use clap::Args;

use crate::io::IoProblem;

use super::kinds;
use super::report::Report;

const HELP: &str = "\
Examples:
  mensi-site schema school > school.schema.json
  mensi-site schema case-study | less

An editor with a YAML language server takes the file in its settings, or in the first line of the front matter:
  # yaml-language-server: $schema=../../school.schema.json";

/// Print the JSON Schema of a kind's front matter
///
/// An editor that knows the schema completes the names of fields and values, and marks mistakes while you write.
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(super) struct SchemaArgs {
    /// The kind of document
    #[arg(value_name = "KIND", value_parser = kinds::parser())]
    kind: String,
}

pub(super) fn schema(args: SchemaArgs) -> Result<Report, IoProblem> {
    let schema = crate::source::Kind::from_word(&args.kind).map(crate::source::schema).ok_or_else(|| {
        IoProblem::new(
            "no-schema",
            format!("there is no schema for `{}`", args.kind),
            "choose another kind of document",
        )
    })?;
    let text = serde_json::to_string_pretty(&schema).expect("a JSON value is always text");
    Ok(Report { data: text + "\n", ..Report::default() })
}
