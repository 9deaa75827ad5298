//! What was done with the recording of a session as a whole.

use super::Exporter;
use super::events::write_custom;
use crate::id::{NodeId, SessionId, WindowId};
use crate::record::Release;

impl Exporter {
    pub(super) fn previous_session(&mut self, at_ms: u64, session: SessionId) {
        write_custom(&mut self.events, at_ms, "previous session", |json| {
            json.string("session", &session.to_string());
        });
    }

    pub(super) fn released(&mut self, at_ms: u64, release: Release) {
        write_custom(&mut self.events, at_ms, "released", |json| {
            json.string("reason", &format!("{:?}", release.reason));
            json.number("age_ms", release.age_ms);
            json.number("let_go", release.let_go_count);
        });
    }

    pub(super) fn pause(&mut self, at_ms: u64, paused: bool) {
        write_custom(&mut self.events, at_ms, "pause", |json| {
            json.bool("paused", paused);
        });
    }

    pub(super) fn framed_by(&mut self, at_ms: u64, window: WindowId, node: NodeId) {
        write_custom(&mut self.events, at_ms, "framed by", |json| {
            json.string("window", &window.to_string());
            json.number("node", node.get());
        });
    }
}
