//! Requests: how many, how they ended, and how long they took.

use super::tally;

/// Upper bounds of the classes of durations, in milliseconds: from what a cache answers to what a
/// person gives up on. The last class has none.
pub(super) const DURATION_BOUNDS_MS: [u64; 8] = [5, 10, 25, 50, 100, 250, 1_000, 5_000];

/// What requests are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RequestKey {
    /// One of a closed set of names.
    pub(super) route: &'static str,
    pub(super) status: u16,
    /// Into which class its duration falls.
    pub(super) class: usize,
}

/// Counts a request.
pub(crate) fn count_request(route: &'static str, status: u16, duration_ms: u64) {
    let class = DURATION_BOUNDS_MS.partition_point(|bound_ms| *bound_ms < duration_ms);
    let key = RequestKey {
        route,
        status,
        class,
    };
    tally::count_request(key, duration_ms);
}
