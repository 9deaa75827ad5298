//! `PUT /api/sessions/{id}/wanted`: the owner wants to see a session that recorders may hold back.

use wire_format::SessionId;
use worker::Response;

use crate::answer;
use crate::bindings::Bindings;
use crate::clock;
use crate::error::ApiError;

/// Marks a session, of which nothing may have arrived yet. Its pages ask each minute.
pub(crate) async fn want(session: SessionId, edge: &Bindings) -> Result<Response, ApiError> {
    let index = edge.index().await?;
    index
        .want_session(&session.to_string(), clock::now_ms())
        .await?;
    answer::empty(204)
}
