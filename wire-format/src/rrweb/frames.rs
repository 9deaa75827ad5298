//! The documents of frames. Each comes as a whole, in an event of its own, once its frame is there.

use super::Exporter;
use super::documents::Document;
use super::events::{Source, scroll, write_incremental};
use super::json::Json;
use super::mutation::adopting_roots;
use super::nodes::write_tree;
use super::trees::{frame_document, is_frame, preorder};
use crate::id::NodeId;
use crate::mirror::MirrorNode;

impl Exporter {
    /// Shows what is in the frames of a subtree, outer frames first.
    pub(super) fn attach_frames(&mut self, at_ms: u64, root: NodeId) {
        let mut pending = vec![root];
        while let Some(root) = pending.pop() {
            let Some(root) = self.mirror.node(root) else {
                continue;
            };
            let frames: Vec<_> = preorder(root)
                .into_iter()
                .filter(|node| is_frame(*node))
                .map(MirrorNode::id)
                .collect();
            for frame in frames {
                pending.extend(self.attach_frame(at_ms, frame));
            }
        }
    }

    /// Shows what is in a frame; returns its document, which may have frames itself.
    pub(super) fn attach_frame(&mut self, at_ms: u64, frame: NodeId) -> Option<NodeId> {
        let frame = self.mirror.node(frame)?;
        let Some(document) = frame_document(frame).map(MirrorNode::id) else {
            let frame = frame.id();
            self.attach_placeholder(at_ms, frame);
            self.empty_frames.insert(frame);
            return None;
        };
        let frame = self.events.ids.of(frame.id());
        self.attach_document(at_ms, frame, document);
        Some(document)
    }

    /// Shows a document in the frame that has this id in the replay.
    pub(super) fn attach_document(&mut self, at_ms: u64, frame: i64, document: NodeId) {
        let Some(document) = self.mirror.node(document) else {
            return;
        };
        let Some(surroundings) = Document::of(document, &self.page) else {
            return;
        };
        write_attach(&mut self.events, at_ms, frame, |json| {
            write_tree(json, document, &surroundings);
        });
        let scrolled: Vec<_> = preorder(document)
            .iter()
            .filter_map(|node| Some((node.id(), node.states().iter().find_map(scroll)?)))
            .collect();
        let adopting = adopting_roots(&preorder(document));
        for (node, (x, y)) in scrolled {
            self.scroll_event(at_ms, node, x, y);
        }
        for root in adopting {
            self.adopted_sheets(at_ms, root);
        }
    }
}

/// Writes the event that gives a frame its document; `write_document` closes the object of its node.
pub(super) fn write_attach(
    json: &mut Json,
    at_ms: u64,
    frame: i64,
    write_document: impl FnOnce(&mut Json),
) {
    write_incremental(json, at_ms, Source::Mutation, |json| {
        json.bool("isAttachIframe", true);
        for empty in ["removes", "texts", "attributes"] {
            json.open_array(empty);
            json.close_array();
        }
        json.open_array("adds");
        json.open_object();
        json.number("parentId", frame);
        json.null("nextId");
        json.open_object_at("node");
        write_document(json);
        json.close_object();
        json.close_array();
    });
}
