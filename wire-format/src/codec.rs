//! How the payload of a batch is compressed.

use crate::error::{DecodeError, Result};
use crate::limits::{DECODED_BYTES_MAX, LZ4_RATIO_MAX};

/// The codec byte of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    Stored,
    Lz4,
}

impl Codec {
    pub(crate) const fn from_byte(byte: u8) -> Result<Self> {
        match byte {
            0 => Ok(Self::Stored),
            1 => Ok(Self::Lz4),
            other => Err(DecodeError::UnsupportedCodec(other)),
        }
    }

    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Stored => 0,
            Self::Lz4 => 1,
        }
    }

    /// Restores a payload of exactly `decoded_length` bytes.
    pub(crate) fn decompress(self, compressed: &[u8], decoded_length: usize) -> Result<Vec<u8>> {
        if decoded_length > DECODED_BYTES_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "bytes of a decoded batch",
                limit: DECODED_BYTES_MAX,
            });
        }
        match self {
            Self::Stored if compressed.len() == decoded_length => Ok(compressed.to_vec()),
            Self::Stored => Err(DecodeError::CorruptPayload),
            Self::Lz4 if decoded_length / LZ4_RATIO_MAX > compressed.len() => {
                Err(DecodeError::CorruptPayload)
            }
            Self::Lz4 => match lz4_flex::block::decompress(compressed, decoded_length) {
                Ok(payload) if payload.len() == decoded_length => Ok(payload),
                _ => Err(DecodeError::CorruptPayload),
            },
        }
    }
}

/// Compresses a payload if that makes it smaller.
pub(crate) fn compress(payload: Vec<u8>) -> (Codec, Vec<u8>) {
    let compressed = lz4_flex::block::compress(&payload);
    if compressed.len() < payload.len() {
        (Codec::Lz4, compressed)
    } else {
        (Codec::Stored, payload)
    }
}
