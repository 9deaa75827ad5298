use std::collections::HashMap;

use wire_format::record::{RequestContent, RequestEnd, RequestOutcome, RequestSide, RequestStart};

use crate::signals::milliseconds;

/// Requests of a window, by what they are called.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    names: HashMap<u32, String>,
}

impl Requests {
    /// A request is worth a line when it ends.
    pub(crate) fn begin<T>(&mut self, start: &RequestStart<'_>) -> Option<T> {
        // Numbers start again with every document, so what is left of the one before is overwritten.
        let what = format!("{} {}", start.method, start.url);
        self.names.insert(start.request, what);
        None
    }

    /// What was sent or answered, if it was recorded.
    pub(crate) fn content(&self, content: &RequestContent<'_>) -> String {
        let request = self.name(content.request);
        let headers = content.headers.iter();
        let headers = headers.map(|header| format!("{}: {}", header.name, header.value));
        let parts = headers.chain(Some(content.body.to_string()));
        let shown: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        let said = match content.side {
            RequestSide::Request => "sent with",
            RequestSide::Answer => "answer to",
        };
        format!("{said} {request}: {}", shown.join(" · "))
    }

    fn name(&self, request: u32) -> &str {
        self.names.get(&request).map_or("a request", String::as_str)
    }

    pub(crate) fn end(&self, end: &RequestEnd<'_>) -> String {
        let request = self.name(end.request);
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
