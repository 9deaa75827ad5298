//! The wasm-bindgen tools, from a crate of ours so that our lock file pins them.

use super::error::SetupError;
use super::stamp::{Stamp, digest};
use super::tools::Tools;
use crate::console;
use crate::process::run_logged;

/// Builds the tools where they are missing or older than the lock file.
pub(super) fn prepare(tools: &Tools) -> Result<(), SetupError> {
    let workspace = tools.workspace();
    let made_from = [
        "Cargo.lock",
        "xtask/wasm-bindgen-runner/Cargo.toml",
        "xtask/wasm-bindgen-runner/src/wbg.rs",
        "xtask/wasm-bindgen-runner/src/wbg_test_runner.rs",
    ]
    .map(|file| workspace.path(file));
    let stamp = Stamp::new(
        workspace.target().join("tool/wbg.made-from"),
        digest(&made_from),
    );
    let is_built = tools.wasm_bindgen().is_file() && tools.wasm_test_runner().is_file();
    if is_built && stamp.is_current() {
        return Ok(());
    }
    console::step("wasm-bindgen of the locked version", || {
        let mut cargo = tools.cargo();
        cargo.args([
            "build",
            "--profile",
            "tool",
            "--package",
            "monitorme-wasm-bindgen",
        ]);
        run_logged(&mut cargo, &workspace.logs().join("setup-wasm-bindgen.log"))
    })?;
    stamp.write()
}
