//! The journals of pages that are gone: their batches are sent one at a time, between those of this
//! page.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wire_format::record::DiscardReason;

use super::{Core, State};
use crate::environment;
use crate::journal::leftover::Leftover;
use crate::recording::ClosedBatch;

/// A journal that is being sent.
#[derive(Debug)]
pub(super) struct Recovery {
    leftover: Leftover,
    resolve: Function,
}

impl Recovery {
    /// Says that nothing of the journal is needed any more.
    pub(super) fn end(self) {
        // A promise that cannot be resolved has nobody left who listens.
        let _ = self.resolve.call0(&JsValue::UNDEFINED);
    }
}

#[wasm_bindgen]
impl Core {
    /// Sends what is in the journal of a page that is gone. Resolves when nothing of it is needed
    /// any more, as when the edge refuses this recorder; never, if it is stopped before that. One
    /// journal at a time.
    pub fn recover(&self, journal: Vec<u8>) -> Promise {
        let mut leftover = Some(Leftover::open(journal));
        let promise = Promise::new(&mut |resolve, _| {
            self.state.borrow_mut().recovery = leftover
                .take()
                .map(|leftover| Recovery { leftover, resolve });
        });
        self.ship_closed();
        self.watch_open_batch();
        promise
    }
}

impl State {
    /// When nothing else waits to be sent, the next batch that another page left is up.
    pub(super) fn refill_from_leftover(&mut self) {
        if self.stopped || !self.outbox.is_empty() {
            return;
        }
        let Some(mut recovery) = self.recovery.take() else {
            return;
        };
        let now_ms = environment::now_ms();
        if let Some(bytes) = recovery.leftover.next_batch(now_ms) {
            let complete = None;
            self.outbox.push(ClosedBatch { bytes, complete }, None);
            self.recovery = Some(recovery);
            return;
        }
        let expired_count = recovery.leftover.expired_count();
        if expired_count > 0 {
            self.recording
                .report_discarded(now_ms, DiscardReason::JournalExpired, expired_count);
        }
        recovery.end();
    }
}
