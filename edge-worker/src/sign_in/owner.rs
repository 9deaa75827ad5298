//! `POST /api/owner`: the first run, when the edge has no owner yet.

use serde::Deserialize;
use worker::{Request, Response};

use super::credentials::{Email, check_new_password};
use super::{password, start};
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::{body, clock, token};

#[derive(Deserialize)]
struct NewOwner {
    setup_token: String,
    email: String,
    password: String,
}

/// Makes who knows the setup token the owner, and signs them in. Works once.
pub(crate) async fn create_owner(
    request: &mut Request,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    let index = edge.index().await?;
    if index.owner().await?.is_some() {
        return Err(ApiError::OwnerExists);
    }
    let new_owner: NewOwner = body::read_json(request).await?;
    let setup_token = edge.setup_token().ok_or(ApiError::NotConfigured)?;
    if !token::are_equal(&new_owner.setup_token, &setup_token) {
        return Err(ApiError::WrongSetupToken);
    }
    let email = Email::parse(&new_owner.email)?;
    check_new_password(&new_owner.password)?;
    let password_hash = password::hash(&new_owner.password)?;
    if !index
        .create_owner(email.as_str(), &password_hash, clock::now_ms())
        .await?
    {
        return Err(ApiError::OwnerExists);
    }
    start::signed_in_answer(201, request, &index).await
}
