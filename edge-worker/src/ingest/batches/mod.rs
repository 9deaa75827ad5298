//! `POST /v1/batches`: a batch of a recorder, as `docs/wire-format.md` defines it.

mod receive;
mod store;
mod validate;

use worker::{Request, Response};

use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::sender::Sender;
use crate::{answer, clock};

/// Answers 202 once the batch is stored durably and its session stands in the index. A batch the
/// session has already is acknowledged like a new one, so that a recorder may send it again
/// whenever it is in doubt.
pub(crate) async fn ingest(request: &mut Request, edge: &Bindings) -> Result<Response, ApiError> {
    let sender = Sender::of(request, edge).await?;
    let received = receive::batch(request).await?;
    let valid = validate::batch(received, clock::now_ms())?;
    let acknowledgement = store::batch(&valid, &sender, edge).await?;
    answer::json(202, &acknowledgement)
}
