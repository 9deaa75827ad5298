//! What the edge does by the clock (the cron of `wrangler.toml`).

use worker::{Response, console_error};

use crate::accounting::MINUTE_MS;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::limits::{DELETIONS_PER_REQUEST_MAX, OUTCOMES_MS, WANTED_MS};
use crate::storage::{Retention, StorageError};
use crate::{answer, clock, deletion};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// `POST /api/maintenance`: does at once what the clock would do later.
pub(crate) async fn run_now(edge: &Bindings) -> Result<Response, ApiError> {
    maintain(edge).await?;
    answer::empty(204)
}

/// Deletes what is older than its project says, and forgets what has expired. A failure is left to the
/// next time.
pub(crate) async fn run(edge: &Bindings) {
    if let Err(error) = maintain(edge).await {
        console_error!("what is due is left to the next run: {error}");
    }
}

async fn maintain(edge: &Bindings) -> Result<(), ApiError> {
    forget_expired(edge).await?;
    delete_old_sessions(edge).await
}

async fn delete_old_sessions(edge: &Bindings) -> Result<(), ApiError> {
    let (index, now_ms) = (edge.index().await?, clock::now_ms());
    for Retention { project_id, days } in index.retentions().await? {
        let before_ms = now_ms.saturating_sub(days * DAY_MS);
        let old = index
            .sessions_before(&project_id, before_ms, DELETIONS_PER_REQUEST_MAX)
            .await?;
        for session in &old {
            deletion::delete(session, edge).await?;
        }
    }
    Ok(())
}

async fn forget_expired(edge: &Bindings) -> Result<(), StorageError> {
    let (index, now_ms) = (edge.index().await?, clock::now_ms());
    index.delete_expired_sign_ins(now_ms).await?;
    index
        .forget_wanted(now_ms.saturating_sub(WANTED_MS))
        .await?;
    index.forget_usage(now_ms / DAY_MS).await?;
    index
        .forget_outcomes(now_ms.saturating_sub(OUTCOMES_MS) / MINUTE_MS)
        .await
}
