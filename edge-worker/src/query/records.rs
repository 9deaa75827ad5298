//! Everything recorded of a session, as a stream of segments.

use futures_util::{StreamExt, TryStreamExt, stream};
use wire_format::SessionId;
use worker::Response;

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::query::sessions::find;
use crate::session_object;
use crate::storage::segment_key;

/// `GET /api/sessions/{id}/records`: the segments in R2, then one of what the session object still
/// holds. Segments are fetched one after the other as the client reads; if one cannot be had, the
/// answer breaks off.
pub(super) async fn records(session: SessionId, edge: &Bindings) -> Result<Response, ApiError> {
    let row = find(session, edge).await?;
    let object = edge.session_object(&row.project_id, session)?;
    // A segment, once counted, never changes. So tail and count, read at one moment, are the
    // session at that moment, however long the reading takes.
    let tail = session_object::tail(&object).await?;
    let segments = edge.segments()?;

    let mut stored = Box::pin(stream::iter(0..tail.segment_count).then(move |number| {
        let key = segment_key(&row.project_id, &row.id, number);
        let segments = segments.clone();
        async move { segments.get(&key).await }
    }));
    // A store that does not answer at all is an error with a status, not an answer that breaks off.
    let first = stored.try_next().await?;
    let stored = stream::iter(first.map(Ok)).chain(stored);
    let stored = stored.map_err(|error| worker::Error::RustError(error.to_string()));
    let tail = stream::once(async move { Ok(tail.segment) });
    answer::stream(stored.try_flatten().chain(tail))
}
