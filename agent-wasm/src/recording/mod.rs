//! Records into batches.
//!
//! A [`Recording`] is all that the core knows of one window: the mirror of its document, the view
//! it is in and the batch that is being filled. It has no clock, no randomness and no network of its
//! own.
//!
//! - `no_op`: drops what the mirror knows already.
//! - `append`: resolves "behind all children there are".
//! - `archive`: which sheets travel as a name; `rule_difference`: how a sheet changed.
//! - `batches`: the batches of a recording; `open_batch`: the one that is being filled.
//! - `holding`: a session that is held back; `trouble`: what is a reason to send it.

mod append;
mod archive;
mod batches;
mod holding;
mod no_op;
mod open_batch;
mod rule_difference;
mod trouble;

use wire_format::limits::BITMAP_BYTES_MAX;
use wire_format::mirror::Mirror;
use wire_format::record::{DiscardReason, FullSnapshot, NavigationKind};
use wire_format::state::State;
use wire_format::{NodeId, Record, SessionId, ViewId, WindowId};

use crate::capture::{CaptureError, CaptureMessage, Captured};
use crate::limits::{HELD_BACK_SNAPSHOT_INTERVAL_MS, SNAPSHOT_INTERVAL_MS};
use crate::privacy::Privacy;
use crate::signals::Signals;

use batches::Label;
pub use batches::{Chunk, Closed, Origin};
pub use open_batch::ClosedBatch;
use open_batch::OpenBatch;

/// One window's records, on their way into batches.
pub struct Recording {
    privacy: Privacy,
    mirror: Mirror,
    phase: Phase,
    page: Page,
    /// When the last full snapshot was written.
    snapshot_at_ms: u64,
    is_held_back: bool,
    has_trouble: bool,
    batch: OpenBatch,
    archive: archive::Archive,
    label: Label,
    signals: Signals,
    new_view: Box<dyn FnMut() -> ViewId>,
    closed: Vec<Closed>,
    chunks: Vec<Chunk>,
    keeps_chunks: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The page is not read yet; what is known of it already belongs to the first view.
    Early,
    /// The mirror does not hold the whole document yet, so nothing can be said about changes.
    Snapshot,
    Incremental,
}

#[derive(Debug, Default)]
struct Page {
    url: String,
    width: u32,
    height: u32,
}

impl Recording {
    /// Begins a recording; `new_view` must never give the same id twice.
    pub fn start(
        origin: Origin,
        privacy: Privacy,
        mut new_view: Box<dyn FnMut() -> ViewId>,
    ) -> Self {
        Self {
            privacy,
            mirror: Mirror::default(),
            phase: Phase::Early,
            page: Page::default(),
            snapshot_at_ms: 0,
            is_held_back: false,
            has_trouble: false,
            batch: OpenBatch::default(),
            archive: archive::Archive::default(),
            label: Label {
                origin,
                view: new_view(),
                next_index: 0,
                number: 0,
            },
            signals: Signals::default(),
            new_view,
            closed: Vec::new(),
            chunks: Vec::new(),
            keeps_chunks: false,
        }
    }

    /// Takes in what the collector read. After an error the rest of the message is lost.
    pub fn capture(
        &mut self,
        ops: &[u32],
        lengths: &[u32],
        text: &str,
    ) -> Result<(), CaptureError> {
        let mut message = CaptureMessage::open(ops, lengths, text)?;
        while let Some((at, captured)) = message.read_next()? {
            let at_ms = self.label.origin.origin_ms + u64::from(at);
            match captured {
                Captured::Document { url, width, height } => {
                    let url = self.privacy.scrub_address(url, self.privacy.level);
                    let url = url.into_owned();
                    self.begin_document(at_ms, Page { url, width, height });
                }
                Captured::Root(mut forest) => {
                    self.privacy.mask_document(&mut forest);
                    let Page { width, height, .. } = self.page;
                    self.mirror.apply(&Record::FullSnapshot(FullSnapshot {
                        url: "".into(),
                        width,
                        height,
                        forest,
                    }));
                }
                Captured::SnapshotComplete => {
                    self.phase = Phase::Incremental;
                    self.write_full_snapshot(at_ms);
                }
                Captured::Record(record) => self.take_record(at_ms, record),
                Captured::Request { start, started_ms } => {
                    self.signals.expect_timing(&start, started_ms);
                    self.take_record(at_ms, Record::RequestStart(start));
                }
                Captured::Performance(entry) => {
                    if let Some(record) = self.signals.measure(&entry) {
                        self.take_record(at_ms, record);
                    }
                }
            }
        }
        Ok(())
    }

    /// Says what is concluded by this time.
    pub fn conclude(&mut self, now_ms: u64) {
        for mut record in self.signals.conclude(now_ms) {
            if self.privacy.mask_record(&self.mirror, &mut record) {
                self.write(now_ms, record);
            }
        }
    }

    /// Takes in the picture of a canvas, in the WebP format, seen `at` milliseconds after the origin.
    pub fn capture_bitmap(&mut self, at: u32, node: NodeId, picture: Vec<u8>) {
        let at_ms = self.label.origin.origin_ms + u64::from(at);
        if picture.len() > BITMAP_BYTES_MAX {
            let reason = DiscardReason::BitmapTooLarge;
            self.write(at_ms, Record::Discarded { reason, count: 1 });
        } else {
            let state = State::Bitmap(picture.into());
            self.take_record(at_ms, Record::State { node, state });
        }
    }

