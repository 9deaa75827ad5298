//! What the bytes of an input stand for.
//!
//! The first byte says it, so that a fuzzer gets to every reader. Most inputs are payloads of batches:
//! a header that fits is put before them, and they are not compressed, or else nearly every change of
//! an input would end in the header or in LZ4.

use std::borrow::Cow;
use std::io::Cursor;

use rmp::decode::{read_array_len, read_str_len};
use rmp::encode::{write_array_len, write_bin, write_str, write_uint};

/// When batches around payloads begin, in milliseconds since the Unix epoch: any time that an edge takes.
pub const STARTED_AT_MS: u64 = 1_800_000_000_000;

/// Bytes before the payload in an input that is one: what it is, and how many milliseconds it lasts.
const PREFIX_BYTES: usize = 3;

const PAYLOAD: u8 = 0;
const BATCH: u8 = 1;
const CHUNKS: u8 = 2;
const SEGMENTS: u8 = 3;
const SHEET: u8 = 4;

/// Untrusted bytes, and who reads them.
#[derive(Debug)]
pub enum Input<'a> {
    /// A batch as it travels.
    Batch(Cow<'a, [u8]>),
    /// Chunks of the journal, each with its length before it.
    Chunks(Vec<&'a [u8]>),
    /// A stream of segments.
    Segments(&'a [u8]),
    /// An archived sheet.
    Sheet(&'a [u8]),
}

impl<'a> Input<'a> {
    /// Whatever these bytes stand for; `None` if there are too few.
    pub fn of(input: &'a [u8]) -> Option<Self> {
        let (&kind, bytes) = input.split_first()?;
        Some(match kind % 5 {
            PAYLOAD => {
                let (duration, payload) = bytes.split_first_chunk()?;
                let duration_ms = u16::from_le_bytes(*duration).into();
                Self::Batch(batch_around(payload, duration_ms).into())
            }
            BATCH => Self::Batch(bytes.into()),
            CHUNKS => Self::Chunks(split_chunks(bytes)),
            SEGMENTS => Self::Segments(bytes),
            _ => Self::Sheet(bytes),
        })
    }

    /// The batch that an input stands for, if it is one.
    pub fn batch(input: &'a [u8]) -> Option<Cow<'a, [u8]>> {
        match Self::of(input)? {
            Self::Batch(batch) => Some(batch),
            _ => None,
        }
    }

    /// The input that stands for these bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Batch(batch) => [&[BATCH], batch.as_ref()].concat(),
            Self::Chunks(chunks) => {
                let lengths_and_chunks = chunks
                    .iter()
                    .map(|chunk| [&(chunk.len() as u16).to_le_bytes(), *chunk].concat());
                [
                    vec![CHUNKS],
                    lengths_and_chunks.collect::<Vec<_>>().concat(),
                ]
                .concat()
            }
            Self::Segments(segments) => [&[SEGMENTS], *segments].concat(),
            Self::Sheet(sheet) => [&[SHEET], *sheet].concat(),
        }
    }
}

/// The input that stands for a payload whose records span this time.
pub fn payload_input(payload: &[u8], duration_ms: u16) -> Vec<u8> {
    let mut input = Vec::with_capacity(PREFIX_BYTES + payload.len());
    input.push(PAYLOAD);
    input.extend(duration_ms.to_le_bytes());
    input.extend(payload);
    input
}

/// A batch that holds a payload as it is, with a header that says what it has to.
pub fn batch_around(payload: &[u8], duration_ms: u64) -> Vec<u8> {
    let header = header(record_count(payload).unwrap_or(1), duration_ms);
    let mut batch = b"MMWB\x01\x00".to_vec();
    batch.extend((header.len() as u16).to_le_bytes());
    batch.extend((payload.len() as u32).to_le_bytes());
    batch.extend(header);
    batch.extend(payload);
    batch
}

fn header(record_count: u32, duration_ms: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let write = |out: &mut Vec<u8>| {
        write_array_len(out, 10)?;
        for id in 1..=3 {
            write_bin(out, &[id; 16])?;
        }
        let (batch_index, flags, flush_reason) = (0, 0, 6);
        let ended_at_ms = STARTED_AT_MS + duration_ms;
        let numbers = [batch_index, STARTED_AT_MS, ended_at_ms, record_count.into()];
        for number in numbers.into_iter().chain([flags, flush_reason]) {
            write_uint(out, number)?;
        }
        write_str(out, "1")
    };
    write(&mut out).expect("memory can be written to");
    out
}

/// How many records a payload says that it holds, behind its strings.
fn record_count(payload: &[u8]) -> Option<u32> {
    let mut input = Cursor::new(payload);
    read_array_len(&mut input).ok()?;
    for _ in 0..read_array_len(&mut input).ok()? {
        let length = read_str_len(&mut input).ok()?;
        input.set_position(input.position() + u64::from(length));
    }
    read_array_len(&mut input).ok()
}

fn split_chunks(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut chunks = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes(*length)).min(rest.len());
        let (chunk, behind) = rest.split_at(length);
        chunks.push(chunk);
        bytes = behind;
    }
    chunks
}
