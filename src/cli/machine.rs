//! What a command asks of the machine: the environment, the clock, the terminal.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use crate::foundation::Day;
use crate::io::IoProblem;

/// The last second of the year 9999.
const LATEST: u64 = 253_402_300_799;

/// Colour on a terminal only, and not where NO_COLOR is set to anything (no-color.org) or the terminal has none.
pub(super) fn color(terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    terminal && set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb")
}

/// The columns of the terminal that findings are shown on.
pub(super) fn width() -> usize {
    terminal_size::terminal_size_of(std::io::stderr()).map_or(100, |(width, _)| usize::from(width.0))
}

/// The day of a build: the one that was asked for, else that of SOURCE_DATE_EPOCH (reproducible-builds.org), else today,
/// in UTC.
pub(super) fn as_of(asked: Option<Day>) -> Result<Day, IoProblem> {
    match asked {
        Some(day) => Ok(day),
        None => day(std::env::var_os("SOURCE_DATE_EPOCH").as_deref(), SystemTime::now()),
    }
}

fn day(epoch: Option<&OsStr>, now: SystemTime) -> Result<Day, IoProblem> {
    let seconds = match epoch {
        Some(text) => {
            text.to_str().filter(|text| text.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse().ok())
        }
        None => Some(now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())),
    };
    seconds.filter(|seconds| *seconds <= LATEST).map(Day::from_unix_seconds).ok_or_else(|| {
        let shown = epoch.unwrap_or_default().to_string_lossy();
        IoProblem::new(
            "bad-date",
            format!("SOURCE_DATE_EPOCH is `{shown}`, which is not a number of seconds since 1970"),
            "unset it, correct it, or give the day with --as-of, such as --as-of 2026-03-31",
        )
    })
}

/// `0.38 s`, `41 ms`
pub(super) fn duration(time: Duration) -> String {
    match time.as_millis() {
        ms @ 0..100 => format!("{ms} ms"),
        _ => format!("{:.2} s", time.as_secs_f64()),
    }
}

/// Opens an address in the browser; false where there is none. It may take as long as the browser runs.
pub(super) fn open(url: &str) -> bool {
    let program = match () {
        () if cfg!(target_os = "macos") => "open",
        () if cfg!(windows) => "explorer",
        () => "xdg-open",
    };
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // A browser for the terminal would be started else, and the terminal is ours.
    if program == "xdg-open" && !["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].into_iter().any(set) {
        return false;
    }
    let null = Stdio::null;
    let ended = Command::new(program).arg(url).stdin(null()).stdout(null()).stderr(null()).status();
    // Explorer says that it has failed where it has not.
    ended.is_ok_and(|status| status.success() || cfg!(windows))
}

/// `31 March 2026`
pub(super) fn in_words(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{} {} {}", day.day, MONTHS[usize::from(day.month) - 1], day.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_build() {
        let now = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
        assert_eq!(in_words(day(None, now).expect("now")), "14 November 2023");
        assert_eq!(in_words(day(Some(OsStr::new("0")), now).expect("a number")), "1 January 1970");
        assert_eq!(in_words(day(Some(OsStr::new("253402300799")), now).expect("a number")), "31 December 9999");
        for bad in ["", "today", "-1", "+1", "1.5", "253402300800", "99999999999999999999999"] {
            assert_eq!(day(Some(OsStr::new(bad)), now).expect_err(bad).code, "bad-date");
        }
    }
}
