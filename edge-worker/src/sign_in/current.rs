//! `GET /api/sign-in`: who is signed in.

use serde::Serialize;
use worker::{Request, Response};

use super::authorize::signed_in;
use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::refusal::ErrorBody;
use crate::storage::SignedIn;

#[derive(Debug, Serialize)]
struct Current {
    email: String,
}

/// Who is signed in, or 401 with word of whether there is anyone to sign in as.
pub(crate) async fn current(request: &Request, edge: &Bindings) -> Result<Response, ApiError> {
    match signed_in(request, edge).await {
        Ok(SignedIn { email }) => answer::json(200, &Current { email }),
        Err(ApiError::SignedOut) => {
            let owner_exists = Some(edge.index().await?.owner().await?.is_some());
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
