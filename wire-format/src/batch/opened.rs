use super::envelope::{Content, Envelope};
use super::header::BatchHeader;
use crate::decode::{Decoder, Lists};
use crate::error::{DecodeError, Result};
use crate::message_pack::Reader;
use crate::record::TimedRecord;
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
        while self.left > 0 {
            self.left -= 1;
            match self.decode_next() {
                Ok(None) => {}
                Ok(Some(record)) => return Some(Ok(record)),
                Err(error) => {
                    self.left = 0;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

impl<'a> Records<'a> {
    #[inline]
    fn decode_next(&mut self) -> Result<Option<TimedRecord<'a>>> {
        let (delta_ms, record) = self.decoder.record()?;
        self.at_ms = self
            .at_ms
            .checked_add(delta_ms)
            .ok_or(DecodeError::OutOfRange("record time"))?;
        if self.left == 0 {
            self.check_end()?;
        }
        Ok(record.map(|record| TimedRecord {
            at_ms: self.at_ms,
            record,
        }))
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
