use super::builder::seal;
use super::opened::OpenBatch;
use crate::encode::Encoder;
use crate::error::{DecodeError, Result};
use crate::limits::BATCH_BYTES_MAX;
use crate::record::Record;

impl OpenBatch {
    /// The same batch with its records changed: header, times and order stay, and so do records of kinds
    /// that a newer writer added, which are not shown. What a newer writer added to records and nodes of
    /// known kinds is left out.
    ///
    /// An error means that the batch is invalid, or that with these changes it exceeds a limit.
    pub fn rewrite(&self, mut change: impl FnMut(&mut Record<'_>)) -> Result<Vec<u8>> {
        let mut encoder = Encoder::default();
        let mut records = self.records()?;
        while let Some(entry) = records.next_entry().transpose()? {
            match entry.record {
                Some(mut record) => {
                    change(&mut record);
                    encoder.record(entry.delta_ms, &record);
                }
                // Its strings stand in it, so that it means the same with any string table.
                None => encoder.out.raw(entry.bytes),
            }
        }
        let strings = &encoder.strings;
        let sealed = seal(
            self.header(),
            strings.count(),
            strings.as_bytes(),
            encoder.out.as_bytes(),
        );
        sealed.ok_or(DecodeError::LimitExceeded {
            what: "bytes of a batch",
            limit: BATCH_BYTES_MAX,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::envelope::{self, Content};
    use crate::message_pack::Writer;
    use crate::{BatchHeader, FlushReason, SessionId, ViewId, WindowId};

    /// A navigation, a record of an unknown kind, and a navigation to the same address.
    fn batch_with_an_unknown_record(address: &str) -> Vec<u8> {
        let mut payload = Writer::default();
        payload.array(2);
        payload.array(1);
        payload.str(address);
        payload.array(3);
        for (delta_ms, reference) in [(0_u32, Some(0_u32)), (5, None), (3, Some(1))] {
            payload.array(4);
            payload.uint(if reference.is_some() { 10_u32 } else { 1_000 });
            payload.uint(delta_ms);
            payload.uint(2_u32);
            match reference {
                Some(reference) => payload.uint(reference),
                None => payload.str("inline"),
            }
        }
        let header = BatchHeader {
            session: SessionId::from_bytes([1; 16]),
            window: WindowId::from_bytes([2; 16]),
            view: ViewId::from_bytes([3; 16]),
            batch_index: 4,
            started_at_ms: 1_000,
            ended_at_ms: 1_008,
            record_count: 3,
            has_full_snapshot: false,
            flush_reason: FlushReason::DurationLimit,
            recorder_version: "9.0.0".to_owned(),
        };
        envelope::seal(Content::Batch, &header.encode(), payload.into_bytes()).unwrap()
    }

    #[test]
    fn what_a_newer_writer_added_stays_in_its_place() {
        let open = OpenBatch::open(&batch_with_an_unknown_record("/?a=1")).unwrap();
        let rewritten = open.rewrite(|record| {
            if let Record::Navigation { url, .. } = record {
                *url = "/?a=*".into();
            }
        });
        assert_eq!(rewritten, Ok(batch_with_an_unknown_record("/?a=*")));
    }
}
