//! The running edge.

use std::cell::Cell;

use super::EdgeSettings;
use super::error::EdgeError;
use super::secrets::Secrets;
use super::seed;
use super::state::StateLock;
use crate::http::{self, Answer};
use crate::limits;
use crate::process::Service;
use crate::setup::Tools;

/// An edge that runs until it is stopped or dropped.
#[derive(Debug)]
pub(crate) struct EdgeServer {
    service: Service,
    port: u16,
    api_token: String,
    allowed_origins: Vec<String>,
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
    /// Starts the edge; it does not answer yet.
    pub(crate) fn start(tools: &Tools, settings: &EdgeSettings) -> Result<Self, EdgeError> {
        let state = StateLock::take(&settings.state)?;
        let secrets = Secrets::of(settings)?;
        let mut command = settings.runtime.command(tools, settings, &secrets)?;
        let log = settings.state.join("edge.log");
        let service = Service::start(&mut command, "edge", &log)?;
        Ok(Self {
            service,
            port: settings.port,
            api_token: secrets.api_token,
            allowed_origins: settings.allowed_origins.clone(),
            _state: state,
        })
    }

    /// Waits until the edge does its work with the project of the demo, or only lacks an owner and
    /// the token to make one with.
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
        let readiness = readiness.get().unwrap_or(Readiness::Working);
        if readiness == Readiness::Working {
            seed::put(self.port, &self.api_token, &self.allowed_origins)?;
        }
        Ok(readiness)
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
