//! A session as it happens.

use wire_format::SessionId;
use worker::{Request, Response};

use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::limits;
use crate::query::sessions::find;
use crate::session_object;

/// `GET /api/sessions/{id}/live`, a WebSocket: every batch that is stored from then on, as stored, is a
/// message.
pub(super) async fn live(
    session: SessionId,
    request: &Request,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    let upgrade = request.headers().get("upgrade")?.unwrap_or_default();
    if !upgrade.eq_ignore_ascii_case("websocket") {
        return Err(ApiError::WebSocketExpected);
    }
    let row = find(session, edge).await?;
    let object = edge.session_object(&row.project_id, session)?;
    let watching = session_object::watch(&object).await?;
    watching.ok_or(ApiError::TooManyViewers {
        limit: limits::VIEWERS_PER_SESSION_MAX,
    })
}
