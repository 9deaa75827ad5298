//! What the worker's JavaScript sees. Joins the parts and owns the timers.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use wire_format::sheet::{SealedSheet, SheetHash};
use wire_format::{FlushReason, NodeId};

use crate::environment;
use crate::limits::{BATCH_DURATION_MS, FAULTS_MAX, KEEPALIVE_BYTES_MAX, KNOWN_SHEETS_MAX};
use crate::recording::{Origin, Recording};
use crate::ship::outbox::{Attempt, Outbox, ParcelId};
use crate::ship::retry;
use crate::ship::sheets::{SheetQueue, SheetRequest};
use crate::ship::transport::{self, Keepalive};

/// What the collector hands over when recording starts.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    endpoint: String,
    ingest_key: String,
    session_id: String,
    window_id: String,
    origin_ms: f64,
    recorder_version: String,
    /// Hashes of the sheets that the edge was last known to have, parted by spaces.
    known_sheets: String,
}

/// The recorder core of one window.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct Core {
    state: Rc<RefCell<State>>,
}

#[derive(Debug)]
struct State {
    recording: Recording,
    outbox: Outbox,
    sheets: SheetQueue,
    addresses: Addresses,
    report: Function,
    keepalive_bytes: usize,
    fault_count: u32,
    stopped: bool,
    batch_timer: Option<Timeout>,
    retry_timer: Option<Timeout>,
    /// Those who wait to learn whether all was delivered.
    waiting: Vec<Function>,
}

#[wasm_bindgen]
impl Core {
    /// Starts a recording. Throws if the configuration is not complete.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue, report: Function) -> Result<Core, JsError> {
        let config: Config = serde_wasm_bindgen::from_value(config)?;
        let origin = Origin {
            session: config.session_id.parse()?,
            window: config.window_id.parse()?,
            origin_ms: config.origin_ms as u64,
            recorder_version: config.recorder_version,
        };
        let state = State {
            recording: Recording::start(origin, Box::new(environment::view_ids())),
            outbox: Outbox::default(),
            sheets: SheetQueue::new(parse_hashes(&config.known_sheets)),
            addresses: Addresses::of(&config.endpoint, &config.ingest_key),
            report,
            keepalive_bytes: 0,
            fault_count: 0,
            stopped: false,
            batch_timer: None,
            retry_timer: None,
            waiting: Vec::new(),
        };
        Ok(Self {
            state: Rc::new(RefCell::new(state)),
        })
    }

    /// Takes in what the collector read.
    pub fn capture(&self, ops: &[u32], lengths: &[u32], text: &str) {
        let mut state = self.state.borrow_mut();
        if state.stopped {
            return;
        }
        if let Err(error) = state.recording.capture(ops, lengths, text) {
            state.fault(&error.to_string());
        }
        drop(state);
        self.ship_closed();
        self.watch_open_batch();
    }

    /// Takes in the picture of a canvas: when it was seen, in milliseconds since the recorder's
    /// origin, and of which node.
    #[wasm_bindgen(js_name = captureBitmap)]
    pub fn capture_bitmap(&self, at: u32, node: u32, picture: Vec<u8>) {
        let mut state = self.state.borrow_mut();
        if let (false, Some(node)) = (state.stopped, NodeId::new(node)) {
            state.recording.capture_bitmap(at, node, picture);
        }
        drop(state);
        self.ship_closed();
        self.watch_open_batch();
    }

    /// Goes on in a new session, which starts with a full snapshot.
    #[wasm_bindgen(js_name = renewSession)]
    pub fn renew_session(&self, session_id: &str) {
        let mut state = self.state.borrow_mut();
        match session_id.parse() {
            Ok(session) => state
                .recording
                .renew_session(session, environment::now_ms()),
            Err(error) => state.fault(&error.to_string()),
        }
        drop(state);
        self.ship_closed();
        self.watch_open_batch();
    }

    /// Closes the batch and sends what there is. Resolves to whether all that was captured is
    /// acknowledged, at the latest after the next failed attempt.
    pub fn flush(&self) -> Promise {
        self.close_batch(FlushReason::Requested);
        self.all_delivered()
    }

    /// The page goes away, perhaps for good: all that is not acknowledged is sent at once.
    pub fn leave(&self) {
        self.close_batch(FlushReason::PageExit);
        self.ship_all();
    }

    /// Like [`Core::flush`]; then nothing is taken in any more.
    pub fn stop(&self) -> Promise {
        self.close_batch(FlushReason::Stop);
        self.state.borrow_mut().stopped = true;
        self.all_delivered()
    }
}

