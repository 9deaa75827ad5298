//! Why the demo does not run.

use std::io;
use std::path::PathBuf;

use crate::edge::EdgeError;
use crate::port::PortError;
use crate::process::ProcessError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum DemoError {
    #[error(transparent)]
    Port(#[from] PortError),

    #[error(transparent)]
    Edge(#[from] EdgeError),

    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error("the edge could not be asked about its owner")]
    Ask(#[source] io::Error),

    #[error("the edge did not say whether it has an owner (status {status}): {body}")]
    OwnerUnknown { status: u16, body: String },

    #[error("the edge refused to make an owner (status {status}): {body}")]
    OwnerRefused { status: u16, body: String },

    #[error("the system gave no random bytes")]
    Random(#[source] io::Error),

    #[error("could not write {path}")]
    Write { path: PathBuf, source: io::Error },
}
