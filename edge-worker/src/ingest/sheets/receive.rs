//! The bytes of what is sent; nothing of them is believed yet.

use wire_format::limits::SHEET_BYTES_MAX;
use wire_format::sheet::SheetHash;
use worker::Request;

use crate::body;
use crate::error::ApiError;
use crate::limits::SHEETS_PER_QUESTION_MAX;

/// The body of a request, complete and not too long.
#[derive(Debug)]
pub(super) struct Received(pub(super) Vec<u8>);

/// Reads a sheet.
pub(super) async fn sheet(request: &mut Request) -> Result<Received, ApiError> {
    body::read(request, SHEET_BYTES_MAX).await.map(Received)
}

/// Reads hashes.
pub(super) async fn hashes(request: &mut Request) -> Result<Received, ApiError> {
    body::read(request, SHEETS_PER_QUESTION_MAX * SheetHash::BYTES)
        .await
        .map(Received)
}
