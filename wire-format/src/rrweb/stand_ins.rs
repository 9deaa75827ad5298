//! Nodes that the page does not have, where rrweb needs some to say what is there.

use super::Exporter;
use super::events::{Source, write_incremental};
use super::frames::write_attach;
use super::json::Json;
use crate::id::NodeId;
use crate::state::State;

/// The document, `html`, `body` and a text.
const PLACEHOLDER_NODES: i64 = 4;

const PLACEHOLDER_STYLE: &str = "margin:0;height:100vh;display:grid;place-items:center;\
    font:12px system-ui;text-align:center;color:#667;background:repeating-linear-gradient(45deg,\
    #f3f4f6 0 8px,#e5e7eb 8px 16px)";

impl Exporter {
    /// Shows a document in place of one that could not be read, which says whose it was.
    pub(super) fn attach_placeholder(&mut self, at_ms: u64, frame: NodeId) {
        let states = self.mirror.node(frame).map(|node| node.states());
        let Some(label) = states.and_then(|states| states.iter().find_map(placeholder_label))
        else {
            return;
        };
        let first_id = self.take_ids(PLACEHOLDER_NODES);
        let frame = self.events.ids.of(frame);
        write_attach(&mut self.events, at_ms, frame, |json| {
            write_placeholder(json, first_id, &label);
        });
    }

    /// Gives an element a shadow root without children. rrweb has no word for it, but makes one for
    /// a child that comes, and keeps it when the child goes.
    pub(super) fn attach_empty_shadow_root(&mut self, at_ms: u64, host: NodeId) {
        let id = self.take_ids(1);
        for is_coming in [true, false] {
            write_incremental(&mut self.events, at_ms, Source::Mutation, |json| {
                for empty in ["texts", "attributes"] {
                    json.open_array(empty);
                    json.close_array();
                }
                json.open_array("removes");
                if !is_coming {
                    json.open_object();
                    json.node("parentId", host);
                    json.number("id", id);
                    json.bool("isShadow", true);
                    json.close_object();
                }
                json.close_array();
                json.open_array("adds");
                if is_coming {
                    json.open_object();
                    json.node("parentId", host);
                    json.null("nextId");
                    json.open_object_at("node");
                    json.number("id", id);
                    json.number("type", 5);
                    json.bool("isShadow", true);
                    json.string("textContent", "");
                    json.close_object();
                    json.close_object();
                }
                json.close_array();
            });
        }
    }

    fn take_ids(&mut self, count: i64) -> i64 {
        let first = self.events.ids.stand_in(self.stand_ins);
        self.stand_ins += count;
        first
    }
}

fn placeholder_label(state: &State<'_>) -> Option<String> {
    let State::Placeholder {
        width,
        height,
        origin,
    } = state
    else {
        return None;
    };
    let whose = if origin == "null" {
        "sandboxed frame"
    } else {
        origin.as_ref()
    };
    Some(format!("{whose} · {width} × {height} · not recorded"))
}

fn write_placeholder(json: &mut Json, first_id: i64, label: &str) {
    json.number("id", first_id);
    json.number("type", 0);
    json.open_array("childNodes");
    for (depth, tag) in [(1, "html"), (2, "body")] {
        json.open_object();
        json.number("id", first_id + depth);
        json.number("rootId", first_id);
        json.number("type", 2);
        json.string("tagName", tag);
        json.open_object_at("attributes");
        if tag == "body" {
            json.string("style", PLACEHOLDER_STYLE);
        }
        json.close_object();
        json.open_array("childNodes");
    }
    json.open_object();
    json.number("id", first_id + 3);
    json.number("rootId", first_id);
    json.number("type", 3);
    json.string("textContent", label);
    json.close_object();
    for _ in ["body", "html"] {
        json.close_array();
        json.close_object();
    }
    json.close_array();
    json.close_object();
}
