//! The edge's side of the conversation with a session object.

use worker::durable::Stub;
use worker::js_sys::Uint8Array;
use worker::{Headers, Method, Request, RequestInit, Response};

use super::batch_facts::BatchFacts;
use super::failed;
use super::protocol::{self, StoreOutcome};
use super::session_facts::SessionFacts;
use crate::storage::{SessionName, SessionRow, StorageError};

/// Requests to an object need an address; nothing of it but the path has a meaning.
const ADDRESS: &str = "https://session-object";

/// What of a session is not in a segment yet.
#[derive(Debug)]
pub(crate) struct Tail {
    /// How many segments come before it, numbered from 0.
    pub(crate) segment_count: u32,
    /// One segment, or nothing.
    pub(crate) segment: Vec<u8>,
}

/// Gives a batch to the object; it is stored when this returns.
pub(crate) async fn store(
    object: &Stub,
    facts: &BatchFacts,
    batch: &[u8],
) -> Result<StoreOutcome, StorageError> {
    let message = protocol::join(facts, batch).map_err(failed)?;
    let mut request = RequestInit::new();
    request
        .with_method(Method::Post)
        .with_body(Some(Uint8Array::from(message.as_slice()).into()));
    let response = send(object, protocol::BATCHES_PATH, &request).await?;
    let outcome = response.headers().get(protocol::OUTCOME_HEADER);
    let outcome = outcome.map_err(failed)?.unwrap_or_default();
    serde_json::from_str(&outcome).map_err(failed)
}

/// Reads the tail of a session.
pub(crate) async fn tail(object: &Stub) -> Result<Tail, StorageError> {
    let mut response = send(object, protocol::TAIL_PATH, &RequestInit::new()).await?;
    let segment_count = response
        .headers()
        .get(protocol::SEGMENT_COUNT_HEADER)
        .map_err(failed)?;
    let segment_count = segment_count.and_then(|count| count.parse().ok());
    Ok(Tail {
        segment_count: segment_count.ok_or_else(|| failed("the number of segments is missing"))?,
        segment: response.bytes().await.map_err(failed)?,
    })
}

/// Reads what is known of a session, as the index will have it; `None` if nothing has been stored.
pub(crate) async fn row(object: &Stub) -> Result<Option<SessionRow>, StorageError> {
    let mut response = send(object, protocol::FACTS_PATH, &RequestInit::new()).await?;
    let known: Option<(SessionFacts, u64)> = response.json().await.map_err(failed)?;
    Ok(known.map(|(facts, missing_batches)| facts.row(missing_batches)))
}

/// Opens a WebSocket to all batches to come; `None` if there are too many.
pub(crate) async fn watch(object: &Stub) -> Result<Option<Response>, StorageError> {
    let headers = Headers::new();
    headers.set("upgrade", "websocket").map_err(failed)?;
    let mut init = RequestInit::new();
    init.with_headers(headers);
    let response = ask(object, protocol::LIVE_PATH, &init).await?;
    match response.status_code() {
        101 => Ok(Some(response)),
        429 => Ok(None),
        status => Err(failed(format!("a WebSocket was answered {status}"))),
    }
}

/// Deletes a session; nothing of it is left when this returns.
pub(crate) async fn delete(object: &Stub, session: &SessionName) -> Result<(), StorageError> {
    let name = serde_json::to_string(session).map_err(failed)?;
    let mut request = RequestInit::new();
    request
        .with_method(Method::Post)
        .with_body(Some(name.into()));
    send(object, protocol::DELETION_PATH, &request).await?;
    Ok(())
}

async fn ask(object: &Stub, path: &str, init: &RequestInit) -> Result<Response, StorageError> {
    let request = Request::new_with_init(&format!("{ADDRESS}{path}"), init).map_err(failed)?;
    object.fetch_with_request(request).await.map_err(failed)
}

async fn send(object: &Stub, path: &str, init: &RequestInit) -> Result<Response, StorageError> {
    let mut response = ask(object, path, init).await?;
    if response.status_code() == 200 {
        return Ok(response);
    }
    Err(failed(response.text().await.unwrap_or_default()))
}
