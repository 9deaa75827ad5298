//! Why the machine could not be prepared.

use std::io;
use std::path::PathBuf;

use crate::process::ProcessError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum SetupError {
    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error("could not write {path}")]
    Write { path: PathBuf, source: io::Error },

    #[error(
        "the standard library for wasm32-unknown-unknown is missing and nothing here can provide it: {0}"
    )]
    NoWasmStandardLibrary(String),

    #[error("the distribution offers {found} of rustc-web, and this project needs {needed}")]
    DistributionCompilerTooOld { found: String, needed: String },

    #[error("the distribution does not say which LLVM its rustc-web uses")]
    NoLinker,

    #[error(
        "`{packages}` must be installed, but we are neither root nor is sudo here; run as root: apt-get install -y --no-install-recommends {packages}"
    )]
    NotRoot { packages: String },

    #[error(
        "npm is missing: install Node.js 20 or newer together with npm (any such version will do, a newer Node is fetched through npm when needed)"
    )]
    NoNpm,

    #[error("no browser was found and none could be installed: install Chromium")]
    NoBrowser { source: ProcessError },

    #[error("no PostgreSQL was found and none could be installed: install version 15 or newer")]
    NoPostgres,
}
