//! Turning the tail of a session into segments, by an alarm.
//!
//! Blob first, then the object's own table: a crash in between leaves an object in R2 that no table
//! mentions, and batches that are still in the tail. The next attempt writes the same batches under
//! the same name, as the database decides on both before anything is written.

use wire_format::segment;
use worker::{State, console_error};

use super::compaction_policy::{Step, next_step};
use super::database::Database;
use super::{failed, put_in_index};
use crate::bindings::Bindings;
use crate::storage::{StorageError, segment_key};
use crate::{clock, limits};

/// Sees to it that the alarm rings when the tail should be looked at.
pub(super) async fn schedule(state: &State, database: &Database) -> Result<(), StorageError> {
    let storage = state.storage();
    let now_ms = clock::now_ms();
    let ring_at_ms = match next_step(database.tail_state()?, now_ms) {
        Step::Rest => return Ok(()),
        Step::Compact => now_ms,
        // An alarm that rings too early finds that out and is set anew. Moving it with every batch
        // would cost a write each time.
        Step::LookAgainAt(_) if storage.get_alarm().await.map_err(failed)?.is_some() => {
            return Ok(());
        }
        Step::LookAgainAt(at_ms) => at_ms,
    };
    set_alarm(state, ring_at_ms).await
}

/// Makes a segment if it is time to. Whatever fails is tried again later: errors end here, because
/// the runtime gives up an alarm that keeps failing.
pub(super) async fn on_alarm(state: &State, bindings: &Bindings) {
    let outcome = async {
        let database = Database::open(state)?;
        let now_ms = clock::now_ms();
        match next_step(database.tail_state()?, now_ms) {
            Step::Rest => {}
            Step::LookAgainAt(at_ms) => return set_alarm(state, at_ms).await,
            Step::Compact => compact(&database, bindings).await?,
        }
        // Also here, for the row whose write failed and whose sender never came back.
        put_in_index(&database, bindings).await?;
        schedule(state, &database).await
    };
    let Err(error) = outcome.await else { return };
    console_error!("compaction is tried again: {error}");
    if let Err(error) = set_alarm(state, clock::now_ms() + limits::COMPACTION_RETRY_MS).await {
        console_error!("the alarm cannot be set: {error}");
    }
}

async fn compact(database: &Database, bindings: &Bindings) -> Result<(), StorageError> {
    let Some(plan) = database.plan_segment()? else {
        return Ok(());
    };
    let bytes = segment::encode(plan.batches.iter().map(Vec::as_slice)).map_err(failed)?;
    let key = segment_key(&plan.project_id, &plan.session_id, plan.number);
    bindings.segments()?.put(&key, bytes).await?;
    database.finish_segment(plan.number)
}

async fn set_alarm(state: &State, at_ms: u64) -> Result<(), StorageError> {
    // The platform takes an offset from now.
    let offset_ms = at_ms.saturating_sub(clock::now_ms());
    let offset = std::time::Duration::from_millis(offset_ms);
    state.storage().set_alarm(offset).await.map_err(failed)
}