    /// Closes the batch of the old session; the new one begins with a full snapshot.
    pub fn renew_session(&mut self, session: SessionId, previous: Option<SessionId>, now_ms: u64) {
        self.begin_view();
        self.label.origin.session = session;
        self.label.origin.previous = previous;
        self.write_previous_session(now_ms);
        self.write_navigation(now_ms, NavigationKind::Load);
        self.write_full_snapshot(now_ms);
    }

    /// Whose activity it is.
    pub const fn session(&self) -> SessionId {
        self.label.origin.session
    }

    /// In which tab.
    pub const fn window(&self) -> WindowId {
        self.label.origin.window
    }

    /// Says what was lost and, if that was of this recording, makes the rest playable again.
    pub fn report_discarded(&mut self, now_ms: u64, reason: DiscardReason, count: u64) {
        self.write(now_ms, Record::Discarded { reason, count });
        if !matches!(
            reason,
            DiscardReason::JournalExpired | DiscardReason::JournalRefused
        ) {
            self.write_full_snapshot(now_ms);
        }
    }

    fn begin_document(&mut self, at_ms: u64, page: Page) {
        if self.phase == Phase::Early {
            self.write_previous_session(at_ms);
        } else {
            self.conclude(at_ms);
            self.signals = Signals::default();
            self.begin_view();
            self.mirror.clear();
        }
        self.phase = Phase::Snapshot;
        self.page = page;
        self.write_framed_by(at_ms);
        self.write_navigation(at_ms, NavigationKind::Load);
    }

    fn take_record(&mut self, at_ms: u64, mut record: Record<'_>) {
        if let Record::Mutation(mutation) = &mut record {
            append::resolve(&self.mirror, mutation);
        }
        let is_shown = self.privacy.mask_record(&self.mirror, &mut record);
        if !is_shown || no_op::reduce(&self.mirror, &mut record) {
            return;
        }
        self.refresh_snapshot(at_ms);
        self.signals.watch(&self.mirror, at_ms, &record);
        self.mirror.apply(&record);
        self.follow_page(at_ms, &record);
        self.archive.follow(&record);
        if self.phase == Phase::Incremental || !is_in_mirror(&record) {
            self.write(at_ms, record);
        }
    }

    /// Begins a batch with a full snapshot when the last one is old.
    fn refresh_snapshot(&mut self, at_ms: u64) {
        let interval_ms = if self.is_held_back {
            HELD_BACK_SNAPSHOT_INTERVAL_MS
        } else {
            SNAPSHOT_INTERVAL_MS
        };
        let is_due = at_ms.saturating_sub(self.snapshot_at_ms) >= interval_ms;
        if is_due && self.phase == Phase::Incremental && self.batch.named.is_empty() {
            self.write_full_snapshot(at_ms);
        }
    }

    /// Keeps what the next full snapshot has to say about the page.
    fn follow_page(&mut self, at_ms: u64, record: &Record<'_>) {
        match record {
            Record::Viewport { width, height } => {
                (self.page.width, self.page.height) = (*width, *height)
            }
            Record::Navigation { how, url } => {
                url.as_ref().clone_into(&mut self.page.url);
                if *how != NavigationKind::Replace {
                    self.begin_view();
                    self.write_framed_by(at_ms);
                }
            }
            _ => {}
        }
    }

    fn write_previous_session(&mut self, at_ms: u64) {
        if let Some(previous) = self.label.origin.previous {
            self.write(at_ms, Record::PreviousSession(previous));
        }
    }

    fn write_framed_by(&mut self, at_ms: u64) {
        if let Some((window, node)) = self.label.origin.framed_by {
            self.write(at_ms, Record::FramedBy { window, node });
        }
    }

    fn write_navigation(&mut self, at_ms: u64, how: NavigationKind) {
        let record = Record::Navigation {
            how,
            url: self.page.url.clone().into(),
        };
        self.write(at_ms, record);
    }

    fn write_full_snapshot(&mut self, at_ms: u64) {
        self.mirror.forget_unused_sheets();
        self.archive
            .retain(|sheet| self.mirror.rules(sheet).is_some());
        // Of a session that is held back, what was said of the view before may have been let go.
        self.write_framed_by(at_ms);
        let Some(document) = self.mirror.document() else {
            return;
        };
        self.snapshot_at_ms = at_ms;
        let Page { url, width, height } = &self.page;
        let snapshot = Record::FullSnapshot(FullSnapshot {
            url: url.as_str().into(),
            width: *width,
            height: *height,
            forest: document.forest(),
        });
        self.batch.append(at_ms, snapshot, &mut self.archive);
        self.close_if_large();
    }
}

impl std::fmt::Debug for Recording {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Recording")
            .field("view", &self.label.view)
            .field("phase", &self.phase)
            .finish_non_exhaustive()
    }
}

/// Whether the full snapshot to come will say what this record says.
const fn is_in_mirror(record: &Record<'_>) -> bool {
    matches!(
        record,
        Record::Mutation(_)
            | Record::Input { .. }
            | Record::State { .. }
            | Record::Scroll { .. }
            | Record::StyleSheet { .. }
            | Record::RuleEdits { .. }
            | Record::SheetMedia { .. }
            | Record::AdoptedSheets { .. }
            | Record::Viewport { .. }
            | Record::BlockSize { .. }
    )
}

#[cfg(test)]
mod tests;
