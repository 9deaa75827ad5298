//! Showing a person what a program in the background reports.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};

use crate::console::{Style, on_stderr};

/// How wrangler begins a warning; its further lines are indented.
const WARNING: &str = "[WARNING]";

/// Copies what a program reports to its log and, except warnings, to our own standard error.
pub(super) fn surface(reported: impl Read, name: &str, mut log: File) {
    let mut shown = Shown::default();
    let lines = BufReader::new(reported).split(b'\n').map_while(Result::ok);
    for line in lines {
        let line = String::from_utf8_lossy(&line);
        // A full disk must not keep the program from being read, or it would stand still.
        let _written = writeln!(log, "{line}");
        if shown.includes(&line) {
            eprintln!("{} {line}", on_stderr(Style::Dim, &format!("{name} │")));
        }
    }
}

/// Which lines a person sees: a warning is for the log, an error concerns them now.
#[derive(Debug, Default)]
struct Shown {
    is_in_warning: bool,
}

impl Shown {
    fn includes(&mut self, line: &str) -> bool {
        let begins_something = !line.is_empty() && !line.starts_with([' ', '\t']);
        if begins_something {
            self.is_in_warning = uncolored(line).contains(WARNING);
        }
        !self.is_in_warning && !line.trim().is_empty()
    }
}

/// The text without what colors it at a terminal.
fn uncolored(line: &str) -> String {
    let mut parts = line.split("\x1b[");
    let mut text = parts.next().unwrap_or_default().to_owned();
    text.extend(parts.filter_map(|part| part.split_once('m').map(|(_, rest)| rest)));
    text
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn shows_errors_and_hides_warnings_with_all_their_lines() {
        let report = "\x1b[33m▲ \x1b[43;33m[\x1b[43;30mWARNING\x1b[43;33m]\x1b[0m not triggered\n\n  details\n✘ [ERROR] trap\n\n  at edge\n";
        let mut shown = Shown::default();
        let lines: Vec<&str> = report.lines().filter(|line| shown.includes(line)).collect();
        assert_eq!(lines, ["✘ [ERROR] trap", "  at edge"]);
    }
}
