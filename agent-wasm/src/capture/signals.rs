//! Ops of what developers need beside the picture.

use wire_format::record::{
    BodyExtent, ConsoleLevel, ConsoleMessage, ErrorCause, ErrorOrigin, LoadFailure, Memory,
    PageError, PolicyViolation, Record, RequestContent, RequestEnd, RequestHeader,
    RequestInitiator, RequestOutcome, RequestSide, RequestStart,
};

use super::op_body::OpBody;
use super::performance::{bytes, microseconds};
use super::{CaptureError, Captured, console_values, op, stack};

pub(super) fn record<'a>(code: u32, body: &mut OpBody<'_, 'a>) -> Result<Record<'a>, CaptureError> {
    Ok(match code {
        op::PAGE_ERROR => Record::PageError(page_error(body)?),
        op::CONSOLE => Record::Console(ConsoleMessage {
            level: body.one_of(ConsoleLevel::from_number, "console level")?,
            frames: stack::frames_of(body.optional_text()),
            values: console_values::render(body)?,
        }),
        op::CONSOLE_SKIPPED => Record::ConsoleSkipped {
            count: body.word().into(),
        },
        op::LOAD_FAILURE => Record::LoadFailure(LoadFailure {
            node: body.optional_node(),
            tag: body.text().into(),
            url: body.text().into(),
        }),
        op::POLICY_VIOLATION => Record::PolicyViolation(PolicyViolation {
            directive: body.text().into(),
            blocked: body.text().into(),
            source: body.text().into(),
            line: body.word(),
            column: body.word(),
            is_enforced: body.flag(),
        }),
        op::REQUEST_END => Record::RequestEnd(RequestEnd {
            request: body.word(),
            outcome: body.one_of(RequestOutcome::from_number, "request outcome")?,
            status: body.word(),
            duration_us: microseconds(body.float()),
            detail: body.optional_text().map(Into::into),
            sent_count: body.word(),
            received_count: body.word(),
        }),
        op::REQUEST_CONTENT => Record::RequestContent(request_content(body)?),
        op::MEMORY => Record::Memory(Memory {
            used_bytes: bytes(body.float()),
            total_bytes: bytes(body.float()),
            limit_bytes: bytes(body.float()),
        }),
        op::TAG => Record::Tag {
            name: body.text().into(),
            value_json: body.text().into(),
        },
        op::FLAG => Record::Flag {
            name: body.text().into(),
            value_json: body.text().into(),
        },
        unknown => return Err(CaptureError::UnknownOp(unknown)),
    })
}

fn page_error<'a>(body: &mut OpBody<'_, 'a>) -> Result<PageError<'a>, CaptureError> {
    let mut error = PageError {
        origin: body.one_of(ErrorOrigin::from_number, "error origin")?,
        name: body.optional_text().map(Into::into),
        message: body.text().into(),
        source: body.text().into(),
        line: body.word(),
        column: body.word(),
        frames: stack::frames_of(body.optional_text()),
        causes: Vec::new(),
    };
    while !body.is_empty() {
        error.causes.push(ErrorCause {
            name: body.optional_text().map(Into::into),
            message: body.text().into(),
            frames: stack::frames_of(body.optional_text()),
        });
    }
    Ok(error)
}

pub(super) fn request_start<'a>(body: &mut OpBody<'_, 'a>) -> Result<Captured<'a>, CaptureError> {
    let start = RequestStart {
        request: body.word(),
        initiator: body.one_of(RequestInitiator::from_number, "request initiator")?,
        method: body.text().into(),
        url: body.text().into(),
        trace_id: body.optional_text().and_then(trace_id).map(Into::into),
    };
    Ok(Captured::Request {
        start,
        started_ms: body.float(),
    })
}

fn request_content<'a>(body: &mut OpBody<'_, 'a>) -> Result<RequestContent<'a>, CaptureError> {
    let mut content = RequestContent {
        request: body.word(),
        side: body.one_of(RequestSide::from_number, "request side")?,
        extent: body.one_of(BodyExtent::from_number, "body extent")?,
        body: body.optional_text().unwrap_or_default().into(),
        headers: Vec::new(),
    };
    while !body.is_empty() {
        content.headers.push(RequestHeader {
            name: body.text().into(),
            value: body.text().into(),
        });
    }
    Ok(content)
}

/// The trace id in a `traceparent` header (W3C Trace Context): the second of its fields.
fn trace_id(traceparent: &str) -> Option<&str> {
    let id = traceparent.split('-').nth(1)?;
    let is_valid = id.len() == 32
        && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        && id.bytes().any(|byte| byte != b'0');
    is_valid.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_id_is_taken_from_a_valid_header_only() {
        let id = "4bf92f3577b34da6a3ce929d0e0e4736";
        assert_eq!(trace_id(&format!("00-{id}-00f067aa0ba902b7-01")), Some(id));
        for wrong in [
            "",
            "00",
            "00-xyz-1-1",
            "00-00000000000000000000000000000000-1-01",
        ] {
            assert_eq!(trace_id(wrong), None, "{wrong}");
        }
    }
}
