//! Style sheets on their way to the archive of the project, ahead of the batches that name them.

use wasm_bindgen_futures::spawn_local;
use wire_format::FlushReason;
use wire_format::sheet::SheetHash;

use super::{Core, State};
use crate::ship::outbox::Attempt;
use crate::ship::sheets::SheetRequest;
use crate::ship::transport;
use crate::text;

impl Core {
    pub(super) fn send_sheets(&self, request: SheetRequest) {
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

    fn settle_sheets(&self, request: &SheetRequest, attempt: Attempt, missing: &[SheetHash]) {
        let mut state = self.state.borrow_mut();
        let refused = state.sheets.settle(request, attempt, missing);
        match attempt {
            Attempt::Delivered => state.tell_known_sheets(),
            Attempt::Rejected => state.refuse_sheets(&refused),
            Attempt::Refused { status } => state.refused(status),
            Attempt::Failed { retry_after_ms } => self.retry_later(&mut state, retry_after_ms),
        }
        self.answer(state, attempt);
    }
}

impl State {
    /// Has the sheets that the recording named wait to be sent.
    pub(super) fn take_sheets(&mut self) {
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
    pub(super) fn give_up_sheets(&mut self) {
        for sheet in self.sheets.give_up() {
            self.recording.forget_sheet(sheet);
        }
        self.outbox.carry_sheets();
    }

    /// The edge will not take these sheets: batches carry them.
    fn refuse_sheets(&mut self, sheets: &[SheetHash]) {
        for &sheet in sheets {
            self.recording.refuse_sheet(sheet);
        }
        self.recording.close_batch(FlushReason::Requested);
        self.take_closed();
        self.outbox.carry_sheets();
    }

    /// Has the page keep what the edge has, for the pages to come.
    fn tell_known_sheets(&self) {
        let hashes = self.sheets.known().iter();
        let hashes = text::join(hashes.map(|hash| hash.to_string().into()), " ");
        self.tell("known_sheets", "hashes", &hashes.into());
    }
}
