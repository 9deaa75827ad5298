//! Deleting what was recorded: one session, or all of a visitor's.

use serde::Serialize;
use wire_format::SessionId;
use worker::Response;

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::limits;
use crate::projects::ProjectId;
use crate::session_object;
use crate::storage::SessionName;

#[derive(Debug, Serialize)]
struct Deleted {
    deleted: usize,
    /// `false` if there are more; asking again deletes them.
    is_complete: bool,
}

/// `DELETE /api/sessions/{id}`: answers when nothing is left. A session that is not there is deleted.
pub(crate) async fn session(session: SessionId, edge: &Bindings) -> Result<Response, ApiError> {
    let index = edge.index().await?;
    while let Some(row) = index.session(&session.to_string()).await? {
        let name = SessionName {
            id: row.id,
            project_id: row.project_id,
        };
        delete(&name, edge).await?;
    }
    answer::empty(204)
}

/// `DELETE /api/projects/{project}/users/{user}`: deletes the sessions of a visitor.
pub(crate) async fn user(
    project: &ProjectId,
    user_id: &str,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    let limit = limits::DELETIONS_PER_REQUEST_MAX;
    let index = edge.index().await?;
    let sessions = index
        .sessions_of_user(project.as_str(), user_id, limit)
        .await?;
    for session in &sessions {
        delete(session, edge).await?;
    }
    let deleted = Deleted {
        deleted: sessions.len(),
        is_complete: sessions.len() < limit as usize,
    };
    answer::json(200, &deleted)
}

/// Deletes a session, also what is left of one whose deletion was interrupted.
pub(crate) async fn delete(session: &SessionName, edge: &Bindings) -> Result<(), ApiError> {
    let id: SessionId = session.id.parse().map_err(|_| ApiError::SessionNotFound)?;
    let object = edge.session_object(&session.project_id, id)?;
    session_object::delete(&object, session).await?;
    Ok(())
}
