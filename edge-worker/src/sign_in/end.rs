//! `DELETE /api/sign-in`.

use worker::{Request, Response};

use super::cookie::{self, Connection};
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::{answer, hash};

/// Signs out. Who is not signed in is told the same: afterwards nobody is.
pub(crate) async fn end(request: &Request, edge: &Bindings) -> Result<Response, ApiError> {
    let cookies = request.headers().get("cookie")?.unwrap_or_default();
    if let Some(token) = cookie::find(&cookies) {
        edge.index()
            .await?
            .delete_sign_in(&hash::sha256(token))
            .await?;
    }
    let connection = Connection::of_scheme(request.url()?.scheme());
    answer::with_headers(
        answer::empty(204)?,
        &[("set-cookie", cookie::clear(connection))],
    )
}
