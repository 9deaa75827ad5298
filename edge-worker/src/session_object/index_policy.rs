//! When the session's row in the index is written.
//!
//! Each write is billed, and a session gets a batch every few seconds, so that the row of a session
//! that goes on may be some seconds behind its batches.

use super::session_facts::SessionFacts;
use crate::limits;

/// What the index is known to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Indexed {
    batches: u64,
    user_id: Option<String>,
    has_errors: bool,
    at_ms: u64,
}

/// How urgent it is to write the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Urgency {
    /// The index has it.
    None,
    /// With the next segment, or a later batch.
    Later,
    Soon,
    /// The index does not know the session: a batch of it must not be acknowledged.
    Required,
}

impl Indexed {
    /// What the index has once these facts are written.
    pub(crate) fn of(facts: &SessionFacts, now_ms: u64) -> Self {
        Self {
            batches: facts.batches(),
            user_id: facts.user_id().map(str::to_owned),
            has_errors: facts.has_errors(),
            at_ms: now_ms,
        }
    }
}

/// How urgent it is to write these facts.
pub(crate) fn urgency(facts: &SessionFacts, indexed: Option<&Indexed>, now_ms: u64) -> Urgency {
    let Some(indexed) = indexed else {
        return Urgency::Required;
    };
    if indexed.batches == facts.batches() {
        return Urgency::None;
    }
    // What people look for: who it is, and that something went wrong.
    let is_news =
        facts.user_id() != indexed.user_id.as_deref() || facts.has_errors() != indexed.has_errors;
    let is_old = now_ms >= indexed.at_ms.saturating_add(limits::INDEX_DELAY_MS);
    if is_news || is_old {
        Urgency::Soon
    } else {
        Urgency::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session_object::batch_facts::BatchFacts;
    use crate::session_object::batch_facts::tests::batch;

    #[test]
    fn a_session_that_the_index_does_not_know_is_written_at_once() {
        let facts = SessionFacts::of(&batch(0));
        assert_eq!(urgency(&facts, None, 0), Urgency::Required);
        let indexed = Indexed::of(&facts, 0);
        assert_eq!(urgency(&facts, Some(&indexed), 1), Urgency::None);
    }

    #[test]
    fn the_row_of_a_session_that_goes_on_follows_by_and_by() {
        let first = SessionFacts::of(&batch(0));
        let indexed = Indexed::of(&first, 1_000);
        let facts = first.with(&batch(1));
        let due_ms = 1_000 + limits::INDEX_DELAY_MS;
        assert_eq!(urgency(&facts, Some(&indexed), due_ms - 1), Urgency::Later);
        assert_eq!(urgency(&facts, Some(&indexed), due_ms), Urgency::Soon);
    }

    #[test]
    fn who_it_is_and_that_something_went_wrong_is_news() {
        let first = SessionFacts::of(&batch(0));
        let indexed = Indexed::of(&first, 1_000);
        let mut failed = batch(1);
        failed.errors = 1;
        let facts = first.clone().with(&failed);
        assert_eq!(urgency(&facts, Some(&indexed), 1_001), Urgency::Soon);
        let named = BatchFacts {
            user_id: Some("ada".to_owned()),
            ..batch(1)
        };
        let named = first.clone().with(&named);
        assert_eq!(urgency(&named, Some(&indexed), 1_001), Urgency::Soon);
        let indexed = Indexed::of(&facts, 1_001);
        assert_eq!(
            urgency(&facts.with(&batch(2)), Some(&indexed), 1_002),
            Urgency::Later
        );
    }
}
