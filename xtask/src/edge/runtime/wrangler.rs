//! `wrangler dev`.

use std::process::Command;

use super::super::EdgeSettings;
use super::super::error::EdgeError;
use super::super::secrets::Secrets;
use crate::setup::Tools;

pub(super) fn command(
    tools: &Tools,
    settings: &EdgeSettings,
    secrets: &Secrets,
) -> Result<Command, EdgeError> {
    let workspace = tools.workspace();
    let mut command = tools.node_service();
    command.arg(workspace.path("node_modules/wrangler/bin/wrangler.js"));
    command
        .arg("--config")
        .arg(workspace.path("edge-worker/wrangler.toml"));
    command.args([
        "dev",
        // None of the environments, or wrangler wonders which of them is meant.
        "--env=",
        "--local",
        "--ip",
        "127.0.0.1",
        "--inspector-port",
        "0",
    ]);
    command.arg("--show-interactive-dev-session=false");
    command.arg("--port").arg(settings.port.to_string());
    command.arg("--persist-to").arg(&settings.state);
    command
        .arg("--env-file")
        .arg(secrets.write(&settings.state)?);
    // Wrangler's own settings stay inside the state.
    command.env("XDG_CONFIG_HOME", settings.state.join("wrangler"));
    Ok(command)
}
