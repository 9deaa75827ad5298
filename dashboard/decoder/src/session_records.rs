//! What was done with the recording of a session as a whole, in a line each.

use wire_format::record::{Record, Release, ReleaseReason};

/// What a record of this family says; `None` for all others.
pub(crate) fn describe(record: &Record<'_>) -> Option<String> {
    Some(match record {
        Record::PreviousSession(session) => format!("continues session {session}"),
        Record::Released(release) => released(release),
        Record::Pause { paused: true } => "paused by the page".to_owned(),
        Record::Pause { paused: false } => "goes on after a pause".to_owned(),
        _ => return None,
    })
}

fn released(release: &Release) -> String {
    let reason = match release.reason {
        ReleaseReason::Error => "an error",
        ReleaseReason::Requested => "a request of the page",
        ReleaseReason::Edge => "a request of the owner",
        ReleaseReason::Duration => "its duration",
        ReleaseReason::OtherPage => "another page of the session",
    };
    let kept_s = release.age_ms / 1_000;
    format!("kept because of {reason}, with the {kept_s} s before")
}
