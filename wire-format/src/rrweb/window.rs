//! What happens to the browser's window: selection, zoom, focus, orientation.

use super::Exporter;
use super::events::{Source, write_custom, write_incremental};
use crate::mirror::{Mirror, MirrorNode};
use crate::node::Content;
use crate::record::{Boundary, Record, SelectedRange, VisualViewport};

impl Exporter {
    pub(super) fn selection(&mut self, at_ms: u64, ranges: &[SelectedRange]) {
        let places = |range: &SelectedRange| {
            let [start, end] = [range.start, range.end].map(|place| within(&self.mirror, place));
            Some((start?, end?))
        };
        let ranges: Vec<_> = ranges.iter().filter_map(places).collect();
        write_incremental(&mut self.events, at_ms, Source::Selection, |json| {
            json.open_array("ranges");
            for (start, end) in ranges {
                json.open_object();
                json.node("start", start.node);
                json.number("startOffset", start.offset);
                json.node("end", end.node);
                json.number("endOffset", end.offset);
                json.close_object();
            }
            json.close_array();
        });
    }

    pub(super) fn visual_viewport(&mut self, at_ms: u64, viewport: VisualViewport) {
        write_custom(&mut self.events, at_ms, "visual viewport", |json| {
            json.number("x", viewport.x);
            json.number("y", viewport.y);
            json.float("scale", f64::from(viewport.scale_permille) / 1_000.0);
        });
    }

    pub(super) fn window_focus(&mut self, at_ms: u64, focused: bool) {
        write_custom(&mut self.events, at_ms, "window focus", |json| {
            json.bool("focused", focused);
        });
    }

    pub(super) fn orientation(&mut self, at_ms: u64, angle: u32) {
        write_custom(&mut self.events, at_ms, "orientation", |json| {
            json.number("angle", angle);
        });
    }
}

/// Whether a record tells of the browser's tab, which has one picture to show and not one for each of
/// its frames.
pub(super) const fn is_of_tab(record: &Record<'_>) -> bool {
    matches!(
        record,
        Record::Navigation { .. }
            | Record::Orientation { .. }
            | Record::Viewport { .. }
            | Record::Visibility { .. }
            | Record::VisualViewport(_)
            | Record::WindowFocus { .. }
    )
}

/// A boundary that lies within its node: masking may have made a text shorter.
fn within(mirror: &Mirror, boundary: Boundary) -> Option<Boundary> {
    let node = mirror.node(boundary.node)?;
    let longest = match node.content() {
        Content::Text(text) | Content::Comment(text) | Content::Cdata(text) => {
            text.encode_utf16().count()
        }
        _ => node.children().filter(is_light).count(),
    };
    Some(Boundary {
        offset: boundary.offset.min(longest as u32),
        ..boundary
    })
}

fn is_light(child: &MirrorNode<'_>) -> bool {
    !child.content().is_inner_root()
}
