//! The bytes of what is sent; nothing of them is believed yet.

use wire_format::limits::BATCH_BYTES_MAX;
use worker::Request;

use crate::body;
use crate::error::ApiError;

/// The body of a request, complete and not too long.
#[derive(Debug)]
pub(crate) struct ReceivedBatch(pub(crate) Vec<u8>);

/// Reads the body.
pub(crate) async fn batch(request: &mut Request) -> Result<ReceivedBatch, ApiError> {
    body::read(request, BATCH_BYTES_MAX)
        .await
        .map(ReceivedBatch)
}
