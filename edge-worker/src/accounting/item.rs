//! What is sent, and what becomes of it.

use super::{MINUTE_MS, tally};
use crate::clock;
use crate::error::ApiError;
use crate::storage::OutcomeKey;

/// What kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Batch,
    Sheet,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is stored.
    Accepted,
    /// It was stored before.
    Duplicate,
}

/// Something that is being taken in. It is counted once, when it is settled.
#[derive(Debug)]
pub(crate) struct Item {
    kind: ItemKind,
    /// Empty until the key is known.
    project_id: String,
}

impl Item {
    /// An item that has begun to arrive.
    pub(crate) fn begin(kind: ItemKind) -> Self {
        Self {
            kind,
            project_id: String::new(),
        }
    }

    /// Whose it is.
    pub(crate) fn belongs_to(&mut self, project_id: &str) {
        project_id.clone_into(&mut self.project_id);
    }

    /// Counts what became of it.
    pub(crate) fn settle(self, result: Result<Outcome, &ApiError>) {
        let (outcome, reason) = match result {
            Ok(Outcome::Accepted) => ("accepted", ""),
            Ok(Outcome::Duplicate) => ("duplicate", ""),
            Err(error) => (class(error), error.refusal().code),
        };
        let key = OutcomeKey {
            project_id: self.project_id,
            minute: clock::now_ms() / MINUTE_MS,
            item: match self.kind {
                ItemKind::Batch => "batch",
                ItemKind::Sheet => "sheet",
            },
            outcome,
            reason,
        };
        tally::count_outcome(key, 1);
    }
}

/// How a refusal is counted. The code of the error is the reason.
fn class(error: &ApiError) -> &'static str {
    match error.refusal().status {
        // Neither good nor bad: the sender will send it again.
        500.. => "failed",
        429 => "rate_limited",
        401 | 403 | 410 => "filtered",
        _ => "invalid",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{StorageError, Store};

    #[test]
    fn an_error_is_counted_by_what_the_sender_can_do_about_it() {
        let storage = StorageError::new(Store::Index, "disk full");
        for (error, expected) in [
            (ApiError::OriginNotAllowed, "filtered"),
            (ApiError::UnknownIngestKey, "filtered"),
            (ApiError::IncompleteBody, "invalid"),
            (ApiError::BodyTooLarge { limit_bytes: 1 }, "invalid"),
            (ApiError::Storage(storage), "failed"),
        ] {
            assert_eq!(class(&error), expected, "{error}");
        }
    }
}
