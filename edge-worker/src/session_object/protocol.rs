//! What the edge and a session object say to each other, over the HTTP that joins them.

use serde::{Deserialize, Serialize};
use worker::{Response, console_error};

use super::batch_facts::BatchFacts;
use super::session_facts::SessionFacts;
use crate::storage::StorageError;

/// Where a message of [`join`] goes; the answer says a [`StoreOutcome`].
pub(super) const BATCHES_PATH: &str = "/batches";

/// Where the tail is read: one segment, or nothing if the tail is empty.
pub(super) const TAIL_PATH: &str = "/tail";

/// Where the facts of the session are read, and how many batches are missing; `null` before the first
/// batch.
pub(super) const FACTS_PATH: &str = "/facts";

/// Where a WebSocket is opened to all batches to come.
pub(super) const LIVE_PATH: &str = "/live";

/// Where the session is deleted, by its name as JSON.
pub(super) const DELETION_PATH: &str = "/deletion";

/// On the answer to a batch: what became of it, as JSON. To read a body takes longer than to store a batch.
pub(super) const OUTCOME_HEADER: &str = "monitorme-outcome";

/// On the answer with a tail: how many segments come before it.
pub(super) const SEGMENT_COUNT_HEADER: &str = "monitorme-segment-count";

/// What became of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum StoreOutcome {
    /// It is stored.
    Accepted,
    /// It was stored before.
    Duplicate,
    /// It is not stored, because segments could not be written for a while; it may be sent again.
    TailFull,
    /// It is not stored, as the session was deleted.
    SessionDeleted,
    /// It is not stored, and the session may not grow any more.
    SessionTooLarge(SessionLimit),
}

/// What there may only be so much of in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum SessionLimit {
    Batches,
    Bytes,
}

/// A message that is not one.
#[derive(Debug, thiserror::Error)]
pub(super) enum ProtocolError {
    #[error("the message ends early")]
    Truncated,
    #[error("the facts are not readable: {0}")]
    Facts(#[from] serde_json::Error),
    #[error("the runtime refused: {0}")]
    Runtime(#[from] worker::Error),
}

/// Facts and batch as one message: length of the facts (`u32le`), facts (JSON), batch.
pub(super) fn join(facts: &BatchFacts, batch: &[u8]) -> Result<Vec<u8>, ProtocolError> {
    let facts = serde_json::to_vec(facts)?;
    let facts_length = u32::try_from(facts.len()).map_err(|_| ProtocolError::Truncated)?;
    Ok([&facts_length.to_le_bytes(), facts.as_slice(), batch].concat())
}

/// The parts of a message.
pub(super) fn split(message: &[u8]) -> Result<(BatchFacts, &[u8]), ProtocolError> {
    let (facts_length, rest) = message
        .split_first_chunk()
        .ok_or(ProtocolError::Truncated)?;
    let facts_length = u32::from_le_bytes(*facts_length) as usize;
    let (facts, batch) = rest
        .split_at_checked(facts_length)
        .ok_or(ProtocolError::Truncated)?;
    Ok((serde_json::from_slice(facts)?, batch))
}

/// The answer to a batch.
pub(super) fn outcome(outcome: &StoreOutcome) -> Result<Response, ProtocolError> {
    let response = Response::builder();
    let outcome = serde_json::to_string(outcome)?;
    Ok(response.with_header(OUTCOME_HEADER, &outcome)?.empty())
}

/// The answer to what has been done.
pub(super) fn done() -> Result<Response, ProtocolError> {
    Ok(Response::empty()?)
}

/// The answer with facts.
pub(super) fn facts(facts: Option<&(SessionFacts, u64)>) -> Result<Response, ProtocolError> {
    Ok(Response::from_json(&facts)?)
}

/// The answer with a tail.
pub(super) fn tail(segment_count: u32, segment: Vec<u8>) -> Result<Response, ProtocolError> {
    let response =
        Response::builder().with_header(SEGMENT_COUNT_HEADER, &segment_count.to_string())?;
    Ok(response.fixed(segment))
}

/// The answer when storage failed; the cause goes along, for the log of who asked.
pub(super) fn failure(error: &StorageError) -> worker::Result<Response> {
    console_error!("{error}");
    Response::error(error.to_string(), 503)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session_object::batch_facts::tests::batch;

    fn facts() -> BatchFacts {
        let first_url = Some("https://shop.example/größe".to_owned());
        BatchFacts {
            first_url,
            ..batch(0)
        }
    }

    #[test]
    fn a_message_says_what_was_put_in() {
        let message = join(&facts(), b"batch").unwrap();
        assert_eq!(split(&message).unwrap(), (facts(), b"batch".as_slice()));
    }

    #[test]
    fn a_message_that_ends_early_is_noticed() {
        let message = join(&facts(), b"").unwrap();
        for length in 0..message.len() {
            assert!(split(&message[..length]).is_err(), "{length} bytes");
        }
    }
}
