use super::numbers::wire_enum;
use crate::node::Text;

/// A request that the page sent, or a connection that it opened.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestStart<'a> {
    /// Its number, unique in the document.
    pub request: u32,
    /// How the page sent it.
    pub initiator: RequestInitiator,
    /// The HTTP method.
    pub method: Text<'a>,
    /// The absolute address.
    pub url: Text<'a>,
    /// The trace that it belongs to (W3C Trace Context), if it carries one.
    pub trace_id: Option<Text<'a>>,
}

/// How a request or a connection ended.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestEnd<'a> {
    /// The number that its start gave.
    pub request: u32,
    /// What became of it.
    pub outcome: RequestOutcome,
    /// The status of the answer, or the code with which a connection was closed; 0 if there is none.
    pub status: u32,
    /// Microseconds since its start: until the headers of the answer, or to the end of a connection.
    pub duration_us: u64,
    /// What the browser says of a failure.
    pub detail: Option<Text<'a>>,
    /// Messages that the page sent over a connection.
    pub sent_count: u32,
    /// Messages that it received over a connection.
    pub received_count: u32,
}

impl RequestEnd<'_> {
    /// Whether no answer came, or one that says that the request failed. What the page called off
    /// by itself has not failed; codes of closed connections stand above those of HTTP.
    pub const fn has_failed(&self) -> bool {
        match self.outcome {
            RequestOutcome::Failed | RequestOutcome::TimedOut => true,
            RequestOutcome::Answered => matches!(self.status, 400..=599),
            RequestOutcome::Aborted | RequestOutcome::Queued => false,
        }
    }
}

/// What a request or its answer held, as far as the page's author has it recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestContent<'a> {
    /// The number that its start gave.
    pub request: u32,
    /// Which of the two it is.
    pub side: RequestSide,
    /// The headers that the author listed.
    pub headers: Vec<RequestHeader<'a>>,
    /// How much of the body is in `body`.
    pub extent: BodyExtent,
    /// The body as text, or its beginning; empty where it is not recorded.
    pub body: Text<'a>,
}

/// A header of a request or of its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestHeader<'a> {
    /// Its name in lower case.
    pub name: Text<'a>,
    /// Its value.
    pub value: Text<'a>,
}

/// What a request spent its time with; parts that the browser does not tell are 0.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestTiming<'a> {
    /// The number that its start gave.
    pub request: u32,
    /// Microseconds for the name.
    pub dns_us: u64,
    /// Microseconds for the connection, encryption included.
    pub connect_us: u64,
    /// Microseconds for its encryption.
    pub tls_us: u64,
    /// Microseconds from sending the request to the first byte of the answer.
    pub first_byte_us: u64,
    /// Microseconds for the answer.
    pub answer_us: u64,
    /// Microseconds from the beginning to the end.
    pub total_us: u64,
    /// Bytes that travelled, headers included; 0 if it came from a cache.
    pub transfer_bytes: u64,
    /// Bytes of the body as it travelled.
    pub encoded_bytes: u64,
    /// Bytes of the body as the page got it.
    pub decoded_bytes: u64,
    /// The protocol, by its ALPN name.
    pub protocol: Text<'a>,
}

wire_enum!(
    /// How a page sent a request.
    RequestInitiator {
        /// `fetch`.
        Fetch = 1,
        /// `XMLHttpRequest`.
        Xhr = 2,
        /// `navigator.sendBeacon`.
        Beacon = 3,
        /// A `WebSocket`.
        WebSocket = 4,
        /// An `EventSource`.
        EventSource = 5,
    }
);
wire_enum!(
    /// What became of a request.
    RequestOutcome {
        /// An answer came, whatever its status; a connection was closed in order.
        Answered = 1,
        /// No answer came, or the page may not see it; a connection broke.
        Failed = 2,
        /// The page called it off.
        Aborted = 3,
        /// The page's time limit was exceeded.
        TimedOut = 4,
        /// A beacon was handed over; nobody will hear of an answer.
        Queued = 5,
    }
);
wire_enum!(
    /// Who sent a content.
    RequestSide {
        /// The page.
        Request = 1,
        /// The server.
        Answer = 2,
    }
);
wire_enum!(
    /// How much of a body is recorded.
    BodyExtent {
        /// Nothing: the author did not list the address.
        NotListed = 1,
        /// All of it.
        Whole = 2,
        /// Its beginning.
        Beginning = 3,
        /// Nothing: it is no text, or reading it would cost or disturb the page.
        NotRead = 4,
        /// Nothing: there were too many at once.
        TooMany = 5,
    }
);
