//! Scripts that packages of ours name in their package.json.

use std::path::Path;

use crate::process::{ProcessError, run_logged};
use crate::setup::Tools;

/// Runs a script of the package in `folder`, relative to the root.
pub(super) fn run(
    tools: &Tools,
    folder: &str,
    script: &str,
    log: &Path,
) -> Result<(), ProcessError> {
    let mut npm = tools.npm();
    npm.current_dir(tools.workspace().path(folder))
        .args(["run", script]);
    run_logged(&mut npm, log)
}
