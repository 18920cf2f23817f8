//! The command line.
//!
//! In: arguments, environment, clock. Out: an exit code, findings, and a last line that says what was done. Always: exit
//! code 0 when it was done, 1 when the content has errors or somebody else's file is in the way (and nothing was
//! published), 2 when the call was wrong, there is no site, or the machine failed. Findings go to standard error, with
//! `--format json` to standard output.

mod build;
mod init;
mod kinds;
mod kitchen;
mod machine;
mod new;
mod preview;
mod progress;
mod report;
mod schema;
mod serve;
mod timings;
mod verify;
mod warm;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::io::IoProblem;
use report::{Console, Report};

const ABOUT: &str = "Builds the multilingual MenSI portal from a folder of Markdown";

const LONG_ABOUT: &str = "\
Builds the multilingual MenSI portal (Mentoring for School Improvement) from a folder of Markdown.

A site is a folder with mensi.yaml and content/. `build` turns it into public/, which any web server can show. A build \
that finds an error changes nothing: what was published before stays.";

const AFTER_HELP: &str = "\
Examples:
  mensi-site init my-site               a small working site in the folder my-site
  mensi-site build --root my-site       build it into my-site/public
  mensi-site check                      find everything that is wrong, write nothing
  mensi-site new case-study shared-lessons

Exit codes: 0 done; 1 nothing was published, since the content has errors or a file that mensi-site did not write is in \
the way; 2 the call was wrong, there is no mensi.yaml, or the machine failed.";

/// Long help without colours of its own; clap leaves them out where NO_COLOR is set.
#[derive(Parser, Debug)]
#[command(name = "mensi-site", version, about = ABOUT, long_about = LONG_ABOUT, after_help = AFTER_HELP)]
#[command(arg_required_else_help = true, subcommand_required = true, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Args, Debug)]
struct Global {
    /// The folder of the site, with mensi.yaml in it
    #[arg(long, global = true, value_name = "DIR", default_value = ".", help_heading = "For every command")]
    root: PathBuf,
    /// How findings are shown: drawn with the lines they are about, one line each (file:line:column: severity[code]:
    /// message), or one JSON object a line on standard output
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "FORMAT",
        default_value = "human",
        help_heading = "For every command"
    )]
    format: FormatName,
    /// Say nothing but findings
    #[arg(long, short, global = true, help_heading = "For every command")]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum FormatName {
    Human,
    Short,
    Json,
}

#[derive(Subcommand, Debug)]
enum Command {
    Build(build::BuildArgs),
    Check(build::CheckArgs),
    Serve(serve::ServeArgs),
    Init(init::InitArgs),
    New(new::NewArgs),
    Schema(schema::SchemaArgs),
}

/// Runs one command. `args` starts with the name of the program.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // To standard output where help was asked for; a closed pipe is nobody's mistake.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let console = Console::new(&cli.global);
    let root = cli.global.root;
    let done: Result<Report, IoProblem> = match cli.command {
        Command::Build(args) => build::build(&root, args, &console),
        Command::Check(args) => build::check(&root, args),
        Command::Serve(args) => serve::serve(&root, args, &console),
        Command::Init(args) => init::init(&root, args),
        Command::New(args) => new::new(&root, args),
        Command::Schema(args) => schema::schema(args),
    };
    console.show(done.unwrap_or_else(|problem| Report::problem(&problem)))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent_and_explained() {
        let mut cli = super::Cli::command();
        cli.build();
        cli.clone().debug_assert();
        for command in cli.get_subcommands() {
            let name = command.get_name();
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(after.contains(&format!("mensi-site {name}")), "{name} has no example");
            for arg in command.get_arguments() {
                assert!(arg.get_help().is_some(), "{name} does not explain {}", arg.get_id());
            }
        }
    }
}
