//! `POST /api/sign-in`.

use serde::Deserialize;
use worker::{Request, Response};

use super::cookie::{self, Connection};
use super::credentials::Email;
use super::password;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::storage::Index;
use crate::{answer, body, clock, hash, limits, token};

#[derive(Deserialize)]
struct Credentials {
    email: String,
    password: String,
}

/// Signs in who knows e-mail address and password. Which of the two was wrong is not told, not
/// even by the time the answer takes.
pub(crate) async fn start(request: &mut Request, edge: &Bindings) -> Result<Response, ApiError> {
    let index = edge.index().await?;
    let credentials: Credentials = body::read_json(request).await?;
    let owner = index.owner().await?;
    let account = Email::parse(&credentials.email)
        .ok()
        .and_then(|email| owner.filter(|owner| owner.email == email.as_str()));
    let stored_hash = account.as_ref().map(|owner| owner.password_hash.as_str());
    if !password::verify(&credentials.password, stored_hash)? {
        return Err(ApiError::WrongCredentials);
    }
    signed_in_answer(204, request, &index).await
}

/// An answer that signs its receiver in.
pub(super) async fn signed_in_answer(
    status: u16,
    request: &Request,
    index: &Index,
) -> Result<Response, ApiError> {
    let token = token::generate()?;
    let now_ms = clock::now_ms();
    index
        .create_sign_in(&hash::sha256(&token), now_ms, now_ms + limits::SIGN_IN_MS)
        .await?;
    let connection = Connection::of_scheme(request.url()?.scheme());
    answer::with_headers(
        answer::empty(status)?,
        &[("set-cookie", cookie::set(&token, connection))],
    )
}
