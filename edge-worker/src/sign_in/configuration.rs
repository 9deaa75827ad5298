//! Refusing to run half set up: an edge without an owner needs the secret that makes one.

use std::cell::Cell;

use crate::bindings::Bindings;
use crate::error::ApiError;

thread_local! {
    // An owner, once there, stays; asking again would cost every request a look into the index.
    static OWNER_SEEN: Cell<bool> = const { Cell::new(false) };
}

/// Fails while there is neither an owner nor a setup token.
pub(crate) async fn check_configuration(edge: &Bindings) -> Result<(), ApiError> {
    if OWNER_SEEN.get() || edge.setup_token().is_some() {
        return Ok(());
    }
    let owner = edge.index().await?.owner().await?;
    OWNER_SEEN.set(owner.is_some());
    owner.map(|_| ()).ok_or(ApiError::NotConfigured)
}
