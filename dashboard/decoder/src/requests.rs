use std::collections::HashMap;

use wire_format::record::{RequestEnd, RequestOutcome, RequestStart};

use crate::signals::milliseconds;

/// Requests of a window that have begun and not ended.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    begun: HashMap<u32, String>,
}

impl Requests {
    /// A request is worth a line when it ends.
    pub(crate) fn begin<T>(&mut self, start: &RequestStart<'_>) -> Option<T> {
        // Numbers start again with every document, so what is left of the one before is overwritten.
        let what = format!("{} {}", start.method, start.url);
        self.begun.insert(start.request, what);
        None
    }

    pub(crate) fn end(&mut self, end: &RequestEnd<'_>) -> String {
        let request = self.begun.remove(&end.request);
        let request = request.as_deref().unwrap_or("a request");
        let took = milliseconds(end.duration_us);
        let detail = end.detail.as_deref().unwrap_or_default();
        match end.outcome {
            RequestOutcome::Answered => format!("{} {request}, {took}", end.status),
            RequestOutcome::Failed => format!("failed {request}, {took} {detail}"),
            RequestOutcome::Aborted => format!("aborted {request}, {took}"),
            RequestOutcome::TimedOut => format!("timed out {request}, {took}"),
            RequestOutcome::Queued => format!("queued {request}"),
        }
    }
}
