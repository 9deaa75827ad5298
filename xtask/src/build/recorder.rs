//! The package that sites install.

use std::fs;

use super::error::BuildError;
use super::package_script;
use super::part::Part;
use crate::process::run_logged;
use crate::setup::Tools;

const PACKAGE: &str = "npm/monitorme-recorder";

const BUILD: Part = Part {
    name: "recorder package",
    is_rust: false,
    inputs: &[
        PACKAGE,
        "agent-wasm/collector",
        "agent-wasm/worker",
        "target/wasm/agent",
        "target/wasm/agent-in-javascript",
        "tsconfig.base.json",
    ],
    outputs: &[
        "npm/monitorme-recorder/dist/index.js",
        "npm/monitorme-recorder/dist/by-url.js",
        "npm/monitorme-recorder/dist/core.js",
    ],
};

const PACK: Part = Part {
    name: "recorder tarball",
    is_rust: false,
    inputs: &[PACKAGE, "npm/monitorme-recorder/dist"],
    outputs: &[TARBALL],
};

/// The package as a customer gets it, relative to the root. Its name holds the one version of
/// everything here.
pub(super) const TARBALL: &str = concat!(
    "target/npm/monitorme-recorder-",
    env!("CARGO_PKG_VERSION"),
    ".tgz"
);

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    let log = BUILD.log(tools.workspace());
    BUILD.make(tools, || {
        Ok(package_script::run(tools, PACKAGE, "build", &log)?)
    })
}

pub(super) fn pack(tools: &Tools) -> Result<(), BuildError> {
    let workspace = tools.workspace();
    PACK.make(tools, || {
        let folder = workspace.target().join("npm");
        fs::create_dir_all(&folder).map_err(|source| BuildError::Write {
            path: folder.clone(),
            source,
        })?;
        let mut npm = tools.npm();
        npm.current_dir(workspace.path(PACKAGE));
        npm.args(["pack", "--ignore-scripts", "--pack-destination"])
            .arg(&folder);
        Ok(run_logged(&mut npm, &PACK.log(workspace))?)
    })
}
