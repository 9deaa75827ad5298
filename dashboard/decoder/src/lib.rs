//! The one decoder of the project, compiled to WebAssembly for the dashboard and the tests.
//!
//! # Layout
//!
//! - [`session`]: the stored segments of a session, as events per window and a list of what happened.
//! - [`sheets`]: the style sheets that records name and the archive has.
//! - `joined_windows`: which windows are shown in frames of others; `time_order`: several windows at
//!   once.
//! - `activity`: what a developer looks for first: clicks, inputs, navigations, errors.
//! - `signals`, `requests`: what there is beside the picture, in words.
//! - `session_records`: pauses, and why a session was kept.

pub mod session;
pub mod sheets;

mod activity;
mod joined_windows;
mod requests;
mod session_records;
mod signals;
mod time_order;

use wasm_bindgen::prelude::*;
use wire_format::node_map::NodeHashing;

/// Runs when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    // What is decoded came from strangers.
    NodeHashing::randomize(js_sys::Math::random().to_bits());
}

/// The hashes of the style sheets that the records of these segments name.
///
/// # Errors
///
/// Throws if the bytes are not segments of valid batches.
#[wasm_bindgen]
pub fn named_sheets(segments: &[u8]) -> Result<Vec<String>, JsError> {
    let named = sheets::named_in(segments)?;
    Ok(named.iter().map(ToString::to_string).collect())
}

/// Decodes a stream of segments, as `GET /api/sessions/{id}/records` sends it, to JSON:
/// `{"windows": [{"window_id", "joined_ids": […], "events": […]}], "activity": [{"at_ms", "window_id",
/// "kind", "label"}]}`, where `events` are those of the stock rrweb replayer, and `joined_ids` the windows
/// that frames of this one show, whose events are among its own.
///
/// # Errors
///
/// Throws if the bytes are not segments of valid batches.
#[wasm_bindgen]
pub fn decode_session(segments: &[u8], sheets: &sheets::Sheets) -> Result<String, JsError> {
    Ok(session::decode(segments, sheets)?.into_json())
}
