use wire_format::batch::join;
use wire_format::sheet::OpenSheet;
use wire_format::{BatchHeader, OpenBatch, segment};

use crate::input::Input;

/// Reads all there is in an input.
pub fn decode(input: &[u8]) {
    match Input::of(input) {
        Some(Input::Batch(batch)) => read_batch(&batch),
        Some(Input::Chunks(chunks)) => {
            let joined = join(chunks.iter().copied());
            // The journal sends what it joined, so the edge has to find a batch in it.
            joined.iter().for_each(|batch| {
                OpenBatch::open(batch).expect("chunks that were joined are a batch");
                read_batch(batch);
            });
        }
        Some(Input::Segments(segments)) => {
            for (entry, batch) in segment::split_all(segments).unwrap_or_default() {
                assert_eq!(entry.length_bytes as usize, batch.len());
                read_batch(batch);
            }
        }
        Some(Input::Sheet(sheet)) => {
            let opened = OpenSheet::open(sheet).map(|sheet| sheet.hash);
            assert_eq!(OpenSheet::check(sheet), opened);
        }
        None => {}
    }
}

fn read_batch(bytes: &[u8]) {
    let header = BatchHeader::peek(bytes);
    if let Ok(batch) = OpenBatch::open(bytes) {
        assert_eq!(header.as_ref(), Ok(batch.header()));
        batch.records().into_iter().flatten().for_each(drop);
    }
}
