use super::envelope::{Content, Envelope};
use super::header::BatchHeader;
use crate::decode::{Decoder, Lists};
use crate::error::{DecodeError, Result};
use crate::message_pack::Reader;
use crate::record::{Record, TimedRecord};
use crate::string_table::StringTableReader;

/// A batch whose payload is decompressed and whose header has been checked.
#[derive(Debug)]
pub struct OpenBatch {
    header: BatchHeader,
    payload: Vec<u8>,
}

impl OpenBatch {
    /// Reads the header and decompresses the payload, within the limits of the format.
    pub fn open(bytes: &[u8]) -> Result<Self> {
        let envelope = Envelope::split(Content::Batch, bytes)?;
        let header = BatchHeader::decode(envelope.header)?;
        let payload = envelope
            .codec
            .decompress(envelope.payload, envelope.decoded_length)?;
        Ok(Self { header, payload })
    }

    /// What the batch says of itself.
    pub const fn header(&self) -> &BatchHeader {
        &self.header
    }

    /// The records, decoded one at a time. After an error nothing more comes.
    pub fn records(&self) -> Result<Records<'_>> {
        self.decode(Lists::Kept)
    }

    /// The same without what their lists and forests hold, which has been read and is valid where a
    /// record comes. Whatever the batch holds, this takes no memory but that of its table of strings.
    pub fn outlines(&self) -> Result<Records<'_>> {
        self.decode(Lists::Dropped)
    }

    fn decode(&self, lists: Lists) -> Result<Records<'_>> {
        let mut input = Reader::new(&self.payload);
        input.array_of(2)?;
        let strings = StringTableReader::read(&mut input)?;
        let left = input.array()?;
        if left != self.header.record_count as usize {
            return Err(DecodeError::OutOfRange("record count"));
        }
        Ok(Records {
            decoder: Decoder {
                strings,
                input,
                lists,
            },
            header: &self.header,
            at_ms: self.header.started_at_ms,
            left,
        })
    }
}

/// The records of a batch, in the order of their times.
#[derive(Debug)]
pub struct Records<'a> {
    decoder: Decoder<'a>,
    header: &'a BatchHeader,
    at_ms: u64,
    left: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<TimedRecord<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next_entry()? {
                Ok(Entry { record: None, .. }) => {}
                Ok(Entry {
                    record: Some(record),
                    ..
                }) => {
                    let at_ms = self.at_ms;
                    return Some(Ok(TimedRecord { at_ms, record }));
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// An entry of the array of records.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Milliseconds since the entry before.
    pub(super) delta_ms: u64,
    /// `None` for what a newer writer added.
    pub(super) record: Option<Record<'a>>,
    /// The whole entry as it was written.
    pub(super) bytes: &'a [u8],
}

impl<'a> Records<'a> {
    /// The next entry. After an error nothing more comes.
    pub(super) fn next_entry(&mut self) -> Option<Result<Entry<'a>>> {
        self.left = self.left.checked_sub(1)?;
        let entry = self.decode_next();
        if entry.is_err() {
            self.left = 0;
        }
        Some(entry)
    }

    fn decode_next(&mut self) -> Result<Entry<'a>> {
        let from_here = self.decoder.input.remaining();
        let (delta_ms, record) = self.decoder.record()?;
        self.at_ms = self
            .at_ms
            .checked_add(delta_ms)
            .ok_or(DecodeError::OutOfRange("record time"))?;
        if self.left == 0 {
            self.check_end()?;
        }
        let length = from_here.len() - self.decoder.input.remaining().len();
        Ok(Entry {
            delta_ms,
            record,
            bytes: from_here.get(..length).unwrap_or_default(),
        })
    }

    fn check_end(&self) -> Result<()> {
        if self.at_ms != self.header.ended_at_ms {
            return Err(DecodeError::OutOfRange("end of the batch"));
        }
        if !self.decoder.input.remaining().is_empty() || !self.decoder.strings.is_used_up() {
            return Err(DecodeError::LeftOver);
        }
        Ok(())
    }
}
