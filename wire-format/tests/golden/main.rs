//! Batches of every released version stay readable, and the writer of this version stays the same.
//!
//! `version-1.batch` holds the bytes, `version-1.txt` what they say. When the writer
//! is changed on purpose, within the rules of "Compatibility" in `docs/wire-format.md`, the old pair
//! stays as it is, a new pair is added, and this test reads both.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod nodes;
mod signals;
mod visit;

use std::fs;
use std::path::PathBuf;

use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::{FlushReason, OpenBatch, SessionId, ViewId, WindowId};

use signals::signals;
use visit::visit;

fn encode_visit() -> Vec<u8> {
    let mut builder = BatchBuilder::default();
    for (after_ms, record) in visit().into_iter().chain(signals()) {
        builder.append(1_700_000_000_000 + after_ms, &record);
    }
    let label = BatchLabel {
        session: SessionId::from_bytes([0x11; 16]),
        window: WindowId::from_bytes([0x22; 16]),
        view: ViewId::from_bytes([0x33; 16]),
        batch_index: 300,
        flush_reason: FlushReason::PageExit,
        recorder_version: "0.1.0",
    };
    builder.seal(&label).unwrap()
}

fn golden(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name]
        .iter()
        .collect()
}

fn describe(bytes: &[u8]) -> String {
    let batch = OpenBatch::open(bytes).unwrap();
    let mut text = format!("{:#?}\n", batch.header());
    for record in batch.records().unwrap() {
        text.push_str(&format!("{:?}\n", record.unwrap()));
    }
    text
}

#[test]
fn version_1_is_read_as_it_was_meant() {
    let bytes = fs::read(golden("version-1.batch")).unwrap();
    assert_eq!(
        describe(&bytes),
        fs::read_to_string(golden("version-1.txt")).unwrap()
    );
}

#[test]
fn the_writer_still_writes_version_1() {
    let expected = fs::read(golden("version-1.batch")).unwrap_or_default();
    let written = encode_visit();
    if written != expected {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("written.batch");
        fs::write(&place, &written).unwrap();
        fs::write(place.with_extension("txt"), describe(&written)).unwrap();
        panic!(
            "the writer has changed; what it writes now is in {}",
            place.display()
        );
    }
}
