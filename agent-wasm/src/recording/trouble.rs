use wire_format::Record;
use wire_format::record::{RequestEnd, RequestOutcome};

/// Whether a record tells of something that a developer wants to see the visit for.
///
/// Requests that failed without an answer do not count, as content blockers make them fail on nearly
/// every page; nor do errors of which nothing is known, and what browsers report when an observer
/// of sizes is served a frame late.
pub(super) fn is_trouble(record: &Record<'_>) -> bool {
    match record {
        Record::PageError(error) => {
            !error.is_hidden_by_origin() && !error.message.starts_with("ResizeObserver loop")
        }
        Record::RequestEnd(RequestEnd {
            outcome, status, ..
        }) => *outcome == RequestOutcome::Answered && matches!(status, 500..=599),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use wire_format::record::{ErrorOrigin, PageError};

    use super::*;

    fn error(message: &'static str) -> Record<'static> {
        Record::PageError(PageError {
            origin: ErrorOrigin::Uncaught,
            name: None,
            message: message.into(),
            source: "".into(),
            line: 0,
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
        assert!(is_trouble(&error("Uncaught TypeError: cart is undefined")));
        assert!(is_trouble(&request(RequestOutcome::Answered, 503)));
    }

    #[test]
    fn what_no_developer_can_do_anything_about_is_not() {
        for message in [
            "Script error.",
            "ResizeObserver loop completed with undelivered notifications.",
        ] {
            assert!(!is_trouble(&error(message)), "{message}");
        }
        assert!(!is_trouble(&request(RequestOutcome::Answered, 404)));
        assert!(!is_trouble(&request(RequestOutcome::Failed, 0)));
        assert!(!is_trouble(&Record::Visibility { visible: true }));
    }
}
