//! `POST /v1/sheets/missing` and `POST /v1/sheets`: the archive of style sheets, in which each sheet
//! of a project is stored once, under the hash of its content.
//!
//! The hash is computed here, never believed, so a sender can add sheets but not put one in place of
//! another.

mod receive;
mod store;
mod validate;

use serde::Serialize;
use worker::{Request, Response};

use crate::accounting::{Item, ItemKind, Outcome};
use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::sender::Sender;

/// What the recorder reads.
#[derive(Clone, Copy, Debug, Serialize)]
struct Acknowledgement {
    status: &'static str,
}

/// Answers 201 once the sheet is stored. One that the archive has already is acknowledged like a new
/// one.
pub(crate) async fn ingest(request: &mut Request, edge: &Bindings) -> Result<Response, ApiError> {
    let mut item = Item::begin(ItemKind::Sheet);
    let taken = take_in(&mut item, request, edge).await;
    item.settle(taken.as_ref().copied());
    taken?;
    answer::json(201, &Acknowledgement { status: "stored" })
}

async fn take_in(
    item: &mut Item,
    request: &mut Request,
    edge: &Bindings,
) -> Result<Outcome, ApiError> {
    let sender = Sender::of(item, request, edge).await?;
    let received = receive::sheet(request).await?;
    let valid = validate::sheet(received)?;
    store::sheet(valid, &sender, edge).await
}

/// Answers with those of the hashes in the body, one after the other, that the archive lacks.
pub(crate) async fn missing(request: &mut Request, edge: &Bindings) -> Result<Response, ApiError> {
    let sender = Sender::asking(request, edge).await?;
    let received = receive::hashes(request).await?;
    let asked = validate::hashes(&received)?;
    let missing = store::missing(&asked, &sender, edge).await?;
    answer::bytes(missing.iter().flat_map(|hash| *hash.as_bytes()).collect())
}
