//! `cargo xtask bench`: what the recorder and the decoder cost, and what the edge takes in, measured.

use crate::process::{ProcessError, run_shown};
use crate::setup::{Browser, Tools};

/// Compares the recorder with rrweb on the same page, and prints the ratios.
pub(crate) fn recorder(tools: &Tools, browser: &Browser) -> Result<(), ProcessError> {
    run(tools, browser, "tests/perf/recorder.ts")
}

/// Compares LZ4 with the browser's deflate on the same batches, and prints sizes and times.
pub(crate) fn compression(tools: &Tools, browser: &Browser) -> Result<(), ProcessError> {
    run(tools, browser, "tests/perf/compression.ts")
}

/// Measures what the edge takes in, in plain workerd.
pub(crate) fn edge(tools: &Tools) -> Result<(), ProcessError> {
    send_batches(tools, "tests/perf/edge.ts")
}

/// Runs a script that sends what `load-batch` makes.
fn send_batches(tools: &Tools, script: &str) -> Result<(), ProcessError> {
    let mut cargo = tools.cargo();
    cargo.args(["build", "--profile", "tool", "--package", "monitorme-tests"]);
    run_shown(cargo.args(["--bin", "load-batch"]))?;
    let mut node = tools.node();
    run_shown(node.arg(tools.workspace().path(script)))
}

/// Counts what visitors cost on Cloudflare.
pub(crate) fn capacity(tools: &Tools) -> Result<(), ProcessError> {
    send_batches(tools, "tests/perf/capacity.ts")
}

/// Measures the decoder beside what cannot be done without, and prints its rates.
pub(crate) fn decoding(tools: &Tools) -> Result<(), ProcessError> {
    let mut cargo = tools.cargo();
    run_shown(cargo.args([
        "bench",
        "--package",
        "monitorme-wire-format",
        "--bench",
        "decoding",
    ]))
}

fn run(tools: &Tools, browser: &Browser, script: &str) -> Result<(), ProcessError> {
    let mut node = tools.node();
    node.arg(tools.workspace().path(script));
    browser.tell(&mut node);
    run_shown(&mut node)
}
