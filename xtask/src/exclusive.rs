//! One command at a time changes the project.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::console;
use crate::workspace::Workspace;

/// The lock could not be taken at all.
#[derive(Debug, thiserror::Error)]
#[error("could not lock {path}")]
pub(crate) struct ExclusiveError {
    path: PathBuf,
    source: io::Error,
}

/// Held while files of the project are made; another command waits until it is dropped or its
/// process has ended.
#[derive(Debug)]
pub(crate) struct Exclusive {
    _file: File,
}

impl Exclusive {
    /// Waits for other commands to finish what they make.
    pub(crate) fn wait(workspace: &Workspace) -> Result<Self, ExclusiveError> {
        let path = workspace.target().join("xtask.lock");
        match lock(&path) {
            Ok(file) => Ok(Self { _file: file }),
            Err(source) => Err(ExclusiveError { path, source }),
        }
    }
}

fn lock(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            console::note("waiting for another `cargo xtask` to finish its set-up or build");
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(file)
}
