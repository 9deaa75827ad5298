//! A store that speaks the protocol of S3, for the tests: s3s-fs, which checks signatures and keeps
//! objects as files.

use std::path::{Path, PathBuf};

use super::error::SetupError;
use super::tools::Tools;
use crate::console;
use crate::process::run_logged;

/// The newest version that our oldest compiler takes.
const VERSION: &str = "0.14.1";

/// The program of the store.
#[derive(Debug)]
pub(crate) struct S3 {
    program: PathBuf,
}

impl S3 {
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }
}

/// Finds the program, or compiles it from the registry of crates.
pub(super) fn prepare(tools: &Tools) -> Result<S3, SetupError> {
    let folder = tools.workspace().private_tools();
    let folder = folder.join(format!("s3s-fs-{VERSION}"));
    let program = folder.join("bin/s3s-fs");
    if program.is_file() {
        return Ok(S3 { program });
    }
    console::step("s3s-fs, a store for the tests", || {
        let mut cargo = tools.cargo();
        cargo.args(["install", "s3s-fs", "--version", VERSION, "--locked"]);
        cargo.args(["--features", "binary", "--debug", "--root"]);
        cargo.arg(&folder);
        // As our own tools: quickly compiled, and fast enough to hash what tests send.
        cargo.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
        let log = tools.workspace().logs().join("setup-s3s-fs.log");
        run_logged(&mut cargo, &log)
    })?;
    Ok(S3 { program })
}
