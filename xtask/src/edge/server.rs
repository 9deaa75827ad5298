//! The running edge: wrangler and the Workers runtime below it.

use std::process::Command;

use super::EdgeSettings;
use super::error::EdgeError;
use super::index;
use crate::http;
use crate::limits;
use crate::process::Service;
use crate::setup::Tools;

/// An edge that runs until it is stopped or dropped.
#[derive(Debug)]
pub(crate) struct EdgeServer {
    service: Service,
    port: u16,
}

impl EdgeServer {
    /// Prepares the database and starts the edge; it does not answer yet.
    pub(crate) fn start(tools: &Tools, settings: &EdgeSettings) -> Result<Self, EdgeError> {
        index::prepare(tools, settings)?;
        let log = settings.state.join("edge.log");
        let secrets = settings.state.join("secrets.env");
        let token = settings.setup_token.as_deref().unwrap_or_default();
        // In a file rather than an argument, which every user of the machine could read.
        index::write(&secrets, &format!("SETUP_TOKEN={token}\n"))?;
        let mut command = wrangler(tools, tools.node_service(), settings);
        command.args([
            "dev",
            "--local",
            "--ip",
            "127.0.0.1",
            "--inspector-port",
            "0",
        ]);
        command.arg("--show-interactive-dev-session=false");
        command.arg("--port").arg(settings.port.to_string());
        command.arg("--persist-to").arg(&settings.state);
        command.arg("--env-file").arg(&secrets);
        let service = Service::start(&mut command, "edge", &log)?;
        Ok(Self {
            service,
            port: settings.port,
        })
    }

    /// Waits until the edge answers that it is healthy.
    pub(crate) fn wait_until_ready(&self) -> Result<(), EdgeError> {
        let is_healthy =
            || http::get(self.port, "/healthz").is_ok_and(|answer| answer.status == 200);
        Ok(self
            .service
            .wait_until_ready(limits::EDGE_READY_PATIENCE, is_healthy)?)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.service.has_ended()
    }

    /// Why the edge is not running any more; `None` while it runs.
    pub(crate) fn failure(&self) -> Option<EdgeError> {
        self.service.failure().map(EdgeError::from)
    }

    /// Ends the edge and returns when nothing of it is left.
    pub(crate) fn stop(self) {
        self.service.stop();
    }
}

/// Wrangler, run by `node`, with the edge's configuration; its own settings stay inside the state.
pub(super) fn wrangler(tools: &Tools, mut node: Command, settings: &EdgeSettings) -> Command {
    let workspace = tools.workspace();
    node.arg(workspace.path("node_modules/wrangler/bin/wrangler.js"));
    node.arg("--config")
        .arg(workspace.path("edge-worker/wrangler.toml"));
    node.env("XDG_CONFIG_HOME", settings.state.join("wrangler"));
    node
}
