//! Counts in the memory of an isolate. What is counted comes from closed sets and from the index, so
//! that a stranger cannot make the tally grow.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::metrics;
use super::request::RequestKey;
use crate::storage::{Counts, OutcomeKey, Store};

/// What has been counted since the last write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) outcomes: BTreeMap<OutcomeKey, u64>,
    /// How many requests, and how many milliseconds they took together.
    pub(super) requests: BTreeMap<RequestKey, (u64, u64)>,
    pub(super) storage_failures: BTreeMap<Store, u64>,
    /// What was taken and could not be written.
    pub(super) unwritten: Counts,
}

thread_local! {
    static TALLY: RefCell<Tally> = RefCell::default();
}

/// Counts what became of so many items.
pub(super) fn count_outcome(key: OutcomeKey, count: u64) {
    TALLY.with_borrow_mut(|tally| *tally.outcomes.entry(key).or_default() += count);
}

/// Counts a request.
pub(super) fn count_request(key: RequestKey, duration_ms: u64) {
    TALLY.with_borrow_mut(|tally| {
        let (count, sum_ms) = tally.requests.entry(key).or_default();
        *count += 1;
        *sum_ms += duration_ms;
    });
}

/// Counts a store that did not do what it was asked.
pub(crate) fn count_storage_failure(store: Store) {
    TALLY.with_borrow_mut(|tally| *tally.storage_failures.entry(store).or_default() += 1);
}

/// Whether anything has been counted.
pub(super) fn is_empty() -> bool {
    TALLY.with_borrow(|tally| *tally == Tally::default())
}

/// Takes what has been counted.
pub(super) fn take() -> Counts {
    metrics::of(TALLY.take())
}

/// Keeps what could not be written for the next time.
pub(super) fn put_back(counts: Counts) {
    TALLY.with_borrow_mut(|tally| tally.unwritten = counts);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_written_is_counted_with_what_came_since() {
        count_storage_failure(Store::Index);
        count_storage_failure(Store::Index);
        put_back(take());
        count_storage_failure(Store::Index);
        let counts = take();
        assert_eq!(counts.metrics.values().collect::<Vec<_>>(), [&3]);
        assert!(is_empty());
    }
}
