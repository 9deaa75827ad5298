//! No bytes make a reader panic, and no damaged batch passes for a whole one.

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
use wire_format::summary::BatchSummary;
use wire_format::{DecodeError, OpenBatch, Record, limits, segment};

/// Reads all there is; in the end only whether it could be read.
fn read(bytes: &[u8]) -> Result<(), DecodeError> {
    BatchSummary::of(&OpenBatch::open(bytes)?).map(drop)
}

/// A batch whose payload is these bytes as they are, so that damage is not hidden behind the codec.
fn stored(payload: &[u8], model: &[u8]) -> Vec<u8> {
    let header_length = usize::from(u16::from_le_bytes([model[6], model[7]]));
    let mut bytes = model[..12 + header_length].to_vec();
    bytes[5] = 0;
    bytes[8..12].copy_from_slice(&(payload.len() as u32).to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

fn payload(batch: &[u8]) -> Vec<u8> {
    let header_length = usize::from(u16::from_le_bytes([batch[6], batch[7]]));
    let decoded_length = u32::from_le_bytes(batch[8..12].try_into().unwrap()) as usize;
    let body = &batch[12 + header_length..];
    if batch[5] == 0 {
        body.to_vec()
    } else {
        lz4_flex::block::decompress(body, decoded_length).unwrap()
    }
}

proptest! {
    #[test]
    fn bytes_at_random_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&bytes).is_err());
        prop_assert!(bytes.is_empty() || segment::split_all(&bytes).is_err());
    }

    #[test]
    fn every_cut_is_noticed(records in timed_records(), cut in any::<prop::sample::Index>()) {
        let bytes = batch(&records);
        prop_assert!(read(&bytes[..cut.index(bytes.len())]).is_err());
        let payload = payload(&bytes);
        prop_assert!(read(&stored(&payload[..cut.index(payload.len())], &bytes)).is_err());
    }

    #[test]
    fn left_over_bytes_are_noticed(records in timed_records(), extra in 0_u8..0x80) {
        let bytes = batch(&records);
        let mut payload = payload(&bytes);
        payload.push(extra);
        prop_assert_eq!(read(&stored(&payload, &bytes)), Err(DecodeError::LeftOver));
    }

    /// A changed byte may give another valid batch; it must never give a panic.
    #[test]
    fn a_changed_byte_does_no_harm(records in timed_records(), place in any::<prop::sample::Index>(), value in any::<u8>()) {
        let bytes = batch(&records);
        let mut payload = payload(&bytes);
        let place = place.index(payload.len());
        payload[place] = value;
        let damaged = stored(&payload, &bytes);
        if read(&damaged).is_ok() {
            replay(&damaged);
        }
    }
}

/// What the dashboard does with a batch that the edge let pass.
#[cfg(feature = "rrweb")]
fn replay(bytes: &[u8]) {
    let opened = OpenBatch::open(bytes).unwrap();
    let window = opened.header().window;
    let mut tree = wire_format::rrweb::WindowTree::new(window, []);
    for record in opened.records().unwrap() {
        tree.add(window, &record.unwrap());
    }
    serde_json::from_str::<serde::de::IgnoredAny>(&tree.into_json()).unwrap();
}

#[cfg(not(feature = "rrweb"))]
fn replay(_bytes: &[u8]) {}

#[test]
fn a_bomb_is_refused_before_anything_is_allocated() {
    let record = TimedRecord {
        at_ms: 1,
        record: Record::Visibility { visible: true },
    };
    let honest = batch(&[record]);
    let mut bomb = honest.clone();
    bomb[5] = 1;
    bomb[8..12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(
        read(&bomb),
        Err(DecodeError::LimitExceeded {
            what: "bytes of a decoded batch",
            limit: limits::DECODED_BYTES_MAX
        })
    );
    bomb[8..12].copy_from_slice(&(limits::DECODED_BYTES_MAX as u32).to_le_bytes());
    assert_eq!(read(&bomb), Err(DecodeError::CorruptPayload));
}
