//! What the dashboard reads. Nothing here writes.

mod cursor;
mod filter;
mod live;
mod outcomes;
mod page;
mod records;
mod sessions;
mod sheet;

use wire_format::SessionId;
use wire_format::sheet::SheetHash;
use worker::{Request, Response};

use crate::bindings::Bindings;
use crate::error::ApiError;

/// What may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Query {
    /// What became of what was sent.
    Outcomes,
    /// The list of sessions.
    Sessions,
    /// One of them.
    Session(SessionId),
    /// What was recorded of it.
    Records(SessionId),
    /// What is being recorded of it.
    Live(SessionId),
    /// A style sheet that its records name.
    Sheet(SessionId, SheetHash),
}

/// Answers a query of someone who may ask.
pub(crate) async fn answer(
    query: Query,
    request: &Request,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    match query {
        Query::Outcomes => outcomes::outcomes(request, edge).await,
        Query::Sessions => sessions::sessions(request, edge).await,
        Query::Session(id) => sessions::session(id, edge).await,
        Query::Records(id) => records::records(id, edge).await,
        Query::Live(id) => live::live(id, request, edge).await,
        Query::Sheet(id, hash) => sheet::sheet(id, hash, edge).await,
    }
}
