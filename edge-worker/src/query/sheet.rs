//! A style sheet that a session's records name.

use wire_format::SessionId;
use wire_format::sheet::SheetHash;
use worker::Response;

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::query::sessions::find;

/// `GET /api/sessions/{id}/sheets/{hash}`: the sheet as it was stored, from the archive of the
/// project that the session belongs to.
pub(super) async fn sheet(
    session: SessionId,
    hash: SheetHash,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    let row = find(session, edge).await?;
    let sheet = edge.sheets()?.get(&row.project_id, hash).await?;
    answer::bytes(sheet.ok_or(ApiError::SheetNotFound)?)
}
