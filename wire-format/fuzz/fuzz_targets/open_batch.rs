//! Whatever bytes say they are a batch: reading them ends with a value or an error, and what the
//! edge would let pass can be shown. Run with `cargo +nightly fuzz run open_batch`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wire_format::rrweb::WindowTree;
use wire_format::summary::BatchSummary;
use wire_format::{BatchHeader, OpenBatch};

fuzz_target!(|payload: &[u8]| {
    let Ok(batch) = OpenBatch::open(&batch_with(payload)) else { return };
    if BatchSummary::of(&batch).is_err() {
        return;
    }
    let window = batch.header().window;
    let mut tree = WindowTree::new(window, []);
    for record in batch.records().expect("a valid batch has records") {
        tree.add(window, &record.expect("a valid batch has valid records"));
    }
    serde_json::from_str::<serde::de::IgnoredAny>(&tree.into_json()).expect("events are JSON");
});

/// A batch with a valid preamble and header, so that the fuzzer spends its time on the payload. The
/// first byte chooses how many records the header announces.
fn batch_with(payload: &[u8]) -> Vec<u8> {
    let (record_count, payload) = payload.split_first().map_or((1, payload), |(first, rest)| (first % 0x7f, rest));
    let mut header = vec![0x9a];
    for _ in 0..3 {
        header.extend([0xc4, 16]);
        header.extend([7; 16]);
    }
    // Index 0, from 0 to 0 ms, the records, no flags, closed on request, version "1".
    header.extend([0, 0, 0, record_count, 0, 6, 0xa1, b'1']);

    let mut bytes = b"MMWB\x01\x00".to_vec();
    bytes.extend((header.len() as u16).to_le_bytes());
    bytes.extend((payload.len() as u32).to_le_bytes());
    bytes.extend(header);
    bytes.extend(payload);
    debug_assert!(record_count == 0 || BatchHeader::peek(&bytes).is_ok());
    bytes
}
