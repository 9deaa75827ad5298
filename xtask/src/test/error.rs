//! Why a test step, or the whole run, failed.

use std::io;
use std::path::PathBuf;

use crate::build::BuildError;
use crate::deploy::DeployError;
use crate::exclusive::ExclusiveError;
use crate::port::PortError;
use crate::process::ProcessError;
use crate::setup::SetupError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum TestError {
    #[error(transparent)]
    Build(#[from] BuildError),

    #[error(transparent)]
    Deploy(#[from] DeployError),

    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error(transparent)]
    Setup(#[from] SetupError),

    #[error(transparent)]
    Exclusive(#[from] ExclusiveError),

    #[error(transparent)]
    Port(#[from] PortError),

    #[error("could not make the folder of a server")]
    ServerFolder(#[source] io::Error),

    #[error("{folder}/package.json has no script `{script}`")]
    MissingScript {
        folder: PathBuf,
        script: &'static str,
    },

    #[error("there is no step `{name}`; `cargo xtask test --list` names them all")]
    UnknownStep { name: String },
}
