//! What a person at the terminal sees.

mod panel;
mod progress;
mod style;

pub(crate) use panel::panel;
pub(crate) use progress::{note, seconds, step};
pub(crate) use style::{Style, on_stderr, on_stdout};
