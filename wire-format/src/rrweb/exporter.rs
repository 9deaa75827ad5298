//! The records of one window, wherever in the replay it is shown.

use std::collections::HashSet;

use super::documents::{Page, Stage};
use super::element_states::nodes_with_states;
use super::json::Json;
use super::pointer::Position;
use super::trees::{frame_document, is_frame, is_shown};
use super::window::is_of_tab;
use crate::id::NodeId;
use crate::mirror::Mirror;
use crate::record::{Record, TimedRecord};

/// Converts the records of one window, in the order of their times, to rrweb events.
#[derive(Debug, Default)]
pub(super) struct Exporter {
    pub(super) mirror: Mirror,
    pub(super) page: Page,
    pub(super) events: Json,
    has_snapshot: bool,
    /// The constructed sheets that the replayer has got since the document came.
    pub(super) defined_sheets: HashSet<NodeId>,
    /// How many ids stand-ins have taken.
    pub(super) stand_ins: i64,
    /// Where the pointer was when it was last heard of.
    pub(super) last_position: Option<Position>,
    /// The frames that show other windows.
    pub(super) joined_frames: HashSet<NodeId>,
    /// Frames that have come just now, and have nothing to show but their placeholders.
    pub(super) empty_frames: HashSet<NodeId>,
}

impl Exporter {
    /// Appends the events for a record. What comes before the first full snapshot, or while the
    /// window is not shown, gives none.
    pub(super) fn add(&mut self, timed: &TimedRecord<'_>) {
        let at_ms = timed.at_ms;
        match &timed.record {
            Record::FullSnapshot(snapshot) => {
                self.has_snapshot = true;
                self.mirror.apply(&timed.record);
                self.page.addresses.set_page(&snapshot.url);
                if self.page.stage == Stage::Whole {
                    self.meta(at_ms, snapshot);
                }
                self.show(at_ms);
            }
            Record::Mutation(mutation) if self.is_visible() => {
                self.mutation(at_ms, mutation, &timed.record);
            }
            Record::RuleEdits { sheet, edits } if self.is_visible() => {
                self.rule_edits(at_ms, *sheet, edits, &timed.record);
            }
            record => {
                self.mirror.apply(record);
                if let Record::Navigation { url, .. } = record {
                    self.page.addresses.set_page(url);
                }
                let is_whole = self.page.stage == Stage::Whole;
                if self.is_visible() && (is_whole || !is_of_tab(record)) {
                    self.incremental(at_ms, record);
                }
            }
        }
    }

    /// Shows the window somewhere else, or there once more.
    pub(super) fn show_on(&mut self, stage: Stage, at_ms: u64) {
        self.page.stage = stage;
        self.show(at_ms);
    }

    /// Where a window is shown that this frame shows.
    pub(super) fn stage_in(&self, frame: NodeId) -> Stage {
        let is_there = self.is_visible()
            && self.mirror.node(frame).is_some_and(|node| {
                is_frame(node) && is_shown(node) && frame_document(node).is_none()
            });
        if is_there {
            Stage::Frame(self.events.ids.of(frame))
        } else {
            Stage::Nowhere
        }
    }

    /// Shows the document as it stands.
    fn show(&mut self, at_ms: u64) {
        let Some(document) = self.mirror.document() else {
            return;
        };
        self.page.addresses.set_base_element(document);
        self.defined_sheets.clear();
        let document = document.id();
        match self.page.stage {
            Stage::Whole => self.full_snapshot(at_ms, document),
            Stage::Frame(frame) => self.attach_document(at_ms, frame, document),
            Stage::Nowhere => return,
        }
        self.structure(at_ms, document);
        let nodes = nodes_with_states(&self.mirror);
        self.late_states(at_ms, &nodes);
    }

    fn is_visible(&self) -> bool {
        self.has_snapshot && self.page.stage != Stage::Nowhere
    }
}
