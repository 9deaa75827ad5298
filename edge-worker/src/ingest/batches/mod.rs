//! `POST /v1/batches`: a batch of a recorder, as `docs/wire-format.md` defines it.

mod receive;
mod scrub;
mod store;
mod validate;

use worker::{Request, Response};

use self::store::Acknowledgement;
use crate::accounting::{self, Item, ItemKind, Outcome};
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::scrubbers;
use crate::ingest::sender::Sender;
use crate::{answer, clock};

/// Answers 202 once the batch is stored durably and its session stands in the index. A batch the
/// session has already is acknowledged like a new one, so that a recorder may send it again
/// whenever it is in doubt.
pub(crate) async fn ingest(request: &mut Request, edge: &Bindings) -> Result<Response, ApiError> {
    let mut item = Item::begin(ItemKind::Batch);
    let taken = take_in(&mut item, request, edge).await;
    item.settle(taken.as_ref().map(Acknowledgement::outcome));
    answer::json(202, &taken?)
}

async fn take_in(
    item: &mut Item,
    request: &mut Request,
    edge: &Bindings,
) -> Result<Acknowledgement, ApiError> {
    let sender = Sender::of(item, request, edge).await?;
    let received = receive::batch(request).await?;
    let scrubber = scrubbers::scrubber(&sender.settings);
    let valid = validate::batch(received, &scrubber, clock::now_ms())?;
    let scrubbed = scrub::batch(valid, &scrubber)?;
    let acknowledgement = store::batch(&scrubbed, &sender, edge).await?;
    if acknowledgement.outcome() == Outcome::Accepted {
        accounting::count_scrubbed(&sender.project_id, scrubbed.scrubbed_count);
        accounting::count_discarded(&sender.project_id, &scrubbed.summary.discarded);
    }
    Ok(acknowledgement)
}
