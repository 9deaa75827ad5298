//! What is known of a session: the facts of its batches, put together.
//!
//! The same batches give the same facts in whatever order they arrive. Each batch must be added
//! once; the database sees to that by adding it in the transaction that stores it.

use serde::{Deserialize, Serialize};

use super::batch_facts::{BatchFacts, BatchPlace};
use super::protocol::SessionLimit;
use crate::limits;
use crate::storage::SessionRow;

/// The facts of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionFacts {
    project_id: String,
    session_id: String,
    started_at_ms: u64,
    ended_at_ms: u64,
    views: u64,
    clicks: u64,
    errors: u64,
    rage_clicks: u64,
    failed_requests: u64,
    batches: u64,
    records: u64,
    size_bytes: u64,
    /// Of the earliest batch that mentions an address.
    entry_url: Option<Placed>,
    /// Of the latest batch that names the visitor.
    user_id: Option<Placed>,
    /// Of the earliest batch.
    user_agent: Placed,
    /// Of the earliest batch that tells of a session before this one.
    previous_id: Option<Placed>,
}

/// A text and the batch it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Placed {
    place: BatchPlace,
    text: String,
}

impl SessionFacts {
    /// The facts of a session that consists of this batch.
    pub(crate) fn of(batch: &BatchFacts) -> Self {
        let placed = |text: &str| Placed {
            place: batch.place.clone(),
            text: text.to_owned(),
        };
        Self {
            project_id: batch.project_id.clone(),
            session_id: batch.session_id.clone(),
            started_at_ms: batch.place.started_at_ms,
            ended_at_ms: batch.ended_at_ms,
            views: batch.views,
            clicks: batch.clicks,
            errors: batch.errors,
            rage_clicks: batch.rage_clicks,
            failed_requests: batch.failed_requests,
            batches: 1,
            records: batch.records,
            size_bytes: batch.size_bytes,
            entry_url: batch.first_url.as_deref().map(placed),
            user_id: batch.user_id.as_deref().map(placed),
            user_agent: placed(&batch.user_agent),
            previous_id: batch.previous_id.as_deref().map(placed),
        }
    }

    /// These facts with those of one more batch.
    pub(crate) fn with(self, batch: &BatchFacts) -> Self {
        let other = Self::of(batch);
        Self {
            project_id: self.project_id,
            session_id: self.session_id,
            started_at_ms: self.started_at_ms.min(other.started_at_ms),
            ended_at_ms: self.ended_at_ms.max(other.ended_at_ms),
            views: self.views + other.views,
            clicks: self.clicks + other.clicks,
            errors: self.errors + other.errors,
            rage_clicks: self.rage_clicks + other.rage_clicks,
            failed_requests: self.failed_requests + other.failed_requests,
            batches: self.batches + other.batches,
            records: self.records + other.records,
            size_bytes: self.size_bytes + other.size_bytes,
            entry_url: Placed::earliest([self.entry_url, other.entry_url]),
            previous_id: Placed::earliest([self.previous_id, other.previous_id]),
            user_id: [self.user_id, other.user_id]
                .into_iter()
                .flatten()
                .max_by(Placed::by_place),
            user_agent: std::cmp::min_by(self.user_agent, other.user_agent, Placed::by_place),
        }
    }

    /// What there is too much of, if there is.
    pub(crate) fn exceeded_limit(&self) -> Option<SessionLimit> {
        if self.batches > limits::SESSION_BATCHES_MAX {
            return Some(SessionLimit::Batches);
        }
        (self.size_bytes > limits::SESSION_BYTES_MAX).then_some(SessionLimit::Bytes)
    }

    /// The facts as the index has them.
    pub(crate) fn row(&self) -> SessionRow {
        SessionRow {
            id: self.session_id.clone(),
            project_id: self.project_id.clone(),
            started_at_ms: self.started_at_ms,
            ended_at_ms: self.ended_at_ms,
            entry_url: self
                .entry_url
                .as_ref()
                .map(|entry| entry.text.clone())
                .unwrap_or_default(),
            user_id: self.user_id.as_ref().map(|user| user.text.clone()),
            views: self.views,
            clicks: self.clicks,
            errors: self.errors,
            rage_clicks: self.rage_clicks,
            failed_requests: self.failed_requests,
            batches: self.batches,
            records: self.records,
            size_bytes: self.size_bytes,
            user_agent: self.user_agent.text.clone(),
            previous_id: self.previous_id.as_ref().map(|id| id.text.clone()),
        }
    }
}

