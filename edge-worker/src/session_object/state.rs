//! What a session object knows of its session while it is awake. It can be read from its database
//! again at any time.

use serde::{Deserialize, Serialize};

use super::batch_facts::BatchFacts;
use super::database::{Database, Tombstone};
use super::protocol::{SessionLimit, StoreOutcome};
use super::seen_batches::SeenBatches;
use super::session_facts::SessionFacts;
use crate::limits;
use crate::storage::StorageError;

/// A session: what is in stored segments, and behind it what is in tails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SessionState {
    pub(crate) contents: Contents,
    /// How many segments are stored. They are numbered from 0 without gaps, and tails go on counting.
    pub(crate) segment_count: u32,
    /// The sizes of the tails in bytes, the oldest first. Batches go into the last one.
    pub(crate) tails: Vec<u64>,
    /// When the last batch was stored, in milliseconds since the Unix epoch.
    pub(crate) last_write_ms: u64,
    /// Set if the session was deleted. It then has nothing else.
    pub(crate) tombstone: Option<Tombstone>,
}

/// Batches without their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Contents {
    pub(crate) seen: SeenBatches,
    /// `None` before the first batch.
    pub(crate) facts: Option<SessionFacts>,
}

impl Contents {
    /// Adds a batch that is not in yet.
    pub(crate) fn add(&mut self, batch: &BatchFacts) {
        self.seen.add(&batch.place);
        self.facts = Some(match self.facts.take() {
            None => SessionFacts::of(batch),
            Some(facts) => facts.with(batch),
        });
    }
}

impl SessionState {
    /// A session that was deleted.
    pub(crate) fn buried(tombstone: Tombstone) -> Self {
        Self {
            tombstone: Some(tombstone),
            ..Self::default()
        }
    }

    /// Why a batch is not to be stored; `None` if it is.
    pub(crate) fn refusal(&self, batch: &BatchFacts) -> Option<StoreOutcome> {
        if self.tombstone.is_some() {
            return Some(StoreOutcome::SessionDeleted);
        }
        if self.contents.seen.contains(&batch.place) {
            return Some(StoreOutcome::Duplicate);
        }
        if let Some(limit) = self.limit_reached(batch) {
            return Some(StoreOutcome::SessionTooLarge(limit));
        }
        let is_full = self.tail_bytes() + batch.size_bytes > limits::TAIL_BYTES_MAX;
        is_full.then_some(StoreOutcome::TailFull)
    }

    /// Notes a batch that has been stored in the last tail.
    pub(crate) fn note(&mut self, batch: &BatchFacts, now_ms: u64) {
        self.contents.add(batch);
        self.last_write_ms = now_ms;
        if let Some(size_bytes) = self.tails.last_mut() {
            *size_bytes += batch.size_bytes;
        }
    }

    /// Whether a batch needs a new tail: there is none, or the segment would become too large.
    pub(crate) fn needs_tail(&self, batch: &BatchFacts) -> bool {
        let last = self.tails.last();
        last.is_none_or(|size_bytes| size_bytes + batch.size_bytes > limits::SEGMENT_BYTES_MAX)
    }

    /// Makes the next tail, and so closes the last one.
    pub(super) fn add_tail(&mut self, database: &Database) -> Result<(), StorageError> {
        database.create_tail(self.segment_count + self.tails.len() as u32)?;
        self.tails.push(0);
        Ok(())
    }

    /// The numbers of the tails, the oldest first.
    pub(crate) fn tail_numbers(&self) -> std::ops::Range<u32> {
        self.segment_count..self.segment_count + self.tails.len() as u32
    }

    /// The number of the last tail, and so of the segment that it will be.
    pub(crate) fn last_tail(&self) -> u32 {
        self.segment_count + (self.tails.len() as u32).saturating_sub(1)
    }

    /// Bytes that are in no stored segment.
    pub(crate) fn tail_bytes(&self) -> u64 {
        self.tails.iter().sum()
    }

    fn limit_reached(&self, batch: &BatchFacts) -> Option<SessionLimit> {
        let facts = self.contents.facts.as_ref()?;
        if facts.batches() >= limits::SESSION_BATCHES_MAX {
            return Some(SessionLimit::Batches);
        }
        let size_bytes = facts.size_bytes() + batch.size_bytes;
        (size_bytes > limits::SESSION_BYTES_MAX).then_some(SessionLimit::Bytes)
    }
}
