//! One command at a time changes the project.

use std::fs::{self, File, TryLockError};
use std::io;

use crate::console;
use crate::workspace::Workspace;

/// Held while files of the project are made; another command waits until it is dropped or its
/// process has ended.
#[derive(Debug)]
pub(crate) struct Exclusive {
    _file: File,
}

impl Exclusive {
    /// Waits for other commands to finish what they make.
    pub(crate) fn wait(workspace: &Workspace) -> io::Result<Self> {
        fs::create_dir_all(workspace.target())?;
        let file = File::create(workspace.target().join("xtask.lock"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                console::note("waiting for another `cargo xtask` to finish its set-up or build");
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        Ok(Self { _file: file })
    }
}
