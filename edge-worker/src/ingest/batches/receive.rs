//! Who sends, and the bytes of what is sent; nothing of them is believed yet.

use wire_format::limits::BATCH_BYTES_MAX;
use worker::Request;

use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::ingest_key::IngestKey;
use crate::{body, clock, origin};

/// Who may send: a key that is valid for the page the request comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    pub(crate) project_id: String,
    pub(crate) user_agent: String,
}

/// The body of a request, complete and not too long.
#[derive(Debug)]
pub(crate) struct ReceivedBatch(pub(crate) Vec<u8>);

/// Checks key and origin, before any of the body is read.
pub(crate) async fn sender(request: &Request, edge: &Bindings) -> Result<Sender, ApiError> {
    let url = request.url()?;
    let name = url
        .query_pairs()
        .find_map(|(field, value)| (field == "ingest_key").then_some(value));
    let key = IngestKey::find(name.as_deref(), &edge.index()?, clock::now_ms()).await?;
    key.check_origin(origin::of(request)?.as_deref())?;
    let user_agent = request.headers().get("user-agent")?.unwrap_or_default();
    Ok(Sender {
        project_id: key.project_id,
        user_agent,
    })
}

/// Reads the body.
pub(crate) async fn batch(request: &mut Request) -> Result<ReceivedBatch, ApiError> {
    body::read(request, BATCH_BYTES_MAX)
        .await
        .map(ReceivedBatch)
}
