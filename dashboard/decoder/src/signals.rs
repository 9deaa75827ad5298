//! What developers need beside the picture, in a line each.

use wire_format::record::{
    ErrorOrigin, Frustration, FrustrationKind, LongFrame, PageError, Record, StackFrame, Vital,
    WebVital,
};

/// The kind of a record and what it says; `None` for what is not worth a line.
pub(crate) fn describe(record: &Record<'_>) -> Option<(&'static str, String)> {
    Some(match record {
        Record::PageError(error) => ("error", page_error(error)),
        Record::LoadFailure(failure) => (
            "error",
            format!("<{}> not loaded: {}", failure.tag, failure.url),
        ),
        Record::PolicyViolation(violation) => (
            "error",
            format!("{} blocked by {}", violation.blocked, violation.directive),
        ),
        Record::Console(message) => (
            "console",
            format!("{}: {}", message.level.method(), message.values.join(" ")),
        ),
        Record::ConsoleSkipped { count } => ("console", format!("{count} more messages")),
        Record::WebVital(vital) => ("measure", web_vital(vital)),
        Record::LongFrame(frame) => ("measure", long_frame(frame)),
        Record::Tag { name, value_json } => ("fact", format!("{name}: {value_json}")),
        Record::Flag { name, value_json } => ("fact", format!("flag {name}: {value_json}")),
        _ => return None,
    })
}

/// Clicks that did not help, on an element with this name.
pub(crate) fn frustration(frustration: &Frustration, name: &str) -> String {
    match frustration.kind {
        FrustrationKind::RageClick => format!("{} clicks on {name}", frustration.click_count),
        FrustrationKind::DeadClick => format!("nothing follows on a click on {name}"),
    }
}

/// Whole milliseconds, as far as anybody wants to know.
pub(crate) fn milliseconds(us: u64) -> String {
    format!("{} ms", (us + 500) / 1_000)
}

fn page_error(error: &PageError<'_>) -> String {
    if error.is_hidden_by_origin() {
        return "an error in a script of another origin, which the browser hides".to_owned();
    }
    let name = match (&error.name, error.origin) {
        // Browsers begin the message of an uncaught error with its name.
        (Some(name), ErrorOrigin::UnhandledRejection) => format!("{name}: "),
        _ => String::new(),
    };
    let place = error.frames.first().map(place).unwrap_or_default();
    let causes: String = error
        .causes
        .iter()
        .map(|cause| format!(", caused by {}", cause.message))
        .collect();
    format!("{name}{}{causes}{place}", error.message)
}

fn place(frame: &StackFrame<'_>) -> String {
    format!(" ({}:{}:{})", frame.url, frame.line, frame.column)
}

fn web_vital(vital: &WebVital<'_>) -> String {
    let name = vital.vital.abbreviation();
    match vital.vital {
        Vital::LayoutShift => format!("{name} {:.3}", vital.value),
        _ => format!("{name} {:.0} ms {}", vital.value, vital.detail),
    }
}

fn long_frame(frame: &LongFrame<'_>) -> String {
    let took = milliseconds(frame.duration_us);
    match frame.scripts.first() {
        Some(script) => format!("a frame took {took}: {} {}", script.invoker, script.url),
        None => format!("a frame took {took}"),
    }
}
