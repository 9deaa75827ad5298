use super::envelope::{Content, Envelope};
use crate::error::{DecodeError, Result};
use crate::id::{SessionId, ViewId, WindowId};
use crate::limits;
use crate::message_pack::{Reader, Writer};
use crate::record::wire_enum;

const FLAG_FULL_SNAPSHOT: u64 = 1;

wire_enum!(
    /// Why a batch was closed.
    FlushReason {
        /// It was large enough.
        BytesLimit = 1,
        /// It was old enough.
        DurationLimit = 2,
        /// Another view begins.
        ViewChange = 3,
        /// The page goes away.
        PageExit = 4,
        /// Recording stops.
        Stop = 5,
        /// The page's author asked for it.
        Requested = 6,
    }
);

/// What a batch says of itself, readable without decompressing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchHeader {
    /// Whose activity it is.
    pub session: SessionId,
    /// In which tab.
    pub window: WindowId,
    /// In which view of that tab.
    pub view: ViewId,
    /// Counts the batches of the view from 0, without gaps.
    pub batch_index: u32,
    /// Time of the first record, in milliseconds since the Unix epoch.
    pub started_at_ms: u64,
    /// Time of the last record, in milliseconds since the Unix epoch.
    pub ended_at_ms: u64,
    /// How many records it holds.
    pub record_count: u32,
    /// Whether one of them is a full snapshot.
    pub has_full_snapshot: bool,
    /// Why it was closed.
    pub flush_reason: FlushReason,
    /// Version of the recorder that wrote it.
    pub recorder_version: String,
}

impl BatchHeader {
    /// Reads the header alone, without touching the payload.
    pub fn peek(bytes: &[u8]) -> Result<Self> {
        Self::decode(Envelope::split(Content::Batch, bytes)?.header)
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.array(10);
        out.bin(self.session.as_bytes());
        out.bin(self.window.as_bytes());
        out.bin(self.view.as_bytes());
        out.uint(self.batch_index);
        out.uint(self.started_at_ms);
        out.uint(self.ended_at_ms);
        out.uint(self.record_count);
        out.uint(if self.has_full_snapshot {
            FLAG_FULL_SNAPSHOT
        } else {
            0
        });
        out.uint(self.flush_reason.number());
        out.str(&self.recorder_version);
        out.into_bytes()
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self> {
        let mut input = Reader::new(bytes);
        let unknown = input.array_of(10)?;
        let [session, window, view] = [input.id16()?, input.id16()?, input.id16()?];
        let mut numbers = [0; 6];
        for number in &mut numbers {
            *number = input.uint()?;
        }
        let [
            batch_index,
            started_at_ms,
            ended_at_ms,
            record_count,
            flags,
            flush_reason,
        ] = numbers;
        let header = Self {
            session: SessionId::from_bytes(session),
            window: WindowId::from_bytes(window),
            view: ViewId::from_bytes(view),
            batch_index: batch_index
                .try_into()
                .or(Err(DecodeError::OutOfRange("batch index")))?,
            started_at_ms,
            ended_at_ms,
            record_count: record_count
                .try_into()
                .or(Err(DecodeError::OutOfRange("record count")))?,
            has_full_snapshot: flags & FLAG_FULL_SNAPSHOT != 0,
            flush_reason: FlushReason::from_number(flush_reason)
                .ok_or(DecodeError::OutOfRange("flush reason"))?,
            recorder_version: input.str()?.to_owned(),
        };
        input.skip(unknown)?;
        if !input.remaining().is_empty() {
            return Err(DecodeError::LeftOver);
        }
        header.check()?;
        Ok(header)
    }

    fn check(&self) -> Result<()> {
        let duration_ms = self
            .ended_at_ms
            .checked_sub(self.started_at_ms)
            .ok_or(DecodeError::OutOfRange("end of the batch"))?;
        if duration_ms > limits::BATCH_DURATION_MS_MAX {
            return Err(DecodeError::OutOfRange("duration of the batch"));
        }
        if self.record_count == 0 || self.record_count as usize > limits::RECORDS_PER_BATCH_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "records of a batch",
                limit: limits::RECORDS_PER_BATCH_MAX,
            });
        }
        if self.recorder_version.len() > limits::RECORDER_VERSION_BYTES_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "bytes of the recorder version",
                limit: limits::RECORDER_VERSION_BYTES_MAX,
            });
        }
        Ok(())
    }
}
