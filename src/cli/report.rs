//! What a command has to say, and to whom.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use crate::diag::{Diagnostic, Diagnostics, Format, Severity, emit, emit_summary};
use crate::io::IoProblem;
use crate::source::Snapshot;

use super::{FormatName, Global, machine};

/// Codes of findings that are about the call, not about the content: exit code 2.
const ABOUT_THE_CALL: [&str; 1] = ["unknown-mirror"];

/// The outcome of a command.
#[derive(Default, Debug)]
pub(super) struct Report {
    pub findings: Diagnostics,
    /// The texts that the findings point into.
    pub sources: Snapshot,
    /// What was asked for, where that is a text: to standard output, `--quiet` or not.
    pub data: String,
    /// What was done, in a line or a few; nothing where it was not.
    pub closing: String,
    /// What an error means for the user, after the number of errors.
    pub on_error: &'static str,
    /// The call was wrong or the machine failed.
    pub failed: bool,
}

impl Report {
    pub fn done(closing: impl Into<String>) -> Report {
        Report { closing: closing.into(), ..Report::default() }
    }

    pub fn problem(problem: &IoProblem) -> Report {
        Report { findings: Diagnostics::from_iter([problem.diagnostic()]), failed: true, ..Report::default() }
    }
}

/// Standard output and standard error, and how they are used.
#[derive(Clone, Copy)]
pub(super) struct Console {
    format: Format,
    quiet: bool,
}

impl Console {
    pub fn new(global: &Global) -> Console {
        let format = match global.format {
            FormatName::Human => {
                Format::Human { color: machine::color(io::stderr().is_terminal()), width: machine::width() }
            }
            FormatName::Short => Format::Short,
            FormatName::Json => Format::Json,
        };
        Console { format, quiet: global.quiet }
    }

    /// Whether something may be drawn while a command goes on.
    pub fn draws(&self) -> bool {
        !self.quiet && matches!(self.format, Format::Human { .. })
    }

    /// A line of its own while a command goes on, unless nothing is to be said.
    pub fn say(&self, line: &str) {
        if !self.quiet && self.format != Format::Json {
            // Nobody may be listening any more.
            let _ = put(io::stdout(), &format!("{line}\n"));
        }
    }

    /// Shows everything; the exit code.
    pub fn show(&self, report: Report) -> ExitCode {
        let findings = report.findings.sorted();
        let code = exit_code(&findings, report.failed);
        let drawn = emit(&findings, &report.sources, self.format);
        let json = self.format == Format::Json;
        let mut said = String::new();
        if !self.quiet && !json && !report.failed && !findings.is_empty() {
            let consequence = if code == 0 { "" } else { report.on_error };
            said = format!("{}{consequence}\n", emit_summary(&findings));
        }
        let closing = match report.closing.as_str() {
            closing if !self.quiet && code == 0 && !closing.is_empty() => format!("{closing}\n"),
            _ => String::new(),
        };
        // With JSON on standard output there is nothing else there.
        let (out, err) = match json {
            true => (drawn + &report.data, closing),
            false => (report.data + &closing, drawn + &said),
        };
        match put(io::stderr(), &err).and_then(|()| put(io::stdout(), &out)) {
            Ok(()) => ExitCode::from(code),
            Err(_) => ExitCode::from(2),
        }
    }
}

fn exit_code(findings: &[Diagnostic], failed: bool) -> u8 {
    let mut errors = findings.iter().filter(|finding| finding.severity == Severity::Error).peekable();
    match () {
        () if failed || errors.clone().any(|error| ABOUT_THE_CALL.contains(&error.code)) => 2,
        () if errors.peek().is_some() => 1,
        () => 0,
    }
}

/// A reader that has seen enough (`| head`) is no failure.
fn put(mut stream: impl Write, text: &str) -> io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes() {
        let (error, warning) = (Diagnostic::error("x", ""), Diagnostic::warning("unknown-mirror", ""));
        assert_eq!(exit_code(&[], false), 0);
        assert_eq!(exit_code(std::slice::from_ref(&warning), false), 0);
        assert_eq!(exit_code(&[warning.clone(), error.clone()], false), 1);
        assert_eq!(exit_code(&[error.clone(), Diagnostic::error("unknown-mirror", "")], false), 2);
        assert_eq!(exit_code(&[error], true), 2);
    }
}
