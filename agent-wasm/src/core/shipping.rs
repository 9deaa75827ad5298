//! Closed batches on their way to the edge.

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
        state.refill_from_leftover();
        // While a pause runs, new batches wait for its end like the one that failed.
        let next = if state.retry_timer.is_some() {
            None
        } else {
            state.outbox.send_next()
        };
        drop(state);
        if let Some((id, batch)) = next {
            self.send(id, batch);
        }
    }

    pub(super) fn ship_all(&self) {
        loop {
            let next = self.state.borrow_mut().outbox.send_any();
            let Some((id, batch)) = next else { return };
            self.send(id, batch);
        }
    }

    fn send(&self, id: ParcelId, batch: Rc<Vec<u8>>) {
        let core = self.clone();
        let mut state = self.state.borrow_mut();
        let fits = state.keepalive_bytes + batch.len() <= KEEPALIVE_BYTES_MAX;
        let (keepalive, counted) = if fits {
            (Keepalive::Yes, batch.len())
        } else {
            (Keepalive::No, 0)
        };
        state.keepalive_bytes += counted;
        let url = state.url.clone();
        drop(state);
        spawn_local(async move {
            let attempt = transport::send(&url, &batch, keepalive).await;
            core.state.borrow_mut().keepalive_bytes -= counted;
            core.settle(id, attempt);
        });
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
        let waiting = match attempt {
            Attempt::Delivered if !state.outbox.is_empty() => Vec::new(),
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

    fn retry_later(&self, state: &mut State, retry_after_ms: Option<u32>) {
        let pause_ms = retry::pause_ms(
            state.outbox.failures(),
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
            if state.outbox.is_empty() {
                drop(state);
                let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
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
                Some(batch) => self.outbox.push(batch, Some(closed.number)),
                None => self.forget(closed.number),
            }
        }
        self.forget_finished();
    }

    /// Lets the recording say what the outbox lost, now that there is a way to say it.
    fn report_discarded(&mut self) {
        for (reason, count) in self.outbox.take_discarded() {
            self.recording
                .report_discarded(environment::now_ms(), reason, count);
        }
    }

    fn refused(&mut self, status: u16) {
        self.stopped = true;
        self.clear_journal();
        if let Some(recovery) = self.recovery.take() {
            recovery.end();
        }
        self.tell("refused", "status", &status.into());
    }
}
