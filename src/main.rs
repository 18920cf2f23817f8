//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    mensi_site::cli::run(std::env::args_os())
}
