//! The npm packages: ours, and the pet shop's, which is a customer with a lock file of its own.

mod lock_file;

use std::path::Path;

use self::lock_file::is_in_step;
use super::error::SetupError;
use super::stamp::{Stamp, digest};
use super::tools::Tools;
use crate::console;
use crate::process::{ProcessError, run_logged};

/// Installs what the lock files name, where that is not what is installed.
pub(super) fn prepare(tools: &Tools) -> Result<(), SetupError> {
    let workspace = tools.workspace();
    install(tools, "npm packages", workspace.root(), "setup-npm.log")?;
    let shop = workspace.path("demo-shop");
    match shop.join("package.json").is_file() {
        true => install(
            tools,
            "npm packages of the pet shop",
            &shop,
            "setup-npm-shop.log",
        ),
        false => Ok(()),
    }
}

fn install(tools: &Tools, name: &str, folder: &Path, log: &str) -> Result<(), SetupError> {
    let lock = folder.join("package-lock.json");
    let stamp = || Stamp::new(folder.join("node_modules/.installed"), digest([&lock]));
    let is_in_step = is_in_step(folder);
    if is_in_step && stamp().is_current() {
        return Ok(());
    }
    let npm = |verb: &str| {
        console::step(&format!("{name} (npm {verb})"), || {
            let mut npm = tools.npm();
            npm.current_dir(folder).arg(verb);
            run_logged(&mut npm, &tools.workspace().logs().join(log))
        })
    };
    match is_in_step {
        true => install_as_locked(npm)?,
        false => npm("install")?,
    }
    stamp().write()
}

/// `npm ci` also refuses a lock file that lacks packages of *other* platforms, which is what npm
/// writes where the registry mirror lacks them. `npm install` takes the same versions and completes
/// the file where it can.
fn install_as_locked(npm: impl Fn(&str) -> Result<(), ProcessError>) -> Result<(), ProcessError> {
    match npm("ci") {
        Err(ProcessError::FailedWithLog { .. }) => npm("install"),
        outcome => outcome,
    }
}
