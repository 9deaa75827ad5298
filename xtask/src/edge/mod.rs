//! `cargo xtask edge` and `cargo xtask serve`: the edge on this machine, with its state in one folder.

mod error;
mod runtime;
mod secrets;
mod seed;
mod server;
mod state;

use std::io::{self, Write};
use std::path::PathBuf;

pub(crate) use error::EdgeError;
pub(crate) use runtime::Runtime;
pub(crate) use server::EdgeServer;
use server::Readiness;

use crate::console;
use crate::process::{interrupted, wait_until};
use crate::setup::Tools;

/// What an edge on this machine is started with.
#[derive(Debug)]
pub(crate) struct EdgeSettings {
    pub(crate) runtime: Runtime,
    pub(crate) port: u16,
    /// Everything the edge stores; kept between runs.
    pub(crate) state: PathBuf,
    /// Lets its holder become the owner while there is none.
    pub(crate) setup_token: Option<String>,
    /// Origins whose pages may send recordings with the demo's ingest key.
    pub(crate) allowed_origins: Vec<String>,
}

/// Runs the edge until we are asked to stop.
pub(crate) fn run(tools: &Tools, settings: &EdgeSettings) -> Result<(), EdgeError> {
    let server = EdgeServer::start(tools, settings)?;
    if server.wait_until_ready()? == Readiness::WithoutOwner {
        console::note("this edge has no owner: start it with --setup-token <TOKEN> to make one");
    }
    announce(&server)?;
    wait_until(|| interrupted() || server.has_ended(), None);
    match server.failure() {
        Some(failure) if !interrupted() => Err(failure),
        _ => {
            server.stop();
            Ok(())
        }
    }
}

/// The one line on standard output; whoever started us waits for it.
fn announce(server: &EdgeServer) -> Result<(), EdgeError> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "edge ready {}", server.address())
        .and_then(|()| stdout.flush())
        .map_err(EdgeError::Announce)
}
