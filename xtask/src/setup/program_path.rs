//! Looking programs up the way a shell does.

use std::env;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// Where a program lies on PATH, if it does.
pub(super) fn find_program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|candidate| {
            candidate
                .metadata()
                .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
        })
}

/// Whether a program lies on PATH.
pub(crate) fn has_program(name: &str) -> bool {
    find_program(name).is_some()
}
