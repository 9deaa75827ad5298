//! The body of a request: kept up to a limit, and not a byte more.

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use worker::{ByteStream, Request};

use crate::error::ApiError;
use crate::limits;

/// The whole body. One that says it is longer than the limit is refused unread; one that does not
/// say its length, or lies, is read up to the limit.
pub(crate) async fn read(request: &mut Request, limit_bytes: usize) -> Result<Vec<u8>, ApiError> {
    let mut body = CappedBytes::new(limit_bytes);
    body.expect(stated_length(request)?)?;
    if request.inner().body().is_none() {
        return Ok(Vec::new());
    }
    let mut chunks = request.stream()?;
    let read = async {
        while let Some(chunk) = chunks
            .try_next()
            .await
            .map_err(|_| ApiError::IncompleteBody)?
        {
            body.push(&chunk)?;
        }
        Ok(())
    };
    let result = read.await;
    if result.is_err() {
        discard_rest(chunks).await;
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

    /// Refuses a body whose sender says that it is too long. No memory is set aside for a body that
    /// is only announced.
    fn expect(&self, stated_bytes: Option<u64>) -> Result<(), ApiError> {
        let is_too_long = stated_bytes.is_some_and(|bytes| bytes > self.limit_bytes as u64);
        if is_too_long {
            Err(self.too_large())
        } else {
            Ok(())
        }
    }

    fn push(&mut self, chunk: &[u8]) -> Result<(), ApiError> {
        if chunk.len() > self.limit_bytes - self.bytes.len() {
            return Err(self.too_large());
        }
        self.bytes.extend_from_slice(chunk);
        Ok(())
    }

    fn too_large(&self) -> ApiError {
        ApiError::BodyTooLarge {
            limit_bytes: self.limit_bytes,
        }
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
        assert!(body.expect(Some(10)).is_ok());
        assert!(body.push(b"12345").is_ok());
        assert!(body.push(b"67890").is_ok());
        assert!(is_too_large(body.push(b"x")));
        assert_eq!(body.bytes, b"1234567890");
    }

    #[test]
    fn a_stated_length_beyond_the_limit_is_refused_before_reading() {
        for length in [11, u64::from(u32::MAX) + 11, u64::MAX] {
            assert!(
                is_too_large(CappedBytes::new(10).expect(Some(length))),
                "{length}"
            );
        }
    }

    #[test]
    fn without_a_true_length_the_limit_holds_all_the_same() {
        for length in [None, Some(3)] {
            let mut body = CappedBytes::new(10);
            assert!(body.expect(length).is_ok());
            assert!(is_too_large(body.push(&[0; 11])));
        }
    }
}
