//! The journals of pages that are gone: their batches are sent one at a time, between those of this
//! page.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wire_format::record::DiscardReason;

use super::holding::HeldJournal;
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
    /// Says that nothing of the journal is needed any more.
    pub(super) fn end(self) {
        // A promise that cannot be resolved has nobody left who listens.
        let _ = self.resolve.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
    }
}

#[wasm_bindgen]
impl Core {
    /// Sends what is in the journal of a page that is gone, or holds it back as this page's own.
    /// Resolves to `true` when nothing of it is needed any more, as when the edge refuses this
    /// recorder; to `false` if it waits for a later page; never, if the core is stopped before that.
    /// One journal at a time.
    pub fn recover(&self, journal: Vec<u8>) -> Promise {
        let mut leftover = Leftover::open(journal);
        if leftover.is_held_back() {
            let first = leftover.next_batch(environment::now_ms());
            let fate = first.map_or(HeldJournal::Done, |first| {
                self.state.borrow_mut().take_over(first, &mut leftover)
            });
            if fate != HeldJournal::Wanted {
                return Promise::resolve(&JsValue::from(fate == HeldJournal::Done));
            }
        }
        let mut leftover = Some(leftover);
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
        recovery.end();
    }
}