impl Placed {
    fn earliest(both: [Option<Self>; 2]) -> Option<Self> {
        both.into_iter().flatten().min_by(Self::by_place)
    }

    fn by_place(&self, other: &Self) -> std::cmp::Ordering {
        self.place.cmp(&other.place)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::*;

    fn batch(batch_index: u32, started_at_ms: u64) -> BatchFacts {
        BatchFacts {
            project_id: "demo".to_owned(),
            session_id: "s".to_owned(),
            place: BatchPlace {
                started_at_ms,
                window_id: "w".to_owned(),
                view_id: "v".to_owned(),
                batch_index,
            },
            ended_at_ms: started_at_ms + 10,
            records: 5,
            size_bytes: 100,
            views: 0,
            clicks: 1,
            errors: 0,
            rage_clicks: 1,
            failed_requests: 2,
            first_url: None,
            user_id: None,
            user_agent: "browser".to_owned(),
            previous_id: None,
        }
    }

    fn session(batches: &[BatchFacts]) -> Option<SessionFacts> {
        batches.iter().fold(None, |facts, batch| match facts {
            None => Some(SessionFacts::of(batch)),
            Some(facts) => Some(facts.with(batch)),
        })
    }

    #[test]
    fn a_session_spans_its_batches_and_counts_what_is_in_them() {
        let row = session(&[batch(1, 2_000), batch(0, 1_000)]).unwrap().row();
        assert_eq!((row.started_at_ms, row.ended_at_ms), (1_000, 2_010));
        assert_eq!(
            (row.batches, row.records, row.size_bytes, row.clicks),
            (2, 10, 200, 2)
        );
        assert_eq!((row.rage_clicks, row.failed_requests), (2, 4));
    }

    #[test]
    fn the_entry_is_the_first_address_and_the_user_the_last_one_named() {
        let first = BatchFacts {
            first_url: Some("/".to_owned()),
            user_id: Some("guest".to_owned()),
            ..batch(0, 1_000)
        };
        let last = BatchFacts {
            first_url: Some("/pay".to_owned()),
            user_id: Some("ada".to_owned()),
            ..batch(1, 2_000)
        };
        let row = session(&[last, batch(2, 3_000), first]).unwrap().row();
        assert_eq!(
            (row.entry_url.as_str(), row.user_id.as_deref()),
            ("/", Some("ada"))
        );
    }

    #[test]
    fn a_session_may_grow_up_to_its_limits() {
        let mut facts = SessionFacts::of(&batch(0, 1_000));
        facts.batches = limits::SESSION_BATCHES_MAX;
        facts.size_bytes = limits::SESSION_BYTES_MAX;
        assert_eq!(facts.exceeded_limit(), None);
        facts.size_bytes += 1;
        assert_eq!(facts.exceeded_limit(), Some(SessionLimit::Bytes));
        facts.batches += 1;
        assert_eq!(facts.exceeded_limit(), Some(SessionLimit::Batches));
    }

    proptest! {
        #[test]
        fn any_order_of_arrival_gives_the_same_session(
            parts in vec((0_u64..50, option::of("[a-z]{1,3}"), option::of("[a-z]{1,3}")), 1..20),
            seed in any::<u64>(),
        ) {
            let batches: Vec<_> = (0..).zip(parts).map(|(index, (time, first_url, user_id))| {
                BatchFacts { previous_id: first_url.clone(), first_url, user_id, ..batch(index, time) }
            }).collect();
            let mut shuffled = batches.clone();
            shuffled.sort_by_key(|batch| seed.wrapping_mul(2 * u64::from(batch.place.batch_index) + 1).rotate_left(17));
            prop_assert_eq!(session(&batches), session(&shuffled));
        }
    }
}
