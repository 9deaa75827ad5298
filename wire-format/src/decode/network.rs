use super::Decoder;
use crate::error::Result;
use crate::record::{
    BodyExtent, RequestContent, RequestEnd, RequestHeader, RequestInitiator, RequestOutcome,
    RequestSide, RequestStart, RequestTiming,
};

impl<'a> Decoder<'a> {
    pub(super) fn request_start(&mut self) -> Result<RequestStart<'a>> {
        Ok(RequestStart {
            request: self.input.u32("request")?,
            initiator: self.number(RequestInitiator::from_number, "request initiator")?,
            method: self.text()?,
            url: self.text()?,
            trace_id: self.optional_text()?,
        })
    }

    pub(super) fn request_end(&mut self) -> Result<RequestEnd<'a>> {
        Ok(RequestEnd {
            request: self.input.u32("request")?,
            outcome: self.number(RequestOutcome::from_number, "request outcome")?,
            status: self.input.u32("status")?,
            duration_us: self.input.uint()?,
            detail: self.optional_text()?,
            sent_count: self.input.u32("messages sent")?,
            received_count: self.input.u32("messages received")?,
        })
    }

    pub(super) fn request_timing(&mut self) -> Result<RequestTiming<'a>> {
        Ok(RequestTiming {
            request: self.input.u32("request")?,
            dns_us: self.input.uint()?,
            connect_us: self.input.uint()?,
            tls_us: self.input.uint()?,
            first_byte_us: self.input.uint()?,
            answer_us: self.input.uint()?,
            total_us: self.input.uint()?,
            transfer_bytes: self.input.uint()?,
            encoded_bytes: self.input.uint()?,
            decoded_bytes: self.input.uint()?,
            protocol: self.text()?,
        })
    }

    pub(super) fn request_content(&mut self) -> Result<RequestContent<'a>> {
        Ok(RequestContent {
            request: self.input.u32("request")?,
            side: self.number(RequestSide::from_number, "request side")?,
            headers: self.request_headers()?,
            extent: self.number(BodyExtent::from_number, "body extent")?,
            body: self.text()?,
        })
    }

    fn request_headers(&mut self) -> Result<Vec<RequestHeader<'a>>> {
        let count = self.groups(2)?;
        self.list(count, |decoder| {
            Ok(RequestHeader {
                name: decoder.text()?,
                value: decoder.text()?,
            })
        })
    }
}
