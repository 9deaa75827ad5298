//! When a tail becomes a segment.

use crate::limits;

/// What waits in a session object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TailState {
    pub(crate) size_bytes: u64,
    /// When the last batch was stored, in milliseconds since the Unix epoch.
    pub(crate) last_write_ms: u64,
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing waits.
    Rest,
    /// Make a segment.
    Compact,
    /// Look again at this time, in milliseconds since the Unix epoch.
    LookAgainAt(u64),
}

/// Segments are made of tails that are large enough, or quiet.
pub(crate) fn next_step(tail: TailState, now_ms: u64) -> Step {
    let quiet_at_ms = tail.last_write_ms.saturating_add(limits::SEGMENT_QUIET_MS);
    match tail.size_bytes {
        0 => Step::Rest,
        limits::SEGMENT_BYTES_GOAL.. => Step::Compact,
        _ if now_ms >= quiet_at_ms => Step::Compact,
        _ => Step::LookAgainAt(quiet_at_ms),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tail(size_bytes: u64) -> TailState {
        TailState {
            size_bytes,
            last_write_ms: 1_000,
        }
    }

    #[test]
    fn an_empty_tail_needs_nothing() {
        assert_eq!(next_step(tail(0), u64::MAX), Step::Rest);
    }

    #[test]
    fn a_large_tail_becomes_a_segment_at_once() {
        assert_eq!(
            next_step(tail(limits::SEGMENT_BYTES_GOAL), 1_000),
            Step::Compact
        );
    }

    #[test]
    fn a_small_tail_becomes_a_segment_when_nothing_came_for_a_while() {
        let quiet_at_ms = 1_000 + limits::SEGMENT_QUIET_MS;
        let small = tail(limits::SEGMENT_BYTES_GOAL - 1);
        assert_eq!(
            next_step(small, quiet_at_ms - 1),
            Step::LookAgainAt(quiet_at_ms)
        );
        assert_eq!(next_step(small, quiet_at_ms), Step::Compact);
    }
}
