//! Batches, damaged on purpose. Offsets are those of the preamble in `docs/wire-format.md`.

/// Where the version of the format stands.
pub const VERSION_OFFSET: usize = 4;
/// Where the codec of the payload stands.
pub const CODEC_OFFSET: usize = 5;
const DECODED_LENGTH_OFFSET: usize = 8;
const HEADER_OFFSET: usize = 12;

/// The batch with another byte at this place.
pub fn with_byte(mut batch: Vec<u8>, offset: usize, byte: u8) -> Vec<u8> {
    batch[offset] = byte;
    batch
}

/// The batch with another payload, as it stands behind the codec.
pub fn with_payload(batch: &[u8], codec: u8, decoded_length: u32, payload: &[u8]) -> Vec<u8> {
    let header_length = usize::from(u16::from_le_bytes([batch[6], batch[7]]));
    let mut bytes = batch[..HEADER_OFFSET + header_length].to_vec();
    bytes[CODEC_OFFSET] = codec;
    bytes[DECODED_LENGTH_OFFSET..HEADER_OFFSET].copy_from_slice(&decoded_length.to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// The batch with a payload that is not compressed.
pub fn with_stored_payload(batch: &[u8], payload: &[u8]) -> Vec<u8> {
    with_payload(batch, 0, payload.len() as u32, payload)
}
