//! When a tail becomes a segment.

use super::state::SessionState;
use crate::limits;

/// What to do about the tails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing waits.
    Rest,
    /// Make a segment of the oldest tail.
    Compact,
    /// The session was deleted: remove what is left of it.
    Delete,
    /// It was deleted long ago.
    Forget,
    /// Look again at this time, in milliseconds since the Unix epoch.
    LookAgainAt(u64),
}

/// Segments are made of tails that are closed, large enough, or quiet.
pub(crate) fn next_step(state: &SessionState, now_ms: u64) -> Step {
    let quiet_at_ms = state.last_write_ms.saturating_add(limits::SEGMENT_QUIET_MS);
    match &state.tombstone {
        Some(tombstone) if tombstone.blob_count > 0 => return Step::Delete,
        Some(_) => return Step::Forget,
        None => {}
    }
    match state.tails.as_slice() {
        [] | [0] => Step::Rest,
        [_, _, ..] => Step::Compact,
        [size_bytes] if *size_bytes >= limits::SEGMENT_BYTES_GOAL => Step::Compact,
        [_] if now_ms >= quiet_at_ms => Step::Compact,
        [_] => Step::LookAgainAt(quiet_at_ms),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_tails(tails: &[u64]) -> SessionState {
        SessionState {
            tails: tails.to_vec(),
            last_write_ms: 1_000,
            ..SessionState::default()
        }
    }

    #[test]
    fn an_empty_tail_needs_nothing() {
        assert_eq!(next_step(&with_tails(&[]), u64::MAX), Step::Rest);
        assert_eq!(next_step(&with_tails(&[0]), u64::MAX), Step::Rest);
    }

    #[test]
    fn a_large_tail_and_a_closed_one_become_segments_at_once() {
        for tails in [&[limits::SEGMENT_BYTES_GOAL][..], &[1, 0], &[1, 1, 1]] {
            assert_eq!(next_step(&with_tails(tails), 1_000), Step::Compact);
        }
    }

    #[test]
    fn a_small_tail_becomes_a_segment_when_nothing_came_for_a_while() {
        let quiet_at_ms = 1_000 + limits::SEGMENT_QUIET_MS;
        let small = with_tails(&[limits::SEGMENT_BYTES_GOAL - 1]);
        assert_eq!(
            next_step(&small, quiet_at_ms - 1),
            Step::LookAgainAt(quiet_at_ms)
        );
        assert_eq!(next_step(&small, quiet_at_ms), Step::Compact);
    }
}
