//! What the worker's JavaScript sees. Joins the parts and owns the timers.
//!
//! - `config`: what the collector hands over when recording starts.
//! - `shipping`: closed batches on their way to the edge.
//! - `archiving`: style sheets on their way to the archive of the project.
//! - `journaling`: the journal of this page.
//! - `holding`: a session that is held back until there is a reason to send it.
//! - `parting`: the open batch, which the page sends itself when it ends.
//! - `recovery`: the journals of pages that are gone.

mod archiving;
mod config;
mod holding;
mod journaling;
mod parting;
mod recovery;
mod shipping;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wire_format::sheet::SheetHash;
use wire_format::{FlushReason, NodeId};

use self::config::Config;
use self::recovery::Recovery;
use crate::environment;
use crate::journal::file::FileHandle;
use crate::journal::log::Log;
use crate::limits::{BATCH_DURATION_MS, FAULTS_MAX, KNOWN_SHEETS_MAX};
use crate::recording::{Origin, Recording};
use crate::ship::look_back::LookBack;
use crate::ship::outbox::Outbox;
use crate::ship::sheets::SheetQueue;
use crate::text;

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
    /// What is held back; `None` where everything is sent.
    look_back: Option<LookBack>,
    /// Whether an error ends the holding back.
    releases_on_error: bool,
    /// How many batches of earlier pages are held back here.
    taken_over: u32,
    /// `None` where the browser gives no file, or none any more.
    journal: Option<Log<FileHandle>>,
    recovery: Option<Recovery>,
    addresses: Addresses,
    report: Function,
    keepalive_bytes: usize,
    fault_count: u32,
    stopped: bool,
    /// The edge takes nothing from this recorder.
    is_refused: bool,
    batch_timer: Option<Timeout>,
    retry_timer: Option<Timeout>,
    /// Those who wait to learn whether all was delivered.
    waiting: Vec<Function>,
}

#[wasm_bindgen]
impl Core {
    /// Starts a recording, with a journal if there is an empty file for it. Throws if the
    /// configuration is not complete.
    #[wasm_bindgen(constructor)]
    pub fn new(
        config: &Config,
        report: Function,
        journal: Option<FileHandle>,
    ) -> Result<Core, JsError> {
        let origin = Origin {
            session: config.session_id().parse()?,
            previous: config.previous_session_id().parse().ok(),
            window: config.window_id().parse()?,
            framed_by: (config.framing_window_id().parse().ok())
                .zip(NodeId::new(config.framing_node())),
            origin_ms: config.origin_ms() as u64,
            recorder_version: config.recorder_version(),
        };
        let new_view = Box::new(environment::view_ids());
        let mut recording = Recording::start(origin, config.privacy().read()?, new_view);
        recording.keep_chunks(journal.is_some());
        let mut state = State {
            recording,
            outbox: Outbox::default(),
            sheets: SheetQueue::new(parse_hashes(&config.known_sheets())),
            look_back: None,
            releases_on_error: config.releases_on_error(),
            taken_over: 0,
            journal: journal.map(Log::new),
            recovery: None,
            addresses: Addresses::beside(config.batches_url()),
            report,
            keepalive_bytes: 0,
            fault_count: 0,
            stopped: false,
            is_refused: false,
            batch_timer: None,
            retry_timer: None,
            waiting: Vec::new(),
        };
        if config.is_held_back() {
            state.hold_back();
        }
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
        state.release_on_trouble();
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

    /// Goes on in a new session, which starts with a full snapshot; the one before it had run out.
    #[wasm_bindgen(js_name = renewSession)]
    pub fn renew_session(&self, session_id: &str, previous_id: &str) {
        let mut state = self.state.borrow_mut();
        match session_id.parse() {
            Ok(session) => {
                let previous = previous_id.parse().ok();
                let now_ms = environment::now_ms();
                state.recording.renew_session(session, previous, now_ms);
            }
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

    /// The browser is online again: a pause before the next attempt ends.
    #[wasm_bindgen(js_name = retryNow)]
    pub fn retry_now(&self) {
        self.state.borrow_mut().retry_timer = None;
        self.ship_closed();
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
        let mut state = self.state.borrow_mut();
        state.recording.conclude(environment::now_ms());
        state.recording.close_batch(reason);
        drop(state);
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
}

impl State {
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
    /// All are made like the address of batches.
    fn beside(batches: String) -> Self {
        let (edge, query) = text::split_once(&batches, "/v1/batches").unwrap_or((&batches, ""));
        let of = |path| format!("{edge}{path}{query}");
        Self {
            sheets: of("/v1/sheets"),
            missing_sheets: of("/v1/sheets/missing"),
            batches,
        }
    }
}

fn parse_hashes(text: &str) -> Vec<SheetHash> {
    text::split(text, " ")
        .take(KNOWN_SHEETS_MAX)
        .filter_map(|hash| hash.parse().ok())
        .collect()
}
