//! The archive of the sender's project.

use futures_util::{StreamExt, TryStreamExt, stream};
use wire_format::sheet::SheetHash;

use super::validate::ValidSheet;
use crate::accounting::Outcome;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::sender::Sender;
use crate::limits::ARCHIVED_BYTES_MAX;

/// Requests to the store at once: 6, what the platform allows.
const CONCURRENT_LOOKUPS: usize = 6;

/// Returns when the sheet is stored, not before. Storing it again changes nothing. Refused once the
/// archive of the project is full.
pub(super) async fn sheet(
    ValidSheet { hash, bytes }: ValidSheet,
    sender: &Sender,
    edge: &Bindings,
) -> Result<Outcome, ApiError> {
    let (project, sheets, index) = (&sender.project_id, edge.sheets()?, edge.index().await?);
    if sheets.has(project, hash).await? {
        return Ok(Outcome::Duplicate);
    }
    let limit = ARCHIVED_BYTES_MAX;
    if !index.book_archived(project, bytes.len(), limit).await? {
        return Err(ApiError::ArchiveFull { limit });
    }
    sheets.put(project, hash, bytes).await?;
    Ok(Outcome::Accepted)
}

/// Those of these sheets that the archive lacks.
pub(super) async fn missing(
    asked: &[SheetHash],
    sender: &Sender,
    edge: &Bindings,
) -> Result<Vec<SheetHash>, ApiError> {
    let sheets = &edge.sheets()?;
    let lacks = async |hash: SheetHash| {
        let has = sheets.has(&sender.project_id, hash).await?;
        Ok((!has).then_some(hash))
    };
    let lookups = stream::iter(asked.iter().map(|&hash| lacks(hash)));
    lookups
        .buffered(CONCURRENT_LOOKUPS)
        .try_filter_map(async |missing| Ok(missing))
        .try_collect()
        .await
}
