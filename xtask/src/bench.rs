//! `cargo xtask bench`: what the recorder costs, measured.

use crate::process::{ProcessError, run_shown};
use crate::setup::{Browser, Tools};

/// Compares the recorder with rrweb on the same page, and prints the ratios.
pub(crate) fn recorder(tools: &Tools, browser: &Browser) -> Result<(), ProcessError> {
    let mut node = tools.node();
    node.arg(tools.workspace().path("tests/perf/recorder.ts"));
    browser.tell(&mut node);
    run_shown(&mut node)
}