impl Core {
    fn close_batch(&self, reason: FlushReason) {
        self.state.borrow_mut().recording.close_batch(reason);
        self.ship_closed();
    }

    /// Sees to it that the batch that is being filled does not grow too old.
    fn watch_open_batch(&self) {
        let mut state = self.state.borrow_mut();
        if !state.recording.has_open_batch() || state.batch_timer.is_some() {
            return;
        }
        let core = self.clone();
        state.batch_timer = Some(Timeout::new(BATCH_DURATION_MS, move || {
            core.state.borrow_mut().batch_timer = None;
            core.close_batch(FlushReason::DurationLimit);
        }));
    }

    fn ship_closed(&self) {
        let mut state = self.state.borrow_mut();
        state.take_in();
        // While a pause runs, what is new waits for its end like what failed.
        if state.retry_timer.is_some() {
            return;
        }
        let sheets = state.sheets.send_next();
        // A batch is not sent before the sheets that it names.
        let next = if state.sheets.is_empty() {
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

    fn ship_all(&self) {
        self.state.borrow_mut().give_up_sheets();
        loop {
            let next = self.state.borrow_mut().outbox.send_any();
            let Some((id, batch)) = next else { break };
            self.send(id, batch);
        }
    }

    fn send(&self, id: ParcelId, batch: Vec<u8>) {
        let core = self.clone();
        spawn_local(async move {
            let url = core.state.borrow().addresses.batches.clone();
            let attempt = core.post(&url, &batch).await;
            core.settle(id, attempt);
        });
    }

    fn send_sheets(&self, request: SheetRequest) {
        let core = self.clone();
        spawn_local(async move {
            let (attempt, missing) = match &request {
                SheetRequest::Ask(hashes) => {
                    let url = core.state.borrow().addresses.missing_sheets.clone();
                    transport::ask(&url, hashes).await
                }
                SheetRequest::Upload(sheet) => {
                    let url = core.state.borrow().addresses.sheets.clone();
                    (core.post(&url, &sheet.bytes).await, Vec::new())
                }
            };
            core.settle_sheets(&request, attempt, &missing);
        });
    }

    /// Sends bytes, so that they outlive the page if there is room for that.
    async fn post(&self, url: &str, body: &[u8]) -> Attempt {
        let (keepalive, counted) = self.state.borrow_mut().reserve_keepalive(body.len());
        let attempt = transport::send(url, body, keepalive).await;
        self.state.borrow_mut().keepalive_bytes -= counted;
        attempt
    }

    fn settle_sheets(&self, request: &SheetRequest, attempt: Attempt, missing: &[SheetHash]) {
        let mut state = self.state.borrow_mut();
        let given_up = state.sheets.settle(request, attempt, missing);
        match attempt {
            Attempt::Delivered => state.tell_known_sheets(),
            Attempt::Rejected => state.refuse_sheets(&given_up),
            Attempt::Refused { status } => state.refused(status),
            Attempt::Failed { retry_after_ms } => self.retry_later(&mut state, retry_after_ms),
        }
        self.answer(state, attempt);
    }

    fn settle(&self, id: ParcelId, attempt: Attempt) {
        let mut state = self.state.borrow_mut();
        state.outbox.settle(id, attempt);
        match attempt {
            Attempt::Delivered | Attempt::Rejected => state.report_discarded(),
            Attempt::Refused { status } => state.refused(status),
            Attempt::Failed { retry_after_ms } => self.retry_later(&mut state, retry_after_ms),
        }
        self.answer(state, attempt);
    }

    /// Tells those who wait what became of an attempt, and goes on.
    fn answer(&self, mut state: RefMut<'_, State>, attempt: Attempt) {
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

    fn retry_later(&self, state: &mut State, retry_after_ms: Option<u32>) {
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

    fn all_delivered(&self) -> Promise {
        Promise::new(&mut |resolve, _| {
            let mut state = self.state.borrow_mut();
            if state.is_all_delivered() {
                drop(state);
                let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
            } else {
                state.waiting.push(resolve);
            }
        })
    }
}

impl State {
    /// Has what the recording has brought forth wait to be sent.
    fn take_in(&mut self) {
        for batch in self.recording.take_closed() {
            self.outbox.push(batch);
        }
        for sheet in self.recording.take_sheets() {
            self.sheets.push(sheet);
        }
        let has_all = self.sheets.is_empty();
        if has_all {
            self.outbox.name_sheets();
        }
        let room_bytes = self.sheets.room_bytes();
        self.recording.set_archive_progress(room_bytes, has_all);
    }

    /// There is no time to send sheets first: batches carry those that have not arrived.
    fn give_up_sheets(&mut self) {
        let sheets = self.sheets.give_up();
        for sheet in &sheets {
            self.recording.forget_sheet(sheet.hash);
        }
        self.outbox.carry_sheets();
    }

    /// The edge will not take these sheets: batches carry them.
    fn refuse_sheets(&mut self, sheets: &[SealedSheet]) {
        for sheet in sheets {
            self.recording.refuse_sheet(sheet.hash);
        }
        self.recording.close_batch(FlushReason::Requested);
        for batch in self.recording.take_closed() {
            self.outbox.push(batch);
        }
        self.outbox.carry_sheets();
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

    /// Has the page keep what the edge has, for the pages to come.
    fn tell_known_sheets(&self) {
        let hashes: Vec<String> = self
            .sheets
            .known()
            .iter()
            .map(SheetHash::to_string)
            .collect();
        self.tell("known_sheets", "hashes", &hashes.join(" ").into());
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
        self.tell("refused", "status", &status.into());
    }

    fn fault(&mut self, message: &str) {
        self.fault_count += 1;
        self.stopped |= self.fault_count >= FAULTS_MAX;
        self.tell("fault", "message", &message.into());
    }

    fn tell(&self, kind: &str, field: &str, value: &JsValue) {
        let event = Object::new();
        // Setting fields of a plain object and calling into our own worker cannot fail.
        let _ = Reflect::set(&event, &"kind".into(), &kind.into());
        let _ = Reflect::set(&event, &field.into(), value);
        let _ = self.report.call1(&JsValue::UNDEFINED, &event);
    }
}

/// Where the edge takes what.
#[derive(Debug)]
struct Addresses {
    batches: String,
    sheets: String,
    missing_sheets: String,
}

impl Addresses {
    fn of(endpoint: &str, ingest_key: &str) -> Self {
        let endpoint = endpoint.trim_end_matches('/');
        let key = String::from(js_sys::encode_uri_component(ingest_key));
        let of = |path: &str| format!("{endpoint}/v1/{path}?ingest_key={key}");
        Self {
            batches: of("batches"),
            sheets: of("sheets"),
            missing_sheets: of("sheets/missing"),
        }
    }
}

fn parse_hashes(text: &str) -> Vec<SheetHash> {
    text.split(' ')
        .take(KNOWN_SHEETS_MAX)
        .filter_map(|hash| hash.parse().ok())
        .collect()
}
