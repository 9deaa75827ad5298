//! The open batch, which the page sends itself when it ends: its worker may be ended before it can.

use wasm_bindgen::prelude::*;
use wire_format::FlushReason;

use super::Core;

#[wasm_bindgen]
impl Core {
    /// The batch that is being filled, as if the page ended now, unless it is held back.
    #[wasm_bindgen(js_name = openBatch)]
    pub fn open_batch(&self) -> Option<Vec<u8>> {
        let state = self.state.borrow();
        if state.is_held_back() {
            None
        } else {
            state.recording.open_batch()
        }
    }

    /// The page sends the open batch, so that what comes now belongs to another one. The journal
    /// keeps it, as nobody is there to learn whether it arrived.
    #[wasm_bindgen(js_name = handOver)]
    pub fn hand_over(&self) {
        let mut state = self.state.borrow_mut();
        state.take_closed();
        state.recording.close_batch(FlushReason::PageExit);
        state.write_journal();
        state.recording.take_closed();
    }
}
