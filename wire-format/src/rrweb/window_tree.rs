//! A window and those that its frames show, as one replay.
//!
//! Each window has an exporter, and with it a mirror, of its own: a joined window may begin before
//! the frame is known that shows it, and outlives every full snapshot of the page around it.

use std::collections::BTreeMap;

use super::Exporter;
use super::documents::Stage;
use super::ids::IdRange;
use super::json::Json;
use crate::id::{NodeId, WindowId};
use crate::limits::FRAME_HEAD_START_MS_MAX;
use crate::record::{NavigationKind, Record, TimedRecord};

/// Converts the records of a window and of those that its frames show to rrweb events.
#[derive(Debug)]
pub struct WindowTree {
    windows: BTreeMap<WindowId, TreeWindow>,
    outermost: WindowId,
    last_ids: IdRange,
    events: Json,
}

#[derive(Debug, Default)]
struct TreeWindow {
    exporter: Exporter,
    frame: Option<Frame>,
}

/// The frame that shows a window.
#[derive(Clone, Copy, Debug)]
struct Frame {
    outer: WindowId,
    node: NodeId,
    /// When the page in it began, as far as is known.
    page_began_ms: u64,
}

impl WindowTree {
    /// A window, and all those that frames in it or in one of them may show.
    pub fn new(outermost: WindowId, joined: impl IntoIterator<Item = WindowId>) -> Self {
        let joined = joined.into_iter().map(|window| {
            let mut in_frame = TreeWindow::default();
            in_frame.exporter.page.stage = Stage::Nowhere;
            (window, in_frame)
        });
        let mut windows: BTreeMap<_, _> = joined.collect();
        windows.insert(outermost, TreeWindow::default());
        Self {
            windows,
            outermost,
            last_ids: IdRange::default(),
            events: Json::default(),
        }
    }

    /// Appends the events for a record of one of the windows. Records come in the order of their
    /// times. What cannot be shown, as before the first full snapshot, gives none.
    pub fn add(&mut self, window: WindowId, timed: &TimedRecord<'_>) {
        if !self.windows.contains_key(&window) {
            return;
        }
        let at_ms = timed.at_ms;
        match timed.record {
            Record::FramedBy {
                window: outer,
                node,
            } => self.put_in_frame(window, outer, node, at_ms),
            Record::Navigation {
                how: NavigationKind::Load,
                ..
            } => self.begin_page(window, at_ms),
            Record::FullSnapshot(_) if window != self.outermost => self.renumber(window),
            _ => {}
        }
        if let Some(TreeWindow { exporter, .. }) = self.windows.get_mut(&window) {
            exporter.add(timed);
            self.follow(window, at_ms);
        }
    }

    /// All events, as a JSON array.
    pub fn into_json(self) -> String {
        format!("[{}]", self.events.into_text())
    }

    /// Takes the events of a window, and has those in its frames follow what became of the frames.
    fn follow(&mut self, window: WindowId, at_ms: u64) {
        let mut pending = vec![window];
        while let Some(outer) = pending.pop() {
            let Some(TreeWindow { exporter, .. }) = self.windows.get_mut(&outer) else {
                continue;
            };
            self.events.append(&mut exporter.events);
            let empty = std::mem::take(&mut exporter.empty_frames);
            for (inner, frame) in self.framed_by(outer) {
                let stage = self.stage_in(frame);
                if empty.contains(&frame.node) || self.stage_of(inner) != Some(stage) {
                    self.show_on(inner, stage, at_ms);
                    pending.push(inner);
                }
            }
        }
    }

    /// Windows that name each other in a circle are shown nowhere, as none of them is in a page that is.
    fn put_in_frame(&mut self, window: WindowId, outer: WindowId, node: NodeId, at_ms: u64) {
        let known = self.windows.get(&window).and_then(|window| window.frame);
        let is_there = known.is_some_and(|frame| (frame.outer, frame.node) == (outer, node));
        if window == self.outermost || is_there {
            return;
        }
        self.take_from_frame(window, at_ms);
        // Of several windows that name a frame, the last one is in it.
        for (other, frame) in self.framed_by(outer) {
            if frame.node == node {
                self.take_from_frame(other, at_ms);
            }
        }
        if let Some(TreeWindow { frame, .. }) = self.windows.get_mut(&window) {
            *frame = Some(Frame {
                outer,
                node,
                page_began_ms: at_ms,
            });
        }
        if let Some(TreeWindow { exporter, .. }) = self.windows.get_mut(&outer) {
            exporter.joined_frames.insert(node);
        }
        self.follow(outer, at_ms);
    }

    /// Has a frame show no other window any more, but whose it is.
    fn take_from_frame(&mut self, window: WindowId, at_ms: u64) {
        let Some(TreeWindow { frame, .. }) = self.windows.get_mut(&window) else {
            return;
        };
        let Some(frame) = frame.take() else { return };
        self.show_on(window, Stage::Nowhere, at_ms);
        self.follow(window, at_ms);
        if let Some(TreeWindow { exporter, .. }) = self.windows.get_mut(&frame.outer) {
            exporter.joined_frames.remove(&frame.node);
            if exporter.stage_in(frame.node) != Stage::Nowhere {
                exporter.attach_placeholder(at_ms, frame.node);
            }
            self.follow(frame.outer, at_ms);
        }
    }

    /// With the page before went those that its frames showed; its node ids mean other nodes from here on.
    fn begin_page(&mut self, window: WindowId, at_ms: u64) {
        if let Some(TreeWindow { frame, .. }) = self.windows.get_mut(&window)
            && let Some(frame) = frame
        {
            frame.page_began_ms = at_ms;
        }
        for (inner, frame) in self.framed_by(window) {
            if frame.page_began_ms.saturating_add(FRAME_HEAD_START_MS_MAX) < at_ms {
                self.take_from_frame(inner, at_ms);
            }
        }
    }

    fn show_on(&mut self, window: WindowId, stage: Stage, at_ms: u64) {
        self.renumber(window);
        if let Some(TreeWindow { exporter, .. }) = self.windows.get_mut(&window) {
            exporter.show_on(stage, at_ms);
        }
    }

    /// The replayer does not build a document whose id it has met, so each one gets ids of its own.
    fn renumber(&mut self, window: WindowId) {
        if let Some(TreeWindow { exporter, .. }) = self.windows.get_mut(&window) {
            self.last_ids = self.last_ids.next();
            exporter.events.ids = self.last_ids;
        }
    }

    /// The windows that frames of this one show.
    fn framed_by(&self, outer: WindowId) -> Vec<(WindowId, Frame)> {
        let framed = self.windows.iter().filter_map(|(&window, inner)| {
            let frame = inner.frame.filter(|frame| frame.outer == outer)?;
            Some((window, frame))
        });
        framed.collect()
    }

    fn stage_in(&self, frame: Frame) -> Stage {
        self.windows
            .get(&frame.outer)
            .map_or(Stage::Nowhere, |outer| outer.exporter.stage_in(frame.node))
    }

    fn stage_of(&self, window: WindowId) -> Option<Stage> {
        let window = self.windows.get(&window)?;
        Some(window.exporter.page.stage)
    }
}
