//! The limits by the minute.

use std::cell::RefCell;

use worker::{Request, console_error};

use super::window::Window;
use crate::bindings::{Bindings, Limiter};
use crate::clock;
use crate::error::ApiError;
use crate::limits::{REQUESTS_PER_CLIENT_MAX, REQUESTS_PER_KEY_MAX};

thread_local! {
    static WINDOW: RefCell<Window> = RefCell::default();
}

/// Refuses a request that is one too many of its key or of its client.
pub(in crate::ingest) async fn check(
    key: &str,
    request: &Request,
    edge: &Bindings,
) -> Result<(), ApiError> {
    allow(Limiter::Key, key, REQUESTS_PER_KEY_MAX, edge).await?;
    let Some(address) = client_address(request, edge)? else {
        return Ok(());
    };
    let client = format!("{key} {address}");
    allow(Limiter::Client, &client, REQUESTS_PER_CLIENT_MAX, edge).await
}

async fn allow(
    limiter: Limiter,
    sender: &str,
    count_max: u32,
    edge: &Bindings,
) -> Result<(), ApiError> {
    let is_allowed = match edge.limiter(limiter) {
        Some(platform) => match platform.limit(sender.to_owned()).await {
            Ok(outcome) => outcome.success,
            // A shield that fails keeps nobody out.
            Err(error) => {
                console_error!("the rate limiter of the platform failed: {error}");
                true
            }
        },
        None => WINDOW.with_borrow_mut(|window| window.allows(sender, count_max, clock::now_ms())),
    };
    is_allowed
        .then_some(())
        .ok_or(ApiError::TooManyRequests { limit: count_max })
}

/// Who sends, as far as a header says that can be trusted: the last of several was added by the proxy
/// that is nearest.
fn client_address(request: &Request, edge: &Bindings) -> Result<Option<String>, ApiError> {
    let Some(header) = edge.client_address_header() else {
        return Ok(None);
    };
    let addresses = request.headers().get(&header)?;
    let last = addresses
        .as_deref()
        .and_then(|text| text.rsplit(',').next());
    Ok(last.map(|address| address.trim().to_owned()))
}
