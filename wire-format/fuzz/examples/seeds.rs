//! Writes inputs to begin with: what the encoder makes of records of every kind, and pieces of it in
//! every other form. `cargo run --package monitorme-wire-format-fuzz --example seeds -- FOLDER`

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a program for developers may fail loudly"
)]

#[path = "../../tests/arbitrary/mod.rs"]
mod arbitrary;

use std::path::Path;
use std::{env, fs};

use arbitrary::{batch, label, timed_records};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use wire_format::node::Text;
use wire_format::record::TimedRecord;
use wire_format::sheet::SealedSheet;
use wire_format::{BatchBuilder, OpenBatch, segment};
use wire_format_fuzz::input::{Input, payload_input};

/// Enough that each kind of record and state comes several times.
const BATCHES: usize = 300;

fn main() {
    let folder = env::args().nth(1).unwrap();
    fs::create_dir_all(&folder).unwrap();
    let mut runner = TestRunner::deterministic();
    for number in 0..BATCHES {
        let records = timed_records().new_tree(&mut runner).unwrap().current();
        let bytes = batch(&records);
        let write = |form: &str, input: Vec<u8>| {
            let name = format!("{form}-{number:03}");
            fs::write(Path::new(&folder).join(name), input).unwrap();
        };
        write("payload", payload(&bytes));
        // One in ten is enough of what has little to say.
        if number % 10 == 0 {
            write("batch", Input::Batch(bytes.as_slice().into()).to_bytes());
            let segments = segment::encode([bytes.as_slice(), &bytes]).unwrap();
            write("segments", Input::Segments(&segments).to_bytes());
            let chunks = chunks(&records);
            let chunks = chunks.iter().map(Vec::as_slice).collect();
            write("chunks", Input::Chunks(chunks).to_bytes());
            let rules: Vec<Text<'_>> = (0..number).map(|rule| format!("r{rule}").into()).collect();
            let sheet = SealedSheet::of(&rules).unwrap();
            write("sheet", Input::Sheet(&sheet.bytes).to_bytes());
        }
    }
}

/// The input of what a batch holds behind its header and its compression.
fn payload(batch: &[u8]) -> Vec<u8> {
    let header = OpenBatch::open(batch).unwrap().header().clone();
    let header_length = usize::from(u16::from_le_bytes([batch[6], batch[7]]));
    let decoded_length = u32::from_le_bytes(batch[8..12].try_into().unwrap());
    let body = &batch[12 + header_length..];
    let duration_ms = (header.ended_at_ms - header.started_at_ms) as u16;
    match batch[5] {
        0 => payload_input(body, duration_ms),
        _ => {
            let payload = lz4_flex::block::decompress(body, decoded_length as usize).unwrap();
            payload_input(&payload, duration_ms)
        }
    }
}

fn chunks(records: &[TimedRecord<'_>]) -> Vec<Vec<u8>> {
    let mut builder = BatchBuilder::default();
    let chunk = |record: &TimedRecord<'_>| {
        builder.append(record.at_ms, &record.record);
        builder.take_chunk(&label()).unwrap()
    };
    records.iter().map(chunk).collect()
}
