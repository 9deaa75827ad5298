//! What can end a command.

use std::io;

use crate::build::BuildError;
use crate::demo::DemoError;
use crate::deploy::DeployError;
use crate::edge::EdgeError;
use crate::exclusive::ExclusiveError;
use crate::fuzz::FuzzError;
use crate::port::PortError;
use crate::process::ProcessError;
use crate::setup::SetupError;
use crate::test::TestError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum XtaskError {
    #[error(transparent)]
    Setup(#[from] SetupError),

    #[error(transparent)]
    Build(#[from] BuildError),

    #[error(transparent)]
    Edge(#[from] EdgeError),

    #[error(transparent)]
    Deploy(#[from] DeployError),

    #[error(transparent)]
    Fuzz(#[from] FuzzError),

    #[error(transparent)]
    Demo(#[from] DemoError),

    #[error(transparent)]
    Test(#[from] TestError),

    #[error(transparent)]
    Port(#[from] PortError),

    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error(transparent)]
    Exclusive(#[from] ExclusiveError),

    #[error("could not tell in which folder we are")]
    WorkingFolder(#[source] io::Error),

    #[error("could not listen for signals")]
    Signals(#[from] ctrlc::Error),
}
