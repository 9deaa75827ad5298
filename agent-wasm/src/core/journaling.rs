//! The journal of this page. Where the browser refuses to write it, the recorder goes on in memory
//! and says so once.

use wire_format::record::DiscardReason;

use super::State;
use crate::environment;
use crate::journal::file::FileHandle;
use crate::journal::log::{Log, Refused};
use crate::limits::JOURNAL_BYTES_MAX;

impl State {
    /// Writes what was recorded since the last call. The oldest batches make room for it.
    pub(super) fn write_journal(&mut self) {
        for chunk in self.recording.take_chunks() {
            self.with_journal(|journal| journal.append(chunk.batch, &chunk.bytes));
        }
        while self.is_journal_full() && self.outbox.discard_oldest() {
            self.forget_finished();
        }
    }

    /// What the outbox is done with need not be kept any more.
    pub(super) fn forget_finished(&mut self) {
        for number in self.outbox.take_finished() {
            self.forget(number);
        }
    }

    pub(super) fn forget(&mut self, number: u32) {
        self.with_journal(|journal| journal.finish(number));
    }

    /// The edge takes nothing from this recorder, so nothing is kept for it.
    pub(super) fn clear_journal(&mut self) {
        self.with_journal(Log::clear);
    }

    fn is_journal_full(&self) -> bool {
        let journal = self.journal.as_ref();
        journal.is_some_and(|journal| journal.size_bytes() > JOURNAL_BYTES_MAX)
    }

    pub(super) fn with_journal(
        &mut self,
        write: impl FnOnce(&mut Log<FileHandle>) -> Result<(), Refused>,
    ) {
        let Some(journal) = &mut self.journal else {
            return;
        };
        if write(journal).is_err() {
            self.journal = None;
            self.recording.keep_chunks(false);
            self.recording.report_discarded(
                environment::now_ms(),
                DiscardReason::JournalRefused,
                1,
            );
        }
    }
}
