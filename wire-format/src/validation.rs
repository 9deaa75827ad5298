//! What a batch must be before an edge stores it.

use crate::batch::{BatchHeader, OpenBatch};
use crate::error::DecodeError;
use crate::limits::{CLOCK_AHEAD_MS_MAX, CLOCK_BEHIND_MS_MAX};

/// Why a batch is not stored. Neither is worth sending again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidBatch {
    /// It is none, or exceeds a limit.
    #[error(transparent)]
    Undecodable(#[from] DecodeError),
    /// Its times cannot be true.
    #[error("it {0}")]
    ImplausibleTime(ImplausibleTime),
}

/// In which way the times of a batch cannot be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImplausibleTime {
    /// It ends more than [`CLOCK_AHEAD_MS_MAX`] after it was received.
    #[error("ends in the future; the clock of the sender is wrong")]
    Future,
    /// It began more than [`CLOCK_BEHIND_MS_MAX`] before it was received.
    #[error("begins more than 30 days ago")]
    Past,
}

/// Opens a batch that may be stored: decodes all of it, in one pass that takes 64 MB of memory at most,
/// and checks its times against the clock of who received it, in milliseconds since the Unix epoch.
pub fn validate(bytes: &[u8], now_ms: u64) -> Result<OpenBatch, InvalidBatch> {
    let open = OpenBatch::open(bytes)?;
    for outline in open.outlines()? {
        outline?;
    }
    check_times(open.header(), now_ms).map_err(InvalidBatch::ImplausibleTime)?;
    Ok(open)
}

fn check_times(header: &BatchHeader, now_ms: u64) -> Result<(), ImplausibleTime> {
    if header.ended_at_ms > now_ms.saturating_add(CLOCK_AHEAD_MS_MAX) {
        return Err(ImplausibleTime::Future);
    }
    if header.started_at_ms < now_ms.saturating_sub(CLOCK_BEHIND_MS_MAX) {
        return Err(ImplausibleTime::Past);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::{BatchBuilder, BatchLabel, FlushReason};
    use crate::id::{SessionId, ViewId, WindowId};
    use crate::record::Record;

    const NOW_MS: u64 = 1_800_000_000_000;

    fn batch(started_at_ms: u64, ended_at_ms: u64) -> Vec<u8> {
        let mut builder = BatchBuilder::default();
        builder.append(started_at_ms, &Record::Visibility { visible: true });
        builder.append(ended_at_ms, &Record::Visibility { visible: false });
        let label = BatchLabel {
            session: SessionId::from_bytes([1; 16]),
            window: WindowId::from_bytes([2; 16]),
            view: ViewId::from_bytes([3; 16]),
            batch_index: 0,
            flush_reason: FlushReason::Requested,
            recorder_version: "0.1.0",
        };
        builder.seal(&label).unwrap()
    }

    #[test]
    fn a_batch_is_valid_within_what_clocks_may_differ() {
        let newest = NOW_MS + CLOCK_AHEAD_MS_MAX;
        let oldest = NOW_MS - CLOCK_BEHIND_MS_MAX;
        assert!(validate(&batch(newest, newest), NOW_MS).is_ok());
        assert!(validate(&batch(oldest, oldest), NOW_MS).is_ok());
    }

    #[test]
    fn a_batch_from_the_future_or_of_long_ago_is_refused() {
        let newest = NOW_MS + CLOCK_AHEAD_MS_MAX;
        let oldest = NOW_MS - CLOCK_BEHIND_MS_MAX;
        assert_eq!(
            validate(&batch(newest, newest + 1), NOW_MS).err(),
            Some(InvalidBatch::ImplausibleTime(ImplausibleTime::Future))
        );
        assert_eq!(
            validate(&batch(oldest - 1, oldest), NOW_MS).err(),
            Some(InvalidBatch::ImplausibleTime(ImplausibleTime::Past))
        );
    }

    #[test]
    fn what_cannot_be_decoded_to_its_last_byte_is_refused() {
        let whole = batch(NOW_MS, NOW_MS);
        for length in 0..whole.len() {
            assert!(
                matches!(
                    validate(&whole[..length], NOW_MS),
                    Err(InvalidBatch::Undecodable(_))
                ),
                "{length} bytes"
            );
        }
    }
}
