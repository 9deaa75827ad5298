use serde::de::IgnoredAny;
use wire_format::rrweb::WindowTree;
use wire_format::{OpenBatch, WindowId};

use crate::input::Input;
use crate::round_trip::readable;

/// Windows that records belong to.
const WINDOWS: [WindowId; 3] = [
    WindowId::from_bytes([1; 16]),
    WindowId::from_bytes([2; 16]),
    WindowId::from_bytes([3; 16]),
];

/// How long records belong to the same window, in milliseconds.
const TURN_MS: u64 = 1_000;

/// Converts what an input says, as far as it can be read, to the events of a replay. Its records are
/// those of several windows in turns, by their times.
pub fn replay(input: &[u8]) {
    let Some(Ok(batch)) = Input::batch(input).map(|batch| OpenBatch::open(&batch)) else {
        return;
    };
    let [outermost, joined @ ..] = WINDOWS;
    let mut tree = WindowTree::new(outermost, joined);
    for timed in readable(&batch) {
        let turn = (timed.at_ms - batch.header().started_at_ms) / TURN_MS;
        tree.add(WINDOWS[turn as usize % WINDOWS.len()], &timed);
    }
    serde_json::from_str::<IgnoredAny>(&tree.into_json()).expect("events are JSON");
}
