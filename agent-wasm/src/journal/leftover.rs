//! Reading the journal of a page that is gone.

use std::ops::Range;
use std::vec::IntoIter;

use wire_format::BatchHeader;
use wire_format::batch::join;

use super::frame::{Frame, Frames};
use crate::limits::JOURNAL_AGE_MS_MAX;

/// The batches that a page left unsent, oldest first.
#[derive(Debug)]
pub struct Leftover {
    bytes: Vec<u8>,
    unsent: IntoIter<Unsent>,
    expired_count: u64,
}

/// Where the chunks of a batch are in the bytes of a journal.
#[derive(Debug)]
struct Unsent {
    number: u32,
    chunks: Vec<Range<usize>>,
}

impl Leftover {
    /// Finds what is whole in the bytes of a journal, whatever they are.
    pub fn open(bytes: Vec<u8>) -> Self {
        let mut batches: Vec<Unsent> = Vec::new();
        let mut frames = Frames::of(&bytes);
        while let Some(Frame { batch, body }) = frames.next() {
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
        }
    }

    /// The next batch that is worth sending, put together from its chunks.
    pub fn next_batch(&mut self, now_ms: u64) -> Option<Vec<u8>> {
        let oldest_ms = now_ms.saturating_sub(JOURNAL_AGE_MS_MAX);
        for unsent in self.unsent.by_ref() {
            let chunks = unsent
                .chunks
                .into_iter()
                .filter_map(|chunk| self.bytes.get(chunk));
            let Some(batch) = join(chunks) else { continue };
            if BatchHeader::peek(&batch).is_ok_and(|header| header.ended_at_ms >= oldest_ms) {
                return Some(batch);
            }
            self.expired_count += 1;
        }
        None
    }

    /// How many batches were passed over because they were too old.
    pub const fn expired_count(&self) -> u64 {
        self.expired_count
    }
}
