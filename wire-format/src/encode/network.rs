use super::Encoder;
use crate::record::{RequestContent, RequestEnd, RequestStart, RequestTiming};

impl Encoder {
    pub(super) fn request_start(&mut self, start: &RequestStart<'_>) {
        self.out.uint(start.request);
        self.out.uint(start.initiator.number());
        self.text(&start.method);
        self.text(&start.url);
        self.optional_text(start.trace_id.as_deref());
    }

    pub(super) fn request_end(&mut self, end: &RequestEnd<'_>) {
        self.out.uint(end.request);
        self.out.uint(end.outcome.number());
        self.out.uint(end.status);
        self.out.uint(end.duration_us);
        self.optional_text(end.detail.as_deref());
        self.out.uint(end.sent_count);
        self.out.uint(end.received_count);
    }

    pub(super) fn request_timing(&mut self, timing: &RequestTiming<'_>) {
        self.out.uint(timing.request);
        self.out.uint(timing.dns_us);
        self.out.uint(timing.connect_us);
        self.out.uint(timing.tls_us);
        self.out.uint(timing.first_byte_us);
        self.out.uint(timing.answer_us);
        self.out.uint(timing.total_us);
        self.out.uint(timing.transfer_bytes);
        self.out.uint(timing.encoded_bytes);
        self.out.uint(timing.decoded_bytes);
        self.text(&timing.protocol);
    }

    pub(super) fn request_content(&mut self, content: &RequestContent<'_>) {
        self.out.uint(content.request);
        self.out.uint(content.side.number());
        self.out.array(2 * content.headers.len());
        for header in &content.headers {
            self.text(&header.name);
            self.text(&header.value);
        }
        self.out.uint(content.extent.number());
        self.text(&content.body);
    }
}
