use wire_format::Record;
use wire_format::record::{ErrorOrigin, RequestEnd, RequestOutcome};

/// Whether a record tells of something that a developer wants to see the visit for.
///
/// Requests that failed without an answer do not count, as content blockers make them fail on nearly
/// every page; nor do errors that have no place in any script: the browser hides those of scripts of
/// other origins, and reports by itself that an observer of sizes is served a frame late.
pub(super) fn is_trouble(record: &Record<'_>) -> bool {
    match record {
        Record::PageError(error) => {
            error.origin != ErrorOrigin::Uncaught || error.line > 0 || !error.frames.is_empty()
        }
        Record::RequestEnd(RequestEnd {
            outcome, status, ..
        }) => *outcome == RequestOutcome::Answered && matches!(status, 500..=599),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use wire_format::record::PageError;

    use super::*;

    fn error(origin: ErrorOrigin, line: u32) -> Record<'static> {
        Record::PageError(PageError {
            origin,
            name: None,
            message: "".into(),
            source: "".into(),
            line,
            column: 0,
            frames: Vec::new(),
            causes: Vec::new(),
        })
    }

    fn request(outcome: RequestOutcome, status: u32) -> Record<'static> {
        Record::RequestEnd(RequestEnd {
            request: 1,
            outcome,
            status,
            duration_us: 1,
            detail: None,
            sent_count: 0,
            received_count: 0,
        })
    }

    #[test]
    fn errors_and_failing_servers_are_trouble() {
        assert!(is_trouble(&error(ErrorOrigin::Uncaught, 12)));
        assert!(is_trouble(&error(ErrorOrigin::UnhandledRejection, 0)));
        assert!(is_trouble(&request(RequestOutcome::Answered, 503)));
    }

    #[test]
    fn what_no_developer_can_do_anything_about_is_not() {
        assert!(!is_trouble(&error(ErrorOrigin::Uncaught, 0)));
        assert!(!is_trouble(&request(RequestOutcome::Answered, 404)));
        assert!(!is_trouble(&request(RequestOutcome::Failed, 0)));
        assert!(!is_trouble(&Record::Visibility { visible: true }));
    }
}
