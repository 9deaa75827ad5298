//! How another program can disappoint.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

/// Why a program did not do what was asked of it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProcessError {
    #[error("could not start `{command}`")]
    Start { command: String, source: io::Error },

    #[error("`{command}` failed ({status})")]
    Failed { command: String, status: ExitStatus },

    #[error("`{command}` failed ({status}); it said:\n\n{excerpt}\n\nall of it: {log}")]
    FailedWithLog {
        command: String,
        status: ExitStatus,
        excerpt: String,
        log: PathBuf,
    },

    #[error("`{command}` was not ready after {} s; it said:\n\n{excerpt}\n\nall of it: {log}", patience.as_secs())]
    NotReady {
        command: String,
        patience: Duration,
        excerpt: String,
        log: PathBuf,
    },

    #[error("could not write the log {path}")]
    Log { path: PathBuf, source: io::Error },

    #[error("stopped on request")]
    Interrupted,
}
