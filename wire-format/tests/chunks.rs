//! A batch comes out of its chunks as it was, or shorter where chunks are missing or damaged.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod arbitrary;

use arbitrary::{batch, label, timed_records};
use proptest::prelude::*;
use wire_format::batch::{BatchLabel, join};
use wire_format::record::TimedRecord;
use wire_format::{BatchBuilder, OpenBatch};

/// The chunks of a batch of these records, one after each run of this many.
fn chunks_of(records: &[TimedRecord<'_>], run: usize, label: &BatchLabel<'_>) -> Vec<Vec<u8>> {
    let mut builder = BatchBuilder::default();
    let chunk = |run: &[TimedRecord<'_>]| {
        for record in run {
            builder.append(record.at_ms, &record.record);
        }
        let chunk = builder.take_chunk(label).unwrap();
        assert_eq!(builder.take_chunk(label), None, "nothing was added");
        chunk
    };
    records.chunks(run).map(chunk).collect()
}

fn joined(chunks: &[Vec<u8>]) -> Option<Vec<u8>> {
    join(chunks.iter().map(Vec::as_slice))
}

fn record_count(batch: Option<Vec<u8>>) -> usize {
    batch.map_or(0, |batch| {
        OpenBatch::open(&batch)
            .unwrap()
            .records()
            .unwrap()
            .map(Result::unwrap)
            .count()
    })
}

proptest! {
    #[test]
    fn a_batch_is_the_sum_of_its_chunks(records in timed_records(), run in 1_usize..4) {
        let chunks = chunks_of(&records, run, &label());
        prop_assert_eq!(joined(&chunks).unwrap(), batch(&records));
    }

    #[test]
    fn chunks_that_come_twice_count_once(records in timed_records(), run in 1_usize..4, from in any::<prop::sample::Index>()) {
        let mut chunks = chunks_of(&records, run, &label());
        let again = chunks[from.index(chunks.len())..].to_vec();
        chunks.extend(again);
        prop_assert_eq!(joined(&chunks).unwrap(), batch(&records));
    }

    #[test]
    fn a_missing_chunk_ends_the_batch_before_it(records in timed_records(), missing in any::<prop::sample::Index>()) {
        let mut chunks = chunks_of(&records, 1, &label());
        let missing = missing.index(chunks.len());
        chunks.remove(missing);
        prop_assert_eq!(record_count(joined(&chunks)), missing);
    }

    #[test]
    fn damage_makes_no_panic(
        records in timed_records(),
        run in 1_usize..4,
        damaged in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        flip in 1_u8..,
        cut in any::<bool>(),
    ) {
        let mut chunks = chunks_of(&records, run, &label());
        let damaged = damaged.index(chunks.len());
        let chunk = &mut chunks[damaged];
        let at = at.index(chunk.len());
        if cut { chunk.truncate(at) } else { chunk[at] ^= flip }
        let opened = joined(&chunks).and_then(|batch| OpenBatch::open(&batch).ok());
        // Every record is read, or refused.
        opened.iter().flat_map(|batch| batch.records()).flatten().for_each(drop);
    }

    #[test]
    fn bytes_at_random_are_no_chunks(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(joined(&[bytes]), None);
    }
}

#[test]
fn a_chunk_of_another_batch_ends_the_batch_before_it() {
    let visible = |at_ms| TimedRecord {
        at_ms,
        record: wire_format::Record::Visibility { visible: true },
    };
    let records = [visible(1), visible(2)];
    let other = BatchLabel {
        batch_index: 7,
        ..label()
    };
    let mut chunks = chunks_of(&records, 1, &label());
    chunks.extend(chunks_of(&[visible(1), visible(2), visible(3)], 1, &other));
    assert_eq!(joined(&chunks).unwrap(), batch(&records));
}
