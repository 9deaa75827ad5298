//! What compiled modules go through, from a crate of ours so that our lock file pins it.

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
        "xtask/wasm-tools/Cargo.toml",
        "xtask/wasm-tools/src/cut_panics.rs",
        "xtask/wasm-tools/src/wbg.rs",
        "xtask/wasm-tools/src/wbg_test_runner.rs",
    ]
    .map(|file| workspace.path(file));
    let stamp = Stamp::new(
        workspace.target().join("tool/wasm-tools.made-from"),
        digest(&made_from),
    );
    let mut programs = [
        tools.wasm_bindgen(),
        tools.wasm_test_runner(),
        tools.cut_panics(),
    ]
    .into_iter();
    if programs.all(|program| program.is_file()) && stamp.is_current() {
        return Ok(());
    }
    console::step("tools for WebAssembly, wasm-bindgen among them", || {
        let mut cargo = tools.cargo();
        cargo.args([
            "build",
            "--profile",
            "tool",
            "--package",
            "monitorme-wasm-tools",
        ]);
        run_logged(&mut cargo, &workspace.logs().join("setup-wasm-tools.log"))
    })?;
    stamp.write()
}
