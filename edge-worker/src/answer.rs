//! Answers: JSON, nothing, a stream, an error; all with the same headers of safety.

use serde::Serialize;
use worker::{Response, ResponseBuilder, console_error};

use crate::accounting;
use crate::cors::Header;
use crate::error::ApiError;
use crate::refusal::ErrorBody;

/// JSON.
pub(crate) fn json<T: Serialize>(status: u16, value: &T) -> Result<Response, ApiError> {
    let body = serde_json::to_vec(value).map_err(|error| ApiError::Internal(error.to_string()))?;
    let response = builder(status)?.with_header("content-type", "application/json")?;
    Ok(response.fixed(body))
}

/// A status and headers.
pub(crate) fn empty(status: u16) -> Result<Response, ApiError> {
    Ok(builder(status)?.empty())
}

/// Text of this type.
pub(crate) fn text(content_type: &str, text: &str) -> Result<Response, ApiError> {
    let response = builder(200)?.with_header("content-type", content_type)?;
    Ok(response.fixed(text.as_bytes().to_vec()))
}

/// Bytes.
pub(crate) fn bytes(bytes: Vec<u8>) -> Result<Response, ApiError> {
    let response = builder(200)?.with_header("content-type", "application/octet-stream")?;
    Ok(response.fixed(bytes))
}

/// Bytes that come piece by piece.
pub(crate) fn stream<S>(bytes: S) -> Result<Response, ApiError>
where
    S: futures_util::Stream<Item = worker::Result<Vec<u8>>> + 'static,
{
    let response = builder(200)?.with_header("content-type", "application/octet-stream")?;
    Ok(response.from_stream(bytes)?)
}

/// An error in the form that all of them have.
pub(crate) fn error(error: &ApiError) -> Result<Response, ApiError> {
    error_with(error, &error.body())
}

/// An error with a body that says more.
pub(crate) fn error_with(error: &ApiError, body: &ErrorBody) -> Result<Response, ApiError> {
    let refusal = error.refusal();
    match error {
        ApiError::Storage(cause) => {
            console_error!("{cause}");
            accounting::count_storage_failure(cause.store());
        }
        ApiError::Internal(cause) => console_error!("{cause}"),
        _ => {}
    }
    let mut headers = Vec::new();
    headers.extend(refusal.allow.map(|allow| ("allow", allow.to_owned())));
    headers.extend(
        refusal
            .retry_after_s
            .map(|seconds| ("retry-after", seconds.to_string())),
    );
    with_headers(json(refusal.status, body)?, &headers)
}

/// Adds headers to an answer.
pub(crate) fn with_headers(response: Response, headers: &[Header]) -> Result<Response, ApiError> {
    for (name, value) in headers {
        response.headers().set(name, value)?;
    }
    Ok(response)
}

/// An answer to `HEAD`: all but the body.
pub(crate) fn without_body(response: Response) -> Response {
    let (builder, _) = response.into_parts();
    builder.empty()
}

/// Nothing the edge answers may be cached or taken for anything else than it says it is.
fn builder(status: u16) -> Result<ResponseBuilder, ApiError> {
    let builder = Response::builder().with_status(status);
    Ok(builder
        .with_header("cache-control", "no-store")?
        .with_header("x-content-type-options", "nosniff")?)
}

impl From<worker::Error> for ApiError {
    fn from(error: worker::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
