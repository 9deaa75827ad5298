//! Turning the tails of a session into segments, by an alarm.
//!
//! Blob first, then the object's own tables: a crash in between leaves a blob that no table mentions,
//! and batches that are still in the tail. The next attempt writes the same batches under the same
//! name, as a tail is closed before anything of it is written.

use wire_format::segment;
use worker::console_error;

use super::compaction_policy::{Step, next_step};
use super::database::{Database, StoredSegment};
use super::index_policy::Urgency;
use super::state::SessionState;
use super::{SessionObject, deletion, failed};
use crate::storage::{StorageError, segment_key};
use crate::{clock, limits};

/// Sees to it that the alarm rings when the tails should be looked at.
pub(super) async fn schedule(object: &SessionObject) -> Result<(), StorageError> {
    let storage = object.platform.storage();
    let now_ms = clock::now_ms();
    let ring_at_ms = match step(object, now_ms)? {
        Step::Rest | Step::Delete | Step::Forget => return Ok(()),
        Step::Compact => now_ms,
        // An alarm that rings too early finds that out and is set anew. Moving it with every batch
        // would cost a write each time.
        Step::LookAgainAt(_) if object.alarm.is_set(&storage).await? => return Ok(()),
        Step::LookAgainAt(at_ms) => at_ms,
    };
    let in_ms = ring_at_ms.saturating_sub(now_ms);
    object.alarm.ring_in(&storage, in_ms).await
}

/// Makes a segment if it is time to. Whatever fails is tried again later: errors end here, because
/// the runtime gives up an alarm that keeps failing.
pub(super) async fn on_alarm(object: &SessionObject) {
    object.alarm.is_gone();
    let (storage, now_ms) = (object.platform.storage(), clock::now_ms());
    let outcome = async {
        match step(object, now_ms)? {
            Step::Rest => {}
            Step::Delete => return deletion::go_on(object).await,
            Step::Forget => return deletion::forget(object).await,
            Step::LookAgainAt(at_ms) => {
                let in_ms = at_ms.saturating_sub(now_ms);
                return object.alarm.ring_in(&storage, in_ms).await;
            }
            Step::Compact => compact(object).await?,
        }
        object.put_in_index(Urgency::Later).await?;
        schedule(object).await
    };
    let Err(error) = outcome.await else { return };
    console_error!("compaction is tried again: {error}");
    let retry = object.alarm.ring_in(&storage, limits::COMPACTION_RETRY_MS);
    if let Err(error) = retry.await {
        console_error!("the alarm cannot be set: {error}");
    }
}

/// Makes a segment of the oldest tail.
async fn compact(object: &SessionObject) -> Result<(), StorageError> {
    let database = Database::open(&object.platform);
    let number = object.with_state(&database, |state| {
        if state.tails.len() == 1 {
            state.add_tail(&database)?;
        }
        Ok(state.segment_count)
    })?;
    let batches = database.batches(number)?;
    let contents = database.contents_with(number)?;
    let facts = contents.facts.as_ref();
    let session = facts
        .ok_or_else(|| failed("a tail without batches"))?
        .name();
    let bytes = segment::encode(batches.iter().map(Vec::as_slice)).map_err(failed)?;
    let stored = StoredSegment::of(number, &bytes)?;
    let key = segment_key(&session.project_id, &session.id, number);
    let segments = object.bindings.segments()?;
    segments.put(&key, bytes).await?;
    let is_deleted = object.with_state(&database, |state| {
        // While the blob was written, another alarm may have done the same.
        let is_deleted = state.tombstone.is_some();
        if state.segment_count == number && !is_deleted {
            database.finish_segment(stored, &contents)?;
            state.segment_count += 1;
            state.tails.remove(0);
        }
        Ok(is_deleted)
    })?;
    match is_deleted {
        true => segments.delete(&key).await,
        false => Ok(()),
    }
}

fn step(object: &SessionObject, now_ms: u64) -> Result<Step, StorageError> {
    let database = Database::open(&object.platform);
    object.with_state(&database, |state: &mut SessionState| {
        Ok(next_step(state, now_ms))
    })
}
