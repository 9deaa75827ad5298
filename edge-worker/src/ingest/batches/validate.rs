//! Whether the bytes are a batch: every record is decoded before anything is stored.

use scrubbing::Scrubber;
use wire_format::summary::BatchSummary;
use wire_format::{BatchHeader, OpenBatch};

use super::receive::ReceivedBatch;
use crate::error::{ApiError, ImplausibleTime};
use crate::limits;

/// A batch whose every record has been decoded. It is kept as it came.
#[derive(Debug)]
pub(crate) struct ValidBatch {
    pub(crate) bytes: Vec<u8>,
    pub(crate) open: OpenBatch,
    /// Without what is private.
    pub(crate) summary: BatchSummary,
    /// How many values are private.
    pub(crate) private_count: u32,
}

/// Decodes the whole batch, looks for what its project does not want stored, as records are decoded
/// only once, and checks its times against the clock of the edge.
pub(crate) fn batch(
    ReceivedBatch(bytes): ReceivedBatch,
    scrubber: &Scrubber,
    now_ms: u64,
) -> Result<ValidBatch, ApiError> {
    let open = OpenBatch::open(&bytes)?;
    let mut summary = BatchSummary::default();
    let mut private_count = 0;
    for timed in open.records()? {
        let mut timed = timed?;
        private_count += scrubber.record(&mut timed.record);
        summary.add(&timed);
    }
    check_times(open.header(), now_ms).map_err(ApiError::ImplausibleTime)?;
    Ok(ValidBatch {
        bytes,
        open,
        summary,
        private_count,
    })
}

fn check_times(header: &BatchHeader, now_ms: u64) -> Result<(), ImplausibleTime> {
    if header.ended_at_ms > now_ms.saturating_add(limits::CLOCK_AHEAD_MS_MAX) {
        return Err(ImplausibleTime::Future);
    }
    if header.started_at_ms < now_ms.saturating_sub(limits::CLOCK_BEHIND_MS_MAX) {
        return Err(ImplausibleTime::Past);
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use scrubbing::Rules;
    use wire_format::batch::BatchLabel;
    use wire_format::{BatchBuilder, FlushReason, Record, SessionId, ViewId, WindowId};

    use super::*;

    pub(crate) const NOW_MS: u64 = 1_800_000_000_000;

    /// A batch of these records, the last of which ends it.
    pub(crate) fn batch_of(records: &[(u64, Record<'_>)]) -> Vec<u8> {
        let mut builder = BatchBuilder::default();
        for (at_ms, record) in records {
            builder.append(*at_ms, record);
        }
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

    fn batch_at(started_at_ms: u64, ended_at_ms: u64) -> ReceivedBatch {
        ReceivedBatch(batch_of(&[
            (started_at_ms, Record::Visibility { visible: true }),
            (ended_at_ms, Record::Visibility { visible: false }),
        ]))
    }

    fn batch(received: ReceivedBatch, now_ms: u64) -> Result<ValidBatch, ApiError> {
        super::batch(received, &Scrubber::new(&Rules::default()), now_ms)
    }

    #[test]
    fn a_batch_is_valid_within_what_clocks_may_differ() {
        let newest = NOW_MS + limits::CLOCK_AHEAD_MS_MAX;
        let oldest = NOW_MS - limits::CLOCK_BEHIND_MS_MAX;
        assert!(batch(batch_at(newest, newest), NOW_MS).is_ok());
        assert!(batch(batch_at(oldest, oldest), NOW_MS).is_ok());
    }

    #[test]
    fn a_batch_from_the_future_or_of_long_ago_is_refused() {
        let newest = NOW_MS + limits::CLOCK_AHEAD_MS_MAX;
        let oldest = NOW_MS - limits::CLOCK_BEHIND_MS_MAX;
        let future = batch(batch_at(newest, newest + 1), NOW_MS);
        assert!(matches!(
            future,
            Err(ApiError::ImplausibleTime(ImplausibleTime::Future))
        ));
        let past = batch(batch_at(oldest - 1, oldest), NOW_MS);
        assert!(matches!(
            past,
            Err(ApiError::ImplausibleTime(ImplausibleTime::Past))
        ));
    }

    #[test]
    fn what_cannot_be_decoded_to_its_last_byte_is_refused() {
        let ReceivedBatch(whole) = batch_at(NOW_MS, NOW_MS);
        for length in 0..whole.len() {
            let cut = ReceivedBatch(whole[..length].to_vec());
            assert!(
                matches!(batch(cut, NOW_MS), Err(ApiError::InvalidBatch(_))),
                "{length} bytes"
            );
        }
    }
}
