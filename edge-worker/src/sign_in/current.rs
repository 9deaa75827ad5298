//! `GET /api/sign-in`: who is signed in; and whether a request may read at all.

use serde::Serialize;
use worker::{Request, Response};

use super::{cookie, token};
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::refusal::ErrorBody;
use crate::storage::SignedIn;
use crate::{answer, clock};

#[derive(Debug, Serialize)]
struct Current {
    email: String,
}

/// Who is signed in, or 401 with word of whether there is anyone to sign in as.
pub(crate) async fn current(request: &Request, edge: &Bindings) -> Result<Response, ApiError> {
    match authorize(request, edge).await {
        Ok(SignedIn { email }) => answer::json(200, &Current { email }),
        Err(ApiError::SignedOut) => {
            let owner_exists = Some(edge.index()?.owner().await?.is_some());
            answer::error_with(
                &ApiError::SignedOut,
                &ErrorBody {
                    owner_exists,
                    ..ApiError::SignedOut.body()
                },
            )
        }
        Err(error) => Err(error),
    }
}

/// Whose sign-in the cookie of a request belongs to.
pub(crate) async fn authorize(request: &Request, edge: &Bindings) -> Result<SignedIn, ApiError> {
    let cookies = request.headers().get("cookie")?.unwrap_or_default();
    let token = cookie::find(&cookies).ok_or(ApiError::SignedOut)?;
    let signed_in = edge
        .index()?
        .signed_in(&token::sha256(token), clock::now_ms())
        .await?;
    signed_in.ok_or(ApiError::SignedOut)
}
