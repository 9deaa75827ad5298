//! What the edge runs in.

mod workerd;
mod wrangler;

use std::process::Command;

use super::EdgeSettings;
use super::error::EdgeError;
use super::secrets::Secrets;
use crate::setup::Tools;

/// A way to run the edge on this machine.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Runtime {
    /// Cloudflare's development server, with its simulators of D1 and R2.
    Wrangler,
    /// The open-source runtime alone, as on a server of one's own.
    Workerd {
        /// The address of the PostgreSQL with the index, which is in SQLite otherwise.
        postgres: Option<String>,
    },
}

impl Runtime {
    /// The command that runs the edge until it is stopped.
    pub(super) fn command(
        &self,
        tools: &Tools,
        settings: &EdgeSettings,
        secrets: &Secrets,
    ) -> Result<Command, EdgeError> {
        match self {
            Self::Wrangler => wrangler::command(tools, settings, secrets),
            Self::Workerd { postgres } => {
                workerd::command(tools, settings, secrets, postgres.as_deref())
            }
        }
    }
}
