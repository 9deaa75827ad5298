//! A segment: what the edge stores, many batches of a session with an index of their times.

use crate::BatchHeader;
use crate::error::{DecodeError, Result};
use crate::id::{ViewId, WindowId};
use crate::limits::{BATCH_BYTES_MAX, SEGMENT_INDEX_BYTES_MAX};
use crate::message_pack::{Reader, Writer};

const MAGIC: [u8; 4] = *b"MMWS";
const VERSION: u8 = 1;
const FLAG_FULL_SNAPSHOT: u64 = 1;

/// What the index tells of one batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    /// The tab it belongs to.
    pub window: WindowId,
    /// The view it belongs to.
    pub view: ViewId,
    /// Its number within the view.
    pub batch_index: u32,
    /// Time of its first record, in milliseconds since the Unix epoch.
    pub started_at_ms: u64,
    /// Time of its last record, in milliseconds since the Unix epoch.
    pub ended_at_ms: u64,
    /// Whether it holds a full snapshot.
    pub has_full_snapshot: bool,
    /// Its size in bytes.
    pub length_bytes: u32,
}

/// Joins batches, which must be valid, into a segment.
pub fn encode<'a>(batches: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>> {
    let mut entries = Writer::default();
    let mut entry_count = 0;
    let mut bodies = Vec::new();
    for batch in batches {
        encode_entry(&mut entries, &BatchHeader::peek(batch)?, batch.len());
        bodies.extend_from_slice(batch);
        entry_count += 1;
    }
    let mut index = Writer::default();
    index.array(entry_count);
    index.raw(entries.as_bytes());
    let index = index.into_bytes();
    if index.len() > SEGMENT_INDEX_BYTES_MAX {
        return Err(DecodeError::LimitExceeded {
            what: "bytes of a segment's index",
            limit: SEGMENT_INDEX_BYTES_MAX,
        });
    }

    let mut bytes = Vec::with_capacity(12 + index.len() + bodies.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&[VERSION, 0, 0, 0]);
    bytes.extend_from_slice(&(index.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&index);
    bytes.append(&mut bodies);
    Ok(bytes)
}

/// The batches of a segment with their index entries.
pub type Entries<'a> = Vec<(IndexEntry, &'a [u8])>;

/// Takes the first segment off a stream of segments: its batches, and the bytes behind it.
pub fn split_first(bytes: &[u8]) -> Result<(Entries<'_>, &[u8])> {
    let (magic, rest) = bytes
        .split_first_chunk::<4>()
        .ok_or(DecodeError::Truncated)?;
    if *magic != MAGIC {
        return Err(DecodeError::WrongMagic);
    }
    let (&[version, ..], rest) = rest
        .split_first_chunk::<4>()
        .ok_or(DecodeError::Truncated)?;
    if version != VERSION {
        return Err(DecodeError::UnsupportedVersion(version));
    }
    let (index_length, rest) = rest.split_first_chunk().ok_or(DecodeError::Truncated)?;
    let index_length = u32::from_le_bytes(*index_length) as usize;
    if index_length > SEGMENT_INDEX_BYTES_MAX {
        return Err(DecodeError::LimitExceeded {
            what: "bytes of a segment's index",
            limit: SEGMENT_INDEX_BYTES_MAX,
        });
    }
    let (index, mut rest) = rest
        .split_at_checked(index_length)
        .ok_or(DecodeError::Truncated)?;

    let mut input = Reader::new(index);
    let mut entries = Vec::new();
    for _ in 0..input.array()? {
        let entry = decode_entry(&mut input)?;
        let (batch, behind) = rest
            .split_at_checked(entry.length_bytes as usize)
            .ok_or(DecodeError::Truncated)?;
        entries.push((entry, batch));
        rest = behind;
    }
    if input.remaining().is_empty() {
        Ok((entries, rest))
    } else {
        Err(DecodeError::LeftOver)
    }
}

/// The batches of a stream of segments, in the order in which they stand.
pub fn split_all(mut bytes: &[u8]) -> Result<Entries<'_>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (mut entries, rest) = split_first(bytes)?;
        all.append(&mut entries);
        bytes = rest;
    }
    Ok(all)
}

fn encode_entry(out: &mut Writer, header: &BatchHeader, length: usize) {
    out.array(7);
    out.bin(header.window.as_bytes());
    out.bin(header.view.as_bytes());
    out.uint(header.batch_index);
    out.uint(header.started_at_ms);
    out.uint(header.ended_at_ms);
    out.uint(if header.has_full_snapshot {
        FLAG_FULL_SNAPSHOT
    } else {
        0
    });
    out.uint(length as u64);
}

fn decode_entry(input: &mut Reader<'_>) -> Result<IndexEntry> {
    let unknown = input.array_of(7)?;
    let entry = IndexEntry {
        window: WindowId::from_bytes(input.id16()?),
        view: ViewId::from_bytes(input.id16()?),
        batch_index: input.u32("batch index")?,
        started_at_ms: input.uint()?,
        ended_at_ms: input.uint()?,
        has_full_snapshot: input.uint()? & FLAG_FULL_SNAPSHOT != 0,
        length_bytes: input.u32("batch length")?,
    };
    input.skip(unknown)?;
    if entry.length_bytes as usize > BATCH_BYTES_MAX {
        return Err(DecodeError::LimitExceeded {
            what: "bytes of a batch",
            limit: BATCH_BYTES_MAX,
        });
    }
    Ok(entry)
}
