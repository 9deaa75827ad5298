//! Entries of the performance timeline, as far as something is made of them. Times are milliseconds
//! of that timeline, which begins when the document does.

use wire_format::NodeId;
use wire_format::record::{FrameScript, LongFrame, Record};

use super::op_body::OpBody;
use super::{CaptureError, Captured, op};
use crate::limits::FRAME_SCRIPTS_MAX;

/// What the browser measured.
#[derive(Clone, Debug, PartialEq)]
pub enum PerformanceEntry<'a> {
    /// How the document was loaded.
    Navigation {
        /// When a prerendered document was shown; 0 for others.
        activation_start_ms: f64,
        /// When its first byte arrived.
        response_start_ms: f64,
    },
    /// The first paint of something.
    Paint {
        /// What was painted, in the browser's words.
        name: &'a str,
        /// When.
        start_ms: f64,
    },
    /// A candidate for the largest paint.
    LargestPaint {
        /// When.
        start_ms: f64,
        /// The address of an image; empty for text.
        url: &'a str,
        /// What was painted.
        node: Option<NodeId>,
    },
    /// Something moved.
    LayoutShift {
        /// When.
        start_ms: f64,
        /// How much.
        value: f64,
        /// Whether the visitor had just done something, and expects it.
        had_recent_input: bool,
    },
    /// An event that took long, or the first of the visit.
    Event(EventEntry<'a>),
    /// The page was shown or hidden.
    Visibility {
        /// When.
        start_ms: f64,
        /// The new state.
        name: &'a str,
    },
    /// Something was loaded.
    Resource(ResourceEntry<'a>),
}

/// An event of the visitor and how long the page took to answer it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventEntry<'a> {
    /// When it happened.
    pub start_ms: f64,
    /// Until the next paint.
    pub duration_ms: f64,
    /// When its handlers began to run.
    pub processing_start_ms: f64,
    /// When they had ended.
    pub processing_end_ms: f64,
    /// The interaction that it belongs to; 0 for none.
    pub interaction: f64,
    /// How many interactions there have been so far.
    pub interaction_count: f64,
    /// Its type.
    pub name: &'a str,
    /// What it was for.
    pub node: Option<NodeId>,
}

/// Something that was loaded. What the browser does not tell, as of other origins, is 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceEntry<'a> {
    /// When it began.
    pub start_ms: f64,
    /// How long it took.
    pub duration_ms: f64,
    /// When the look-up of the name began and ended.
    pub dns_ms: (f64, f64),
    /// When the connection began and ended.
    pub connect_ms: (f64, f64),
    /// When its encryption began.
    pub secure_start_ms: f64,
    /// When the request was sent.
    pub request_start_ms: f64,
    /// When the answer began and ended.
    pub response_ms: (f64, f64),
    /// Bytes that travelled.
    pub transfer_bytes: f64,
    /// Bytes of the body as it travelled.
    pub encoded_bytes: f64,
    /// Bytes of the body as the page got it.
    pub decoded_bytes: f64,
    /// Its address.
    pub url: &'a str,
    /// The browser's word for what loaded it.
    pub initiator: &'a str,
    /// The protocol, by its ALPN name.
    pub protocol: &'a str,
}

pub(super) fn read_entry<'a>(body: &mut OpBody<'_, 'a>) -> Result<Captured<'a>, CaptureError> {
    Ok(Captured::Performance(match body.word() {
        op::ENTRY_NAVIGATION => PerformanceEntry::Navigation {
            activation_start_ms: body.float(),
            response_start_ms: body.float(),
        },
        op::ENTRY_PAINT => PerformanceEntry::Paint {
            start_ms: body.float(),
            name: body.text(),
        },
        op::ENTRY_LARGEST_PAINT => PerformanceEntry::LargestPaint {
            start_ms: body.float(),
            url: body.text(),
            node: body.optional_node(),
        },
        op::ENTRY_LAYOUT_SHIFT => PerformanceEntry::LayoutShift {
            start_ms: body.float(),
            value: body.float(),
            had_recent_input: body.float() != 0.0,
        },
        op::ENTRY_EVENT => PerformanceEntry::Event(event_entry(body)),
        op::ENTRY_VISIBILITY => PerformanceEntry::Visibility {
            start_ms: body.float(),
            name: body.text(),
        },
        op::ENTRY_RESOURCE => PerformanceEntry::Resource(resource_entry(body)),
        op::ENTRY_LONG_FRAME => {
            return Ok(Captured::Record(Record::LongFrame(long_frame(body))));
        }
        op::ENTRY_LONG_TASK => {
            let duration_ms = body.float();
            return Ok(Captured::Record(Record::LongFrame(LongFrame {
                duration_us: microseconds(duration_ms),
                blocking_us: microseconds(duration_ms - UNNOTICED_MS),
                rendering_us: 0,
                scripts: Vec::new(),
            })));
        }
        _ => return Err(CaptureError::OutOfRange("performance entry")),
    }))
}

/// A task that is shorter does not count as blocking: <https://www.w3.org/TR/longtasks-1/>.
const UNNOTICED_MS: f64 = 50.0;

fn event_entry<'a>(body: &mut OpBody<'_, 'a>) -> EventEntry<'a> {
    EventEntry {
        start_ms: body.float(),
        duration_ms: body.float(),
        processing_start_ms: body.float(),
        processing_end_ms: body.float(),
        interaction: body.float(),
        interaction_count: body.float(),
        name: body.text(),
        node: body.optional_node(),
    }
}

fn resource_entry<'a>(body: &mut OpBody<'_, 'a>) -> ResourceEntry<'a> {
    ResourceEntry {
        start_ms: body.float(),
        duration_ms: body.float(),
        dns_ms: (body.float(), body.float()),
        connect_ms: (body.float(), body.float()),
        secure_start_ms: body.float(),
        request_start_ms: body.float(),
        response_ms: (body.float(), body.float()),
        transfer_bytes: body.float(),
        encoded_bytes: body.float(),
        decoded_bytes: body.float(),
        url: body.text(),
        initiator: body.text(),
        protocol: body.text(),
    }
}

/// The frame's own fields, then its scripts; those that took the longest are kept.
fn long_frame<'a>(body: &mut OpBody<'_, 'a>) -> LongFrame<'a> {
    let (start_ms, duration_ms) = (body.float(), body.float());
    let (blocking_ms, render_start_ms) = (body.float(), body.float());
    let rendering_ms = if render_start_ms > 0.0 {
        start_ms + duration_ms - render_start_ms
    } else {
        0.0
    };
    let mut scripts: Vec<FrameScript<'_>> = Vec::new();
    while !body.is_empty() {
        let script = FrameScript {
            duration_us: microseconds(body.float()),
            layout_us: microseconds(body.float()),
            position: body.float() as u32,
            invoker: body.text().into(),
            url: body.text().into(),
            function: body.text().into(),
        };
        let place = scripts.partition_point(|known| known.duration_us >= script.duration_us);
        scripts.insert(place, script);
        scripts.truncate(FRAME_SCRIPTS_MAX);
    }
    LongFrame {
        duration_us: microseconds(duration_ms),
        blocking_us: microseconds(blocking_ms),
        rendering_us: microseconds(rendering_ms),
        scripts,
    }
}

/// Whole microseconds of a time in milliseconds; 0 for one below 0.
pub(crate) fn microseconds(ms: f64) -> u64 {
    (ms * 1_000.0).round() as u64
}

/// A size as JavaScript tells it.
pub(crate) fn bytes(number: f64) -> u64 {
    number as u64
}
