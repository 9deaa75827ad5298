//! The body of a request: kept up to a limit, and not a byte more.

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use worker::{ByteStream, Request};

use crate::error::ApiError;
use crate::limits;

/// The whole body. One that says it is longer than the limit is refused unread; one that does not
/// say its length is read up to the limit.
pub(crate) async fn read(request: &mut Request, limit_bytes: usize) -> Result<Vec<u8>, ApiError> {
    let encoding = request.headers().get("content-encoding")?;
    if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity")) {
        return Err(ApiError::UnsupportedEncoding);
    }
    if request.inner().body().is_none() {
        return Ok(Vec::new());
    }
    let Some(stated_bytes) = stated_length(request)? else {
        return read_pieces(request, limit_bytes).await;
    };
    if stated_bytes > limit_bytes as u64 {
        return Err(ApiError::BodyTooLarge { limit_bytes });
    }
    // HTTP ends a body where its sender said that it would. Read piece by piece, each would be a wait of its own.
    request.bytes().await.map_err(|_| ApiError::IncompleteBody)
}

async fn read_pieces(request: &mut Request, limit_bytes: usize) -> Result<Vec<u8>, ApiError> {
    let mut body = CappedBytes::new(limit_bytes);
    let mut pieces = request.stream()?;
    let read = async {
        while let Some(piece) = pieces
            .try_next()
            .await
            .map_err(|_| ApiError::IncompleteBody)?
        {
            body.push(&piece)?;
        }
        Ok(())
    };
    let result = read.await;
    if result.is_err() {
        discard_rest(pieces).await;
    }
    result.map(|()| body.bytes)
}

/// Lets a body that nobody wants go by. A sender that speaks HTTP/1.1 reads the answer only when it
/// has sent everything, and a connection that is closed before loses the answer.
pub(crate) async fn discard(request: &mut Request) {
    let is_hopeless = |length: u64| length > limits::DISCARDED_BYTES_MAX;
    if request.inner().body_used()
        || stated_length(request)
            .ok()
            .flatten()
            .is_some_and(is_hopeless)
    {
        return;
    }
    if let Ok(chunks) = request.stream() {
        discard_rest(chunks).await;
    }
}

async fn discard_rest(mut chunks: ByteStream) {
    let mut discarded_bytes = 0;
    while let Ok(Some(chunk)) = chunks.try_next().await {
        discarded_bytes += chunk.len() as u64;
        if discarded_bytes > limits::DISCARDED_BYTES_MAX {
            return;
        }
    }
}

/// What the sender says of the length.
fn stated_length(request: &Request) -> Result<Option<u64>, ApiError> {
    let length = request.headers().get("content-length")?;
    Ok(length.and_then(|length| length.parse().ok()))
}

/// The body as JSON.
pub(crate) async fn read_json<T: DeserializeOwned>(request: &mut Request) -> Result<T, ApiError> {
    let bytes = read(request, limits::JSON_BODY_BYTES_MAX).await?;
    serde_json::from_slice(&bytes).map_err(|_| ApiError::InvalidRequest {
        field: "body",
        problem: "the body is not the JSON object that this address expects",
        limit: None,
    })
}

struct CappedBytes {
    bytes: Vec<u8>,
    limit_bytes: usize,
}

impl CappedBytes {
    fn new(limit_bytes: usize) -> Self {
        Self {
            bytes: Vec::new(),
            limit_bytes,
        }
    }

    fn push(&mut self, piece: &[u8]) -> Result<(), ApiError> {
        if piece.len() > self.limit_bytes - self.bytes.len() {
            return Err(ApiError::BodyTooLarge {
                limit_bytes: self.limit_bytes,
            });
        }
        self.bytes.extend_from_slice(piece);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_too_large(result: Result<(), ApiError>) -> bool {
        matches!(result, Err(ApiError::BodyTooLarge { limit_bytes: 10 }))
    }

    #[test]
    fn a_body_may_be_as_long_as_the_limit() {
        let mut body = CappedBytes::new(10);
        assert!(body.push(b"12345").is_ok());
        assert!(body.push(b"67890").is_ok());
        assert!(is_too_large(body.push(b"x")));
        assert_eq!(body.bytes, b"1234567890");
        assert!(is_too_large(CappedBytes::new(10).push(&[0; 11])));
    }
}
