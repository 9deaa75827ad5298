//! `workerd serve`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::EdgeSettings;
use super::super::error::EdgeError;
use super::super::secrets::Secrets;
use crate::setup::Tools;

/// The folders of the state, by the names the configuration has for them.
const FOLDERS: [&str; 2] = ["objects", "blobs"];

pub(super) fn command(
    tools: &Tools,
    settings: &EdgeSettings,
    secrets: &Secrets,
    postgres: Option<&str>,
) -> Result<Command, EdgeError> {
    let workspace = tools.workspace();
    let mut command = tools.package_program("workerd");
    command.current_dir(workspace.root());
    command.args(["serve", "--experimental"]);
    command.arg(workspace.path(match postgres {
        Some(_) => "edge-worker/workerd-postgres.capnp",
        None => "edge-worker/workerd.capnp",
    }));
    command
        .arg("--socket-addr")
        .arg(format!("http=127.0.0.1:{}", settings.port));
    for name in FOLDERS {
        let folder = folder(&settings.state, name)?;
        command.arg("--directory-path").arg(named(name, &folder));
    }
    command.envs(secrets.pairs());
    command.envs(postgres.map(|address| ("POSTGRES_URL", address)));
    Ok(command)
}

fn folder(state: &Path, name: &str) -> Result<PathBuf, EdgeError> {
    let path = state.join(name);
    match fs::create_dir_all(&path) {
        Ok(()) => Ok(path),
        Err(source) => Err(EdgeError::Write { path, source }),
    }
}

fn named(name: &str, folder: &Path) -> OsString {
    let mut argument = OsString::from(format!("{name}="));
    argument.push(folder);
    argument
}
