//! Reading the journal of a page that is gone.

use std::ops::Range;
use std::vec::IntoIter;

use wire_format::BatchHeader;
use wire_format::batch::join;

use super::frame::{Frame, Frames};
use crate::limits::JOURNAL_AGE_MS_MAX;
use crate::recording::ClosedBatch;

/// The batches that a page left unsent, oldest first.
#[derive(Debug)]
pub struct Leftover {
    bytes: Vec<u8>,
    unsent: IntoIter<Unsent>,
    expired_count: u64,
    is_held_back: bool,
}

/// Where the chunks of a batch are in the bytes of a journal.
#[derive(Debug)]
struct Unsent {
    number: u32,
    chunks: Vec<Range<usize>>,
}

/// A batch that a page left unsent.
#[derive(Debug)]
pub struct LeftBatch {
    /// What it says of itself.
    pub header: BatchHeader,
    /// The batch, put together from its chunks.
    pub bytes: Vec<u8>,
    chunks: Vec<Range<usize>>,
}

impl LeftBatch {
    /// The batch, to be sent. It carries its sheets.
    pub fn into_closed(self) -> ClosedBatch {
        ClosedBatch {
            bytes: self.bytes,
            complete: None,
            started_at_ms: self.header.started_at_ms,
            has_full_snapshot: self.header.has_full_snapshot,
        }
    }
}

impl Leftover {
    /// Finds what is whole in the bytes of a journal, whatever they are.
    pub fn open(bytes: Vec<u8>) -> Self {
        let mut batches: Vec<Unsent> = Vec::new();
        let mut frames = Frames::of(&bytes);
        let mut is_held_back = false;
        while let Some(frame) = frames.next() {
            let Frame { batch, body, .. } = frame;
            is_held_back = frame.is_held_back;
            if body.is_empty() {
                batches.retain(|unsent| unsent.number != batch);
                continue;
            }
            let found = batches.binary_search_by_key(&batch, |unsent| unsent.number);
            let position = found.unwrap_or_else(|position| {
                let chunks = Vec::new();
                batches.insert(
                    position,
                    Unsent {
                        number: batch,
                        chunks,
                    },
                );
                position
            });
            let end = bytes.len() - frames.left();
            if let Some(unsent) = batches.get_mut(position) {
                unsent.chunks.push(end - body.len()..end);
            }
        }
        Self {
            bytes,
            unsent: batches.into_iter(),
            expired_count: 0,
            is_held_back,
        }
    }

    /// The next batch that is worth sending.
    pub fn next_batch(&mut self, now_ms: u64) -> Option<LeftBatch> {
        let oldest_ms = now_ms.saturating_sub(JOURNAL_AGE_MS_MAX);
        for Unsent { chunks, .. } in self.unsent.by_ref() {
            let joined = join(
                chunks
                    .iter()
                    .filter_map(|chunk| self.bytes.get(chunk.clone())),
            );
            let Some(bytes) = joined else { continue };
            match BatchHeader::peek(&bytes) {
                Ok(header) if header.ended_at_ms >= oldest_ms => {
                    return Some(LeftBatch {
                        header,
                        bytes,
                        chunks,
                    });
                }
                _ => self.expired_count += 1,
            }
        }
        None
    }

    /// The chunks of a batch, as another journal may take them.
    pub fn chunks_of(&self, batch: &LeftBatch) -> impl Iterator<Item = &[u8]> {
        let chunks = batch.chunks.iter();
        chunks.filter_map(|chunk| self.bytes.get(chunk.clone()))
    }

    /// Whether the session was not wanted yet when the page ended.
    pub const fn is_held_back(&self) -> bool {
        self.is_held_back
    }

    /// How many batches were passed over because they were too old.
    pub const fn expired_count(&self) -> u64 {
        self.expired_count
    }
}
