//! What the dashboard reads. Nothing here writes.

mod cursor;
mod page;
mod records;
mod sessions;

use wire_format::SessionId;
use worker::{Request, Response};

use crate::bindings::Bindings;
use crate::error::ApiError;

/// What may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Query {
    /// The list of sessions.
    Sessions,
    /// One of them.
    Session(SessionId),
    /// What was recorded of it.
    Records(SessionId),
}

/// Answers a query of someone who may ask.
pub(crate) async fn answer(
    query: Query,
    request: &Request,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    match query {
        Query::Sessions => sessions::sessions(request, edge).await,
        Query::Session(id) => sessions::session(id, edge).await,
        Query::Records(id) => records::records(id, edge).await,
    }
}
