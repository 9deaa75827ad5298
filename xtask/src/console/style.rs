//! Colors, where the other end of the stream is a terminal that wants them.

use std::env;
use std::io::{IsTerminal, stderr, stdout};

/// A way to make text stand out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Style {
    Dim,
    Good,
    Bad,
}

impl Style {
    const fn code(self) -> &'static str {
        match self {
            Self::Dim => "2",
            Self::Good => "32",
            Self::Bad => "31",
        }
    }
}

/// Styles text for standard error.
pub(crate) fn on_stderr(style: Style, text: &str) -> String {
    paint(style, text, stderr().is_terminal())
}

/// Styles text for standard output.
pub(crate) fn on_stdout(style: Style, text: &str) -> String {
    paint(style, text, stdout().is_terminal())
}

fn paint(style: Style, text: &str, is_terminal: bool) -> String {
    // https://no-color.org: any value that is not empty.
    let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match is_terminal && !refused {
        true => format!("\x1b[{}m{text}\x1b[0m", style.code()),
        false => text.to_owned(),
    }
}
