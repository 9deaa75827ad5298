//! Whether a request may read, or change what is the owner's.

use worker::Request;

use super::{check_same_origin, cookie};
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::storage::SignedIn;
use crate::{clock, hash, origin, token};

/// Lets pass whoever is signed in, in a browser, and whoever brings the API token, which is for
/// programs.
pub(crate) async fn authorize(request: &Request, edge: &Bindings) -> Result<(), ApiError> {
    // No page sends this header by itself, as it does a cookie.
    if let Some(brought) = bearer(request)? {
        let is_right = edge
            .api_token()
            .is_some_and(|token| token::are_equal(&brought, &token));
        return if is_right {
            Ok(())
        } else {
            Err(ApiError::WrongApiToken)
        };
    }
    let changes_something = !matches!(request.inner().method().as_str(), "GET" | "HEAD");
    // What comes through a WebSocket may be read by the page that opened it, wherever that is from.
    if changes_something || request.headers().has("upgrade")? {
        check_same_origin(origin::of(request)?.as_deref(), &origin::own(request)?)?;
    }
    signed_in(request, edge).await.map(|_| ())
}

/// Whose sign-in the cookie of a request belongs to.
pub(super) async fn signed_in(request: &Request, edge: &Bindings) -> Result<SignedIn, ApiError> {
    let cookies = request.headers().get("cookie")?.unwrap_or_default();
    let token = cookie::find(&cookies).ok_or(ApiError::SignedOut)?;
    let index = edge.index().await?;
    let signed_in = index
        .signed_in(&hash::sha256(token), clock::now_ms())
        .await?;
    signed_in.ok_or(ApiError::SignedOut)
}

fn bearer(request: &Request) -> Result<Option<String>, ApiError> {
    let header = request.headers().get("authorization")?;
    let token = header.and_then(|header| Some(header.strip_prefix("Bearer")?.trim().to_owned()));
    Ok(token)
}
