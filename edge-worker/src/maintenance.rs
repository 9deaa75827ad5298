//! What the edge does by the clock (the cron of `wrangler.toml`).

use worker::console_error;

use crate::bindings::Bindings;
use crate::clock;
use crate::limits::WANTED_MS;
use crate::storage::StorageError;

/// Forgets expired sign-ins, and marks of sessions that are over. A failure is left to the next time.
pub(crate) async fn run(edge: &Bindings) {
    if let Err(error) = forget_expired(edge).await {
        console_error!("what has expired stays until the next run: {error}");
    }
}

async fn forget_expired(edge: &Bindings) -> Result<(), StorageError> {
    let (index, now_ms) = (edge.index()?, clock::now_ms());
    index.delete_expired_sign_ins(now_ms).await?;
    index.forget_wanted(now_ms.saturating_sub(WANTED_MS)).await
}
