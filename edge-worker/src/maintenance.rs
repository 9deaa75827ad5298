//! What the edge does by the clock (the cron of `wrangler.toml`).

use worker::{Response, console_error};

use crate::accounting::MINUTE_MS;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::limits::{OUTCOMES_MS, WANTED_MS};
use crate::storage::StorageError;
use crate::{answer, clock};

/// `POST /api/maintenance`: does at once what the clock would do later.
pub(crate) async fn run_now(edge: &Bindings) -> Result<Response, ApiError> {
    forget_expired(edge).await?;
    answer::empty(204)
}

/// Forgets expired sign-ins, marks of sessions that are over, and old outcomes. A failure is left to the next time.
pub(crate) async fn run(edge: &Bindings) {
    if let Err(error) = forget_expired(edge).await {
        console_error!("what has expired stays until the next run: {error}");
    }
}

async fn forget_expired(edge: &Bindings) -> Result<(), StorageError> {
    let (index, now_ms) = (edge.index().await?, clock::now_ms());
    index.delete_expired_sign_ins(now_ms).await?;
    index
        .forget_wanted(now_ms.saturating_sub(WANTED_MS))
        .await?;
    index
        .forget_outcomes(now_ms.saturating_sub(OUTCOMES_MS) / MINUTE_MS)
        .await
}
