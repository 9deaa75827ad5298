//! Why there is no running edge.

use std::io;
use std::path::PathBuf;

use crate::process::ProcessError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum EdgeError {
    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error("could not write {path}")]
    Write { path: PathBuf, source: io::Error },

    #[error(
        "another edge is running on {state}; stop it, or choose another folder with --state <DIR>"
    )]
    StateInUse { state: PathBuf },

    #[error("could not make a secret")]
    Random(#[source] io::Error),

    #[error("the edge does not answer")]
    Ask(#[source] io::Error),

    #[error("the edge refused the project of the demo: {body}")]
    Refused { body: String },

    #[error("could not announce that the edge is ready")]
    Announce(io::Error),
}
