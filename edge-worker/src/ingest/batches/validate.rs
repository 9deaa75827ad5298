//! Whether the bytes are a batch: every record is decoded before anything is stored.

use scrubbing::Scrubber;
use wire_format::OpenBatch;
use wire_format::summary::BatchSummary;
use wire_format::validation::validate;

use super::receive::ReceivedBatch;
use crate::error::ApiError;

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

/// Decodes the whole batch and checks its times against the clock of the edge, then looks for what its
/// project does not want stored.
pub(crate) fn batch(
    ReceivedBatch(bytes): ReceivedBatch,
    scrubber: &Scrubber,
    now_ms: u64,
) -> Result<ValidBatch, ApiError> {
    let open = validate(&bytes, now_ms)?;
    let mut summary = BatchSummary::default();
    let mut private_count = 0;
    for timed in open.records()? {
        let mut timed = timed?;
        private_count += scrubber.record(&mut timed.record);
        summary.add(&timed);
    }
    Ok(ValidBatch {
        bytes,
        open,
        summary,
        private_count,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use wire_format::batch::BatchLabel;
    use wire_format::{BatchBuilder, FlushReason, Record, SessionId, ViewId, WindowId};

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
}
