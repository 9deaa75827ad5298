//! A session of which nobody knows yet whether it is wanted: its batches are held back until there
//! is a reason to send them.

use wasm_bindgen::prelude::*;
use wire_format::record::ReleaseReason;

use super::{Core, State};
use crate::environment;
use crate::journal::frame::NO_BATCH;
use crate::journal::leftover::Leftover;
use crate::journal::log::Log;
use crate::recording::ClosedBatch;
use crate::ship::look_back::LookBack;

/// What becomes of the journal of a page that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftJournal {
    /// It is sent: its session is wanted.
    Wanted,
    /// It is held back by this page from now on, or nobody will want it: it is of no use any more.
    Done,
    /// It belongs to another tab of a session that is held back, and waits for a later page.
    Later,
}

#[wasm_bindgen]
impl Core {
    /// Sends what was held back, and all that comes. The reason is one of `ReleaseReason`. Does
    /// nothing where nothing is held back.
    pub fn release(&self, reason: u32) {
        if let Some(reason) = ReleaseReason::from_number(reason.into()) {
            self.state.borrow_mut().release(reason);
        }
        self.ship_closed();
        self.watch_open_batch();
    }
}

impl State {
    /// Whether batches are held back.
    pub(super) const fn is_held_back(&self) -> bool {
        self.look_back.is_some()
    }

    /// Begins to hold back what is recorded.
    pub(super) fn hold_back(&mut self) {
        self.look_back = Some(LookBack::default());
        self.recording.set_held_back(true);
        if let Some(journal) = &mut self.journal {
            journal.hold_back();
        }
    }

    /// Sends what was held back if something happened that is a reason to.
    pub(super) fn release_on_trouble(&mut self) {
        if self.recording.take_trouble() && self.releases_on_error {
            self.release(ReleaseReason::Error);
        }
    }

    fn release(&mut self, reason: ReleaseReason) {
        // What is closed by now is held as well.
        self.take_closed();
        let Some(look_back) = self.look_back.take() else {
            return;
        };
        self.with_journal(Log::release);
        self.recording.release(
            environment::now_ms(),
            reason,
            look_back.started_at_ms(),
            look_back.let_go_count(),
        );
        for held in look_back.into_held() {
            self.outbox.push(held.batch, Some(held.number));
        }
        self.tell("released", "reason", &(reason.number() as f64).into());
    }

    /// Holds a batch back; older ones may have to go for it.
    pub(super) fn hold(&mut self, number: u32, batch: ClosedBatch) {
        let Some(look_back) = &mut self.look_back else {
            return;
        };
        look_back.push(number, batch);
        let let_go = look_back.take_let_go();
        if look_back.is_empty() {
            self.recording.refresh(environment::now_ms());
        }
        for number in let_go {
            self.forget(number);
        }
    }

    /// Decides on the journal of a page that is gone. What was held back of this tab is from now on
    /// held back here.
    pub(super) fn take_over(&mut self, leftover: &mut Leftover) -> LeftJournal {
        if !leftover.is_held_back() {
            return LeftJournal::Wanted;
        }
        let now_ms = environment::now_ms();
        while let Some(left) = leftover.next_batch(now_ms) {
            if left.header.session != self.recording.session() {
                continue;
            }
            if !self.is_held_back() {
                self.outbox.push(left.into_closed(), None);
                return LeftJournal::Wanted;
            }
            if left.header.window != self.recording.window() {
                return LeftJournal::Later;
            }
            // Batches of this page are numbered from 0 up.
            self.taken_over += 1;
            let number = NO_BATCH - self.taken_over;
            for chunk in leftover.chunks_of(&left) {
                self.with_journal(|journal| journal.append(number, chunk));
            }
            self.hold(number, left.into_closed());
        }
        LeftJournal::Done
    }
}
