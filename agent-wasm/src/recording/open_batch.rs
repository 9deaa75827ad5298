use wire_format::batch::BatchLabel;
use wire_format::{BatchBuilder, Record};

use super::archive::{self, Archive};

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
    /// Time of its first record, in milliseconds since the Unix epoch.
    pub started_at_ms: u64,
    /// Whether a replay can begin with it.
    pub has_full_snapshot: bool,
}

impl ClosedBatch {
    /// Bytes that it takes in memory.
    pub fn size_bytes(&self) -> usize {
        self.bytes.len() + self.complete.as_ref().map_or(0, Vec::len)
    }
}

impl OpenBatch {
    pub(super) fn append(&mut self, at_ms: u64, mut record: Record<'_>, archive: &mut Archive) {
        let names = archive.names(&mut record);
        let has_names = names.iter().any(Option::is_some);
        if has_names && !archive.is_complete() && self.complete.is_none() {
            self.complete = Some(self.named.clone());
        }
        if let Some(builder) = &mut self.complete {
            builder.append(at_ms, &record);
        }
        if has_names {
            archive::refer(&mut record, names);
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

    /// The batch so far; `None` if it is empty or exceeds a limit of the format.
    pub(super) fn seal(&self, label: &BatchLabel<'_>) -> Option<ClosedBatch> {
        let complete = match &self.complete {
            Some(builder) => Some(builder.seal(label)?),
            None => None,
        };
        let bytes = self.named.seal(label)?;
        Some(ClosedBatch {
            bytes,
            complete,
            started_at_ms: self.named.started_at_ms()?,
            has_full_snapshot: self.named.has_full_snapshot(),
        })
    }

    /// The batch so far, which names no sheet that the archive may lack.
    pub(super) fn seal_to_leave(
        &self,
        label: &BatchLabel<'_>,
        archive: &Archive,
    ) -> Option<Vec<u8>> {
        let complete = self.complete.as_ref().filter(|_| !archive.is_complete());
        complete.unwrap_or(&self.named).seal(label)
    }
}
