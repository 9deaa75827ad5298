//! Taking out of a batch what its project does not want stored.

use scrubbing::Scrubber;
use wire_format::BatchHeader;
use wire_format::summary::BatchSummary;

use super::validate::ValidBatch;
use crate::error::ApiError;

/// A batch as it may be stored.
#[derive(Debug)]
pub(crate) struct ScrubbedBatch {
    pub(crate) bytes: Vec<u8>,
    pub(crate) header: BatchHeader,
    pub(crate) summary: BatchSummary,
    /// How many values were taken out.
    pub(crate) scrubbed_count: u32,
}

/// Writes the batch anew, under the same header, if something of it must not be stored. Any other stays
/// as it came, byte for byte.
pub(crate) fn batch(valid: ValidBatch, scrubber: &Scrubber) -> Result<ScrubbedBatch, ApiError> {
    let ValidBatch {
        bytes,
        open,
        summary,
        private_count,
    } = valid;
    let bytes = match private_count {
        0 => bytes,
        _ => open.rewrite(|record| {
            scrubber.record(record);
        })?,
    };
    Ok(ScrubbedBatch {
        bytes,
        header: open.header().clone(),
        summary,
        scrubbed_count: private_count,
    })
}

#[cfg(test)]
mod tests {
    use scrubbing::Rules;
    use wire_format::record::{ConsoleLevel, ConsoleMessage, NavigationKind};
    use wire_format::{OpenBatch, Record};

    use super::*;
    use crate::ingest::batches::receive::ReceivedBatch;
    use crate::ingest::batches::validate;
    use crate::ingest::batches::validate::tests::{NOW_MS, batch_of};

    fn stored(records: &[Record<'_>], rules: &Rules) -> (Vec<u8>, ScrubbedBatch) {
        let timed: Vec<_> = records
            .iter()
            .map(|record| (NOW_MS, record.clone()))
            .collect();
        let bytes = batch_of(&timed);
        let scrubber = Scrubber::new(rules);
        let valid = validate::batch(ReceivedBatch(bytes.clone()), &scrubber, NOW_MS).unwrap();
        (bytes, batch(valid, &scrubber).unwrap())
    }

    fn navigation(url: &str) -> Record<'_> {
        Record::Navigation {
            how: NavigationKind::Load,
            url: url.into(),
        }
    }

    #[test]
    fn a_batch_without_anything_private_stays_as_it_came() {
        let records = [navigation("/?page=2"), Record::Visibility { visible: true }];
        let (sent, stored) = stored(&records, &Rules::default());
        assert_eq!((stored.bytes, stored.scrubbed_count), (sent, 0));
        let records = [navigation("/?token=canary")];
        let (sent, stored) = self::stored(&records, &Rules::none());
        assert_eq!((stored.bytes, stored.scrubbed_count), (sent, 0));
    }

    #[test]
    fn what_is_private_is_neither_in_the_batch_nor_in_its_summary() {
        let message = Record::Console(ConsoleMessage {
            level: ConsoleLevel::Log,
            values: vec!["token".into(), "canary".into()],
            frames: Vec::new(),
        });
        let identity = Record::Identify {
            user_id: "4242424242424242".into(),
            traits_json: Some(r#"{"iban":"canary"}"#.into()),
        };
        let records = [navigation("/?token=canary"), message, identity];
        let (sent, stored) = stored(&records, &Rules::default());
        assert_eq!(stored.scrubbed_count, 4);
        assert_eq!(stored.summary.first_url.as_deref(), Some("/?token=*"));
        assert_eq!(stored.summary.user_id.as_deref(), Some("*"));
        let open = OpenBatch::open(&stored.bytes).unwrap();
        assert_eq!(open.header(), OpenBatch::open(&sent).unwrap().header());
        let said = format!("{:?}", open.records().unwrap().collect::<Vec<_>>());
        assert!(!said.contains("canary") && !said.contains("4242"), "{said}");
    }
}
