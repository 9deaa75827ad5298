//! The page that batches show at their end.

use wire_format::OpenBatch;
use wire_format::mirror::Mirror;
use wire_format::record::Record;

/// The document after these batches, as text that can be compared.
pub(crate) fn after(batches: &[&[u8]]) -> String {
    let mut open: Vec<_> = batches
        .iter()
        .map(|batch| OpenBatch::open(batch).unwrap())
        .collect();
    open.sort_by_key(|batch| batch.header().batch_index);
    let mut mirror = Mirror::default();
    for batch in &open {
        for timed in batch.records().unwrap() {
            let record: Record<'_> = timed.unwrap().record;
            mirror.apply(&record);
        }
    }
    let document = mirror.document().expect("a document");
    format!("{:?}", document.forest())
}
