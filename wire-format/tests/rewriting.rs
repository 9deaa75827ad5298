//! A batch whose records are changed is a batch of the changed records.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod arbitrary;

use arbitrary::{batch, timed_records};
use proptest::prelude::*;
use wire_format::record::TimedRecord;
use wire_format::{OpenBatch, Record};

/// Gives another text to what may share its text with nodes.
fn change(record: &mut Record<'_>) {
    match record {
        Record::Navigation { url, .. } => *url = "*".into(),
        Record::Console(message) => message
            .values
            .iter_mut()
            .for_each(|value| *value = "*".into()),
        _ => {}
    }
}

proptest! {
    #[test]
    fn without_changes_the_bytes_are_the_same(records in timed_records()) {
        let bytes = batch(&records);
        let rewritten = OpenBatch::open(&bytes).unwrap().rewrite(|_| {});
        prop_assert_eq!(rewritten, Ok(bytes));
    }

    #[test]
    fn only_what_is_changed_changes(mut records in timed_records()) {
        let bytes = batch(&records);
        let original = OpenBatch::open(&bytes).unwrap();
        let rewritten = original.rewrite(change).unwrap();
        let opened = OpenBatch::open(&rewritten).unwrap();
        let decoded: Vec<TimedRecord<'_>> = opened.records().unwrap().map(Result::unwrap).collect();
        records.iter_mut().for_each(|timed| change(&mut timed.record));
        prop_assert_eq!(&decoded, &records);
        prop_assert_eq!(original.header(), opened.header());
    }
}
