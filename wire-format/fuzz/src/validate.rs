use std::mem::{Discriminant, discriminant};

use wire_format::record::TimedRecord;
use wire_format::sheet::OpenSheet;
use wire_format::summary::BatchSummary;
use wire_format::{DecodeError, OpenBatch, Record, segment, validation};

use crate::input::{Input, STARTED_AT_MS};
use crate::memory::{VALIDATION_BYTES_MAX, peak_of};

/// Does with a body what the edge does with it.
pub fn validate(input: &[u8]) {
    match Input::of(input) {
        Some(Input::Batch(batch)) => {
            if let Some((open, summary)) = validate_body(&batch) {
                check_what_is_stored(&batch, &open, &summary);
            }
            check_outlines(&batch);
        }
        Some(Input::Sheet(sheet)) => drop(within_memory(sheet, OpenSheet::check)),
        _ => {}
    }
}

/// What the edge finds in a body that it lets pass, in no more memory than it may take.
pub fn validate_body(batch: &[u8]) -> Option<(OpenBatch, BatchSummary)> {
    within_memory(batch, |batch| {
        let open = validation::validate(batch, STARTED_AT_MS).ok()?;
        let summary = BatchSummary::of(&open).expect("a valid batch has valid records");
        Some((open, summary))
    })
}

fn within_memory<T>(body: &[u8], work: impl FnOnce(&[u8]) -> T) -> T {
    let (result, peak_bytes) = peak_of(|| work(body));
    let peak_bytes = body.len() + peak_bytes;
    assert!(
        peak_bytes <= VALIDATION_BYTES_MAX,
        "{} bytes took {peak_bytes} bytes of memory",
        body.len()
    );
    result
}

/// A reader finds what the edge has stored, and in it what the edge has said of it.
fn check_what_is_stored(batch: &[u8], open: &OpenBatch, summary: &BatchSummary) {
    let stored = segment::encode([batch]).expect("a valid batch can be stored");
    let entries = segment::split_all(&stored).expect("what is stored can be read");
    let bytes: Vec<&[u8]> = entries.iter().map(|(_, bytes)| *bytes).collect();
    assert_eq!(bytes, [batch]);

    let mut told = BatchSummary::default();
    for timed in open.records().expect("a valid batch has records") {
        told.add(&timed.expect("a valid batch has valid records"));
    }
    assert_eq!(told, *summary);
}

/// What is checked without being kept is found to be the same, errors included.
fn check_outlines(batch: &[u8]) {
    let Ok(open) = OpenBatch::open(batch) else {
        return;
    };
    let (Ok(records), Ok(outlines)) = (open.records(), open.outlines()) else {
        return;
    };
    assert!(records.map(shape).eq(outlines.map(shape)));
}

type Shape<'a> = Result<(u64, Discriminant<Record<'a>>), DecodeError>;

fn shape<'a>(timed: Result<TimedRecord<'a>, DecodeError>) -> Shape<'a> {
    timed.map(|timed| (timed.at_ms, discriminant(&timed.record)))
}
