//! The running edge: wrangler and the Workers runtime below it.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::Command;

use super::EdgeSettings;
use super::error::EdgeError;
use super::index;
use super::state::StateLock;
use crate::http::{self, Answer};
use crate::limits;
use crate::private_file;
use crate::process::Service;
use crate::setup::Tools;

/// An edge that runs until it is stopped or dropped.
#[derive(Debug)]
pub(crate) struct EdgeServer {
    service: Service,
    port: u16,
    // Last, so that the state is given free when nothing writes to it any more.
    _state: StateLock,
}

/// What a started edge can do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Readiness {
    Working,
    /// It refuses everything until it is started with a setup token.
    WithoutOwner,
}

impl EdgeServer {
    /// Prepares the database and starts the edge; it does not answer yet.
    pub(crate) fn start(tools: &Tools, settings: &EdgeSettings) -> Result<Self, EdgeError> {
        let state = StateLock::take(&settings.state)?;
        index::prepare(tools, settings)?;
        let log = settings.state.join("edge.log");
        let secrets = write_secrets(settings)?;
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
            _state: state,
        })
    }

    /// Waits until the edge answers that it does its work, or that it only lacks an owner and the
    /// token to make one with.
    pub(crate) fn wait_until_ready(&self) -> Result<Readiness, EdgeError> {
        let readiness = Cell::new(None);
        self.service
            .wait_until_ready(limits::EDGE_READY_PATIENCE, || {
                readiness.set(
                    http::get(self.port, "/healthz")
                        .ok()
                        .as_ref()
                        .and_then(read_readiness),
                );
                readiness.get().is_some()
            })?;
        Ok(readiness.get().unwrap_or(Readiness::Working))
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

fn read_readiness(health: &Answer) -> Option<Readiness> {
    match health.status {
        200 => Some(Readiness::Working),
        503 if health.body.contains(r#""not_configured""#) => Some(Readiness::WithoutOwner),
        _ => None,
    }
}

/// In a file rather than an argument, which every user of the machine could read.
fn write_secrets(settings: &EdgeSettings) -> Result<PathBuf, EdgeError> {
    let path = settings.state.join("secrets.env");
    let token = settings.setup_token.as_ref();
    let content = token.map_or_else(String::new, |token| format!("SETUP_TOKEN={token}\n"));
    match private_file::write(&path, &content) {
        Ok(()) => Ok(path),
        Err(source) => Err(EdgeError::Write { path, source }),
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

#[cfg(test)]
mod tests {
    use super::{Readiness, read_readiness};
    use crate::http::Answer;

    fn answer(status: u16, body: &str) -> Option<Readiness> {
        read_readiness(&Answer {
            status,
            body: body.to_owned(),
        })
    }

    #[test]
    fn an_edge_is_ready_when_only_a_person_is_missing() {
        assert_eq!(answer(200, "{}"), Some(Readiness::Working));
        let unowned = r#"{"error":{"code":"not_configured"}}"#;
        assert_eq!(answer(503, unowned), Some(Readiness::WithoutOwner));
        assert_eq!(
            answer(503, r#"{"error":{"code":"storage_unavailable"}}"#),
            None
        );
    }
}
