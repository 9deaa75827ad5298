//! What compresses batches, compiled as the recorder is, for `tests/perf/compression.ts`.

use wasm_bindgen::prelude::*;

/// An LZ4 block, as a batch holds it.
#[wasm_bindgen]
pub fn compress(payload: &[u8]) -> Vec<u8> {
    lz4_flex::block::compress(payload)
}

/// What an LZ4 block of so many bytes was made of.
///
/// # Errors
///
/// Throws if it is none.
#[wasm_bindgen]
pub fn decompress(block: &[u8], decoded_bytes: usize) -> Result<Vec<u8>, JsError> {
    Ok(lz4_flex::block::decompress(block, decoded_bytes)?)
}
