//! Handing a scrubbed batch to the one writer of its session.

use serde::Serialize;

use super::scrub::ScrubbedBatch;
use crate::accounting::Outcome;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::rate_limit::Reservation;
use crate::ingest::sender::Sender;
use crate::limits;
use crate::session_object::{self, BatchFacts, SessionLimit, StoreOutcome};
use crate::storage::{StorageError, Store};

/// What the recorder reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Acknowledgement {
    status: Status,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Accepted,
    Duplicate,
}

impl Acknowledgement {
    /// What became of the batch.
    pub(super) fn outcome(&self) -> Outcome {
        match self.status {
            Status::Accepted => Outcome::Accepted,
            Status::Duplicate => Outcome::Duplicate,
        }
    }
}

/// Returns when the batch is stored, not before.
pub(crate) async fn batch(
    batch: &ScrubbedBatch,
    sender: &Sender,
    edge: &Bindings,
) -> Result<Acknowledgement, ApiError> {
    let facts = BatchFacts::of(&batch.header, &batch.summary, batch.bytes.len(), sender);
    let object = edge.session_object(&sender.project_id, batch.header.session)?;
    let room = Reservation::make(sender, edge).await?;
    let outcome = session_object::store(&object, &facts, &batch.bytes).await;
    if !matches!(outcome, Ok(StoreOutcome::Accepted)) {
        room.give_back();
    }
    let status = match outcome? {
        StoreOutcome::Accepted => Status::Accepted,
        StoreOutcome::Duplicate => Status::Duplicate,
        StoreOutcome::SessionDeleted => return Err(ApiError::SessionDeleted),
        StoreOutcome::TailFull => return Err(tail_full().into()),
        StoreOutcome::SessionTooLarge(limit) => return Err(too_large(limit)),
    };
    Ok(Acknowledgement { status })
}

fn tail_full() -> StorageError {
    let cause = "the tail of a session is full, as its segments cannot be written";
    StorageError::new(Store::Blobs, cause)
}

fn too_large(limit: SessionLimit) -> ApiError {
    let (what, limit) = match limit {
        SessionLimit::Batches => ("batches", limits::SESSION_BATCHES_MAX),
        SessionLimit::Bytes => ("bytes", limits::SESSION_BYTES_MAX),
    };
    ApiError::SessionTooLarge { what, limit }
}
