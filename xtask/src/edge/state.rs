//! The folder with everything a local edge stores.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::error::EdgeError;

/// Keeps other edges away from the folder until it is dropped: two would write the same databases.
#[derive(Debug)]
pub(super) struct StateLock {
    _file: File,
}

impl StateLock {
    /// Takes the folder, which is made if it is not there yet.
    pub(super) fn take(state: &Path) -> Result<Self, EdgeError> {
        let open = || {
            fs::create_dir_all(state)?;
            File::create(state.join("in-use"))
        };
        let failed = |source: io::Error| EdgeError::Write {
            path: state.to_path_buf(),
            source,
        };
        let file = open().map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(EdgeError::StateInUse {
                state: state.to_path_buf(),
            }),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::StateLock;
    use crate::edge::EdgeError;

    #[test]
    fn one_edge_at_a_time() {
        let state = std::env::temp_dir().join(format!("xtask-state-{}", std::process::id()));
        let first = StateLock::take(&state).unwrap();
        assert!(matches!(
            StateLock::take(&state),
            Err(EdgeError::StateInUse { .. })
        ));
        drop(first);
        assert!(StateLock::take(&state).is_ok());
        fs::remove_dir_all(state).unwrap();
    }
}
