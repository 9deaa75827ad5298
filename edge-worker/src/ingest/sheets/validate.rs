//! Whether the bytes are a sheet, and which one.

use wire_format::sheet::{OpenSheet, SheetHash};

use super::receive::Received;
use crate::error::ApiError;

/// A sheet that has been read to its end. It is kept as it came.
#[derive(Debug)]
pub(super) struct ValidSheet {
    pub(super) hash: SheetHash,
    pub(super) bytes: Vec<u8>,
}

/// Reads the whole sheet and computes its hash.
pub(super) fn sheet(Received(bytes): Received) -> Result<ValidSheet, ApiError> {
    let hash = OpenSheet::check(&bytes).map_err(ApiError::InvalidSheet)?;
    Ok(ValidSheet { hash, bytes })
}

/// Splits hashes that stand one after the other.
pub(super) fn hashes(Received(bytes): &Received) -> Result<Vec<SheetHash>, ApiError> {
    match bytes.as_chunks() {
        (hashes, []) => Ok(hashes.iter().copied().map(SheetHash::from_bytes).collect()),
        _ => Err(ApiError::InvalidRequest {
            field: "body",
            problem: "the body is not a run of hashes of 32 bytes",
            limit: None,
        }),
    }
}
