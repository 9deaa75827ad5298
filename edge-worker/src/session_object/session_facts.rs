//! What is known of a session: the facts of its batches, put together.
//!
//! The same batches give the same facts in whatever order they arrive. Each batch must be added
//! once.

use serde::{Deserialize, Serialize};

use super::batch_facts::{BatchFacts, BatchPlace};
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

    /// How many batches there are.
    pub(crate) fn batches(&self) -> u64 {
        self.batches
    }

    /// Their bytes, as received.
    pub(crate) fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// The name the page's author gave the visitor.
    pub(crate) fn user_id(&self) -> Option<&str> {
        Some(self.user_id.as_ref()?.text.as_str())
    }

    /// Whether anything went wrong.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors + self.failed_requests + self.rage_clicks > 0
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
            user_id: self.user_id().map(str::to_owned),
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
    use crate::session_object::batch_facts;

    fn batch(batch_index: u32, started_at_ms: u64) -> BatchFacts {
        let mut facts = batch_facts::tests::batch(batch_index);
        facts.place.started_at_ms = started_at_ms;
        facts.ended_at_ms = started_at_ms + 10;
        (facts.rage_clicks, facts.failed_requests) = (1, 2);
        facts
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
