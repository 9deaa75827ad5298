//! What is known of a session: the facts of its batches, put together.
//!
//! The same batches give the same facts in whatever order they arrive. Each batch must be added
//! once.

use serde::{Deserialize, Serialize};
use wire_format::limits::ACTIVE_SLOT_MS;

use super::batch_facts::{BatchFacts, BatchPlace};
use super::runs::Runs;
use super::user_agent::UserAgent;
use crate::limits;
use crate::storage::{SessionName, SessionRow};

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
    /// When the visitor was active, in units of [`ACTIVE_SLOT_MS`].
    active_slots: Runs,
    /// Of the earliest batch that mentions an address.
    entry_url: Option<Placed>,
    /// Of the latest batch that mentions an address.
    exit_url: Option<Placed>,
    /// Of the latest batch that names the visitor.
    user_id: Option<Placed>,
    /// Of the latest batch that tells of the visitor.
    user_traits: Option<Placed>,
    /// Of the earliest batch.
    user_agent: Placed,
    /// Of the earliest batch that came from a known one.
    country: Option<Placed>,
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
            active_slots: batch.active_slots.clone(),
            entry_url: batch.first_url.as_deref().map(placed),
            exit_url: batch.last_url.as_deref().map(placed),
            user_id: batch.user_id.as_deref().map(placed),
            user_traits: batch.user_traits.as_deref().map(placed),
            user_agent: placed(&batch.user_agent),
            country: batch.country.as_deref().map(placed),
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
            active_slots: with_slots(self.active_slots, &other.active_slots),
            entry_url: Placed::earliest([self.entry_url, other.entry_url]),
            exit_url: Placed::latest([self.exit_url, other.exit_url]),
            country: Placed::earliest([self.country, other.country]),
            previous_id: Placed::earliest([self.previous_id, other.previous_id]),
            user_id: Placed::latest([self.user_id, other.user_id]),
            user_traits: Placed::latest([self.user_traits, other.user_traits]),
            user_agent: std::cmp::min_by(self.user_agent, other.user_agent, Placed::by_place),
        }
    }

    /// Of which session they are.
    pub(crate) fn name(&self) -> SessionName {
        SessionName {
            project_id: self.project_id.clone(),
            id: self.session_id.clone(),
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

    /// The facts as the index has them, of a session in which so many batches are missing.
    pub(crate) fn row(&self, missing_batches: u64) -> SessionRow {
        let text = |placed: &Option<Placed>| placed.as_ref().map(|placed| placed.text.clone());
        let agent = UserAgent::parse(&self.user_agent.text);
        SessionRow {
            id: self.session_id.clone(),
            project_id: self.project_id.clone(),
            started_at_ms: self.started_at_ms,
            ended_at_ms: self.ended_at_ms,
            active_ms: self.active_slots.count() * ACTIVE_SLOT_MS,
            entry_url: text(&self.entry_url).unwrap_or_default(),
            exit_url: text(&self.exit_url).unwrap_or_default(),
            user_id: text(&self.user_id),
            user_traits: text(&self.user_traits),
            country: text(&self.country),
            browser: agent.browser.map(str::to_owned),
            browser_version: agent.browser_version,
            os: agent.os.map(str::to_owned),
            device: agent.device.map(str::to_owned),
            views: self.views,
            clicks: self.clicks,
            errors: self.errors,
            rage_clicks: self.rage_clicks,
            failed_requests: self.failed_requests,
            batches: self.batches,
            missing_batches,
            records: self.records,
            size_bytes: self.size_bytes,
            user_agent: self.user_agent.text.clone(),
            previous_id: text(&self.previous_id),
        }
    }
}

/// These and those, as long as they take little space.
fn with_slots(mut slots: Runs, others: &Runs) -> Runs {
    for slot in others.iter() {
        if slots.run_count() < limits::ACTIVE_RUNS_MAX {
            slots.add(slot);
        }
    }
    slots
}

impl Placed {
    fn earliest(both: [Option<Self>; 2]) -> Option<Self> {
        both.into_iter().flatten().min_by(Self::by_place)
    }

    fn latest(both: [Option<Self>; 2]) -> Option<Self> {
        both.into_iter().flatten().max_by(Self::by_place)
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
        let row = session(&[batch(1, 2_000), batch(0, 1_000)]).unwrap().row(0);
        assert_eq!((row.started_at_ms, row.ended_at_ms), (1_000, 2_010));
        assert_eq!(
            (row.batches, row.records, row.size_bytes, row.clicks),
            (2, 10, 200, 2)
        );
        assert_eq!((row.rage_clicks, row.failed_requests), (2, 4));
    }

    #[test]
    fn what_is_said_first_and_what_is_said_last_are_told_apart() {
        let first = BatchFacts {
            first_url: Some("/".to_owned()),
            last_url: Some("/cart".to_owned()),
            user_id: Some("guest".to_owned()),
            user_traits: Some(r#"{"plan":"none"}"#.to_owned()),
            ..batch(0, 1_000)
        };
        let last = BatchFacts {
            first_url: Some("/pay".to_owned()),
            last_url: Some("/paid".to_owned()),
            user_id: Some("ada".to_owned()),
            country: Some("NZ".to_owned()),
            ..batch(1, 2_000)
        };
        let row = session(&[last, batch(2, 3_000), first]).unwrap().row(0);
        assert_eq!(
            (row.entry_url.as_str(), row.user_id.as_deref()),
            ("/", Some("ada"))
        );
        assert_eq!(row.exit_url, "/paid");
        assert_eq!(row.user_traits.as_deref(), Some(r#"{"plan":"none"}"#));
        assert_eq!(row.country.as_deref(), Some("NZ"));
    }

    #[test]
    fn a_visitor_was_active_in_the_union_of_what_all_tabs_tell() {
        let at = |index, slots: [u32; 2]| BatchFacts {
            active_slots: slots.into_iter().collect(),
            ..batch(index, 1_000)
        };
        let row = session(&[at(0, [7, 8]), at(1, [8, 10])]).unwrap().row(2);
        assert_eq!((row.active_ms, row.missing_batches), (15_000, 2));
    }

    proptest! {
        #[test]
        fn any_order_of_arrival_gives_the_same_session(
            parts in vec((0_u64..50, option::of("[a-z]{1,3}"), option::of("[a-z]{1,3}")), 1..20),
            seed in any::<u64>(),
        ) {
            let batches: Vec<_> = (0..).zip(parts).map(|(index, (time, first_url, user_id))| {
                BatchFacts {
                    previous_id: first_url.clone(),
                    last_url: first_url.clone(),
                    country: first_url.clone(),
                    first_url,
                    user_traits: user_id.clone(),
                    user_id,
                    ..batch(index, time)
                }
            }).collect();
            let mut shuffled = batches.clone();
            shuffled.sort_by_key(|batch| seed.wrapping_mul(2 * u64::from(batch.place.batch_index) + 1).rotate_left(17));
            prop_assert_eq!(session(&batches), session(&shuffled));
        }
    }
}
