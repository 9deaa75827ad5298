use wire_format::batch::BatchLabel;
use wire_format::{BatchBuilder, Record};

use super::archive::Archive;

/// The batch that is being filled.
///
/// While the archive may lack a sheet that it names, it is written twice: once with the name and once
/// complete, for the case that it has to leave before the sheet.
#[derive(Debug, Default)]
pub(super) struct OpenBatch {
    pub(super) named: BatchBuilder,
    complete: Option<BatchBuilder>,
}

/// A batch that can be sent.
#[derive(Debug, PartialEq, Eq)]
pub struct ClosedBatch {
    /// With the names of archived sheets.
    pub bytes: Vec<u8>,
    /// With all sheets in it, if the archive may not have had one when it was named.
    pub complete: Option<Vec<u8>>,
}

impl OpenBatch {
    pub(super) fn append(&mut self, at_ms: u64, mut record: Record<'_>, archive: &mut Archive) {
        let complete = record.clone();
        if archive.refer(&mut record) && self.complete.is_none() {
            self.complete = Some(self.named.clone());
        }
        if let Some(builder) = &mut self.complete {
            builder.append(at_ms, &complete);
        }
        self.named.append(at_ms, &record);
    }

    /// What was added since the last chunk, without names of sheets that the archive may lack: the page
    /// that sends a journal does not have the sheets.
    pub(super) fn take_chunk(&mut self, label: &BatchLabel<'_>) -> Option<Vec<u8>> {
        self.complete
            .as_mut()
            .unwrap_or(&mut self.named)
            .take_chunk(label)
    }

    /// `None` if it is empty or exceeds a limit of the format.
    pub(super) fn finish(self, label: &BatchLabel<'_>) -> Option<ClosedBatch> {
        let complete = match self.complete {
            Some(builder) => Some(builder.finish(label)?),
            None => None,
        };
        let bytes = self.named.finish(label)?;
        Some(ClosedBatch { bytes, complete })
    }
}
