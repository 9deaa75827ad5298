//! Writing what has been counted to the index.

use std::cell::Cell;
use std::time::Duration;

use worker::{Context, Delay, console_error};

use super::tally;
use crate::bindings::Bindings;
use crate::limits;
use crate::storage::StorageError;

thread_local! {
    static IS_PLANNED: Cell<bool> = const { Cell::new(false) };
}

/// Has what has been counted written in a few seconds, when the answer has long been sent.
pub(crate) fn flush_later(context: &Context, edge: &Bindings) {
    if tally::is_empty() || IS_PLANNED.replace(true) {
        return;
    }
    let edge = edge.clone();
    context.wait_until(async move {
        Delay::from(Duration::from_millis(limits::FLUSH_DELAY_MS)).await;
        IS_PLANNED.set(false);
        if let Err(error) = flush(&edge).await {
            console_error!("counts are written later: {error}");
        }
    });
}

/// Writes everything that has been counted in this isolate.
pub(super) async fn flush(edge: &Bindings) -> Result<(), StorageError> {
    let counts = tally::take();
    let index = edge.index().await;
    let written = match index {
        Ok(index) => index.add_counts(&counts).await,
        Err(error) => Err(error),
    };
    if written.is_err() {
        tally::put_back(counts);
    }
    written
}
