use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::record::TimedRecord;
use wire_format::{FlushReason, OpenBatch, SessionId, ViewId, WindowId};

use crate::input::Input;

/// Encodes what an input says as far as it can be read, and reads it back.
pub fn round_trip(input: &[u8]) {
    let Some(Ok(first)) = Input::batch(input).map(|batch| OpenBatch::open(&batch)) else {
        return;
    };
    let records = readable(&first);
    // None if there are no records, or if they last too long for a batch.
    let Some(bytes) = encode(&records) else {
        return;
    };
    let second = OpenBatch::open(&bytes).expect("what is encoded can be opened");
    let decoded: Result<Vec<TimedRecord<'_>>, _> = second
        .records()
        .expect("what is encoded has records")
        .collect();
    let decoded = decoded.expect("what is encoded can be decoded");
    assert_eq!(decoded, records);
    assert_eq!(encode(&decoded), Some(bytes));
}

/// The records up to the first that is invalid.
pub(crate) fn readable(batch: &OpenBatch) -> Vec<TimedRecord<'_>> {
    let records = batch.records().into_iter().flatten();
    records.map_while(Result::ok).collect()
}

fn encode(records: &[TimedRecord<'_>]) -> Option<Vec<u8>> {
    let mut builder = BatchBuilder::default();
    for timed in records {
        builder.append(timed.at_ms, &timed.record);
    }
    builder.seal(&BatchLabel {
        session: SessionId::from_bytes([1; 16]),
        window: WindowId::from_bytes([2; 16]),
        view: ViewId::from_bytes([3; 16]),
        batch_index: 0,
        flush_reason: FlushReason::Requested,
        recorder_version: "1",
    })
}
