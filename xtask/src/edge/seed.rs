//! The project and the ingest key that a local edge starts with.

use serde_json::json;

use super::error::EdgeError;
use crate::http::{self, Request};

/// The project of the demo and the tests.
const DEMO_PROJECT: &str = "demo";

/// Public as every ingest key, so it may stand here.
pub(crate) const DEMO_INGEST_KEY: &str = "mm_ingest_demo_petshop";

/// Puts them in, or brings the allowed origins up to date.
pub(super) fn put(port: u16, api_token: &str, allowed_origins: &[String]) -> Result<(), EdgeError> {
    let project = format!("/api/projects/{DEMO_PROJECT}");
    let key = format!("{project}/ingest-keys/{DEMO_INGEST_KEY}");
    let put = |path: &str, body| {
        let request = Request {
            bearer: Some(api_token),
            ..Request::with_json("PUT", path, &body)
        };
        let answer = http::send(port, &request).map_err(EdgeError::Ask)?;
        match answer.status {
            200..300 => Ok(()),
            _ => Err(EdgeError::Refused { body: answer.body }),
        }
    };
    put(&project, json!({ "name": "Demo" }))?;
    put(&key, json!({ "allowed_origins": allowed_origins }))
}
