use super::chunk::Chunked;
use super::envelope::{self, Content};
use super::header::{BatchHeader, FlushReason};
use crate::encode::Encoder;
use crate::id::{SessionId, ViewId, WindowId};
use crate::limits;
use crate::message_pack::Writer;
use crate::record::Record;

/// Encodes records as they come; the strings they borrow are free again at once.
#[derive(Clone, Debug, Default)]
pub struct BatchBuilder {
    encoder: Encoder,
    span_ms: Option<(u64, u64)>,
    record_count: u32,
    has_full_snapshot: bool,
    chunked: Chunked,
}

/// Where a batch belongs and why it was closed: what its builder cannot know.
#[derive(Clone, Debug)]
pub struct BatchLabel<'a> {
    /// Whose activity it is.
    pub session: SessionId,
    /// In which tab.
    pub window: WindowId,
    /// In which view of that tab.
    pub view: ViewId,
    /// Counts the batches of the view from 0, without gaps.
    pub batch_index: u32,
    /// Why it is closed.
    pub flush_reason: FlushReason,
    /// Version of the recorder, at most [`limits::RECORDER_VERSION_BYTES_MAX`].
    pub recorder_version: &'a str,
}

impl BatchBuilder {
    /// Adds a record. Time does not run backwards within a batch: an earlier time than that of
    /// the record before counts as the same.
    pub fn append(&mut self, at_ms: u64, record: &Record<'_>) {
        let (started_at_ms, previous_ms) = self.span_ms.unwrap_or((at_ms, at_ms));
        let at_ms = at_ms.max(previous_ms);
        self.encoder.record(at_ms - previous_ms, record);
        self.span_ms = Some((started_at_ms, at_ms));
        self.record_count += 1;
        self.has_full_snapshot |= matches!(record, Record::FullSnapshot(_));
    }

    /// Whether there is nothing to send.
    pub const fn is_empty(&self) -> bool {
        self.record_count == 0
    }

    /// Whether one of the records is a full snapshot.
    pub const fn has_full_snapshot(&self) -> bool {
        self.has_full_snapshot
    }

    /// Time of the first record, in milliseconds since the Unix epoch.
    pub fn started_at_ms(&self) -> Option<u64> {
        self.span_ms.map(|(started_at_ms, _)| started_at_ms)
    }

    /// Bytes of the payload so far, before compression.
    pub fn size_bytes(&self) -> usize {
        self.encoder.out.len() + self.encoder.strings.size_bytes()
    }

    /// Number of records so far.
    pub const fn record_count(&self) -> u32 {
        self.record_count
    }

    /// What was added since the last chunk, for a journal: [`super::join`] makes the batch of its
    /// chunks. `None` if nothing was added.
    pub fn take_chunk(&mut self, label: &BatchLabel<'_>) -> Option<Vec<u8>> {
        let header = self.header(label)?;
        self.chunked.take(&header, &self.encoder)
    }

    /// The batch so far; `None` if it is empty or exceeds a limit of the format.
    pub fn seal(&self, label: &BatchLabel<'_>) -> Option<Vec<u8>> {
        let header = self.header(label)?;
        let strings = &self.encoder.strings;
        let records = self.encoder.out.as_bytes();
        seal(&header, strings.count(), strings.as_bytes(), records)
    }

    fn header(&self, label: &BatchLabel<'_>) -> Option<BatchHeader> {
        let (started_at_ms, ended_at_ms) = self.span_ms?;
        Some(BatchHeader {
            session: label.session,
            window: label.window,
            view: label.view,
            batch_index: label.batch_index,
            started_at_ms,
            ended_at_ms,
            record_count: self.record_count,
            has_full_snapshot: self.has_full_snapshot,
            flush_reason: label.flush_reason,
            recorder_version: label.recorder_version.to_owned(),
        })
    }
}

/// Puts a batch together; `None` if it exceeds a limit of the format.
pub(super) fn seal(
    header: &BatchHeader,
    string_count: u32,
    strings: &[u8],
    records: &[u8],
) -> Option<Vec<u8>> {
    let mut payload = Writer::default();
    payload.array(2);
    payload.array(string_count as usize);
    payload.raw(strings);
    payload.array(header.record_count as usize);
    payload.raw(records);
    let header = header.encode();
    BatchHeader::decode(&header).ok()?;
    (payload.len() <= limits::DECODED_BYTES_MAX).then_some(())?;
    (string_count as usize <= limits::STRINGS_PER_BATCH_MAX).then_some(())?;
    let bytes = envelope::seal(Content::Batch, &header, payload.into_bytes())?;
    (bytes.len() <= limits::BATCH_BYTES_MAX).then_some(bytes)
}
