//! Sizes of files as they are and as they travel.

use serde::Deserialize;

use crate::build::error::BuildError;
use crate::process::read_stdout;
use crate::setup::Tools;

/// Node brings both compressors; crates for them would be compiled on every fresh machine.
const SCRIPT: &str = include_str!("compressed-sizes.js");

/// Sums over some files, each compressed by itself as a server does.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Sizes {
    pub(super) raw_bytes: u64,
    pub(super) gzip_bytes: u64,
    pub(super) brotli_bytes: u64,
}

/// Measures files given relative to the root.
pub(super) fn measure(tools: &Tools, files: &[String]) -> Result<Sizes, BuildError> {
    for file in files {
        let path = tools.workspace().path(file);
        path.metadata()
            .map_err(|source| BuildError::Read { path, source })?;
    }
    let mut node = tools.node();
    node.args(["--input-type=module", "--eval", SCRIPT])
        .args(files);
    let answer = read_stdout(&mut node)?;
    serde_json::from_str(&answer).map_err(|source| BuildError::SizeMeasurement { source })
}
