//! What developers need beside the picture. The console has an event of its own in rrweb's format,
//! that of its console plugin; everything else becomes custom events.

use super::Exporter;
use super::events::{close_event, open_event, write_custom};
use super::json::Json;
use crate::record::{ConsoleMessage, PageError, Record, StackFrame};

const PLUGIN: i64 = 6;

impl Exporter {
    pub(super) fn signal(&mut self, at_ms: u64, record: &Record<'_>) {
        let Some(tag) = tag_of(record) else {
            if let Record::Console(message) = record {
                self.console_message(at_ms, message);
            }
            return;
        };
        write_custom(&mut self.events, at_ms, tag, |json| {
            write_payload(json, record)
        });
    }

    fn console_message(&mut self, at_ms: u64, message: &ConsoleMessage<'_>) {
        let json = &mut self.events;
        open_event(json, PLUGIN);
        json.string("plugin", "rrweb/console@1");
        json.open_object_at("payload");
        json.string("level", message.level.method());
        json.open_array("payload");
        for value in &message.values {
            // The plugin wants each value as JSON within a string.
            json.element(&serde_json::to_string(value.as_ref()).unwrap_or_default());
        }
        json.close_array();
        write_frames(json, "trace", &message.frames);
        json.close_object();
        close_event(json, at_ms);
    }
}

const fn tag_of(record: &Record<'_>) -> Option<&'static str> {
    Some(match record {
        Record::PageError(_) => "page error",
        Record::ConsoleSkipped { .. } => "console skipped",
        Record::LoadFailure(_) => "load failure",
        Record::PolicyViolation(_) => "policy violation",
        Record::RequestStart(_) => "request start",
        Record::RequestEnd(_) => "request end",
        Record::RequestTiming(_) => "request timing",
        Record::RequestContent(_) => "request content",
        Record::WebVital(_) => "web vital",
        Record::LongFrame(_) => "long frame",
        Record::ResourceSummary(_) => "resources",
        Record::Memory(_) => "memory",
        Record::Frustration(_) => "frustration",
        Record::Tag { .. } => "tag",
        Record::Flag { .. } => "flag",
        _ => return None,
    })
}

fn write_payload(json: &mut Json, record: &Record<'_>) {
    match record {
        Record::PageError(error) => write_page_error(json, error),
        Record::ConsoleSkipped { count } => write_count(json, "count", *count),
        Record::LoadFailure(failure) => {
            json.string("tag", &failure.tag);
            json.string("url", &failure.url);
        }
        Record::PolicyViolation(violation) => {
            json.string("directive", &violation.directive);
            json.string("blocked", &violation.blocked);
        }
        Record::RequestStart(start) => {
            json.number("request", start.request);
            json.string("initiator", &format!("{:?}", start.initiator));
            json.string("method", &start.method);
            json.string("url", &start.url);
            json.string("trace_id", start.trace_id.as_deref().unwrap_or_default());
        }
        Record::RequestEnd(end) => {
            json.number("request", end.request);
            json.string("outcome", &format!("{:?}", end.outcome));
            json.number("status", end.status);
            write_count(json, "duration_us", end.duration_us);
            json.string("detail", end.detail.as_deref().unwrap_or_default());
            json.number("sent", end.sent_count);
            json.number("received", end.received_count);
        }
        Record::RequestTiming(timing) => {
            json.number("request", timing.request);
            write_count(json, "first_byte_us", timing.first_byte_us);
            write_count(json, "total_us", timing.total_us);
            write_count(json, "transfer_bytes", timing.transfer_bytes);
            write_count(json, "decoded_bytes", timing.decoded_bytes);
        }
        Record::RequestContent(content) => {
            json.number("request", content.request);
            json.string("side", &format!("{:?}", content.side));
            json.string("extent", &format!("{:?}", content.extent));
            json.string("body", &content.body);
            json.open_object_at("headers");
            for header in &content.headers {
                json.string(&header.name, &header.value);
            }
            json.close_object();
        }
        Record::WebVital(vital) => {
            json.string("name", vital.vital.abbreviation());
            json.float("value", vital.value);
            json.optional_node("node", vital.node);
            json.string("detail", &vital.detail);
        }
        Record::LongFrame(frame) => {
            write_count(json, "duration_us", frame.duration_us);
            write_count(json, "blocking_us", frame.blocking_us);
            json.open_array("scripts");
            for script in &frame.scripts {
                json.element(&script.url);
            }
            json.close_array();
        }
        Record::ResourceSummary(summary) => {
            for group in &summary.groups {
                write_count(json, &group.initiator, group.count);
            }
        }
        Record::Memory(memory) => write_count(json, "used_bytes", memory.used_bytes),
        Record::Frustration(frustration) => {
            json.string("kind", &format!("{:?}", frustration.kind));
            json.optional_node("node", frustration.node);
            json.number("clicks", frustration.click_count);
        }
        Record::Tag { name, value_json } | Record::Flag { name, value_json } => {
            json.string("name", name);
            json.checked_json("value", Some(value_json));
        }
        _ => {}
    }
}

fn write_page_error(json: &mut Json, error: &PageError<'_>) {
    json.string("name", error.name.as_deref().unwrap_or_default());
    json.string("message", &error.message);
    json.string("source", &error.source);
    json.number("line", error.line);
    json.number("column", error.column);
    write_frames(json, "stack", &error.frames);
    json.open_array("causes");
    for cause in &error.causes {
        json.element(&cause.message);
    }
    json.close_array();
}

fn write_frames(json: &mut Json, key: &str, frames: &[StackFrame<'_>]) {
    json.open_array(key);
    for frame in frames {
        json.element(&frame.to_string());
    }
    json.close_array();
}

fn write_count(json: &mut Json, key: &str, count: u64) {
    json.number(key, i64::try_from(count).unwrap_or(i64::MAX));
}
