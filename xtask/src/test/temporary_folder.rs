//! What the servers of the tests keep.

use std::env;
use std::fs;
use std::io;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process;

use nix::unistd::User;

/// An empty folder, which is gone with everything in it when this is dropped.
#[derive(Debug)]
pub(super) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// Outside the project, where other users may have no way to.
    pub(super) fn make(name: &str, owner: Option<&User>) -> io::Result<Self> {
        let name = format!("monitorme-{name}-{}", process::id());
        let folder = Self(env::temp_dir().join(name));
        fs::create_dir(&folder.0)?;
        give_to(owner, &folder.0)?;
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

/// Lets another user have a file or a folder.
pub(super) fn give_to(user: Option<&User>, path: &Path) -> io::Result<()> {
    match user {
        Some(user) => chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw())),
        None => Ok(()),
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What stays is found by whoever cleans the folder of temporary files.
        let _removed = fs::remove_dir_all(&self.0);
    }
}
