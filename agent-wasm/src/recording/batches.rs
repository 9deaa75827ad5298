use wire_format::batch::BatchLabel;
use wire_format::limits::BATCH_DURATION_MS_MAX;
use wire_format::record::DiscardReason;
use wire_format::sheet::{SealedSheet, SheetHash};
use wire_format::{FlushReason, NodeId, Record, SessionId, ViewId, WindowId};

use super::Recording;
use super::open_batch::ClosedBatch;
use super::trouble::is_trouble;
use crate::limits::BATCH_PAYLOAD_BYTES;

/// A batch that takes no more records.
#[derive(Debug)]
pub struct Closed {
    /// Counts the batches of this recording.
    pub number: u32,
    /// The batch; `None` if it exceeded the limits of the format.
    pub batch: Option<ClosedBatch>,
}

/// What came to a batch since the chunk before.
#[derive(Debug)]
pub struct Chunk {
    /// The number of the batch.
    pub batch: u32,
    /// The chunk, for the journal; it names no sheet that the archive may lack.
    pub bytes: Vec<u8>,
}

/// Who records, and since when.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Whose activity it is.
    pub session: SessionId,
    /// The session that had run out when this one began.
    pub previous: Option<SessionId>,
    /// In which tab.
    pub window: WindowId,
    /// The frame of another window that shows the page.
    pub framed_by: Option<(WindowId, NodeId)>,
    /// The instant from which the collector counts, in milliseconds since the Unix epoch.
    pub origin_ms: u64,
    /// Version of the recorder.
    pub recorder_version: String,
}

/// What batches say of themselves.
pub(super) struct Label {
    pub(super) origin: Origin,
    pub(super) view: ViewId,
    pub(super) next_index: u32,
    /// Counts the batches of all views.
    pub(super) number: u32,
}

impl Label {
    fn of_batch(&self, flush_reason: FlushReason) -> BatchLabel<'_> {
        BatchLabel {
            session: self.origin.session,
            window: self.origin.window,
            view: self.view,
            batch_index: self.next_index,
            flush_reason,
            recorder_version: &self.origin.recorder_version,
        }
    }
}

impl Recording {
    /// Whether there is a journal that takes the chunks.
    pub const fn keep_chunks(&mut self, keeps_chunks: bool) {
        self.keeps_chunks = keeps_chunks;
    }

    /// Closes the batch that is being filled, if there is anything in it.
    pub fn close_batch(&mut self, reason: FlushReason) {
        self.cut_chunk();
        let open = std::mem::take(&mut self.batch);
        let (Some(at_ms), record_count) = (open.named.started_at_ms(), open.named.record_count())
        else {
            return;
        };
        let batch = open.seal(&self.label.of_batch(reason));
        let is_too_large = batch.is_none();
        let number = self.label.number;
        self.closed.push(Closed { number, batch });
        self.label.number += 1;
        if is_too_large {
            let reason = DiscardReason::BatchTooLarge;
            let count = record_count.into();
            self.write(at_ms, Record::Discarded { reason, count });
        } else {
            self.label.next_index += 1;
        }
    }

    /// The batches closed since the last call, in order.
    pub fn take_closed(&mut self) -> Vec<Closed> {
        std::mem::take(&mut self.closed)
    }

    /// What is to be journaled since the last call, in order.
    pub fn take_chunks(&mut self) -> Vec<Chunk> {
        self.cut_chunk();
        std::mem::take(&mut self.chunks)
    }

    fn cut_chunk(&mut self) {
        if !self.keeps_chunks {
            return;
        }
        // Should nothing follow, it is the page that ended.
        let label = self.label.of_batch(FlushReason::PageExit);
        if let Some(bytes) = self.batch.take_chunk(&label) {
            let batch = self.label.number;
            self.chunks.push(Chunk { batch, bytes });
        }
    }

    /// The batch that is being filled, as if the page ended now.
    pub fn open_batch(&self) -> Option<Vec<u8>> {
        let label = self.label.of_batch(FlushReason::PageExit);
        self.batch.seal_to_leave(&label, &self.archive)
    }

    /// The sheets that batches name since the last call, for the archive of the project.
    pub fn take_sheets(&mut self) -> Vec<SealedSheet> {
        self.archive.take_sealed()
    }

    /// How many bytes of sheets may be handed over until the next call, beyond which they travel
    /// inline, and whether the archive has all that were handed over.
    pub fn set_archive_progress(&mut self, room_bytes: usize, is_complete: bool) {
        self.archive.set_progress(room_bytes, is_complete);
    }

    /// The archive does not take a sheet: it travels inline from now on.
    pub fn refuse_sheet(&mut self, sheet: SheetHash) {
        self.archive.refuse(sheet);
    }

    /// A sheet did not reach the archive: it is handed over again when it is named again.
    pub fn forget_sheet(&mut self, sheet: SheetHash) {
        self.archive.forget(sheet);
    }

    /// Whether there is something to be said with the next batch.
    pub const fn has_open_batch(&self) -> bool {
        !self.batch.named.is_empty() || self.signals.is_pending()
    }

    pub(super) fn begin_view(&mut self) {
        self.close_batch(FlushReason::ViewChange);
        self.label.view = (self.new_view)();
        self.label.next_index = 0;
    }

    pub(super) fn write(&mut self, at_ms: u64, record: Record<'_>) {
        // A browser that slept has not closed the batch in time, and nobody takes one that is too long.
        let begins_ms = self.batch.named.started_at_ms().unwrap_or(at_ms);
        if at_ms.saturating_sub(begins_ms) > BATCH_DURATION_MS_MAX {
            self.close_batch(FlushReason::DurationLimit);
        }
        self.has_trouble |= is_trouble(&record);
        self.batch.append(at_ms, record, &mut self.archive);
        self.close_if_large();
    }

    pub(super) fn close_if_large(&mut self) {
        if self.batch.named.size_bytes() >= BATCH_PAYLOAD_BYTES {
            self.close_batch(FlushReason::BytesLimit);
        }
    }
}
