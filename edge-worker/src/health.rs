//! `GET /healthz`, for load balancers and monitors.

use serde::Serialize;
use worker::Response;

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;

#[derive(Debug, Serialize)]
struct Health {
    status: &'static str,
}

/// 200 while the edge can do its work: it is configured, and the index answers.
pub(crate) async fn health(edge: &Bindings) -> Result<Response, ApiError> {
    edge.segments()?;
    edge.index().await?.check().await?;
    answer::json(200, &Health { status: "ok" })
}
