//! What the edge does by the clock (the cron of `wrangler.toml`).

use worker::console_error;

use crate::bindings::Bindings;
use crate::clock;
use crate::storage::StorageError;

/// Forgets expired sign-ins. A failure is left to the next time.
pub(crate) async fn run(edge: &Bindings) {
    if let Err(error) = delete_expired_sign_ins(edge).await {
        console_error!("expired sign-ins stay until the next run: {error}");
    }
}

async fn delete_expired_sign_ins(edge: &Bindings) -> Result<(), StorageError> {
    edge.index()?.delete_expired_sign_ins(clock::now_ms()).await
}
