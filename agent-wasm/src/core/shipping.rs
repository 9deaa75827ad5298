//! Closed batches on their way to the edge.

use std::cell::RefMut;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{Core, State};
use crate::environment;
use crate::limits::KEEPALIVE_BYTES_MAX;
use crate::ship::outbox::{Attempt, ParcelId};
use crate::ship::retry;
use crate::ship::transport::{self, Keepalive};

impl Core {
    pub(super) fn ship_closed(&self) {
        let mut state = self.state.borrow_mut();
        state.take_closed();
        state.take_sheets();
        state.refill_from_leftover();
        // While a pause runs, what is new waits for its end like what failed.
        if state.retry_timer.is_some() || state.is_refused {
            return;
        }
        // While this page is held back, there are batches of others at most, which carry their sheets.
        let is_held_back = state.is_held_back();
        let sheets = if is_held_back {
            None
        } else {
            state.sheets.send_next()
        };
        // A batch is not sent before the sheets that it names.
        let next = if is_held_back || state.sheets.is_empty() {
            state.outbox.send_next()
        } else {
            None
        };
        drop(state);
        if let Some(request) = sheets {
            self.send_sheets(request);
        }
        if let Some((id, batch)) = next {
            self.send(id, batch);
        }
    }

    pub(super) fn ship_all(&self) {
        if self.state.borrow().is_held_back() {
            return;
        }
        self.state.borrow_mut().give_up_sheets();
        loop {
            let next = self.state.borrow_mut().outbox.send_any();
            let Some((id, batch)) = next else { return };
            self.send(id, batch);
        }
    }

    fn send(&self, id: ParcelId, batch: Rc<Vec<u8>>) {
        let core = self.clone();
        spawn_local(async move {
            let url = core.state.borrow().addresses.batches.clone();
            let attempt = core.post(&url, &batch).await;
            core.settle(id, attempt);
        });
    }

    /// Sends bytes, so that they outlive the page if there is room for that.
    pub(super) async fn post(&self, url: &str, body: &[u8]) -> Attempt {
        let (keepalive, counted) = self.state.borrow_mut().reserve_keepalive(body.len());
        let attempt = transport::send(url, body, keepalive).await;
        self.state.borrow_mut().keepalive_bytes -= counted;
        attempt
    }

    fn settle(&self, id: ParcelId, attempt: Attempt) {
        let mut state = self.state.borrow_mut();
        state.outbox.settle(id, attempt);
        state.forget_finished();
        match attempt {
            Attempt::Delivered | Attempt::Rejected => state.report_discarded(),
            Attempt::Refused { status } => state.refused(status),
            Attempt::Failed { retry_after_ms } => self.retry_later(&mut state, retry_after_ms),
        }
        self.answer(state, attempt);
    }

    /// Tells those who wait what became of an attempt, and goes on.
    pub(super) fn answer(&self, mut state: RefMut<'_, State>, attempt: Attempt) {
        let waiting = match attempt {
            Attempt::Delivered if !state.is_all_delivered() => Vec::new(),
            _ => std::mem::take(&mut state.waiting),
        };
        drop(state);
        for resolve in waiting {
            // A promise that cannot be resolved has nobody left who listens.
            let _ = resolve.call1(&JsValue::UNDEFINED, &(attempt == Attempt::Delivered).into());
        }
        self.ship_closed();
        self.watch_open_batch();
    }

    pub(super) fn retry_later(&self, state: &mut State, retry_after_ms: Option<u32>) {
        let pause_ms = retry::pause_ms(
            state.outbox.failures().max(state.sheets.failures()),
            retry_after_ms,
            environment::random(),
        );
        let core = self.clone();
        state.retry_timer = Some(Timeout::new(pause_ms, move || {
            core.state.borrow_mut().retry_timer = None;
            core.ship_closed();
        }));
    }

    pub(super) fn all_delivered(&self) -> Promise {
        Promise::new(&mut |resolve, _| {
            let mut state = self.state.borrow_mut();
            if state.is_all_delivered() || state.is_held_back() {
                let is_delivered = !state.is_held_back();
                drop(state);
                let _ = resolve.call1(&JsValue::UNDEFINED, &is_delivered.into());
            } else {
                state.waiting.push(resolve);
            }
        })
    }
}

impl State {
    /// What is closed goes to the outbox, after all of it is in the journal.
    pub(super) fn take_closed(&mut self) {
        self.write_journal();
        let closed = self.recording.take_closed();
        if !closed.is_empty() {
            self.tell("closed", "count", &(closed.len() as f64).into());
        }
        for closed in closed {
            match closed.batch {
                Some(batch) if self.is_held_back() => self.hold(closed.number, batch),
                Some(batch) => self.outbox.push(batch, Some(closed.number)),
                None => self.forget(closed.number),
            }
        }
        self.forget_finished();
    }

    fn is_all_delivered(&self) -> bool {
        self.outbox.is_empty() && self.sheets.is_empty()
    }

    /// Whether a request of this size can outlive the page, and what it takes of the room for those.
    fn reserve_keepalive(&mut self, size_bytes: usize) -> (Keepalive, usize) {
        if self.keepalive_bytes + size_bytes > KEEPALIVE_BYTES_MAX {
            return (Keepalive::No, 0);
        }
        self.keepalive_bytes += size_bytes;
        (Keepalive::Yes, size_bytes)
    }

    /// Lets the recording say what the outbox lost, now that there is a way to say it.
    fn report_discarded(&mut self) {
        for (reason, count) in self.outbox.take_discarded() {
            self.recording
                .report_discarded(environment::now_ms(), reason, count);
        }
    }

    /// Ends everything, once: more than one request may have been on its way.
    pub(super) fn refused(&mut self, status: u16) {
        if self.is_refused {
            return;
        }
        self.is_refused = true;
        self.stopped = true;
        self.clear_journal();
        if let Some(recovery) = self.recovery.take() {
            recovery.end(true);
        }
        self.tell("refused", "status", &status.into());
    }
}
