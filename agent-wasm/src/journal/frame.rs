//! The entries of a journal: `[magic, batch number u32le, length u32le, CRC-32 u32le, body]`. The
//! checksum is that of number and body. A body is a chunk; an empty one says that the batch is done.
//! The magic of the last entry says whether the journal as a whole is held back.

use crate::limits::FRAME_BYTES_MAX;

const MAGIC: [u8; 4] = *b"MMWJ";

/// Of an entry that was written while the session was held back.
const MAGIC_HELD_BACK: [u8; 4] = *b"MMWH";

/// The number of no batch, for an entry that says nothing but that the journal is not held back any
/// more.
pub const NO_BATCH: u32 = u32::MAX;

/// Bytes of a frame before its body.
pub const HEAD_BYTES: usize = 16;

/// An entry that is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// Which batch of this journal it is about.
    pub batch: u32,
    /// A chunk of the batch, or nothing if the batch is done.
    pub body: &'a [u8],
    /// Whether the session was held back when it was written.
    pub is_held_back: bool,
}

/// An entry, as it is written.
pub fn encode(batch: u32, body: &[u8], is_held_back: bool) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD_BYTES + body.len());
    bytes.extend_from_slice(if is_held_back {
        &MAGIC_HELD_BACK
    } else {
        &MAGIC
    });
    bytes.extend_from_slice(&batch.to_le_bytes());
    bytes.extend_from_slice(&(body.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&checksum(batch, body).to_le_bytes());
    bytes.extend_from_slice(body);
    bytes
}

/// The entries of a file in order. Where bytes are damaged, or were not written to their end, it
/// goes on with the next entry that is whole.
#[derive(Clone, Debug)]
pub struct Frames<'a> {
    rest: &'a [u8],
}

impl<'a> Frames<'a> {
    /// The entries in these bytes.
    pub const fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Bytes behind the entry that came last.
    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    fn take_whole(&mut self) -> Option<Frame<'a>> {
        let (magic, rest) = self.rest.split_first_chunk()?;
        let (batch, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (sum, rest) = rest.split_first_chunk()?;
        let (batch, length) = (
            u32::from_le_bytes(*batch),
            u32::from_le_bytes(*length) as usize,
        );
        let is_held_back = *magic == MAGIC_HELD_BACK;
        if !is_held_back && *magic != MAGIC || length > FRAME_BYTES_MAX {
            return None;
        }
        let (body, rest) = rest.split_at_checked(length)?;
        (checksum(batch, body) == u32::from_le_bytes(*sum)).then_some(())?;
        self.rest = rest;
        Some(Frame {
            batch,
            body,
            is_held_back,
        })
    }
}

impl<'a> Iterator for Frames<'a> {
    type Item = Frame<'a>;

    fn next(&mut self) -> Option<Frame<'a>> {
        while !self.rest.is_empty() {
            if let Some(frame) = self.take_whole() {
                return Some(frame);
            }
            self.rest = self.rest.get(1..)?;
        }
        None
    }
}

fn checksum(batch: u32, body: &[u8]) -> u32 {
    let number = batch.to_le_bytes();
    !number.iter().chain(body).fold(u32::MAX, |sum, &byte| {
        let sum = half_byte(sum ^ u32::from(byte));
        half_byte(sum)
    })
}

/// CRC-32 (IEEE 802.3) over four bits; a table of 16 is what fits the size of the download.
const fn half_byte(sum: u32) -> u32 {
    const TABLE: [u32; 16] = table();
    #[allow(clippy::indexing_slicing, reason = "the index has four bits")]
    let remainder = TABLE[(sum & 15) as usize];
    sum >> 4 ^ remainder
}

#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut remainder = index as u32;
        let mut bit = 0;
        while bit < 4 {
            remainder = remainder >> 1 ^ if remainder & 1 == 1 { 0xedb8_8320 } else { 0 };
            bit += 1;
        }
        table[index] = remainder;
        index += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_ieee() {
        // The check value of the standard is that of "123456789".
        assert_eq!(
            checksum(u32::from_le_bytes(*b"1234"), b"56789"),
            0xcbf4_3926
        );
    }

    #[test]
    fn entries_behind_damage_are_found() {
        let mut bytes = encode(1, b"one", false);
        bytes.pop();
        bytes.extend(encode(2, b"two", true));
        let frames: Vec<Frame<'_>> = Frames::of(&bytes).collect();
        assert_eq!(
            frames,
            [Frame {
                batch: 2,
                body: b"two",
                is_held_back: true
            }]
        );
    }
}
