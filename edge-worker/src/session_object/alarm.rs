//! The alarm of a session object, which wakes it when no request does.

use std::cell::Cell;
use std::time::Duration;

use worker::Storage;

use super::failed;
use crate::storage::StorageError;

/// Whether the alarm is set is remembered: the platform would have to be asked for every batch.
#[derive(Debug, Default)]
pub(super) struct Alarm {
    /// `None` where this instance does not know.
    is_set: Cell<Option<bool>>,
}

impl Alarm {
    /// Whether it is going to ring.
    pub(super) async fn is_set(&self, storage: &Storage) -> Result<bool, StorageError> {
        if let Some(known) = self.is_set.get() {
            return Ok(known);
        }
        let is_set = storage.get_alarm().await.map_err(failed)?.is_some();
        self.is_set.set(Some(is_set));
        Ok(is_set)
    }

    /// Has it ring in so many milliseconds, and not when it would have.
    pub(super) async fn ring_in(&self, storage: &Storage, in_ms: u64) -> Result<(), StorageError> {
        self.is_set.set(None);
        let set = storage.set_alarm(Duration::from_millis(in_ms));
        set.await.map_err(failed)?;
        self.is_set.set(Some(true));
        Ok(())
    }

    /// Notes that it has rung, or has been deleted with everything else.
    pub(super) fn is_gone(&self) {
        self.is_set.set(Some(false));
    }
}
