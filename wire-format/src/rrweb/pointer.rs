//! Where pointers went and what they did.

use super::Exporter;
use super::events::{Source, write_incremental};
use crate::id::NodeId;
use crate::limits::POINTER_LINE_MS_MAX;
use crate::record::{PointerAction, PointerKind, PointerMove, PointerSample};

/// Time between two positions of a replay: 50 ms, as rrweb's own recorder has it. Its cursor takes
/// that long to glide from one to the next.
const POSITION_MS: u64 = 50;

/// Where a pointer was at one instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pointer: PointerKind,
    at_ms: u64,
    node: NodeId,
    x: i32,
    y: i32,
}

impl Exporter {
    pub(super) fn pointer_move(&mut self, at_ms: u64, pointer_move: &PointerMove) {
        let pointer = pointer_move.pointer;
        let mut positions = Vec::new();
        for sample in pointer_move.samples.iter().rev() {
            let Some(position) = self.position(at_ms, pointer, sample) else {
                continue;
            };
            if let Some(last) = self.last_position.replace(position) {
                positions.extend(between(last, position));
            }
            positions.push(position);
        }
        if positions.is_empty() {
            return;
        }
        let source = match pointer {
            PointerKind::Touch => Source::TouchMove,
            PointerKind::Drag => Source::Drag,
            PointerKind::Mouse | PointerKind::Pen => Source::MouseMove,
        };
        write_incremental(&mut self.events, at_ms, source, |json| {
            json.open_array("positions");
            for position in positions {
                json.open_object();
                json.number("x", position.x);
                json.number("y", position.y);
                json.node("id", position.node);
                let age_ms = i64::try_from(at_ms.saturating_sub(position.at_ms));
                json.number("timeOffset", -age_ms.unwrap_or(i64::MAX));
                json.close_object();
            }
            json.close_array();
        });
    }

    pub(super) fn pointer_action(&mut self, at_ms: u64, action: &PointerAction) {
        let Some(node) = action.node.filter(|&node| self.mirror.node(node).is_some()) else {
            return;
        };
        write_incremental(&mut self.events, at_ms, Source::MouseInteraction, |json| {
            json.number("type", action.kind as i64);
            json.node("id", node);
            json.number("x", action.x);
            json.number("y", action.y);
            json.number("pointerType", action.pointer as i64);
        });
    }

    fn position(
        &self,
        at_ms: u64,
        pointer: PointerKind,
        sample: &PointerSample,
    ) -> Option<Position> {
        let node = sample
            .node
            .filter(|&node| self.mirror.node(node).is_some())?;
        Some(Position {
            pointer,
            at_ms: at_ms.saturating_sub(sample.age_ms.into()),
            node,
            x: sample.x,
            y: sample.y,
        })
    }
}

/// The positions on the straight way from one sample to the next.
fn between(from: Position, to: Position) -> impl Iterator<Item = Position> {
    let duration_ms = to.at_ms.saturating_sub(from.at_ms);
    let is_line = from.pointer == to.pointer && duration_ms <= POINTER_LINE_MS_MAX;
    let count = if is_line {
        duration_ms.saturating_sub(1) / POSITION_MS
    } else {
        0
    };
    (1..=count).map(move |step| {
        let elapsed_ms = step * POSITION_MS;
        let along = |from: i32, to: i32| {
            let part = elapsed_ms as f64 / duration_ms as f64;
            (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as i32
        };
        Position {
            at_ms: from.at_ms + elapsed_ms,
            x: along(from.x, to.x),
            y: along(from.y, to.y),
            ..from
        }
    })
}
