//! The list of sessions, and one of them.

use serde::Serialize;
use wire_format::SessionId;
use worker::{Request, Response};

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::query::page::Page;
use crate::query::{cursor, filter};
use crate::session_object;
use crate::storage::SessionRow;

#[derive(Debug, Serialize)]
struct SessionList {
    sessions: Vec<SessionRow>,
    /// Leads to the rest of the list. There may be more even if this page is short.
    next: Option<String>,
}

/// `GET /api/sessions`: the newest first, a page at a time, of those that pass a filter.
pub(super) async fn sessions(request: &Request, edge: &Bindings) -> Result<Response, ApiError> {
    let url = request.url()?;
    let fields: Vec<_> = url.query_pairs().collect();
    let fields = fields
        .iter()
        .map(|(name, value)| (name.as_ref(), value.as_ref()));
    let page = Page::parse(fields.clone())?;
    let filter = filter::parse(fields)?;
    let index = edge.index().await?;
    let found = index
        .search_sessions(&filter, page.before.as_ref(), page.limit)
        .await?;
    let list = SessionList {
        sessions: found.sessions,
        next: found.next.as_ref().map(cursor::encode),
    };
    answer::json(200, &list)
}

/// `GET /api/sessions/{id}`. The index may be some seconds behind; the session's object is not.
pub(super) async fn session(session: SessionId, edge: &Bindings) -> Result<Response, ApiError> {
    let indexed = find(session, edge).await?;
    let object = edge.session_object(&indexed.project_id, session)?;
    let row = session_object::row(&object).await?;
    answer::json(200, &row.unwrap_or(indexed))
}

/// The session with this id.
pub(super) async fn find(session: SessionId, edge: &Bindings) -> Result<SessionRow, ApiError> {
    edge.index()
        .await?
        .session(&session.to_string())
        .await?
        .ok_or(ApiError::SessionNotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(started_at_ms: u64) -> SessionRow {
        SessionRow {
            id: "0f8fad5b-d9cb-469f-a165-70867728950e".to_owned(),
            previous_id: None,
            project_id: "demo".to_owned(),
            started_at_ms,
            ended_at_ms: started_at_ms,
            active_ms: 0,
            entry_url: "https://shop.example/".to_owned(),
            exit_url: "https://shop.example/".to_owned(),
            user_id: None,
            user_traits: Some(r#"{"plan":"pro"}"#.to_owned()),
            country: None,
            browser: None,
            browser_version: None,
            os: None,
            device: None,
            views: 0,
            clicks: 0,
            errors: 0,
            rage_clicks: 0,
            failed_requests: 0,
            batches: 1,
            missing_batches: 0,
            records: 1,
            size_bytes: 1,
            user_agent: String::new(),
        }
    }

    #[test]
    fn traits_are_shown_as_the_object_that_they_are() {
        let json = serde_json::to_string(&row(1)).unwrap();
        assert!(json.contains(r#""user_traits":{"plan":"pro"}"#), "{json}");
    }

    #[test]
    fn the_project_of_a_session_is_not_shown() {
        assert!(!serde_json::to_string(&row(1)).unwrap().contains("project"));
    }
}
