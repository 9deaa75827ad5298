//! A batch piece by piece: what a journal holds of it while it is being filled.
//!
//! A chunk has the envelope and the header of a batch, as if the batch ended with it. Its payload is
//! `[first_record uint, string_count uint, strings bin, records bin]`: the strings and records that
//! are not in the chunks before, the first of which is record number `first_record` of the batch.

use super::builder;
use super::envelope::{self, Content, Envelope};
use super::header::BatchHeader;
use crate::encode::Encoder;
use crate::error::Result;
use crate::limits;
use crate::message_pack::{Reader, Writer};

/// How much of a batch is in chunks already.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunked {
    record_count: u32,
    record_bytes: usize,
    string_count: u32,
    string_bytes: usize,
}

impl Chunked {
    /// The chunk of what an encoder wrote since the one before; `None` if it wrote nothing.
    pub(super) fn take(&mut self, header: &BatchHeader, encoder: &Encoder) -> Option<Vec<u8>> {
        if self.record_count == header.record_count {
            return None;
        }
        let (strings, records) = (encoder.strings.as_bytes(), encoder.out.as_bytes());
        let mut payload = Writer::default();
        payload.array(4);
        payload.uint(self.record_count);
        payload.uint(encoder.strings.count() - self.string_count);
        payload.bin(strings.get(self.string_bytes..)?);
        payload.bin(records.get(self.record_bytes..)?);
        *self = Self {
            record_count: header.record_count,
            record_bytes: records.len(),
            string_count: encoder.strings.count(),
            string_bytes: strings.len(),
        };
        (payload.len() <= limits::DECODED_BYTES_MAX).then_some(())?;
        envelope::seal(Content::Chunk, &header.encode(), payload.into_bytes())
    }
}

/// Makes the batch whose chunks these are, in order. Chunks that say again what was said are passed
/// over; one that cannot be read, is of another batch, or stands behind a gap ends the batch before
/// it. `None` if nothing comes of it.
///
/// Records are not looked at: a journal has its own checksums, and the edge decodes what it takes.
pub fn join<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let mut joined: Option<Joined> = None;
    for bytes in chunks {
        let Ok(chunk) = Chunk::read(bytes) else { break };
        if !joined
            .get_or_insert_with(|| Joined::of(&chunk))
            .take(&chunk)
        {
            break;
        }
    }
    let Joined {
        header,
        string_count,
        strings,
        records,
    } = joined.filter(|joined| joined.header.record_count > 0)?;
    builder::seal(&header, string_count, &strings, &records)
}

struct Chunk {
    header: BatchHeader,
    payload: Vec<u8>,
}

impl Chunk {
    fn read(bytes: &[u8]) -> Result<Self> {
        let envelope = Envelope::split(Content::Chunk, bytes)?;
        Ok(Self {
            header: BatchHeader::decode(envelope.header)?,
            payload: envelope
                .codec
                .decompress(envelope.payload, envelope.decoded_length)?,
        })
    }
}

/// The chunks of one batch so far.
struct Joined {
    /// Of the chunk taken last; it counts the records of all.
    header: BatchHeader,
    string_count: u32,
    strings: Vec<u8>,
    records: Vec<u8>,
}

impl Joined {
    /// Nothing yet of the batch that a chunk belongs to.
    fn of(chunk: &Chunk) -> Self {
        Self {
            header: BatchHeader {
                record_count: 0,
                ..chunk.header.clone()
            },
            string_count: 0,
            strings: Vec::new(),
            records: Vec::new(),
        }
    }

    /// Adds a chunk; `false` if it does not belong here.
    fn take(&mut self, chunk: &Chunk) -> bool {
        let place = |header: &BatchHeader| {
            let BatchHeader {
                session,
                window,
                view,
                batch_index,
                ..
            } = *header;
            (session, window, view, batch_index)
        };
        if place(&chunk.header) != place(&self.header) {
            return false;
        }
        let mut input = Reader::new(&chunk.payload);
        self.take_payload(&chunk.header, &mut input)
            .unwrap_or(false)
    }

    fn take_payload(&mut self, header: &BatchHeader, input: &mut Reader<'_>) -> Result<bool> {
        input.array_of(4)?;
        let first_record = input.u32("first record of a chunk")?;
        let string_count = input.u32("string count of a chunk")?;
        let (strings, records) = (input.bin()?, input.bin()?);
        if strings.len() + records.len() > limits::DECODED_BYTES_MAX - self.size_bytes() {
            return Ok(false);
        }
        if first_record == self.header.record_count && first_record < header.record_count {
            self.header = header.clone();
            self.string_count = self.string_count.saturating_add(string_count);
            self.strings.extend_from_slice(strings);
            self.records.extend_from_slice(records);
        }
        Ok(first_record <= self.header.record_count)
    }

    /// Never more than a batch may have, since nothing is taken that would exceed it.
    fn size_bytes(&self) -> usize {
        self.strings.len() + self.records.len()
    }
}
