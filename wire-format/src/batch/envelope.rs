use crate::codec::{self, Codec};
use crate::error::{DecodeError, Result};
use crate::limits;

/// What stands in an envelope, by its first four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Batch,
    Chunk,
}

impl Content {
    const fn magic(self) -> [u8; 4] {
        match self {
            Self::Batch => *b"MMWB",
            Self::Chunk => *b"MMWC",
        }
    }
}

const VERSION: u8 = 1;
const PREAMBLE_BYTES: usize = 12;

/// Compresses a payload and puts it behind its header; `None` if a length does not fit its field.
pub(super) fn seal(content: Content, header: &[u8], payload: Vec<u8>) -> Option<Vec<u8>> {
    let header_length = u16::try_from(header.len()).ok()?;
    let decoded_length = u32::try_from(payload.len()).ok()?;
    let (codec, payload) = codec::compress(payload);
    let mut bytes = Vec::with_capacity(PREAMBLE_BYTES + header.len() + payload.len());
    bytes.extend_from_slice(&content.magic());
    bytes.extend_from_slice(&[VERSION, codec.byte()]);
    bytes.extend_from_slice(&header_length.to_le_bytes());
    bytes.extend_from_slice(&decoded_length.to_le_bytes());
    bytes.extend_from_slice(header);
    bytes.extend_from_slice(&payload);
    Some(bytes)
}

/// The parts of an envelope, found but not read.
pub(super) struct Envelope<'a> {
    pub(super) codec: Codec,
    pub(super) decoded_length: usize,
    pub(super) header: &'a [u8],
    pub(super) payload: &'a [u8],
}

impl<'a> Envelope<'a> {
    pub(super) fn split(content: Content, bytes: &'a [u8]) -> Result<Self> {
        if bytes.len() > limits::BATCH_BYTES_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "bytes of a batch",
                limit: limits::BATCH_BYTES_MAX,
            });
        }
        let (magic, rest) = bytes
            .split_first_chunk::<4>()
            .ok_or(DecodeError::Truncated)?;
        if *magic != content.magic() {
            return Err(DecodeError::WrongMagic);
        }
        let (&[version, codec], rest) = rest.split_first_chunk().ok_or(DecodeError::Truncated)?;
        if version != VERSION {
            return Err(DecodeError::UnsupportedVersion(version));
        }
        let (header_length, rest) = rest.split_first_chunk().ok_or(DecodeError::Truncated)?;
        let (decoded_length, rest) = rest.split_first_chunk().ok_or(DecodeError::Truncated)?;
        let header_length = usize::from(u16::from_le_bytes(*header_length));
        if header_length > limits::HEADER_BYTES_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "bytes of a header",
                limit: limits::HEADER_BYTES_MAX,
            });
        }
        let (header, payload) = rest
            .split_at_checked(header_length)
            .ok_or(DecodeError::Truncated)?;
        let decoded_length = u32::from_le_bytes(*decoded_length) as usize;
        Ok(Self {
            codec: Codec::from_byte(codec)?,
            decoded_length,
            header,
            payload,
        })
    }
}
