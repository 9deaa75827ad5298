//! Ops of what developers need beside the picture.

use wire_format::record::{
    ConsoleLevel, ConsoleMessage, ErrorCause, ErrorOrigin, LoadFailure, Memory, PageError,
    PolicyViolation, Record, RequestEnd, RequestInitiator, RequestOutcome, RequestStart,
};

use super::performance::{bytes, microseconds};
use super::strings::Strings;
use super::words::{Words, number};
use super::{CaptureError, Captured, console_values, op, stack};

pub(super) fn record<'a>(
    code: u32,
    mut body: Words<'a>,
    strings: &Strings<'a>,
) -> Result<Record<'a>, CaptureError> {
    let body = &mut body;
    Ok(match code {
        op::PAGE_ERROR => Record::PageError(page_error(body, strings)?),
        op::CONSOLE => Record::Console(ConsoleMessage {
            level: number(body, ConsoleLevel::from_number, "console level")?,
            frames: stack::frames_of(strings.optional(body.word()?)?),
            values: console_values::render(body, strings)?,
        }),
        op::CONSOLE_SKIPPED => Record::ConsoleSkipped {
            count: body.word()?.into(),
        },
        op::LOAD_FAILURE => Record::LoadFailure(LoadFailure {
            node: body.optional_node()?,
            tag: strings.required(body.word()?)?.into(),
            url: strings.required(body.word()?)?.into(),
        }),
        op::POLICY_VIOLATION => Record::PolicyViolation(PolicyViolation {
            directive: strings.required(body.word()?)?.into(),
            blocked: strings.required(body.word()?)?.into(),
            source: strings.required(body.word()?)?.into(),
            line: body.word()?,
            column: body.word()?,
            is_enforced: body.flag()?,
        }),
        op::REQUEST_END => Record::RequestEnd(RequestEnd {
            request: body.word()?,
            outcome: number(body, RequestOutcome::from_number, "request outcome")?,
            status: body.word()?,
            duration_us: microseconds(body.float()?),
            detail: strings.optional(body.word()?)?.map(Into::into),
            sent_count: body.word()?,
            received_count: body.word()?,
        }),
        op::MEMORY => Record::Memory(Memory {
            used_bytes: bytes(body.float()?),
            total_bytes: bytes(body.float()?),
            limit_bytes: bytes(body.float()?),
        }),
        op::TAG => Record::Tag {
            name: strings.required(body.word()?)?.into(),
            value_json: strings.required(body.word()?)?.into(),
        },
        op::FLAG => Record::Flag {
            name: strings.required(body.word()?)?.into(),
            value_json: strings.required(body.word()?)?.into(),
        },
        unknown => return Err(CaptureError::UnknownOp(unknown)),
    })
}

fn page_error<'a>(
    body: &mut Words<'a>,
    strings: &Strings<'a>,
) -> Result<PageError<'a>, CaptureError> {
    let mut error = PageError {
        origin: number(body, ErrorOrigin::from_number, "error origin")?,
        name: strings.optional(body.word()?)?.map(Into::into),
        message: strings.required(body.word()?)?.into(),
        source: strings.required(body.word()?)?.into(),
        line: body.word()?,
        column: body.word()?,
        frames: stack::frames_of(strings.optional(body.word()?)?),
        causes: Vec::new(),
    };
    while !body.is_empty() {
        error.causes.push(ErrorCause {
            name: strings.optional(body.word()?)?.map(Into::into),
            message: strings.required(body.word()?)?.into(),
            frames: stack::frames_of(strings.optional(body.word()?)?),
        });
    }
    Ok(error)
}

pub(super) fn request_start<'a>(
    mut body: Words<'a>,
    strings: &Strings<'a>,
) -> Result<Captured<'a>, CaptureError> {
    let start = RequestStart {
        request: body.word()?,
        initiator: number(
            &mut body,
            RequestInitiator::from_number,
            "request initiator",
        )?,
        method: strings.required(body.word()?)?.into(),
        url: strings.required(body.word()?)?.into(),
        trace_id: strings
            .optional(body.word()?)?
            .and_then(trace_id)
            .map(Into::into),
    };
    Ok(Captured::Request {
        start,
        started_ms: body.float()?,
    })
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
