//! The journals of pages that are gone: their batches are sent one at a time, between those of this
//! page.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wire_format::record::DiscardReason;

use super::holding::LeftJournal;
use super::{Core, State};
use crate::environment;
use crate::journal::leftover::Leftover;

/// A journal that is being sent.
#[derive(Debug)]
pub(super) struct Recovery {
    leftover: Leftover,
    resolve: Function,
}

impl Recovery {
    /// Says that nothing is to be sent of the journal any more, and whether it may be removed.
    pub(super) fn end(self, is_done: bool) {
        // A promise that cannot be resolved has nobody left who listens.
        let _ = self.resolve.call1(&JsValue::UNDEFINED, &is_done.into());
    }
}

#[wasm_bindgen]
impl Core {
    /// Sends what is in the journal of a page that is gone, or holds it back as this page's own.
    /// Resolves to `true` when nothing of it is needed any more, as when the edge refuses this
    /// recorder; to `false` if it waits for a later page; never, if the core is stopped before that.
    /// One journal at a time.
    pub fn recover(&self, journal: Vec<u8>) -> Promise {
        let mut leftover = Some(Leftover::open(journal));
        let promise = Promise::new(&mut |resolve, _| {
            if let Some(leftover) = leftover.take() {
                let recovery = Recovery { leftover, resolve };
                self.state.borrow_mut().begin_recovery(recovery);
            }
        });
        self.ship_closed();
        self.watch_open_batch();
        promise
    }
}

impl State {
    fn begin_recovery(&mut self, mut recovery: Recovery) {
        match self.take_over(&mut recovery.leftover) {
            LeftJournal::Wanted => self.recovery = Some(recovery),
            LeftJournal::Done => recovery.end(true),
            LeftJournal::Later => recovery.end(false),
        }
    }

    /// When nothing else waits to be sent, the next batch that another page left is up.
    pub(super) fn refill_from_leftover(&mut self) {
        if self.stopped || !self.outbox.is_empty() {
            return;
        }
        let Some(mut recovery) = self.recovery.take() else {
            return;
        };
        let now_ms = environment::now_ms();
        if let Some(left) = recovery.leftover.next_batch(now_ms) {
            self.outbox.push(left.into_closed(), None);
            self.recovery = Some(recovery);
            return;
        }
        let expired_count = recovery.leftover.expired_count();
        if expired_count > 0 {
            self.recording
                .report_discarded(now_ms, DiscardReason::JournalExpired, expired_count);
        }
        recovery.end(true);
    }
}
