//! Removing everything of a session: its records here, its segments, its row in the index.
//!
//! A tombstone comes first. It keeps what arrives late from bringing the session back, and knows what is
//! still to be removed, so that a deletion that was interrupted goes on by an alarm or when it is asked
//! for again.

use super::database::{Database, Tombstone};
use super::state::SessionState;
use super::{SessionObject, failed, viewers};
use crate::limits;
use crate::storage::{StorageError, segment_key};

/// Deletes the session; doing it again changes nothing.
pub(super) async fn delete(
    object: &SessionObject,
    project_id: String,
    session_id: String,
) -> Result<(), StorageError> {
    let database = Database::open(&object.platform);
    object.with_state(&database, |state| {
        if state.tombstone.is_none() {
            let blob_count = state.tail_numbers().end;
            let tombstone = Tombstone {
                project_id,
                session_id,
                blob_count,
            };
            database.bury(&tombstone)?;
            *state = SessionState::buried(tombstone);
        }
        Ok(())
    })?;
    viewers::dismiss(&object.platform);
    go_on(object).await
}

/// Removes what a deletion may have left, and sees to it that in the end nothing is left at all.
pub(super) async fn go_on(object: &SessionObject) -> Result<(), StorageError> {
    let database = Database::open(&object.platform);
    let tombstone = object.with_state(&database, |state| Ok(state.tombstone.clone()))?;
    let Some(tombstone) = tombstone else {
        return Ok(());
    };
    let storage = object.platform.storage();
    let retry = object.alarm.ring_in(&storage, limits::DELETION_RETRY_MS);
    retry.await?;
    let (project, session) = (&tombstone.project_id, &tombstone.session_id);
    let segments = object.bindings.segments()?;
    for number in 0..tombstone.blob_count {
        segments
            .delete(&segment_key(project, session, number))
            .await?;
    }
    object
        .bindings
        .index()
        .await?
        .delete_session(project, session)
        .await?;
    object.with_state(&database, |state| {
        database.note_blobs_gone()?;
        *state = SessionState::buried(Tombstone {
            blob_count: 0,
            ..tombstone
        });
        Ok(())
    })?;
    object.alarm.ring_in(&storage, limits::TOMBSTONE_MS).await
}

/// Forgets even the tombstone.
pub(super) async fn forget(object: &SessionObject) -> Result<(), StorageError> {
    object.state.replace(None);
    object.alarm.is_gone();
    let storage = object.platform.storage();
    storage.delete_all().await.map_err(failed)
}
