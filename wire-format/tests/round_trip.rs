//! What is encoded is decoded as it was.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod arbitrary;

use arbitrary::{batch, timed_records};
use proptest::prelude::*;
use wire_format::mirror::Mirror;
use wire_format::record::{FullSnapshot, TimedRecord};
use wire_format::summary::BatchSummary;
use wire_format::{BatchHeader, OpenBatch, Record, segment};

proptest! {
    #[test]
    fn records_survive_a_batch(records in timed_records()) {
        let bytes = batch(&records);
        let opened = OpenBatch::open(&bytes).unwrap();
        let decoded: Vec<TimedRecord<'_>> = opened.records().unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(&decoded, &records);
        prop_assert_eq!(opened.header().ended_at_ms, records.last().unwrap().at_ms);
        prop_assert_eq!(opened.header(), &BatchHeader::peek(&bytes).unwrap());
        prop_assert!(BatchSummary::of(&opened).is_ok());
    }

    #[test]
    fn batches_survive_a_segment(all in proptest::collection::vec(timed_records(), 0..4)) {
        let batches: Vec<Vec<u8>> = all.iter().map(|records| batch(records)).collect();
        let mut stream = segment::encode(batches.iter().map(Vec::as_slice)).unwrap();
        stream.extend(segment::encode(batches.iter().map(Vec::as_slice)).unwrap());
        let entries = segment::split_all(&stream).unwrap();
        prop_assert_eq!(entries.len(), 2 * batches.len());
        for ((entry, bytes), batch) in entries.iter().zip(batches.iter().chain(&batches)) {
            prop_assert_eq!(*bytes, batch.as_slice());
            prop_assert_eq!(entry.started_at_ms, BatchHeader::peek(batch).unwrap().started_at_ms);
        }
    }

    /// What any run of records leaves in a mirror can be written as a snapshot and read back.
    #[test]
    fn a_mirror_survives_its_own_snapshot(records in timed_records()) {
        let mut mirror = Mirror::default();
        for timed in &records {
            mirror.apply(&timed.record);
        }
        if let Some(document) = mirror.document() {
            let forest = document.forest();
            let snapshot = Record::FullSnapshot(FullSnapshot { url: "".into(), width: 1, height: 1, forest: forest.clone() });
            let mut copy = Mirror::default();
            copy.apply(&snapshot);
            prop_assert_eq!(copy.document().unwrap().forest(), forest);
            prop_assert_eq!(copy.unplaced_count(), 0);
        }
    }
}
