//! The pet shop, which installs the recorder as a customer would: from the packed tarball.

use std::fs;
use std::io;

use super::error::BuildError;
use super::package_script;
use super::part::Part;
use super::recorder::TARBALL;
use crate::process::run_logged;
use crate::setup::Tools;

const INSTALLED: &str = "demo-shop/node_modules/monitorme-recorder";

const INSTALL: Part = Part {
    name: "recorder in the pet shop",
    is_rust: false,
    inputs: &[TARBALL, "demo-shop/node_modules/.installed"],
    outputs: &["demo-shop/node_modules/monitorme-recorder/package.json"],
};

const BUILD: Part = Part {
    name: "pet shop",
    is_rust: false,
    inputs: &["demo-shop", TARBALL],
    outputs: &["demo-shop/dist"],
};

pub(super) fn install_recorder(tools: &Tools) -> Result<(), BuildError> {
    let workspace = tools.workspace();
    INSTALL.make(tools, || {
        // A tarball of the same name and version is not looked into again while the package is
        // there.
        let installed = workspace.path(INSTALLED);
        match fs::remove_dir_all(&installed) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                return Err(BuildError::Write {
                    path: installed,
                    source,
                });
            }
            _ => {}
        }
        let mut npm = tools.npm();
        npm.current_dir(workspace.path("demo-shop"));
        npm.args(["install", "--no-save"])
            .arg(workspace.path(TARBALL));
        Ok(run_logged(&mut npm, &INSTALL.log(workspace))?)
    })
}

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    let log = BUILD.log(tools.workspace());
    BUILD.make(tools, || {
        Ok(package_script::run(tools, "demo-shop", "build", &log)?)
    })
}
