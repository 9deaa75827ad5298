//! The owner of the demo's edge, made through the same door a person would use.

use serde_json::{Value, json};

use super::error::DemoError;
use super::sign_in::SignIn;
use crate::http::{self, Request};
use crate::workspace::Workspace;

/// Makes the owner unless there is one. `None` when somebody else's password is in use.
pub(super) fn ensure(
    workspace: &Workspace,
    edge_port: u16,
    setup_token: &str,
) -> Result<Option<SignIn>, DemoError> {
    if is_there(edge_port)? {
        return Ok(SignIn::stored(workspace));
    }
    let sign_in = match SignIn::stored(workspace) {
        Some(stored) => stored,
        None => SignIn::generate()?,
    };
    // Kept first: an owner whose password nobody knows would lock the person out.
    sign_in.store(workspace)?;
    let request = json!({
        "setup_token": setup_token,
        "email": sign_in.email,
        "password": sign_in.password,
    });
    let request = Request::with_json("POST", "/api/owner", &request);
    let answer = http::send(edge_port, &request).map_err(DemoError::Ask)?;
    match answer.status {
        201 => Ok(Some(sign_in)),
        status => Err(DemoError::OwnerRefused {
            status,
            body: answer.body,
        }),
    }
}

/// Signed out as we are, the edge says whether anyone could sign in.
fn is_there(edge_port: u16) -> Result<bool, DemoError> {
    let answer = http::get(edge_port, "/api/sign-in").map_err(DemoError::Ask)?;
    let body: Value = serde_json::from_str(&answer.body).unwrap_or_default();
    match body.get("owner_exists").and_then(Value::as_bool) {
        Some(is_there) => Ok(is_there),
        None => Err(DemoError::OwnerUnknown {
            status: answer.status,
            body: answer.body,
        }),
    }
}
