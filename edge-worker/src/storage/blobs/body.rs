//! The body of an answer with an object.

use futures_util::StreamExt;
use worker::{FixedLengthStream, Response};

use super::{Pieces, failed};
use crate::storage::StorageError;

/// Its pieces, which are as long together as the answer says.
pub(super) fn pieces(name: &str, mut response: Response) -> Result<Pieces, StorageError> {
    let size_bytes = response.headers().get("content-length").map_err(failed)?;
    let size_bytes = size_bytes.and_then(|size| size.parse().ok());
    let size_bytes = size_bytes.ok_or_else(|| failed(format!("{name} has no length")))?;
    let bytes = response.stream().map_err(failed)?;
    Ok(FixedLengthStream::wrap(bytes, size_bytes).boxed_local())
}
